"""What belongs to an article in every language: labels, owner, review date; copies."""

import datetime
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import NotFound
from kbeditor.domain.states import State
from tests.helpers.library import Shop, article, category, opened, outline, text_of, write


def test_set_for_several_at_once_and_only_what_is_named(ws: Workspace) -> None:
    ids = [article(ws, title).id for title in "ab"]
    ws.articles.update(ids, labels=[" status", "delivery", "status", ""], owner="Ada")
    ws.articles.update(ids[:1], promoted=True, review_by=datetime.date(2027, 1, 1))
    first, second = map(ws.articles.get, ids)
    assert first.labels == second.labels == ("status", "delivery")
    assert (first.promoted, first.owner, first.review_by) == (
        True,
        "Ada",
        datetime.date(2027, 1, 1),
    )
    assert (second.promoted, second.owner, second.review_by) == (False, "Ada", None)
    ws.articles.update(ids, review_by=None, labels=[])
    assert ws.articles.get(ids[0]).review_by is None
    assert ws.articles.get(ids[0]).labels == ()
    with pytest.raises(NotFound):
        ws.articles.update([*ids, "none"], owner="Grace")
    assert ws.articles.get(ids[0]).owner == "Ada"


def test_a_copy_stands_behind_its_original_with_all_texts_as_drafts(ws: Workspace) -> None:
    orders = category(ws, "Orders")
    first = article(ws, "Lost", "In the post.", orders)
    article(ws, "Last", category=orders)
    write(ws, first, "Perdu.", "fr", title="Perdu", keywords=["poste"], summary="Où ?")
    ws.articles.update([first.id], labels=["status"])
    [copy] = ws.articles.duplicate([first.id]).value
    assert outline(ws) == [("Orders", ["Lost", "Lost", "Last"])]
    order = [each.id for each in ws.tree.skeleton("en").articles]
    assert order[:2] == [first.id, copy.id]
    english, french = text_of(ws, copy), text_of(ws, copy, "fr")
    assert (english.body, english.state, english.published, english.slug) == (
        "In the post.",
        State.DRAFT,
        None,
        "lost-2",
    )
    assert (french.body, french.keywords, french.summary) == ("Perdu.", ("poste",), "Où ?")
    assert ws.articles.get(copy.id).labels == ("status",)


def test_copies_of_several(shop: Shop, shop_path: Path) -> None:
    with opened(shop_path) as ws:
        assert len(ws.articles.duplicate([shop.cancel.id, shop.where.id]).value) == 2
        assert outline(ws)[0] == (
            "Orders",
            [("Parcels", ["Lost"]), "Cancel", "Cancel", "Where?", "Where?"],
        )
