"""Finding, replacing, and places after an emoji."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbeditor.ui.editor.finding import BadPattern, Query, find_all, next_hit, replace_all
from kbeditor.ui.editor.offsets import index_at, units_before


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        (Query("order"), [(0, 5), (6, 11), (16, 21)]),
        (Query("order", case=True), [(6, 11), (16, 21)]),
        (Query("order", whole=True), [(0, 5), (6, 11)]),
        (Query("o.der", regex=True), [(0, 5), (6, 11), (16, 21)]),
        (Query("o.der"), []),
        (Query("x*", regex=True), []),
    ],
)
def test_finding(query: Query, hits: list[tuple[int, int]]) -> None:
    assert find_all("Order order pre-orders", query) == hits


def test_a_bad_expression_says_where() -> None:
    with pytest.raises(BadPattern) as caught:
        find_all("text", Query("a(b", regex=True))
    assert caught.value.where == 2


def test_replacing_fills_groups_only_with_expressions() -> None:
    dates = Query(r"(\d+)/(\d+)", regex=True)
    assert replace_all("1/2 and 3/4", dates, r"\2.\1") == ("2.1 and 4.3", 2)
    assert replace_all("a.b", Query("."), r"\1") == (r"a\1b", 1)
    assert replace_all("a at the word's start", Query(r"(?<=\s)the", regex=True), "a")[1] == 1


def test_the_next_hit_goes_round() -> None:
    hits = [(2, 4), (10, 12)]
    assert next_hit(hits, 5, backwards=False) == 1
    assert next_hit(hits, 12, backwards=False) == 0
    assert next_hit(hits, 2, backwards=True) == 1
    assert next_hit([], 0, backwards=True) is None


@settings(deadline=None)
@given(st.text(), st.data())
def test_places_are_the_same_both_ways(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    units = units_before(text, index)
    assert units == len(text[:index].encode("utf-16-le", "surrogatepass")) // 2
    assert index_at(text, units) == index
