"""The window that finds and replaces in the whole library, by hand and by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from kbeditor.app.opening import open_workspace
from kbeditor.domain.records import TextRef
from kbeditor.ui.actions import edit
from kbeditor.ui.desk import Desk
from kbeditor.ui.replacing.window import ReplaceWindow, show_replacing
from tests.ui.pane_desk import Shop, ask, change_source, open_shop, pane_desk

TICK = Qt.ItemDataRole.CheckStateRole
ROOT = QModelIndex()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [], edit.ACTIONS) as desk:
        yield desk


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    return open_shop(desk, tmp_path)


@pytest.fixture
def window(desk: Desk, shop: Shop) -> Iterator[ReplaceWindow]:
    desk.actions.trigger("edit.replace_in_library")
    (window,) = desk.window.findChildren(ReplaceWindow)
    yield window
    if Shiboken.isValid(window):
        window.close()


def look_for(qtbot: QtBot, window: ReplaceWindow, words: str, new: str = "") -> None:
    window.form.new.setText(new)
    window.form.words.setText(words)
    qtbot.keyClick(window.form.words, Qt.Key.Key_Return)


def rows(window: ReplaceWindow) -> list[tuple[str, list[str]]]:
    model = window.model
    return [
        (text.data(), [model.index(row, 0, text).data() for row in range(model.rowCount(text))])
        for text in (model.index(number, 0) for number in range(model.rowCount()))
    ]


def body(desk: Desk, shop: Shop) -> str:
    text = ask(desk, lambda ws: ws.texts.get(TextRef(shop.cancel, "en")))
    assert text is not None
    return text.body


def test_enter_lists_the_places_with_what_would_take_them(
    qtbot: QtBot, window: ReplaceWindow
) -> None:
    assert window.pages.currentWidget() is window.idle
    look_for(qtbot, window, "three", "drei")
    assert rows(window) == [
        ("How do I see my order's status?", ["One two three → drei four five."]),
        ("Cancelling", ["One two three → drei four five."]),
    ]
    assert window.pages.currentWidget() is window.tree
    assert window.said.text() == "2 place(s) in 2 text(s)."
    window.form.new.setText("3")
    assert rows(window)[0][1] == ["One two three → 3 four five."]
    assert window.replace_button.isEnabled()


def test_what_is_ticked_is_replaced_and_undone_as_one(
    qtbot: QtBot, desk: Desk, shop: Shop, window: ReplaceWindow
) -> None:
    look_for(qtbot, window, "two", "zwei")
    first = window.model.index(0, 0)
    window.tree.setCurrentIndex(first)
    qtbot.keyClick(window.tree, Qt.Key.Key_Space)
    assert first.data(TICK) == Qt.CheckState.Unchecked
    assert window.model.index(0, 0, first).data(TICK) == Qt.CheckState.Unchecked
    window.replace_button.click()
    assert body(desk, shop) == "One zwei three four five."
    other = ask(desk, lambda ws: ws.texts.get(TextRef(shop.status, "en")))
    assert other is not None
    assert other.body == "One two three four five."
    desk.actions.refresh_now()
    words = desk.actions.action("edit.undo").text()
    assert words == "&Undo Replace “two” by “zwei” in 1 place(s)"
    assert window.pages.currentWidget() is window.done_page
    window.undo_button.click()
    assert body(desk, shop) == "One two three four five."


def test_a_group_is_partly_ticked_when_one_of_its_places_is_left_out(
    qtbot: QtBot, window: ReplaceWindow
) -> None:
    look_for(qtbot, window, "o", "0")
    text = window.model.index(1, 0)
    assert window.model.rowCount(text) > 1
    window.model.setData(window.model.index(0, 0, text), Qt.CheckState.Unchecked, TICK)
    assert text.data(TICK) == Qt.CheckState.PartiallyChecked
    window.all_button.click()
    assert text.data(TICK) == Qt.CheckState.Checked
    window.all_button.click()
    assert text.data(TICK) == Qt.CheckState.Unchecked
    assert not window.replace_button.isEnabled()
    assert window.model.chosen() == ()


def test_enter_on_a_place_opens_its_text(
    qtbot: QtBot, desk: Desk, shop: Shop, window: ReplaceWindow
) -> None:
    look_for(qtbot, window, "où")
    qtbot.keyClick(window.tree, Qt.Key.Key_Down)
    qtbot.keyClick(window.tree, Qt.Key.Key_Return)
    assert (desk.selection.current, desk.selection.locale) == (shop.status, "fr")


def test_errors_say_where_and_nothing_can_be_replaced(qtbot: QtBot, window: ReplaceWindow) -> None:
    window.form.regex.setChecked(True)
    look_for(qtbot, window, "(a")
    assert window.error.text() == "Regular expression, character 2: missing )."
    look_for(qtbot, window, "(t)wo", r"\2")
    assert "no group “2”" in window.error.text()
    assert not window.replace_button.isEnabled()
    window.form.new.setText(r"\1")
    assert window.error.text() == ""
    assert window.replace_button.isEnabled()


def test_another_question_must_be_asked_before_it_is_replaced(
    qtbot: QtBot, window: ReplaceWindow
) -> None:
    look_for(qtbot, window, "two", "2")
    window.form.words.setText("three")
    assert not window.replace_button.isEnabled()
    assert "Press Find" in window.said.text()
    window.form.words.setText("two")
    assert window.replace_button.isEnabled()
    window.form.fields["title"].toggle()
    assert not window.replace_button.isEnabled()


def test_texts_changed_since_are_told_of_and_left(
    qtbot: QtBot, desk: Desk, shop: Shop, window: ReplaceWindow
) -> None:
    look_for(qtbot, window, "two", "2")
    change_source(desk, shop.cancel, "Only two.")
    assert "were changed since" in window.said.text()
    window.replace_button.click()
    assert body(desk, shop) == "Only two."
    said = [each.text() for each in window.done_page.findChildren(QLabel)]
    assert any("“Cancelling” (en): changed meanwhile" in words for words in said)


def test_nothing_found_says_so(qtbot: QtBot, window: ReplaceWindow) -> None:
    look_for(qtbot, window, "xyzzy")
    assert window.pages.currentWidget() is window.nothing
    assert not window.replace_button.isEnabled()


def test_a_library_that_can_only_be_read_is_searched_only(
    qtbot: QtBot, desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    desk.bridge.open(lambda: open_workspace(tmp_path / "shop.kb", "Ann", read_only=True))
    show_replacing(desk)
    (window,) = desk.window.findChildren(ReplaceWindow)
    assert window.windowTitle() == "Find in the Library"
    look_for(qtbot, window, "two")
    assert rows(window)[0][1] == ["One two three four five."]
    assert not window.replace_button.isVisible()
    assert window.model.index(0, 0).data(TICK) is None
    window.close()


def test_the_window_is_opened_once_and_goes_with_its_library(
    desk: Desk, window: ReplaceWindow
) -> None:
    show_replacing(desk)
    assert desk.window.findChildren(ReplaceWindow) == [window]
    desk.bridge.close()
    assert not window.isVisible()


def test_cut_copy_paste_and_select_all_work_on_the_field_with_the_keyboard(
    qtbot: QtBot, desk: Desk, window: ReplaceWindow
) -> None:
    field = window.form.words
    field.setText("words")
    field.setFocus()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    desk.actions.trigger("edit.select_all")
    desk.actions.trigger("edit.copy")
    desk.actions.trigger("edit.paste")
    assert field.text() == "words"
    desk.actions.trigger("edit.select_all")
    desk.actions.trigger("edit.cut")
    assert field.text() == ""
    desk.actions.trigger("edit.paste")
    assert field.text() == "words"
    field.setReadOnly(True)
    desk.actions.refresh_now()
    enabled = {
        name: desk.actions.action(f"edit.{name}").isEnabled()
        for name in ("cut", "copy", "paste", "select_all")
    }
    assert enabled == {"cut": False, "copy": False, "paste": False, "select_all": True}
    field.setReadOnly(False)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.selectAll()
    desk.actions.refresh_now()
    assert not desk.actions.action("edit.copy").isEnabled()
    assert desk.actions.action("edit.replace_in_library").shortcut() == QKeySequence("Ctrl+Shift+H")
