"""The tree: creating, moving, reordering, trash, restoring, deleting for ever."""

import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.ordering import GAP
from kbeditor.domain.records import Kind, Ref
from tests.helpers.library import article, category, check_rules, dump, outline, write

GONE = "00000000-0000-7000-8000-000000000000"


def order(ws: Workspace, titles: Sequence[str], parent: Ref | None = None) -> list[Ref]:
    """Articles of these titles, in this order."""
    return [article(ws, title, category=parent) for title in titles]


def test_categories_stand_before_articles_each_in_the_order_made(ws: Workspace) -> None:
    orders = category(ws, "Orders")
    category(ws, "Parcels", orders)
    category(ws, "Payment")
    order(ws, ["Cancel", "Change"], orders)
    article(ws, "Contact")
    assert outline(ws) == [
        ("Orders", [("Parcels", []), "Cancel", "Change"]),
        ("Payment", []),
        "Contact",
    ]


def test_created_before_a_sibling(ws: Workspace) -> None:
    orders = category(ws, "Orders")
    first = article(ws, "Cancel")
    ws.categories.create(None, "Account", "en", before=orders.id)
    ws.articles.create(None, "Change", "en", before=first.id)
    assert outline(ws) == [("Account", []), ("Orders", []), "Change", "Cancel"]


def test_created_before_what_is_no_sibling(ws: Workspace) -> None:
    orders = category(ws, "Orders")
    with pytest.raises(NotFound):
        ws.articles.create(None, "Change", "en", before=orders.id)
    with pytest.raises(NotFound):
        ws.articles.create(GONE, "Change", "en")
    assert outline(ws) == [("Orders", [])]


@pytest.mark.parametrize(
    ("moving", "before", "after"),
    [
        ("a", "c", "bacd"),
        ("d", "a", "dabc"),
        ("b", None, "acdb"),
        ("ab", "d", "cabd"),
        ("ca", None, "bdca"),  # in the order given
        ("db", "a", "dbac"),
        ("b", "b", "abcd"),  # dropped onto itself
        ("b", "c", "abcd"),  # where it is
        ("ac", "c", "bacd"),  # before one that moves along
        ("bd", "b", "abdc"),
    ],
)
def test_moved_among_siblings(
    ws: Workspace, path: Path, moving: str, before: str | None, after: str
) -> None:
    refs = dict(zip("abcd", order(ws, "abcd"), strict=True))
    ws.tree.move([refs[each] for each in moving], None, before and refs[before].id)
    assert outline(ws) == list(after)
    check_rules(path)


def test_moved_to_another_category_and_back(ws: Workspace) -> None:
    orders, payment = category(ws, "Orders"), category(ws, "Payment")
    cards = category(ws, "Cards", payment)
    cancel = article(ws, "Cancel", category=orders)
    ws.tree.move([cancel, cards], orders.id, None)
    assert outline(ws) == [("Orders", [("Cards", []), "Cancel"]), ("Payment", [])]
    ws.tree.move([cancel, cards, payment], None, None)
    assert outline(ws) == [("Orders", []), ("Cards", []), ("Payment", []), "Cancel"]


def test_a_move_before_a_category_leaves_moved_articles_at_the_end(ws: Workspace) -> None:
    orders, payment = category(ws, "Orders"), category(ws, "Payment")
    cancel, cards = article(ws, "Cancel", category=orders), category(ws, "Cards", orders)
    article(ws, "Contact")
    ws.tree.move([cancel, cards], None, payment.id)
    assert outline(ws) == [("Orders", []), ("Cards", []), ("Payment", []), "Contact", "Cancel"]


def test_no_category_into_itself(ws: Workspace, path: Path) -> None:
    orders = category(ws, "Orders")
    parcels = category(ws, "Parcels", orders)
    lost = category(ws, "Lost", parcels)
    contact = article(ws, "Contact")
    before = dump(path)
    for target in (orders, parcels, lost):
        with pytest.raises(KbError) as caught:
            ws.tree.move([contact, orders], target.id, None)
        assert caught.value.code == "move_into_itself"
    assert dump(path) == before


