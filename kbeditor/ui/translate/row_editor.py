"""The open row: its source to read, its target to write, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPushButton, QWidget

from kbeditor.domain.blocks import BlockPair
from kbeditor.ui.block_words import standing_words
from kbeditor.ui.themes import Themes
from kbeditor.ui.translate.block_edit import BlockEdit
from kbeditor.ui.translate.geometry import GUTTER, PADDING
from kbeditor.ui.translate.looks import INDENTS
from kbeditor.ui.translate.painting import BlockPainter, paint_lead, source_pieces
from kbeditor.ui.translate.source_view import SourceView
from kbeditor.ui.translate.strip import Strip, Way
from kbeditor.ui.widgets.diff_view import diff_looks

ABOVE, LEAST = 6, 22
"""Pixels between the texts and the line below them; its height where it holds no button."""
CODE_HEIGHT = 180
"""Pixels that code takes at most; more of it is scrolled."""


class RowEditor(QWidget):
    """Lies over the list's open row. Its list gives it the row's place; it says how high it is."""

    grown = Signal()

    def __init__(self, themes: Themes, painter: BlockPainter, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes, self._painter = themes, painter
        self.pair: BlockPair | None = None
        self.source = SourceView(self)
        self.edit = BlockEdit(self)
        self.strip = Strip(self)
        self._blank = QTextDocument(self)
        self._blank.setDocumentLayout(QPlainTextDocumentLayout(self._blank))
        self._height = 0
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._fit)
        self.edit.focus_changed.connect(self.update)
        self.hide()

    # ------------------------------------------------------------------ what is shown

    def show_pair(self, pair: BlockPair, document: QTextDocument) -> None:
        """Open a row: its target is in `document`."""
        self.pair = None  # while it is put together nothing counts as growing
        font = self._painter.looks.font(pair.kind)
        self.edit.kind = pair.kind
        self.edit.setDocument(document)
        self.edit.setFont(font)
        document.setDefaultFont(font)
        self.edit.set_direction(self._painter.right_to_left[1] and pair.kind.translatable)
        self.edit.setReadOnly(not pair.kind.translatable)
        bars = Qt.ScrollBarPolicy
        self.edit.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if pair.kind.translatable else bars.ScrollBarAsNeeded
        )
        self.edit.setPlaceholderText("")  # Qt looks only then whether this document is empty
        if pair.kind.translatable:
            self.edit.setPlaceholderText(self.tr("Write the translation…"))
        self.take(pair)

    def take(self, pair: BlockPair) -> None:
        """News about the open row: its source, its state. The target is the document's own."""
        self.source.show_pieces(
            source_pieces(pair),
            diff_looks(self._themes),
            self._painter.looks.font(pair.kind),
            rtl=self._painter.right_to_left[0],
        )
        self.pair = pair
        self.strip.state.setText(standing_words(pair))
        self._fit()
        self.update()

    def let_go(self) -> None:
        """Show no document any more: it may end before this does."""
        self.pair = None
        self.hide()
        self.edit.setDocument(self._blank)

    @property
    def buttons(self) -> Sequence[QPushButton]:
        """What can be done, below the texts."""
        return self.strip.buttons

    def offer(self, ways: Sequence[Way]) -> None:
        """Other buttons below the texts."""
        self.strip.offer(ways)
        self._fit()

    def set_look(self) -> None:
        """Take the theme's colours."""
        themes = self._themes
        self.edit.set_colours(themes.colour("faint"), themes.colour("base"))
        self.strip.set_look(self._painter.looks.label)
        self.source.setStyleSheet(f"background: transparent; color: {themes.hex('text')};")
        self.edit.setStyleSheet(f"background: {themes.hex('base')};")
        if self.pair is not None:
            self.show_pair(self.pair, self.edit.document())

    # ------------------------------------------------------------------ place

    @property
    def strip_height(self) -> int:
        """Pixels of what stands below the texts."""
        return ABOVE + max(self.strip.height_for(self._strip_width), LEAST) + PADDING

    @property
    def _strip_width(self) -> int:
        return max(self._painter.columns.width - GUTTER - PADDING, 0)

    def wanted_height(self) -> int:
        """Pixels of the row with these texts."""
        pair = self.pair
        if pair is None:
            return 0
        painter = self._painter
        columns, indent = painter.columns, INDENTS.get(pair.kind, 0)
        source = self.source.text_height(columns.text_width - indent)
        target = self.edit.text_height()
        if not pair.kind.translatable:
            target = min(target, CODE_HEIGHT)
        return columns.height(source, target) + painter.looks.top(pair.kind) + self.strip_height

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put the parts where the painted ones stand in other rows."""
        if self.pair is None:
            return
        columns = self._painter.columns
        below = self._below()
        indent = INDENTS.get(self.pair.kind, 0)
        width = columns.text_width - indent
        height = self.source.text_height(width)
        source_rtl, target_rtl = self._painter.right_to_left
        self.source.setVisible(columns.source_shown)
        place = columns.source(below, height)
        self.source.setGeometry(_indented(place, indent, source_rtl))
        self.edit.setVisible(columns.target_shown)
        field = _indented(columns.target(below, height), indent, target_rtl)
        self.edit.setGeometry(field.adjusted(1, 1, -1, -1))
        height = self.strip_height
        self.strip.setGeometry(
            GUTTER, self.height() - height + ABOVE, self._strip_width, height - ABOVE - PADDING
        )
        self._fit()

    def _below(self) -> QRect:
        assert self.pair is not None
        top = self._painter.looks.top(self.pair.kind)
        return self.rect().adjusted(0, top, 0, -self.strip_height)

    def _fit(self) -> None:
        if self.pair is None:
            return
        height = self.wanted_height()
        if height != self._height:
            self._height = height
            self.grown.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.pair is None:
            return
        themes = self._themes
        painter = QPainter(self)
        painter.fillRect(self.rect(), themes.colour("current_line"))
        self._painter.paint_frame(painter, self.rect(), self.pair, strip=self.strip_height)
        painter.fillRect(0, 0, 3, self.height(), themes.colour("accent"))
        columns, indent = self._painter.columns, INDENTS.get(self.pair.kind, 0)
        below = self._below()
        height = self.source.height()
        if indent:
            kind, looks = self.pair.kind, self._painter.looks
            rtl = self._painter.right_to_left
            if columns.source_shown:
                place = columns.source(below, height)
                paint_lead(painter, place, kind, looks, themes, right_to_left=rtl[0])
            if columns.target_shown:
                field = columns.target(below, height)
                place = field.adjusted(0, PADDING - 1, 0, 0)
                paint_lead(painter, place, kind, looks, themes, right_to_left=rtl[1])
        if columns.target_shown:
            focused = self.edit.hasFocus()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = themes.colour("accent" if focused else "border_strong")
            painter.setPen(QPen(colour, 1.6 if focused else 1.0))
            painter.setBrush(themes.colour("base"))
            field = self.edit.geometry().adjusted(-1, -1, 1, 1)
            painter.drawRoundedRect(QRectF(field).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def _indented(place: QRect, indent: int, right_to_left: bool) -> QRect:
    return place.adjusted(0, 0, -indent, 0) if right_to_left else place.adjusted(indent, 0, 0, 0)
