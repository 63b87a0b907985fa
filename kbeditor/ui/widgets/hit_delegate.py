"""How a search result is drawn: mark, title, language, path, and the words found in their text."""

import re

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kbeditor.ui.models.columns import short_tag
from kbeditor.ui.models.roles import Role
from kbeditor.ui.widgets.delegates import GAP, ICON, PATH_SEPARATOR, RowDelegate
from kbeditor.ui.widgets.marks import paint_mark

MARGIN = 6
SNIPPET_LINES = 2

_Index = QModelIndex | QPersistentModelIndex
_MARKED = re.compile("\x02([^\x03]*)\x03")


class HitDelegate(RowDelegate):
    """Four lines at most; all rows are equally high."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        full = self.paint_ground(painter, option, index)
        height = full.fontMetrics.height()
        box = full.rect.adjusted(8, MARGIN, -8, -MARGIN)
        line = QRect(box.left(), box.top(), box.width(), height)
        self._paint_head(painter, line, full, index)
        text_left = box.left() + ICON + GAP
        small = _smaller(full.font)
        line = QRect(text_left, line.bottom() + 1, box.right() - text_left, height)
        path = PATH_SEPARATOR.join(index.data(Role.PATH) or ())
        if path:
            self.paint_text(painter, self._visual(full, line), path, full, role="muted", font=small)
            line.translate(0, height + 1)
        rest = QRect(text_left, line.top(), line.width(), box.bottom() - line.top() + 1)
        self._paint_snippet(painter, self._visual(full, rest), full, index.data(Role.SNIPPET) or "")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = option.fontMetrics.height()
        return QSize(160, 2 * height + SNIPPET_LINES * height + 2 * MARGIN)

    def _paint_head(
        self, painter: QPainter, line: QRect, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        mark = QRect(line.left(), line.top(), ICON, line.height())
        paint_mark(painter, QRectF(self._visual(option, mark)), index.data(Role.MARK), self.themes)
        tag = short_tag(index.data(Role.LOCALE))
        small = _smaller(option.font)
        width = QFontMetrics(small).horizontalAdvance(tag) + 2
        box = QRect(line.right() - width, line.top(), width, line.height())
        self.paint_text(
            painter, self._visual(option, box), tag, option, role="muted", font=small, at_end=True
        )
        title = QRect(line)
        title.setLeft(line.left() + ICON + GAP)
        title.setRight(box.left() - GAP)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        self.paint_text(painter, self._visual(option, title), index.data() or "", option, font=bold)

    def _paint_snippet(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, snippet: str
    ) -> None:
        words, ranges = marked_ranges(" ".join(snippet.split()))
        layout = QTextLayout(words, _smaller(option.font))
        how = QTextOption()
        how.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(how)
        plain = QTextCharFormat()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        plain.setForeground(self.themes.colour("selection_text" if selected else "muted"))
        found = QTextCharFormat()
        found.setForeground(self.themes.colour("text"))
        found.setBackground(self.themes.colour("match"))
        layout.setFormats(
            [_format(0, len(words), plain), *(_format(at, size, found) for at, size in ranges)]
        )
        layout.beginLayout()
        top = 0.0
        for _number in range(SNIPPET_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        layout.draw(painter, QPointF(box.topLeft()))

    def _visual(self, option: QStyleOptionViewItem, box: QRect) -> QRect:
        return QStyle.visualRect(option.direction, option.rect, box)


def marked_ranges(snippet: str) -> tuple[str, list[tuple[int, int]]]:
    """A snippet without its marks, and where the marked words stand: (start, length)."""
    ranges: list[tuple[int, int]] = []
    parts: list[str] = []
    length = 0
    for number, part in enumerate(_MARKED.split(snippet)):
        if number % 2:
            ranges.append((length, len(part)))
        parts.append(part)
        length += len(part)
    return "".join(parts), ranges


def _format(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, style
    return found


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.92)
    return small
