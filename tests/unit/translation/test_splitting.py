"""What of a text is a segment, of which kind, saying what."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbeditor.domain.blocks import BlockKind
from kbeditor.translation.splitting import segment_hash, split, text_segments
from tests.helpers.patience import patience
from tests.helpers.splitting import renderer_blocks, splitter_blocks

KINDS = [
    ("one\ntwo  \n  three \n", [("paragraph", "one\ntwo  \nthree", "")]),
    ("# A `#` B ## {#id}\n", [("heading", "A `#` B ## {#id}", "")]),
    ("## Closed ##\n", [("heading", "Closed", "")]),
    ("C#\n===\ntext", [("heading", "C#", ""), ("paragraph", "text", "")]),
    ("- [x] done\n- [ ]\n", [("item", "done", "list item"), ("item", "[ ]", "list item")]),
    (
        "1. one\n   more\n\n   para\n",
        [("item", "one\nmore", "list item"), ("paragraph", "para", "list item")],
    ),
    ("* a\n    * b\n", [("item", "a", "list item"), ("item", "b", "list item list item")]),
    (
        "1. a\n\n  b\n\n2. c",
        [("item", "a", "list item"), ("paragraph", "b", "list item"), ("item", "c", "list item")],
    ),
    ("> said\nlazily\n", [("quote", "said\nlazily", "quote")]),
    (">[!NOTE]\n>\n>text\n", [("paragraph", "text", "callout")]),
    (
        "> [!TIP Own title] rest\n> more\n",
        [("caption", "Own title", "callout"), ("paragraph", "rest\nmore", "callout")],
    ),
    ("> [!UICONTROL Save] it\n", [("quote", "[!UICONTROL Save] it", "quote")]),
    (
        '!!! note "Of *note*"\n    in\n\nout',
        [
            ("caption", "Of *note*", "admonition"),
            ("paragraph", "in", "admonition"),
            ("paragraph", "out", ""),
        ],
    ),
    ("??? tip\n    in\n", [("paragraph", "in", "admonition")]),
    (
        "+++ More\nin\n+++\nout",
        [
            ("caption", "More", "collapsible"),
            ("paragraph", "in", "collapsible"),
            ("paragraph", "out", ""),
        ],
    ),
    ('>[!BEGINSHADEBOX "T"]\n\nin\n\n>[!ENDSHADEBOX]\n', [("paragraph", "in", "shade")]),
    (
        "Term\nOther\n:   One\n    two\n\n    three\n",
        [
            ("term", "Term", "definitions"),
            ("term", "Other", "definitions"),
            ("definition", "One\ntwo", "definitions definition"),
            ("paragraph", "three", "definitions definition"),
        ],
    ),
    (
        "a[^1]\n\n[^1]: note\n    more\n",
        [("paragraph", "a[^1]", ""), ("footnote", "note\nmore", "footnote")],
    ),
    (
        "a|b\n-|-\n`x|y`|\\|\n||last|\n",
        [
            ("cell", "a", "table row"),
            ("cell", "b", "table row"),
            ("cell", "`x|y`", "table row"),
            ("cell", "|", "table row"),
            ("cell", "last", "table row"),
        ],
    ),
    ("```py\n a\n\nb\n```\n", [("code", " a\n\nb", "")]),
    ("- ~~~\n  x\n  ~~~\n", [("code", "x", "list item")]),
    ("    x\n\n      y\n\n", [("code", "x\n\n  y", "")]),
    ("```\n\n```\n", []),
    ("<div>\n\ntext\n\n</div>\n", [("paragraph", "text", "html")]),
    (
        "<details>\n<summary>More</summary>\n\nin\n\n</details>",
        [("caption", "More", "html"), ("paragraph", "in", "html")],
    ),
    ("<p>raw\n</p>\ntext", [("html", "<p>raw\n</p>", ""), ("paragraph", "text", "")]),
    ("<!-- no\n\ntext -->\nyes", [("paragraph", "yes", "")]),
    ("[TOC]\n\n[a]: https://example.com 'T'\n*[HTML]: Words\n\n---\n", []),
    ("text\n{: .wide}\n\n{#id}\n", [("paragraph", "text", "")]),
    ("![alt](a.png)\n", [("paragraph", "![alt](a.png)", "")]),
    ("---\ntitle: T\n---\ntext\n", [("paragraph", "text", "")]),
    ("---\n\nA *first*: text\n\n---\n", [("paragraph", "A *first*: text", "")]),
    ("\tcode\n\n-\titem\n", [("code", "code", ""), ("item", "item", "list item")]),
    ("a\rb\r\n\r\nc\x0cd\u2028e", [("paragraph", "a\nb", ""), ("paragraph", "c\x0cd\u2028e", "")]),
    ("", []),
    (" \n\u00a0\n\t\n", []),
]


@pytest.mark.parametrize(("body", "expected"), KINDS)
def test_segments(body: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(it.kind.value, it.text, " ".join(it.path)) for it in split(body).segments]
    assert found == expected


# Front matter is the importer's, not the renderer's.
@pytest.mark.parametrize("body", [body for body, _ in KINDS if not body.startswith("---\ntitle")])
def test_the_renderer_sees_the_same_blocks(body: str) -> None:
    assert splitter_blocks(body) == renderer_blocks(body)


def test_lines_levels_and_offsets() -> None:
    body = "# One\n\n- a\n  b\n\n### Two\n"
    document = split(body)
    places = [(it.line, it.end_line, it.level) for it in document.segments]
    assert places == [(1, 1, 1), (3, 4, 0), (6, 6, 3)]
    assert [body[slice(*document.offsets(index))] for index in range(3)] == ["One", "a\n  b", "Two"]


def test_words_count_what_is_translated() -> None:
    document = split(
        "Two [words](https://example.com) `code`\n\n    not these\n\n<p>nor this</p>\n"
    )
    assert [it.words for it in document.segments] == [2, 0, 0]


def test_a_hash_is_over_kind_and_words_not_over_white_space() -> None:
    assert segment_hash(BlockKind.ITEM, "a  b\nc ") == segment_hash(BlockKind.ITEM, "a b c")
    assert segment_hash(BlockKind.ITEM, "a b") != segment_hash(BlockKind.CELL, "a b")
    assert segment_hash(BlockKind.ITEM, "a b") != segment_hash(BlockKind.ITEM, "a B")
    assert len(segment_hash(BlockKind.ITEM, "\ud800")) == 32


def test_fields_come_first_and_empty_ones_are_left_out() -> None:
    segments = text_segments("T", " ", ("a", "b"), "text")
    assert [(it.kind.value, it.text, it.line) for it in segments] == [
        ("title", "T", 0),
        ("keywords", "a, b", 0),
        ("paragraph", "text", 1),
    ]
    assert text_segments("", "", (), "") == ()


PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "a",
        "word ",
        "> ",
        "- ",
        "* ",
        "1. ",
        "2) ",
        "    ",
        "  ",
        "\t",
        "#",
        "## ",
        "```",
        "~~~",
        "|",
        "|-|-|",
        "---",
        "===",
        ": ",
        "[^1]: ",
        "[a]: b",
        "!!! note",
        '"T"',
        "??? tip",
        "+++",
        "+++ T",
        "<div>",
        "</div>",
        "<p>",
        "<!--",
        "-->",
        "[TOC]",
        "{: .x}",
        "[ ] ",
        "> [!NOTE] ",
        "[!TIP T]",
        ">[!BEGINSHADEBOX]",
        ">[!ENDSHADEBOX]",
        "\\",
        "`",
        "\u00a0",
        "\x00",
    ]
)


@settings(max_examples=600, deadline=None, derandomize=True, database=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_split_and_kept(body: str) -> None:
    document = split(body)
    assert document.replaced({}) == body
    same = {index: it.text for index, it in enumerate(document.segments)}
    assert document.replaced(same) == body
    last = 0
    for index, it in enumerate(document.segments):
        start, end = document.offsets(index)
        assert last <= start < end <= len(body)
        assert it.text.strip()
        last = end


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(PIECES, max_size=20).map("".join), st.lists(PIECES, max_size=20).map("".join))
def test_what_a_text_said_before_changes_nothing_of_what_it_says(old: str, new: str) -> None:
    assert split(new, split(old + new)).segments == split(new).segments


@pytest.mark.parametrize(
    "piece",
    [
        "> ",
        "<div>\n\n",
        "- ```\n\n",
        "| `",
        "+++ T\n",
        ">[!BEGINSHADEBOX]\n",
        "<!--\n",
        "- ",
        "[^a]: x\n",
        "a\n: b\n",
        "    ",
        "> a\nb|c\n",
        "!!! note\n    ",
        "1. a\n   - b\n\n     c\n",
    ],
)
def test_hostile_repetition_does_not_run_away(piece: str) -> None:
    body = piece * (60_000 // len(piece))
    with patience():
        assert split(body).replaced({}) == body
