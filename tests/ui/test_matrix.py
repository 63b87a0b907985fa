"""The matrix pane on a real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from kbeditor.domain.records import TextRef
from kbeditor.domain.states import State
from kbeditor.ui.actions.states import ACTIONS as STATES
from kbeditor.ui.actions.tree import ACTIONS as TREE
from kbeditor.ui.desk import Desk
from kbeditor.ui.models.matrix_filter import MatrixFilter
from kbeditor.ui.panes.matrix import MatrixPane
from kbeditor.ui.panes.navigator import NavigatorPane
from kbeditor.ui.panes.status import StatusPane

from .pane_desk import Shop, ask, open_shop, pane_desk

EN, FR = 3, 4


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    panes = [NavigatorPane, StatusPane, MatrixPane]
    with pane_desk(tmp_path, panes, (*TREE, *STATES)) as desk:
        yield desk


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    return open_shop(desk, tmp_path)


@pytest.fixture
def matrix(desk: Desk, shop: Shop) -> MatrixPane:
    pane = desk.pane("matrix")
    assert isinstance(pane, MatrixPane)
    desk.frame.show_pane("matrix")
    return pane


def choose(matrix: MatrixPane, *cells: tuple[str, int]) -> None:
    """Select the cells of articles by id."""
    chosen = matrix.model.cells(cells)
    flags = QItemSelectionModel.SelectionFlag
    matrix.table.selectionModel().setCurrentIndex(chosen.indexes()[0], flags.NoUpdate)
    matrix.table.selectionModel().select(chosen, flags.ClearAndSelect)


def state(desk: Desk, text: TextRef) -> State:
    found = ask(desk, lambda ws: ws.texts.get(text))
    return found.state if found else State.MISSING


def titles(matrix: MatrixPane) -> list[str]:
    return [matrix.model.row(line).title for line in range(matrix.model.rowCount())]


def test_a_cell_opens_its_text(desk: Desk, shop: Shop, matrix: MatrixPane, qtbot: QtBot) -> None:
    choose(matrix, (shop.status.id, FR))
    qtbot.keyClick(matrix.table, Qt.Key.Key_Return)
    assert (desk.selection.current, desk.selection.locale) == (shop.status, "fr")


def test_several_are_published_at_once_by_the_key_that_elsewhere_means_the_open_text(
    desk: Desk, shop: Shop, matrix: MatrixPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.cancel)
    choose(matrix, (shop.visa.id, EN), (shop.status.id, FR), (shop.visa.id, 0))
    qtbot.keyClick(
        matrix.table,
        Qt.Key.Key_R,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert state(desk, TextRef(shop.visa, "en")) is State.IN_REVIEW
    assert state(desk, TextRef(shop.status, "fr")) is State.IN_REVIEW
    assert state(desk, TextRef(shop.cancel, "en")) is State.PUBLISHED
    qtbot.keyClick(matrix.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state(desk, TextRef(shop.visa, "en")) is State.IN_REVIEW  # that approves a block
    qtbot.keyClick(
        matrix.table,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert state(desk, TextRef(shop.visa, "en")) is State.PUBLISHED
    desk.bridge.run(lambda ws: ws.history.undo())
    assert state(desk, TextRef(shop.visa, "en")) is State.IN_REVIEW


def test_the_line_below_says_what_is_selected(
    desk: Desk, shop: Shop, matrix: MatrixPane, qtbot: QtBot
) -> None:
    assert not matrix.buttons["publish"].isEnabled()
    choose(matrix, (shop.visa.id, EN), (shop.status.id, FR), (shop.status.id, EN))
    qtbot.waitUntil(matrix.buttons["publish"].isEnabled)
    assert matrix._summary.text() == "3 text(s) selected: 1 draft · 2 published"
    assert not matrix.buttons["still_valid"].isEnabled()


def test_sorting_and_filtering_keep_the_selection(
    desk: Desk, shop: Shop, matrix: MatrixPane
) -> None:
    choose(matrix, (shop.status.id, FR))
    matrix.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert titles(matrix) == ["Visa", "How do I see my order's status?", "Cancelling"]
    matrix.show_filtered(MatrixFilter(locale="fr", state="published"))
    assert [text for text, _mark in matrix.chosen_texts()] == [TextRef(shop.status, "fr")]
    assert titles(matrix) == ["How do I see my order's status?"]
    matrix.show_filtered(MatrixFilter(locale="fr", state="draft"))
    assert not matrix.table.isVisible()
    matrix.clear_filters()
    assert matrix.table.isVisible()


def test_it_follows_the_library(desk: Desk, shop: Shop, matrix: MatrixPane, qtbot: QtBot) -> None:
    desk.bridge.run(lambda ws: ws.texts.set_state([TextRef(shop.visa, "en")], State.PUBLISHED))
    matrix.show_filtered(MatrixFilter(locale="en", state="published"))
    assert len(titles(matrix)) == 3
    desk.bridge.run(lambda ws: ws.tree.trash([shop.visa]))
    qtbot.waitUntil(lambda: len(titles(matrix)) == 2)
    desk.bridge.run(lambda ws: ws.texts.rename(TextRef(shop.orders, "en"), "All orders"))
    qtbot.waitUntil(lambda: "All orders" in matrix.categories.itemText(1))


def test_a_count_in_the_status_pane_shows_those_articles(
    desk: Desk, shop: Shop, matrix: MatrixPane
) -> None:
    status = desk.pane("status")
    assert isinstance(status, StatusPane)
    status.cards["fr"].counts_wanted.emit("fr", "missing")
    assert sorted(titles(matrix)) == ["Cancelling", "Visa"]
    assert matrix.locales.currentText() == "Français"
