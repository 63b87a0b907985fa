"""The aids for translating: suggestions, terms, checks, notes, concordance, and the glossary."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import CheckIssue, Fix
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import State
from kbeditor.domain.units import MemoryUnit
from kbeditor.ui.actions.aids import ACTIONS
from kbeditor.ui.actions.edit import ACTIONS as EDIT
from kbeditor.ui.aids.cards import Card
from kbeditor.ui.aids.words import CHECKS as CHECK_WORDS
from kbeditor.ui.aids.words import fix_words, issue_words
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.ask_words import AskWords
from kbeditor.ui.dialogs.glossary import GlossaryDialog
from kbeditor.ui.dialogs.importing import ImportDialog
from kbeditor.ui.dialogs.term import TermDialog
from kbeditor.ui.models.glossary import NOTE, TERM
from kbeditor.ui.panes.aids import CHECKS, CONCORDANCE, NOTES, AidsPane

from .pane_desk import ask, pane_desk

ENGLISH = """Select **Cancel order** in the list: it goes back to the shop.

You can return an item within 40 days!

Use `kb list` to see every order.

```
kb list --all
```
"""
FRENCH = """Choisissez **Annuler la commande** dans la liste : elle retourne à la boutique.

Vous pouvez rendre un article dans les 90 jours !

