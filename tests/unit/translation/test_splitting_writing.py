"""Other texts in the places of segments: what stays to the byte, what is escaped."""

import pytest

from kbeditor.translation.splitting import split
from tests.helpers.splitting import kept_structure, retold


@pytest.mark.parametrize(
    ("body", "index", "text", "expected"),
    [
        ("# A {#a}  \n\nb", 0, "X\ny {#a}", "# X y {#a}  \n\nb"),
        ("> - one\r\n>   two\r\n", 0, "1\n2\n3", "> - 1\r\n>   2\r\n>   3\r\n"),
        ("> lazy\nhere\n", 0, "1\n2\n3", "> 1\n2\n> 3\n"),
        ("10. one\n", 0, "1\n2", "10. 1\n    2\n"),
        ("* [x] one\n", 0, "1\n2", "* [x] 1\n  2\n"),
        ("[^n]: one", 0, "1\n2", "[^n]: 1\n    2"),
        (">[!TIP] one\n", 0, "1\n2", ">[!TIP] 1\n>2\n"),
        ("a\n\nb", 0, "x\n\n y ", "x\ny\n\nb"),
        ("|a|b|\n|-|-|\n", 0, "x|y\nz", "|x\\|y z|b|\n|-|-|\n"),
        ("|a|b`|\n|-|-|\n", 0, "x`", "|x\\`|b`|\n|-|-|\n"),
        ("```py\na\n```\n", 0, "```\nb", "````py\n```\nb\n````\n"),
        ("- ```\n  a\n\n  b\n  ```\n", 0, "1\n2\n\n3", "- ```\n  1\n  2\n\n  3\n  ```\n"),
        ("    a\n", 0, "1\n\n 2", "    1\n\n     2\n"),
        ('!!! note "T"\n    x', 0, 'a "b"', '!!! note "a "b""\n    x'),
        ("> [!TIP T]\n> x", 0, "a [b]", "> [!TIP a (b)]\n> x"),
    ],
)
def test_marks_around_a_text_stay(body: str, index: int, text: str, expected: str) -> None:
    assert split(body).replaced({index: text}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# no", "\\# no"),
        ("#yes", "#yes"),
        ("12. no", "12\\. no"),
        ("- no", "\\- no"),
        ("*yes*", "*yes*"),
        ("> no", "\\> no"),
        ("yes\n12. yes", "yes\n12. yes"),
        ("yes\n: no", "yes : no"),
        ("yes  \n- no", "yes  \n\\- no"),
        ("a|b\n-|-", "a|b -|-"),
        ("```no", "\\```no"),
        ("---", "\\---"),
        ("<div>no", "\\<div>no"),
        ("<b>yes</b>", "<b>yes</b>"),
        ("[a]: no", "\\[a]: no"),
        ("[yes](b): c", "[yes](b): c"),
        ("{.no}", "\\{.no}"),
        ("[TOC]", "\\[TOC]"),
        ("\t no", "no"),
    ],
)
def test_only_what_would_be_another_block_is_escaped(text: str, expected: str) -> None:
    assert split("before\n\ntext\n\nafter").replaced({1: text}) == f"before\n\n{expected}\n\nafter"


def test_an_item_does_not_become_a_task_and_a_quotation_no_callout() -> None:
    assert split("- a").replaced({0: "[x] a"}) == "- \\[x] a"
    assert split("> a").replaced({0: "[!NOTE] a"}) == "> \\[!NOTE] a"


def test_only_the_text_at_fault_is_escaped() -> None:
    assert split("a\n\nb").replaced({0: "1. x", 1: "see\n2. y"}) == "1\\. x\n\nsee\n2. y"


def test_blank_texts_take_their_segments_away() -> None:
    assert split("a\n\n- b\n- c\n").replaced({0: "A", 1: " \n"}) == "A\n\n- c\n"


def test_every_kind_at_once() -> None:
    body = (
        "# H {#h}\n\ntext\n\n1. item\n   more\n\n   - [ ] task\n\n> said\n> twice\n\n"
        '|a|b|\n|-|-|\n|c\\|d|`e`|\n\n!!! tip "T"\n    in\n\n+++ More\nin\n+++\n\n'
        "Term\n:   Def\n\n[^1]: note\n\n```\ncode\n```\n\n<p>raw</p>\n\nUnder\n=====\n"
    )
    for ends in (body, body.replace("\n", "\r\n"), body.rstrip("\n")):
        document = split(ends)
        texts = [retold(segment) for segment in document.segments]
        assert len(texts) == 19
        changed = document.replaced(dict(enumerate(texts)))
        assert kept_structure(document, texts, changed)
        assert ("\r\n" in changed) == ("\r\n" in ends)
        assert changed.endswith("\n") == ends.endswith("\n")
