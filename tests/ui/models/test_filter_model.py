"""The flat list that the navigator shows while one filters."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel
from pytestqt.qtbot import QtBot

from kbeditor.ui.models.filter import BATCH, FilterModel
from kbeditor.ui.models.folding import fold, sort_key
from kbeditor.ui.models.roles import Role
from kbeditor.ui.models.tree import TreeModel

from .rows import NAMES, SHOP, article, article_ref, category_ref

Watch = Callable[[QAbstractItemModel], None]


@pytest.fixture
def tree(qtbot: QtBot) -> TreeModel:
    tree = TreeModel()
    tree.load(SHOP, "en", NAMES)
    return tree


@pytest.fixture
def found(tree: TreeModel, watch: Watch) -> FilterModel:
    model = FilterModel(tree)
    watch(model)
    return model


def ids(model: FilterModel) -> list[str]:
    return [model.index(row, 0).data(Role.REF).id for row in range(model.rowCount())]


def test_accents_and_case_do_not_matter(found: FilterModel) -> None:
    found.search("ECHEANCES")
    assert ids(found) == ["cancel"]
    assert found.index(0, 0).data(Role.PATH) == ("orders",)


def test_all_words_must_be_there_in_any_order(found: FilterModel) -> None:
    found.search("order status")
    assert ids(found) == ["status"]
    found.search("order visa")
    assert ids(found) == []
    found.search("  ")
    assert ids(found) == []


def test_titles_that_begin_so_come_first(found: FilterModel, tree: TreeModel) -> None:
    tree.patch(
        [article_ref("a"), article_ref("b")],
        [],
        [article("a", "orders", 1, "Invisible"), article("b", "orders", 2, "My visa")],
    )
    found.search("vis")
    assert ids(found) == ["visa", "b", "a"]


def test_it_follows_the_tree(found: FilterModel, tree: TreeModel) -> None:
    found.search("visa")
    tree.patch([article_ref("visa2")], [], [article("visa2", "orders", 1, "Visa two")])
    assert ids(found) == ["visa2", "visa"]
    tree.patch([category_ref("cards")], [], [])
    assert ids(found) == ["visa2"]
    assert found.index_of(article_ref("visa2")).row() == 0
    tree.load(SHOP, "en", NAMES)
    assert ids(found) == ["visa"]


def test_many_are_shown_a_batch_at_a_time(tree: TreeModel) -> None:
    found = FilterModel(tree)  # not watched: the tester fetches more in the middle of a reset
    rows = [article(f"a{n}", "orders", n, f"Question {n}") for n in range(BATCH + 20)]
    tree.patch([article_ref(row.id) for row in rows], [], rows)
    found.search("question")
    assert found.rowCount() == BATCH
    assert not found.index_of(article_ref(f"a{BATCH + 5}")).isValid()
    while found.canFetchMore():
        found.fetchMore()
    assert found.rowCount() == BATCH + 20
    assert found.index_of(article_ref(f"a{BATCH + 5}")).isValid()


def test_warming_ends(found: FilterModel) -> None:
    calls = 0
    while found.warm(3):
        calls += 1
    assert calls <= 10


def test_folding_keeps_what_makes_another_letter() -> None:
    assert fold("ÉCHÉANCE Straße") == "echeance strasse"
    assert fold("كِتَاب") == fold("كتاب")
    assert fold("が") != fold("か")
    assert sorted(["step 10", "step 9"], key=sort_key) == ["step 9", "step 10"]
