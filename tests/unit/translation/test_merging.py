"""Merging what two made of one text: nothing of either is lost, and both sides count alike."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbeditor.domain.merging import Merged, Origin, Stretch, Words
from kbeditor.translation.merging import merge, merge_body, merge_line, merge_set

BASE = """Intro one two three four five six seven.

# Head

- a
- b

```python
x = 1

y = 2
z = 3
```

| A | B |
|---|---|
| 1 | 2 |
| 3 | 4 |

End."""


def changed(*pairs: tuple[str, str]) -> str:
    body = BASE
    for old, new in pairs:
        assert old in body
        body = body.replace(old, new)
    return body


def swapped(merged: Merged) -> Merged:
    other = {Origin.MINE: Origin.THEIRS, Origin.THEIRS: Origin.MINE}
    return replace(
        merged,
        stretches=tuple(
            replace(
                each,
                origin=other.get(each.origin, each.origin),
                mine=each.theirs,
                theirs=each.mine,
            )
            for each in merged.stretches
        ),
    )


# ------------------------------------------------------------------ examples


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ([("# Head", "# Title")], [("End.", "The end.")], ["# Title", "The end."]),
        ([("# Head", "# Title")], [("- a", "- aa")], ["# Title\n\n- aa\n- b"]),
        ([("- b", "- b\n- c")], [("- a\n", "")], ["# Head\n\n- b\n- c\n\n```"]),
        ([("| 1 | 2 |", "| 1 | two |")], [("| 3 | 4 |", "| 3 | four |")], ["two |\n| 3 | four |"]),
        ([("one", "ONE")], [("seven", "SEVEN")], ["Intro ONE two three four five six SEVEN."]),
        ([("x = 1", "x = 11")], [("z = 3", "z = 33")], ["x = 11\n\ny = 2\nz = 33\n```"]),
        ([("End.", "End.\n\nMore.")], [("# Head", "## Head")], ["## Head", "End.\n\nMore."]),
        ([("\n\nEnd.", "")], [("| 1 | 2 |\n", "")], ["-|\n| 3 | 4 |"]),
    ],
)
def test_changes_at_different_places_merge_by_themselves(
    mine: list[tuple[str, str]], theirs: list[tuple[str, str]], both: list[str]
) -> None:
    merged = merge_body(BASE, changed(*mine), changed(*theirs))
    assert merged.clashes == ()
    assert merged.settled
    for words in both:
        assert words in merged.text()
    expected = BASE
    for old, new in (*mine, *theirs):
        expected = expected.replace(old, new)
    assert merged.text() == expected


@pytest.mark.parametrize(
    ("old", "mine", "theirs"),
    [
        ("End.", "The end, mine.", "The end, theirs."),
        ("four", "vier", "quatre"),
        ("four five", "4 five", "four 5"),  # too near to each other
        ("- a\n", "- mine\n", ""),  # edited here, taken out there
        ("y = 2", "y = 22", "y = 222"),
        ("| 3 | 4 |", "| 3 | x |", "| 3 | y |"),
    ],
)
def test_the_same_block_changed_by_both_is_to_be_decided(old: str, mine: str, theirs: str) -> None:
    my, their = changed((old, mine)), changed((old, theirs))
    merged = merge_body(BASE, my, their)
    [at] = merged.clashes
    clash = merged.stretches[at]
    assert merged.text() == my
    assert merged.text({at: clash.mine}) == my
    assert merged.text({at: clash.theirs}) == their
    assert mine.strip() in clash.mine
    assert theirs in clash.theirs


def test_both_put_something_at_the_same_place() -> None:
    merged = merge_body(BASE, changed(("- b", "- b\n- c")), changed(("- b", "- b\n- d")))
    [at] = merged.clashes
    clash = merged.stretches[at]
    assert (clash.base, clash.mine, clash.theirs) == ("", "- c", "- d")
    assert "- b\n- c\n- d\n\n```" in merged.text({at: clash.both})
    assert "- b\n\n```" in merged.text({at: ""})
    merged = merge_body("A.", "A.\n\nMine.", "A.\n\nTheirs.")
    [at] = merged.clashes
    assert merged.text({at: merged.stretches[at].both}) == "A.\n\nMine.\n\nTheirs."


def test_what_one_puts_in_goes_beside_what_the_other_changed() -> None:
    merged = merge_body("A.\n\nB.\n\nC.", "A.\n\nNew.\n\nB.\n\nC.", "A.\n\nBb.\n\nC.")
    assert (merged.clashes, merged.text()) == ((), "A.\n\nNew.\n\nBb.\n\nC.")


def test_two_blocks_beside_each_other_are_two_changes() -> None:
    merged = merge_body("A.\n\nB.\n\nC.", "A.\n\nXyz.\n\nC.", "A.\n\nB.\n\nUvw.")
    assert (merged.clashes, merged.text(), merged.settled) == ((), "A.\n\nXyz.\n\nUvw.", 2)


def test_a_fence_put_around_what_the_other_edits_is_to_be_decided() -> None:
    base = "A.\n\nB b b.\n\nC.\n\nD."
    mine = "A.\n\n```\nB b b.\n\nC.\n```\n\nD."
    merged = merge_body(base, mine, base.replace("b b", "b x"))
    assert len(merged.clashes) == 1
    assert merged.text() == mine


def test_fields_of_one_block() -> None:
    assert merge_line("A", "B", "A") == Merged((Stretch(Origin.MINE, "B", "\n", "A", "B", "A"),))
    assert merge_line("A", "B", "C").clashes == (0,)
    assert merge_line("A", "", "").text() == ""
    long = "one two three four five six"
    words = merge_line(long, long.replace("one", "1"), long.replace("six", "6"), by_words=True)
    assert words.text() == "1 two three four five 6"


def test_keywords_are_a_set() -> None:
    assert merge_set("abc", "bcx", "aby") == ("b", "x", "y")
    assert merge_set("ab", "ba", "ab") == ("b", "a")


def test_all_fields_are_counted() -> None:
    base = Words("Title", "Sum", ("a",), "One.\n\nTwo.")
    mine = Words("My title", "Sum", ("a", "b"), "One!\n\nTwo.")
    theirs = Words("Their title", "Summary", ("a",), "One.\n\nTwo.\n\nThree.")
    merged = merge(base, mine, theirs)
    assert (merged.clashes, merged.settled) == (1, 3)
    assert merged.words == Words("My title", "Summary", ("a", "b"), "One!\n\nTwo.\n\nThree.")


# ------------------------------------------------------------------ whatever is written

words = st.sampled_from(
    ["alpha", "beta", "gamma", "delta", "zeta", "été", "你好", "مرحبا", "_it_", "**b**", "`c`"]
)
lines = st.lists(words, min_size=1, max_size=6).map(" ".join)
blocks = st.one_of(
    lines,
    lines.map("# {}".format),
    lines.map("- {}".format),
    lines.map("> {}".format),
    lines.map("| {} | x |".format),
    st.lists(lines, min_size=1, max_size=3).map(lambda many: "```\n" + "\n\n".join(many) + "\n```"),
    st.lists(lines, min_size=2, max_size=3).map("\n".join),
)
gaps = st.sampled_from(["\n\n", "\n\n", "\n", "\n\n\n", " \n\n"])
bodies = st.lists(st.tuples(blocks, gaps), max_size=7).map(
    lambda many: "".join(block + gap for block, gap in many)
)
wild = st.text(alphabet="ab#-|>`\n\n  *1.[]:<!=é", max_size=60)


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str, str]:
    """A body and two that were made of it."""
    base = draw(st.lists(st.tuples(blocks, gaps), max_size=7))

    def edited(tag: str) -> str:
        made: list[str] = []
        for block, gap in base:
            what = draw(st.sampled_from("kkkkkedi"))
            if what == "d":
                continue
            if what == "i":
                made += [f"{tag}{len(made)} {draw(lines)}", "\n\n"]
            elif what == "e":
                block = (
                    block.replace(" ", f" {tag}{len(made)} ", 1) if " " in block else block + "x"
                )
            made += [block, gap]
        return "".join(made)

    return "".join(block + gap for block, gap in base), edited("mine"), edited("theirs")


any_versions = st.one_of(versions(), st.tuples(bodies, bodies, bodies), st.tuples(wild, wild, wild))


@given(any_versions)
@settings(max_examples=300, deadline=None)
def test_who_alone_changed_something_is_followed(three: tuple[str, str, str]) -> None:
    base, other, _ = three
    for mine, theirs in ((base, other), (other, base), (other, other)):
        merged = merge_body(base, mine, theirs)
        assert merged.clashes == ()
        assert merged.text() == other


@given(any_versions)
@settings(max_examples=300, deadline=None)
def test_both_sides_count_alike(three: tuple[str, str, str]) -> None:
    base, mine, theirs = three
    assert swapped(merge_body(base, mine, theirs)) == merge_body(base, theirs, mine)


@given(any_versions)
@settings(max_examples=500, deadline=None)
def test_no_word_of_either_side_is_lost(three: tuple[str, str, str]) -> None:
    base, mine, theirs = three
    merged = merge_body(base, mine, theirs)
    clashes = [merged.stretches[at] for at in merged.clashes]
    found = " ".join((merged.text(), *(f"{each.mine} {each.theirs}" for each in clashes)))
    kept = set(re.findall(r"\w+", base))
    new = set(re.findall(r"\w+", mine + " " + theirs)) - kept
    assert new <= set(re.findall(r"\w+", found))


@given(any_versions)
@settings(max_examples=300, deadline=None)
def test_taking_one_side_everywhere_keeps_what_only_the_other_changed(
    three: tuple[str, str, str],
) -> None:
    base, mine, theirs = three
    merged = merge_body(base, mine, theirs)
    for side in ("mine", "theirs"):
        text = merged.text({at: getattr(merged.stretches[at], side) for at in merged.clashes})
        again = merge_body(text, text, text)
        assert again.text() == text
        for each in merged.stretches:
            if each.origin in (Origin.MINE, Origin.THEIRS, Origin.BOTH, Origin.WORDS):
                assert each.text in text
