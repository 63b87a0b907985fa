"""Somebody else writes the text that is open: what can be merged is, the rest is asked for."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.changes import EVERYTHING
from kbeditor.domain.errors import NotFound
from kbeditor.domain.records import Kind, TextRef
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.autosave import SaveState
from kbeditor.ui.errors import Notice
from kbeditor.ui.merging.window import MergeWindow
from kbeditor.ui.panes.editor import EditorPane
from tests.ui.editor.acting import stored, write_elsewhere
from tests.ui.pane_desk import Shop, ask

BODY = "One two three.\n\n- a\n- b\n\nFour five six."


@pytest.fixture
def notices(desk: Desk) -> list[Notice]:
    told: list[Notice] = []
    desk.errors.noticed.connect(told.append)
    return told


@pytest.fixture
def long(desk: Desk, shop: Shop, pane: EditorPane) -> Shop:
    """A text of several blocks is open."""
    write_elsewhere(desk, shop.status, BODY)
    desk.selection.go(shop.status)
    assert pane.edit.toPlainText() == BODY
    return shop


def append(pane: EditorPane, qtbot: QtBot, words: str) -> None:
    pane.edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(pane.edit, words)


def other(desk: Desk) -> Workspace:
    assert desk.bridge.path is not None
    return open_workspace(desk.bridge.path, "Bob")


def clash(desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot) -> MergeWindow:
    """Both changed the last block, Bob the first one, too; the window that shows it."""
    append(pane, qtbot, " Mine.")
    write_elsewhere(desk, shop.status, BODY.replace("One", "ONE").replace("six.", "six. Theirs."))
    desk.flush()
    assert pane.page.conflict_bar.isVisible()
    pane.page.conflict_bar.buttons[0].click()
    window = pane.conflicts.window
    assert window is not None
    return window


def versions(desk: Desk, shop: Shop) -> list[tuple[str, str]]:
    found = ask(desk, lambda ws: ws.texts.revisions(TextRef(shop.status, "en")))
    return [(each.author, each.body) for each in found if each.kind == "checkpoint"]


def test_changes_at_different_places_are_both_there(
    desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot, notices: list[Notice]
) -> None:
    append(pane, qtbot, " Mine.")
    write_elsewhere(desk, long.status, BODY.replace("One", "ONE"))
    desk.flush()
    both = BODY.replace("One", "ONE") + " Mine."
    assert stored(desk, long.status).body == both
    assert pane.edit.toPlainText() == both
    assert pane.edit.textCursor().atEnd()
    assert not pane.page.conflict_bar.isVisible()
    assert "Bob" in notices[-1].words
    notices[-1].ways_out[0].run()  # undo: mine alone
    desk.flush()
    assert stored(desk, long.status).body == BODY + " Mine."


def test_news_of_another_place_come_in_while_words_wait(
    desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    append(pane, qtbot, " Mine.")
    write_elsewhere(desk, long.status, BODY.replace("One", "ONE"))
    pane.refresh(EVERYTHING)
    assert pane.edit.toPlainText() == BODY.replace("One", "ONE") + " Mine."
    assert not pane.page.conflict_bar.isVisible()


def test_what_came_in_unseen_is_not_written_over(
    desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    """Words typed while a save with somebody else's words in it is on its way."""
    append(pane, qtbot, " Mine.")
    write_elsewhere(desk, long.status, BODY.replace("One", "ONE"))

    def go_on() -> None:
        desk.bridge.standing_changed.disconnect(go_on)
        append(pane, qtbot, " More.")

    desk.bridge.standing_changed.connect(go_on)
    desk.flush()
    assert stored(desk, long.status).body == BODY.replace("One", "ONE") + " Mine."
    assert pane.edit.toPlainText() == BODY + " Mine. More."
    desk.flush()
    both = BODY.replace("One", "ONE") + " Mine. More."
    assert stored(desk, long.status).body == both
    assert pane.edit.toPlainText() == both


