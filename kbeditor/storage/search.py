"""Full-text search over all locales: FTS5 with ranking by rare words, prefix and snippets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from kbeditor.domain.finding import Hit
from kbeditor.domain.states import make_mark
from kbeditor.storage.chunks import batched, chunked
from kbeditor.storage.ideographs import spaced
from kbeditor.storage.records import owner_of
from kbeditor.storage.skeleton import LIVE_ARTICLE, LIVE_CATEGORIES
from kbeditor.storage.snippets import cut_snippet

_TERM = re.compile(r"\"([^\"]*)\"|(\S+)")
_RARE = 8_000
"""A term in more texts than this says nothing about which is best (BM25 weighs it near zero), but
ranking by it reads every one of them: 150 ms for a word of 200,000 texts."""

_RANK = "bm25(search, 10.0, 5.0, 3.0, 1.0)"
_ABOUT = (
    LIVE_CATEGORIES + "SELECT t.id, t.article_id, t.category_id, t.locale, t.title, t.state, "
    "t.published_id IS NOT NULL, t.based_on_number < coalesce(s.changed_number, 0) FROM text t "
    "LEFT JOIN text s ON s.owner_id = t.owner_id AND s.locale = ? AND t.locale <> s.locale "
    "LEFT JOIN article a ON a.id = t.article_id WHERE t.id IN ({}) AND (? IS NULL OR t.locale = ?) "
    "AND (t.category_id IN (SELECT id FROM live) OR (a.id IS NOT NULL AND " + LIVE_ARTICLE + "))"
)


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of a query; `prefix`: it may go on."""

    words: tuple[str, ...]
    prefix: bool

    @property
    def expression(self) -> str:
        """Quoted for FTS5, so that nothing a person types is taken for its own syntax."""
        return '"' + " ".join(self.words) + '"' + ("*" if self.prefix else "")


def terms_of(query: str) -> list[Term]:
    """A person's words; those within quotation marks are a phrase, the last may be unfinished."""
    terms = []
    found = list(_TERM.finditer(query))
    for index, match in enumerate(found):
        phrase = match[1] is not None
        text = spaced(match[1] if phrase else match[2]).replace('"', " ").replace("\0", " ")
        words = tuple(word for word in text.split() if any(map(str.isalnum, word)))
        if words:
            last = index == len(found) - 1 and not phrase and not query.endswith(" ")
            terms.append(Term(words, last))
    return terms


def find(
    connection: Connection,
    query: str,
    source: str,
    locale: str | None,
    limit: int,
    *,
    titles_only: bool = False,
) -> list[Hit]:
    """The best hits, best first; `path` is left empty for the caller to fill."""
    terms = terms_of(query)
    if not terms:
        return []
    ids = _titled(connection, terms) if titles_only else _ranked(connection, terms, locale)
    found: dict[int, Any] = {}
    for some in batched(ids, 4 * limit):
        about = _about(connection, some, source, locale)
        found |= {each: about[each] for each in some if each in about}
        if len(found) >= limit:
            break
    best = list(found)[:limit]
    snippets = {} if titles_only else _snippets(connection, best, terms)
    return [_hit(found[each], snippets.get(each, ""), -place) for place, each in enumerate(best)]


def _titled(connection: Connection, terms: Sequence[Term]) -> Iterator[int]:
    """Row ids whose title holds all terms, best first unless they are too many to tell."""
    expression = f"{{title}} : ({' '.join(term.expression for term in terms)})"
    order = f" ORDER BY {_RANK}" if _is_rare(connection, expression) else ""
    return _ids(connection, f"MATCH ?{order}", expression)


def _ranked(connection: Connection, terms: Sequence[Term], locale: str | None) -> Iterable[int]:
    """Row ids that hold all terms: ranked by the rare ones; by title, then age, if none is."""
    everything = " ".join(term.expression for term in terms)
    rare = [term.expression for term in terms if _is_rare(connection, term.expression)]
    if len(rare) == len(terms):
        return _ids(connection, f"MATCH ? ORDER BY {_RANK}", everything)
    if rare:
        wanted = set(_ids(connection, "MATCH ?", everything))
        best = _ids(connection, f"MATCH ? ORDER BY {_RANK}", " ".join(rare))
        return (each for each in best if each in wanted)
    return chain(_titled(connection, terms), _others(connection, everything, locale))


def _others(connection: Connection, expression: str, locale: str | None) -> Iterator[int]:
    """Row ids in no order; nothing is read before the first is asked for."""
    rows = connection.exec_driver_sql(
        "SELECT f.rowid FROM search f JOIN text t ON t.id = f.rowid "
        "WHERE f.search MATCH ? AND (? IS NULL OR t.locale = ?) LIMIT 2000",
        (expression, locale, locale),
    )
    yield from (row[0] for row in rows)


def _is_rare(connection: Connection, expression: str) -> bool:
    count = connection.exec_driver_sql(
        "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)",
        (expression, _RARE + 1),
    ).scalar_one()
    return int(count) <= _RARE


def _ids(connection: Connection, where: str, expression: str) -> Iterator[int]:
    rows = connection.exec_driver_sql(
        f"SELECT rowid FROM search WHERE search {where}", (expression,)
    )
    return (row[0] for row in rows)


def _about(
    connection: Connection, ids: Sequence[int], source: str, locale: str | None
) -> dict[int, Any]:
    """What hits show, by text id; those not live or of another locale are left out."""
    found: dict[int, Any] = {}
    for some in chunked(ids):
        marks = ",".join(map(str, some))
        rows = connection.exec_driver_sql(_ABOUT.format(marks), (source, locale, locale))
        found |= {row[0]: row for row in rows}
    return found


def _snippets(connection: Connection, ids: Sequence[int], terms: Sequence[Term]) -> dict[int, str]:
    # Not FTS5's own snippet(): for each row it would walk the common words' lists again.
    marks = ",".join(map(str, ids))
    rows = connection.exec_driver_sql(
        f"SELECT rowid, summary, body FROM search WHERE rowid IN ({marks})"
    )
    words = [word for term in terms for word in term.words]
    unfinished = terms[-1].words[-1] if terms[-1].prefix else ""
    return {row[0]: cut_snippet(row[2] or row[1], words, unfinished) for row in rows}


def _hit(row: Any, snippet: str, score: float) -> Hit:
    mark = make_mark(row[5], bool(row[7]), bool(row[6]))
    return Hit(owner_of(row[1], row[2]), row[3], row[4], snippet, (), score, mark)
