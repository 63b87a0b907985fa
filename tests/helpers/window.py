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
    QModelIndex,
    QPoint,
    QPointF,
    Qt,
    qInstallMessageHandler,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import open_workspace
from kbeditor.app.paths import Paths
from kbeditor.app.workspace import Workspace
from kbeditor.domain.records import Kind, Ref, Text, TextRef
from kbeditor.ui.application import prepare_environment
from kbeditor.ui.dialogs.bug import BugDialog
from kbeditor.ui.front import Front
from kbeditor.ui.panes.editor import EditorPane
from kbeditor.ui.panes.findings import FindingsPane
from kbeditor.ui.panes.matrix import MatrixPane
from kbeditor.ui.panes.navigator import NavigatorPane
from kbeditor.ui.panes.preview import PreviewPane
from kbeditor.ui.panes.search import SearchPane
from kbeditor.ui.panes.status import StatusPane
from kbeditor.ui.panes.trash import TrashPane
from kbeditor.ui.preview.web_view import WebView
from kbeditor.ui.program import Program
from kbeditor.ui.start import Start
from tests.helpers.hands import LEFT, NO_KEYS, PATIENCE_MS, Hands
from tests.helpers.watch import Watch

# Before pytest-qt makes the application: the web engine learns of `kb:` then or never.
prepare_environment()

SIZE = (1440, 900)
T = TypeVar("T")
P = TypeVar("P", bound=QWidget)


class Person(Hands):
    """What a person does at the window, and what they see there."""

    def __init__(self, qtbot: QtBot, home: Path) -> None:
        super().__init__(qtbot)
        self.home = home
        self.paths = Paths(
            home / "config", home / "data", home / "cache", home / "logs", home / "documents"
        )
        self.program: Program
        self.watch = Watch()
        self.started = False

    # ------------------------------------------------------------------ start and end

    def start(self, start: Start | None = None, *, blocks: bool = False) -> None:
        """Start the program as `kbeditor` does, and see its window; `blocks`: translate so."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.program = Program(Front(application, self.paths, language="en", theme="light"))
        self.started = True
        self.program.preferences.set("translate.blocks", blocks)
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
        """An article or category by its source title, as soon as it lies on disk."""
        self.until(lambda: self._on_disk(title) is not None)
        found = self._on_disk(title)
        assert found is not None
        return found

    def _on_disk(self, title: str) -> Ref | None:
        skeleton = self.ask(lambda ws: ws.tree.skeleton("en"))
        for row in skeleton.categories:
            if row.title == title:
                return Ref(Kind.CATEGORY, row.id)
        for leaf in skeleton.articles:
            if leaf.title == title:
                return Ref(Kind.ARTICLE, leaf.id)
        return None

    def titles(self, parent: str | None) -> list[str]:
        """The titles that the navigator shows within a category (None: at the top), in order."""
        model = self.navigator.model
        above = QModelIndex() if parent is None else model.index_of(self.find(parent))
        return [str(model.index(row, 0, above).data()) for row in range(model.rowCount(above))]

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
        QGuiApplication.clipboard().clear()  # what Python put there must not outlive Python
        gc.collect()
        qInstallMessageHandler(previous)
        logging.getLogger().removeHandler(watch)
    assert not watch.wrong, "\n".join(watch.wrong)
    left = [each for each in QApplication.topLevelWidgets() if each not in windows]
    assert not left, f"left over: {left}"
    assert not set(threading.enumerate()) - threads, "threads were left over"
