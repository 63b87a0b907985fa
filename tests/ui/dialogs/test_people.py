"""Listing who works here, and what their roles put away."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kbeditor.domain.people import Person
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.people import PeopleDialog
from kbeditor.ui.dialogs.person import PersonDialog
from kbeditor.ui.main_window import MainWindow
from kbeditor.ui.work import role_of, take_role, work_locale
from tests.ui.dialogs.acting import opened_by, shown
from tests.ui.pane_desk import Shop, ask


def in_menu(desk: Desk, menu: str) -> list[str]:
    """The ids of what stands in a menu."""
    assert isinstance(desk.window, MainWindow)
    return [each.objectName() for each in desk.window.menus[menu].actions() if each.text()]


def cell(dialog: PeopleDialog, row: int, column: int) -> str:
    """What a cell of the list says."""
    item = dialog.table.item(row, column)
    assert item is not None
    return item.text()


def person(desk: Desk, name: str) -> Person:
    """Somebody who must be listed."""
    found = ask(desk, lambda ws: ws.people.named(name))
    assert found is not None
    return found


def test_the_first_person_listed_is_oneself(desk: Desk, shop: Shop) -> None:
    dialog = opened_by(desk, "library.people", PeopleDialog)
    assert dialog._pages.currentWidget() is dialog._empty
    dialog.add.click()
    card = shown(desk, PersonDialog)
    assert (card.name.text(), card.role.currentData()) == ("Ann", "manager")
    card.accept()
    assert cell(dialog, 0, 0) == "Ann (you)"
    assert [each.name for each in ask(desk, lambda ws: ws.people.list())] == ["Ann"]


def test_a_translators_languages_are_ticked(desk: Desk, shop: Shop) -> None:
    dialog = opened_by(desk, "library.people", PeopleDialog)
    dialog.add.click()
    card = shown(desk, PersonDialog)
    card.name.setText("Marie")
    card.role.setCurrentIndex(card.role.findData("translator"))
    assert card._languages.isEnabled()
    card.locales.item(1).setCheckState(Qt.CheckState.Checked)
    card.accept()
    assert person(desk, "Marie").locales == ("fr",)
    assert [cell(dialog, 0, column) for column in range(3)] == [
        "Marie",
        "Translator",
        desk.locales[1].name,
    ]


def test_a_name_that_is_taken_is_refused_in_the_card(desk: Desk, shop: Shop) -> None:
    desk.bridge.run(lambda ws: ws.people.add("Marie", "editor"))
    dialog = opened_by(desk, "library.people", PeopleDialog)
    dialog.add.click()
    card = shown(desk, PersonDialog)
    card.name.setText("marie")
    card.accept()
    assert card.isVisible()
    assert card.error.text() == "“Marie” is listed already."


def test_enter_changes_a_person_and_delete_takes_one_off(
    desk: Desk, shop: Shop, qtbot: QtBot
) -> None:
    desk.bridge.run(lambda ws: ws.people.add("Marie", "editor"))
    dialog = opened_by(desk, "library.people", PeopleDialog)
    dialog.table.selectRow(0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    card = shown(desk, PersonDialog)
    card.role.setCurrentIndex(card.role.findData("reviewer"))
    card.accept()
    assert cell(dialog, 0, 1) == "Reviewer"
    dialog.table.selectRow(0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert dialog._pages.currentWidget() is dialog._empty
    desk.bridge.run(lambda ws: ws.history.undo())
    assert cell(dialog, 0, 0) == "Marie"


def test_a_role_puts_away_what_it_does_not_need(desk: Desk, shop: Shop) -> None:
    assert "library.locales" in in_menu(desk, "library")
    desk.bridge.run(lambda ws: ws.people.add("Ann", "translator", ["fr"]))
    assert role_of(desk) == "translator"
    assert "library.locales" not in in_menu(desk, "library")
    assert "library.people" in in_menu(desk, "library")
    assert desk.actions.action("library.locales").isEnabled()  # palette and keys still reach it
    desk.actions.trigger("view.all_entries")
    assert "library.locales" in in_menu(desk, "library")
    desk.actions.trigger("view.all_entries")
    desk.bridge.run(lambda ws: ws.history.undo())
    assert "library.locales" in in_menu(desk, "library")


def test_taking_another_role_tells_the_library(desk: Desk, shop: Shop) -> None:
    desk.bridge.run(lambda ws: ws.people.add("Ann", "translator"))
    take_role(desk, "manager")
    assert person(desk, "Ann").role == "manager"
    assert role_of(desk) == "manager"
    assert "library.locales" in in_menu(desk, "library")


def test_a_translators_own_language_is_the_first_to_work_in(desk: Desk, shop: Shop) -> None:
    desk.bridge.run(lambda ws: ws.locales.add("de"))
    assert work_locale(desk) == "fr"
    desk.bridge.run(lambda ws: ws.people.add("Ann", "translator", ["de"]))
    assert work_locale(desk) == "de"
