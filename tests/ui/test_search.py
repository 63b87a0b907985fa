"""The search and the findings pane on a real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kbeditor.ui.actions.checking import ACTIONS as CHECKING
from kbeditor.ui.desk import Desk
from kbeditor.ui.models.roles import Role
from kbeditor.ui.panes.findings import FindingsPane
from kbeditor.ui.panes.search import SearchPane
from kbeditor.ui.widgets.hit_delegate import marked_ranges

from .pane_desk import Shop, change_source, open_shop, pane_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [SearchPane, FindingsPane], CHECKING) as desk:
        yield desk


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    return open_shop(desk, tmp_path)


@pytest.fixture
def search(desk: Desk, shop: Shop) -> SearchPane:
    pane = desk.pane("search")
    assert isinstance(pane, SearchPane)
    desk.frame.show_pane("search")
    return pane


def found(search: SearchPane) -> list[tuple[str, str]]:
    rows = [search.model.index(row) for row in range(search.model.rowCount())]
    return [(row.data(), row.data(Role.LOCALE)) for row in rows]


def test_it_finds_in_all_languages_while_one_types(search: SearchPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(search.line, "ou est")
    assert found(search) == [("Où est ma commande ?", "fr")]


def test_arrows_walk_and_enter_opens_without_leaving_the_line(
    desk: Desk, shop: Shop, search: SearchPane, qtbot: QtBot
) -> None:
    qtbot.keyClicks(search.line, "three")
    assert len(found(search)) == 2
    qtbot.keyClick(search.line, Qt.Key.Key_Down)
    second = search.model.hit(search.list.currentIndex())
    assert second is not None
    assert search.list.currentIndex().row() == 1
    qtbot.keyClick(search.line, Qt.Key.Key_Return)
    assert desk.selection.current == second.owner


def test_one_language_only(search: SearchPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(search.line, "commande")
    search.locales.setCurrentIndex(search.locales.findData("en"))
    assert found(search) == []
    assert not search.list.isVisible()
    assert search._everywhere.isVisible()
    search._everywhere.click()
    assert found(search) == [("Où est ma commande ?", "fr")]


def test_it_follows_the_library(desk: Desk, shop: Shop, search: SearchPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(search.line, "zebra")
    assert found(search) == []
    change_source(desk, shop.cancel, "A zebra.")
    qtbot.waitUntil(lambda: found(search) == [("Cancelling", "en")])


def test_marked_words_of_a_snippet() -> None:
    assert marked_ranges("a \x02visa\x03 or \x02pay\x03") == ("a visa or pay", [(2, 4), (10, 3)])
    assert marked_ranges("plain") == ("plain", [])


def test_checking_lists_what_is_broken_and_leads_there(
    desk: Desk, shop: Shop, qtbot: QtBot
) -> None:
    change_source(desk, shop.cancel, "See\n\n[this](kb:nowhere).")
    desk.actions.trigger("library.check")
    findings = desk.pane("findings")
    assert isinstance(findings, FindingsPane)
    rows = range(findings.model.rowCount())
    problems = {
        findings.model.index(row, 0).data(): findings.model.index(row, 3).data() for row in rows
    }
    assert problems["Broken link"] == "3"
    row = [findings.model.index(row, 0).data() for row in rows].index("Broken link")
    findings.list.setCurrentIndex(findings.model.index(row, 0))
    qtbot.keyClick(findings.list, Qt.Key.Key_Return)
    assert desk.selection.current == shop.cancel
    change_source(desk, shop.cancel, "Mended.")
    assert "changed since" in findings.said.text()
