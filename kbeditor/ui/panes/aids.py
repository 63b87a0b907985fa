"""Aids for translating: the current block's, the whole text's checks, notes, concordance."""

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kbeditor.domain.blocks import BlockPair, GlossaryTerm
from kbeditor.domain.changes import Changes
from kbeditor.domain.records import Library, TextRef
from kbeditor.ui import pane_specs
from kbeditor.ui.aids.block_tab import BlockTab
from kbeditor.ui.aids.concordance import Concordance
from kbeditor.ui.aids.dismissing import ask_dismiss
from kbeditor.ui.aids.mend_acts import MendActs, current_text
from kbeditor.ui.aids.notes_tab import NotesTab
from kbeditor.ui.aids.reading import BlockAids, TextAids, read_block, read_text
from kbeditor.ui.aids.selected import selected_words
from kbeditor.ui.aids.tabs import AidTabs, TabName
from kbeditor.ui.aids.target import Target
from kbeditor.ui.aids.text_tab import TextTab
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.term import TermDialog
from kbeditor.ui.pane import Pane
from kbeditor.ui.widgets.empty import EmptyState

BLOCK, CHECKS, NOTES, CONCORDANCE = range(4)


class AidsPane(Pane):
    """Four tabs. What they ask for is read on the library's thread, and the latest wins."""

    spec = pane_specs.AIDS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._target = Target(desk)
        self.mend = MendActs(desk, self._target, self)
        self.text: TextAids | None = None
        self._block: BlockAids | None = None
        self.tabs = AidTabs(desk.themes, self)
        self.tabs.setAccessibleName(self.tr("Aids"))
        self.block = BlockTab(desk, self)
        self.checks = TextTab(desk, self)
        self.notes = NotesTab(desk, self)
        self.concordance = Concordance(desk, self)
        self._no_block = EmptyState(desk.themes, "translate", self)
        self._no_checks = EmptyState(desk.themes, "check", self)
        self._pages = QStackedWidget(self)
        self._blocks = self._stack(self._no_block, self.block)
        self._all_checks = self._stack(self._no_checks, self.checks)
        for page in (self._blocks, self._all_checks, self.notes, self.concordance):
            self._pages.addWidget(page)
            self.tabs.addTab("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._pages, 1)
        self._connect()
        self._show_text(None)

    def _stack(self, empty: EmptyState, page: QWidget) -> QStackedWidget:
        stack = QStackedWidget(self)
        stack.addWidget(empty)
        stack.addWidget(page)
        return stack

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        selection = self.desk.selection
        selection.changed.connect(self._text_changed)
        selection.block_changed.connect(self._block_changed)
        self.block.put_wanted.connect(self._target.put)
        self.block.insert_wanted.connect(self._target.insert)
        self.concordance.insert_wanted.connect(self._target.insert)
        self.block.term_wanted.connect(self._edit_term)
        for tab in (self.block, self.checks):
            tab.fix_wanted.connect(self.mend.fix)
            tab.dismiss_wanted.connect(lambda issues: ask_dismiss(self.desk, issues))
        self.checks.fix_all_wanted.connect(self.mend.fix_all)
        self.checks.insert_wanted.connect(self.mend.insert)
        self.checks.complete_wanted.connect(self.mend.complete)
        self.checks.revoke_wanted.connect(self.mend.revoke)
        self.mend.failed.connect(self._read_text)
        self.checks.block_wanted.connect(self._go_to_block)
        self.notes.block_wanted.connect(self._go_to_block)

    # ----------------------------------------------------------------------------- what changed

    def refresh(self, changes: Changes) -> None:
        ref = self._ref()
        everything = changes.everything or changes.locales or changes.glossary
        if ref is None:
            self._show_text(None)
            return
        touched = ref.owner in set(changes.owners())
        if everything or touched or changes.notes or changes.checks:
            self._read_text()
        if everything:
            self._read_block()

    def library_opened(self, library: Library) -> None:
        self.concordance.forget()

    def library_closed(self) -> None:
        self.concordance.forget()
        self._show_text(None)

    def focus(self) -> None:
        page = self._pages.currentWidget()
        if page is self.concordance:
            self.concordance.line.setFocus()
        elif page is self.notes:
            self.notes.words.setFocus()
        else:
            self.tabs.setFocus()
            self.tabs.focusNextChild()

    def save_state(self) -> dict[str, Any]:
        return {"tab": self.tabs.currentIndex(), **self.block.save_state()}

    def restore_state(self, state: dict[str, Any]) -> None:
        tab = state.get("tab", 0)
        if isinstance(tab, int) and 0 <= tab < self.tabs.count():
            self.tabs.setCurrentIndex(tab)
        self.block.restore_state(state)

    def _ref(self) -> TextRef | None:
        return current_text(self.desk)

    def _text_changed(self) -> None:
        """Another text: nothing of the last one stays in sight."""
        ref = self._ref()
        if self.text is not None and self.text.ref != ref:
            self._show_text(None)
        if self.isVisible():
            self._read_text()
        else:
            self._missed |= Changes(everything=True)

    def _block_changed(self) -> None:
        if self.isVisible():
            self._read_block()
            self._show_issues()
            self.notes.show_block(self.desk.selection.block)
        else:
            self._missed |= Changes(everything=True)

    # ----------------------------------------------------------------------------- reading

    def _read_text(self) -> None:
        ref = self._ref()
        if ref is None:
            self._show_text(None)
            return
        source = self.desk.selection.source_locale
        self.desk.bridge.ask_latest(
            "aids.text", lambda ws: read_text(ws, ref, source), self._show_text
        )

    def _show_text(self, aids: TextAids | None) -> None:
        if aids is not None and aids.ref != self._ref():
            return
        self.text = aids
        self.checks.show_text(aids)
        self.notes.show_text(aids)
        self.notes.show_block(self.desk.selection.block)
        self._say_empty(aids)
        self._show_issues()
        self._name_tabs()
        pair = self.pair
        if pair is None or self._block is None or self._block.source != (pair.source or ""):
            self._read_block()

    @property
    def pair(self) -> BlockPair | None:
        """The current block's row."""
        return self.text.pair(self.desk.selection.block) if self.text else None

    def _read_block(self) -> None:
        ref, pair = self._ref(), self.pair
        if ref is None or pair is None or pair.source is None:
            self._show_block(None)
            return
        block_id, source = pair.id, pair.source
        self.desk.bridge.ask_latest(
            "aids.block", lambda ws: read_block(ws, ref, block_id, source), self._show_block
        )

    def _show_block(self, aids: BlockAids | None) -> None:
        if aids is not None and aids.block_id != self.desk.selection.block:
            return
        self._block = aids
        self.block.show_block(aids)
        self._blocks.setCurrentWidget(self._no_block if self.pair is None else self.block)

    def _show_issues(self) -> None:
        issues = self.text.issues_of(self.desk.selection.block) if self.text else ()
        pair = self.pair
        begun = pair is not None and bool(pair.target)
        self.block.show_issues(issues, self.tr("Nothing to mend.") if begun else "")

    def _say_empty(self, aids: TextAids | None) -> None:
        why = aids.why_not if aids else "nothing"
        headline, sentence = {
            "nothing": (
                self.tr("Nothing is open"),
                self.tr("Choose an article and a language to translate it to."),
            ),
            "source": (
                self.tr("This is the source"),
                self.tr("Choose another language: suggestions, terms and checks are shown here."),
            ),
            "missing": (
                self.tr("Not yet begun"),
                self.tr("Begin the translation: suggestions, terms and checks are shown here."),
            ),
            "unpublished": (
                self.tr("The source is not published"),
                self.tr("Publish it first: what was published is translated."),
            ),
        }.get(
            why,
            (
                self.tr("No block is open"),
                self.tr("Go to a block: what helps with it is shown here."),
            ),
        )
        self._no_block.say(headline, sentence)
        self._blocks.setCurrentWidget(self._no_block if self.pair is None else self.block)
        if not why:
            headline = self.tr("Nothing to mend")
            sentence = self.tr("All checks pass in this translation.")
        self._no_checks.say(headline, sentence)
        something = aids is not None and (aids.issues or aids.gaps or aids.dismissals)
        self._all_checks.setCurrentWidget(self.checks if something else self._no_checks)

    def _name_tabs(self) -> None:
        issues = len(self.text.issues) + len(self.text.gaps) if self.text else 0
        self.tabs.show_names(
            (
                TabName(self.tr("Block")),
                TabName(self.tr("Checks"), issues),
                TabName(self.tr("Notes"), self.notes.count),
                TabName(self.tr("Concordance"), icon="search"),
            )
        )

    # ----------------------------------------------------------------------------- for actions

    def suggestion(self, number: int) -> str | None:
        """The suggestion of this number, from 1; None: there are fewer.

        One that is not seen is not taken: the pane comes into sight then.
        """
        if not self.isVisible():
            self.desk.frame.show_pane(self.id, focus=False)
        matches = self.block.matches
        return matches[number - 1].target if 0 < number <= len(matches) else None

    def show_concordance(self) -> None:
        """Look up what is marked; without a mark, go to the search line."""
        words = selected_words()
        in_target = bool(words) and words in (self._target.said() or "")
        self.tabs.setCurrentIndex(CONCORDANCE)
        self.desk.frame.show_pane(self.id)
        if words:
            self.concordance.look_up(words, in_target=in_target)

    def add_term(self) -> None:
        """Make a glossary entry of what is marked."""
        self._edit_term(None)

    def write_note(self) -> None:
        """Go to the line where a note is begun."""
        self.tabs.setCurrentIndex(NOTES)
        self.desk.frame.show_pane(self.id)

    def _go_to_block(self, block_id: str) -> None:
        self.desk.selection.set_block(block_id)
        self.desk.frame.show_pane("editor")

    def _edit_term(self, term: GlossaryTerm | None) -> None:
        locale = self.desk.selection.locale
        if term is None:
            words = selected_words()
            pair = self.pair
            in_target = bool(words) and pair is not None and words not in (pair.source or "")
            term = GlossaryTerm("", "" if in_target else words, locale, words if in_target else "")
        TermDialog(self.desk, term).open()
