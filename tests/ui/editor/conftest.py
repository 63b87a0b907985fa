"""The editor in a real window, on a real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbeditor.ui.actions.format import ACTIONS as FORMAT
from kbeditor.ui.actions.text import ACTIONS as TEXT
from kbeditor.ui.desk import Desk
from kbeditor.ui.panes.editor import EditorPane
from tests.ui.pane_desk import Shop, open_shop, pane_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [EditorPane], (*FORMAT, *TEXT)) as desk:
        desk.set_preference("translate.blocks", False)
        yield desk


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    return open_shop(desk, tmp_path)


@pytest.fixture
def pane(desk: Desk) -> EditorPane:
    pane = desk.pane("editor")
    assert isinstance(pane, EditorPane)
    return pane
