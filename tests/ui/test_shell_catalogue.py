"""What holds for all panes and actions, and for those to come."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from kbeditor.shipped import resources
from kbeditor.ui.action import ActionSpec, action_words
from kbeditor.ui.catalogue import ACTIONS, PANES
from kbeditor.ui.i18n import Translations
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


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_letter_leads_to_two_entries_of_a_menu(
    qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    translations = Translations(resources() / "i18n", tmp_path)
    translations.use(language)
    words = {
        (spec.menu, action_words(getattr(spec, "submenu", "") or spec.title)) for spec in ACTIONS
    }
    translations.remove()
    found = Counter(
        (menu, text[text.index("&") + 1].lower()) for menu, text in words if "&" in text
    )
    assert found["article", "a"] == 1
    assert [each for each, count in found.items() if count > 1] == []


def test_every_entry_of_the_article_s_menu_has_a_letter() -> None:
    assert [spec.id for spec in ACTIONS if spec.menu == "article" and "&" not in spec.title] == []
