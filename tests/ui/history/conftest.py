"""A window with the action that shows the history, and a shop's library open in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbeditor.ui.actions import edit, history
from kbeditor.ui.desk import Desk
from tests.ui.pane_desk import Shop, open_shop, pane_desk

SPECS = (*history.ACTIONS, *edit.ACTIONS)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [], SPECS) as desk:
        yield desk


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    return open_shop(desk, tmp_path)
