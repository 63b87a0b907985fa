"""Translating: what is listed, typing, approving, what the source's changes ask for."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from kbeditor.domain.blocks import BlockState, Freshness
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import State
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.ask_words import AskWords
from kbeditor.ui.panes.editor import EditorPane
from kbeditor.ui.translate.rows import Filter
from kbeditor.ui.translate.view import TranslateView
from kbeditor.ui.work import ROLE
from tests.ui.pane_desk import ask
from tests.ui.translate.conftest import Pay, body, open_block, pairs, text_of


def test_what_needs_work_is_counted_and_opened_first(view: TranslateView) -> None:
    assert view.isVisible()
    assert view.counts is not None
    assert view.counts.left == 5  # address, Visa, Amex (gone), code, gift cards (new)
    assert view.bar.status.text().startswith("5 of 7 blocks left · ")
    assert view.bar.buttons[Filter.OUTDATED].text() == "Outdated 4"
    assert view.pair is not None
    assert view.pair.freshness is Freshness.OUTDATED
    assert view.target_text.startswith("Payez par carte")
    assert "old" in view.editor.source.toPlainText()
    assert "new" in view.editor.source.toPlainText()


def test_typing_is_saved_and_approving_leads_on(
    desk: Desk, pay: Pay, view: TranslateView, qtbot: QtBot
) -> None:
    open_block(desk, "We take Visa", pay.changed)
    view.edit.selectAll()
    qtbot.keyClicks(view.edit, "Nous acceptons Visa et Mastercard. ")
    assert view.target_text.endswith(". ")
    desk.flush()
    assert "- Nous acceptons Visa et Mastercard." in body(desk, pay)
    assert view.target_text.endswith(". ")  # the last space is being typed
    now = pairs(desk, pay.changed)["We take Visa and Mastercard."]
    assert (now.freshness, now.state) == (Freshness.OUTDATED, BlockState.TRANSLATED)
    desk.actions.trigger("translate.approve")
    now = pairs(desk, pay.changed)["We take Visa and Mastercard."]
    assert (now.freshness, now.state) == (Freshness.CURRENT, BlockState.TRANSLATED)
    assert view.pair is not None
    assert view.pair.id != now.id
    assert view.needs_work(view.pair)
    desk.bridge.run(lambda ws: ws.history.undo())
    assert pairs(desk, pay.changed)["We take Visa and Mastercard."].freshness is Freshness.OUTDATED


def test_a_new_block_is_put_where_it_belongs(
    desk: Desk, pay: Pay, view: TranslateView, qtbot: QtBot
) -> None:
    open_block(desk, "Gift cards", pay.changed)
    assert view.target_text == ""
    desk.actions.trigger("translate.approve")  # nothing to approve yet
    assert pairs(desk, pay.changed)["Gift cards are taken, too."].target is None
    qtbot.keyClicks(view.edit, "Les cartes cadeaux aussi.")
    desk.flush()
    assert body(desk, pay).endswith("Demandez-nous tout le reste.\n\nLes cartes cadeaux aussi.\n")
    assert view.target_text == "Les cartes cadeaux aussi."
    assert pairs(desk, pay.changed)["Gift cards are taken, too."].state is BlockState.DRAFT


def test_an_emptied_block_goes_when_it_is_left_not_while_it_is_written(
    desk: Desk, pay: Pay, view: TranslateView, qtbot: QtBot
) -> None:
    open_block(desk, "Ask us", pay.changed)
    view.edit.selectAll()
    qtbot.keyClick(view.edit, Qt.Key.Key_Delete)
    view._autosave.flush()  # as its timer does
    assert "Demandez-nous" in body(desk, pay)
    qtbot.keyClick(view.edit, Qt.Key.Key_Tab)
    assert "Demandez-nous" not in body(desk, pay)


def test_an_orphan_is_discarded_or_kept(desk: Desk, pay: Pay, view: TranslateView) -> None:
    open_block(desk, "Nous acceptons `Amex`", pay.changed)
    assert [button.text() for button in view.editor.buttons] == ["Discard", "Keep"]
    view.editor.buttons[0].click()
    assert "Amex" not in body(desk, pay)
    assert view.pair is not None
    assert view.pair.source is not None
    assert "pay --later" in view.pair.source, "the next one that needs work after it"
    desk.bridge.run(lambda ws: ws.history.undo())
    assert "- Nous acceptons `Amex`." in body(desk, pay)
    open_block(desk, "Nous acceptons `Amex`", pay.changed)
    view.editor.buttons[1].click()
    assert "Nous acceptons `Amex`." not in pairs(desk, pay.changed)
    assert "- Nous acceptons `Amex`." in body(desk, pay)


def test_code_is_copied_and_addresses_are_taken_over(
    desk: Desk, pay: Pay, view: TranslateView
) -> None:
    open_block(desk, "pay --later", pay.changed)
    assert view.edit.isReadOnly()
    view.editor.buttons[0].click()
    assert "pay --later" in body(desk, pay)
    assert pairs(desk, pay.changed)["pay --later"].freshness is Freshness.CURRENT
    open_block(desk, "Pay by card", pay.changed)
    assert view.editor.buttons[0].text() == "Take the new address"
    view.editor.buttons[0].click()
    assert "[virement](https://bank.example/new)" in body(desk, pay)
    assert view.target_text.endswith("(https://bank.example/new).")


def test_still_valid_and_back_to_draft(desk: Desk, pay: Pay, view: TranslateView) -> None:
    open_block(desk, "We take Visa", pay.changed)
    desk.actions.trigger("translate.still_valid")
    now = pairs(desk, pay.changed)["We take Visa and Mastercard."]
    assert now.freshness is Freshness.CURRENT
    desk.selection.set_block(now.id)
    desk.actions.trigger("translate.unapprove")
    assert pairs(desk, pay.changed)["We take Visa and Mastercard."].state is BlockState.DRAFT


def test_pieces_of_the_source_are_copied(desk: Desk, pay: Pay, view: TranslateView) -> None:
    open_block(desk, "Pay by card", pay.changed)
    view.edit.selectAll()
    view.edit.insertPlainText("Payez par ")
    desk.actions.trigger("translate.next_inline")
    assert view.target_text == "Payez par [transfer](https://bank.example/new)"
    desk.actions.trigger("translate.insert_source")
    assert view.target_text == "Pay by card or by [transfer](https://bank.example/new)."
    assert view.edit.textCursor().selectedText() == view.target_text
    view.edit.undo()
    assert view.target_text == "Payez par [transfer](https://bank.example/new)"


def test_filters_and_words_choose_what_is_listed(desk: Desk, pay: Pay, view: TranslateView) -> None:
    assert view.rows.rowCount() == 8
    view.bar.choose(Filter.WORK)
    assert view.rows.rowCount() == 5
    open_block(desk, "We take Visa", pay.changed)
    desk.actions.trigger("translate.still_valid")
    assert view.rows.rowCount() == 5  # what is done stays until one chooses anew
    view.bar.words.setText("gift")
    assert [view.rows.pair(0).source] == ["Gift cards are taken, too."]
    view.bar.words.setText("nowhere")
    assert view.empty.isVisible()
    view.empty.show_every.click()
    assert view.rows.rowCount() == 8


def test_both_ways_edit_the_same_words(
    desk: Desk, pay: Pay, view: TranslateView, pane: EditorPane, qtbot: QtBot
) -> None:
    open_block(desk, "Ask us", pay.changed)
    qtbot.keyClick(view.edit, Qt.Key.Key_End)
    qtbot.keyClicks(view.edit, " Merci.")
    desk.actions.trigger("translate.blocks")
    assert not view.isVisible()
    assert pane.edit.toPlainText() == body(desk, pay)
    assert pane.edit.toPlainText().endswith("Demandez-nous tout le reste. Merci.\n")
    assert pane.edit.textCursor().block().text().startswith("Demandez-nous")
    pane.edit.insertPlainText("Oui : ")
    desk.actions.trigger("translate.blocks")
    assert view.isVisible()
    assert view.target_text == "Oui : Demandez-nous tout le reste. Merci."


def test_a_missing_translation_is_begun_block_by_block(
    desk: Desk, pay: Pay, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(pay.missing, "fr")
    assert pane.page.begin_copy.text() == "Begin block by block"
    pane.page.begin_copy.click()
    view = pane.translate
    assert view.isVisible()
    assert view.counts is not None
    assert view.counts.by_filter[Filter.EMPTY] == 6
    assert view.target_text == "Later"
    qtbot.keyClicks(view.edit, "Plus tard")  # what is selected is written over
    assert view.target_text == "Plus tard"
    qtbot.keyClick(view.edit, Qt.Key.Key_Return)
    assert pairs(desk, pay.missing)["Later"].state is BlockState.DRAFT
    assert view.pair is not None
    assert view.pair.source is not None
    assert view.pair.source.startswith("Pay by card")


def test_without_a_published_source_it_says_what_helps(
    desk: Desk, pay: Pay, pane: EditorPane, tmp_path: Path
) -> None:
    desk.bridge.run(lambda ws: ws.texts.begin(TextRef(pay.unpublished, "fr")))
    desk.selection.go(pay.unpublished, "fr")
    assert pane.translate.empty.isVisible()
    assert pane.translate.empty.go_source.isVisible()
    pane.translate.empty.go_source.click()
    assert desk.selection.locale == "en"


def test_handing_in_says_what_is_left_and_the_end_what_comes_next(
    desk: Desk, pay: Pay, view: TranslateView, qtbot: QtBot
) -> None:
    desk.actions.trigger("translate.hand_in")
    [box] = [box for box in desk.window.findChildren(QMessageBox) if box.isVisible()]
    assert box.text() == "5 block(s) are not done yet."
    box.reject()
    open_block(desk, "Gift cards", pay.changed)
    qtbot.keyClicks(view.edit, "Les cartes cadeaux aussi.")
    desk.actions.trigger("translate.approve")
    assert not view.done_bar.isVisible()
    ref = TextRef(pay.changed, "fr")
    desk.bridge.run(lambda ws: ws.blocks.still_valid(ref))
    assert view.done_bar.isVisible()
    assert view.done_bar.buttons[0].text() == "Hand in"
    view.done_bar.buttons[0].click()
    assert text_of(desk, ref).state is State.IN_REVIEW
    desk.set_preference(ROLE, "reviewer")
    desk.actions.trigger("translate.next_work")
    assert view.pair is not None
    desk.actions.trigger("translate.approve")
    assert pairs(desk, pay.changed)["Gift cards are taken, too."].state is BlockState.REVIEWED


def test_a_reviewer_sends_back_with_a_note(desk: Desk, pay: Pay, view: TranslateView) -> None:
    ref = TextRef(pay.changed, "fr")
    desk.bridge.run(lambda ws: ws.texts.set_state([ref], State.IN_REVIEW))
    desk.set_preference(ROLE, "reviewer")
    desk.actions.trigger("translate.send_back")
    [dialog] = [each for each in desk.window.findChildren(AskWords) if each.isVisible()]
    dialog.reject()
    assert text_of(desk, ref).state is State.IN_REVIEW
    desk.actions.trigger("translate.send_back")
    [dialog] = [each for each in desk.window.findChildren(AskWords) if each.isVisible()]
    dialog.line.setText("Say “carte bancaire”.")
    dialog.accept()
    assert text_of(desk, ref).state is State.DRAFT
    [thread] = ask(desk, lambda ws: ws.notes.threads(pay.changed, "fr"))
    assert [(note.role, note.body) for note in thread.notes] == [
        ("reviewer", "Say “carte bancaire”.")
    ]
    assert thread.block_id is None


def test_the_next_article_of_the_queue_is_opened_until_there_is_no_other(
    desk: Desk, pay: Pay, view: TranslateView, qtbot: QtBot
) -> None:
    said: list[str] = []
    desk.status_message.connect(said.append)
    open_block(desk, "We take Visa", pay.changed)
    qtbot.keyClick(view.edit, Qt.Key.Key_End)
    qtbot.keyClicks(view.edit, " Oui.")
    desk.actions.trigger("translate.next_article")
    assert (desk.selection.current, desk.selection.locale) == (pay.missing, "fr")
    assert "- Nous acceptons Visa. Oui." in text_of(desk, TextRef(pay.changed, "fr")).body
    desk.selection.set_locale("en")
    desk.actions.trigger("translate.next_article")  # the translators' queue all the same
    assert (desk.selection.current, desk.selection.locale) == (pay.changed, "fr")
    desk.bridge.run(lambda ws: ws.tree.trash([pay.missing]))
    here = view.open_id
    desk.actions.trigger("translate.next_article")
    assert said[-1].startswith("Nothing else waits for you in ")
    assert (desk.selection.current, view.open_id) == (pay.changed, here)


def test_panes_find_the_block_and_write_into_it(
    desk: Desk, pay: Pay, view: TranslateView, pane: EditorPane
) -> None:
    told: list[str | None] = []
    desk.selection.block_changed.connect(lambda: told.append(desk.selection.block))
    visa = open_block(desk, "We take Visa", pay.changed)
    assert told == [visa.id]
    assert view.pair is not None
    assert view.pair.id == visa.id
    pane.replace_target("Une autre phrase.")
    assert pane.target_text() == "Une autre phrase."
    pane.replace_span(0, 3, "Cette")
    assert pane.target_text() == "Cette autre phrase."
    view.edit.undo()
    view.edit.undo()
    assert pane.target_text() == "Nous acceptons Visa."
    desk.selection.go(pay.missing, "fr")
    assert desk.selection.block is None
