"""Notes on a block and on the article."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kbeditor.domain.records import Ref, TextRef
from kbeditor.ui.desk import Desk
from kbeditor.ui.panes.aids import NOTES, AidsPane
from tests.ui.aids.acting import cards, go, press
from tests.ui.pane_desk import ask


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
