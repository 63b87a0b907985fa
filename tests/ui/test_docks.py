"""Docks side by side and one behind the other: each says its name once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kbeditor.ui.actions.states import ACTIONS
from kbeditor.ui.desk import Desk
from kbeditor.ui.panes.matrix import MatrixPane
from kbeditor.ui.panes.queue import QueuePane
from kbeditor.ui.widgets.dock import Dock

from .pane_desk import open_shop, pane_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [QueuePane, MatrixPane], ACTIONS) as desk:
        open_shop(desk, tmp_path)
        yield desk


def titled(desk: Desk) -> list[str]:
    """The docks that say their name above themselves."""
    docks = desk.window.findChildren(Dock)
    titles = [label for dock in docks for label in dock.titleBarWidget().findChildren(QLabel)]
    return [label.text() for label in titles if not label.isHidden()]


def test_a_dock_behind_another_says_its_name_on_its_tab_only(desk: Desk) -> None:
    desk.frame.show_pane("matrix")
    assert "Matrix" in titled(desk)
    desk.frame.show_pane("queue")
    assert titled(desk) == []
    desk.frame.hide_pane("matrix")
    assert "Queue" in titled(desk)