def test_moved_where_nothing_is(ws: Workspace, path: Path) -> None:
    contact = article(ws, "Contact")
    before = dump(path)
    for refs, parent in (([contact], GONE), ([Ref(Kind.ARTICLE, GONE)], None)):
        with pytest.raises(NotFound):
            ws.tree.move(refs, parent, None)
    assert dump(path) == before


def test_positions_are_numbered_anew_when_the_gap_is_used_up(ws: Workspace, path: Path) -> None:
    first, last = order(ws, ["first", "last"])
    middle = order(ws, ["one", "two"])
    ws.tree.move([last], None, None)
    expected = ["first", "one", "two", "last"]
    for _ in range(30):  # each move halves the gap before the last; 2^20 is used up
        middle.reverse()
        expected[1:3] = expected[2:0:-1]
        ws.tree.move([middle[1]], None, last.id)
        assert outline(ws) == expected
    places = [each.position for each in ws.tree.skeleton("en").articles]
    assert min(b - a for a, b in pairwise(places)) >= GAP >> 20
    assert any(each.position % GAP == 0 for each in ws.tree.skeleton("en").articles[1:])
    assert ws.articles.get(first.id).position == GAP
    check_rules(path)


def test_thirty_categories_deep(ws: Workspace, path: Path) -> None:
    chain = [category(ws, "0")]
    for depth in range(1, 30):
        chain.append(category(ws, str(depth), chain[-1]))
    leaf = article(ws, "Leaf", category=chain[-1])
    assert ws.tree.path(leaf, "fr") == tuple(map(str, range(30)))
    ws.tree.move([chain[20]], chain[10].id, None)
    assert ws.tree.path(leaf, "en") == tuple(map(str, [*range(11), *range(20, 30)]))
    ws.tree.trash([chain[5]])
    assert leaf.id not in {each.id for each in ws.tree.skeleton("en").articles}
    assert ws.tree.trashed()[0].articles == 1
    ws.tree.restore([chain[5]])
    assert ws.tree.path(leaf, "en") == tuple(map(str, [*range(11), *range(20, 30)]))
    ws.tree.trash([chain[0]])
    assert ws.tree.purge([chain[0]]).value == 31
    assert outline(ws) == []
    check_rules(path)


def test_the_skeleton_and_fresh_rows_agree(ws: Workspace) -> None:
    orders = category(ws, "Orders")
    cancel, contact = article(ws, "Cancel", category=orders), article(ws, "Contact")
    write(ws, cancel, "Annuler.", "fr", title="Annuler")
    tree = ws.tree.skeleton("fr")
    assert tree.locales == ("en", "fr", "de")
    assert [each.title for each in tree.articles] == ["Contact", "Annuler"]
    rows = ws.tree.rows([orders, cancel, contact, Ref(Kind.ARTICLE, GONE)], "fr")
    assert (set(rows[0]), set(rows[1])) == (set(tree.categories), set(tree.articles))
    ws.tree.trash([orders])
    assert ws.tree.rows([orders, cancel, contact], "fr")[0] == ()
    assert [each.title for each in ws.tree.rows([orders, cancel, contact], "fr")[1]] == ["Contact"]


# -------------------------------------------------------------------------------------- the trash


def test_the_trash_takes_what_a_category_holds_with_it(ws: Workspace) -> None:
    orders = category(ws, "Orders")
    parcels = category(ws, "Parcels", orders)
    article(ws, "Cancel", category=orders)
    article(ws, "Lost", category=parcels)
    outcome = ws.tree.trash([orders])
    assert outcome.changes.tree == {orders}
    assert outline(ws) == []
    row = ws.tree.trashed()[0]
    assert (row.kind, row.id, row.title, row.articles) == ("category", orders.id, "Orders", 2)
    ws.tree.restore([orders])
    assert outline(ws) == [("Orders", [("Parcels", ["Lost"]), "Cancel"])]
    assert ws.tree.trashed() == ()


