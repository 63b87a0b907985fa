"""The list of what the checks hold against all translations of a language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.records import Ref, TextRef
from kbeditor.ui.actions.aids import ACTIONS
from kbeditor.ui.actions.edit import ACTIONS as EDIT
from kbeditor.ui.aids.issue_tree import PROBLEM, TEXT
from kbeditor.ui.aids.library_checks import LibraryChecks
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.ask_words import AskWords
from kbeditor.ui.panes.findings import TRANSLATIONS, FindingsPane

from .pane_desk import ask, pane_desk, publish_both

NBSP = "\u00a0"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [FindingsPane], (*ACTIONS, *EDIT)) as desk:
        yield desk


@pytest.fixture
def orders(desk: Desk, tmp_path: Path) -> Ref:
    """Two articles: plain spaces in both, a wrong number and a lost code span in one."""
    path = tmp_path / "shop.kb"
    ws = create_library(path, "Shop", "en", ["fr"], "Ann")
    ref = publish_both(
        ws,
        "Orders",
        "Show 40 orders with `list`: here.",
        "Affichez 90 commandes avec la liste : ici.",
    )
    publish_both(ws, "Returns", "You return items: so.", "Vous rendez des articles : ainsi.")
    ws.close()
    desk.bridge.open(lambda: open_workspace(path, "Ann"))
    return ref


@pytest.fixture
def checks(desk: Desk, orders: Ref) -> LibraryChecks:
    desk.actions.trigger("library.check_translations")
    pane = desk.pane("findings")
    assert isinstance(pane, FindingsPane)
    assert pane.tabs.currentIndex() == TRANSLATIONS
    return pane.translations


def groups(checks: LibraryChecks) -> dict[str, int]:
    """How many rows each group has, in their order."""
    model = checks.model
    rows = [model.index(row, PROBLEM) for row in range(model.rowCount())]
    return {model.check(row): model.rowCount(row) for row in rows}


def mark(checks: LibraryChecks, check: str, row: int | None = None) -> None:
    """Mark an issue of a check, or the check as a whole."""
    index = checks.model.index_of(check)
    if row is not None:
        index = checks.model.index(row, PROBLEM, index)
    flags = QItemSelectionModel.SelectionFlag
    checks.tree.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)


def body(desk: Desk, ref: Ref) -> str:
    text = ask(desk, lambda ws: ws.texts.get(TextRef(ref, "fr")))
    assert text is not None
    return text.body


def test_issues_are_grouped_and_french_spacing_is_folded(
    desk: Desk, orders: Ref, checks: LibraryChecks
) -> None:
    assert groups(checks) == {"code": 1, "numbers": 1, "french_spacing": 2}
    assert not checks.tree.isExpanded(checks.model.index_of("french_spacing"))
    group = checks.model.index_of("numbers")
    assert checks.tree.isExpanded(group)
    assert group.data() == "Numbers  1"
    row = checks.model.index(0, PROBLEM, group)
    assert row.data() == "This number is 40 in the source."
    assert row.siblingAtColumn(TEXT).data() == "Orders"
    assert checks.said.text().startswith("4 ")
    assert checks.model.parent(row) == group


def test_all_french_spacing_is_mended_as_one_act(
    desk: Desk, orders: Ref, checks: LibraryChecks
) -> None:
    checks.spacing_button.click()
    assert f"liste{NBSP}:" in body(desk, orders)
    assert groups(checks) == {"code": 1, "numbers": 1}
    assert not checks.spacing_button.isVisible()
    desk.actions.trigger("edit.undo")
    assert f"liste{NBSP}:" not in body(desk, orders)
    assert groups(checks) == {"code": 1, "numbers": 1, "french_spacing": 2}


def test_what_is_marked_is_mended_one_after_the_other(
    desk: Desk, orders: Ref, checks: LibraryChecks
) -> None:
    assert not checks.mend_button.isEnabled()
    mark(checks, "numbers", 0)
    assert not checks.mend_button.isEnabled()  # no fix is known
    assert checks.dismiss_button.isEnabled()
    mark(checks, "code", 0)
    assert checks.mend_button.text() == "Insert the code"
    checks.mend_button.click()
    assert "`list`" in body(desk, orders)
    mark(checks, "french_spacing")
    assert checks.mend_button.text() == "Mend 2"
    checks.mend_button.click()
    assert groups(checks) == {"numbers": 1}
    assert f"{NBSP}:" in body(desk, orders)


def test_several_are_dismissed_with_one_reason(
    desk: Desk, orders: Ref, checks: LibraryChecks
) -> None:
    mark(checks, "french_spacing")
    checks.dismiss_button.click()
    asked = next(each for each in QApplication.topLevelWidgets() if isinstance(each, AskWords))
    asked.line.setText("House style.")
    asked.accept()
    assert groups(checks) == {"code": 1, "numbers": 1}
    assert len(ask(desk, lambda ws: ws.issues.dismissals("fr"))) == 2
    desk.actions.trigger("edit.undo")
    desk.actions.trigger("library.check_translations")
    assert groups(checks)["french_spacing"] == 2


def test_enter_opens_the_block_or_unfolds_the_group(
    desk: Desk, orders: Ref, checks: LibraryChecks, qtbot: QtBot
) -> None:
    mark(checks, "french_spacing")
    qtbot.keyClick(checks.tree, Qt.Key.Key_Return)
    assert checks.tree.isExpanded(checks.model.index_of("french_spacing"))
    mark(checks, "numbers", 0)
    qtbot.keyClick(checks.tree, Qt.Key.Key_Return)
    assert (desk.selection.current, desk.selection.locale) == (orders, "fr")
    issue = checks.model.issue(checks.tree.currentIndex())
    assert issue is not None
    assert desk.selection.block == issue.block_id


def test_what_others_change_is_looked_through_again(
    desk: Desk, orders: Ref, checks: LibraryChecks
) -> None:
    def write(ws: Workspace) -> object:
        text = ws.texts.get(TextRef(orders, "fr"))
        assert text is not None
        mended = text.body.replace("90", "40").replace("la liste", "`list`")
        return ws.texts.save(text.ref, text.version, body=mended)

    desk.bridge.run(write)
    assert groups(checks) == {"french_spacing": 2}
    desk.bridge.run(lambda ws: ws.glossary.add("item", "fr", "objet"))
    assert "changed since" in checks.said.text()
    desk.actions.trigger("library.check_translations")
    assert groups(checks) == {"glossary": 1, "french_spacing": 2}
    desk.bridge.close()
    assert groups(checks) == {}
