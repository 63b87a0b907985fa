"""Work that lasts is shown in the status bar, and can be stopped there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.ui.background import Background, background_of
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.executors import ThreadExecutor
from kbeditor.ui.jobs import Job
from kbeditor.ui.site_look import SiteLook
from kbeditor.ui.widgets.site_fact import SiteFact

from .pane_desk import fill_shop

SHOPS = 30


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[Bridge]:
    made = Bridge(
        ThreadExecutor(),
        lambda path, *, read_only: open_workspace(path, "Ann", read_only=read_only),
    )
    yield made
    made.shutdown()
    made.deleteLater()


def shown(qtbot: QtBot, bridge: Bridge) -> tuple[Background, SiteFact]:
    background = background_of(bridge)
    fact = SiteFact(background)
    qtbot.addWidget(fact)
    assert not fact.isVisible()
    return background, fact


def test_what_lasts_is_shown_until_it_ends(qtbot: QtBot, bridge: Bridge) -> None:
    background, fact = shown(qtbot, bridge)
    stopped: list[bool] = []
    job = Job(bridge)
    background.begin(job, lambda: stopped.append(True))
    assert not fact.isVisible(), "what is done at once must not flash"
    with qtbot.waitSignal(background.shown):
        pass
    assert fact.isVisible()
    fact.stop.click()
    assert stopped == [True]
    job.finished.emit()
    assert not fact.isVisible()


def test_what_is_soon_done_is_never_shown(qtbot: QtBot, bridge: Bridge) -> None:
    background, fact = shown(qtbot, bridge)
    job = Job(bridge)
    background.begin(job, lambda: None)
    job.finished.emit()
    assert not background.running
    assert not fact.isVisible()


def test_a_site_that_is_being_built_can_be_stopped(
    qtbot: QtBot, bridge: Bridge, tmp_path: Path
) -> None:
    path = tmp_path / "shop.kb"
    workspace = create_library(path, "Shop", "en", ["fr"], "Ann")
    for _ in range(SHOPS):
        fill_shop(workspace)
    workspace.close()
    bridge.open(lambda: open_workspace(path, "Ann"))
    qtbot.waitUntil(lambda: bridge.library is not None)
    opened: list[str] = []
    look = SiteLook(bridge, tmp_path / "cache", bridge, opened.append)
    background, _fact = shown(qtbot, bridge)
    look.open(None, "en", "", opened.append)
    with qtbot.waitSignal(background.progressed):
        pass
    background.stop()
    qtbot.waitUntil(lambda: not background.running and bridge.idle)
    assert opened == []
    assert look.root == ""
    look.open(None, "en", "", lambda _address: None)
    qtbot.waitUntil(lambda: bool(opened), timeout=30_000)
    assert opened == [look.root]
