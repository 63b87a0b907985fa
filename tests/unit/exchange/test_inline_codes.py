"""Markdown as words and codes: nothing is lost, and codes are those of the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbeditor.exchange.inline_codes import (
    DEEPEST,
    Code,
    Coded,
    ForeignCode,
    Mark,
    Piece,
    TooLong,
    codes_of,
    markdown,
    source_pieces,
    target_pieces,
)

PARTS = (
    "**", "*", "`", "[", "](kb:1)", "](https://x.fr/a_b)", "![", "<b>", "</b>", "{x}", "&nbsp;",
    "\\", "\n", "  \n", " ", "a", "b…", "~~", "_", "<br>", "\x0c", "[^1]", "https://x.fr ", ":x:",
)  # fmt: skip
markdown_text = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)


def flat(pieces: tuple[Piece, ...]) -> list[str | Mark]:
    """Pieces as they are found in a file."""
    parts: list[str | Mark] = []
    for piece in pieces:
        if isinstance(piece, str):
            parts.append(piece)
        elif piece.code.closing is None:
            parts.append(Mark(piece.code.id, "alone"))
        else:
            parts.append(Mark(piece.code.id, "open"))
            parts += flat(piece.pieces)
            parts.append(Mark(piece.code.id, "close"))
    return parts


@given(markdown_text, markdown_text)
def test_nothing_is_lost(source: str, target: str) -> None:
    pieces = source_pieces(source)
    codes = {code.id: code for code in codes_of(pieces)}
    translated = target_pieces(target, pieces)
    assert markdown(flat(pieces), codes) == source
    assert markdown(flat(translated), codes) == target
    used = [code.id for code in codes_of(translated)]
    assert len(used) == len(set(used))


def test_codes_are_numbered_as_they_are_read() -> None:
    pieces = source_pieces("See **[the `x`](kb:1)**!")
    assert pieces == (
        "See ",
        Coded(
            Code("1", "strong", "**", "**"),
            (
                Coded(
                    Code("2", "link:kb:1", "[", "](kb:1)"),
                    ("the ", Coded(Code("3", "code:x", "`x`"))),
                ),
            ),
        ),
        "!",
    )


def test_a_translation_uses_each_code_of_its_source_once() -> None:
    source = source_pieces("*a* `x` *b*")
    assert [code.id for code in codes_of(target_pieces("*1* *2* *3* `x` `x` `y`", source))] == [
        "1",
        "3",
        "2",
    ]
    assert target_pieces("[ici](kb:2)", source_pieces("[here](kb:1)")) == ("[ici](kb:2)",)


def test_very_deep_pairs_are_words() -> None:
    text = "<b>" * 300 + "x" + "</b>" * 300
    pieces = source_pieces(text)
    assert len(list(codes_of(pieces))) == DEEPEST
    assert markdown(flat(pieces), {code.id: code for code in codes_of(pieces)}) == text


@pytest.mark.parametrize("mark", [Mark("2", "alone"), Mark("1", "alone"), Mark("", "open")])
def test_codes_that_the_source_lacks_are_refused(mark: Mark) -> None:
    with pytest.raises(ForeignCode) as caught:
        markdown(["a", mark], {"1": Code("1", "strong", "**", "**")})
    assert str(caught.value) == mark.id


def test_a_few_codes_cannot_stand_for_very_much() -> None:
    codes = {"1": Code("1", "code", "`" + "x" * 100_000 + "`")}
    with pytest.raises(TooLong):
        markdown((Mark("1", "alone") for _ in range(10**9)), codes)
