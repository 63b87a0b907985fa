"""What the translation memory compares, and how alike it calls texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbeditor.storage.driver import sqlite
from kbeditor.translation.memory import (
    best,
    count_trigrams,
    length_window,
    memory_hash,
    normalised,
    rarest,
    similarity,
    trigrams,
)


def test_white_space_does_not_tell_texts_apart() -> None:
    assert normalised(" Open\n  the\u00a0page\t. ") == "Open the page ."
    assert memory_hash("Open\nthe  page") == memory_hash("Open the page")
    assert memory_hash("Open the page") != memory_hash("open the page")


# Not every script: of capitals that came late to Unicode (Georgian, Cherokee) FTS5 knows nothing.
SCRIPTS = (
    st.characters(max_codepoint=0x523, exclude_characters="\0")
    | st.characters(min_codepoint=0x5D0, max_codepoint=0x6FF)
    | st.characters(min_codepoint=0x3040, max_codepoint=0x9FFF)
)


@settings(derandomize=True)
@given(st.text(SCRIPTS, max_size=30))
def test_trigrams_are_the_terms_of_the_index(text: str) -> None:
    connection = sqlite.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='trigram', detail=none)")
    connection.execute("INSERT INTO t VALUES (?)", (text,))
    for each in trigrams(text):
        quoted = '"' + each.replace('"', '""') + '"'
        assert connection.execute("SELECT 1 FROM t WHERE t MATCH ?", (quoted,)).fetchone(), each
    connection.close()


def test_a_trigram_never_holds_nul() -> None:
    assert trigrams("ab\0cde") == {"cde"}


def test_the_rarest_trigrams_come_first() -> None:
    counts = count_trigrams(["the page", "the order", "the parcel"])
    assert rarest("the zebra", counts, 4) == [" ze", "bra", "e z", "ebr"]
    assert rarest("the zebra", counts)[-2:] == ["he ", "the"]
    assert rarest("the", counts) == ["the"]
    assert rarest("no", counts) == []


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [
        ("", "", 100),
        ("abc", "", 0),
        ("same", "same", 100),
        ("abcdefghij", "abcdefgxyz", 70),
        ("40 vendors are shown", "90 vendors are shown", 95),
        ("x" * 999 + "a", "x" * 999 + "b", 99),
    ],
)
def test_likeness_is_in_percent_rounded_down(one: str, other: str, percent: int) -> None:
    assert similarity(one, other) == percent == similarity(other, one)


@given(st.text("ab", max_size=12), st.text("ab", max_size=12), st.integers(1, 100))
def test_what_is_alike_enough_lies_in_the_length_window(one: str, other: str, cutoff: int) -> None:
    if similarity(one, other) >= cutoff:
        shortest, longest = length_window(len(one), cutoff)
        assert shortest <= len(other) <= longest


def test_the_best_come_first_and_none_below_the_cutoff() -> None:
    texts = [
        "Open this page",
        "Open the page",
        "Open the pages",
        "Close the page",
        "Something else",
    ]
    assert best("Open the page", texts, 70) == [(1, 100), (2, 92), (0, 85)]
    assert best("Open the page", texts, 70, limit=1) == [(1, 100)]
