"""The hands of a person at a window: keys, mouse, menus and dialogs."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QPointF,
    Qt,
)
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QKeySequence,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

PATIENCE_MS = 60_000
"""The end for what never comes: blocks of a large library are made beside, on a busy machine."""
NO_KEYS = Qt.KeyboardModifier.NoModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton

D = TypeVar("D", bound=QWidget)


class Hands(ABC):
    """Acts as the screen and keyboard do; knows no pane."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bot = qtbot

    @property
    @abstractmethod
    def window(self) -> Any:
        """The main window."""

    def until(self, condition: Callable[[], object], timeout: int = PATIENCE_MS) -> None:
        """Watch until something is so."""
        self.bot.waitUntil(lambda: bool(condition()), timeout=timeout)

    # ------------------------------------------------------------------ keyboard

    def focused(self) -> QWidget:
        """Who gets the keys."""
        for top in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if top is not None:
                inner: QWidget | None = top.focusWidget()
                return top if inner is None else inner
        if QApplication.activeWindow() is None:
            # Without a screen there is no window manager to hand the keyboard back.
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)
        holder: QWidget | None = QApplication.focusWidget()
        return self.window if holder is None else holder

    def keys(self, *sequences: str) -> None:
        """Press key combinations, one after the other, where the keyboard is."""
        for sequence in sequences:
            QApplication.processEvents()  # nobody is quicker than the event loop
            combination: Any = QKeySequence(sequence)[0]  # type: ignore[index]
            QTest.keyClick(self.focused(), combination.key(), combination.keyboardModifiers())

    def write(self, words: str) -> None:
        """Type words of any script where the keyboard is."""
        for letter in words:
            if letter == "\n":
                self.keys("Return")
                continue
            target = self.focused()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = ord(letter.upper()) if letter.isascii() else 0
                QApplication.sendEvent(target, QKeyEvent(kind, key, NO_KEYS, letter))

    # ------------------------------------------------------------------ mouse

    def hand(self, act: Callable[..., None], widget: QWidget, at: QPoint, keys: Any) -> None:
        """Use the mouse as the screen does: on the window that the widget stands in."""
        QApplication.processEvents()
        top = widget.window()
        act(top.windowHandle(), LEFT, keys, widget.mapTo(top, at))

    def click(self, widget: QWidget, at: QPoint | None = None, keys: Any = NO_KEYS) -> None:
        """Click a widget that is in sight."""
        assert widget.isVisible(), f"{widget} is not in sight"
        assert widget.isEnabled(), f"{widget} takes no clicks"
        self.hand(QTest.mouseClick, widget, at or widget.rect().center(), keys)

    def click_row(self, view: QAbstractItemView, index: QModelIndex, keys: Any = NO_KEYS) -> None:
        """Click a row or cell."""
        self.click(view.viewport(), self.place(view, index), keys)

    def double_click_row(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Double-click a row or cell: press and release come first, as with a real mouse."""
        place = self.place(view, index)
        self.click(view.viewport(), place)
        self.hand(QTest.mouseDClick, view.viewport(), place, NO_KEYS)

    def place(self, view: QAbstractItemView, index: QModelIndex) -> QPoint:
        """Where a row is, once it is scrolled into sight."""
        assert index.isValid()
        view.scrollTo(index)
        return view.visualRect(index).center()

    def wheel(self, widget: QWidget, notches: int) -> None:
        """Turn the wheel over a widget; down is negative."""
        centre = QPointF(widget.rect().center())
        event = QWheelEvent(
            centre,
            QPointF(widget.mapToGlobal(centre.toPoint())),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            NO_KEYS,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    # ------------------------------------------------------------------ menus and dialogs

    def pick(self, menu_id: str, *action_names: str) -> None:
        """Open a menu of the menu bar with the mouse and click an entry (or one of a submenu)."""
        bar = self.window.menuBar()
        menu = next(
            each for each in bar.findChildren(QMenu) if each.objectName() == f"menu.{menu_id}"
        )
        self.click(bar, bar.actionGeometry(menu.menuAction()).center())
        self.until(menu.isVisible)
        for name in action_names:
            action = self.entry(menu, name)
            assert action.isEnabled(), f"{name} is grey"
            self.click(menu, menu.actionGeometry(action).center())
            below = action.menu()
            if isinstance(below, QMenu):
                menu = below
                self.until(menu.isVisible)

    def entry(self, menu: QMenu, name: str) -> QAction:
        """An entry by its id, its submenu's id, or the start of its words."""
        for action in menu.actions():
            below = action.menu()
            if action.objectName() == name:
                return action
            if isinstance(below, QMenu) and below.objectName() == name:
                return action
        for action in menu.actions():
            if action.text().replace("&", "").startswith(name):
                return action
        raise AssertionError(f"{name!r} is not in {[each.text() for each in menu.actions()]}")

    def popup_pick(self, name: str) -> None:
        """Click an entry of the menu that has just opened."""
        self.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        self.click(menu, menu.actionGeometry(self.entry(menu, name)).center())

    def dialog(self, kind: type[D]) -> D:
        """Wait for a dialog (or another window on top) of this class."""
        found: list[D] = []

        def shown() -> bool:
            for each in QApplication.topLevelWidgets():
                holder: QWidget | None = each.focusWidget()
                if isinstance(each, kind) and each.isVisible() and holder is not None:
                    found.append(each)
            return bool(found)

        self.until(shown)
        return found[0]

    def press(self, within: QWidget, words: str) -> None:
        """Click the button in sight that says this."""
        for button in within.findChildren(QAbstractButton):
            said = button.text().replace("&", "") or button.accessibleName()
            if said == words and button.isVisible():
                self.click(button)
                return
        raise AssertionError(f"no button says {words!r}")

    def fill(self, field: QLineEdit, words: str) -> None:
        """Replace what stands in a field by typing."""
        self.click(field)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.write(words)
        assert field.text() == words

    def choose(self, box: QComboBox, words: str) -> None:
        """Open a list of choices and click one."""
        self.click(box)
        self.until(box.view().isVisible)
        self.click_row(box.view(), box.model().index(box.findText(words), 0))
        self.until(lambda: box.currentText() == words and not box.view().isVisible())

    def tab(self, bar: QTabBar, words: str) -> None:
        """Click a tab."""
        index = next(i for i in range(bar.count()) if bar.tabText(i) == words)
        self.click(bar, bar.tabRect(index).center())
