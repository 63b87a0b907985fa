"""What holds for all panes and actions, and for those to come."""

from collections import defaultdict

import pytest
from PySide6.QtGui import QKeySequence

from kbeditor.shipped import resources
from kbeditor.ui.action import ActionSpec
from kbeditor.ui.catalogue import ACTIONS, PANES
from kbeditor.ui.menu_titles import MENUS
from kbeditor.ui.pane_actions import pane_actions

SPECS = (*ACTIONS, *pane_actions(PANES))
SINGLE = [spec for spec in SPECS if isinstance(spec, ActionSpec)]


def test_ids_are_unique() -> None:
    assert len({spec.id for spec in SPECS}) == len(SPECS)
    assert len({pane.id for pane in PANES}) == len(PANES)


def test_every_action_is_in_a_menu_and_no_menu_is_empty() -> None:
    assert {spec.menu for spec in SPECS} == set(dict(MENUS))


def test_no_two_actions_of_the_window_share_a_key() -> None:
    holders = defaultdict(list)
    for spec in SINGLE:
        if spec.shortcut and not spec.widget_shortcut:
            for part in spec.shortcut.split("; "):
                keys = QKeySequence(part).toString()
                assert keys, f"{spec.id}: Qt does not know the key {part}"
                holders[keys].append(spec.id)
    assert {keys: ids for keys, ids in holders.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("name", sorted({spec.icon for spec in SINGLE if spec.icon}))
def test_every_icon_exists(name: str) -> None:
    assert (resources() / "icons" / f"{name}.svg").is_file()


def test_within_a_menu_no_two_entries_read_the_same() -> None:
    titles = defaultdict(list)
    for spec in ACTIONS:
        titles[spec.menu, spec.title.replace("&", "")].append(spec.id)
    assert {key: ids for key, ids in titles.items() if len(ids) > 1} == {}


def test_no_letter_leads_to_two_entries_of_the_article_s_menu() -> None:
    """And each has a letter."""
    letters = [
        spec.title[spec.title.index("&") + 1].lower() for spec in ACTIONS if spec.menu == "article"
    ]
    assert len(letters) == len(set(letters)) == 21
