"""What is typed reaches the library, whatever happens meanwhile."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import open_workspace
from kbeditor.domain.changes import EVERYTHING
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import State
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.autosave import LIMIT_MS, PAUSE_MS
from kbeditor.ui.panes.editor import EditorPane
from tests.ui.editor.acting import put_caret, stored, write_elsewhere
from tests.ui.pane_desk import Shop


def test_what_is_typed_is_saved_within_a_second_of_a_pause(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    assert PAUSE_MS <= 1000
    assert LIMIT_MS <= 2000
    desk.selection.go(shop.status)
    with qtbot.waitSignal(pane.autosave.saved, timeout=2000):
        qtbot.keyClicks(pane.edit, "Hello ")
    assert stored(desk, shop.status).body == "Hello One two three four five."
    assert stored(desk, shop.status).state is State.DRAFT


def test_typing_without_a_pause_is_saved_all_the_same(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.status)
    saved: list[str] = []
    pane.autosave.saved.connect(lambda _opened, text: saved.append(text.body))

    def type_on() -> bool:
        qtbot.keyClicks(pane.edit, "x")
        return bool(saved)

    qtbot.waitUntil(type_on, timeout=3000)
    assert saved[0].startswith("xx")


def test_opening_alone_changes_nothing(desk: Desk, shop: Shop, pane: EditorPane) -> None:
    before = stored(desk, shop.status).version
    desk.selection.go(shop.status)
    desk.selection.go(shop.cancel)
    desk.flush()
    assert stored(desk, shop.status).version == before


def test_switching_writes_what_is_pending(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.status)
    qtbot.keyClicks(pane.edit, "A ")
    desk.selection.go(shop.cancel)
    assert stored(desk, shop.status).body.startswith("A One")
    qtbot.keyClicks(pane.edit, "B ")
    desk.selection.set_locale("fr")
    assert stored(desk, shop.cancel).body.startswith("B One")


def test_closing_the_library_writes_what_is_pending(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    path = desk.bridge.path
    assert path is not None
    desk.selection.go(shop.status)
    qtbot.keyClicks(pane.edit, "Last words. ")
    desk.bridge.close()
    again = open_workspace(path)
    text = again.texts.get(TextRef(shop.status, "en"))
    assert text is not None
    assert text.body.startswith("Last words. ")
    again.close()


def test_a_space_at_the_end_of_a_title_stays_while_one_types(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.cancel)
    title = pane.page.details.title
    title.selectAll()
    qtbot.keyClicks(title, "Cancel ")
    desk.flush()
    qtbot.keyClicks(title, "it")
    desk.flush()
    assert stored(desk, shop.cancel).title == "Cancel it"


def test_title_summary_and_keywords_are_saved(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.cancel)
    details = pane.page.details
    pane.details_button.setChecked(True)
    details.title.selectAll()
    qtbot.keyClicks(details.title, "Cancel an order")
    details.summary.insertPlainText("In one\nline.")
    qtbot.keyClicks(details.keywords, "stop, undo,")
    desk.flush()
    text = stored(desk, shop.cancel)
    assert (text.title, text.summary) == ("Cancel an order", "In one line.")
    assert text.keywords == ("stop", "undo")


def test_an_address_is_set_and_a_taken_one_is_refused_with_the_reason(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.cancel)
    pane.details_button.setChecked(True)
    slug = pane.page.details.slug
    slug.selectAll()
    qtbot.keyClicks(slug, "stop-an-order")
    qtbot.keyClick(slug, Qt.Key.Key_Return)
    assert stored(desk, shop.cancel).slug == "stop-an-order"
    taken = stored(desk, shop.status).slug
    notices: list[str] = []
    desk.errors.noticed.connect(lambda notice: notices.append(notice.words))
    slug.selectAll()
    qtbot.keyClicks(slug, taken)
    qtbot.keyClick(slug, Qt.Key.Key_Return)
    assert stored(desk, shop.cancel).slug == "stop-an-order"
    assert slug.text() == "stop-an-order"
    assert notices


def test_no_break_spaces_survive(desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot) -> None:
    desk.selection.go(shop.status)
    pane.edit.selectAll()
    pane.edit.insertPlainText("Où\u00a0? «\u202fIci\u202f» 🎉 ")
    qtbot.keyClicks(pane.edit, "x")
    desk.flush()
    assert stored(desk, shop.status).body == "Où\u00a0? «\u202fIci\u202f» 🎉 x"
    pane.edit.selectAll()
    pane.edit.copy()
    assert QGuiApplication.clipboard().text() == "Où\u00a0? «\u202fIci\u202f» 🎉 x"


def test_a_change_from_elsewhere_appears_when_nothing_is_pending(
    desk: Desk, shop: Shop, pane: EditorPane
) -> None:
    desk.selection.go(shop.status)
    put_caret(pane, "One two")
    write_elsewhere(desk, shop.status, "One two three and more.")
    pane.refresh(EVERYTHING)
    assert pane.edit.toPlainText() == "One two three and more."
    assert pane.edit.textCursor().position() == len("One two")
    assert not pane.page.conflict_bar.isVisible()


def make_conflict(desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot) -> None:
    desk.selection.go(shop.status)
    qtbot.keyClicks(pane.edit, "Mine ")
    write_elsewhere(desk, shop.status, "Theirs.")
    desk.flush()
    assert pane.page.conflict_bar.isVisible()
    assert stored(desk, shop.status).body == "Theirs."
    assert pane.edit.toPlainText().startswith("Mine ")
    # Were the window closed now, the words would not be lost.
    copy = pane.autosave.unsaved.path(TextRef(shop.status, "en"))
    assert "Mine One two" in copy.read_text(encoding="utf-8")


def test_a_conflict_keeps_both_and_mine_can_win(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    make_conflict(desk, shop, pane, qtbot)
    _merge, keep, _take, copy = pane.page.conflict_bar.buttons
    copy.click()
    assert "Mine One" in QGuiApplication.clipboard().text()
    keep.click()
    assert stored(desk, shop.status).body.startswith("Mine One")
    assert not pane.page.conflict_bar.isVisible()
    qtbot.keyClicks(pane.edit, "and ")
    desk.flush()
    assert stored(desk, shop.status).body.startswith("Mine and One")


def test_another_state_or_title_from_elsewhere_is_no_conflict(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.status)
    qtbot.keyClicks(pane.edit, "Mine ")
    path = desk.bridge.path
    assert path is not None
    other = open_workspace(path, "Bob")
    other.texts.rename(TextRef(shop.status, "en"), "Renamed")
    other.texts.set_state([TextRef(shop.status, "en")], State.IN_REVIEW)
    other.close()
    desk.flush()
    text = stored(desk, shop.status)
    assert (text.title, text.body[:8]) == ("Renamed", "Mine One")
    assert pane.page.details.title.text() == "Renamed"
    assert not pane.page.conflict_bar.isVisible()


def test_publishing_while_typing_goes_on_is_no_conflict(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.status)
    qtbot.keyClicks(pane.edit, "A ")
    desk.flush()
    qtbot.keyClicks(pane.edit, "B ")
    desk.bridge.run(lambda ws: ws.texts.set_state([TextRef(shop.status, "en")], State.PUBLISHED))
    assert pane.edit.toPlainText().startswith("A B One")
    desk.flush()
    assert stored(desk, shop.status).body.startswith("A B One")
    assert not pane.page.conflict_bar.isVisible()


def test_a_conflict_can_be_given_up(desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot) -> None:
    make_conflict(desk, shop, pane, qtbot)
    pane.page.conflict_bar.buttons[2].click()
    assert pane.edit.toPlainText() == "Theirs."
    assert not pane.page.conflict_bar.isVisible()
    pane.edit.undo()
    assert pane.edit.toPlainText().startswith("Mine ")


def test_words_that_cannot_be_saved_are_kept_and_said(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.status)
    facts: list[str] = []
    desk.fact_changed.connect(lambda slot, words: facts.append(words) if slot == "save" else None)
    pane.page.details.title.selectAll()
    pane.page.details.title.insertPlainText("x" * 20_000)
    desk.flush()
    assert pane.page.conflict_bar.isVisible()
    assert facts[-1] == "Not saved"
    [kept] = pane.autosave.unsaved.all()
    assert kept.ref == TextRef(shop.status, "en")
    assert kept.fields == {"title": "x" * 20_000}
    assert "x" * 20_000 in pane.autosave.unsaved.path(kept.ref).read_text(encoding="utf-8")
    pane.page.details.title.selectAll()
    pane.page.details.title.insertPlainText("Short enough")
    pane.page.conflict_bar.buttons[0].click()
    assert stored(desk, shop.status).title == "Short enough"
    assert list(pane.autosave.unsaved.folder.iterdir()) == []
    assert not pane.page.conflict_bar.isVisible()
    assert facts[-1] == "Saved"
