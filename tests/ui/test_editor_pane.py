"""The editor in a real window, on a real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.changes import EVERYTHING, Outcome
from kbeditor.domain.records import Ref, Text, TextRef
from kbeditor.domain.states import State
from kbeditor.ui.actions.format import ACTIONS as FORMAT
from kbeditor.ui.actions.text import ACTIONS as TEXT
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.autosave import LIMIT_MS, PAUSE_MS
from kbeditor.ui.editor.link_dialog import LinkDialog
from kbeditor.ui.editor.table_picker import TablePicker
from kbeditor.ui.panes.editor import EditorPane

from .pane_desk import Shop, ask, open_shop, pane_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [EditorPane], (*FORMAT, *TEXT)) as desk:
        yield desk


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    return open_shop(desk, tmp_path)


@pytest.fixture
def pane(desk: Desk) -> EditorPane:
    pane = desk.pane("editor")
    assert isinstance(pane, EditorPane)
    return pane


def stored(desk: Desk, ref: Ref, locale: str = "en") -> Text:
    text = ask(desk, lambda ws: ws.texts.get(TextRef(ref, locale)))
    assert text is not None
    return text


def write_elsewhere(desk: Desk, ref: Ref, body: str, locale: str = "en") -> None:
    """Another program writes the same text."""
    path = desk.bridge.path
    assert path is not None
    other = open_workspace(path, "Bob")
    text = other.texts.get(TextRef(ref, locale))
    assert text is not None
    other.texts.save(text.ref, text.version, body=body)
    other.close()


def put_caret(pane: EditorPane, words: str, *, select: bool = False) -> None:
    """The caret after some words, or these words selected."""
    place = pane.edit.toPlainText().index(words)
    cursor = pane.edit.textCursor()
    cursor.setPosition(place if select else place + len(words))
    if select:
        cursor.setPosition(place + len(words), QTextCursor.MoveMode.KeepAnchor)
    pane.edit.setTextCursor(cursor)


# ------------------------------------------------------------------ saving


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
    keep, _take, copy = pane.page.conflict_bar.buttons
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
    pane.page.conflict_bar.buttons[1].click()
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
    assert len(list(pane.autosave.unsaved.folder.iterdir())) == 1
    pane.page.details.title.selectAll()
    pane.page.details.title.insertPlainText("Short enough")
    pane.page.conflict_bar.buttons[0].click()
    assert stored(desk, shop.status).title == "Short enough"
    assert list(pane.autosave.unsaved.folder.iterdir()) == []
    assert not pane.page.conflict_bar.isVisible()
    assert facts[-1] == "Saved"


# ------------------------------------------------------------------ places and undo


def test_undo_and_place_stay_with_each_text(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.status)
    put_caret(pane, "One two")
    qtbot.keyClicks(pane.edit, " and")
    desk.selection.go(shop.cancel)
    assert not pane.edit.document().isUndoAvailable()
    desk.selection.go(shop.status)
    assert pane.edit.textCursor().position() == len("One two and")
    pane.undo_text()
    assert pane.edit.toPlainText() == "One two three four five."
    desk.flush()
    assert stored(desk, shop.status).body == "One two three four five."


def test_the_session_takes_one_back_to_the_same_place(
    desk: Desk, shop: Shop, pane: EditorPane, tmp_path: Path
) -> None:
    desk.selection.go(shop.status)
    put_caret(pane, "three")
    pane.details_button.setChecked(True)
    state = pane.save_state()
    path = desk.bridge.path
    assert path is not None
    desk.bridge.close()
    desk.bridge.open(lambda: open_workspace(path))
    pane.details_button.setChecked(False)
    pane.restore_state(state)
    desk.selection.go(shop.status)
    assert pane.edit.textCursor().position() == len("One two three")
    assert pane.details_button.isChecked()
    pane.restore_state({"places": [["article", 1, "en"], "x"], "sizes": ["a"], "source": None})


# ------------------------------------------------------------------ translating


def test_a_missing_translation_is_begun_from_the_source(
    desk: Desk, shop: Shop, pane: EditorPane
) -> None:
    desk.selection.go(shop.cancel, "fr")
    assert pane.page.missing.isVisible()
    assert pane.page.source.isVisible()
    assert pane.page.source.edit.toPlainText() == "One two three four five."
    assert not pane.can_edit()
    pane.page.begin_copy.click()
    assert pane.can_edit()
    assert pane.edit.toPlainText() == "One two three four five."
    assert stored(desk, shop.cancel, "fr").state is State.DRAFT


def test_the_source_can_be_put_away_and_is_read_only(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.status, "fr")
    source = pane.page.source
    qtbot.keyClicks(source.edit, "x")
    assert source.edit.toPlainText() == "One two three four five."
    pane.source_button.click()
    assert not source.isVisible()
    desk.selection.set_locale("en")
    assert not pane.source_button.isVisible()


def test_an_outdated_translation_shows_what_changed_and_can_be_marked(
    desk: Desk, shop: Shop, pane: EditorPane
) -> None:
    def publish(ws: Workspace) -> Outcome[object]:
        source = TextRef(shop.status, "en")
        text = ws.texts.get(source)
        assert text is not None
        ws.texts.save(source, text.version, body="One two three four six.")
        done = ws.texts.set_state([source], State.PUBLISHED)
        return Outcome(None, done.changes)

    desk.selection.go(shop.status, "fr")
    assert not pane.page.outdated_bar.isVisible()
    desk.bridge.run(publish)
    bar = pane.page.outdated_bar
    assert bar.isVisible()
    bar.buttons[0].click()
    assert pane.page.source.changes.isVisible()
    assert "four fivesix." in pane.page.source.changes.toPlainText()
    bar.buttons[1].click()
    assert not bar.isVisible()
    assert not stored(desk, shop.status, "fr").outdated


def test_locale_tabs_switch_and_show_marks(desk: Desk, shop: Shop, pane: EditorPane) -> None:
    desk.selection.go(shop.status)
    assert [pane.tabs.tabData(index) for index in range(pane.tabs.count())] == ["en", "fr"]
    assert "Published" in pane.tabs.tabToolTip(1)
    pane.tabs.setCurrentIndex(1)
    assert desk.selection.locale == "fr"
    assert pane.page.details.title.text() == "Où est ma commande ?"


def test_arabic_is_written_from_right_to_left(desk: Desk, pane: EditorPane, tmp_path: Path) -> None:
    workspace = create_library(tmp_path / "ar.kb", "متجر", "ar", ["en"])
    ref = workspace.categories.create(None, "الطلبات", "ar").value
    workspace.close()
    desk.bridge.open(lambda: open_workspace(tmp_path / "ar.kb"))
    desk.selection.go(ref)
    option = pane.edit.document().defaultTextOption()
    assert option.textDirection() is Qt.LayoutDirection.RightToLeft
    assert pane.edit.layoutDirection() is Qt.LayoutDirection.RightToLeft
    pane.edit.insertPlainText("نص")
    line = pane.edit.textCursor().block().layout().lineAt(0)
    assert line.naturalTextRect().right() > pane.edit.viewport().width() - 40


# ------------------------------------------------------------------ formatting and inserting


def test_actions_need_an_open_text(desk: Desk, shop: Shop, pane: EditorPane) -> None:
    desk.actions.refresh_now()
    assert not desk.actions.action("format.bold").isEnabled()
    desk.selection.go(shop.status)
    put_caret(pane, "three", select=True)
    desk.actions.trigger("format.bold")
    assert pane.edit.toPlainText() == "One two **three** four five."
    desk.actions.trigger("format.bold")
    assert pane.edit.toPlainText() == "One two three four five."
    pane.edit.undo()
    assert pane.edit.toPlainText() == "One two **three** four five."


def test_keys_in_the_text(desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot) -> None:
    desk.selection.go(shop.status)
    pane.edit.clear()
    qtbot.keyClicks(pane.edit, "- one")
    qtbot.keyClick(pane.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(pane.edit, "two")
    qtbot.keyClick(pane.edit, Qt.Key.Key_Tab)
    assert pane.edit.toPlainText() == "- one\n    - two"
    qtbot.keyClick(pane.edit, Qt.Key.Key_Backtab)
    put_caret(pane, "two", select=True)
    qtbot.keyClicks(pane.edit, "*")
    assert pane.edit.toPlainText() == "- one\n- *two*"


def test_an_emoji_before_it_does_not_shift_an_edit(
    desk: Desk, shop: Shop, pane: EditorPane
) -> None:
    desk.selection.go(shop.status)
    pane.edit.setPlainText("🎉🎉 word end")
    cursor = pane.edit.document().find("word")
    pane.edit.setTextCursor(cursor)
    desk.actions.trigger("format.bold")
    assert pane.edit.toPlainText() == "🎉🎉 **word** end"
    assert pane.edit.textCursor().selectedText() == "word"


def test_an_address_pasted_over_words_makes_a_link(
    desk: Desk, shop: Shop, pane: EditorPane
) -> None:
    desk.selection.go(shop.status)
    put_caret(pane, "three", select=True)
    data = QMimeData()
    data.setText("https://example.org/a")
    pane.edit.insertFromMimeData(data)
    assert "[three](https://example.org/a)" in pane.edit.toPlainText()
    rich = QMimeData()
    rich.setHtml("<b>bold</b>")
    rich.setText("bold")
    pane.edit.insertFromMimeData(rich)
    assert pane.edit.toPlainText().startswith("One two [three](https://example.org/a)bold")


def test_a_pasted_picture_becomes_an_attachment(desk: Desk, shop: Shop, pane: EditorPane) -> None:
    desk.selection.go(shop.status)
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    data = QMimeData()
    data.setImageData(image)
    put_caret(pane, "five.")
    pane.edit.insertFromMimeData(data)
    [attachment] = ask(desk, lambda ws: ws.attachments.list())
    assert (attachment.width, attachment.height) == (8, 6)
    assert f"](kb:{attachment.id})" in pane.edit.toPlainText()
    assert pane.edit.toPlainText().startswith("One two three four five.![picture")


def test_dropped_files_become_attachments_and_a_folder_is_refused(
    desk: Desk, shop: Shop, pane: EditorPane, tmp_path: Path
) -> None:
    desk.selection.go(shop.status)
    (tmp_path / "size_chart.csv").write_text("a,b\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "size_chart.csv"))])
    pane.edit.insertFromMimeData(data)
    assert "[size_chart.csv](kb:" in pane.edit.toPlainText()
    notices: list[str] = []
    desk.errors.noticed.connect(lambda notice: notices.append(notice.words))
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    pane.edit.insertFromMimeData(data)
    assert tmp_path.name in notices[0]


def test_a_link_to_an_article_is_found_by_its_title(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.status)
    put_caret(pane, "five.")
    desk.actions.trigger("format.link")
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, LinkDialog))
    qtbot.keyClicks(dialog.words, "cance")
    assert dialog.found.count() == 1
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    assert pane.edit.toPlainText().endswith(f"five.[Cancelling](kb:{shop.cancel.id})")


def test_a_table_of_the_picked_size(desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot) -> None:
    desk.selection.go(shop.status)
    put_caret(pane, "five.")
    desk.actions.trigger("format.table")
    [picker] = pane.edit.findChildren(TablePicker)
    qtbot.keyClick(picker.grid, Qt.Key.Key_Left)
    qtbot.keyClick(picker.grid, Qt.Key.Key_Return)
    lines = pane.edit.toPlainText().split("\n\n")[1].rstrip().split("\n")
    assert [line.count("|") for line in lines] == [3, 3, 3, 3]
    assert pane.edit.textCursor().selectedText() == "Header"


# ------------------------------------------------------------------ finding


def test_find_counts_and_goes_round(desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot) -> None:
    desk.selection.go(shop.status)
    pane.edit.setPlainText("one two one\nOne")
    desk.actions.trigger("text.find")
    bar = pane.page.find_bar
    qtbot.keyClicks(bar.words, "one")
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 3"
    desk.actions.trigger("text.find_previous")
    assert bar.count.text() == "3 of 3"
    bar.case.setChecked(True)
    desk.actions.trigger("text.find_next")
    assert bar.count.text() == "1 of 2"
    bar.regex.setChecked(True)
    bar.words.setText("one(")
    bar.step(backwards=False)
    assert "regular expression" in bar.count.text()
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_replace_all_is_one_undo_step(desk: Desk, shop: Shop, pane: EditorPane) -> None:
    desk.selection.go(shop.status)
    pane.edit.setPlainText("🎉 a b a")
    desk.actions.trigger("text.replace")
    bar = pane.page.find_bar
    bar.words.setText("a")
    bar.new.setText("long")
    bar.replace_this()
    assert pane.edit.textCursor().selectedText() == "a"
    bar.replace_this()
    assert pane.edit.toPlainText() == "🎉 long b a"
    bar.replace_them()
    assert pane.edit.toPlainText() == "🎉 long b long"
    bar.words.setText("long")
    bar.new.setText("x")
    bar.replace_them()
    assert pane.edit.toPlainText() == "🎉 x b x"
    pane.edit.undo()
    assert pane.edit.toPlainText() == "🎉 long b long"
