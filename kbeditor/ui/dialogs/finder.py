"""What quick open and the command palette share: a field, a list below, keys for both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from kbeditor.ui.desk import Desk
from kbeditor.ui.plain import PlainLabel, plain_tips

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ITEM_ROLE = Qt.ItemDataRole.UserRole
WIDTH, HEIGHT = 640, 420
ONE_LINE, TWO_LINES = 34, 50
KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the list. `end` stands at the far end (keys), `line` below, both quiet."""

    title: str
    value: Any
    line: str = ""
    end: str = ""
    icon: QIcon | None = None
    enabled: bool = True


class FoundModel(QAbstractListModel):
    """The lines now shown."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[Found, ...] = ()

    def show(self, items: Sequence[Found]) -> None:
        """Show these in place of those before."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def item(self, row: int) -> Found:
        """The line of a row."""
        return self._items[row]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    @plain_tips
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == ITEM_ROLE:
            return item
        if role in (Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole):
            return item.line or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not self._items[index.row()].enabled:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class FoundDelegate(QStyledItemDelegate):
    """Paints icon, title, quiet line and keys."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = desk.themes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item: Found = index.data(ITEM_ROLE)
        return QSize(200, TWO_LINES if item.line else ONE_LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Found = index.data(ITEM_ROLE)
        rect, themes = option.rect, self._themes
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, themes.colour("selection"))
        text = themes.colour("selection_text" if chosen else "text")
        quiet = text if chosen else themes.colour("muted")
        if not item.enabled:
            text = quiet = themes.colour("disabled")
        inner = rect.adjusted(14, 0, -14, 0)
        if item.icon is not None:
            item.icon.paint(painter, _at_start(option, inner, 16))
            inner = _beside(option, inner, 16 + 10)
        if item.end:
            width = QFontMetrics(option.font).horizontalAdvance(item.end) + 12
            self._write(painter, inner, option.font, quiet, item.end, at_end=True)
            inner = _before_end(option, inner, width)
        if not item.line:
            self._write(painter, inner, option.font, text, item.title)
            return
        half = inner.height() // 2
        title = QRect(inner.left(), inner.top() + 5, inner.width(), half - 5)
        line = QRect(inner.left(), inner.top() + half, inner.width(), half - 5)
        self._write(painter, title, option.font, text, item.title)
        self._write(painter, line, option.font, quiet, item.line)

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        font: QFont,
        colour: QColor,
        words: str,
        *,
        at_end: bool = False,
    ) -> None:
        side = Qt.AlignmentFlag.AlignTrailing if at_end else Qt.AlignmentFlag.AlignLeading
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)


class Finder(QDialog):
    """Opens below the top of the window; Escape or a click beside it leaves."""

    def __init__(self, desk: Desk, title: str, placeholder: str) -> None:
        super().__init__(desk.window)
        self.desk = desk
        self.setObjectName("finder")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.field = QLineEdit(placeholderText=placeholder, clearButtonEnabled=True)
        self.field.setAccessibleName(placeholder)
        self.field.textChanged.connect(self.look_for)
        self.field.returnPressed.connect(self.choose)
        self.field.installEventFilter(self)
        self.model = FoundModel()
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(FoundDelegate(desk, self))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.clicked.connect(self.choose)
        self._none = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._none.setProperty("role", "muted")
        self._none.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        column.addWidget(self._none, 1)
        self.field.setFocus()  # no window manager gives a popup the keyboard: it is handed on here
        self._dress()
        self._place()

    def look_for(self, words: str) -> None:
        """Show what fits the words; a subclass does, with `show_found`."""

    def chosen(self, value: Any) -> None:
        """Something was picked, and the list is closed."""

    def show_found(self, items: Sequence[Found], none: str) -> None:
        """Show these; `none` is said when there are none."""
        self.model.show(items)
        self.view.setVisible(bool(items))
        self._none.setText(none)
        self._none.setVisible(not items)
        first = next((row for row, item in enumerate(items) if item.enabled), None)
        if first is not None:
            self.view.setCurrentIndex(self.model.index(first))

    def choose(self) -> None:
        """Take what is marked."""
        index = self.view.currentIndex()
        if index.isValid() and self.model.item(index.row()).enabled:
            value = self.model.item(index.row()).value
            self.accept()
            self.chosen(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in KEYS
        ):
            self.view.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self.desk.window
        width = min(WIDTH, window.width() - 40)
        height = min(HEIGHT, window.height() - 140)
        self.resize(width, height)
        corner = QPoint((window.width() - width) // 2, 64)
        self.move(window.mapToGlobal(corner))

    def _dress(self) -> None:
        hex_ = self.desk.themes.hex
        self.setStyleSheet(
            f"#finder {{ background: {hex_('raised')};"
            f" border: 1px solid {hex_('border_strong')}; }}"
            f"#finder QLineEdit {{ border: none; border-bottom: 1px solid {hex_('border')};"
            f" border-radius: 0; padding: 11px 13px; font-size: 15px;"
            f" background: {hex_('raised')}; }}"
            f"#finder QListView {{ background: {hex_('raised')}; padding: 4px 0; }}"
        )


def _at_start(option: QStyleOptionViewItem, rect: QRect, side: int) -> QRect:
    top = rect.center().y() - side // 2
    rtl = option.direction == Qt.LayoutDirection.RightToLeft
    left = rect.right() - side if rtl else rect.left()
    return QRect(left, top, side, side)


def _beside(option: QStyleOptionViewItem, rect: QRect, width: int) -> QRect:
    rtl = option.direction == Qt.LayoutDirection.RightToLeft
    return rect.adjusted(0, 0, -width, 0) if rtl else rect.adjusted(width, 0, 0, 0)


def _before_end(option: QStyleOptionViewItem, rect: QRect, width: int) -> QRect:
    rtl = option.direction == Qt.LayoutDirection.RightToLeft
    return rect.adjusted(width, 0, 0, 0) if rtl else rect.adjusted(0, 0, -width, 0)
