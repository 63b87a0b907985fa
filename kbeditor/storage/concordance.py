"""Concordance: where words stand in the segments of the translation memory."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from kbeditor.domain.blocks import Match
from kbeditor.domain.ideographs import IDEOGRAPHS
from kbeditor.storage.matching import expression, match_of
from kbeditor.storage.memory import ROWS, SHOWN, ids_of
from kbeditor.translation.memory import trigrams

_TERM = re.compile(r"\"([^\"]*)\"|(\S+)")
_UNSPACED = re.compile(rf"[{IDEOGRAPHS}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_PLAIN = re.compile(r"[A-Za-z0-9]+")
_WORDS = 40  # of a query that are looked for: a whole page may be selected
_CHOSEN = 8  # trigrams of a query that are looked up; the words themselves decide
_SEEN = 1_000  # segments that hold the words; the best are chosen of these


def find(
    connection: Connection, query: str, locale: str, limit: int, *, in_target: bool = False
) -> list[Match]:
    """Segments that hold all words as beginnings of words (those in quotation marks: as a phrase).

    Those that hold the query as it was typed come first, short ones before long ones; each pair
    once. `spans` of a match are where the words stand.
    """
    phrases = [" ".join((quoted or word).split()) for quoted, word in _TERM.findall(query)]
    phrases = [each for each in phrases if any(map(str.isalnum, each))][:_WORDS]
    if not phrases:
        return []
    patterns = [_pattern(each) for each in phrases]
    whole = _pattern(" ".join(query.replace('"', " ").split()))
    if in_target:
        rows = _like(connection, locale, "target", phrases)
    else:
        rows = _in_source(connection, locale, phrases)
    side = 1 if in_target else 0
    held = (row for row in rows if all(each.search(row[side]) for each in patterns))
    pairs = {(row[0], row[1]): row for row in islice(held, _SEEN)}
    best = sorted(pairs.values(), key=lambda row: whole.search(row[side]) is None)[:limit]
    return [match_of(row, 0, tuple(_spans(row[side], patterns))) for row in best]


def _in_source(connection: Connection, locale: str, phrases: Sequence[str]) -> Iterable[Any]:
    """Rows whose source may hold the phrases, the shortest first."""
    chosen = sorted({each for phrase in phrases for each in trigrams(phrase)})[:_CHOSEN]
    if not chosen:
        return _like(connection, locale, "source", phrases)
    return connection.exec_driver_sql(
        f"SELECT {SHOWN} FROM memory_trigram JOIN {ROWS} "
        "WHERE memory_trigram MATCH ? AND memory_trigram.rowid BETWEEN ? AND ? "
        "AND m.id = memory_trigram.rowid AND m.locale = ? ORDER BY memory_trigram.rowid",
        (expression(chosen, " AND "), *ids_of(locale), locale),
    )


def _like(connection: Connection, locale: str, side: str, phrases: Sequence[str]) -> Iterable[Any]:
    """Rows with a side that may hold the phrases. There is no index of this: all are read."""
    # LIKE folds the case of ASCII alone, so it is asked for that alone.
    parts = [f"%{part}%" for phrase in phrases for part in _PLAIN.findall(phrase)]
    return connection.exec_driver_sql(
        f"SELECT {SHOWN} FROM {ROWS} WHERE m.id BETWEEN ? AND ? AND m.locale = ? "
        + f"AND m.{side} LIKE ? " * len(parts)
        + "ORDER BY m.id",
        (*ids_of(locale), locale, *parts),
    )


def _pattern(phrase: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(each) for each in phrase.split())
    start = "" if _UNSPACED.match(phrase) or not phrase[:1].isalnum() else r"(?<!\w)"
    return re.compile(start + words, re.IGNORECASE)


def _spans(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    """Where any of the words stand, in order, none within another."""
    found = sorted(hit.span() for pattern in patterns for hit in pattern.finditer(text))
    end = 0
    for span in found:
        if span[0] >= end:
            yield span
            end = span[1]
