"""The aids beside a translation: a library with a memory and a glossary, its article open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.domain.records import Ref
from kbeditor.domain.units import MemoryUnit
from kbeditor.ui.actions.aids import ACTIONS
from kbeditor.ui.actions.edit import ACTIONS as EDIT
from kbeditor.ui.desk import Desk
from kbeditor.ui.panes.aids import AidsPane
from tests.ui.aids.acting import ENGLISH, FRENCH
from tests.ui.pane_desk import pane_desk, publish_both


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [AidsPane], (*ACTIONS, *EDIT)) as desk:
        yield desk


@pytest.fixture
def order(desk: Desk, tmp_path: Path) -> Ref:
    """A library with something in memory and glossary; the article is open in French."""
    path = tmp_path / "shop.kb"
    ws = create_library(path, "Shop", "en", ["fr"], "Ann")
    ref = publish_both(ws, "Orders", ENGLISH, FRENCH)
    publish_both(ws, "Returns", "You can return an item within 30 days.", "Vous avez 30 jours.")
    ws.linking.fill()
    known = MemoryUnit("You can return an item within 40 days!", "Sous 40 jours !", "", "")
    ws.memory.add({"fr": [known]}, "old.tmx")
    ws.glossary.add("item", "fr", "article", ["objet"], "Never “objet”.")
    ws.close()
    desk.bridge.open(lambda: open_workspace(path, "Ann"))
    desk.frame.show_pane("aids")
    desk.selection.go(ref, "fr")
    return ref


@pytest.fixture
def pane(desk: Desk, order: Ref) -> AidsPane:
    pane = desk.pane("aids")
    assert isinstance(pane, AidsPane)
    return pane
