"""Reads what readers of a help centre said: JSON Lines or CSV (see docs/formats.md)."""

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from kbeditor.domain.finding import ReportLine
from kbeditor.domain.votes import FailedSearch, Vote
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.csv_cells import read_text, unguarded
from kbeditor.exchange.csv_cells import rows as csv_rows

MOST_BYTES = 200 * 1024**2
LONGEST = 4_000
"""Characters of a comment or query; what is longer is cut, as no reader types it."""

_LONGEST_NAME = 500  # characters of an id, a locale and the like
_MOST_LINES = 1_000  # of a report that a person is to read
_SUFFIXES = (".jsonl", ".ndjson", ".csv")
_COLUMNS = frozenset({"helpful", "query"})
_PEEK = 4_096
_TRUE = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


@dataclass
class Found:
    """What a file holds. `vote_lines` has the line of each vote by its id."""

    votes: list[Vote] = field(default_factory=list)
    vote_lines: dict[str, int] = field(default_factory=dict)
    searches: list[FailedSearch] = field(default_factory=list)
    lines: list[ReportLine] = field(default_factory=list)
    refused: int = 0

    def refuse(self, source: Path, line: int, why: str) -> None:
        """Tell of a line that makes no sense; of the first thousand each."""
        self.refused += 1
        if self.refused <= _MOST_LINES:
            self.lines.append(ReportLine("warning", "bad_vote", source.name, line, why))


class _Refused(ValueError):
    """A line that is no vote and no search; the message says why."""


def recognises(source: Path) -> bool:
    """Whether a file looks like votes: by its ending, and by its first line."""
    if source.suffix.lower() not in _SUFFIXES or not source.is_file():
        return False
    try:
        with source.open("rb") as file:
            first = file.read(_PEEK).decode("utf-8-sig", "replace").split("\n", 1)[0]
    except OSError:
        return False
    if source.suffix.lower() == ".csv":
        names = {each.strip().strip('"').casefold() for each in _cells(first)}
        return bool(names & _COLUMNS) and "locale" in names
    return first.lstrip().startswith("{") and any(f'"{each}"' in first for each in _COLUMNS)


def _cells(line: str) -> list[str]:
    separator = max(",;\t", key=line.count)
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []


def read(source: Path) -> Found:
    """All votes and failed searches of a file. Raises BadFile when it is not readable as a whole.

    A line that makes no sense is told and left out. What comes twice counts once: by its `id`, else
    by all that it says (so each line needs a `time`). Readers may change their mind or add a
    comment under the same id: the later line counts, with the comment of the earlier one if it
    has none.
    """
    found = Found()
    votes: dict[str, Vote] = {}
    searches: dict[str, FailedSearch] = {}
    for line, values in _entries(source, found):
        try:
            entry = _entry(values)
        except _Refused as error:
            found.refuse(source, line, str(error))
            continue
        if isinstance(entry, Vote):
            votes[entry.id] = newer(votes.get(entry.id), entry)
            found.vote_lines[entry.id] = line
        else:
            searches.setdefault(entry.id, entry)
    if more := found.refused - len(found.lines):
        text = f"{more:,} more lines make no sense."
        found.lines.append(ReportLine("warning", "more", source.name, 0, text))
    found.votes, found.searches = list(votes.values()), list(searches.values())
    return found


def newer(old: Vote | None, new: Vote) -> Vote:
    """Which of two votes under one id counts."""
    if old is None:
        return new
    first, last = sorted((old, new), key=lambda vote: vote.at)
    return replace(last, comment=last.comment or first.comment)


def _entries(source: Path, found: Found) -> Iterator[tuple[int, Mapping[str, object]]]:
    text = read_text(source, MOST_BYTES)
    if source.suffix.lower() == ".csv":
        yield from _table(text, source.name)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            yield number, value
        else:
            found.refuse(source, number, "This line is not a JSON object.")


def _table(text: str, shown: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    def is_header(cells: list[str]) -> bool:
        names = {each.strip().casefold() for each in cells}
        return bool(names & _COLUMNS) and "locale" in names

    rows = csv_rows(text, shown, lambda cells: is_header(list(cells)), 1)
    header = next(rows, None)
    if header is None:
        raise BadFile("no_votes", shown, "no row names the columns “locale” and “helpful”", 1)
    names = [each.strip().casefold() for each in header[1]]
    for number, cells in rows:
        if any(cells):
            yield number, dict(zip(names, map(unguarded, cells), strict=False))


def _entry(values: Mapping[str, object]) -> Vote | FailedSearch:
    locale = _text(values, "locale")
    if not locale:
        raise _Refused("It does not say its locale.")
    at = _time(values)
    said = _text(values, "query").strip()
    kind = _text(values, "type") or ("search" if said else "vote")
    if kind == "search":
        if not said:
            raise _Refused("It does not say what was looked for.")
        key = _text(values, "id") or _digest("search", locale, said, at.isoformat())
        return FailedSearch(key, locale, said[:LONGEST], at)
    article = _text(values, "article")
    if not article:
        raise _Refused("It does not say its article.")
    helpful = _helpful(values)
    revision = _text(values, "revision")
    comment = _text(values, "comment").strip()[:LONGEST]
    words = ("vote", article, locale, revision, str(helpful), comment, at.isoformat())
    key = _text(values, "id") or _digest(*words)
    return Vote(key, article, locale, revision, helpful, comment, at)


def _text(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _Refused(f"“{key}” is not text.")
    if len(value) > _LONGEST_NAME and key not in ("comment", "query"):
        raise _Refused(f"“{key}” is longer than {_LONGEST_NAME} characters.")
    # Lone surrogates cannot be stored, and a NUL is no text.
    return value.encode("utf-8", "replace").decode().replace("\0", "")


def _helpful(values: Mapping[str, object]) -> bool:
    value = values.get("helpful")
    if isinstance(value, bool):
        return value
    known = _TRUE.get(str(value).strip().casefold())
    if known is None:
        raise _Refused("“helpful” is neither true nor false.")
    return known


def _time(values: Mapping[str, object]) -> datetime:
    text = _text(values, "time")
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:  # the first day of the year 1 is the last in UTC
        raise _Refused("“time” is not a time as in 2026-05-17T09:30:00Z.") from error


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
