"""Which backups are kept, by made-up times; names that say when and why."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kbeditor.domain.backups import REASONS, Backup, file_name, read_name, superfluous

NOW = datetime(2026, 11, 23, 20, 30, tzinfo=UTC)


def backup(at: datetime, reason: str = "regular", problem: str = "") -> Backup:
    return Backup(Path(file_name(at, reason)), at, at, reason, 1, problem=problem)


def left(backups: list[Backup], now: datetime = NOW) -> list[Backup]:
    gone = {each.path for each in superfluous(backups, now, UTC)}
    return [each for each in backups if each.path not in gone]


def every(step: timedelta, count: int, **more: str) -> list[Backup]:
    """The newest stands first."""
    return [backup(NOW - step * number, **more) for number in range(count)]


def test_a_year_of_half_hours_is_thinned_out_to_hours_days_weeks_and_months() -> None:
    kept = [each.taken_at for each in left(every(timedelta(minutes=30), 2 * 24 * 366))]
    ages = [NOW - each for each in kept]
    assert kept[:12] == [NOW - timedelta(hours=n) for n in range(12)]  # the later of each two
    last_of_days = [datetime(2026, 11, day, 23, 30, tzinfo=UTC) for day in range(22, 16, -1)]
    assert [each for each in kept[12:] if each > datetime(2026, 11, 17, tzinfo=UTC)] == last_of_days
    assert datetime(2026, 11, 15, 23, 30, tzinfo=UTC) in kept  # a week's last
    assert datetime(2025, 12, 31, 23, 30, tzinfo=UTC) in kept  # the twelfth month
    assert len(kept) == 12 + 6 + 2 + 11  # weeks and months that the days do not speak for
    assert max(ages) < timedelta(days=366)


def test_thinning_out_what_is_thinned_out_changes_nothing() -> None:
    kept = left(every(timedelta(minutes=37), 3000))
    assert left(kept) == kept


def test_hours_without_a_backup_do_not_count() -> None:
    """After a month away the hours before it are still there."""
    old = [backup(NOW - timedelta(days=31) - timedelta(hours=n)) for n in range(11)]
    assert left([backup(NOW), *old]) == [backup(NOW), *old]


def test_an_empty_list_and_a_single_one() -> None:
    assert superfluous([], NOW) == ()
    old = backup(NOW - timedelta(days=4000))
    assert superfluous([old], NOW) == ()


@pytest.mark.parametrize(
    ("reason", "days"),
    [("migration", 30), ("restore", 30), ("repair", 30), ("asked", 30), ("import", 7)],
)
def test_those_before_something_are_kept_for_a_while(reason: str, days: int) -> None:
    at = NOW.replace(minute=10)
    long_ago = NOW - timedelta(days=days)
    crowd = [backup(long_ago + timedelta(minutes=n)) for n in range(1, 300)]
    special = backup(long_ago, reason)
    assert special in left([*every(timedelta(hours=1), 500), *crowd, special])
    later = NOW + timedelta(minutes=1)
    assert special not in left([*every(timedelta(hours=1), 500), *crowd, special], later)
    assert backup(at, reason) in left([backup(NOW), backup(at, reason)])


def test_the_last_good_one_is_never_deleted() -> None:
    good = backup(NOW - timedelta(days=800))
    bad = every(timedelta(minutes=1), 600, problem="malformed")
    kept = left([*bad, good])
    assert good in kept
    assert len(kept) == 2  # and the newest, that one sees what became of it


def test_a_damaged_one_takes_no_good_ones_place() -> None:
    good = backup(NOW - timedelta(minutes=20))
    bad = backup(NOW - timedelta(minutes=5), problem="malformed")
    newer = backup(NOW)
    assert left([newer, bad, good]) == [newer]
    assert left([bad, good]) == [bad, good]


def test_days_are_those_of_the_place() -> None:
    """Two backups of one day in Tokyo lie in two days of Greenwich."""
    tokyo = timezone(timedelta(hours=9))
    now = datetime(2026, 11, 23, 3, tzinfo=UTC)
    first = [backup(now - timedelta(hours=n)) for n in range(12)]
    evening = backup(datetime(2026, 11, 21, 16, tzinfo=UTC))  # the 22nd in Tokyo
    morning = backup(datetime(2026, 11, 22, 14, tzinfo=UTC))
    everything = [*first, morning, evening]
    assert evening not in superfluous(everything, now, UTC)
    assert superfluous(everything, now, tokyo) == (evening,)


@pytest.mark.parametrize("reason", REASONS)
def test_a_name_says_when_and_why(reason: str) -> None:
    at = datetime(2026, 2, 3, 4, 5, 6, 789_000, tzinfo=timezone(timedelta(hours=1)))
    name = file_name(at, reason)
    assert name == f"20260203T030506.789Z-{reason}.kb"
    assert read_name(name) == (at, reason)


@pytest.mark.parametrize(
    "name",
    [
        "shop.kb",
        "20260203T030506.789Z-day.kb.json",
        ".20260203T030506.789Z-day.kb.1a2b3c4d.new",
        "20260203T030506.789Z-lunch.kb",
        "20261345T030506.789Z-day.kb",
    ],
)
def test_other_files_are_none_of_ours(name: str) -> None:
    assert read_name(name) is None
