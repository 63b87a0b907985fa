"""Pictures of the library come from their dialog into the text that is open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kbeditor.ui.actions import library
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.pictures import PicturesDialog
from kbeditor.ui.panes.editor import EditorPane
from tests.ui.pane_desk import Shop, ask, open_shop, pane_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [EditorPane], library.ACTIONS) as desk:
        yield desk


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    return open_shop(desk, tmp_path)


def added(desk: Desk, name: str, data: bytes) -> str:
    ids: list[str] = []
    desk.bridge.run(lambda ws: ws.attachments.add(name, data), lambda item: ids.append(item.id))
    return ids[0]


@pytest.fixture
def pictures(desk: Desk, shop: Shop) -> list[str]:
    """The ids of two pictures; only the first is described."""
    ids = []
    for name in ("blue_swatch.png", "red_swatch.png"):
        picture = QImage(40, 30, QImage.Format.Format_RGB32)
        picture.fill(QColor(name.partition("_")[0]))
        buffer = QBuffer()
        assert picture.save(buffer, "PNG")  # type: ignore[call-overload]
        ids.append(added(desk, name, bytes(buffer.data().data())))
    desk.bridge.run(lambda ws: ws.attachments.set_alt(ids[0], "en", "A plain swatch"))
    return ids


def opened(desk: Desk) -> PicturesDialog:
    desk.actions.trigger("library.pictures")
    return next(each for each in desk.window.findChildren(PicturesDialog) if each.isVisible())


def test_a_picture_goes_into_the_open_text_with_its_description(
    desk: Desk, shop: Shop, pictures: list[str]
) -> None:
    desk.selection.go(shop.cancel)
    pane = desk.pane("editor")
    assert isinstance(pane, EditorPane)
    for name, words in (("blue", "A plain swatch"), ("red", "red swatch")):
        dialog = opened(desk)
        dialog.field.setText(name)
        assert dialog.insert is not None
        assert dialog.insert.isEnabled()
        dialog.insert.click()
        assert f"![{words}](kb:{pictures[name == 'red']})" in pane.edit.toPlainText()
    pane.flush()
    assert len(ask(desk, lambda ws: ws.attachments.uses(pictures[0]))) == 1


def test_nothing_is_inserted_where_no_text_is_open(
    desk: Desk, shop: Shop, pictures: list[str]
) -> None:
    dialog = opened(desk)
    assert dialog.insert is not None
    assert not dialog.insert.isEnabled()
    dialog.reject()
    desk.selection.go(shop.visa, "fr")  # not yet written there
    dialog = opened(desk)
    assert dialog.insert is not None
    assert not dialog.insert.isEnabled()
    dialog.reject()


def test_the_count_and_the_words_follow_what_is_looked_for(
    desk: Desk, shop: Shop, pictures: list[str]
) -> None:
    dialog = opened(desk)
    assert dialog._count.text() == "2 picture(s) and file(s)"
    dialog.field.setText("red")
    assert dialog._count.text() == "1 of 2 picture(s) and file(s)"
    assert dialog.name.text() == "red_swatch.png"
    dialog.field.setText("green")
    assert dialog._count.text() == "0 of 2 picture(s) and file(s)"
    assert dialog._facts.text() == "No name holds these words."
    assert not dialog.name.isEnabled()
    dialog.field.clear()
    assert dialog._count.text() == "2 picture(s) and file(s)"
    assert dialog.name.text() == "blue_swatch.png"
    dialog.reject()
