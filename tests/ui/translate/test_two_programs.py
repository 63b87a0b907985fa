"""Two programs write the same translation at the same time: no word of either is lost unseen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import open_workspace
from kbeditor.domain.records import TextRef
from kbeditor.ui.desk import Desk
from kbeditor.ui.panes.editor import EditorPane
from kbeditor.ui.translate.view import TranslateView
from tests.ui.translate.conftest import Pay, body, open_block, pairs

Write = Callable[[str, str], None]


@pytest.fixture
def bob_writes(desk: Desk, pay: Pay) -> Iterator[Write]:
    """Another program with the same library open: it writes a block of the French text."""
    path = desk.bridge.path
    assert path is not None
    bob = open_workspace(path, "Bob")
    ref = TextRef(pay.changed, "fr")

    def write(block_id: str, words: str) -> None:
        text = bob.texts.get(ref)
        assert text is not None
        bob.blocks.write(ref, text.version, block_id, words)

    yield write
    bob.close()


def once(signal: SignalInstance, act: Callable[[], None]) -> None:
    """Do something the next time that a signal is emitted, and only then."""

    def slot(*_told: object) -> None:
        signal.disconnect(slot)
        act()

    signal.connect(slot)


def test_the_same_block_is_a_conflict_another_one_is_none(
    desk: Desk, pay: Pay, view: TranslateView, pane: EditorPane, bob_writes: Write, qtbot: QtBot
) -> None:
    asked = open_block(desk, "Ask us", pay.changed)
    visa = pairs(desk, pay.changed)["We take Visa and Mastercard."]
    bob_writes(visa.id, "Visa et Mastercard.")
    qtbot.keyClicks(view.edit, "X")
    desk.flush()
    assert not pane.page.conflict_bar.isVisible()
    assert "Visa et Mastercard." in body(desk, pay)
    assert "XDemandez-nous" in body(desk, pay)
    bob_writes(asked.id, "Bob est passé.")
    qtbot.keyClicks(view.edit, "Y")
    desk.flush()
    assert pane.page.conflict_bar.isVisible()
    assert "Bob est passé." in body(desk, pay)
    assert "Y" in view.target_text
    pane.page.conflict_bar.buttons[2].click()  # take theirs
    assert view.target_text == "Bob est passé."


def test_what_is_written_right_after_ones_own_save_is_shown(
    desk: Desk, pay: Pay, view: TranslateView, pane: EditorPane, bob_writes: Write, qtbot: QtBot
) -> None:
    asked = open_block(desk, "Ask us", pay.changed)
    qtbot.keyClicks(view.edit, "X")
    once(desk.bridge.changed, lambda: bob_writes(asked.id, "Bob est passé."))
    desk.flush()
    assert view.target_text == "Bob est passé."
    qtbot.keyClicks(view.edit, " Moi aussi.")
    desk.flush()
    assert not pane.page.conflict_bar.isVisible()
    assert "Bob est passé. Moi aussi." in body(desk, pay)


def test_what_came_in_with_ones_own_save_is_not_written_over_before_it_is_shown(
    desk: Desk, pay: Pay, view: TranslateView, pane: EditorPane, bob_writes: Write, qtbot: QtBot
) -> None:
    cards = pairs(desk, pay.changed)["Cards"]
    open_block(desk, "Ask us", pay.changed)
    bob_writes(cards.id, "Cartes de Bob")
    qtbot.keyClicks(view.edit, "X")

    def go_on() -> None:
        desk.selection.set_block(cards.id)
        qtbot.keyClicks(view.edit, "Mes cartes")

    # Saved, but what the library says since was not read yet.
    once(desk.bridge.standing_changed, go_on)
    desk.flush()
    assert "XDemandez-nous" in body(desk, pay)
    desk.flush()
    assert pane.page.conflict_bar.isVisible()
    assert "## Cartes de Bob" in body(desk, pay)
    pane.page.conflict_bar.buttons[1].click()  # keep mine
    assert "Mes cartes" in body(desk, pay)
    assert not pane.page.conflict_bar.isVisible()


def test_one_block_that_both_wrote_is_merged_in_the_window(
    desk: Desk, pay: Pay, view: TranslateView, pane: EditorPane, bob_writes: Write, qtbot: QtBot
) -> None:
    asked = open_block(desk, "Ask us", pay.changed)
    before = {words: pair.id for words, pair in pairs(desk, pay.changed).items()}
    bob_writes(pairs(desk, pay.changed)["Cards"].id, "Cartes de Bob")
    bob_writes(asked.id, "Bob est passé.")
    qtbot.keyClicks(view.edit, "Y")
    desk.flush()
    pane.page.conflict_bar.buttons[0].click()
    window = pane.conflicts.window
    assert window is not None
    assert "1 to decide" in window.counts.text()
    clash = window.meeting.merged.body.stretches[window.meeting.merged.body.clashes[0]]
    assert clash.theirs == "Bob est passé."
    assert clash.mine.startswith("YDemandez-nous")
    window.card.buttons["hand"].click()
    qtbot.keyClicks(window.sheet.body, "Nous deux : ")
    window.apply.click()
    assert "Nous deux : YDemandez-nous" in body(desk, pay)
    assert "## Cartes de Bob" in body(desk, pay)
    assert view.target_text.startswith("Nous deux : YDemandez-nous")
    assert {words: pair.id for words, pair in pairs(desk, pay.changed).items()} == before
    assert not pane.page.conflict_bar.isVisible()
