"""What became of each block from one version of a text to the next."""

import random
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kbeditor.domain.blocks import BlockKind, Segment
from kbeditor.translation.alignment import align_versions, relink, same_but_markup
from kbeditor.translation.sequences import rising, stretches
from kbeditor.translation.splitting.segments import segment
from tests.helpers.patience import patience
from tests.helpers.segments import any_blocks, heading, items, paragraphs, table

SOME = ("one two three", "four five six", "seven eight nine", "ten eleven twelve", "x", "x y")
BLOCKS = any_blocks(SOME)


def changes(old: Sequence[Segment], new: Sequence[Segment]) -> list[tuple[str, str, str]]:
    """What did not stay: the change, the old and the new text."""
    return [
        (
            str(step.change),
            "" if step.old is None else old[step.old].text,
            "" if step.new is None else new[step.new].text,
        )
        for step in align_versions(old, new)
        if step.change != "same"
    ]


@settings(deadline=None)
@given(BLOCKS, BLOCKS)
def test_every_block_stands_in_one_step(old: list[Segment], new: list[Segment]) -> None:
    steps = align_versions(old, new)
    assert sorted(s.old for s in steps if s.old is not None) == list(range(len(old)))
    assert [s.new for s in steps if s.new is not None] == list(range(len(new)))
    for step in steps:
        if step.old is None:
            assert step.change == "new"
        elif step.new is None:
            assert step.change == "removed"
        else:
            same = old[step.old].hash == new[step.new].hash
            assert same or step.change == "edited"


@settings(deadline=None)
@given(BLOCKS)
def test_what_was_not_touched_is_the_same(blocks: list[Segment]) -> None:
    assert [(s.old, s.new, s.change) for s in align_versions(blocks, blocks)] == [
        (at, at, "same") for at in range(len(blocks))
    ]
    assert relink(blocks, blocks) == tuple(range(len(blocks)))


@settings(deadline=None)
@given(BLOCKS, BLOCKS)
def test_no_two_blocks_continue_the_same_one(old: list[Segment], new: list[Segment]) -> None:
    continued = [at for at in relink(old, new) if at is not None]
    assert len(set(continued)) == len(continued)


def test_a_changed_number_is_an_edit_however_alike() -> None:
    old = paragraphs("It is supported by more than 40 vendors.", "Second.")
    new = paragraphs("It is supported by more than 90 vendors.", "Second.")
    assert changes(old, new) == [("edited", old[0].text, new[0].text)]
    assert not same_but_markup(old[0].text, new[0].text)


def test_another_block_in_its_place_is_no_edit() -> None:
    old = paragraphs("Before.", "Refunds take five working days.", "After.")
    new = paragraphs("Before.", "Our office dog is called Bello!", "After.")
    assert {change for change, _, _ in changes(old, new)} == {"removed", "new"}
    assert relink(old, new) == (0, 1, 2)


def test_blocks_that_repeat_stay_with_their_neighbours() -> None:
    old = paragraphs("Click Save.", "Add a user", "Click Save.", "Delete a user", "Click Save.")
    new = paragraphs("Click Save.", "Add a user", "Delete a user", "Click Save.")
    assert changes(old, new) == [("removed", "Click Save.", "")]
    assert [s.old for s in align_versions(old, new) if s.new is None] == [2]


def test_a_list_that_moved() -> None:
    steps = items("Open the shop", "Choose a colour", "Pay by card")
    rest = paragraphs("First of all", "And then there is", "The end of it", "Bye")
    old, new = [*steps, *rest], [*rest, *steps]
    assert changes(old, new) == [("moved", each.text, each.text) for each in steps]
    assert relink(old, new) == (3, 4, 5, 6, 0, 1, 2)


def test_swapped_sections_with_the_same_words_in_both() -> None:
    one = [heading("Linux"), *paragraphs("Unpack the archive.", "For example:", "Run setup.sh.")]
    two = [heading("Windows"), *paragraphs("Start the installer.", "For example:", "Run it now.")]
    found = align_versions([*one, *two], [*two, *one])
    assert {str(step.change) for step in found} == {"same", "moved"}
    assert [step.old for step in found] == [4, 5, 6, 7, 0, 1, 2, 3]


def test_a_section_that_moved_and_was_edited() -> None:
    long = "The invoice is sent to the address that you gave when you opened your account."
    rest = paragraphs("First.", "Second.", "Third.", "Fourth.")
    old = [heading("Invoices"), *paragraphs(long), *rest]
    new = [*rest, heading("Invoices"), *paragraphs(long.replace("is sent", "is always sent"))]
    assert [change for change, _, _ in changes(old, new)] == ["moved", "edited"]


