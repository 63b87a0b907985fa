"""Handing out for translation, and bringing back, in a real window on a real library."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import polib
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kbeditor.app.workspace import Workspace
from kbeditor.domain.handing import REASONS as KNOWN
from kbeditor.domain.handing import Verdict
from kbeditor.domain.records import TextRef
from kbeditor.domain.units import UnitOptions
from kbeditor.ui.actions import edit, library
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.hand_out import HandOutDialog
from kbeditor.ui.dialogs.importing import ImportDialog
from kbeditor.ui.models.planned import REASONS, THEN, VERDICTS
from tests.helpers.returning import translate

from .pane_desk import Shop, ask, open_shop, pane_desk

D = TypeVar("D", bound=QDialog)
BODY = "One two three four five."


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [], (*library.ACTIONS, *edit.ACTIONS)) as desk:
        yield desk


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    return open_shop(desk, tmp_path)


def opened_by(desk: Desk, action: str, kind: type[D]) -> D:
    """The dialog that an action opens."""
    desk.actions.trigger(action)
    [dialog] = [each for each in desk.window.findChildren(kind) if each.isVisible()]
    return dialog


def handed_out(desk: Desk, path: Path) -> Path:
    """All French blocks, in the format of the path's ending."""
    format_id = {".po": "po", ".csv": "csv", ".tmx": "tmx"}[path.suffix]
    ask(desk, lambda ws: ws.handing.export(format_id, "fr", path, UnitOptions()))
    return path


def french(desk: Desk, shop: Shop) -> tuple[str, str]:
    """Title and body of a French text."""

    def read(ws: Workspace) -> tuple[str, str]:
        text = ws.texts.get(TextRef(shop.cancel, "fr"))
        return (text.title, text.body) if text else ("", "")

    return ask(desk, read)


def brought(desk: Desk, path: Path) -> ImportDialog:
    """The import dialog with what a file would change."""
    dialog = opened_by(desk, "library.import", ImportDialog)
    dialog.source.setText(str(path))
    dialog.primary.click()
    assert dialog.page is dialog.blocks, dialog._error.text()
    return dialog


def test_blocks_are_handed_out_as_chosen_and_the_choice_is_remembered(
    desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    dialog = opened_by(desk, "library.hand_out", HandOutDialog)
    assert dialog.formats.currentData().id == "package", "what a translator can best use is first"
    assert dialog.languages.currentData() == "fr", "the source is not translated into"
    assert dialog.target.text().endswith("Shop fr.zip")
    dialog.formats.setCurrentIndex(dialog.formats.findText("PO (gettext)"))
    assert dialog.xliff.isHidden()
    dialog.only.setCurrentIndex(dialog.only.findData("missing"))
    dialog.prefill.setChecked(True)
    dialog.target.setText(str(tmp_path / "out.po"))
    dialog.primary.click()
    assert dialog.primary.text() == "Done", dialog._error.text()
    entries = polib.pofile(str(tmp_path / "out.po"))
    assert {entry.msgid: entry.msgstr for entry in entries}[BODY] == BODY
    dialog.primary.click()
    again = opened_by(desk, "library.hand_out", HandOutDialog)
    assert again.formats.currentData().id == "po"
    assert again.only.currentData() == "missing"
    assert again.prefill.isChecked()
    again.reject()


def test_where_there_is_nothing_to_do_the_dialog_says_so(
    desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    dialog = opened_by(desk, "library.hand_out", HandOutDialog)
    dialog.only.setCurrentIndex(dialog.only.findData("outdated"))
    dialog.target.setText(str(tmp_path / "out.zip"))
    dialog.primary.click()
    assert "nothing to hand out" in dialog._error.text()
    assert not (tmp_path / "out.zip").exists()
    dialog.reject()


def test_a_memory_has_no_blocks_to_choose(desk: Desk, shop: Shop) -> None:
    dialog = opened_by(desk, "library.hand_out", HandOutDialog)
    dialog.formats.setCurrentIndex(dialog.formats.findText("Translation memory (TMX)"))
    assert dialog.only.isHidden()
    assert dialog.target.text().endswith(".tmx")
    dialog.reject()


def test_what_comes_back_is_shown_block_by_block_before_anything_changes(
    desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    path = handed_out(desk, tmp_path / "out.po")
    translate(path, {"Cancelling": "Annuler", "Orders": "Commandes"})
    dialog = brought(desk, path)
    model = dialog.blocks.model
    assert [model.index(row, THEN).data() for row in range(model.rowCount())] == [
        "Commandes",
        "Annuler",
    ]
    assert dialog.primary.text().startswith("Bring In 2 ")
    assert french(desk, shop) == ("", "")
    dialog.primary.click()
    assert dialog.primary.text() == "Done"
    assert french(desk, shop) == ("Annuler", BODY)
    dialog.primary.click()
    desk.actions.trigger("edit.undo")
    assert french(desk, shop) == ("", ""), "one step back undoes all of it"


def test_blocks_can_be_left_out_with_the_keyboard(desk: Desk, shop: Shop, tmp_path: Path) -> None:
    path = handed_out(desk, tmp_path / "out.csv")
    translate(path, {"Cancelling": "Annuler", "Orders": "Commandes"})
    dialog = brought(desk, path)
    table = dialog.blocks.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert dialog.primary.text().startswith("Bring In 1 ")
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert not dialog.primary.isEnabled()
    dialog.blocks._all.click()
    assert dialog.primary.text().startswith("Bring In 2 ")
    dialog.blocks._none.click()
    table.model().setData(table.model().index(0, 0), 2, Qt.ItemDataRole.CheckStateRole)
    dialog.primary.click()
    assert french(desk, shop) == ("", "")
    dialog.accept()


def test_what_cannot_be_taken_has_no_tick_and_says_why(
    desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    path = handed_out(desk, tmp_path / "out.po")
    translate(path, {"Cancelling": "<script>Annuler</script>", "Orders": "Commandes"})
    dialog = brought(desk, path)
    dialog.blocks.filter.setCurrentIndex(dialog.blocks.filter.findData("refused"))
    model = dialog.blocks.model
    assert model.rowCount() == 1
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsUserCheckable
    assert "<script>" in dialog.blocks._why.text()
    dialog.blocks._all.click()
    assert dialog.primary.text().startswith("Bring In 1 ")
    dialog.primary.click()
    [line] = dialog.report._model.lines()
    assert line.text == ("“Cancelling” was left out. It has <script>, which its source does not.")
    dialog.accept()


def test_a_broken_file_is_said_and_nothing_changes(desk: Desk, shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "broken.po"
    path.write_text('msgid "a"\nmsgstr b\n', "utf-8")
    dialog = opened_by(desk, "library.import", ImportDialog)
    dialog.source.setText(str(path))
    dialog.primary.click()
    assert "broken.po, line 2" in dialog._error.text()
    assert dialog.primary.text() == "Read"
    dialog.reject()


def test_a_memory_is_counted_and_taken_in(desk: Desk, shop: Shop, tmp_path: Path) -> None:
    path = handed_out(desk, tmp_path / "out.tmx")
    dialog = brought(desk, path)
    assert dialog.primary.text() == "Import"
    dialog.primary.click()
    assert dialog.primary.text() == "Done"
    assert [each.name for each in ask(desk, lambda ws: ws.memory.origins())] == ["out.tmx"]
    dialog.accept()


def test_every_reason_has_words() -> None:
    assert set(KNOWN) - set(REASONS) == {"changed_meanwhile"}, "which only a report tells"
    assert set(VERDICTS) == set(Verdict)
