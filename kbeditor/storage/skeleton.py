"""The tree and the matrix, read as bare rows: 100,000 articles in a fraction of a second."""

import gc
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import LIVE, OUTDATED
from kbeditor.domain.status import MatrixRow
from kbeditor.domain.tree import ArticleRow, CategoryRow, Skeleton, TrashRow
from kbeditor.storage.chunks import chunked

LIVE_CATEGORIES = (
    "WITH RECURSIVE live(id) AS ("
    "SELECT id FROM category WHERE parent_id IS NULL AND trashed_at IS NULL "
    "UNION ALL SELECT c.id FROM category c JOIN live ON c.parent_id = live.id "
    "WHERE c.trashed_at IS NULL) "
)
"""Begins a statement: `live` are the categories with no trashed ancestor."""

LIVE_ARTICLE = (
    "a.trashed_at IS NULL AND (a.category_id IS NULL OR a.category_id IN (SELECT id FROM live))"
)


# A text in the tree or matrix: title, mark, words, time. Plain tuples: named ones take longer to
# make than to read from the file.
_Cell = tuple[Any, ...]
_Cells = dict[str, _Cell]
_NONE: _Cell = ("", 0, 0, "")


@contextmanager
def _collector_paused() -> Iterator[None]:
    """No garbage collection: among half a million new tuples it costs a quarter and finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_collector_paused()
def read_skeleton(
    connection: Connection, locales: Sequence[str], source: str, locale: str
) -> Skeleton:
    """The whole live tree with titles in `locale` (else the source's)."""
    cells = _cells(connection, locales, source, None)
    categories = _run(
        connection,
        LIVE_CATEGORIES + "SELECT id, parent_id, position FROM category WHERE id IN "
        "(SELECT id FROM live) ORDER BY parent_id, position, id",
    )
    articles = _run(
        connection,
        LIVE_CATEGORIES
        + "SELECT a.id, a.category_id, a.position, a.promoted FROM article a WHERE "
        + LIVE_ARTICLE
        + " ORDER BY a.category_id, a.position, a.id",
    )
    return Skeleton(tuple(locales), *_rows(cells, locales, source, locale, categories, articles))


def read_rows(
    connection: Connection, locales: Sequence[str], source: str, locale: str, refs: Iterable[Ref]
) -> tuple[tuple[CategoryRow, ...], tuple[ArticleRow, ...]]:
    """Fresh rows of some categories and articles; those no longer live are left out."""
    wanted: dict[Kind, list[str]] = {Kind.CATEGORY: [], Kind.ARTICLE: []}
    for ref in refs:
        wanted[ref.kind].append(ref.id)
    cells = _cells(connection, locales, source, wanted[Kind.CATEGORY] + wanted[Kind.ARTICLE])
    categories = _run_in(
        connection,
        LIVE_CATEGORIES + "SELECT id, parent_id, position FROM category WHERE id IN "
        "(SELECT id FROM live) AND id IN ({})",
        wanted[Kind.CATEGORY],
    )
    articles = _run_in(
        connection,
        LIVE_CATEGORIES
        + "SELECT a.id, a.category_id, a.position, a.promoted FROM article a WHERE "
        + LIVE_ARTICLE
        + " AND a.id IN ({})",
        wanted[Kind.ARTICLE],
    )
    return _rows(cells, locales, source, locale, categories, articles)


@_collector_paused()
def read_matrix(
    connection: Connection, locales: Sequence[str], source: str, ids: Collection[str] | None
) -> tuple[MatrixRow, ...]:
    """All live articles (or some), in tree order within each category."""
    cells = _cells(connection, locales, source, ids, whole=True)
    statement = LIVE_CATEGORIES + "SELECT a.id, a.category_id FROM article a WHERE " + LIVE_ARTICLE
    if ids is None:
        articles = _run(connection, statement + " ORDER BY a.category_id, a.position, a.id")
    else:
        articles = _run_in(connection, statement + " AND a.id IN ({})", list(ids))
    columns = [cells[tag] for tag in locales]
    at_source = cells[source]
    seen: dict[bytes, bytes] = {}
    rows = []
    for article_id, category_id in articles:
        texts = [column.get(article_id, _NONE) for column in columns]
        marks = bytes([text[1] for text in texts])
        title, _, words, _ = at_source.get(article_id, _NONE)
        rows.append(
            MatrixRow(
                article_id,
                category_id,
                title or next((text[0] for text in texts if text[0]), ""),
                words,
                seen.setdefault(marks, marks),
                max([text[3] for text in texts]),
            )
        )
    return tuple(rows)


def read_category_marks(
    connection: Connection, locales: Sequence[str], source: str
) -> tuple[bytes, ...]:
    """The marks of every live category."""
    found = _run(connection, LIVE_CATEGORIES + "SELECT id FROM live")
    ids = [row[0] for row in found]
    cells = _cells(connection, locales, source, ids)
    return tuple(bytes([cells[tag].get(each, _NONE)[1] for tag in locales]) for each in ids)


def read_trash(connection: Connection, source: str) -> tuple[TrashRow, ...]:
    """What lies in the trash, latest first, with the number of articles within categories."""
    articles = _run(
        connection,
        "SELECT 'article', a.id, coalesce(max(CASE WHEN t.locale = ? THEN t.title END), "
        "max(t.title), ''), a.trashed_at, 1 FROM article a LEFT JOIN text t ON t.owner_id = a.id "
        "WHERE a.trashed_at IS NOT NULL GROUP BY a.id",
        (source,),
    )
    categories = _run(
        connection,
        "SELECT 'category', c.id, coalesce(max(CASE WHEN t.locale = ? THEN t.title END), "
        "max(t.title), ''), c.trashed_at, (WITH RECURSIVE under(id) AS (SELECT c.id UNION ALL "
        "SELECT k.id FROM category k JOIN under ON k.parent_id = under.id) "
        "SELECT count(*) FROM article WHERE category_id IN (SELECT id FROM under)) "
        "FROM category c LEFT JOIN text t ON t.owner_id = c.id "
        "WHERE c.trashed_at IS NOT NULL GROUP BY c.id",
        (source,),
    )
    rows = [TrashRow(*row) for row in [*articles, *categories]]
    return tuple(sorted(rows, key=lambda row: row.trashed_at, reverse=True))


def _rows(
    cells: dict[str, _Cells],
    locales: Sequence[str],
    source: str,
    locale: str,
    categories: Iterable[tuple[Any, ...]],
    articles: Iterable[tuple[Any, ...]],
) -> tuple[tuple[CategoryRow, ...], tuple[ArticleRow, ...]]:
    # Titles: the asked locale's, else the source's, else any.
    titled = [cells[tag] for tag in dict.fromkeys([locale, source, *locales]) if tag in cells]
    columns = [cells[tag] for tag in locales]
    seen: dict[bytes, bytes] = {}  # few different mark strings: keep each once

    def described(owner_id: str) -> tuple[str, bytes]:
        marks = bytes([column.get(owner_id, _NONE)[1] for column in columns])
        for column in titled:
            if owner_id in column:
                return column[owner_id][0], seen.setdefault(marks, marks)
        return "", seen.setdefault(marks, marks)

    def article(row: tuple[Any, ...]) -> ArticleRow:
        title, marks = described(row[0])
        return ArticleRow(row[0], row[1], row[2], title, marks, bool(row[3]))

    return (
        tuple(CategoryRow(row[0], row[1], row[2], *described(row[0])) for row in categories),
        tuple(article(row) for row in articles),
    )


def _cells(
    connection: Connection,
    locales: Sequence[str],
    source: str,
    ids: Collection[str] | None,
    *,
    whole: bool = False,
) -> dict[str, _Cells]:
    """Per locale: owner id -> title and mark of its text; with `whole` also words and time."""
    mark = f"state + {LIVE} * (published_id IS NOT NULL)"
    statement = "SELECT owner_id, {number}, title, {mark}{more} FROM text WHERE locale = ?"
    of_source = statement.format(
        number="changed_number",
        mark=mark,
        more=", iif(published_id IS NULL, words, published_words), edited_at" if whole else "",
    )
    rows = _texts(connection, of_source, source, ids)
    changed = {row[0]: row[1] for row in rows}
    cells: dict[str, _Cells] = {source: {row[0]: row[2:] for row in rows}}
    of_others = statement.format(
        number="based_on_number", mark=mark, more=", words, edited_at" if whole else ""
    )
    for tag in locales:
        if tag != source:
            cells[tag] = {
                row[0]: row[2:]
                if changed.get(row[0], 0) <= row[1]
                else (row[2], row[3] | OUTDATED, *row[4:])
                for row in _texts(connection, of_others, tag, ids)
            }
    return cells


def _texts(
    connection: Connection, statement: str, locale: str, ids: Collection[str] | None
) -> list[tuple[Any, ...]]:
    if ids is None:
        return _run(connection, statement, (locale,))
    return _run_in(connection, statement + " AND owner_id IN ({})", list(ids), (locale,))


def _run(
    connection: Connection, statement: str, values: tuple[Any, ...] = ()
) -> list[tuple[Any, ...]]:
    # The driver's own tuples: half the time of SQLAlchemy's rows.
    cursor = connection.exec_driver_sql(statement, values).cursor
    assert cursor is not None
    return list(cursor.fetchall())


def _run_in(
    connection: Connection, statement: str, ids: Sequence[str], values: tuple[Any, ...] = ()
) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for some in chunked(ids):
        marks = ",".join("?" * len(some))
        rows += _run(connection, statement.format(marks), (*values, *some))
    return rows