def test_a_row_more_in_a_table_and_a_number_in_another() -> None:
    old = table("Plan | Users | Backup", "Small | 5 | Yes", "Large | 50 | Yes")
    new = table("Plan | Users | Backup", "Small | 5 | Yes", "Team | 20 | Yes", "Large | 90 | Yes")
    assert changes(old, new) == [
        ("new", "", "Team"),
        ("new", "", "20"),
        ("new", "", "Yes"),
        ("edited", "50", "90"),
    ]


def test_a_column_more_in_a_table() -> None:
    old = table("Plan | Users", "Small team | 5 users", "Large team | 50 users")
    new = table("Plan | Price | Users", "Small team | 1 | 5 users", "Large team | 9 | 50 users")
    assert changes(old, new) == [("new", "", "Price"), ("new", "", "1"), ("new", "", "9")]


def test_a_paragraph_that_was_split_goes_on_in_its_longer_half() -> None:
    first = "Observability is the ability to understand a system by examining its outputs."
    then = " In the context of software this means to look at its telemetry data in detail."
    old = paragraphs("Before.", first + then, "After.")
    new = paragraphs("Before.", first, "In software, that is done with traces.", "After.")
    assert ("edited", first + then, first) in changes(old, new)
    assert relink(old, new) == (0, 1, None, 2)


def test_the_title_goes_on_whatever_it_says() -> None:
    old = [segment(BlockKind.TITLE, "Refunds"), *paragraphs("Text.")]
    new = [segment(BlockKind.TITLE, "Money back"), *paragraphs("Text.")]
    assert changes(old, new) == [("edited", "Refunds", "Money back")]


def test_a_paragraph_that_became_a_heading() -> None:
    old = paragraphs("How to cancel your order", "Text.")
    new = [heading("How to cancel your order"), *paragraphs("Text.")]
    assert changes(old, new) == [("edited", old[0].text, new[0].text)]


def test_code_never_goes_on_in_text() -> None:
    old = [segment(BlockKind.CODE, "kbeditor export --locale fr")]
    new = paragraphs("kbeditor export --locale fr")
    assert [change for change, _, _ in changes(old, new)] == ["removed", "new"]
    assert relink(old, new) == (None,)


def test_nothing_on_either_side() -> None:
    some = paragraphs("One.")
    assert align_versions([], []) == ()
    assert changes([], some) == [("new", "", "One.")]
    assert changes(some, []) == [("removed", "One.", "")]
    assert relink([], some) == (None,)


def test_huge_documents_of_little_variety_end_in_time() -> None:
    seed = random.Random(3)
    words = [f"{seed.choice('abc')} word {seed.randrange(4)}" for _ in range(6000)]
    other = [" ".join(seed.choices(["alpha", "beta", "gamma", "delta"], k=9)) for _ in range(3000)]
    repeating, again = paragraphs(*words[:3000]), paragraphs(*words[3000:])
    with patience():
        assert len(relink(repeating, again)) == 3000
        assert len(relink(repeating, paragraphs(*other))) == 3000


def test_markup_alone() -> None:
    assert same_but_markup("See the [price list] now.", "See the **[price list][]** now.")
    assert same_but_markup("Tom &amp; Ann\ncame.", "Tom & Ann came.")
    for old, new in (
        ("See [prices](a.md).", "See [prices](b.md)."),
        ("Run `save`.", "Run `load`."),
        ("A line.", "A line.[^1]"),
        ("2 * 3", "2 3"),
        ('<a href="a">x</a>', '<a href="b">x</a>'),
        ("Prices {#prices}", "Prices {#cost}"),
        ("It costs 40.", "It costs 90."),
    ):
        assert not same_but_markup(old, new)


@given(st.lists(st.integers(0, 9), max_size=12))
def test_the_longest_rising_chain(seconds: list[int]) -> None:
    pairs = list(enumerate(seconds))
    found = rising(pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(found))
    assert set(found) <= set(pairs)
    lengths: list[int] = []
    for second in seconds:
        before = zip(lengths, seconds, strict=False)
        lengths.append(1 + max((n for n, each in before if each < second), default=0))
    assert len(found) == max(lengths, default=0)


@given(st.text("abcd", max_size=20), st.text("abcd", max_size=20))
def test_stretches_cover_both_sides(old: str, new: str) -> None:
    here = there = 0
    was_equal = None
    for equal, a, b, c, d in stretches(old, new):
        assert (a, c) == (here, there)
        assert equal is False or old[a:b] == new[c:d]
        assert equal or was_equal is not False
        here, there, was_equal = b, d, equal
    assert (here, there) == (len(old), len(new))
