"""Backups of a library: what each is called, what it holds, which of them are kept."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from kbeditor.domain.errors import KbError

ASKED = "asked"
"""Made by hand. The other reasons: the first opening of a day, work going on, leaving …"""
DAY, REGULAR, CLOSING = "day", "regular", "closing"
IMPORT, REPLACE = "import", "replace"
"""… before something brings many changes at once …"""
MIGRATION, RESTORE, REPAIR = "migration", "restore", "repair"
"""… and before the file itself is changed or another one takes its place."""
REASONS = (ASKED, DAY, REGULAR, CLOSING, IMPORT, REPLACE, MIGRATION, RESTORE, REPAIR)

HOURS, DAYS, WEEKS, MONTHS = 12, 7, 4, 12
"""Of so many hours, days, weeks and months in which there was a backup, the newest one is kept."""
KEPT_WHOLE = {
    **dict.fromkeys((ASKED, MIGRATION, RESTORE, REPAIR), timedelta(days=30)),
    **dict.fromkeys((IMPORT, REPLACE), timedelta(days=7)),
}
"""So long those are kept that somebody may look for by their reason, however many there are."""

_NAME = re.compile(r"(\d{8}T\d{6}\.\d{3})Z-([a-z]+)\.kb")
_TIME = "%Y%m%dT%H%M%S.%f"


@dataclass(frozen=True, slots=True)
class Holds:
    """What is in a library's file. `last_edit`: None where nothing was ever written."""

    library_id: str
    name: str
    format_version: int
    articles: int
    categories: int
    texts: int
    words: int
    attachments: int
    locales: tuple[str, ...]
    last_edit: datetime | None


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `holds` is None where it could not be read, and then `problem` says why.

    `seen_at` is when the library was last found to be in this very state still; `sha256` of the
    whole file, "" when it was not noted down; `library` the file it is of.
    """

    path: Path
    taken_at: datetime
    seen_at: datetime
    reason: str
    size: int
    holds: Holds | None = None
    sha256: str = ""
    library: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A backup that could not be written; `error` is why."""

    at: datetime
    reason: str
    folder: str
    code: str
    sentence: str
    details: Mapping[str, object]

    @property
    def error(self) -> KbError:
        """What was raised."""
        return KbError(self.code, self.sentence, **self.details)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: where the former file is now (None: there was none), and the backup of
    the state before (None: it could not be read, or that very state had one already).
    """

    aside: Path | None
    before: Path | None


def file_name(taken_at: datetime, reason: str) -> str:
    """`20261123T201512.345Z-day.kb`: sorts by time, and every system can have such a name."""
    moment = taken_at.astimezone(UTC)
    return f"{moment.strftime(_TIME)[:-3]}Z-{reason}.kb"


def read_name(name: str) -> tuple[datetime, str] | None:
    """When and why a backup was made, by its name; None for a file that is none of ours."""
    found = _NAME.fullmatch(name)
    if found is None or found[2] not in REASONS:
        return None
    try:
        return datetime.strptime(found[1], _TIME).replace(tzinfo=UTC), found[2]
    except ValueError:  # the 45th of a month
        return None


def superfluous(
    backups: Iterable[Backup], now: datetime, zone: tzinfo | None = None
) -> tuple[Backup, ...]:
    """Which backups may go, oldest first. `zone` (None: the system's) says where a day begins.

    The newest one that is sound always stays; damaged ones take no sound one's place.
    """
    ordered = sorted(backups, key=lambda each: each.taken_at, reverse=True)
    sound = [each for each in ordered if not each.problem]
    kept = {each.path for each in (*ordered[:1], *sound[:1])}
    kept |= {each.path for each in ordered if _kept_whole(each, now)}
    for count, key in _PERIODS:
        kept |= _newest_of_each(sound, count, key, zone)
    return tuple(each for each in reversed(ordered) if each.path not in kept)


def _kept_whole(backup: Backup, now: datetime) -> bool:
    return now - backup.taken_at <= KEPT_WHOLE.get(backup.reason, timedelta.min)


_PERIODS: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (HOURS, lambda at: (at.year, at.month, at.day, at.hour)),
    (DAYS, lambda at: (at.year, at.month, at.day)),
    (WEEKS, lambda at: tuple(at.isocalendar())[:2]),
    (MONTHS, lambda at: (at.year, at.month)),
)


def _newest_of_each(
    newest_first: Sequence[Backup],
    count: int,
    key: Callable[[datetime], tuple[int, ...]],
    zone: tzinfo | None,
) -> set[Path]:
    chosen: dict[tuple[int, ...], Path] = {}
    for each in newest_first:
        chosen.setdefault(key(each.taken_at.astimezone(zone)), each.path)
    return set(list(chosen.values())[:count])
