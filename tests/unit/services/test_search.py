"""Search as a person types: accents, beginnings, phrases, ranking, Chinese and Japanese."""

from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.states import State, mark_live, mark_state
from tests.helpers.library import Shop, article, category, opened, publish, write


def found(ws: Workspace, query: str, locale: str | None = None) -> list[str]:
    return [hit.title for hit in ws.search.find(query, locale)]


@pytest.mark.parametrize(
    "query",
    [
        "résumé",
        "RESUME",
        "re\u0301sume\u0301",
        "resu",  # the last word as a beginning
        "order résu",
        "  order   ",
        '"my order"',
        '"my order" resu',
        "e-mail",
        "don't",
        "C++",
    ],
)
def test_found(ws: Workspace, query: str) -> None:
    article(ws, "Résumé of my order", "By e-mail, don’t don't wait: C++ and code.")
    assert found(ws, query) == ["Résumé of my order"]


@pytest.mark.parametrize(
    "query", ["", " ", "resumes", '"order my"', "resu order", "order cancel", "???", '""', "*", "-"]
)
def test_not_found(ws: Workspace, query: str) -> None:
    article(ws, "Résumé of my order", "By e-mail.")
    assert found(ws, query) == []


@pytest.mark.parametrize(
    "query",
    [
        'say "', '"', '""', '"a', "a*", "*", "^a", "AND", "a AND", "NOT a", "a OR b", "NEAR(a b)",
        "a -b", "-", "(", ")", "(a", "title:a", "{title}: a", "a:b", "a + b", "\\", "\0", "a\0b",
        "'", ";", "%", "_", "?", ":x", "😀",
        "a" * 5000, '"' * 99, "( ( (",
    ],
)  # fmt: skip
def test_nothing_typed_is_taken_for_an_operator(ws: Workspace, query: str) -> None:
    article(ws, "Any", "words")
    ws.search.find(query)
    ws.search.titles(query)


def test_operators_are_words_like_others(ws: Workspace) -> None:
    article(ws, "Salt AND pepper", "not near")
    assert found(ws, "salt and pepper") == ["Salt AND pepper"]
    assert found(ws, "salt AND sugar") == []
    assert found(ws, "salt NOT pepper") == ["Salt AND pepper"]  # it holds “not”, too


def test_titles_count_more_than_bodies(ws: Workspace) -> None:
    article(ws, "Contact", "A refund takes a week. " * 3 + "Other words. " * 5)
    article(ws, "Refund", "Cards.")
    write(ws, article(ws, "Payment", "Cards."), "Cards.", keywords=["refund"])
    assert found(ws, "refund") == ["Refund", "Payment", "Contact"]
    hits = ws.search.find("refund")
    assert hits[0].score > hits[1].score > hits[2].score


def test_the_snippet_marks_what_was_found(ws: Workspace) -> None:
    article(ws, "Where?", "Many words before it. **Résumé** of an [order](kb:0000000000) in short.")
    [hit] = ws.search.find("resume")
    assert "\x02Résumé\x03 of an order in short." in hit.snippet
    assert "kb:" not in hit.snippet
    assert "**" not in hit.snippet


@pytest.mark.parametrize(
    "query", ["訂單", "注文", "在哪裡", "ご注文", "カード", '"海外へ"', "訂單在哪", "𠮷野"]
)
def test_chinese_and_japanese_words(ws: Workspace, query: str) -> None:
    body = "ご注文はカードで。 海外へも Visa。𠮷野家。"
    ref = article(ws, "我的訂單在哪裡", body)
    [hit] = ws.search.find(query)
    assert hit.owner == ref
    assert hit.snippet.replace("\x02", "").replace("\x03", "") == body


def test_chinese_words_are_phrases(ws: Workspace) -> None:
    article(ws, "單訂", "文注。")
    assert found(ws, "訂單") == []
    assert found(ws, "注文") == []


def test_code_is_found_and_addresses_are_not(ws: Workspace) -> None:
    article(ws, "Where?", "See `track_order()` and [here](https://example.com/secret).")
    assert found(ws, "track_order") == ["Where?"]
    assert found(ws, "secret") == []


def test_in_one_locale_or_in_all(shop: Shop, shop_path: Path) -> None:
    with opened(shop_path) as ws:
        write(ws, shop.where, "In der Post.", "de", title="Post")
        assert {hit.locale for hit in ws.search.find("post ")} == {"de"}
        assert {hit.locale for hit in ws.search.find("post")} == {"de", "fr"}
        assert {hit.locale for hit in ws.search.find("poste")} == {"fr"}
        assert [hit.locale for hit in ws.search.find("post", "de")] == ["de"]
        assert ws.search.find("post", "it") == ()


def test_a_hit_says_where_it_is_and_how_far(shop: Shop, shop_path: Path) -> None:
    with opened(shop_path) as ws:
        [hit] = ws.search.find("boat")
        assert (hit.owner, hit.locale, hit.path) == (shop.where, "en", ("Orders",))
        assert (mark_state(hit.mark), mark_live(hit.mark)) == (State.DRAFT, True)
        [hit] = ws.search.find("poste")
        assert hit.path == ("Commandes",)
        assert hit.mark == ws.texts.heads(shop.where)[1].mark


def test_categories_are_found_and_the_trash_is_not(shop: Shop, shop_path: Path) -> None:
    with opened(shop_path) as ws:
        assert found(ws, "payment") == ["Payment"]
        assert found(ws, "binned") == []
        ws.tree.trash([shop.orders])
        assert found(ws, "cancel") == found(ws, "parcels") == found(ws, "orders") == []
        ws.tree.restore([shop.binned, shop.orders])
        assert found(ws, "binned") == ["Binned"]
        assert found(ws, "cancel") == ["Cancel", "Where?"] or found(ws, "cancel")[0] == "Cancel"


def test_what_is_typed_is_found_at_once_and_what_is_gone_is_not(ws: Workspace) -> None:
    ref = article(ws, "Where?", "In the post.")
    write(ws, ref, "On the train.")
    assert (found(ws, "train"), found(ws, "post")) == (["Where?"], [])
    publish(ws, ref)
    ws.tree.trash([ref])
    ws.tree.purge([ref])
    assert found(ws, "train") == []


def test_titles_alone(ws: Workspace) -> None:
    orders = category(ws, "Orders")
    article(ws, "Cancel an order", "Refund.", orders)
    article(ws, "Refund", "Cancel the order.", orders)
    assert [hit.title for hit in ws.search.titles("cancel ord")] == ["Cancel an order"]
    assert ws.search.titles("cancel")[0].path == ("Orders",)
    assert [hit.title for hit in ws.search.titles("refund", "fr")] == []


def test_no_more_than_asked_for_and_the_best_of_many(ws: Workspace) -> None:
    for number in range(30):
        article(ws, f"Page {number}", "refund " + "word " * 30)
    article(ws, "Refund refund", "refund")
    assert found(ws, "refund")[0] == "Refund refund"
    assert len(ws.search.find("refund", limit=5)) == 5
    assert ws.search.find("refund", limit=5)[0].title == "Refund refund"
