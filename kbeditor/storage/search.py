"""Full-text search over all locales: FTS5 with ranking, prefix and snippets."""

import re
from collections.abc import Sequence

from sqlalchemy import Connection

from kbeditor.domain.finding import Hit
from kbeditor.domain.states import make_mark
from kbeditor.storage.ideographs import spaced, unspaced
from kbeditor.storage.records import owner_of
from kbeditor.storage.skeleton import LIVE_ARTICLE, LIVE_CATEGORIES

_WORD = re.compile(r"\"([^\"]*)\"|(\S+)")
_ENOUGH = 2000
"""Texts that are ranked at most: for words that most texts hold, ranking all would take long."""

_HIT = (
    "SELECT t.article_id, t.category_id, t.locale, t.title, {snippet}, {score}, t.state, "
    "t.published_id IS NOT NULL, t.based_on_number < coalesce(s.changed_number, 0) "
    "FROM search JOIN text t ON t.id = search.rowid "
    "LEFT JOIN text s ON s.owner_id = t.owner_id AND s.locale = ? AND t.locale <> s.locale "
    "LEFT JOIN article a ON a.id = t.article_id "
    "WHERE search.rowid IN ({found}) AND search MATCH ? AND "
    "(t.category_id IN (SELECT id FROM live) OR (a.id IS NOT NULL AND " + LIVE_ARTICLE + "))"
)


def match_expression(query: str) -> str:
    """A person's words as an FTS5 expression: all must occur, the last as a prefix.

    Words in quotation marks are a phrase. Each word is quoted, so that nothing a person types is
    taken for FTS5's own syntax. "" when there is no word.
    """
    terms = []
    found = list(_WORD.finditer(query))
    for index, match in enumerate(found):
        phrase = match[1] is not None
        words = (
            spaced(match[1] if phrase else match[2]).replace('"', " ").replace("\0", " ").split()
        )
        if not any(character.isalnum() for word in words for character in word):
            continue
        last = index == len(found) - 1 and not phrase and not query.endswith(" ")
        terms.append('"' + " ".join(words) + '"' + ("*" if last else ""))
    return " ".join(terms)


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
    expression = match_expression(query)
    if not expression:
        return []
    if titles_only:
        expression = f"{{title}} : ({expression})"
    ids = _candidates(connection, expression, locale, limit * 2)
    if not ids:
        return []
    statement = LIVE_CATEGORIES + _HIT.format(
        snippet="''" if titles_only else "snippet(search, 3, char(2), char(3), '…', 24)",
        score="-bm25(search, 10.0, 5.0, 3.0, 1.0)",
        found=",".join(map(str, ids)),
    )
    rows = connection.exec_driver_sql(statement, (source, expression)).all()
    hits = [
        Hit(
            owner_of(row[0], row[1]),
            row[2],
            row[3],
            unspaced(row[4]).strip(),
            (),
            row[5],
            make_mark(row[6], bool(row[8]), bool(row[7])),
        )
        for row in rows
    ]
    hits.sort(key=lambda hit: (-hit.score, hit.title, hit.locale))
    return hits[:limit]


def _candidates(
    connection: Connection, expression: str, locale: str | None, limit: int
) -> Sequence[int]:
    """Row ids of the best matches. Title matches come first where there are very many."""
    inner = "SELECT rowid FROM search WHERE search MATCH ? "
    found = [
        row[0] for row in connection.exec_driver_sql(inner + "LIMIT ?", (expression, _ENOUGH + 1))
    ]
    restrict = " AND t.locale = ?" if locale else ""
    values: tuple[object, ...] = (locale,) if locale else ()
    if len(found) > _ENOUGH:
        titled = expression if expression.startswith("{") else f"{{title}} : ({expression})"
        statement = (
            "SELECT rowid FROM (SELECT rowid, rank FROM search WHERE search MATCH ? LIMIT ?) f "
        )
        rows = connection.exec_driver_sql(
            f"SELECT f.rowid FROM ({statement}) f JOIN text t ON t.id = f.rowid "
            f"WHERE 1{restrict} LIMIT ?",
            (titled, _ENOUGH, *values, limit),
        ).all()
        ids = [row[0] for row in rows]
        if len(ids) >= limit:
            return ids
        found = ids + found
    marks = ",".join(map(str, dict.fromkeys(found)))
    rows = connection.exec_driver_sql(
        f"SELECT search.rowid FROM search JOIN text t ON t.id = search.rowid "
        f"WHERE search MATCH ? AND search.rowid IN ({marks}){restrict} "
        "ORDER BY bm25(search, 10.0, 5.0, 3.0, 1.0) LIMIT ?",
        (expression, *values, limit),
    ).all()
    return [row[0] for row in rows]
