"""Checks of a block and of the text: their fixes, and issues that are dismissed."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kbeditor.domain.blocks import CheckIssue, Fix
from kbeditor.domain.records import Ref, TextRef
from kbeditor.ui.aids.cards import Card
from kbeditor.ui.aids.words import CHECKS as CHECK_WORDS
from kbeditor.ui.aids.words import fix_words, issue_words
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.ask_words import AskWords
from kbeditor.ui.panes.aids import CHECKS, AidsPane
from tests.ui.aids.acting import FRENCH, body, cards, dialog, go, press
from tests.ui.pane_desk import ask

NNBSP, NBSP = "\u202f", "\u00a0"


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


def test_every_check_has_a_name_and_its_issues_a_sentence() -> None:
    for check in CHECK_WORDS:
        issue = CheckIssue(check, "error", "x", 0, 0, "", ())
        assert issue_words(issue, "x !")
        assert "{" not in issue_words(issue, "x !")
    spacing = CheckIssue("french_spacing", "warning", "no_break_space", 5, 6, "", ())
    assert issue_words(spacing, "jours !") == "A plain space before or after “!”."
    assert fix_words(Fix("use_term", 0, 1, "commande")) == "Use “commande”"
