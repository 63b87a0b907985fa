"""Where words stand, written as text."""

from hypothesis import given
from hypothesis import strategies as st

from kbeditor.publishing.search.postings import (
    MOST,
    Postings,
    changed,
    numbers,
    read,
    steps,
    summed,
    values,
    written,
)
from kbeditor.publishing.search.stemming import Language, Stems


def test_words_are_found_wherever_they_are_joined_to_others() -> None:
    postings = Postings([Stems(Language({}), frozenset({"or"}))])
    postings.add(7, ["red/blue or blue, (red) or"])
    postings.add(3, ["Blue_red red"])
    words, lengths = postings.words()
    assert words == {"blue": written([{3: 1, 7: 2}]), "red": written([{3: 2, 7: 2}])}
    assert lengths == {3: [2], 7: [2]}


@given(st.lists(st.integers(0, 10**7)))
def test_numbers_are_read_as_they_were_written(many: list[int]) -> None:
    assert values(numbers(many)) == many


@given(st.sets(st.integers(0, 10**6)))
def test_rising_numbers_are_their_steps(rising: set[int]) -> None:
    assert list(summed(steps(sorted(rising)))) == sorted(rising)


Rows = st.lists(st.dictionaries(st.integers(0, 9000), st.integers(1, 90)), min_size=3, max_size=3)


def _written(rows: list[dict[int, int]]) -> str:
    postings = Postings([Stems(Language({}))] * 3)
    for document in {each for row in rows for each in row}:
        postings.add(document, [" ".join(["word"] * row.get(document, 0)) for row in rows])
    words, lengths = postings.words()
    assert all(of == [document in row for row in rows] for document, of in lengths.items())
    return words.get("word", "")


@given(Rows)
def test_a_words_rows_are_read_as_they_were_written(rows: list[dict[int, int]]) -> None:
    capped = [{each: min(times, MOST) for each, times in row.items()} for row in rows]
    assert read(_written(rows), 3) == capped


@given(Rows, Rows)
def test_changed_rows_are_those_that_would_be_written_anew(
    before: list[dict[int, int]], after: list[dict[int, int]]
) -> None:
    news = {
        (field, document): after[field].get(document, 0)
        for field in range(3)
        for document in before[field].keys() | after[field].keys()
    }
    assert changed(_written(before), 3, news) == _written(after)


def test_what_stands_in_bodies_only_takes_no_more_than_that() -> None:
    assert _written([{}, {}, {0: 1, 2: 3, 40: 1}]) == "AB3bL"
    assert _written([{1: 1}, {}, {}]) == "||B"
