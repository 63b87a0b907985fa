"""Segments taken out with the marks that nothing is left of."""

import pytest

from kbeditor.translation.splitting import split


@pytest.mark.parametrize(
    ("body", "gone", "expected"),
    [
        ("a\n\nb\n\nc\n", [1], "a\n\nc\n"),
        ("a\n\nb\n", [1], "a\n"),
        ("a\n\nb", [0], "b"),
        ("a\n# b\nc\n", [1], "a\n\nc\n"),
        ("- a\n- b\n- c\n", [1], "- a\n- c\n"),
        ("a\n\n- b\n- c\n\nd\n", [1, 2], "a\n\nd\n"),
        ("- [ ] a\n  - b\n", [0], "-\n  - b\n"),
        ("1. a\n\n   b\n\n2. c\n", [1], "1. a\n\n2. c\n"),
        ("> a\n>\n> b\n\nc\n", [1], "> a\n\nc\n"),
        (">[!NOTE]\n>\n>a\n\nb\n", [0], "b\n"),
        ("> [!NOTE T]\n> a\n", [0], "> [!NOTE]\n> a\n"),
        ('!!! tip "T"\n    a\n', [0], "!!! tip\n    a\n"),
        ("+++ T\n\na\n\n+++\n", [0], "a\n"),
        ("+++ T\n\na\n\n+++\n", [0, 1], ""),
        ("|a|b|\n|-|-|\n|c|d|\n|e|f|\n", [2, 3], "|a|b|\n|-|-|\n|e|f|\n"),
        ("|a|b|\n|-|-|\n|c|d|\n", [2], "|a|b|\n|-|-|\n||d|\n"),
        ("|a|b|\n|-|-|\n|c|d|\n", [0, 1], "|||\n|-|-|\n|c|d|\n"),
        ("a|b\n-|-\nc|d\n", [2], "a|b\n-|-\n| |d\n"),
        ("x\n\na|b\n-|-\n", [1, 2], "x\n"),
        ("[^1]: a\n\nb", [0], "b"),
        ("T\n:   a\n:   b\n", [1], "T\n:   b\n"),
        ("<div>\n\na\n\n</div>\n\nb\n", [0], "b\n"),
        ("a\n\n```\nb\n```\n\nc\n", [1], "a\n\nc\n"),
        ("a\r\n\r\nb\r\n\r\nc", [1], "a\r\n\r\nc"),
        ("a\n\nb", [7], "a\n\nb"),
    ],
)
def test_without(body: str, gone: list[int], expected: str) -> None:
    left = [
        (it.kind, it.text) for index, it in enumerate(split(body).segments) if index not in gone
    ]
    assert split(body).without(gone) == expected
    assert [(it.kind, it.text) for it in split(expected).segments] == left