def test_another_field_that_came_in_unseen_is_not_written_over(
    desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    title = pane.page.details.title
    title.selectAll()
    qtbot.keyClicks(title, "Renamed")
    write_elsewhere(desk, long.status, BODY.replace("One", "ONE"))

    def go_on() -> None:
        desk.bridge.standing_changed.disconnect(go_on)
        append(pane, qtbot, " Mine.")

    desk.bridge.standing_changed.connect(go_on)
    desk.flush()
    desk.flush()
    text = stored(desk, long.status)
    assert (text.title, text.body) == ("Renamed", BODY.replace("One", "ONE") + " Mine.")
    assert pane.edit.toPlainText() == text.body


def test_the_window_counts_and_merges(
    desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    window = clash(desk, long, pane, qtbot)
    assert "1 change" in window.counts.text()
    assert "1 to decide" in window.counts.text()
    assert not window.apply.isEnabled()
    window.card.buttons["theirs"].click()
    assert window.sheet.words().body == BODY.replace("One", "ONE") + " Theirs."
    window.card.buttons["both"].click()
    body = BODY.replace("One", "ONE") + " Mine.\n\nFour five six. Theirs."
    assert window.sheet.words().body == body
    window.apply.click()
    assert pane.conflicts.window is None
    assert stored(desk, long.status).body == body
    assert pane.edit.toPlainText() == body
    assert not pane.page.conflict_bar.isVisible()
    assert list(pane.autosave.unsaved.folder.iterdir()) == []
    kept = dict(versions(desk, long))
    assert kept["Ann"] == BODY + " Mine."
    assert kept["Bob"].endswith(" Theirs.")
    pane.edit.undo()
    assert pane.edit.toPlainText() == BODY + " Mine."


def test_what_is_written_by_hand_is_saved(
    desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    window = clash(desk, long, pane, qtbot)
    window.card.buttons["hand"].click()
    assert window.apply.isEnabled()
    qtbot.keyClicks(window.sheet.body, "Both of us: ")
    window.apply.click()
    assert stored(desk, long.status).body.endswith("Both of us: Four five six. Mine.")


def test_writing_in_the_place_decides_it(
    desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    window = clash(desk, long, pane, qtbot)
    window.sheet.body.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(window.sheet.body, "Elsewhere. ")
    assert not window.apply.isEnabled()
    window.sheet.body.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(window.sheet.body, " Ours.")
    assert window.card.buttons["hand"].isChecked()
    window.card.buttons["mine"].click()
    assert window.sheet.words().body == "Elsewhere. " + BODY.replace("One", "ONE") + " Mine."
    window.reject()


def test_cancelling_loses_nothing(desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot) -> None:
    window = clash(desk, long, pane, qtbot)
    window.card.buttons["theirs"].click()
    window.reject()
    assert pane.page.conflict_bar.isVisible()
    assert pane.edit.toPlainText() == BODY + " Mine."
    assert "Mine." in pane.autosave.unsaved.path(TextRef(long.status, "en")).read_text("utf-8")
    assert stored(desk, long.status).body.endswith("Theirs.")


def test_a_third_change_is_shown_before_anything_is_saved(
    desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    window = clash(desk, long, pane, qtbot)
    window.card.buttons["mine"].click()
    third = BODY.replace("One", "ONE").replace("- b", "- b\n- c").replace("six.", "six. Theirs.")
    write_elsewhere(desk, long.status, third)
    window.apply.click()
    assert pane.conflicts.window is window
    assert stored(desk, long.status).body == third
    assert window.apply.isEnabled()  # what Bob added is at another place
    window.apply.click()
    assert "- b\n- c\n\nFour five six. Mine." in stored(desk, long.status).body


def test_a_title_that_both_changed(desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot) -> None:
    title = pane.page.details.title
    title.selectAll()
    qtbot.keyClicks(title, "My title")
    bob = other(desk)
    bob.texts.rename(TextRef(long.status, "en"), "Bob's title")
    bob.close()
    desk.flush()
    pane.page.conflict_bar.buttons[0].click()
    window = pane.conflicts.window
    assert window is not None
    assert window.card.buttons["both"].isHidden()
    window.card.buttons["theirs"].click()
    window.apply.click()
    assert stored(desk, long.status).title == title.text() == "Bob's title"


def test_taking_theirs_keeps_mine_as_a_version(
    desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    clash(desk, long, pane, qtbot).reject()
    pane.page.conflict_bar.buttons[2].click()
    assert ("Ann", BODY + " Mine.") in versions(desk, long)
    assert pane.edit.toPlainText().endswith("Theirs.")


def test_a_translation_deleted_elsewhere_is_put_back(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.status, "fr")
    qtbot.keyClicks(pane.edit, "Bonjour.")
    bob = other(desk)
    bob.texts.delete([TextRef(shop.status, "fr")])
    bob.close()
    states: list[SaveState] = []
    pane.autosave.state_changed.connect(lambda _opened, state: states.append(state))
    pane.refresh(EVERYTHING)
    assert states[-1] is SaveState.GONE
    assert pane.page.conflict_bar.isVisible()
    assert pane.edit.toPlainText() == "Bonjour."
    pane.page.conflict_bar.buttons[0].click()
    assert stored(desk, shop.status, "fr").body == "Bonjour."
    assert pane.edit.toPlainText() == "Bonjour."
    assert not pane.page.conflict_bar.isVisible()
    append(pane, qtbot, " Oui.")
    desk.flush()
    assert stored(desk, shop.status, "fr").body == "Bonjour. Oui."


def test_an_article_deleted_for_ever_goes_on_as_a_new_one(
    desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot, notices: list[Notice]
) -> None:
    append(pane, qtbot, " Mine.")
    bob = other(desk)
    bob.tree.trash([long.status])
    bob.tree.purge([long.status])
    bob.close()
    desk.selection.forget(frozenset({long.status}))  # as the navigator does
    assert "deleted elsewhere" in notices[-1].words
    notices[-1].ways_out[0].run()
    made = desk.selection.current
    assert made is not None
    assert made.kind is Kind.ARTICLE
    assert made != long.status
    assert stored(desk, made).body == BODY + " Mine."
    assert pane.edit.toPlainText() == BODY + " Mine."
    with pytest.raises(NotFound):
        ask_article(desk, long)


def ask_article(desk: Desk, shop: Shop) -> None:
    errors: list[Exception] = []
    desk.bridge.run(
        lambda ws: ws.articles.get(shop.status.id), None, lambda error: errors.append(error)
    )
    raise errors[0]


def test_an_article_trashed_elsewhere_while_it_is_open_is_told(
    desk: Desk, long: Shop, pane: EditorPane, qtbot: QtBot, notices: list[Notice]
) -> None:
    append(pane, qtbot, " Mine.")
    bob = other(desk)
    bob.tree.trash([long.status])
    bob.close()
    pane.refresh(EVERYTHING)
    assert "trash" in notices[-1].words
    desk.selection.forget(frozenset({long.status}))
    notices[-1].ways_out[0].run()
    assert desk.selection.current == long.status
    assert stored(desk, long.status).body == BODY + " Mine."
    assert ask(desk, lambda ws: ws.articles.get(long.status.id)).trashed_at is None
