"""What the editor says above a text: a conflict, words that cannot be saved, a changed source."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from kbeditor.domain.changes import Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Text, TextRef
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.autosave import Autosave, SaveState
from kbeditor.ui.editor.bars import Way
from kbeditor.ui.editor.loading import Loaded
from kbeditor.ui.editor.open_text import OpenText
from kbeditor.ui.editor.page import EditorPage
from kbeditor.ui.texts import error_words

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace


class Notices(QObject):
    """Shows the bars of a page for the text that is open, and does what their buttons say."""

    def __init__(self, desk: Desk, page: EditorPage, autosave: Autosave) -> None:
        super().__init__(page)
        self._desk, self._page, self._autosave = desk, page, autosave
        self._opened: OpenText | None = None
        self.taken: Callable[[OpenText], None] = lambda _opened: None
        self.blocks_wanted: Callable[[], None] = lambda: None
        autosave.state_changed.connect(self._state_changed)
        autosave.failed.connect(self._failed)

    def show_for(self, opened: OpenText | None, loaded: Loaded | None) -> None:
        """The bars of a text that is shown now."""
        self._opened = opened
        self._page.conflict_bar.hide()
        if opened is not None and opened.conflict:
            self.show_conflict(opened)
        self.show_freshness(loaded)
        self._tell_state(
            SaveState.SAVED if opened is None or not opened.dirty else SaveState.WAITING
        )
        if opened is None:
            self._desk.set_fact("save", "")

    # ------------------------------------------------------------------ saving

    def _state_changed(self, opened: OpenText, state: SaveState) -> None:
        if opened is not self._opened:
            return
        self._tell_state(state)
        if state is SaveState.CONFLICT:
            self.show_conflict(opened)
        elif state is SaveState.SAVED:
            self._page.conflict_bar.hide()

    def _tell_state(self, state: SaveState) -> None:
        words = {
            SaveState.SAVED: self.tr("Saved"),
            SaveState.WAITING: self.tr("Saving…"),
            SaveState.FAILED: self.tr("Not saved"),
            SaveState.CONFLICT: self.tr("Not saved: changed elsewhere"),
        }
        self._desk.set_fact("save", words[state])

    def _failed(self, opened: OpenText, error: Exception) -> None:
        """Words that cannot be saved stay here and are tried again; say so where one looks."""
        reason = error_words(error) if isinstance(error, KbError) else str(error)
        sentence = self.tr(
            "“{title}” cannot be saved: {reason} Saving is tried again. A copy is kept in {path}."
        ).format(title=opened.title, reason=reason, path=self._autosave.unsaved.path(opened.ref))
        if opened is self._opened:
            self._page.conflict_bar.say(
                sentence,
                (
                    (self.tr("Try now"), self._autosave.flush),
                    (self.tr("Copy my text"), lambda: _copy(opened)),
                ),
            )
        else:
            self._desk.errors.notice("error", sentence)

    def show_conflict(self, opened: OpenText) -> None:
        """Both ways out, and one to be safe."""
        self._page.conflict_bar.say(
            self.tr("This text was changed elsewhere while you typed. Nothing was overwritten."),
            (
                (self.tr("Keep mine"), lambda: self._keep(opened)),
                (self.tr("Take theirs"), lambda: self._take(opened)),
                (self.tr("Copy mine"), lambda: _copy(opened)),
            ),
        )

    def _keep(self, opened: OpenText) -> None:
        def then(theirs: Text | None) -> None:
            if theirs is not None:
                opened.base = theirs  # what is here goes above it
                opened.conflict = False
                opened.unseen.clear()
                self._autosave.unsaved.drop(opened.ref)
                self._page.conflict_bar.hide()
                self._autosave.touch(opened)
                self._autosave.flush()

        self._desk.bridge.run(lambda workspace: workspace.texts.get(opened.ref), then)

    def _take(self, opened: OpenText) -> None:
        def then(theirs: Text | None) -> None:
            if theirs is not None:
                self._autosave.forget(opened)
                opened.follow(theirs, give_up=True)
                self.taken(opened)
                if opened is self._opened:
                    self._page.conflict_bar.hide()
                    self._tell_state(SaveState.SAVED)

        self._desk.bridge.run(lambda workspace: workspace.texts.get(opened.ref), then)

    # ------------------------------------------------------------------ freshness

    def show_freshness(self, loaded: Loaded | None) -> None:
        """The bar of a translation whose source moved on."""
        bar = self._page.outdated_bar
        if loaded is None or loaded.text is None or not loaded.text.outdated:
            bar.hide()
            self._page.source.show_difference("", "")
            return
        if self._page.in_blocks:
            bar.hide()  # each block says it for itself
            return
        old, new = loaded.based_on, loaded.source_now
        if old is not None and new is not None:
            self._page.source.show_difference(
                f"{old.title}\n\n{old.body}", f"{new.title}\n\n{new.body}"
            )
        ref = loaded.ref
        ways: list[Way] = [(self.tr("Mark up to date"), lambda: self._mark_valid(ref))]
        if old is not None and new is not None:
            ways.insert(0, (self.tr("Show what changed"), self._show_changes))
        if loaded.source_live:
            ways.append((self.tr("Go through the blocks"), self.blocks_wanted))
        bar.say(
            self.tr("The source had an important change since this was translated.")
            if loaded.text.important
            else self.tr("The source was changed since this was translated."),
            ways,
        )

    def _show_changes(self) -> None:
        self._page.source.show()
        self._page.source.show_changes.setChecked(True)

    def _mark_valid(self, ref: TextRef) -> None:
        self._autosave.flush()

        def work(workspace: "Workspace") -> Outcome[int]:
            return workspace.texts.still_valid([ref])

        self._desk.bridge.run(work)


def _copy(opened: OpenText) -> None:
    parts = (f"# {opened.title}", opened.body, *opened.typed_blocks)
    QGuiApplication.clipboard().setText("\n\n".join(parts))
