"""Places among siblings: there is one between any two, until the gap is used up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbeditor.domain.ordering import GAP, between, spread

PLACES = st.integers(-(10**12), 10**12)


@given(PLACES, PLACES, st.integers(1, 20))
def test_spread_rises_between_its_neighbours(one: int, other: int, count: int) -> None:
    before, after = sorted((one, other))
    for left, right in ((before, after), (None, after), (before, None), (None, None)):
        found = spread(left, right, count)
        if found is None:
            assert left is not None
            assert right is not None
            assert right - left <= count
            continue
        line = [*([] if left is None else [left]), *found, *([] if right is None else [right])]
        assert len(found) == count
        assert all(a < b for a, b in pairwise(line))


@given(PLACES, PLACES)
def test_between_is_between(one: int, other: int) -> None:
    before, after = sorted((one, other))
    middle = between(before, after)
    if middle is None:
        assert after - before < 2
    else:
        assert before < middle < after


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(None, None, GAP), (None, 0, -GAP), (5, None, 5 + GAP), (4, 5, None), (4, 6, 5)],
)
def test_at_the_ends(before: int | None, after: int | None, expected: int | None) -> None:
    assert between(before, after) == expected
