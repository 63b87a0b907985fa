"""Saves what is typed: within a second of a pause, and at least every two seconds of typing."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kbeditor.app.unsaved import Unsaved
from kbeditor.domain.changes import Changes, Outcome
from kbeditor.domain.errors import Conflict
from kbeditor.domain.records import Text
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.editor.open_text import Draft, OpenText

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
    CONFLICT = "conflict"  # somebody else wrote the same text; the person decides


class Autosave(QObject):
    """Hands typed words to the library. The version is read when the save is done, not before."""

    state_changed = Signal(object, object)  # OpenText, SaveState
    saved = Signal(object, object)  # OpenText, Text
    failed = Signal(object, object)  # OpenText, Exception

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

    def forget(self, opened: OpenText) -> None:
        """Do not save this one any more."""
        self._waiting.pop(opened, None)

    def stop(self, opened: OpenText) -> None:
        """Somebody else wrote the same words: nothing is saved until the person has decided."""
        opened.conflict = True
        self.forget(opened)
        self.state_changed.emit(opened, SaveState.CONFLICT)

    def _save(self, opened: OpenText, failures: int) -> None:
        draft = opened.take()
        if not draft:
            self.state_changed.emit(opened, SaveState.SAVED)
            return

        def then(text: Text) -> None:
            opened.settle(draft, saved=True)
            # The library may store a title without its last space; one is still typing it.
            opened.follow(text, keep=draft.names())
            self.saved.emit(opened, text)
            if opened not in self._waiting:
                self.state_changed.emit(opened, SaveState.SAVED)

        def otherwise(error: Exception) -> bool:
            opened.settle(draft, saved=False)
            if isinstance(error, Conflict):
                self.stop(opened)
                return True
            self._waiting[opened] = failures + 1
            self._retry.start(RETRY_MS[min(failures, len(RETRY_MS) - 1)])
            self.state_changed.emit(opened, SaveState.FAILED)
            self.failed.emit(opened, error)
            return True

        title = opened.title
        body = "\n\n".join([draft.body or opened.base.body, *dict(draft.blocks).values()])

        def work(workspace: "Workspace") -> Outcome[Text]:
            try:
                outcome = _write(workspace, opened, draft)
            except Exception:
                # The window may close before anybody reads of it.
                self.unsaved.keep(opened.ref, title, body)
                opened.stuck = True
                raise
            opened.stuck = False
            if failures:
                self.unsaved.drop(opened.ref)
            opened.base = outcome.value
            return outcome

        self._bridge.run(work, then, otherwise)


def _write(workspace: "Workspace", opened: OpenText, draft: Draft) -> Outcome[Text]:
    """Save a draft, blocks first: each is a save of its own that may stay if the next fails."""
    changes = Changes()
    for block_id, words in draft.blocks:
        written = _write_block(workspace, opened, block_id, words)
        opened.base, opened.said[block_id] = written.value, words
        changes |= written.changes
    if not draft.names():
        return Outcome(opened.base, changes)
    saved = _write_fields(workspace, opened, draft)
    return Outcome(saved.value, changes | saved.changes)


def _write_block(
    workspace: "Workspace", opened: OpenText, block_id: str, words: str
) -> Outcome[Text]:
    """Write one block; what somebody else changed in other blocks is no conflict."""
    blocks, ref = workspace.blocks, opened.ref
    if block_id in opened.unseen:
        raise Conflict(f"“{opened.title}”")
    try:
        return blocks.write(ref, opened.base.version, block_id, words)
    except Conflict:
        theirs = workspace.texts.get(ref)
        now = {pair.id: pair.target or "" for pair in blocks.pairs(ref)} if theirs else {}
        if theirs is None or now.get(block_id) not in (opened.said.get(block_id, ""), words):
            raise
        # The version that is written now holds these, although nobody here has read them.
        opened.unseen |= {each for each in now if opened.said.get(each, now[each]) != now[each]}
        opened.unseen.discard(block_id)
        return blocks.write(ref, theirs.version, block_id, words)


def _write_fields(workspace: "Workspace", opened: OpenText, draft: Draft) -> Outcome[Text]:
    """Save fields; another state, address or field than those in it is no conflict."""
    try:
        return _save(workspace, opened.base, draft)
    except Conflict:
        theirs = workspace.texts.get(opened.ref)
        if theirs is None or opened.clashes(theirs, draft.names()):
            raise
        return _save(workspace, theirs, draft)


def _save(workspace: "Workspace", base: Text, draft: Draft) -> Outcome[Text]:
    return workspace.texts.save(
        base.ref,
        base.version,
        title=draft.title,
        summary=draft.summary,
        keywords=draft.keywords,
        body=draft.body,
    )
