"""Two versions of a text laid beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbeditor.domain.line_map import LineMap
from kbeditor.domain.versions import Content, Part
from kbeditor.domain.word_diff import Piece
from kbeditor.translation.comparing import compare, count_changes, diff_words, paragraphs


def changed(old: str, new: str) -> list[tuple[str, str, str]]:
    """What became of the paragraphs: change, what it said, what it says."""
    found = compare(Content("", "", (), old), Content("", "", (), new))
    return [(part.change, *sides(part)) for part in found.parts]


def sides(part: Part) -> tuple[str, str]:
    was = "".join(piece.text for piece in part.pieces if piece.kind != "new")
    now = "".join(piece.text for piece in part.pieces if piece.kind != "gone")
    return was, now


def test_paragraphs_know_their_lines_and_fences_hold_together() -> None:
    body = "One.\nTwo.\n\n\n```\ncode\n\nmore\n```\nbelow\n\n~~~ md\n```\n\n~~~~\n\nLast."
    assert [(each.line, each.end_line) for each in paragraphs(body)] == [
        (1, 2),
        (5, 10),
        (12, 15),
        (17, 17),
    ]
    assert paragraphs("```\nnever\n\nclosed\n\n")[0].text == "```\nnever\n\nclosed"
    assert paragraphs("\n \n") == []


def test_an_edited_paragraph_stands_beside_what_it_was() -> None:
    old = "First of all.\n\nOpen the page of the order.\n\nThen wait."
    new = "First of all.\n\nA new one here.\n\nOpen the page of the parcel.\n\nThen wait."
    assert changed(old, new) == [
        ("same", "First of all.", "First of all."),
        ("new", "", "A new one here."),
        ("edited", "Open the page of the order.", "Open the page of the parcel."),
        ("same", "Then wait.", "Then wait."),
    ]


def test_what_went_is_shown_where_it_stood() -> None:
    assert changed("One.\n\nGone away.\n\nThree.", "One.\n\nThree.") == [
        ("same", "One.", "One."),
        ("removed", "Gone away.", ""),
        ("same", "Three.", "Three."),
    ]


def test_what_moved_is_shown_once() -> None:
    old = "Alpha one.\n\nBeta two.\n\nGamma three.\n\nDelta four."
    new = "Delta four.\n\nAlpha one.\n\nBeta two.\n\nGamma three."
    found = changed(old, new)
    assert found[0] == ("moved", "Delta four.", "Delta four.")
    assert [each[0] for each in found] == ["moved", "same", "same", "same"]


def test_fields_are_compared_too() -> None:
    found = compare(
        Content("Old title", "Sum", ("a", "b"), ""), Content("New title", "", ("a", "c"), "")
    )
    assert [(part.field, part.change) for part in found.parts] == [
        ("title", "edited"),
        ("summary", "removed"),
        ("keywords", "edited"),
    ]
    assert found.changes == 3


def test_each_part_knows_the_heading_above_it() -> None:
    old = "# Top\n\nWords.\n\n## Below {#b}\n\nMore words here."
    found = compare(Content("", "", (), old), Content("", "", (), old + " Even more."))
    assert found.parts[-1].heading == "Below"


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("one two", "one two", [("same", "one two")]),
        ("", "", []),
        ("one two", "one three", [("same", "one "), ("gone", "two"), ("new", "three")]),
        ("a b c", "x y c", [("gone", "a b"), ("new", "x y"), ("same", " c")]),
        ("a b", "a, b", [("same", "a"), ("new", ","), ("same", " b")]),
        (
            "a\nb",
            "x\ny",
            [("gone", "a"), ("new", "x"), ("same", "\n"), ("gone", "b"), ("new", "y")],
        ),
    ],
)
def test_words_are_compared_without_crumbs(
    old: str, new: str, pieces: list[tuple[str, str]]
) -> None:
    assert diff_words(old, new) == tuple(Piece(*each) for each in pieces)


WORDS = st.lists(st.sampled_from(["a", "b", "## c", "d e", "", "```", "\n"]), max_size=30)


@given(WORDS, WORDS)
def test_both_versions_can_be_read_from_what_is_shown(one: list[str], other: list[str]) -> None:
    old, new = "\n\n".join(one), "\n\n".join(other)
    found = compare(Content("", "", (), old), Content("", "", (), new)).parts
    assert [sides(part)[1] for part in found if part.new_lines[0]] == [
        each.text for each in paragraphs(new)
    ]
    was = {part.old_lines: sides(part)[0] for part in found if part.old_lines[0]}
    assert was == {(each.line, each.end_line): each.text for each in paragraphs(old)}


def test_words_that_came_and_went_are_counted() -> None:
    assert count_changes("", "one two two") == (3, 0)
    assert count_changes("one\ntwo\nthree", "three\none\nfour") == (1, 1)
    assert count_changes("one two", "two one") == (0, 0)


def test_lines_of_two_versions_stand_beside_each_other() -> None:
    parts = compare(
        Content("", "", (), "a one\n\nb two\n\nc three"),
        Content("", "", (), "a one\n\nnew words\n\nmore of it\n\nb two\n\nc three"),
    ).parts
    lines = LineMap(parts, 6, 10)
    assert lines.to_new(1) == 1
    assert lines.to_new(3) == 7
    assert lines.to_old(9) == 5
    assert 1 < lines.to_old(4) < 3
    assert lines.to_new(99) == 10
    assert lines.to_old(0) == 1
