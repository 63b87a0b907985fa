"""The findings of a release: many of them, in several languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.releases import Gate, GateFinding
from kbeditor.ui.desk import Desk
from kbeditor.ui.publish.findings_page import MOST, FindingsPage
from tests.ui.pane_desk import Shop

FEW = 3


def finding(number: int, locale: str, gate: Gate = Gate.MISSING_ALT) -> GateFinding:
    return GateFinding(gate, Ref(Kind.ARTICLE, f"a{number}"), locale, f"A {number}", 1, "x", False)


@pytest.fixture
def page(desk: Desk, shop: Shop, qtbot: QtBot) -> FindingsPage:
    made = FindingsPage(desk)
    qtbot.addWidget(made)
    many = [finding(number, "fr") for number in range(MOST + FEW)]
    made.show_findings([*many, finding(0, "en"), finding(1, "en", Gate.STALE)])
    made.show()
    return made


def listed(page: FindingsPage) -> list[int]:
    """How many lines each kind has."""
    groups = (page.tree.topLevelItem(at) for at in range(page.tree.topLevelItemCount()))
    return [group.childCount() for group in groups if group is not None]


def test_one_language_can_be_looked_at_alone(page: FindingsPage) -> None:
    assert page.language.isVisible()
    names = [page.language.itemText(at) for at in range(page.language.count())]
    assert names == ["All languages", "English (2)", "Français (503)"]
    page.language.setCurrentIndex(1)
    page.language.activated.emit(1)
    assert listed(page) == [1, 1]
    page.show_findings([finding(0, "en"), finding(0, "fr")])
    assert page.language.currentData() == "en", "what was chosen stays"
    page.show_findings([finding(0, "fr")])
    assert page.language.isHidden()
    assert listed(page) == [1]


def test_the_rest_of_many_is_shown_on_wish(page: FindingsPage) -> None:
    assert listed(page) == [MOST + 1, 1]
    group = page.tree.topLevelItem(0)
    assert group is not None
    last = group.child(MOST)
    assert last is not None
    assert last.text(0) == "… and 4 more"
    page.tree.setCurrentItem(last)
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    assert listed(page) == [MOST + FEW + 1, 1]
    current = page.tree.currentItem()
    assert current is not None
    assert current.text(0).startswith("A ")
    assert page.go.isEnabled()
