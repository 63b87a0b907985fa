"""Saves what is typed: within a second of a pause, and at least every two seconds of typing."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kbeditor.app.unsaved import Unsaved
from kbeditor.domain.changes import Outcome
from kbeditor.domain.errors import Conflict, NotFound
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.editor.open_text import OpenText
from kbeditor.ui.editor.saving import Saved, write

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

PAUSE_MS = 700
LIMIT_MS = 1700
RETRY_MS = (1_000, 2_000, 5_000, 10_000, 30_000)


class SaveState(Enum):
    """Where the typed words are."""

    SAVED = "saved"
    WAITING = "waiting"  # typed, not yet handed over
    FAILED = "failed"  # kept in memory, tried again
    CONFLICT = "conflict"  # somebody else wrote the same words; the person decides
    GONE = "gone"  # somebody else deleted the text; the person decides


class Autosave(QObject):
    """Hands typed words to the library. The version is read when the save is done, not before."""

    state_changed = Signal(object, object)  # OpenText, SaveState
    saved = Signal(object, object)  # OpenText, Text
    failed = Signal(object, object)  # OpenText, Exception
    merged = Signal(object, object)  # OpenText, Saved: what others wrote came into the same field

    def __init__(self, bridge: Bridge, unsaved: Unsaved, parent: QObject) -> None:
        """`unsaved` keeps a copy on disk of what the library does not take."""
        super().__init__(parent)
        self.unsaved = unsaved
        self._bridge = bridge
        self._waiting: dict[OpenText, int] = {}  # with how often it failed
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._limit = QTimer(self, singleShot=True, interval=LIMIT_MS)
        self._retry = QTimer(self, singleShot=True)
        for timer in (self._pause, self._limit, self._retry):
            timer.timeout.connect(self.flush)
        bridge.closed.connect(self._left)

    def touch(self, opened: OpenText) -> None:
        """Something was typed."""
        if opened.conflict:
            return
        if opened not in self._waiting:
            self._waiting[opened] = 0
            self.state_changed.emit(opened, SaveState.WAITING)
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()

    def flush(self) -> None:
        """Hand over everything now; work put in line afterwards finds it saved."""
        self._pause.stop()
        self._limit.stop()
        self._retry.stop()
        waiting, self._waiting = self._waiting, {}
        for opened, failures in waiting.items():
            self._save(opened, failures)

    def _left(self) -> None:
        """The library was left: what it did not take is kept on disk, for the next time."""
        self._waiting.clear()
        for timer in (self._pause, self._limit, self._retry):
            timer.stop()

    def forget(self, opened: OpenText) -> None:
        """Do not save this one any more."""
        self._waiting.pop(opened, None)

    def stop(self, opened: OpenText, state: SaveState = SaveState.CONFLICT) -> None:
        """Somebody else wrote the same words: nothing is saved until the person has decided."""
        opened.conflict, opened.gone = True, state is SaveState.GONE
        self.forget(opened)
        self.state_changed.emit(opened, state)

    def go_on(self, opened: OpenText) -> None:
        """The person has decided: what is not in the library yet is saved as ever."""
        opened.conflict = opened.gone = False
        self.unsaved.drop(opened.ref)
        if opened.dirty:
            self.touch(opened)
            self.flush()
        else:
            self.state_changed.emit(opened, SaveState.SAVED)

    def _save(self, opened: OpenText, failures: int) -> None:
        draft = opened.take()
        if not draft:
            self.state_changed.emit(opened, SaveState.SAVED)
            return

        def then(saved: Saved) -> None:
            opened.settle(draft, saved=True)
            # The library may store a title without its last space; one is still typing it.
            opened.follow(saved.text, keep=draft.names() - saved.merged)
            self.saved.emit(opened, saved.text)
            if opened not in self._waiting:
                self.state_changed.emit(opened, SaveState.SAVED)
            if saved.merged:
                self.merged.emit(opened, saved)

        path = self._bridge.path

        def otherwise(error: Exception) -> bool:
            if self._bridge.path != path:
                return True  # that library was left: its words are kept on disk
            opened.settle(draft, saved=False)
            if isinstance(error, Conflict):
                self.stop(opened)
                return True
            if isinstance(error, NotFound):
                self.stop(opened, SaveState.GONE)
                return True
            self._waiting[opened] = failures + 1
            self._retry.start(RETRY_MS[min(failures, len(RETRY_MS) - 1)])
            self.state_changed.emit(opened, SaveState.FAILED)
            self.failed.emit(opened, error)
            return True

        title = opened.title
        body = "\n\n".join([draft.body or opened.base.body, *dict(draft.blocks).values()])

        def work(workspace: "Workspace") -> Outcome[Saved]:
            try:
                outcome = write(workspace, opened, draft)
            except Exception:
                # The window may close before anybody reads of it.
                fields = {name: getattr(draft, name) for name in draft.names()}
                version = opened.base.version
                self.unsaved.keep(opened.ref, title, body, fields, draft.blocks, version)
                opened.stuck = True
                raise
            opened.stuck = False
            if failures:
                self.unsaved.drop(opened.ref)
            return outcome

        self._bridge.run(work, then, otherwise)
