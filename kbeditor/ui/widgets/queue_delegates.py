"""How a work queue's rows are drawn: a title behind its mark, icons, bars."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kbeditor.ui.models.queue import ICONS
from kbeditor.ui.models.roles import Role
from kbeditor.ui.widgets.delegates import GAP, ICON, RowDelegate
from kbeditor.ui.widgets.marks import paint_mark

HEIGHT = 10
_BAR = 6
_Index = QModelIndex | QPersistentModelIndex


class MarkedTitleDelegate(RowDelegate):
    """A title behind its status mark."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        full = self.paint_ground(painter, option, index)
        line = full.rect.adjusted(6, 0, -GAP, 0)
        place = QRect(line.left(), line.top(), ICON, line.height())
        mark = index.data(Role.MARK)
        if mark is not None:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            box = QStyle.visualRect(option.direction, full.rect, place)
            paint_mark(painter, QRectF(box), mark, self.themes, selected=selected)
        line.setLeft(line.left() + ICON + GAP)
        box = QStyle.visualRect(option.direction, full.rect, line)
        self.paint_text(painter, box, full.text, full)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, option.fontMetrics.height() + HEIGHT)


class IconDelegate(RowDelegate):
    """A column's icon where its row has it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        full = self.paint_ground(painter, option, index)
        if index.data(Role.COUNT):
            self.paint_icon(painter, full.rect, *ICONS[index.column()])


class PercentDelegate(RowDelegate):
    """A bar and the percent that its cell says; a number at `Role.COUNT`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        full = self.paint_ground(painter, option, index)
        percent = index.data(Role.COUNT)
        if percent is not None:
            room = full.fontMetrics.horizontalAdvance("100 %") + GAP
            line = full.rect.adjusted(8, 0, -8, 0)
            words = QRect(line.right() - room, line.top(), room, line.height())
            bar = QRectF(line.left(), line.center().y() - _BAR / 2, line.width() - room - GAP, _BAR)
            visual = QStyle.visualRect(option.direction, full.rect, words)
            self.paint_text(painter, visual, full.text, full, at_end=True)
            self._paint_bar(painter, full, bar, percent)
        painter.restore()

    def _paint_bar(
        self, painter: QPainter, option: QStyleOptionViewItem, bar: QRectF, percent: int
    ) -> None:
        if option.direction == Qt.LayoutDirection.RightToLeft:
            bar.moveLeft(option.rect.left() + option.rect.right() - bar.right())
        ground = QPainterPath()
        ground.addRoundedRect(bar, _BAR / 2, _BAR / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(ground)
        painter.fillRect(bar, self.themes.colour("pressed"))
        done = QRectF(bar)
        done.setWidth(bar.width() * percent / 100)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            done.moveRight(bar.right())
        painter.fillRect(done, self.themes.colour("mark_published"))
