"""Which of many copies are kept."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kbeditor.domain.thinning import superfluous

NOW = datetime(2026, 5, 3, 12, 30, tzinfo=UTC)


def ago(**how: float) -> datetime:
    return NOW - timedelta(**how)


def test_all_of_a_day_stay() -> None:
    assert superfluous([ago(minutes=each) for each in range(0, 24 * 60, 7)], NOW) == []


def test_of_an_hour_of_last_week_the_newest_stays() -> None:
    moments = [ago(days=2, minutes=each) for each in (0, 10, 20, 40)]  # 12:30, 12:20, 12:10, 11:50
    assert superfluous(moments, NOW) == [1, 2]


def test_then_one_a_day_and_one_a_week() -> None:
    days = [ago(days=30, hours=each) for each in (0, 3, 11, 20)]
    assert superfluous(days, NOW) == [1, 2]
    # 2025-11-04 is a Tuesday; the stretches of a week begin on Thursdays, as time itself did.
    weeks = [datetime(2025, 11, day, tzinfo=UTC) for day in (4, 5, 6, 12, 13)]
    assert superfluous(weeks, NOW) == [0, 2]


@given(st.lists(st.integers(0, 400 * 24 * 60), max_size=60), st.integers(0, 90 * 24 * 60))
def test_the_newest_stays_and_what_is_kept_is_kept_again(ages: list[int], later: int) -> None:
    moments = [ago(minutes=each) for each in ages]
    going = set(superfluous(moments, NOW))
    left = [each for index, each in enumerate(moments) if index not in going]
    assert superfluous(left, NOW) == []
    assert not moments or max(moments) in left
    # Thinned today and again later leaves as much as thinned later alone, or a neighbour of it.
    then = NOW + timedelta(minutes=later)
    direct = len(moments) - len(superfluous(moments, then))
    in_steps = len(left) - len(superfluous(left, then))
    assert in_steps == direct
