"""What can be done with the open block, and with the translation as a whole."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from kbeditor.domain.blocks import BlockPair, BlockState, Freshness
from kbeditor.domain.changes import Changes, Outcome
from kbeditor.domain.records import Text, TextRef
from kbeditor.domain.states import State
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.ask_words import AskWords
from kbeditor.ui.editor.open_text import OpenText
from kbeditor.ui.pane import Suggests
from kbeditor.ui.state_changes import change_state
from kbeditor.ui.translate.strip import Way
from kbeditor.ui.translate.view import TranslateView
from kbeditor.ui.widgets.question import ask
from kbeditor.ui.work import open_next_work

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

AIDS = "aids"
"""Id of the pane that suggests translations."""
_ADDRESS = re.compile(r"(?<=\]\()[^)\s]*|<?\bhttps?://[^\s>)]*>?")


def differs_in_links_only(pair: BlockPair) -> bool:
    """Whether the source changed nothing but addresses, as far as can be told without parsing."""
    if pair.freshness is not Freshness.OUTDATED or pair.source is None or pair.previous is None:
        return False
    return _ADDRESS.sub("", pair.source) == _ADDRESS.sub("", pair.previous)


class TranslateActs(QObject):
    """Does what keys, buttons and menus ask for. What was typed is always handed over first."""

    def __init__(self, desk: Desk, view: TranslateView) -> None:
        super().__init__(view)
        self._desk, self.view = desk, view
        view.opened_block.connect(self._offer)
        view.state_changed.connect(self._offer)
        view.counted.connect(lambda _counts: self.show_end())

    # ------------------------------------------------------------------ one block

    def approve(self) -> None:
        """The block is translated (or, for a reviewer, reviewed); on to the next one."""
        pair = self.view.pair
        if pair is None:
            return
        if pair.freshness is Freshness.ORPHAN:
            self._desk.say(self.tr("Its source is gone: discard it, or keep it."))
            return
        if pair.kind.translatable and not self.view.target_text.strip():
            self._desk.say(self.tr("There is no translation to approve yet."))
            return
        if pair.target is None and not self.view.target_text.strip():
            self._desk.say(self.tr("Copy it from the source first."))
            return
        state = BlockState.REVIEWED if self.view.reviewing else BlockState.TRANSLATED
        self._change(lambda ws, ref: ws.blocks.set_state(ref, [pair.id], state))
        self.next_work()

    def unapprove(self) -> None:
        """The block is a draft again."""
        pair = self.view.pair
        if pair is not None and pair.target is not None:
            self._change(lambda ws, ref: ws.blocks.set_state(ref, [pair.id], BlockState.DRAFT))

    def still_valid(self) -> None:
        """What changed in the source needs no change here; on to the next one."""
        pair = self.view.pair
        if pair is None or pair.freshness not in (Freshness.OUTDATED, Freshness.ORPHAN):
            self._desk.say(self.tr("This block is not outdated."))
            return
        self._change(lambda ws, ref: ws.blocks.still_valid(ref, [pair.id]))
        self.next_work()

    def still_valid_all(self) -> None:
        """As `still_valid`, for all blocks of the text; asks first."""
        stale = sum(
            pair.freshness in (Freshness.OUTDATED, Freshness.ORPHAN)
            for pair in self.view.rows.pairs
        )
        if not stale:
            self._desk.say(self.tr("No block is outdated."))
            return
        ask(
            self._desk.window,
            self.tr("Does the translation of %Ln block(s) still say the same?", "", stale),
            self.tr("They are marked as up to date, although their source changed."),
            (
                self.tr("Still valid"),
                lambda: self._change(
                    lambda ws, ref: ws.blocks.still_valid(ref),
                    lambda done: self._desk.say(
                        self.tr("%Ln block(s) marked as still valid.", "", done)
                    ),
                ),
            ),
        )

    def insert_source(self) -> None:
        """The source in place of the translation, to write over; of code, that is all."""
        pair = self.view.pair
        if pair is None or pair.source is None:
            return
        self.view.edit.replace(pair.source)
        if not pair.kind.translatable:
            self._change(lambda ws, ref: ws.blocks.set_state(ref, [pair.id], BlockState.TRANSLATED))
            self.next_work()
            return
        self.view.edit.select_all_from_end()
        self.view.focus()

    def discard(self) -> None:
        """Take a block out of the translation whose source is gone."""
        pair, opened = self.view.pair, self.view.opened
        if pair is None or opened is None or pair.freshness is not Freshness.ORPHAN:
            self._desk.say(self.tr("Only what is no longer in the source is discarded."))
            return
        self._change_text(
            opened, lambda ws: ws.blocks.discard(opened.ref, opened.base.version, [pair.id])
        )

    def patch_links(self) -> None:
        """Take over changed addresses, in all blocks whose source changed in nothing else."""
        opened = self.view.opened
        stale = [pair.id for pair in self.view.rows.pairs if pair.freshness is Freshness.OUTDATED]
        if opened is None or not stale:
            self._desk.say(self.tr("No block is outdated."))
            return
        self._change_text(
            opened, lambda ws: ws.blocks.patch_links(opened.ref, opened.base.version, stale)
        )

    # ------------------------------------------------------------------ pieces of the source

    def next_inline(self) -> None:
        """Put the first piece of the source's code, links and pictures that is missing yet."""
        here = self.view.target_text

        def put(pieces: Sequence[str]) -> None:
            missing = [each for each in pieces if each not in here]
            if missing:
                self._put(missing[0])
            else:
                self._desk.say(self.tr("No code, link or picture of the source is missing."))

        self._ask_inline(put)

    def choose_inline(self) -> None:
        """A menu of the source's code, links and pictures, at the caret."""

        def show(pieces: Sequence[str]) -> None:
            if not pieces:
                self._desk.say(self.tr("The source has no code, link or picture here."))
                return
            edit = self.view.edit
            menu = QMenu(edit)
            for number, words in enumerate(pieces, start=1):
                shown = words if len(words) <= 60 else f"{words[:57]}…"
                key = f"&{number}  " if number < 10 else ""
                action = menu.addAction(key + shown.replace("&", "&&"))
                action.triggered.connect(lambda _c=False, words=words: self._put(words))
            menu.aboutToHide.connect(menu.deleteLater)
            place = edit.cursorRect().bottomLeft() + QPoint(0, 4)
            menu.popup(edit.viewport().mapToGlobal(place))

        self._ask_inline(show)

    def _ask_inline(self, then: Callable[[Sequence[str]], None]) -> None:
        pair = self.view.pair
        if pair is not None and pair.source is not None:
            source = pair.source
            self._desk.bridge.run(lambda ws: ws.blocks.inline(source), then)

    def _put(self, words: str) -> None:
        edit = self.view.edit
        edit.textCursor().insertText(words)
        edit.setFocus()

    def suggest(self, number: int) -> None:
        """The suggestion of this number in place of the translation."""
        pane: object = self._desk.pane(AIDS)
        words = pane.suggestion(number) if isinstance(pane, Suggests) else None
        if words is None:
            self._desk.say(self.tr("There is no suggestion {number}.").format(number=number))
        elif self.view.pair is not None:
            self.view.edit.replace(words)

    # ------------------------------------------------------------------ the whole translation

    def next_work(self) -> None:
        """The next block that needs work; where none is left, what comes next is offered."""
        if not self.view.go_to_work(1):
            self.show_end()
            self._desk.say(self.tr("No other block needs work."))

    def previous_work(self) -> None:
        """The block before that needs work."""
        if not self.view.go_to_work(-1):
            self._desk.say(self.tr("No other block needs work."))

    def hand_in(self) -> None:
        """Submit for review; says what is not done yet."""
        opened = self.view.opened
        if opened is None:
            return
        self.view.hand_over()
        ref, counts = opened.ref, self.view.counts

        def submit() -> None:
            change_state(self._desk, [ref], State.IN_REVIEW)

        if counts is None or not counts.left:
            submit()
            return
        ask(
            self._desk.window,
            self.tr("%Ln block(s) are not done yet.", "", counts.left),
            self.tr("The reviewer sees which. Hand in all the same?"),
            (self.tr("Hand in"), submit),
            (self.tr("Go to the first"), self.next_work),
        )

    def send_back(self) -> None:
        """A reviewer gives the translation back, with a note."""
        opened = self.view.opened
        if opened is None:
            return
        self.view.hand_over()
        ref = opened.ref

        def send(words: str) -> None:
            def work(ws: "Workspace") -> Outcome[int]:
                changes = Changes()
                if words:
                    changes |= ws.notes.open(ref, None, "reviewer", words).changes
                done = ws.texts.set_state([ref], State.DRAFT)
                return Outcome(done.value.done, changes | done.changes)

            self._desk.bridge.run(
                work, lambda _done: self._desk.say(self.tr("Sent back to the translator."))
            )

        AskWords(
            self.tr("Send back"),
            self.tr("What is to be done? The translator finds it among the article's notes."),
            "",
            send,
            self._desk.window,
            may_be_empty=True,
        ).open()

    def publish(self) -> None:
        """A reviewer lets readers have it."""
        opened = self.view.opened
        if opened is not None:
            self.view.hand_over()
            change_state(self._desk, [opened.ref], State.PUBLISHED)

    def next_article(self) -> None:
        """The next article in the queue of one's language and role."""
        open_next_work(self._desk)

    # ------------------------------------------------------------------ what is offered

    def _offer(self, *_told: object) -> None:
        """The buttons of the open row."""
        pair = self.view.pair
        if pair is not None:
            self.view.editor.offer(self._ways(pair))
            self.view.list.open_row(pair)

    def _ways(self, pair: BlockPair) -> list[Way]:
        source = (self.tr("Insert source"), self.tr("Write over the source's words"))
        approve = (self.tr("Approve"), self.tr("Translated; on to the next block"), self.approve)
        if pair.freshness is Freshness.ORPHAN:
            return [
                (self.tr("Discard"), self.tr("Take it out of the translation"), self.discard),
                (self.tr("Keep"), self.tr("It belongs to the translation alone"), self.still_valid),
            ]
        if not pair.kind.translatable:
            if pair.freshness is Freshness.CURRENT:
                return []
            ways = [
                (self.tr("Copy from source"), self.tr("As it is there now"), self.insert_source)
            ]
            if pair.freshness is Freshness.OUTDATED:
                ways.append(
                    (self.tr("Keep as it is"), self.tr("It needs no change"), self.still_valid)
                )
            return ways
        if pair.freshness is Freshness.OUTDATED:
            ways = [
                (
                    self.tr("Still valid"),
                    self.tr("What changed in the source needs no change here"),
                    self.still_valid,
                ),
                approve,
            ]
            if differs_in_links_only(pair):
                tip = self.tr("The same address as in the source now")
                ways.insert(0, (self.tr("Take the new address"), tip, self.patch_links))
            return ways
        if pair.target is None:
            return [(*source, self.insert_source)]
        return [approve] if self.view.needs_work(pair) else []

    def show_end(self) -> None:
        """When nothing is left to do: say so, and what comes next."""
        view, counts = self.view, self.view.counts
        waiting = any(view.needs_work(pair) for pair in view.rows.pairs)
        if counts is None or view.opened is None or waiting or not view.rows.pairs:
            view.done_bar.hide()
            return
        state = view.opened.base.state
        following = (self.tr("Next article"), self.next_article)
        if state is State.PUBLISHED:
            view.done_bar.say(self.tr("Every block is done, and published."), (following,))
        elif view.reviewing or state is State.IN_REVIEW:
            ways = (
                (self.tr("Publish"), self.publish),
                (self.tr("Send back…"), self.send_back),
                following,
            )
            words = (
                self.tr("Every block is reviewed.")
                if view.reviewing
                else self.tr("Every block is done, and handed in.")
            )
            view.done_bar.say(words, ways if view.reviewing else (following,))
        else:
            view.done_bar.say(
                self.tr("Every block is done."), ((self.tr("Hand in"), self.hand_in), following)
            )

    # ------------------------------------------------------------------ the way to the library

    def _change(
        self,
        work: "Callable[[Workspace, TextRef], Outcome[int]]",
        then: Callable[[int], None] | None = None,
    ) -> None:
        """Change states, once the typed words are saved: not when they could not be."""
        opened = self.view.opened
        if opened is None or opened.conflict:
            return
        self.view.hand_over()

        def when_saved(workspace: "Workspace") -> Outcome[int]:
            if opened.stuck:
                return Outcome(0, Changes())
            return work(workspace, opened.ref)

        self._desk.bridge.run(when_saved, then)

    def _change_text(self, opened: OpenText, work: "Callable[[Workspace], Outcome[Text]]") -> None:
        """As `_change`, for what changes words besides; the version is read when it is done."""
        if opened.conflict:
            return
        self.view.hand_over()

        def when_saved(workspace: "Workspace") -> Outcome[Text]:
            if opened.stuck:
                return Outcome(opened.base, Changes())
            return work(workspace)

        self._desk.bridge.run(when_saved)
