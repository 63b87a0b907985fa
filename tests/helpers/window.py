"""A person at the real window: keys and mouse for hands, the screen for eyes, never a sleep."""

import gc
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QModelIndex,
    QPoint,
    QPointF,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
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

from kbeditor.app.opening import open_workspace
from kbeditor.app.paths import Paths
from kbeditor.app.workspace import Workspace
from kbeditor.domain.records import Kind, Ref, Text, TextRef
from kbeditor.ui.application import Program, Start, prepare_environment
from kbeditor.ui.dialogs.bug import BugDialog
from kbeditor.ui.panes.editor import EditorPane
from kbeditor.ui.panes.findings import FindingsPane
from kbeditor.ui.panes.matrix import MatrixPane
from kbeditor.ui.panes.navigator import NavigatorPane
from kbeditor.ui.panes.preview import PreviewPane
from kbeditor.ui.panes.search import SearchPane
from kbeditor.ui.panes.status import StatusPane
from kbeditor.ui.panes.trash import TrashPane
from kbeditor.ui.preview.web_view import WebView

# Before pytest-qt makes the application: the web engine learns of `kb:` then or never.
prepare_environment()

PATIENCE_MS = 20_000
SIZE = (1440, 900)
NO_KEYS = Qt.KeyboardModifier.NoModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
BAD = frozenset({QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg})
HARMLESS = (
    "This plugin does not support",  # what the offscreen platform cannot do
    "Sandboxing disabled by user",
)
CHROMIUM = ("GPUInfo", "QRhi", "Failed to create RHI", "Vulkan", "GBM is not supported")

T = TypeVar("T")
D = TypeVar("D", bound=QWidget)
P = TypeVar("P", bound=QWidget)