Utilisez la commande pour voir toutes les commandes.
"""
NNBSP, NBSP = "\u202f", "\u00a0"


def fill(ws: Workspace, title: str, english: str, french: str) -> Ref:
    """An article published in both languages, its blocks made."""
    ref = ws.articles.create(None, title, "en").value
    for tag, body in (("en", english), ("fr", french)):
        text = TextRef(ref, tag)
        if tag == "fr":
            ws.texts.begin(text, copy_source=False)
        opened = ws.texts.get(text)
        assert opened is not None
        ws.texts.save(text, opened.version, title=title, body=body)
        ws.texts.set_state([text], State.PUBLISHED)
    ws.blocks.pairs(TextRef(ref, "fr"))
    return ref


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [AidsPane], (*ACTIONS, *EDIT)) as desk:
        yield desk


@pytest.fixture
def order(desk: Desk, tmp_path: Path) -> Ref:
    """A library with something in memory and glossary; the article is open in French."""
    path = tmp_path / "shop.kb"
    ws = create_library(path, "Shop", "en", ["fr"], "Ann")
    ref = fill(ws, "Orders", ENGLISH, FRENCH)
    fill(ws, "Returns", "You can return an item within 30 days.", "Vous avez 30 jours.")
    known = MemoryUnit("You can return an item within 40 days!", "Sous 40 jours !", "", "")
    ws.memory.add([known], "fr", "old.tmx")
    ws.glossary.add("item", "fr", "article", ["objet"], "Never “objet”.")
    ws.close()
    desk.bridge.open(lambda: open_workspace(path, "Ann"))
    desk.frame.show_pane("aids")
    desk.selection.go(ref, "fr")
    return ref


@pytest.fixture
def pane(desk: Desk, order: Ref) -> AidsPane:
    pane = desk.pane("aids")
    assert isinstance(pane, AidsPane)
    return pane


def go(desk: Desk, order: Ref, begins: str) -> str:
    """Be at the block whose source begins so."""
    pairs = ask(desk, lambda ws: ws.blocks.pairs(TextRef(order, "fr")))
    block = next(each.id for each in pairs if (each.source or "").startswith(begins))
    desk.selection.set_block(block)
    return block


def body(desk: Desk, ref: Ref) -> str:
    text = ask(desk, lambda ws: ws.texts.get(TextRef(ref, "fr")))
    assert text is not None
    return text.body


def cards(widget: QWidget) -> list[Card]:
    """The cards in sight; a layout shows its new widgets with the next event."""
    QApplication.processEvents()
    return [each for each in widget.findChildren(Card) if each.isVisible()]


def press(widget: QWidget, words: str) -> None:
    """The first button in sight that says so."""
    QApplication.processEvents()
    buttons = [each for each in widget.findChildren(QPushButton) if each.isVisible()]
    next(each for each in buttons if each.text() == words).click()


def dialog(kind: type[QWidget]) -> QWidget:
    """The dialog of a kind that is open."""
    for each in QApplication.topLevelWidgets():
        if isinstance(each, kind) and each.isVisible():
            return each
    raise AssertionError(f"no {kind.__name__} is open")


def test_suggestions_come_best_first_with_their_origin(
    desk: Desk, order: Ref, pane: AidsPane
) -> None:
    assert cards(pane) == []
    go(desk, order, "You can return")
    assert [(m.percent >= 100, m.target) for m in pane.block.matches] == [
        (True, "Sous 40 jours !"),
        (False, "Vous avez 30 jours."),
    ]
    assert (pane.suggestion(1), pane.suggestion(2)) == ("Sous 40 jours !", "Vous avez 30 jours.")
    assert (pane.suggestion(0), pane.suggestion(3)) == (None, None)
    go(desk, order, "Use `kb list`")
    assert pane.suggestion(1) is None
    assert "Nothing like this" in pane.block.suggestions.nothing.text()


def test_terms_are_those_of_the_block_and_change_with_the_glossary(
    desk: Desk, order: Ref, pane: AidsPane
) -> None:
    go(desk, order, "You can return")
    assert [each.accessibleName() for each in cards(pane.block.terms)] == ["item: article"]
    desk.bridge.run(lambda ws: ws.glossary.add("day", "fr", "jour"))
    assert [each.accessibleName() for each in cards(pane.block.terms)] == [
        "item: article",
        "day: jour",
    ]


def test_checks_of_the_block_and_of_the_text(desk: Desk, order: Ref, pane: AidsPane) -> None:
    go(desk, order, "You can return")
    said = [each.accessibleName() for each in cards(pane.block.checks)]
    assert "This number is 40 in the source." in said
    assert len(said) == 2
    pane.tabs.setCurrentIndex(CHECKS)
    assert set(pane.checks.sections) == {"gaps", "numbers", "code", "french_spacing"}
    assert pane.checks.sections["french_spacing"].is_folded
    count = sum(len(each) for each in ask(desk, lambda ws: (ws.issues.text(TextRef(order, "fr")),)))
    assert pane.tabs.tabText(CHECKS) == f"Checks {count + 1}"


def test_a_fix_is_made_and_can_be_undone(desk: Desk, order: Ref, pane: AidsPane) -> None:
    go(desk, order, "Use `kb list`")
    press(pane.block, "Insert the code")
    assert "`kb list`" in body(desk, order)
    assert cards(pane.block.checks) == []
    desk.actions.trigger("edit.undo")
    assert body(desk, order) == FRENCH
    assert len(cards(pane.block.checks)) == 1


def test_french_spacing_of_the_whole_text_with_one_key(
    desk: Desk, order: Ref, pane: AidsPane
) -> None:
    desk.actions.trigger("translate.mend_spacing")
    assert f"liste{NBSP}:" in body(desk, order)
    assert f"jours{NNBSP}!" in body(desk, order)
    desk.selection.set_locale("en")
    desk.actions.refresh_now()
    assert not desk.actions.action("translate.mend_spacing").isEnabled()


def test_what_is_missing_is_put_in_with_one_key(desk: Desk, order: Ref, pane: AidsPane) -> None:
    go(desk, order, "Use `kb list`")
    desk.actions.trigger("translate.insert_missing")
    assert "`kb list`" in body(desk, order)
    assert "kb list --all" not in body(desk, order)
    desk.actions.trigger("translate.insert_missing")
    assert "kb list --all" in body(desk, order)
    said: list[str] = []
    desk.status_message.connect(said.append)
    desk.actions.trigger("translate.insert_missing")
    assert said == ["Nothing of the source is missing."]


def test_an_issue_is_dismissed_with_a_reason_and_taken_up_again(
    desk: Desk, order: Ref, pane: AidsPane
) -> None:
    go(desk, order, "Use `kb list`")
    press(pane.block, "Dismiss…")
    asked = dialog(AskWords)
    assert isinstance(asked, AskWords)
    asked.line.setText("The command is named above.")
    asked.accept()
    assert cards(pane.block.checks) == []
    pane.tabs.setCurrentIndex(CHECKS)
    dismissed = pane.checks.sections["dismissed"]
    dismissed.fold(False)
    press(dismissed, "Check again")
    assert "dismissed" not in pane.checks.sections
    assert len(pane.checks.sections["code"].findChildren(Card)) == 1


def test_a_card_of_the_text_leads_to_its_block(
    desk: Desk, order: Ref, pane: AidsPane, qtbot: QtBot
) -> None:
    block = go(desk, order, "Use `kb list`")
    desk.selection.set_block(None)
    pane.tabs.setCurrentIndex(CHECKS)
    [card] = cards(pane.checks.sections["code"])
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert desk.selection.block == block


def test_notes_are_written_answered_settled_and_reopened(
    desk: Desk, order: Ref, pane: AidsPane, qtbot: QtBot
) -> None:
    go(desk, order, "You can return")
    desk.actions.trigger("translate.note")
    assert pane.tabs.currentIndex() == NOTES
    assert not pane.notes.send.isEnabled()
    pane.notes.role.setCurrentIndex(pane.notes.role.findData("reviewer"))
    pane.notes.words.setPlainText("Is it 40 here, too?")
    qtbot.keyClick(pane.notes.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pane.notes.words.toPlainText() == ""
    assert pane.tabs.tabText(NOTES) == "Notes 1"
    [thread] = ask(desk, lambda ws: ws.notes.threads(order, "fr"))
    assert (thread.notes[0].role, thread.block_id) == ("reviewer", desk.selection.block)
    assert len(cards(pane.notes.block)) == 1
    press(pane.notes.block, "Answer")
    field = next(each for each in cards(pane.notes.block)[0].findChildren(type(pane.notes.words)))
    field.setPlainText("Yes.")
    press(pane.notes.block, "Send")
    [thread] = ask(desk, lambda ws: ws.notes.threads(order, "fr"))
    assert [each.body for each in thread.notes] == ["Is it 40 here, too?", "Yes."]
    press(pane.notes.block, "Settle")
    assert pane.tabs.tabText(NOTES) == "Notes"
    assert cards(pane.notes.block) == []
    pane.notes.settled.fold(False)
    press(pane.notes.settled, "Reopen")
    assert len(cards(pane.notes.block)) == 1
    desk.selection.set_block(None)
    assert len(cards(pane.notes.others)) == 1
    press(pane.notes.others, "Delete")
    assert pane.notes.count == 0


def test_a_note_on_the_article_concerns_every_language_where_nothing_is_begun(
    desk: Desk, order: Ref, pane: AidsPane
) -> None:
    desk.bridge.run(lambda ws: ws.texts.delete([TextRef(order, "fr")]))
    desk.selection.go(order, "fr")
    pane.tabs.setCurrentIndex(NOTES)
    pane.notes.words.setPlainText("Who translates this?")
    press(pane.notes, "Send")
    [thread] = ask(desk, lambda ws: ws.notes.threads(order, "fr"))
    assert (thread.owner, thread.block_id) == (TextRef(order, "en"), None)


def test_concordance_finds_words_on_either_side(desk: Desk, order: Ref, pane: AidsPane) -> None:
    desk.actions.trigger("translate.concordance")
    assert pane.tabs.currentIndex() == CONCORDANCE
    pane.concordance.look_up("return item")
    assert len(cards(pane.concordance)) == 3
    pane.concordance.look_up("avez", in_target=True)
    assert [each.accessibleName() for each in cards(pane.concordance)] == [
        "You can return an item within 30 days.: Vous avez 30 jours."
    ]
    pane.concordance.look_up("unheard of")
    assert cards(pane.concordance) == []
    pane.concordance.line.clear()
    pane.concordance.search()


def test_the_source_and_an_unpublished_source_say_why_nothing_is_shown(
    desk: Desk, order: Ref, pane: AidsPane
) -> None:
    desk.selection.set_locale("en")
    assert pane.text is not None
    assert pane.text.why_not == "source"
    draft: object = ask(desk, lambda ws: ws.articles.create(None, "Draft", "en"))
    assert isinstance(draft, Ref)
    desk.selection.go(draft, "fr")
    assert pane.text.why_not in ("missing", "unpublished")
    assert not pane.block.isVisible()


def test_what_is_folded_is_remembered(desk: Desk, order: Ref, pane: AidsPane) -> None:
    pane.block.terms.fold(True)
    pane.tabs.setCurrentIndex(NOTES)
    state = pane.save_state()
    pane.restore_state({})
    assert pane.save_state()["folded"] == []
    pane.restore_state(state)
    assert pane.save_state() == state == {"tab": NOTES, "folded": ["terms"]}


def test_every_check_has_a_name_and_its_issues_a_sentence() -> None:
    for check in CHECK_WORDS:
        issue = CheckIssue(check, "error", "x", 0, 0, "", ())
        assert issue_words(issue, "x !")
        assert "{" not in issue_words(issue, "x !")
    spacing = CheckIssue("french_spacing", "warning", "no_break_space", 5, 6, "", ())
    assert issue_words(spacing, "jours !") == "A plain space before or after “!”."
    assert fix_words(Fix("use_term", 0, 1, "commande")) == "Use “commande”"


# ------------------------------------------------------------------ the glossary


@pytest.fixture
def glossary(desk: Desk, order: Ref) -> GlossaryDialog:
    desk.actions.trigger("library.glossary")
    opened = dialog(GlossaryDialog)
    assert isinstance(opened, GlossaryDialog)
    return opened


def terms(desk: Desk) -> list[str]:
    return [each.term for each in ask(desk, lambda ws: ws.glossary.list("fr"))]


def shown(glossary: GlossaryDialog) -> list[str]:
    model = glossary.model
    return [model.index(row, TERM).data() for row in range(model.rowCount())]


def test_terms_are_added_and_a_duplicate_is_refused_with_a_sentence(
    desk: Desk, glossary: GlossaryDialog
) -> None:
    glossary.add.click()
    one = dialog(TermDialog)
    assert isinstance(one, TermDialog)
    assert one.save is not None
    assert not one.save.isEnabled()
    one.term.setText("item")
    one.translation.setText("objet")
    one.save.click()
    assert one.error.isVisible()
    assert "item" in one.error.text()
    one.term.setText("order")
    assert not one.error.isVisible()
    one.translation.setText("commande")
    one.forbidden.setText("ordre; mandat")
    one.save.click()
    assert terms(desk) == ["item", "order"]
    assert shown(glossary) == ["item", "order"]
    assert ask(desk, lambda ws: ws.glossary.list("fr"))[1].forbidden == ("ordre", "mandat")
    desk.bridge.run(lambda ws: ws.history.undo())
    assert shown(glossary) == ["item"]


def test_terms_are_searched_changed_and_removed(
    desk: Desk, glossary: GlossaryDialog, qtbot: QtBot
) -> None:
    desk.bridge.run(lambda ws: ws.glossary.add("order", "fr", "commande", note="In the shop"))
    glossary.line.setText("shop")
    assert shown(glossary) == ["order"]
    glossary.line.setText("nothing like it")
    assert shown(glossary) == []
    glossary.line.clear()
    glossary.table.selectRow(1)
    qtbot.keyClick(glossary.table, Qt.Key.Key_Return)
    one = dialog(TermDialog)
    assert isinstance(one, TermDialog)
    one.remark.setPlainText("Everywhere")
    one.accept()
    assert glossary.model.index(1, NOTE).data() == "Everywhere"
    glossary.table.selectAll()
    assert not glossary.change.isEnabled()
    qtbot.keyClick(glossary.table, Qt.Key.Key_Delete)
    assert terms(desk) == []
    desk.bridge.run(lambda ws: ws.history.undo())
    assert terms(desk) == ["item", "order"]


def test_a_glossary_goes_into_a_file_and_comes_back(
    desk: Desk, glossary: GlossaryDialog, tmp_path: Path
) -> None:
    for name in ("terms.csv", "terms.tbx"):
        glossary.write(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 0
    desk.bridge.run(lambda ws: ws.glossary.replace("fr", []))
    assert not glossary.export.isEnabled()
    glossary.read(tmp_path / "terms.tbx")
    reading = dialog(ImportDialog)
    assert isinstance(reading, ImportDialog)
    assert terms(desk) == []
    reading.primary.click()
    assert terms(desk) == ["item"]
    assert shown(glossary) == ["item"]
    reading.close()
    glossary.write(tmp_path / "nowhere" / "terms.csv")
    assert not (tmp_path / "nowhere").exists()