def test_the_latest_in_the_trash_comes_first(ws: Workspace) -> None:
    for ref in order(ws, ["one", "two", "three"]):
        ws.tree.trash([ref])
    assert [each.title for each in ws.tree.trashed()] == ["three", "two", "one"]


def test_restored_to_its_place(ws: Workspace) -> None:
    refs = order(ws, "abc")
    ws.tree.trash([refs[1]])
    assert outline(ws) == ["a", "c"]
    ws.tree.restore([refs[1]])
    assert outline(ws) == ["a", "b", "c"]


def test_restored_to_the_top_when_its_category_lies_in_the_trash(ws: Workspace, path: Path) -> None:
    orders = category(ws, "Orders")
    parcels = category(ws, "Parcels", orders)
    lost = article(ws, "Lost", category=parcels)
    ws.tree.trash([lost])
    ws.tree.trash([orders])
    ws.tree.restore([lost])
    assert outline(ws) == ["Lost"]
    ws.tree.restore([orders])
    assert outline(ws) == [("Orders", [("Parcels", [])]), "Lost"]
    check_rules(path)


def test_restored_together_they_stay_together(ws: Workspace, path: Path) -> None:
    orders = category(ws, "Orders")
    parcels = category(ws, "Parcels", orders)
    lost = article(ws, "Lost", category=parcels)
    for ref in (lost, parcels, orders):
        ws.tree.trash([ref])
    ws.tree.restore([lost, parcels, orders])
    assert outline(ws) == [("Orders", [("Parcels", ["Lost"])])]
    check_rules(path)


def test_deleted_for_ever_only_out_of_the_trash(ws: Workspace, path: Path) -> None:
    orders = category(ws, "Orders")
    cancel = article(ws, "Cancel", "Select [Orders](kb:00000000).", orders)
    with pytest.raises(KbError) as caught:
        ws.tree.purge([cancel])
    assert caught.value.code == "not_in_trash"
    ws.tree.trash([orders])
    with pytest.raises(KbError):
        ws.tree.purge([cancel])  # it lies in the trash by its category only
    assert ws.tree.purge([orders]).value == 2
    rows = dump(path)
    assert not any(rows[name] for name in ("article", "category", "text", "revision", "old_slug"))
    assert ws.tree.trashed() == ()
    assert ws.search.find("select") == ()
    check_rules(path)


def test_an_article_in_the_trash_goes_with_its_category(ws: Workspace, path: Path) -> None:
    orders = category(ws, "Orders")
    cancel = article(ws, "Cancel", category=orders)
    ws.tree.trash([cancel])
    ws.tree.trash([orders])
    assert ws.tree.purge([orders, cancel]).value == 2
    assert dump(path)["text"] == []
    check_rules(path)


def test_many_random_moves_keep_the_rules(ws: Workspace, path: Path) -> None:
    chance = random.Random(7)
    categories: list[Ref | None] = [None, category(ws, "A"), category(ws, "B")]
    articles = order(ws, ["same title"] * 12)
    expected: dict[Ref | None, list[Ref]] = {
        None: list(articles),
        **{c: [] for c in categories[1:]},
    }
    for _ in range(60):
        target = chance.choice(categories)
        moving = chance.sample(articles, chance.randint(1, 3))
        rest = [each for each in expected[target] if each not in moving]
        before = chance.choice([None, *rest])
        ws.tree.move(moving, target and target.id, before and before.id)
        for each in expected.values():
            each[:] = [ref for ref in each if ref not in moving]
        place = expected[target].index(before) if before else len(expected[target])
        expected[target][place:place] = moving
        tree = ws.tree.skeleton("en").articles
        for parent, refs in expected.items():
            found = [each.id for each in tree if each.category_id == (parent and parent.id)]
            assert found == [ref.id for ref in refs]
    check_rules(path)
