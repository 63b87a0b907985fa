"""What the editor says above a text: words that cannot be saved, a changed source."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from kbeditor.domain.changes import Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import TextRef
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.autosave import Autosave, SaveState
from kbeditor.ui.editor.bars import Way
from kbeditor.ui.editor.loading import Loaded
from kbeditor.ui.editor.open_text import OpenText
from kbeditor.ui.editor.page import EditorPage
from kbeditor.ui.elsewhere import AWAY
from kbeditor.ui.texts import error_words

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace


class Notices(QObject):
    """Shows the bars of a page for the text that is open, and does what their buttons say."""

    def __init__(self, desk: Desk, page: EditorPage, autosave: Autosave) -> None:
        super().__init__(page)
        self._desk, self._page, self._autosave = desk, page, autosave
        self._opened: OpenText | None = None
        self.blocks_wanted: Callable[[], None] = lambda: None
        autosave.state_changed.connect(self._state_changed)
        autosave.failed.connect(self._failed)

    def show_for(self, opened: OpenText | None, loaded: Loaded | None) -> None:
        """The bars of a text that is shown now."""
        self._opened = opened
        self._page.conflict_bar.hide()
        self.show_freshness(loaded)
        self._tell_state(_state_of(opened))
        if opened is None:
            self._desk.set_fact("save", "")

    # ------------------------------------------------------------------ saving

    def _state_changed(self, opened: OpenText, state: SaveState) -> None:
        if opened is not self._opened:
            return
        self._tell_state(state)
        if state is SaveState.SAVED:
            self._page.conflict_bar.hide()

    def _tell_state(self, state: SaveState) -> None:
        words = {
            SaveState.SAVED: self.tr("Saved"),
            SaveState.WAITING: self.tr("Saving…"),
            SaveState.FAILED: self.tr("Not saved"),
            SaveState.CONFLICT: self.tr("Not saved: changed elsewhere"),
            SaveState.GONE: self.tr("Not saved: deleted elsewhere"),
        }
        self._desk.set_fact("save", words[state])

    def _failed(self, opened: OpenText, error: Exception) -> None:
        """Words that cannot be saved stay here and are tried again; say so where one looks."""
        reason = error_words(error) if isinstance(error, KbError) else str(error)
        sentence = self.tr(
            "“{title}” cannot be saved: {reason} Saving is tried again. A copy is kept in {path}."
        ).format(title=opened.title, reason=reason, path=self._autosave.unsaved.path(opened.ref))
        if opened is self._opened:
            ways: list[Way] = [
                (self.tr("Try now"), self._autosave.flush),
                (self.tr("Copy my text"), lambda: copy_text(opened)),
            ]
            if getattr(error, "code", "") in AWAY:
                words = self.tr("Save the library elsewhere…")
                ways.append((words, lambda: self._desk.actions.trigger("library.save_elsewhere")))
            self._page.conflict_bar.say(sentence, ways)
        else:
            self._desk.errors.notice("error", sentence)

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


def _state_of(opened: OpenText | None) -> SaveState:
    if opened is None or not opened.dirty:
        return SaveState.SAVED
    if opened.conflict:
        return SaveState.GONE if opened.gone else SaveState.CONFLICT
    return SaveState.WAITING


def copy_text(opened: OpenText) -> None:
    """All that is written here into the clipboard."""
    parts = (f"# {opened.title}", opened.body, *opened.typed_blocks)
    QGuiApplication.clipboard().setText("\n\n".join(parts))
