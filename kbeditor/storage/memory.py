"""The translation memory's rows and the index of their trigrams.

A row's id says its locale and the length of its source, so that FTS5, which keeps its lists in the
order of ids, walks only those of one locale that are neither too short nor too long.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from kbeditor.domain.units import MemoryUnit
from kbeditor.storage.chunks import chunked
from kbeditor.translation.memory import memory_hash, normalised

_STEP, _LENGTHS, _NUMBERS = 8, 10, 22  # characters told apart; bits below the 18 of the locale
_LONGEST_TOLD = (1 << _LENGTHS) - 1
_ALL_NUMBERS = (1 << _NUMBERS) - 1

_INSERT = text(
    "INSERT INTO memory (id, locale, source_hash, prev_hash, next_hash, origin, text_id, block_id, "
    "created_at, source, target) VALUES (:id, :locale, :source_hash, :prev_hash, :next_hash, "
    ":origin, :text_id, :block_id, :created_at, :source, :target)"
)
_INDEX = text("INSERT INTO memory_trigram (rowid, source) VALUES (:id, :indexed)")
_UNINDEX = text(
    "INSERT INTO memory_trigram (memory_trigram, rowid, source) VALUES ('delete', :id, :indexed)"
)
_DELETE = text("DELETE FROM memory WHERE id = :id")
_UPDATE = text(
    "UPDATE memory SET target = :target, prev_hash = :prev_hash, next_hash = :next_hash, "
    "created_at = :created_at WHERE id = :id"
)
_LAST = text("SELECT max(id) FROM memory WHERE id BETWEEN :first AND :last")

SHOWN = "m.source, m.target, coalesce(t.title, m.origin), t.owner_id, m.created_at"
"""What is shown of rows, over `ROWS`: where it comes from is called as it is called now."""

ROWS = "memory m LEFT JOIN text t ON t.id = m.text_id"


@dataclass(frozen=True, slots=True)
class Entry:
    """A pair for the memory. `block_id` and the hashes of the source blocks around it: of a text's
    own pairs; `origin`: of those from a file.
    """

    source: str
    target: str
    created_at: str  # ISO 8601, UTC
    origin: str = ""
    block_id: str | None = None
    prev_hash: str = ""
    next_hash: str = ""


def replace_text(session: Session, text_id: int, locale: str, entries: Sequence[Entry]) -> None:
    """Make the rows of one translation agree with its pairs; only what differs is written."""
    rows = session.execute(
        text(
            "SELECT id, block_id, source, target, prev_hash, next_hash FROM memory "
            "WHERE text_id = :text_id"
        ),
        {"text_id": text_id},
    )
    old = {(row.block_id, row.source): row for row in rows}
    changed: list[dict[str, Any]] = []
    new: list[Entry] = []
    for entry in entries:
        row = old.pop((entry.block_id, entry.source), None)
        if row is None:
            new.append(entry)
        elif tuple(row)[3:] != (entry.target, entry.prev_hash, entry.next_hash):
            changed.append({"id": row.id, **_values(entry)})
    _remove(session, [(row.id, row.source) for row in old.values()])
    if changed:
        session.execute(_UPDATE, changed)
    add(session, locale, new, text_id)


def forget_texts(session: Session, text_ids: Iterable[int]) -> None:
    """Take out all that was derived from some texts."""
    for some in chunked(list(text_ids)):
        _remove(session, _where(session, f"text_id IN ({','.join(map(str, some))})"))


def add(
    session: Session, locale: str, entries: Sequence[Entry], text_id: int | None = None
) -> None:
    """Add pairs of one locale; `text_id` when they are that translation's own."""
    rows = [
        {"locale": locale, "text_id": text_id, "indexed": normalised(entry.source)} | _values(entry)
        for entry in entries
    ]
    free: dict[int, int] = {}
    for row in rows:
        first = _first_id(locale, len(row["indexed"]))
        row["id"] = free.get(first) or _free_id(session, first)
        free[first] = row["id"] + 1
    if rows:
        # In the order of ids: at one lower than the last, FTS5 begins a new piece of its index.
        rows.sort(key=lambda row: row["id"])
        session.execute(_INSERT, rows)
        session.execute(_INDEX, rows)


