"""The navigator's model: built, patched, renamed, dragged."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from pytestqt.qtbot import QtBot

from kbeditor.domain.records import Ref
from kbeditor.domain.tree import Skeleton
from kbeditor.ui.models.nodes import Node
from kbeditor.ui.models.placement import Target, down, indent, outdent, stays, up
from kbeditor.ui.models.roles import Role
from kbeditor.ui.models.tree import TreeModel, refs_of

from .rows import NAMES, SHOP, article, article_ref, category, category_ref

Watch = Callable[[QAbstractItemModel], None]
TOP = QModelIndex()


@pytest.fixture
def model(qtbot: QtBot, watch: Watch) -> TreeModel:
    model = TreeModel()
    watch(model)
    model.load(SHOP, "en", NAMES)
    return model


def outline(model: TreeModel, parent: QModelIndex = TOP) -> dict[str, Any]:
    """Ids, nested as shown."""
    indexes = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return {index.data(Role.REF).id: outline(model, index) for index in indexes}


def counts(model: TreeModel, *ids: str) -> list[int]:
    return [model.index_of(category_ref(id_)).data(Role.COUNT) for id_ in ids]


def nodes(model: TreeModel, *refs: Ref) -> list[Node]:
    return model.nodes(refs)


def test_categories_come_before_articles_and_nest(model: TreeModel) -> None:
    assert outline(model) == {
        "orders": {"status": {}, "cancel": {}},
        "payment": {"cards": {"visa": {}, "master": {}}, "paypal": {}},
        "empty": {},
        "welcome": {},
    }
    assert list(outline(model)) == ["orders", "payment", "empty", "welcome"]
    assert list(outline(model)["payment"]) == ["cards", "paypal"]


def test_categories_count_the_articles_within_nested_ones_too(model: TreeModel) -> None:
    assert counts(model, "orders", "payment", "cards", "empty") == [2, 3, 2, 0]
    assert model.forest.root.count == 6


def test_a_locale_column_tells_its_mark_in_words(model: TreeModel) -> None:
    index = model.index_of(article_ref("visa"), 2)
    assert index.data(Role.LOCALE) == "fr"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "français: Missing"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "FR"


def test_a_title_lent_by_the_source_is_told_apart(model: TreeModel) -> None:
    assert not model.index_of(article_ref("visa")).data(Role.BORROWED)
    model.load(SHOP, "fr", NAMES)
    assert model.index_of(article_ref("visa")).data(Role.BORROWED)


def test_another_locale_keeps_the_indexes_that_views_hold(model: TreeModel) -> None:
    from_before = model.index_of(article_ref("visa"))
    french = Skeleton(
        SHOP.locales,
        SHOP.categories,
        tuple(row._replace(title=f"{row.title} (fr)") for row in SHOP.articles),
    )
    assert model.load(french, "fr", NAMES) is False
    assert from_before.data() == "Visa (fr)"


def test_a_new_title_is_told_to_views(model: TreeModel, qtbot: QtBot) -> None:
    ref = article_ref("visa")
    with qtbot.waitSignal(model.dataChanged):
        assert model.patch([ref], [], [article("visa", "cards", 10, "Visa cards")])
    assert model.index_of(ref).data() == "Visa cards"


def test_what_is_not_answered_is_gone_with_all_within(model: TreeModel) -> None:
    assert model.patch([category_ref("cards")], [], [])
    assert "cards" not in outline(model)["payment"]
    assert model.index_of(article_ref("visa")) == QModelIndex()
    assert counts(model, "payment") == [1]


def test_new_rows_find_their_places_whatever_their_order(model: TreeModel) -> None:
    refs = [article_ref("deep"), category_ref("inner"), category_ref("outer")]
    assert model.patch(
        refs,
        [category("inner", "outer", 1), category("outer", None, 15)],
        [article("deep", "inner", 1)],
    )
    assert list(outline(model)) == ["orders", "outer", "payment", "empty", "welcome"]
    assert outline(model)["outer"] == {"inner": {"deep": {}}}
    assert counts(model, "outer", "inner") == [1, 1]


def test_an_article_moves_between_categories(model: TreeModel) -> None:
    held = model.index_of(article_ref("visa"))
    assert model.patch([article_ref("visa")], [], [article("visa", "orders", 15, "Visa")])
    assert list(outline(model)["orders"]) == ["status", "visa", "cancel"]
    assert counts(model, "orders", "payment", "cards") == [3, 2, 1]
    assert not held.isValid() or held.data() == "Visa"


def test_siblings_take_any_new_order(model: TreeModel) -> None:
    order = ["empty", "payment", "orders"]
    rows = [category(id_, None, place) for place, id_ in enumerate(order)]
    assert model.patch([category_ref(id_) for id_ in order], rows, [])
    assert list(outline(model)) == [*order, "welcome"]
    assert counts(model, *order) == [0, 3, 2]


def test_categories_that_swap_their_nesting_settle(model: TreeModel) -> None:
    rows = [category("payment", "cards", 1), category("cards", None, 20)]
    assert model.patch([category_ref("payment"), category_ref("cards")], rows, [])
    assert outline(model)["cards"] == {"payment": {"paypal": {}}, "visa": {}, "master": {}}
    assert counts(model, "cards", "payment") == [3, 1]


def test_a_row_in_an_unknown_category_asks_for_a_new_load(model: TreeModel) -> None:
    assert model.patch([article_ref("lost")], [], [article("lost", "nowhere", 1)]) is False


def test_renaming_asks_the_library_and_shows_the_words_at_once(model: TreeModel) -> None:
    asked: list[tuple[Ref, str]] = []
    model.rename_asked.connect(lambda ref, title: asked.append((ref, title)))
    index = model.index_of(article_ref("visa"))
    assert model.setData(index, "  Visa cards ")
    assert model.setData(index, "Visa cards")
    assert not model.setData(index, "   ")
    assert asked == [(article_ref("visa"), "Visa cards")]
    assert index.data() == "Visa cards"


def test_naming_what_has_no_title_here_is_a_rename_even_with_the_same_words(
    model: TreeModel,
) -> None:
    model.load(SHOP, "fr", NAMES)
    asked: list[str] = []
    model.rename_asked.connect(lambda ref, title: asked.append(title))
    model.setData(model.index_of(article_ref("visa")), "Visa")
    assert asked == ["Visa"]


def test_a_drag_carries_the_topmost_and_links_to_them(model: TreeModel) -> None:
    refs = [article_ref("visa"), category_ref("cards"), article_ref("paypal")]
    data = model.mimeData([model.index_of(ref) for ref in refs])
    assert refs_of(data) == (category_ref("cards"), article_ref("paypal"))
    assert data.text() == "[cards](kb:cards)\n[PayPal](kb:paypal)"


def test_a_category_cannot_be_dropped_into_itself(model: TreeModel) -> None:
    data = model.mimeData([model.index_of(category_ref("payment"))])
    move = Qt.DropAction.MoveAction
    assert not model.canDropMimeData(data, move, -1, 0, model.index_of(category_ref("cards")))
    assert not model.canDropMimeData(data, move, -1, 0, model.index_of(category_ref("payment")))
    assert model.canDropMimeData(data, move, -1, 0, model.index_of(category_ref("orders")))
    assert not model.canDropMimeData(data, move, -1, 0, model.index_of(article_ref("status")))


@pytest.mark.parametrize(
    ("row", "target"),
    [
        (0, Target("orders", None, "status")),
        (1, Target("orders", None, "cancel")),
        (2, Target("orders")),
        (-1, Target("orders")),
    ],
)
def test_a_drop_names_its_place(model: TreeModel, row: int, target: Target) -> None:
    asked: list[tuple[tuple[Ref, ...], Target]] = []
    model.move_asked.connect(lambda refs, where: asked.append((refs, where)))
    data = model.mimeData([model.index_of(article_ref("visa"))])
    orders = model.index_of(category_ref("orders"))
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, orders)
    assert asked == [((article_ref("visa"),), target)]


def test_a_drop_before_itself_skips_to_the_next_that_stays(model: TreeModel) -> None:
    asked: list[Target] = []
    model.move_asked.connect(lambda refs, where: asked.append(where))
    data = model.mimeData([model.index_of(article_ref("status"))])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.index_of(category_ref("orders")))
    assert asked == [Target("orders", None, "cancel")]
    assert stays(nodes(model, article_ref("status")), asked[0])
    assert not stays(nodes(model, article_ref("status")), Target("orders"))


def test_a_library_that_cannot_be_written_offers_no_drag_and_no_rename(model: TreeModel) -> None:
    model.editable = False
    flags = model.flags(model.index_of(category_ref("orders")))
    assert not flags & Qt.ItemFlag.ItemIsDragEnabled
    assert not flags & Qt.ItemFlag.ItemIsEditable
    assert not flags & Qt.ItemFlag.ItemIsDropEnabled


def test_moves_by_keyboard(model: TreeModel) -> None:
    status, cancel = article_ref("status"), article_ref("cancel")
    payment, empty, cards = category_ref("payment"), category_ref("empty"), category_ref("cards")
    assert up(nodes(model, cancel)) == Target("orders", None, "status")
    assert up(nodes(model, status)) is None
    assert up(nodes(model, status, cancel)) is None
    assert down(nodes(model, status)) == Target("orders")
    assert down(nodes(model, cancel)) is None
    assert up(nodes(model, payment, empty)) == Target(None, "orders")
    assert down(nodes(model, category_ref("orders"))) == Target(None, "empty")
    assert outdent(nodes(model, cards)) == Target(None, "empty", "welcome")
    assert outdent(nodes(model, article_ref("visa"))) == Target("payment", None, "paypal")
    assert outdent(nodes(model, payment)) is None
    assert indent(nodes(model, payment)) == Target("orders")
    assert indent(nodes(model, category_ref("orders"))) is None
    assert indent(nodes(model, article_ref("paypal"))) == Target("cards")
    assert indent(nodes(model, article_ref("welcome"))) == Target("empty")
    assert up(nodes(model, status, payment)) is None
