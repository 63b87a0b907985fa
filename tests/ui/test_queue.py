"""The queue pane on a real library."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kbeditor.domain.records import TextRef
from kbeditor.domain.states import State
from kbeditor.ui.actions.states import ACTIONS as STATES
from kbeditor.ui.ages import age_words
from kbeditor.ui.desk import Desk
from kbeditor.ui.models.queue_rows import BLOCKS, NOTES, SINCE, STEP, TITLE, WORDS
from kbeditor.ui.panes.matrix import MatrixPane
from kbeditor.ui.panes.queue import QueuePane
from kbeditor.ui.work import ROLE, open_next_work

from .pane_desk import Shop, ask, change_source, open_shop, pane_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [QueuePane, MatrixPane], STATES) as desk:
        yield desk


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    """`status` is outdated in French, `cancel` is missing there."""
    shop = open_shop(desk, tmp_path)
    desk.bridge.run(lambda ws: ws.linking.fill())
    change_source(desk, shop.status, "One two three four five.\n\nSix seven eight.")
    publish(desk, TextRef(shop.status, "en"))
    return shop


@pytest.fixture
def queue(desk: Desk, shop: Shop) -> QueuePane:
    pane = desk.pane("queue")
    assert isinstance(pane, QueuePane)
    QAbstractItemModelTester(pane.model, pane)
    QAbstractItemModelTester(pane.release.model, pane)
    desk.frame.show_pane("queue")
    return pane


def publish(desk: Desk, *texts: TextRef) -> None:
    desk.bridge.run(lambda ws: ws.texts.set_state(texts, State.PUBLISHED))


def column(model: QAbstractItemModel, number: int) -> list[str]:
    return [model.index(line, number).data() for line in range(model.rowCount())]


def test_it_shows_what_a_translator_has_to_do(queue: QueuePane, desk: Desk) -> None:
    assert column(queue.model, TITLE) == ["Où est ma commande ?", "Cancelling"]
    assert column(queue.model, STEP) == ["Update", "Translate"]
    assert column(queue.model, WORDS) == ["8", "5"]
    assert column(queue.model, BLOCKS) == ["2", ""]
    assert column(queue.model, SINCE) == ["1 minute(s)", ""]
    assert queue.tabs.tabText(0) == "To do (2)"


def test_every_column_sorts(queue: QueuePane) -> None:
    header = queue.list.header()
    header.setSortIndicator(WORDS, Qt.SortOrder.DescendingOrder)
    assert column(queue.model, WORDS) == ["8", "5"]
    header.setSortIndicator(WORDS, Qt.SortOrder.AscendingOrder)
    assert column(queue.model, WORDS) == ["5", "8"]
    header.setSortIndicator(SINCE, Qt.SortOrder.DescendingOrder)
    assert column(queue.model, STEP) == ["Update", "Translate"]
    header.setSortIndicator(TITLE, Qt.SortOrder.AscendingOrder)
    assert column(queue.model, TITLE) == ["Cancelling", "Où est ma commande ?"]
    header.setSortIndicator(STEP, Qt.SortOrder.AscendingOrder)
    assert column(queue.model, STEP) == ["Update", "Translate"]


def test_enter_opens_the_text_at_its_first_block_to_be_done(
    queue: QueuePane, desk: Desk, shop: Shop, qtbot: QtBot
) -> None:
    queue.focus()
    qtbot.keyClick(queue.list, Qt.Key.Key_Return)
    assert (desk.selection.current, desk.selection.locale) == (shop.status, "fr")
    pairs = ask(desk, lambda ws: ws.blocks.pairs(TextRef(shop.status, "fr")))
    assert desk.selection.block == next(pair.id for pair in pairs if pair.needs_work)
    assert desk.frame.pane_shown("editor")


def test_the_next_article_comes_after_the_open_one(
    queue: QueuePane, desk: Desk, shop: Shop
) -> None:
    said: list[str] = []
    desk.status_message.connect(said.append)
    queue.next.click()
    assert desk.selection.current == shop.status
    open_next_work(desk)
    assert desk.selection.current == shop.cancel
    assert desk.selection.block is None
    desk.bridge.run(lambda ws: ws.texts.delete([TextRef(shop.status, "fr")]))
    desk.bridge.run(lambda ws: ws.tree.trash([shop.status]))
    open_next_work(desk)
    assert desk.selection.current == shop.cancel
    assert said[-1].startswith("Nothing else waits for you in ")


def test_the_open_article_is_the_current_row(
    queue: QueuePane, desk: Desk, shop: Shop, qtbot: QtBot
) -> None:
    desk.frame.show_pane("editor")
    focused = desk.window.focusWidget()
    desk.selection.go(shop.cancel)
    assert queue.list.currentIndex().row() == 1
    assert desk.window.focusWidget() is focused
    desk.selection.go(shop.visa)  # waits for nobody here
    assert queue.list.currentIndex().row() == 1
    desk.selection.go(shop.status, "fr")
    queue.list.header().setSortIndicator(TITLE, Qt.SortOrder.DescendingOrder)
    queue.words.setText("canc")
    qtbot.keyClick(queue.words, Qt.Key.Key_Return)
    queue.words.clear()
    qtbot.waitUntil(lambda: queue.model.rowCount() == 2)
    assert queue.list.currentIndex().data() == "Cancelling"  # where one was, not the open one


def test_the_filter_finds_titles_and_says_when_nothing_passes(
    queue: QueuePane, qtbot: QtBot
) -> None:
    queue.words.setText("ou est")
    qtbot.keyClick(queue.words, Qt.Key.Key_Return)
    assert column(queue.model, TITLE) == ["Où est ma commande ?"]
    assert queue.tabs.tabText(0) == "To do (1 of 2)"
    queue.words.setText("nobody")
    qtbot.keyClick(queue.words, Qt.Key.Key_Return)
    assert not queue.list.isVisible()
    queue.words.clear()
    qtbot.waitUntil(queue.list.isVisible)


def test_it_follows_the_library(queue: QueuePane, desk: Desk, shop: Shop, qtbot: QtBot) -> None:
    desk.bridge.run(lambda ws: ws.notes.open(TextRef(shop.cancel, "en"), None, "editor", "When?"))
    qtbot.waitUntil(lambda: column(queue.model, NOTES) == ["", "1"])


def test_the_role_decides_what_is_shown(
    queue: QueuePane, desk: Desk, shop: Shop, qtbot: QtBot
) -> None:
    desk.set_preference(ROLE, "reviewer")
    assert column(queue.model, STEP) == []
    assert queue._nothing.isVisible()
    desk.set_preference(ROLE, "editor")
    assert queue.locales.currentData() == "en"
    assert column(queue.model, TITLE) == ["Visa"]
    desk.set_preference(ROLE, "manager")
    assert queue.locales.currentData() == "fr"
    assert queue.tabs.currentIndex() == 2


def test_the_language_follows_where_one_translates(
    queue: QueuePane, desk: Desk, shop: Shop
) -> None:
    desk.bridge.run(lambda ws: ws.locales.add("de"))
    assert queue.locales.currentData() == "fr"
    desk.selection.go(shop.status, "de")
    assert queue.locales.currentData() == "de"
    assert column(queue.model, STEP) == ["Translate", "Translate"]
    desk.selection.go(shop.status, "en")
    assert queue.locales.currentData() == "de"


def test_progress_of_categories_leads_to_their_articles(
    queue: QueuePane, desk: Desk, shop: Shop, qtbot: QtBot
) -> None:
    queue.tabs.setCurrentIndex(1)
    tree = queue.categories
    top = tree.topLevelItem(0)
    orders = tree.topLevelItem(1)
    assert top is not None
    assert orders is not None
    assert (orders.text(0), orders.text(1), orders.text(2)) == ("Orders", top.text(1), "13")
    tree.setCurrentItem(orders)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    matrix = desk.pane("matrix")
    assert isinstance(matrix, MatrixPane)
    assert matrix.categories.currentData() == shop.orders.id
    assert matrix.locales.currentData() == "fr"


def test_what_a_release_lacks_is_grouped_and_opened(
    queue: QueuePane, desk: Desk, shop: Shop, qtbot: QtBot
) -> None:
    queue.tabs.setCurrentIndex(2)
    release = queue.release
    groups = [release.groups.item(row).text() for row in range(release.groups.count())]
    assert groups == [
        "Everything (5)",
        "Categories without a name (3)",
        "Outdated (1)",
        "Not translated (1)",
    ]
    release.show_group("names")
    assert column(release.model, TITLE) == ["Orders", "Payment", "Cards"]
    assert not release.matrix.isEnabled()
    release.show_group("missing")
    release.go.click()
    assert (desk.selection.current, desk.selection.locale) == (shop.cancel, "fr")
    release.matrix.click()
    matrix = desk.pane("matrix")
    assert isinstance(matrix, MatrixPane)
    assert column(matrix.model, 0) == ["Cancelling", "Visa"]


def test_titles_are_read_where_there_is_no_room_for_all_columns(
    queue: QueuePane, desk: Desk
) -> None:
    queue.list.resize(1200, 200)
    assert queue.list.header().length() == queue.list.viewport().width()
    queue.list.resize(420, 200)
    assert queue.list.header().sectionSize(TITLE) == 180
    queue.list.resize(1200, 200)
    assert queue.list.header().length() == queue.list.viewport().width()


def test_ages_in_words(qtbot: QtBot) -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    told = {
        "": "",
        "2026-11-23T11:59:50": "1 minute(s)",
        "2026-11-23T09:00:00Z": "3 hour(s)",
        "2026-11-20T11:00:00": "3 day(s)",
        "2026-11-01T12:00:00": "3 week(s)",
        "2026-06-23T12:00:00": "5 month(s)",
        "2023-11-01T12:00:00": "3 year(s)",
    }
    assert {since: age_words(since, now) for since in told} == told


def test_an_empty_queue_keeps_the_focus_in_its_pane(queue: QueuePane, desk: Desk) -> None:
    queue.focus()
    assert queue.list.hasFocus()
    queue.words.setText("nothing is called so")
    queue._filter()
    assert queue.role.hasFocus()
    matrix = desk.pane("matrix")
    assert isinstance(matrix, MatrixPane)
    matrix.focus()
    queue.focus()
    assert queue.role.hasFocus()
    queue.words.clear()
    queue._filter()
    queue.focus()
    assert queue.list.hasFocus()
