"""How much the undo list holds."""

import pytest

from kbeditor.domain.changes import Act
from kbeditor.storage.row_images import RowImage
from kbeditor.storage.tables import ArticleRow, TextRow
from kbeditor.storage.undo import Undo, weight_of


def images(count: int) -> list[RowImage]:
    return [RowImage(ArticleRow, (str(n),), {"owner": ""}, {"owner": "Ada"}) for n in range(count)]


def test_the_oldest_acts_go_when_all_hold_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kbeditor.storage.undo._HEAVIEST", 10)
    undo = Undo()
    for name, count in (("a", 4), ("b", 5), ("c", 5)):
        undo.done(Act(name), images(count))
    for name in ("c", "b"):
        assert undo.next_undo == Act(name)
        undo.next_undo_entry()
        undo.undone(images(1))
    assert undo.next_undo is None


def test_the_newest_act_can_be_undone_whatever_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kbeditor.storage.undo._HEAVIEST", 10)
    undo = Undo()
    undo.done(Act("a"), images(2))
    undo.done(Act("b"), images(200))
    assert undo.next_undo == Act("b")
    undo.next_undo_entry()
    undo.undone(images(1))
    assert undo.next_undo is None


def test_bodies_weigh_what_they_are_long() -> None:
    body = RowImage(TextRow, (1,), {"body": "x" * 5000}, {"body": "y" * 5000})
    assert weight_of([body, *images(3)]) == 24
