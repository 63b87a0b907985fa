"""The editor's page: title and details, the text, its source beside it, the find bar below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QPlainTextDocumentLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.bars import Bar
from kbeditor.ui.editor.details import Details
from kbeditor.ui.editor.find_bar import FindBar
from kbeditor.ui.editor.markdown_edit import MarkdownEdit
from kbeditor.ui.editor.open_text import OpenText
from kbeditor.ui.editor.source_panel import SourcePanel
from kbeditor.ui.widgets.empty import EmptyState

FONT_KEYS = frozenset(
    {"editor.font", "editor.size", "editor.wrap", "editor.line_numbers", "editor.measure"}
)

TWO_COLUMNS = 640
"""Pixels from which on the source stands beside its translation."""


def editor_font(desk: Desk, widget: QWidget) -> QFont:
    """The font of Markdown texts; `editor.size` counts device-independent pixels."""
    family = desk.preferences.get("editor.font")
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    if family:
        font = QFont(family)
    font.setPointSizeF(float(desk.preferences.get("editor.size")) * 72 / widget.logicalDpiY())
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


class EditorPage(QWidget):
    """Lays the parts out and gives them their look; what they do is the pane's business."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.edit = MarkdownEdit()
        self.edit.setObjectName("editor.body")
        self.edit.setAccessibleName(self.tr("Text"))
        self._blank = QTextDocument(self)
        self._blank.setDocumentLayout(QPlainTextDocumentLayout(self._blank))
        self.edit.setPlaceholderText(self.tr("Write in Markdown…"))
        self.details = Details()
        self.conflict_bar = Bar(desk.themes, "error")
        self.outdated_bar = Bar(desk.themes, "warning")
        self.presence_bar = Bar(desk.themes, "info")
        self.find_bar = FindBar(self.edit)
        self.source = SourcePanel(desk.themes)
        self.source.setObjectName("editor.source")
        self.source.hide()
        self.missing = EmptyState(desk.themes, "translate", self)
        self.begin_fresh = self.missing.offer(self.tr("Start from scratch"), lambda: None)
        self.begin_copy = self.missing.offer(self.tr("Start from the source text"), lambda: None)
        self._writing = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._writing)
        self._stack.addWidget(self.missing)
        column = QVBoxLayout(self._writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.details)
        column.addWidget(self.edit, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.source)
        self.splitter.addWidget(self._stack)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.presence_bar)
        whole.addWidget(self.conflict_bar)
        whole.addWidget(self.outdated_bar)
        self._ways = QStackedWidget()
        self._ways.addWidget(self.splitter)
        whole.addWidget(self._ways, 1)
        whole.addWidget(self.find_bar)
        self.edit.column_moved.connect(self.details.set_column)
        self.details.body_wanted.connect(self.edit.setFocus)
        self.font_now = editor_font(desk, self)
        self.set_look()

    def hold_blocks(self, view: QWidget) -> None:
        """Take in the view that shows a translation block by block."""
        self._ways.addWidget(view)

    @property
    def in_blocks(self) -> bool:
        """Whether the text is shown block by block."""
        return self._ways.currentWidget() is not self.splitter

    def show_blocks(self, view: QWidget | None) -> None:
        """Show this view in place of the one text; None: the text."""
        self._ways.setCurrentWidget(view or self.splitter)
        if view is not None and self.find_bar.isVisible():
            self.find_bar.close_bar()  # which takes the keyboard

    def show_target(self, on: bool) -> None:
        """Show or hide the text that is written, beside its source."""
        self._stack.setVisible(on or self._stack.currentWidget() is self.missing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room for two columns, else one above the other."""
        super().resizeEvent(event)
        wide = event.size().width() >= TWO_COLUMNS
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() != way:
            self.splitter.setOrientation(way)

    def set_look(self) -> None:
        """Take fonts, wrapping and colours from preferences and theme."""
        themes, preferences = self._desk.themes, self._desk.preferences
        colours = themes.current.colours
        self.font_now = editor_font(self._desk, self)
        self.edit.setFont(self.font_now)
        for edit in (self.edit, self.source.edit):
            edit.set_wrapped(bool(preferences.get("editor.wrap")))
            edit.set_measure(int(preferences.get("editor.measure", 80)))
        self.edit.set_numbered(bool(preferences.get("editor.line_numbers")))
        self.edit.set_colours(themes.colour("faint"), themes.colour("current_line"))
        self.source.set_look(colours, self.font_now)
        self.find_bar.set_colours(themes.colour("match"), themes.colour("match_current"))
        title = QFont(self.font())
        title.setPointSizeF(self.font_now.pointSizeF() * 1.7)
        title.setWeight(QFont.Weight.DemiBold)
        self.details.title.setStyleSheet(
            f"font-size: {title.pointSizeF():.1f}pt; font-weight: 600;"
        )
        self.details.title.setFont(title)
        self.details.title.fit()

    def show_text(self, opened: OpenText | None, right_to_left: bool) -> None:
        """Put another text under the caret; None: what invites to begin one."""
        self._stack.setCurrentWidget(self.missing if opened is None else self._writing)
        self.details.show_text(opened)
        self.details.set_direction(right_to_left)
        if opened is not None:
            opened.set_look(self._desk.themes.current.colours, self.font_now)
            self.edit.setDocument(opened.document)
            self.edit.set_direction(right_to_left)
            self._to_place(opened)

    def set_read_only(self, on: bool) -> None:
        """Whether the text and its fields can only be read."""
        self.edit.setReadOnly(on)
        self.details.set_read_only(on)

    def show_nothing(self) -> None:
        """Let go of the text: Qt crashes when a document ends that an editor still shows."""
        self.details.show_text(None)
        self.edit.setDocument(self._blank)

    def keep_place(self, opened: OpenText) -> None:
        """Note where a text is left."""
        cursor = self.edit.textCursor()
        opened.cursor = (cursor.anchor(), cursor.position())
        opened.scroll = self.edit.top_character()

    def _to_place(self, opened: OpenText) -> None:
        most = opened.document.characterCount() - 1
        anchor, position = (min(max(place, 0), most) for place in opened.cursor)
        cursor = QTextCursor(opened.document)
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)
        self.edit.scroll_to_character(opened.scroll)