class Person:
    """What a person does at the window, and what they see there."""

    def __init__(self, qtbot: QtBot, home: Path) -> None:
        self.bot = qtbot
        self.home = home
        self.paths = Paths(
            home / "config", home / "data", home / "cache", home / "logs", home / "documents"
        )
        self.program: Program
        self.watch = Watch()
        self.started = False

    # ------------------------------------------------------------------ start and end

    def start(self, start: Start | None = None) -> None:
        """Start the program as `kbeditor` does, and see its window."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.program = Program(application, self.paths, language="en", theme="light")
        self.started = True
        self.program.errors.install_hooks()
        self.program.show()
        self.window.resize(*SIZE)  # a platform without a screen makes do with less when it can
        self.window.activateWindow()
        self.bot.waitUntil(self.window.isActiveWindow, timeout=PATIENCE_MS)
        self.program.begin(start or Start())
        if start is not None:
            self.until(lambda: self.program.bridge.library is not None)
            self.settle()

    def leave(self) -> None:
        """Quit."""
        if self.started:
            self.started = False
            self.program.close()
            self.program.errors.remove_hooks()

    @property
    def window(self) -> Any:
        """The main window, also after it was made anew."""
        return self.program.window

    @property
    def library(self) -> Path:
        """The open library's file."""
        path = self.program.bridge.path
        assert path is not None
        return path

    # ------------------------------------------------------------------ eyes

    def until(self, condition: Callable[[], object], timeout: int = PATIENCE_MS) -> None:
        """Watch until something is so."""
        self.bot.waitUntil(lambda: bool(condition()), timeout=timeout)

    def settle(self) -> None:
        """Watch until the library's thread has nothing to do and everything typed is saved."""
        self.until(lambda: self.program.bridge.idle and not self.editor.autosave._waiting)

    def pane(self, pane_id: str, kind: type[P]) -> P:
        """A pane of the window."""
        pane = self.program.desk.pane(pane_id)
        assert isinstance(pane, kind)
        return pane

    @property
    def navigator(self) -> NavigatorPane:
        return self.pane("navigator", NavigatorPane)

    @property
    def editor(self) -> EditorPane:
        return self.pane("editor", EditorPane)

    @property
    def preview(self) -> PreviewPane:
        return self.pane("preview", PreviewPane)

    @property
    def status(self) -> StatusPane:
        return self.pane("status", StatusPane)

    @property
    def matrix(self) -> MatrixPane:
        return self.pane("matrix", MatrixPane)

    @property
    def search(self) -> SearchPane:
        return self.pane("search", SearchPane)

    @property
    def trash(self) -> TrashPane:
        return self.pane("trash", TrashPane)

    @property
    def findings(self) -> FindingsPane:
        return self.pane("findings", FindingsPane)

    def note(self) -> str:
        """The short note in the status bar."""
        return str(self.window.statusBar().currentMessage())

    def fact(self, slot: str) -> str:
        """A lasting fact in the status bar."""
        return str(self.window.statusBar().fact(slot))

    def in_page(self, expression: str) -> Any:
        """The value of an expression in the preview's page."""
        view = self.preview.view
        assert isinstance(view, WebView)
        answers: list[Any] = []
        view.ask(expression, answers.append)
        self.until(lambda: answers)
        return answers[0]

    def sees(self, words: str) -> None:
        """Watch until the preview's page shows words (title, summary or text)."""
        seen: list[str] = []

        def shown() -> bool:
            seen[:] = [self.in_page("document.body.innerText") or ""]
            return words in seen[0]

        try:
            self.until(shown)
        except Exception as error:
            raise AssertionError(f"the preview shows {seen!r}, not {words!r}") from error

    def sees_pictures(self) -> int:
        """Watch until all pictures of the preview's page are painted; how many there are."""
        self.until(
            lambda: self.in_page(
                "[...document.images].every(each => each.complete && each.naturalWidth > 0)"
            )
        )
        return int(self.in_page("document.images.length"))

    def ask(self, question: Callable[[Workspace], T]) -> T:
        """What the library says: read by another program, as it lies on disk."""
        workspace = open_workspace(self.library, read_only=True)
        try:
            return question(workspace)
        finally:
            workspace.close()

    def text(self, ref: Ref, locale: str = "en") -> Text:
        """A text as it lies on disk."""
        found = self.ask(lambda ws: ws.texts.get(TextRef(ref, locale)))
        assert found is not None
        return found

    def find(self, title: str) -> Ref:
        """An article or category by its source title, as it lies on disk."""
        skeleton = self.ask(lambda ws: ws.tree.skeleton("en"))
        for row in skeleton.categories:
            if row.title == title:
                return Ref(Kind.CATEGORY, row.id)
        for leaf in skeleton.articles:
            if leaf.title == title:
                return Ref(Kind.ARTICLE, leaf.id)
        raise AssertionError(f"there is no {title!r}")

    def titles(self, parent: str | None) -> list[str]:
        """The titles that the navigator shows within a category (None: at the top), in order."""
        model = self.navigator.model
        above = QModelIndex() if parent is None else model.index_of(self.find(parent))
        return [str(model.index(row, 0, above).data()) for row in range(model.rowCount(above))]

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

    def row(self, title: str) -> QModelIndex:
        """A row of the navigator's tree; its category is opened when it is closed."""
        ref = self.find(title)
        self.until(lambda: self.navigator.model.index_of(ref).isValid())
        index = self.navigator.model.index_of(ref)
        self.navigator.tree.scrollTo(index)  # opens what is above
        return index

    def click_title(self, title: str, keys: Any = NO_KEYS) -> Ref:
        """Click an article or category in the navigator."""
        ref = self.find(title)
        self.click_row(self.navigator.tree, self.row(title), keys)
        return ref

    def open(self, title: str, locale: str = "en") -> Ref:
        """Click an article in the navigator and wait until its text, or its lack, is shown."""
        ref = self.click_title(title)
        self.sees_open(ref, locale)
        return ref

    def sees_open(self, ref: Ref, locale: str = "en") -> None:
        """Watch until the editor shows this text (or that it is missing)."""

        def shown() -> bool:
            loaded = self.editor._loaded
            return loaded is not None and loaded.ref == TextRef(ref, locale)

        self.until(shown)

    def drag_row(self, title: str, target: Callable[[], QPoint]) -> None:
        """Drag a row of the navigator to a place in its viewport.

        Without a screen Qt drops what is dragged at once, so the window system's part is played
        here: the same data travels over the same rows.
        """
        tree = self.navigator.tree
        viewport, handle = tree.viewport(), self.window.windowHandle()
        start = self.place(tree, self.row(title))
        self.hand(QTest.mousePress, viewport, start, NO_KEYS)
        data = tree.model().mimeData(tree.selectedIndexes())
        far = start + QPoint(0, QApplication.startDragDistance() + 4)
        for place in (start + QPoint(0, 2), far):
            QTest.mouseMove(handle, viewport.mapTo(self.window, place))
        end = QPointF(target())
        way = (Qt.DropAction.MoveAction, data, LEFT, NO_KEYS)
        for kind in (QDragEnterEvent, QDragMoveEvent, QDropEvent):
            event = kind(end, *way)
            QApplication.sendEvent(viewport, event)
            # The tree asks for the move and leaves the drop alone: else the view took rows out.
            assert event.isAccepted() or kind is QDropEvent, f"{title!r} cannot be dropped there"
        self.hand(QTest.mouseRelease, viewport, target(), NO_KEYS)

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


class Watch(logging.Handler):
    """Everything said while the window is open that should not be."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.wrong: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.wrong.append(f"log: {record.name}: {record.getMessage()}")

    def qt(self, kind: QtMsgType, _where: QMessageLogContext, message: str | None) -> None:
        """A message of Qt."""
        words = message or ""
        if kind not in BAD or words.startswith(HARMLESS):
            return
        if not any(part in words for part in CHROMIUM):
            self.wrong.append(f"Qt: {words}")

    def broke(self, report: str) -> None:
        """A bug was presented."""
        self.wrong.append(f"bug: {report}")


@contextmanager
def at_the_window(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """A person with a home folder of their own; at the end nothing is left over, nothing warned."""
    threads = set(threading.enumerate())
    windows = set(QApplication.topLevelWidgets())
    person = Person(qtbot, home)
    watch = person.watch
    logging.getLogger().addHandler(watch)
    previous = qInstallMessageHandler(watch.qt)
    try:
        yield person
        if person.started:
            assert person.window.findChildren(BugDialog) == []
    finally:
        person.leave()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        application.setStyleSheet("")
        gc.collect()
        qInstallMessageHandler(previous)
        logging.getLogger().removeHandler(watch)
    assert not watch.wrong, "\n".join(watch.wrong)
    left = [each for each in QApplication.topLevelWidgets() if each not in windows]
    assert not left, f"left over: {left}"
    assert not set(threading.enumerate()) - threads, "threads were left over"
