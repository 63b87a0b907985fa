"""Paints a row: its mark, the source with what changed in it, the target, the words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kbeditor.domain.blocks import BlockKind, BlockPair, Freshness
from kbeditor.domain.word_diff import Piece, diff_words
from kbeditor.ui.block_words import standing_words
from kbeditor.ui.readable import readable
from kbeditor.ui.texts import number_words
from kbeditor.ui.themes import Themes
from kbeditor.ui.translate.geometry import EDGE, GUTTER, PADDING, Columns
from kbeditor.ui.translate.looks import INDENTS, Looks, label_of
from kbeditor.ui.translate.marks import paint_block_mark
from kbeditor.ui.translate.rows import BlockRows, Index, is_empty
from kbeditor.ui.widgets.diff_view import diff_looks

LATIN = "\u0250"
"""Letters before this one are about as wide as one another."""
CODE_LINES = 4
"""So many lines of code are shown at the beginning and at the end of a stretch."""
SURE = 1.6
"""A line so much wider than its text seems to be holds it for certain."""


def source_pieces(pair: BlockPair) -> list[Piece]:
    """What stands in the source column: changes where it is outdated, an orphan's old source."""
    if pair.source is None:
        return [Piece("gone", pair.previous)] if pair.previous else []
    if pair.freshness is Freshness.OUTDATED and pair.previous is not None:
        pieces = diff_words(pair.previous, pair.source, flowing=pair.kind.translatable)
    else:
        pieces = [Piece("same", pair.source)]
    if pair.kind.translatable:
        return pieces
    return [Piece(p.kind, shortened(p.text)) if p.kind == "same" else p for p in pieces]


def pieces_in_passing(pair: BlockPair) -> list[Piece]:
    """As `source_pieces`, for a row that is not open; an id shows where nothing else changed."""
    if not pair.kind.translatable:
        return source_pieces(pair)
    source = readable(pair.source) if pair.source is not None else None
    previous = readable(pair.previous) if pair.previous is not None else None
    if source == previous:
        return source_pieces(pair)
    return source_pieces(replace(pair, source=source, previous=previous))


def shortened(code: str) -> str:
    """Code of many lines without its middle: it is there to be known again, not to be read."""
    lines = code.split("\n")
    if len(lines) <= 2 * CODE_LINES + 1:
        return code
    return "\n".join([*lines[:CODE_LINES], "⋯", *lines[-CODE_LINES:]])


