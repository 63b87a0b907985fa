"""Marks told from words: every kind, pairs that nest, hostile text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbeditor.translation.inline import TokenKind, tokens
from tests.helpers.patience import patience


def values(text: str) -> list[tuple[str, str]]:
    return [(token.kind.name, token.value) for token in tokens(text) if token.value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b c` d", [("CODE", "code:b c")]),
        ("a `` b`c `` d", [("CODE", "code:b`c")]),
        ("[a](b.md#c 'd')", [("OPEN", "link:b.md#c"), ("CLOSE", "link:b.md#c")]),
        ("[a](<b c.md>)", [("OPEN", "link:b c.md"), ("CLOSE", "link:b c.md")]),
        ("![a](b.png)", [("OPEN", "image:b.png"), ("CLOSE", "image:b.png")]),
        ("[a][b]", [("OPEN", "reference:b"), ("CLOSE", "reference:b")]),
        ("[!UICONTROL Save]", [("OPEN", "vendor:UICONTROL"), ("CLOSE", "vendor:UICONTROL")]),
        ("[!VIDEO](https://a.b/c)", [("ALONE", "embed:https://a.b/c")]),
        ("**a**", [("OPEN", "strong"), ("CLOSE", "strong")]),
        ("_a_ b_c_d", [("OPEN", "em"), ("CLOSE", "em")]),
        ("~~a~~", [("OPEN", "del"), ("CLOSE", "del")]),
        ("2 * 3 * 4", []),
        (r"\*a\* \[b](c)", []),
        ("<b>a</b><br>", [("OPEN", "tag:b"), ("CLOSE", "tag:b"), ("ALONE", "tag:br")]),
        ("<https://a.b>", [("ALONE", "url:https://a.b")]),
        ("see https://a.b/c(d).", [("ALONE", "url:https://a.b/c(d)")]),
        ("a[^1]", [("ALONE", "footnote:1")]),
        ("{name} {{ n }} ${x}", [("ALONE", f"placeholder:{n}") for n in ("name", "n", "x")]),
        ("%s %(n)s $VAR", [("ALONE", f"placeholder:{n}") for n in ("%s", "n", "VAR")]),
        ("<YOUR_ID> &lt;YOUR_ID&gt;", [("ALONE", "placeholder:YOUR_ID")] * 2),
        ("<%= a.b %>", [("ALONE", "placeholder:%= a.b %")]),
        ("a :smile: 10:30:00", [("ALONE", "emoji:smile")]),
        ("50 % de 20%", []),
        ("Head {#id .class}", [("ALONE", "attributes:{#id .class}")]),
        ("a  \nb\\\nc", [("ALONE", "break"), ("ALONE", "break")]),
        ("a&nbsp;b", [("ALONE", "entity:nbsp")]),
        ("a <!-- **b** --> c", [("ALONE", "comment")]),
        ("**a", []),
        ("a <b> c", []),
        ("[a](b", []),
    ],
)
def test_every_kind_of_mark(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


def test_pairs_are_numbered_and_what_crosses_is_words() -> None:
    found = tokens("**a [b *c*](d)** <i>e **f</i>**")
    assert [(token.raw, token.pair) for token in found if token.pair] == [
        ("**", 1),
        ("[", 2),
        ("*", 3),
        ("*", 3),
        ("](d)", 2),
        ("**", 1),
        ("<i>", 4),
        ("</i>", 4),
    ]


@given(st.text(alphabet="[]()!*_`<>/abAB \"'={}#.:%$&;\\\n~^", max_size=80) | st.text(max_size=80))
def test_covers_any_text_and_nests(text: str) -> None:
    found = tokens(text)
    assert "".join(token.raw for token in found) == text
    assert all(token.raw == text[token.start :][: len(token.raw)] for token in found)
    open_pairs: list[int] = []
    for token in found:
        if token.kind is TokenKind.OPEN:
            open_pairs.append(token.pair)
        elif token.kind is TokenKind.CLOSE:
            assert open_pairs.pop() == token.pair
    assert not open_pairs


BRACKETS = ("[", "![", "](", "](a(b", "[a][", '](a "', "[^", "[!AB ", "https://)")
SIGNS = ("*a ", "*a **b ", "_a*b", "~~a", "`a``", "  \n", "\\", ":a", "$", "&lt;%", "{{", "{#a")
TAGS = ("<a b='", "<!--", "<b><i>")


@pytest.mark.parametrize("unit", [*BRACKETS, *SIGNS, *TAGS])
def test_hostile_text_does_not_run_away(unit: str) -> None:
    text = unit * (150_000 // len(unit))
    with patience():
        assert "".join(token.raw for token in tokens(text)) == text