def of_origin(session: Session, origin: str, locale: str, most: int = -1) -> tuple[Entry, ...]:
    """What came from a file in a locale: all, or at most so many pairs."""
    rows = session.execute(
        text(
            "SELECT source, target, created_at FROM memory "
            "WHERE text_id IS NULL AND origin = :origin AND locale = :locale "
            "ORDER BY id LIMIT :most"
        ),
        {"origin": origin, "locale": locale, "most": most},
    )
    return tuple(Entry(row.source, row.target, row.created_at, origin) for row in rows)


def remove_origin(session: Session, origin: str, locale: str | None = None) -> int:
    """Take out what came from a file; how many rows that were."""
    rows = _where(
        session,
        "text_id IS NULL AND origin = :origin AND (:locale IS NULL OR locale = :locale)",
        origin=origin,
        locale=locale,
    )
    _remove(session, rows)
    return len(rows)


def _values(entry: Entry) -> dict[str, Any]:
    return {
        "source": entry.source,
        "target": entry.target,
        "created_at": entry.created_at,
        "origin": entry.origin,
        "block_id": entry.block_id,
        "prev_hash": entry.prev_hash,
        "next_hash": entry.next_hash,
        "source_hash": memory_hash(entry.source),
    }


def _where(session: Session, where: str, **values: Any) -> list[tuple[int, str]]:
    rows = session.execute(text(f"SELECT id, source FROM memory WHERE {where}"), values)
    return [(row.id, row.source) for row in rows]


def _remove(session: Session, rows: Iterable[tuple[int, str]]) -> None:
    doomed = [{"id": each, "indexed": normalised(source)} for each, source in sorted(rows)]
    if doomed:
        session.execute(_UNINDEX, doomed)
        session.execute(_DELETE, doomed)


def _first_id(locale: str, length: int) -> int:
    """The lowest id of a locale's sources of about a length. Two locales may share a number.

    The fewer bits, the smaller the index: FTS5 keeps the differences of ids. Four million sources
    have room at each length.
    """
    number = zlib.crc32(locale.encode()) & 0x3FFFF
    return (number << _LENGTHS | min(length // _STEP, _LONGEST_TOLD)) << _NUMBERS


def ids_of(locale: str, shortest: int = 0, longest: int = _LONGEST_TOLD * _STEP) -> tuple[int, int]:
    """The first and the last id that a locale's sources of some lengths may have."""
    return _first_id(locale, shortest), _first_id(locale, longest) + _ALL_NUMBERS


def _free_id(session: Session, first: int) -> int:
    found = session.execute(_LAST, {"first": first, "last": first + _ALL_NUMBERS}).scalar()
    return first if found is None else int(found) + 1


def origins(connection: Connection) -> list[tuple[str, str, int, str]]:
    """(file, locale, pairs, newest) of all that came from files."""
    rows = connection.exec_driver_sql(
        "SELECT origin, locale, count(*), max(created_at) FROM memory WHERE text_id IS NULL "
        "GROUP BY origin, locale ORDER BY origin, locale"
    )
    return [tuple(row) for row in rows]


def count(connection: Connection, locale: str) -> int:
    """How many pairs a locale has."""
    return int(
        connection.exec_driver_sql(
            "SELECT count(*) FROM memory WHERE locale = ?", (locale,)
        ).scalar_one()
    )


def units_after(
    connection: Connection, locale: str, last: tuple[str, int], limit: int
) -> Iterator[tuple[tuple[str, int], MemoryUnit]]:
    """Pairs of a locale with their places, in an order that never changes; `last`: begin after."""
    rows = connection.exec_driver_sql(
        f"SELECT m.source_hash, m.id, {SHOWN} FROM {ROWS} WHERE m.locale = ? "
        "AND (m.source_hash, m.id) > (?, ?) ORDER BY m.source_hash, m.id LIMIT ?",
        (locale, *last, limit),
    )
    for source_hash, row_id, source, target, origin, _, created_at in rows:
        yield (source_hash, row_id), MemoryUnit(source, target, origin, created_at)
