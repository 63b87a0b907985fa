"""What changed between two texts, word by word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbeditor.domain.word_diff import diff_words

WORDS = st.text(alphabet="ab \n.é", max_size=60)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_a_difference_holds_both_texts(old: str, new: str) -> None:
    pieces = diff_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old


@settings(deadline=None)
@given(WORDS, WORDS)
def test_flowing_words_are_all_there_but_for_their_spaces(old: str, new: str) -> None:
    pieces = diff_words(old, new, flowing=True)
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new
    assert "".join(piece.text for piece in pieces if piece.kind != "new").split() == old.split()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Pay in euro or in dollars.", "Pay in euro\nor in dollars."),
        ("Pay in euro \n or in dollars.", "Pay in euro  or in\ndollars."),
    ],
)
def test_where_lines_break_is_no_change_of_flowing_words(old: str, new: str) -> None:
    assert [tuple(piece) for piece in diff_words(old, new, flowing=True)] == [("same", new)]
    assert {piece.kind for piece in diff_words(old, new)} == {"same", "gone", "new"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Pay now or later", "Pay now  \nor later"),  # a hard line break
        ("Pay now or later", "Pay now\\\nor later"),
        ("Pay now or later", "Pay now\n\nor later"),  # two paragraphs
        ("Payer : oui", "Payer\u00a0: oui"),
    ],
)
def test_spaces_that_a_reader_sees_are_a_change(old: str, new: str) -> None:
    assert {piece.kind for piece in diff_words(old, new, flowing=True)} > {"same"}


def test_a_word_changed_in_a_paragraph_that_was_wrapped_anew_is_one_change() -> None:
    pieces = diff_words("It takes 40\ndays. Same.", "It takes 90 days.\nSame.", flowing=True)
    assert [tuple(piece) for piece in pieces] == [
        ("same", "It takes "),
        ("gone", "40"),
        ("new", "90"),
        ("same", " days.\nSame."),
    ]


def test_too_much_that_changed_is_one_change_between_what_is_the_same() -> None:
    old, new = "a " * 800 + "z", "b " * 800 + "z"
    pieces = diff_words(f"Same {old}", f"Same {new}", flowing=True)
    assert [piece.kind for piece in pieces] == ["same", "gone", "new", "same"]


def test_a_changed_number_is_one_word() -> None:
    pieces = diff_words("It takes 40 days.\nSame.", "It takes 90 days.\nSame.")
    assert [tuple(piece) for piece in pieces] == [
        ("same", "It takes "),
        ("gone", "40"),
        ("new", "90"),
        ("same", " days.\nSame."),
    ]
