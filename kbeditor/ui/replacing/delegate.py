"""How the places of find and replace are drawn: what goes struck out, what comes beside it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kbeditor.ui.models.columns import short_tag
from kbeditor.ui.models.roles import Role
from kbeditor.ui.replacing.model import Change
from kbeditor.ui.texts import number_words
from kbeditor.ui.widgets.delegates import GAP, ICON, PATH_SEPARATOR, RowDelegate
from kbeditor.ui.widgets.marks import paint_mark

_WHERE = 96
"""Pixels for what says where in its text a place is."""
_BEFORE = 0.4
"""So much of a row at most stands before the hit: the hit is always in sight."""
_LINE_END = "↵"

_Index = QModelIndex | QPersistentModelIndex


class PlaceDelegate(RowDelegate):
    """One line per text, one per place."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        full = self.paint_ground(painter, option, index)
        style = option.widget.style()
        part = QStyle.SubElement.SE_ItemViewItemText
        box = style.subElementRect(part, full, option.widget).adjusted(2, 0, -8, 0)
        if isinstance(change := index.data(Role.SNIPPET), Change):
            self._paint_place(painter, box, full, index, change)
        else:
            self._paint_text(painter, box, full, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, option.fontMetrics.height() + 8)

    def _paint_text(
        self, painter: QPainter, box: QRect, full: QStyleOptionViewItem, index: _Index
    ) -> None:
        mark = QRect(box.left(), box.top(), ICON, box.height())
        paint_mark(
            painter, QRectF(self._visual(full, box, mark)), index.data(Role.MARK), self.themes
        )
        at = box.left() + ICON + GAP
        bold = QFont(full.font)
        bold.setWeight(QFont.Weight.DemiBold)
        tag = short_tag(index.data(Role.LOCALE))
        path = PATH_SEPARATOR.join(index.data(Role.PATH) or ())
        count = number_words(index.data(Role.COUNT))
        for words, role, font in (
            (index.data() or "", "", bold),
            (f"  {tag}", "muted", full.font),
            (f"  {count}", "accent", full.font),
            (f"   {path}" if path else "", "muted", full.font),
        ):
            rest = QRect(at, box.top(), max(0, box.right() - at), box.height())
            at += self.paint_text(
                painter, self._visual(full, box, rest), words, full, role=role, font=font
            )

    def _paint_place(
        self,
        painter: QPainter,
        box: QRect,
        full: QStyleOptionViewItem,
        index: _Index,
        change: Change,
    ) -> None:
        where = QRect(box.left(), box.top(), _WHERE, box.height())
        self.paint_text(
            painter, self._visual(full, box, where), index.data(Role.PATH) or "", full, role="muted"
        )
        rest = QRect(box)
        rest.setLeft(box.left() + _WHERE + GAP)
        place = change.place
        selected = bool(full.state & QStyle.StateFlag.State_Selected)
        plain = QTextCharFormat()
        plain.setForeground(self.themes.colour("selection_text" if selected else "text"))
        gone, come = QTextCharFormat(plain), QTextCharFormat(plain)
        gone.setBackground(self.themes.colour("match" if change.new is None else "error_soft"))
        gone.setForeground(self.themes.colour("text"))
        gone.setFontStrikeOut(change.new is not None)
        come.setBackground(self.themes.colour("success_soft"))
        come.setForeground(self.themes.colour("text"))
        come.setFontWeight(QFont.Weight.DemiBold)
        room = int(rest.width() * _BEFORE)
        before = full.fontMetrics.elidedText(place.before, Qt.TextElideMode.ElideLeft, room)
        parts = [
            (before, plain),
            (_shown(place.found), gone),
            (_shown(change.new or ""), come),
            (place.after, plain),
        ]
        self._paint_parts(painter, self._visual(full, box, rest), full.font, parts)

    def _paint_parts(
        self,
        painter: QPainter,
        box: QRect,
        font: QFont,
        parts: list[tuple[str, QTextCharFormat]],
    ) -> None:
        layout = QTextLayout("".join(words for words, _ in parts), font)
        how = QTextOption()
        how.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        how.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(how)
        formats, at = [], 0
        for words, look in parts:
            found = QTextLayout.FormatRange()
            # Qt counts UTF-16 units.
            length = len(words.encode("utf-16-le")) // 2
            found.start, found.length, found.format = at, length, look
            formats.append(found)
            at += length
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(box.width())
        layout.endLayout()
        painter.setClipRect(box)
        top = box.top() + (box.height() - line.height()) / 2
        layout.draw(painter, QPointF(box.left(), top))

    def _visual(self, full: QStyleOptionViewItem, whole: QRect, box: QRect) -> QRect:
        return QStyle.visualRect(full.direction, whole, box)


def _shown(words: str) -> str:
    """In one line; a line's end is seen."""
    return words.replace("\n", _LINE_END).replace("\t", "⇥")
