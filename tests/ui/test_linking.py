"""Blocks that are missing are made in the background, and the window says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.changes import Changes
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.executors import InlineExecutor, ThreadExecutor
from kbeditor.ui.linking import Linking
from kbeditor.ui.widgets.linking_fact import LinkingFact

from .pane_desk import fill_shop

LINKS = 60


def opened(path: Path, *, read_only: bool = False) -> Workspace:
    return open_workspace(path, "Ann", read_only=read_only)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "shop.kb"
    workspace = create_library(path, "Shop", "en", ["fr"], "Ann")
    for _ in range(LINKS):
        fill_shop(workspace)
    workspace.close()
    return path


@pytest.fixture
def inline(qtbot: QtBot) -> Iterator[Bridge]:
    bridge = Bridge(InlineExecutor(), opened)
    yield bridge
    bridge.shutdown()
    bridge.deleteLater()


@pytest.fixture
def threaded(qtbot: QtBot) -> Iterator[Bridge]:
    bridge = Bridge(ThreadExecutor(), opened)
    yield bridge
    bridge.shutdown()
    bridge.deleteLater()


def lacking(bridge: Bridge) -> list[bool]:
    answers: list[bool] = []
    bridge.run(lambda ws: ws.linking.lacking(), answers.append)
    return answers


def test_a_library_without_blocks_gets_them_soon_after_it_was_opened(
    inline: Bridge, library: Path, qtbot: QtBot
) -> None:
    linking, heard = Linking(inline, inline), list[Changes]()
    inline.changed.connect(heard.append)
    inline.open(lambda: opened(library))
    assert lacking(inline) == [True]
    linking.look()
    assert lacking(inline) == [False]
    assert len(heard[-1].texts) >= LINKS
    heard.clear()
    linking.look()
    assert heard == []


def test_the_status_bar_shows_it_and_can_stop_it(
    threaded: Bridge, library: Path, qtbot: QtBot
) -> None:
    linking = Linking(threaded, threaded)
    fact = LinkingFact(linking)
    qtbot.addWidget(fact)
    threaded.open(lambda: opened(library))
    qtbot.waitUntil(lambda: threaded.library is not None)
    assert not fact.isVisible()
    linking.look()
    with qtbot.waitSignal(linking.progressed):
        pass
    assert fact.isVisible()
    fact.stop.click()
    qtbot.waitUntil(lambda: not linking.running)
    assert not fact.isVisible()
    answers = lacking(threaded)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [True]
    linking.look()
    qtbot.waitUntil(lambda: threaded.idle)
    assert not linking.running


def test_autosave_goes_on_while_it_runs(threaded: Bridge, library: Path, qtbot: QtBot) -> None:
    linking, made = Linking(threaded, threaded), list[object]()
    threaded.open(lambda: opened(library))
    qtbot.waitUntil(lambda: threaded.library is not None)
    linking.look()
    with qtbot.waitSignal(linking.progressed):
        pass
    threaded.run(lambda ws: ws.articles.create(None, "Written meanwhile", "en"), made.append)
    qtbot.waitUntil(lambda: bool(made))
    assert linking.running
    qtbot.waitUntil(lambda: not linking.running, timeout=30_000)
    answers = lacking(threaded)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [False]
