"""How titles and status marks are drawn in the rows of trees, lists and tables."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPixmap, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kbeditor.domain.records import Kind
from kbeditor.ui.icons import pixmap
from kbeditor.ui.models.roles import Role
from kbeditor.ui.texts import number_words
from kbeditor.ui.themes import Themes
from kbeditor.ui.vote_words import poor, share_words
from kbeditor.ui.widgets.marks import paint_mark

ICON = 16
GAP = 6
PATH_SEPARATOR = " › "

_Index = QModelIndex | QPersistentModelIndex
_ICONS = {Kind.CATEGORY: "folder", Kind.ARTICLE: "article"}


class RowDelegate(QStyledItemDelegate):
    """Draws the row's ground as the style does; what stands on it is drawn by subclasses."""

    def __init__(self, themes: Themes, parent: QObject) -> None:
        super().__init__(parent)
        self.themes = themes
        self._pixmaps: dict[tuple[str, str, float], QPixmap] = {}
        themes.changed.connect(self._pixmaps.clear)

    def paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> QStyleOptionViewItem:
        """Draw selection, hover and focus; gives the option with the index's font and text."""
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        ground = QStyleOptionViewItem(full)
        ground.text = ""
        widget = option.widget
        style = widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, widget)
        return full

    def paint_icon(self, painter: QPainter, box: QRect, name: str, role: str) -> None:
        """Draw one of our icons in the middle of `box`."""
        ratio = painter.device().devicePixelRatioF()
        key = (name, role, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = pixmap(name, self.themes.colour(role), ICON, ratio)
        target = QRect(0, 0, ICON, ICON)
        target.moveCenter(box.center())
        painter.drawPixmap(target, self._pixmaps[key])

    def paint_text(
        self,
        painter: QPainter,
        box: QRect,
        words: str,
        option: QStyleOptionViewItem,
        *,
        role: str = "",
        font: QFont | None = None,
        at_end: bool = False,
    ) -> int:
        """Draw one line, elided, in its own direction; returns the width it took.

        `role` is a colour role; without one the row's own text colour is used.
        """
        used = font or option.font
        metrics = QFontMetrics(used)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if at_end != mirrored else Qt.AlignmentFlag.AlignLeft
        how = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        how.setWrapMode(QTextOption.WrapMode.NoWrap)
        how.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        own = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(self.themes.colour(role) if role else option.palette.color(own))
        painter.setFont(used)
        painter.drawText(QRectF(box), shown, how)
        return metrics.horizontalAdvance(shown)


class TitleDelegate(RowDelegate):
    """Icon, title, promoted star and the number of articles within.

    With `two_lines` the category path stands below the title: for lists out of the tree.
    """

    def __init__(self, themes: Themes, parent: QObject, *, two_lines: bool = False) -> None:
        super().__init__(themes, parent)
        self._two_lines = two_lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        full = self.paint_ground(painter, option, index)
        ref = index.data(Role.REF)
        line = full.rect.adjusted(4, 0, -GAP, 0)
        if self._two_lines and index.data(Role.PATH):
            half = line.height() // 2
            self._paint_path(painter, line.adjusted(ICON + GAP, half - 2, 0, -2), full, index)
            line.setHeight(half + 4)
        icon_box = QRect(line.left(), line.top(), ICON, line.height())
        self.paint_icon(painter, self._visual(full, icon_box), _ICONS[ref.kind], "faint")
        line.setLeft(line.left() + ICON + GAP)
        self._paint_title(painter, line, full, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = option.fontMetrics.height()
        return QSize(120, 2 * height + 12 if self._two_lines else max(height + 10, 26))

    def _paint_title(
        self, painter: QPainter, line: QRect, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        if index.data(Role.PRESENT):
            box = QRect(line.right() - ICON, line.top(), ICON, line.height())
            self.paint_icon(painter, self._visual(option, box), "pencil", "accent")
            line.setRight(box.left() - GAP)
        count, votes = index.data(Role.COUNT), index.data(Role.VOTES)
        if count or votes:
            words = share_words(votes) if votes else number_words(count)
            small = QFont(option.font)
            small.setPointSizeF(option.font.pointSizeF() * 0.86)
            width = QFontMetrics(small).horizontalAdvance(words)
            box = QRect(line.right() - width, line.top(), width + 1, line.height())
            self.paint_text(
                painter,
                self._visual(option, box),
                words,
                option,
                role="warning" if votes and poor(votes) else "faint",
                font=small,
                at_end=True,
            )
            line.setRight(box.left() - GAP)
        promoted = index.data(Role.PROMOTED)
        if promoted:
            line.setRight(line.right() - ICON - 2)
        font = QFont(option.font)
        borrowed = bool(index.data(Role.BORROWED))
        font.setItalic(borrowed)
        width = self.paint_text(
            painter,
            self._visual(option, line),
            index.data() or "",
            option,
            font=font,
            role="muted" if borrowed else "",
        )
        if promoted:
            star = QRect(line.left() + width + 4, line.top(), ICON, line.height())
            self.paint_icon(painter, self._visual(option, star), "star", "warning")

    def _paint_path(
        self, painter: QPainter, line: QRect, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        words = PATH_SEPARATOR.join(index.data(Role.PATH) or ())
        self.paint_text(
            painter, self._visual(option, line), words, option, role="muted", font=small
        )

    def _visual(self, option: QStyleOptionViewItem, box: QRect) -> QRect:
        return QStyle.visualRect(option.direction, option.rect, box)


class MarkDelegate(RowDelegate):
    """A status mark in the middle of a cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.paint_ground(painter, option, index)
        mark = index.data(Role.MARK)
        if mark is not None:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            paint_mark(painter, QRectF(option.rect), mark, self.themes, selected=selected)


class BehindDelegate(RowDelegate):
    """A status mark, and behind it how many words the text is behind its source."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        full = self.paint_ground(painter, option, index)
        mark, behind = index.data(Role.MARK), index.data(Role.BEHIND)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        line = full.rect.adjusted(GAP, 0, -GAP, 0)
        place = QRect(line.left(), line.top(), ICON, line.height())
        if mark is not None:
            box = QStyle.visualRect(option.direction, full.rect, place)
            paint_mark(painter, QRectF(box), mark, self.themes, selected=selected)
        if behind:
            line.setLeft(place.right() + 2)
            words = QStyle.visualRect(option.direction, full.rect, line)
            self.paint_text(painter, words, number_words(behind), full, role="muted", at_end=True)
        painter.restore()


class TextDelegate(RowDelegate):
    """One line of words, in its own direction, standing under its column's head."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        full = self.paint_ground(painter, option, index)
        at_end = bool(full.displayAlignment & Qt.AlignmentFlag.AlignRight)
        self.paint_text(painter, full.rect.adjusted(8, 0, -8, 0), full.text, full, at_end=at_end)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        words = str(index.data() or "")
        return QSize(
            option.fontMetrics.horizontalAdvance(words) + 16, option.fontMetrics.height() + 10
        )