class BlockPainter(QStyledItemDelegate):
    """The list's delegate. What it measured is kept as long as pair and width stay the same."""

    def __init__(self, themes: Themes, rows: BlockRows, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes, self._rows = themes, rows
        self.looks = looks
        self.columns = Columns(400)
        self.right_to_left = (False, False)  # source, target
        self.open_id: str | None = None  # of the row that an editor covers
        self.open_height = 0
        self.issues: Mapping[str, str] = {}  # the graver level of blocks that have issues
        self._heights: dict[str, tuple[BlockPair, tuple[int, int]]] = {}
        self._pieces: dict[str, tuple[BlockPair, list[Piece]]] = {}

    def set_look(self, looks: Looks, columns: Columns) -> bool:
        """Other fonts or columns; whether anything is to be measured anew."""
        if (looks, columns) == (self.looks, self.columns):
            return False
        self.looks, self.columns = looks, columns
        self._heights.clear()
        return True

    # ------------------------------------------------------------------ measuring

    def pieces(self, pair: BlockPair) -> list[Piece]:
        """The source column's pieces of a row that is not open; word diffs are made once."""
        known = self._pieces.get(pair.id)
        if known is None or known[0] != pair:
            known = self._pieces[pair.id] = (pair, pieces_in_passing(pair))
        return known[1]

    def heights(self, pair: BlockPair) -> tuple[int, int]:
        """Pixels of the source's text and of the target's."""
        known = self._heights.get(pair.id)
        if known is None or known[0] is not pair:
            known = self._heights[pair.id] = (pair, self._measure(pair))
        return known[1]

    def _measure(self, pair: BlockPair) -> tuple[int, int]:
        font = self.looks.font(pair.kind)
        width = self.columns.text_width - INDENTS.get(pair.kind, 0)
        source = target = 0
        if self.columns.source_shown:
            source = self._text_height("".join(p.text for p in self.pieces(pair)), font, width)
        if self.columns.target_shown:
            target = self._text_height(_target_words(pair), font, width)
        return source, target

    def _text_height(self, text: str, font: QFont, width: int) -> int:
        metrics = QFontMetricsF(font)
        seems = len(text) * metrics.averageCharWidth() * SURE
        if seems < width and (not text or max(text) < LATIN) and "\n" not in text:
            return round(metrics.lineSpacing())
        return round(_laid_out(text, font, width, right_to_left=False).boundingRect().height())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        pair = self._rows.pair(index.row())  # all rows are asked: not by way of Qt
        if pair.id == self.open_id and self.open_height:
            return QSize(self.columns.width, self.open_height)
        height = self.columns.height(*self.heights(pair)) + self.looks.top(pair.kind)
        return QSize(self.columns.width, height)

    # ------------------------------------------------------------------ painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pair = self._rows.pair(index.row())
        row: QRect = option.rect
        themes, columns = self._themes, self.columns
        painter.save()
        painter.setClipRect(row)
        self.paint_frame(painter, row, pair)
        source_height, _ = self.heights(pair)
        below = row.adjusted(0, self.looks.top(pair.kind), 0, 0)
        if columns.source_shown:
            place = columns.source(below, source_height)
            colour = themes.colour("text" if pair.kind.translatable else "muted")
            self._paint_text(painter, place, pair, self.pieces(pair), colour, 0)
        if columns.target_shown:
            place = columns.target(below, source_height).adjusted(EDGE, EDGE, -EDGE, 0)
            kind = "gone" if pair.freshness is Freshness.ORPHAN else "same"
            pieces = [Piece(kind, _target_words(pair))]
            pale = is_empty(pair) or not pair.kind.translatable
            self._paint_text(
                painter, place, pair, pieces, themes.colour("faint" if pale else "text"), 1
            )
        painter.restore()

    def paint_frame(self, painter: QPainter, row: QRect, pair: BlockPair, strip: int = 0) -> None:
        """What stands around the texts: mark, label, words, lines (which end `strip` above)."""
        themes = self._themes
        middle = self.looks.top(pair.kind) + PADDING
        height = QFontMetricsF(self.looks.font(pair.kind)).lineSpacing()
        mark = QRectF(row.left(), row.top() + middle, GUTTER, height)
        paint_block_mark(painter, mark, pair, themes)
        painter.setPen(QPen(themes.colour("border"), 1))
        painter.drawLine(row.bottomLeft(), row.bottomRight())
        line = self.columns.line_at(row)
        if line >= 0:
            painter.drawLine(line, row.top(), line, row.bottom() - strip)
        painter.setFont(self.looks.label)
        painter.setPen(themes.colour("faint"))
        label = label_of(pair)
        if label:
            place = QRectF(row.left() + GUTTER, row.top() + PADDING - 2, 200, middle - PADDING)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, label)
        if pair.words:
            place = QRectF(row.right() - 40, mark.top(), 30, height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, flags, number_words(pair.words))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        level = self.issues.get(pair.id)
        if level:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(themes.colour("error" if level == "error" else "warning"))
            painter.drawEllipse(QPointF(row.left() + 8, mark.center().y()), 2.6, 2.6)
        if pair.open_notes:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(themes.colour("info"))
            painter.drawEllipse(QPointF(row.right() - 14, mark.bottom() + 6), 3.0, 3.0)

    def _paint_text(
        self,
        painter: QPainter,
        place: QRect,
        pair: BlockPair,
        pieces: Sequence[Piece],
        colour: QColor,
        side: int,
    ) -> None:
        rtl = self.right_to_left[side] and pair.kind.translatable
        indent = INDENTS.get(pair.kind, 0)
        if indent:
            paint_lead(painter, place, pair.kind, self.looks, self._themes, right_to_left=rtl)
            place = place.adjusted(0, 0, -indent, 0) if rtl else place.adjusted(indent, 0, 0, 0)
        font = self.looks.font(pair.kind)
        text = "".join(piece.text for piece in pieces)
        if not pair.kind.translatable and text:
            ground = place.adjusted(-4, -3, 4, 3)
            ground.setHeight(min(ground.height(), self.heights(pair)[side] + 6))
            painter.fillRect(ground, self._themes.colour("syntax_code_ground"))
        layout = _laid_out(text, font, place.width(), right_to_left=rtl)
        painter.setPen(colour)
        layout.draw(painter, QPointF(place.topLeft()), self._ranges(pieces))

    def _ranges(self, pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
        if all(piece.kind == "same" for piece in pieces):
            return []
        formats = diff_looks(self._themes)
        ranges, start = [], 0
        for piece in pieces:
            length = len(piece.text.encode("utf-16-le")) // 2
            if piece.kind != "same":
                each = QTextLayout.FormatRange()
                each.start, each.length = start, length
                each.format = formats[piece.kind]
                ranges.append(each)
            start += length
        return ranges


def _target_words(pair: BlockPair) -> str:
    if pair.target is None:
        return standing_words(pair)
    return readable(pair.target) if pair.kind.translatable else shortened(pair.target)


def paint_lead(
    painter: QPainter,
    place: QRect,
    kind: BlockKind,
    looks: Looks,
    themes: Themes,
    *,
    right_to_left: bool,
) -> None:
    """What shows in the indent that this is an item, a quotation or a definition."""
    height = QFontMetricsF(looks.font(kind)).lineSpacing()
    x = place.right() - 5 if right_to_left else place.left() + 5
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind is BlockKind.ITEM:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(themes.colour("muted"))
        painter.drawEllipse(QPointF(x, place.top() + height / 2), 2.4, 2.4)
    else:
        painter.setPen(QPen(themes.colour("border_strong"), 3 if kind is BlockKind.QUOTE else 1))
        painter.drawLine(x - 2, place.top() + 1, x - 2, place.top() + round(height) - 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _laid_out(text: str, font: QFont, width: int, *, right_to_left: bool) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if right_to_left:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setCacheEnabled(False)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout
