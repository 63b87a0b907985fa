"""Addresses: made from titles, unique among siblings, remembered once readers knew them."""

from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Ref, TextRef
from kbeditor.services.slugs import free_slug, made_from, slugify
from tests.helpers.library import article, category, check_rules, dump, publish, text_of, write


def slug(ws: Workspace, ref: Ref, locale: str = "en") -> str:
    return text_of(ws, ref, locale).slug


def retired(path: Path) -> list[tuple[str, str | None, str]]:
    """(locale, parent, slug) of every address that is remembered, oldest first."""
    rows = sorted(dump(path)["old_slug"], key=lambda row: int(row["id"]))
    return [(row["locale"], row["parent_id"], row["slug"]) for row in rows]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Where is my order?", "where-is-my-order"),
        ("Où est ma commande ?", "ou-est-ma-commande"),
        ("  --PayPal & cards--  ", "paypal-cards"),
        ("أين طلبي؟", "yn-tlby"),
        ("注文はどこ", "zhuwenhadoko"),
        ("e\u0301te\u0301", "ete"),
        ("???", "page"),
        ("", "page"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("../../etc/passwd", "etc-passwd"),
        ("word " * 40, "-".join(["word"] * 16)),
        ("w" * 200, "w" * 80),
    ],
)
def test_slugs_are_plain_and_short(title: str, expected: str) -> None:
    assert slugify(title) == expected
    assert slugify(expected) == expected


def test_a_free_slug_is_numbered() -> None:
    assert free_slug("", "Lost?", {"lost", "lost-2"}) == "lost-3"
    assert free_slug("found", "Lost?", {"lost"}) == "found"
    assert made_from("lost-3", "Lost?")
    assert not made_from("lost-parcel", "Lost?")


def test_siblings_of_one_title_are_numbered_per_locale(ws: Workspace, path: Path) -> None:
    orders = category(ws, "Orders")
    first, second = article(ws, "Lost", category=orders), article(ws, "Lost", category=orders)
    below = category(ws, "Lost", orders)
    elsewhere = article(ws, "Lost")
    assert [slug(ws, each) for each in (first, second, below, elsewhere)] == [
        "lost",
        "lost-2",
        "lost-3",
        "lost",
    ]
    write(ws, second, "x", "fr", title="Lost")
    assert slug(ws, second, "fr") == "lost"
    check_rules(path)


def test_a_draft_follows_its_title(ws: Workspace, path: Path) -> None:
    ref = ws.articles.create(None, "Lost", "en").value
    write(ws, ref, "x", title="Found")
    assert slug(ws, ref) == "found"
    article(ws, "Stolen")
    ws.texts.rename(TextRef(ref, "en"), "Stolen")
    assert slug(ws, ref) == "stolen-2"
    write(ws, ref, "y", title="Stolen again")
    assert slug(ws, ref) == "stolen-again"
    assert retired(path) == []


def test_a_chosen_address_stays(ws: Workspace) -> None:
    ref = ws.articles.create(None, "Lost", "en").value
    ws.texts.set_slug(TextRef(ref, "en"), "Lost & Found!")
    assert slug(ws, ref) == "lost-found"
    write(ws, ref, "x", title="Lost")  # the editor hands the title over with each save
    write(ws, ref, "y", title="Stolen")
    assert slug(ws, ref) == "lost-found"


def test_a_live_page_keeps_its_address(ws: Workspace) -> None:
    ref = article(ws, "Lost")
    write(ws, ref, "x", title="Found")
    publish(ws, ref)
    assert slug(ws, ref) == "lost"


def test_an_address_that_a_sibling_has_is_refused(ws: Workspace, path: Path) -> None:
    article(ws, "Lost")
    ref = article(ws, "Found")
    before = dump(path)
    with pytest.raises(KbError) as caught:
        ws.texts.set_slug(TextRef(ref, "en"), "LOST")
    assert caught.value.code == "slug_taken"
    assert dump(path) == before


def test_only_what_readers_knew_is_remembered(ws: Workspace, path: Path) -> None:
    draft = ws.articles.create(None, "Draft", "en").value
    ws.texts.set_slug(TextRef(draft, "en"), "other")
    live = article(ws, "Lost")
    write(ws, live, "x", "fr", title="Perdu")  # a draft
    ws.texts.set_slug(TextRef(live, "en"), "found")
    ws.texts.set_slug(TextRef(live, "fr"), "trouve")
    ws.texts.set_slug(TextRef(live, "en"), "found")  # as it is
    assert retired(path) == [("en", None, "lost")]


def test_a_move_keeps_the_address_where_it_is_free(ws: Workspace, path: Path) -> None:
    orders = category(ws, "Orders")
    article(ws, "Lost", category=orders)
    free, taken = article(ws, "Found"), article(ws, "Lost")
    draft = ws.articles.create(None, "Stolen", "en").value
    ws.tree.move([free, taken, draft], orders.id, None)
    assert [slug(ws, each) for each in (free, taken, draft)] == ["found", "lost-2", "stolen"]
    assert retired(path) == [("en", None, "found"), ("en", None, "lost")]
    check_rules(path)


def test_the_trash_frees_an_address_and_restoring_finds_another(ws: Workspace, path: Path) -> None:
    old = article(ws, "Lost")
    ws.tree.trash([old])
    new = article(ws, "Lost")
    assert slug(ws, new) == "lost"
    ws.tree.restore([old])
    assert (slug(ws, new), slug(ws, old)) == ("lost", "lost-2")
    check_rules(path)


def test_two_in_the_trash_may_have_had_one_address(ws: Workspace, path: Path) -> None:
    first = article(ws, "Lost")
    ws.tree.trash([first])
    second = article(ws, "Lost")
    ws.tree.trash([second])
    ws.tree.restore([second, first])
    assert (slug(ws, second), slug(ws, first)) == ("lost", "lost-2")
    check_rules(path)


def test_an_address_is_remembered_once_however_often_a_page_leaves_it(
    ws: Workspace, path: Path
) -> None:
    orders = category(ws, "Orders")
    ref = article(ws, "Lost")
    for _ in range(3):
        ws.tree.move([ref], orders.id, None)
        ws.tree.move([ref], None, None)
        ws.tree.trash([ref])
        ws.tree.restore([ref])
    assert retired(path) == [("en", None, "lost"), ("en", orders.id, "lost")]
