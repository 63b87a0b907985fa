"""The glossary: its terms in a table, and in files."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kbeditor.domain.records import Ref
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.glossary import GlossaryDialog
from kbeditor.ui.dialogs.importing import ImportDialog
from kbeditor.ui.dialogs.term import TermDialog
from kbeditor.ui.models.glossary import NOTE, TERM
from tests.ui.aids.acting import dialog
from tests.ui.pane_desk import ask


@pytest.fixture
def glossary(desk: Desk, order: Ref) -> GlossaryDialog:
    desk.actions.trigger("library.glossary")
    opened = dialog(GlossaryDialog)
    assert isinstance(opened, GlossaryDialog)
    return opened


def terms(desk: Desk) -> list[str]:
    return [each.term for each in ask(desk, lambda ws: ws.glossary.list("fr"))]


def shown(glossary: GlossaryDialog) -> list[str]:
    model = glossary.model
    return [model.index(row, TERM).data() for row in range(model.rowCount())]


def test_it_opens_ready_for_the_words_to_look_up(glossary: GlossaryDialog) -> None:
    assert glossary.focusWidget() is glossary.line


def test_terms_are_added_and_a_duplicate_is_refused_with_a_sentence(
    desk: Desk, glossary: GlossaryDialog
) -> None:
    glossary.add.click()
    one = dialog(TermDialog)
    assert isinstance(one, TermDialog)
    assert one.save is not None
    assert not one.save.isEnabled()
    one.term.setText("item")
    one.translation.setText("objet")
    one.save.click()
    assert one.error.isVisible()
    assert "item" in one.error.text()
    one.term.setText("order")
    assert not one.error.isVisible()
    one.translation.setText("commande")
    one.forbidden.setText("ordre; mandat")
    one.save.click()
    assert terms(desk) == ["item", "order"]
    assert shown(glossary) == ["item", "order"]
    assert ask(desk, lambda ws: ws.glossary.list("fr"))[1].forbidden == ("ordre", "mandat")
    desk.bridge.run(lambda ws: ws.history.undo())
    assert shown(glossary) == ["item"]


def test_terms_are_searched_changed_and_removed(
    desk: Desk, glossary: GlossaryDialog, qtbot: QtBot
) -> None:
    desk.bridge.run(lambda ws: ws.glossary.add("order", "fr", "commande", note="In the shop"))
    glossary.line.setText("shop")
    assert shown(glossary) == ["order"]
    glossary.line.setText("nothing like it")
    assert shown(glossary) == []
    glossary.line.clear()
    glossary.table.selectRow(1)
    qtbot.keyClick(glossary.table, Qt.Key.Key_Return)
    one = dialog(TermDialog)
    assert isinstance(one, TermDialog)
    one.remark.setPlainText("Everywhere")
    one.accept()
    assert glossary.model.index(1, NOTE).data() == "Everywhere"
    glossary.table.selectAll()
    assert not glossary.change.isEnabled()
    qtbot.keyClick(glossary.table, Qt.Key.Key_Delete)
    assert terms(desk) == []
    desk.bridge.run(lambda ws: ws.history.undo())
    assert terms(desk) == ["item", "order"]


def test_a_glossary_goes_into_a_file_and_comes_back(
    desk: Desk, glossary: GlossaryDialog, tmp_path: Path
) -> None:
    for name in ("terms.csv", "terms.tbx"):
        glossary.write(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 0
    desk.bridge.run(lambda ws: ws.glossary.replace("fr", []))
    assert not glossary.export.isEnabled()
    glossary.read(tmp_path / "terms.tbx")
    reading = dialog(ImportDialog)
    assert isinstance(reading, ImportDialog)
    assert terms(desk) == []
    reading.primary.click()
    assert terms(desk) == ["item"]
    assert shown(glossary) == ["item"]
    reading.close()
    glossary.write(tmp_path / "nowhere" / "terms.csv")
    assert not (tmp_path / "nowhere").exists()
