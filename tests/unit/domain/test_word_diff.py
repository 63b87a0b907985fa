"""What changed between two texts, word by word."""

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


def test_a_changed_number_is_one_word() -> None:
    pieces = diff_words("It takes 40 days.\nSame.", "It takes 90 days.\nSame.")
    assert [tuple(piece) for piece in pieces] == [
        ("same", "It takes "),
        ("gone", "40"),
        ("new", "90"),
        ("same", " days.\nSame."),
    ]
