"""What the editor does where somebody else wrote or deleted the text that one is writing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kbeditor.domain.changes import Outcome
from kbeditor.domain.errors import Conflict, NotFound
from kbeditor.domain.merging import Meeting, Words
from kbeditor.domain.records import Ref, Text
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.autosave import Autosave, SaveState
from kbeditor.ui.editor.bars import Way
from kbeditor.ui.editor.notices import copy_text
from kbeditor.ui.editor.open_text import OpenText
from kbeditor.ui.editor.page import EditorPage
from kbeditor.ui.editor.saving import Saved
from kbeditor.ui.errors import WayOut
from kbeditor.ui.merging.window import MergeWindow

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace


class Conflicts(QObject):
    """Shows the bar of a conflict and its ways out. Nothing is saved until one of them is taken."""

    def __init__(self, desk: Desk, page: EditorPage, autosave: Autosave) -> None:
        super().__init__(page)
        self._desk, self._page, self._autosave = desk, page, autosave
        self._opened: OpenText | None = None
        self.taken: Callable[[OpenText], None] = lambda _opened: None
        self.undo: Callable[[], None] = lambda: None
        self.dropped: Callable[[OpenText], None] = lambda _opened: None
        self.window: MergeWindow | None = None
        autosave.state_changed.connect(self._state_changed)
        autosave.merged.connect(self._came_in)

    def show_for(self, opened: OpenText | None) -> None:
        """The bar of a text that is shown now."""
        before, self._opened = self._opened, opened
        if before is not None and before is not opened and before.gone:
            self._notice_gone(before)
        if opened is not None and opened.conflict:
            self._show(opened)

    def _state_changed(self, opened: OpenText, state: SaveState) -> None:
        if state not in (SaveState.CONFLICT, SaveState.GONE):
            return
        if opened is self._opened:
            self._show(opened)
        elif state is SaveState.GONE:
            self._notice_gone(opened)

    def _show(self, opened: OpenText) -> None:
        if opened.gone:
            self._page.conflict_bar.say(self._gone_words(opened), self._ways_of_gone(opened))
            return
        self._page.conflict_bar.say(
            self.tr("This text was changed elsewhere while you typed. Nothing was overwritten."),
            (
                (self.tr("Compare and merge…"), lambda: self.merge(opened)),
                (self.tr("Keep mine"), lambda: self._keep(opened)),
                (self.tr("Take theirs"), lambda: self._take(opened)),
                (self.tr("Copy mine"), lambda: copy_text(opened)),
            ),
        )

    def _came_in(self, opened: OpenText, saved: Saved) -> None:
        """Others changed the same text at another place: both are in it now."""
        if saved.by:
            words = self.tr("{who} changed “{title}” while you typed. Both are in it now.")
        else:
            words = self.tr("“{title}” was changed elsewhere while you typed. Both are in it now.")
        ways = []
        if opened is self._opened and "body" in saved.merged:
            ways.append(WayOut(self.tr("Undo"), self.undo))
        said = words.format(who=saved.by, title=saved.text.title)
        self._desk.errors.notice("success", said, *ways)
        self.taken(opened)

    # ------------------------------------------------------------------ both wrote

    def merge(self, opened: OpenText) -> None:
        """Show both, block by block."""
        typed, said = opened.blocks_typed, dict(opened.said)
        ref, stem, mine = opened.ref, opened.stem, opened.words

        def work(workspace: "Workspace") -> Meeting:
            if typed:
                return workspace.merging.meet_blocks(ref, said, typed)
            return workspace.merging.meet(ref, stem, mine)

        self._desk.bridge.run(
            work,
            lambda meeting: self._open(opened, meeting),
            lambda error: self._gone(opened, error),
        )

    def _open(self, opened: OpenText, meeting: Meeting) -> None:
        window = self.window = MergeWindow(self._desk, meeting)
        window.decided.connect(lambda words: self._apply(opened, window, words))
        window.finished.connect(self._closed)
        window.open()

    def _closed(self) -> None:
        self.window = None

    def _apply(self, opened: OpenText, window: MergeWindow, words: Words) -> None:
        meeting = window.meeting

        def work(workspace: "Workspace") -> Outcome[Text]:
            return workspace.merging.save(opened.ref, meeting.theirs.version, words, meeting.mine)

        def then(text: Text) -> None:
            window.saved()
            self._settled(opened, text)

        def again(workspace: "Workspace") -> Meeting:
            theirs = meeting.theirs
            base = Words(theirs.title, theirs.summary, theirs.keywords, theirs.body)
            return workspace.merging.meet(opened.ref, base, words)

        def otherwise(error: Exception) -> bool:
            if isinstance(error, Conflict):
                self._desk.bridge.run(again, window.show_again)
                return True
            if isinstance(error, NotFound):
                window.reject()
            else:
                window.show_error(error)
                return True
            return self._gone(opened, error)

        self._desk.bridge.run(work, then, otherwise)

    def _keep(self, opened: OpenText) -> None:
        """Mine, whatever they wrote, which becomes a version of the text."""
        typed = opened.blocks_typed
        mine = opened.words

        def work(workspace: "Workspace") -> Outcome[Text]:
            merging, ref = workspace.merging, opened.ref
            if typed:
                meeting = merging.meet_blocks(ref, {}, typed)
                return merging.save(ref, meeting.theirs.version, meeting.mine, meeting.mine)
            theirs = merging.meet(ref, mine, mine).theirs
            return merging.save(ref, theirs.version, mine, mine)

        self._desk.bridge.run(
            work,
            lambda text: self._settled(opened, text),
            lambda error: self._gone(opened, error),
        )

    def _take(self, opened: OpenText) -> None:
        """Theirs; mine become a version of the text."""
        typed, mine, ref = opened.blocks_typed, opened.words, opened.ref

        def work(workspace: "Workspace") -> Outcome[Text]:
            merging = workspace.merging
            lost = merging.meet_blocks(ref, {}, typed).mine if typed else mine
            return merging.give_up(ref, lost)

        self._desk.bridge.run(
            work,
            lambda text: self._settled(opened, text),
            lambda error: self._gone(opened, error),
        )

    def _settled(self, opened: OpenText, text: Text) -> None:
        """The library has what was decided: show that."""
        self._autosave.forget(opened)
        opened.follow(text, give_up=True)
        self.taken(opened)
        if opened is self._opened:
            self._page.conflict_bar.hide()
        self._autosave.go_on(opened)

    # ------------------------------------------------------------------ deleted elsewhere

    def _gone(self, opened: OpenText, error: Exception) -> bool:
        if not isinstance(error, NotFound):
            return False
        self._autosave.stop(opened, SaveState.GONE)
        return True

    def _notice_gone(self, opened: OpenText) -> None:
        """Its page is not shown, and cannot be gone to: say it where one looks."""
        ways = (WayOut(words, run) for words, run in self._ways_of_gone(opened))
        self._desk.errors.notice("error", self._gone_words(opened), *ways)

    def look_for(self, opened: OpenText) -> None:
        """Somebody may have put what is open into the trash: it goes out of sight then."""
        owner, locale, title = opened.ref.owner, opened.ref.locale, opened.title

        def work(workspace: "Workspace") -> bool:
            live = any(workspace.tree.rows([owner], locale))
            return not live and bool(workspace.texts.heads(owner))

        def restore() -> None:
            self._desk.bridge.run(
                lambda ws: ws.tree.restore([owner]),
                lambda _count: self._desk.selection.go(owner, locale),
            )

        def then(trashed: bool) -> None:
            if trashed:
                words = self.tr(
                    "“{title}” was moved to the trash elsewhere while it was open here. What you "
                    "wrote is in it."
                )
                back = WayOut(self.tr("Put it back"), restore)
                self._desk.errors.notice("warning", words.format(title=title), back)

        self._desk.bridge.run(work, then)

    def _gone_words(self, opened: OpenText) -> str:
        return self.tr(
            "“{title}” was deleted elsewhere while you wrote. What you wrote is still here."
        ).format(title=opened.title)

    def _ways_of_gone(self, opened: OpenText) -> tuple[Way, ...]:
        return (
            (self.tr("Put it back"), lambda: self._put_back(opened)),
            (self.tr("Copy my text"), lambda: copy_text(opened)),
        )

    def _put_back(self, opened: OpenText) -> None:
        """The text as I have it: in its article, or in a new one where that is gone, too."""
        ref, words = opened.ref, opened.words

        def work(workspace: "Workspace") -> Outcome[Ref]:
            try:
                return Outcome(ref.owner, workspace.merging.put_back(ref, words).changes)
            except NotFound:
                return workspace.merging.save_as_new(ref.locale, words)

        def then(owner: Ref) -> None:
            self._autosave.unsaved.drop(ref)
            self._autosave.forget(opened)
            opened.take()
            opened.conflict = opened.gone = False
            self.dropped(opened)
            self._page.conflict_bar.hide()
            self._desk.selection.go(owner, ref.locale)

        self._desk.bridge.run(work, then)
