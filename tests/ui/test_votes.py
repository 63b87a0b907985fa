"""Votes of readers: taken in from a file, undone, and shown where one works."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kbeditor.domain.records import Ref
from kbeditor.domain.votes import VoteSummary
from kbeditor.ui.catalogue import ACTIONS
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.importing import ImportDialog
from kbeditor.ui.models.queue_rows import VOTES
from kbeditor.ui.models.roles import Role
from kbeditor.ui.panes.navigator import NavigatorPane
from kbeditor.ui.panes.queue import QueuePane
from kbeditor.ui.panes.status import StatusPane
from kbeditor.ui.vote_words import arrow, poor, short_words, told_words
from kbeditor.ui.work import ROLE
from tests.ui.dialogs.acting import opened_by
from tests.ui.pane_desk import Shop, ask, open_shop, pane_desk

PANES = (NavigatorPane, QueuePane, StatusPane)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, PANES, ACTIONS) as desk:
        desk.set_preference(ROLE, "editor")
        yield desk
        desk.bridge.close()


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    return open_shop(desk, tmp_path)


def pane(desk: Desk, kind: type) -> object:
    return next(each for each in desk._panes.values() if isinstance(each, kind))


def votes_file(folder: Path, article: Ref, helpful: int, not_helpful: int) -> Path:
    lines = [
        {
            "id": f"vote-{number}",
            "article": article.id,
            "locale": "en",
            "helpful": number < helpful,
            "comment": "Where is the button?" if number == helpful else "",
            "time": "2026-11-01T10:00:00Z",
        }
        for number in range(helpful + not_helpful)
    ]
    lines.append({**lines[0], "id": "vote-gone", "article": "gone"})
    lines += [{"query": "refund", "locale": "en", "time": "2026-11-02T10:00:00Z"}]
    path = folder / "votes.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def take_in(desk: Desk, path: Path) -> ImportDialog:
    dialog = opened_by(desk, "library.import", ImportDialog)
    dialog.read(path, "")
    return dialog


def test_a_file_is_planned_then_taken_in_and_undone(desk: Desk, shop: Shop, tmp_path: Path) -> None:
    dialog = take_in(desk, votes_file(tmp_path, shop.status, 2, 4))
    (refused,) = dialog.votes._model.lines()
    assert "gone" in refused.text
    assert ask(desk, lambda ws: ws.votes.summaries("en")) == {}  # nothing is changed yet
    dialog.primary.click()
    dialog.accept()
    summary = ask(desk, lambda ws: ws.votes.of(shop.status, "en"))
    assert (summary.helpful, summary.total) == (2, 6)
    desk.bridge.run(lambda ws: ws.history.undo())
    assert ask(desk, lambda ws: ws.votes.summaries("en")) == {}


def test_votes_are_shown_in_the_navigator_the_queue_and_the_status(
    desk: Desk, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    for kind in PANES:
        desk.frame.show_pane(kind.spec.id)
    navigator, queue, status = (pane(desk, kind) for kind in PANES)
    assert isinstance(navigator, NavigatorPane)
    assert isinstance(queue, QueuePane)
    assert isinstance(status, StatusPane)
    assert not status.readers.isVisibleTo(status)
    take_in(desk, votes_file(tmp_path, shop.visa, 2, 4)).primary.click()
    index = navigator.model.index_of(shop.visa)
    assert index.data(Role.VOTES).total == 6
    assert "2 of 6 reader" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert navigator.model.index_of(shop.status).data(Role.VOTES) is None
    desk.selection.go(shop.visa, "en")
    assert status.readers.isVisibleTo(status)
    words = " ".join(label.text() for label in status.readers.findChildren(QLabel))
    assert "Where is the button?" in words
    assert "refund" in words
    qtbot.waitUntil(lambda: queue.model.rowCount() > 0 and bool(queue.model._all.votes))
    line = queue.model.line_of(shop.visa.id)
    assert line is not None
    assert queue.model.index(line, VOTES).data().startswith("33% of 6")
    queue.model.sort(VOTES)
    assert queue.model.row(0).id == shop.visa.id


def test_a_share_its_number_and_its_trend_in_words() -> None:
    better = VoteSummary(
        30, 50, recent_helpful=9, recent_total=10, before_helpful=5, before_total=10
    )
    assert short_words(better) == "60% of 50 ↗"
    assert "40" in told_words(better)
    worse = VoteSummary(2, 10, recent_helpful=0, recent_total=5, before_helpful=2, before_total=5)
    assert arrow(worse) == "↘"
    assert poor(worse)
    few = VoteSummary(1, 2)
    assert arrow(few) == ""
    assert not poor(few)
