"""Dialogs that find things, and the menu entries named after what they undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.about import AboutDialog
from kbeditor.ui.dialogs.palette import CommandPalette
from kbeditor.ui.dialogs.quick_open import QuickOpen
from kbeditor.ui.dialogs.shortcuts import ShortcutsDialog
from tests.ui.dialogs.acting import opened_by, shown
from tests.ui.pane_desk import Shop, ask

# ---------------------------------------------------------------------- finding one's way


def test_quick_open_finds_a_title_in_any_language(desk: Desk, shop: Shop, qtbot: QtBot) -> None:
    finder = opened_by(desk, "go.quick_open", QuickOpen)
    qtbot.keyClicks(finder.field, "ou est")
    assert finder.model.item(0).title == "Où est ma commande ?"
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert (desk.selection.current, desk.selection.locale) == (shop.status, "fr")


def test_quick_open_says_when_nothing_fits(desk: Desk, shop: Shop, qtbot: QtBot) -> None:
    finder = opened_by(desk, "go.quick_open", QuickOpen)
    qtbot.keyClicks(finder.field, "zzzz")
    assert finder.model.rowCount() == 0
    assert finder._none.isVisible()
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert desk.selection.current is None
    finder.reject()


def test_the_palette_runs_what_a_few_letters_mean(desk: Desk, shop: Shop, qtbot: QtBot) -> None:
    palette = opened_by(desk, "go.palette", CommandPalette)
    qtbot.keyClicks(palette.field, "abo")
    assert palette.model.item(0).value == "help.about"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(AboutDialog)))
    shown(desk, AboutDialog).reject()
    again = opened_by(desk, "go.palette", CommandPalette)
    assert again.model.item(0).value == "help.about", "what was used last stands first"
    again.reject()


def test_the_palette_holds_every_action_and_keeps_the_disabled_ones_last(desk: Desk) -> None:
    palette = opened_by(desk, "go.palette", CommandPalette)
    items = [palette.model.item(row) for row in range(palette.model.rowCount())]
    offered = {item.value for item in items}
    assert {"library.export", "file.open", "view.full_screen"} <= offered
    enabled = [item.enabled for item in items]
    assert enabled == sorted(enabled, reverse=True)
    assert not next(item for item in items if item.value == "library.export").enabled
    palette.reject()


def test_shortcuts_are_found_by_command_and_by_key(desk: Desk, shop: Shop) -> None:
    dialog = opened_by(desk, "help.shortcuts", ShortcutsDialog)
    dialog.field.setText("ctrl+o")
    heads = [dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount())]
    rows = [head.child(row) for head in heads if head for row in range(head.childCount())]
    visible = [row.text(0) for row in rows if row is not None and not row.isHidden()]
    assert "Open Library" in visible
    assert "Quit" not in visible
    dialog.reject()


def test_about_names_the_versions_and_the_database(desk: Desk, shop: Shop) -> None:
    dialog = opened_by(desk, "help.about", AboutDialog)
    dialog._copy()
    text = QApplication.clipboard().text()
    assert "sqlite" in text.lower()
    assert "PySide6" in text
    dialog.reject()


@pytest.mark.parametrize(("flag", "words"), [("1", "without its sandbox"), ("0", "in its sandbox")])
def test_about_says_whether_the_preview_is_in_a_sandbox(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, flag: str, words: str
) -> None:
    monkeypatch.setenv("QTWEBENGINE_DISABLE_SANDBOX", flag)
    dialog = opened_by(desk, "help.about", AboutDialog)
    dialog._copy()
    assert words in QApplication.clipboard().text()
    dialog.reject()


# ---------------------------------------------------------------------- undo


def test_undo_names_what_it_undoes(desk: Desk, shop: Shop) -> None:
    desk.bridge.run(lambda ws: ws.tree.trash([shop.visa]))
    desk.actions.refresh_now()
    assert desk.actions.action("edit.undo").text() == "&Undo Delete “Visa”"
    desk.actions.trigger("edit.undo")
    desk.actions.refresh_now()
    assert desk.actions.action("edit.redo").text() == "&Redo Delete “Visa”"
    skeleton = ask(desk, lambda ws: ws.tree.skeleton("en"))
    assert shop.visa.id in {row.id for row in skeleton.articles}
