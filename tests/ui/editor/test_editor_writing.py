"""Formatting, inserting, finding and replacing."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.link_dialog import LinkDialog
from kbeditor.ui.editor.table_picker import TablePicker
from kbeditor.ui.panes.editor import EditorPane
from tests.ui.editor.acting import put_caret
from tests.ui.pane_desk import Shop, ask


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


def test_the_table_s_sizes_are_all_on_the_screen(desk: Desk, shop: Shop, pane: EditorPane) -> None:
    desk.selection.go(shop.status)
    screen = pane.screen().availableGeometry()
    desk.window.move(screen.right() - desk.window.width() // 3, screen.bottom() - 200)
    pane.edit.setPlainText("\n" * 80)
    pane.edit.moveCursor(QTextCursor.MoveOperation.End)
    desk.actions.trigger("format.table")
    [picker] = pane.edit.findChildren(TablePicker)
    assert screen.contains(picker.geometry())
    picker.close()


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
