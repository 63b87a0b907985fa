"""Words that could not be saved before the program ended: told of again, and put back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from kbeditor.app.unsaved import Kept, Unsaved
from kbeditor.domain.changes import Changes, Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Library, Text
from kbeditor.domain.versions import RESTORED
from kbeditor.ui.desk import Desk
from kbeditor.ui.errors import WayOut
from kbeditor.ui.texts import number_words

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

REST_MS = 800
"""So long after a library was opened one is told: what is put back at once is not told of."""


def unsaved_of(desk: Desk) -> Unsaved:
    """Where this person's unsaved words are kept."""
    return Unsaved(desk.paths.data / "unsaved")


def find_kept(workspace: "Workspace", unsaved: Unsaved) -> tuple[tuple[Kept, Text], ...]:
    """What is kept of texts of this library, with what they say now; the same words are dropped."""
    found = []
    for kept in unsaved.all():
        text = workspace.texts.get(kept.ref)
        if text is None:
            continue
        if not kept.blocks and all(
            getattr(text, name) == value for name, value in kept.fields.items()
        ):
            unsaved.drop(kept.ref)
        else:
            found.append((kept, text))
    return tuple(found)


def put_back_words(workspace: "Workspace", unsaved: Unsaved) -> Outcome[tuple[int, str]]:
    """Save all that is kept of texts of this library: how many, and the first thing in the way."""
    changes, done, problem = Changes(), 0, ""
    for kept, text in find_kept(workspace, unsaved):
        try:
            changes |= put_back(workspace, kept, text)
        except KbError as error:
            problem = problem or f"“{kept.title}”: {error}"
        else:
            unsaved.drop(kept.ref)
            done += 1
    return Outcome((done, problem), changes)


def put_back(workspace: "Workspace", kept: Kept, text: Text) -> Changes:
    """Save kept words; what the text said meanwhile becomes a version. Raises KbError."""
    changes = Changes()
    if text.version != kept.version:
        changes |= workspace.texts.checkpoint([kept.ref], RESTORED).changes
        text = workspace.texts.get(kept.ref) or text
    version = text.version
    for block_id, words in kept.blocks:
        written = workspace.blocks.write(kept.ref, version, block_id, words)
        version = written.value.version
        changes |= written.changes
    if kept.fields:
        changes |= workspace.texts.save(kept.ref, version, **kept.fields).changes
    return changes


def put_all_back(desk: Desk) -> None:
    """Put everything back that belongs to the open library, and say so."""
    unsaved = unsaved_of(desk)

    def done(result: tuple[int, str]) -> None:
        count, problem = result
        translate = QCoreApplication.translate
        if problem:
            desk.errors.notice("error", problem)
        elif count:
            words = translate("Kept", "Put back the unsaved words of %n text(s).", "", count)
            desk.errors.notice("success", words)

    desk.bridge.run(lambda ws: put_back_words(ws, unsaved), done)


class KeptWords(QObject):
    """Tells of kept words when their library is opened. `desk` is its parent: they end together."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._soon = QTimer(self, singleShot=True, interval=REST_MS)
        self._soon.timeout.connect(self.look)
        desk.bridge.opened.connect(self._opened)
        desk.bridge.closed.connect(self._soon.stop)

    def _opened(self, _library: Library) -> None:
        self._soon.start()

    def look(self) -> None:
        """Tell of what is kept, if anything is."""
        unsaved = unsaved_of(self._desk)
        if self._desk.library is not None and unsaved.all():
            self._desk.bridge.run(lambda ws: find_kept(ws, unsaved), self._tell)

    def _tell(self, found: Sequence[tuple[Kept, Text]]) -> None:
        if not found:
            return
        first = found[0][0]
        if len(found) == 1:
            words = self.tr("Words of “{title}” that could not be saved were kept.").format(
                title=first.title
            )
        else:
            words = self.tr("Words of {count} texts that could not be saved were kept.").format(
                count=number_words(len(found))
            )
        desk = self._desk
        desk.errors.notice(
            "warning",
            words,
            WayOut(self.tr("Put Them Back"), lambda: put_all_back(desk)),
            WayOut(self.tr("Compare…"), lambda: desk.actions.trigger("library.kept_words")),
        )
