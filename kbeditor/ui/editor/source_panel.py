"""The source text beside its translation, read-only; or what changed in it since."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.word_diff import diff_words
from kbeditor.ui.editor.highlighter import MarkdownHighlighter
from kbeditor.ui.editor.live import LivePage
from kbeditor.ui.editor.markdown_edit import MarkdownEdit
from kbeditor.ui.plain import PlainLabel, plain_tip
from kbeditor.ui.themes import Themes


class SourcePanel(QWidget):
    """Shows a source page; `scrolled` tells where, so that the translation can follow."""

    scrolled = Signal(float, float)

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._size = 11.0
        self._driven = False
        self._line, self._part = 0.0, 0.0  # what stands where, as in the translation
        self._pages: tuple[str, str] = ("", "")
        self.note = PlainLabel()
        self.note.setProperty("role", "muted")
        self.note.setMinimumWidth(40)
        self.show_text, self.show_changes = QToolButton(), QToolButton()
        self.show_text.setText(self.tr("Text"))
        self.show_changes.setText(self.tr("What changed"))
        group = QButtonGroup(self)
        for button in (self.show_text, self.show_changes):
            button.setCheckable(True)
            group.addButton(button)
        self.show_text.setChecked(True)
        self.title = PlainLabel()
        self.title.setObjectName("source.title")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.edit = MarkdownEdit()
        self.edit.setReadOnly(True)
        self.edit.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.edit.setAccessibleName(self.tr("Source text"))
        self.edit.setObjectName("source.text")
        self.changes = QTextEdit()
        self.changes.setReadOnly(True)
        self.changes.setFrameShape(QTextEdit.Shape.NoFrame)
        self.changes.document().setDocumentMargin(24)
        self.changes.setAccessibleName(self.tr("What changed in the source"))
        self._highlighter = MarkdownHighlighter(
            self.edit.document(), themes.current.colours, self._size
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.edit)
        self._stack.addWidget(self.changes)
        bar = QHBoxLayout()
        bar.setSpacing(2)
        bar.addWidget(self.show_text)
        bar.addWidget(self.show_changes)
        bar.addStretch(1)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(28, 8, 24, 0)
        self._head.setSpacing(4)
        self._head.addWidget(self.note)
        self._head.addLayout(bar)
        self._head.addWidget(self.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
        self.setAutoFillBackground(True)
        group.buttonToggled.connect(self._switch)
        self.edit.verticalScrollBar().rangeChanged.connect(self._keep_part)
        self.edit.verticalScrollBar().valueChanged.connect(self._tell)
        self.edit.column_moved.connect(self._place_head)

    def show_page(self, page: LivePage, note: str, right_to_left: bool) -> None:
        """Show a source page; `note` says which language and version it is."""
        self.note.setText(note)
        self.note.setToolTip(plain_tip(note))
        self.title.setText(page.title)
        if self.edit.toPlainText() != page.body:
            self._driven = True
            self._line, self._part = 0.0, 0.0
            self.edit.setPlainText(page.body)
            self._driven = False
            self._keep_part()
        self.edit.set_direction(right_to_left)
        direction = (
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self.title.setLayoutDirection(direction)

    def show_difference(self, old: str, new: str) -> None:
        """What changed between two versions; equal ones take the switch away."""
        self._pages = (old, new)
        changed = old != new
        self.show_changes.setVisible(changed)
        self.show_text.setVisible(changed)
        if not changed:
            self.show_text.setChecked(True)
        elif self.show_changes.isChecked():
            self._fill_changes()

    def show_place(self, line: float, part: float) -> None:
        """Scroll so that `line` stands at `part` of the height; 0: `part` of the way down."""
        self._line, self._part = line, part
        self._keep_part()

    def set_look(self, colours: Mapping[str, str], font: QFont) -> None:
        """Colours by role, and the font of the text."""
        self._size = font.pointSizeF()
        self._highlighter.set_look(colours, self._size)
        title = QFont(self.font())
        title.setPointSizeF(self._size * 1.45)
        title.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(title)
        ground = QColor(colours["alternate"])
        for widget in (self, self.edit, self.changes, self.edit.viewport()):
            palette = widget.palette()
            palette.setColor(widget.backgroundRole(), ground)
            palette.setColor(palette.ColorRole.Base, ground)
            palette.setColor(palette.ColorRole.Window, ground)
            widget.setPalette(palette)
        for edit in (self.edit, self.changes):
            edit.setStyleSheet(f"background: {ground.name()}")
            edit.setFont(font)  # a style sheet resets it
        if self.show_changes.isChecked():
            self._fill_changes()

    def _place_head(self, left: int, right: int) -> None:
        self._head.setContentsMargins(left + 4, 8, right, 0)

    def _switch(self) -> None:
        changes = self.show_changes.isChecked()
        if changes:
            self._fill_changes()
        self._stack.setCurrentWidget(self.changes if changes else self.edit)

    def _fill_changes(self) -> None:
        """Words that went struck out, words that came underlined: not by colour alone."""
        gone, new = QTextCharFormat(), QTextCharFormat()
        gone.setFontStrikeOut(True)
        gone.setForeground(self._themes.colour("error"))
        gone.setBackground(self._themes.colour("error_soft"))
        new.setFontUnderline(True)
        new.setForeground(self._themes.colour("success"))
        new.setBackground(self._themes.colour("success_soft"))
        looks = {"same": QTextCharFormat(), "gone": gone, "new": new}
        self.changes.clear()
        cursor = QTextCursor(self.changes.document())
        first = -1
        for piece in diff_words(*self._pages):
            if piece.kind != "same" and first < 0:
                first = cursor.position()
            cursor.insertText(piece.text, looks[piece.kind])
        cursor.setPosition(max(first, 0))
        self.changes.setTextCursor(cursor)
        self.changes.ensureCursorVisible()

    def _keep_part(self) -> None:
        """Stay where the translation is, also when other widths break other lines."""
        bar = self.edit.verticalScrollBar()
        before, self._driven = self._driven, True
        if self._line:
            self.edit.show_place(self._line, self._part)
        else:
            bar.setValue(round(self._part * bar.maximum()))
        self._driven = before

    def _tell(self) -> None:
        if not self._driven:
            self._line, self._part = self.edit.place()
            self.scrolled.emit(self._line, self._part)
