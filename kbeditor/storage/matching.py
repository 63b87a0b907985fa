"""Suggestions: the rows of the translation memory that are most like a source."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from kbeditor.domain.blocks import Match
from kbeditor.storage.memory import SHOWN, ids_of
from kbeditor.translation.memory import (
    LONGEST,
    best,
    count_trigrams,
    length_window,
    memory_hash,
    normalised,
    rarest,
)

SAMPLE = 2_000
"""Segments in which trigrams are counted: 60 ms, and which are rare is known well enough."""

_NEWEST = 500
"""Rows of one source that are looked at: "Overview" may stand in every article."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What suggestions are asked for: a source with the hashes of the blocks around it.

    `block_id`: the translation's block that is being worked on, which says nothing new to itself.
    """

    source: str
    locale: str
    prev_hash: str = ""
    next_hash: str = ""
    block_id: str = ""


class TrigramCounts:
    """How common trigrams are in the sources of each locale: counted in a sample, and kept."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, Counter[str]]] = {}

    def of(self, connection: Connection, locale: str) -> Counter[str]:
        """The counts of a locale; made anew when there was less than a sample and more came."""
        seen, counts = self._known.get(locale, (0, Counter[str]()))
        if seen < SAMPLE and _holds_more(connection, locale, 2 * seen):
            seen, counts = self._known[locale] = _count_sample(connection, locale)
        return counts


def _holds_more(connection: Connection, locale: str, count: int) -> bool:
    rows = connection.exec_driver_sql(
        "SELECT 1 FROM memory WHERE locale = ? LIMIT 1 OFFSET ?", (locale, count)
    )
    return rows.first() is not None


def _count_sample(connection: Connection, locale: str) -> tuple[int, Counter[str]]:
    # In the order of hashes, which is as good as drawn by lot.
    rows = connection.exec_driver_sql(
        "SELECT source FROM memory WHERE locale = ? ORDER BY source_hash LIMIT ?", (locale, SAMPLE)
    ).all()
    return len(rows), count_trigrams(normalised(row[0]) for row in rows)


def suggest(
    connection: Connection,
    wanted: Wanted,
    counts: TrigramCounts,
    limit: int,
    cutoff: int,
) -> list[Match]:
    """The best matches, best first: the same text with the same neighbours (101), the same text
    (100), then what is alike, from `cutoff` percent.
    """
    found = _translations(connection, wanted, memory_hash(wanted.source), 100, limit)
    line = normalised(wanted.source)
    if len(found) >= limit or cutoff > 100 or len(line) > LONGEST:
        return found
    candidates = _candidates(
        connection, line, wanted.locale, counts.of(connection, wanted.locale), cutoff
    )
    candidates.pop(line, None)
    lines = list(candidates)
    for index, percent in best(line, lines, cutoff, limit):
        alike = memory_hash(candidates[lines[index]])
        found += _translations(connection, wanted, alike, percent, limit - len(found))
        if len(found) >= limit:
            break
    return found


def _translations(
    connection: Connection, wanted: Wanted, source_hash: str, percent: int, limit: int
) -> list[Match]:
    """The translations of one source, each once: those with the same neighbours, then the newest.

    The same neighbours raise 100 percent to 101.
    """
    # With a single max(), SQLite takes the other columns from the row that has it.
    rows = connection.exec_driver_sql(
        f"SELECT max((m.prev_hash || m.next_hash = ?) || m.created_at) AS rank, {SHOWN} "
        "FROM (SELECT * FROM memory WHERE locale = ? AND source_hash = ? AND block_id IS NOT ? "
        f"ORDER BY id DESC LIMIT {_NEWEST}) m LEFT JOIN text t ON t.id = m.text_id "
        "GROUP BY m.target ORDER BY rank DESC LIMIT ?",
        (
            wanted.prev_hash + wanted.next_hash or "alone",
            wanted.locale,
            source_hash,
            wanted.block_id,
            limit,
        ),
    )
    return [match_of(row[1:], percent + (percent == 100 and row[0][0] == "1")) for row in rows]


def _candidates(
    connection: Connection, line: str, locale: str, counts: Counter[str], cutoff: int
) -> dict[str, str]:
    """Sources that share a rare trigram and are neither too short nor too long, by their lines."""
    chosen = rarest(line, counts)
    if not chosen:
        return {}
    sources = connection.exec_driver_sql(
        "SELECT m.source FROM memory_trigram JOIN memory m ON m.id = memory_trigram.rowid "
        "WHERE memory_trigram MATCH ? AND memory_trigram.rowid BETWEEN ? AND ? AND m.locale = ?",
        (
            expression(chosen, " OR "),
            *ids_of(locale, *length_window(len(line), cutoff)),
            locale,
        ),
    ).scalars()
    # Thousands of rows: only line breaks are looked for.
    return {normalised(each) if "\n" in each else each: each for each in sources.all()}


def expression(chosen: Iterable[str], between: str) -> str:
    """Trigrams quoted for FTS5, so that none is taken for its own syntax."""
    return between.join('"' + each.replace('"', '""') + '"' for each in chosen)


def match_of(row: Sequence[Any], percent: int, spans: tuple[tuple[int, int], ...] = ()) -> Match:
    """A match from a row of `SHOWN`."""
    source, target, origin, owner_id, created_at = row
    return Match(source, target, percent, origin, owner_id, created_at, spans)
