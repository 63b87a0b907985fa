"""The tree and the matrix, read as bare rows: 100,000 articles in a fraction of a second."""

import gc
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from sqlalchemy import Connection

from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import LIVE, OUTDATED, State
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
    columns = _columns(locales, source, locale)
    categories = read_categories(connection, locales, source, locale)
    articles = _run(
        connection, columns.statement(_ARTICLES) + " ORDER BY a.category_id, a.position, a.id"
    )
    return Skeleton(tuple(locales), categories, _articles(articles))


def read_categories(
    connection: Connection, locales: Sequence[str], source: str, locale: str
) -> tuple[CategoryRow, ...]:
    """All live categories, titled in `locale` (else the source's)."""
    statement = _columns(locales, source, locale).statement(_CATEGORIES)
    return _categories(_run(connection, statement + " ORDER BY a.parent_id, a.position, a.id"))


def read_rows(
    connection: Connection, locales: Sequence[str], source: str, locale: str, refs: Iterable[Ref]
) -> tuple[tuple[CategoryRow, ...], tuple[ArticleRow, ...]]:
    """Fresh rows of some categories and articles; those no longer live are left out."""
    wanted: dict[Kind, list[str]] = {Kind.CATEGORY: [], Kind.ARTICLE: []}
    for ref in refs:
        wanted[ref.kind].append(ref.id)
    columns = _columns(locales, source, locale)
    some = " AND a.id IN ({})"
    categories = _run_in(connection, columns.statement(_CATEGORIES) + some, wanted[Kind.CATEGORY])
    articles = _run_in(connection, columns.statement(_ARTICLES) + some, wanted[Kind.ARTICLE])
    return _categories(categories), _articles(articles)


@_collector_paused()
def read_matrix(
    connection: Connection, locales: Sequence[str], source: str, ids: Collection[str] | None
) -> tuple[MatrixRow, ...]:
    """All live articles (or some), in tree order within each category."""
    statement = _columns(locales, source, source).statement(_ARTICLES, whole=True)
    if ids is None:
        rows = _run(connection, statement + " ORDER BY a.category_id, a.position, a.id")
    else:
        rows = _run_in(connection, statement + " AND a.id IN ({})", list(ids))
    seen: dict[bytes, bytes] = {}
    behind: dict[tuple[int, ...], tuple[int, ...]] = {}
    made = []
    last = 7 + len(locales)
    for row in rows:
        packed, left = bytes(row[7:last]), row[last:]
        made.append(
            MatrixRow(
                row[0],
                row[1],
                row[4],
                row[5],
                seen.setdefault(packed, packed),
                row[6],
                behind.setdefault(left, left),
            )
        )
    return tuple(made)


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


_ARTICLES = ("a.category_id, a.position, a.promoted", "article a", LIVE_ARTICLE)
_CATEGORIES = ("a.parent_id, a.position, 0", "category a", "a.id IN (SELECT id FROM live)")


class _Texts(NamedTuple):
    """What a statement says of the texts of its rows: one join per locale, all from the index.

    Two thirds less time than a statement per locale joined in Python.
    """

    joins: str
    marks: str
    title: str
    words: str
    edited_at: str
    behind: str

    def statement(self, nodes: tuple[str, str, str], *, whole: bool = False) -> str:
        """Rows of id, three columns, title (with `whole`: words, time), one mark per locale (with
        `whole`: and how many words it is behind there).
        """
        columns, table, live = nodes
        more = f"{self.words}, {self.edited_at}, " if whole else ""
        behind = f", {self.behind}" if whole else ""
        return (
            f"{LIVE_CATEGORIES}SELECT a.id, {columns}, {self.title}, {more}{self.marks}{behind} "
            f"FROM {table} {self.joins} WHERE {live}"
        )


def _columns(locales: Sequence[str], source: str, locale: str) -> _Texts:
    names = {tag: f"t{index}" for index, tag in enumerate(locales)}
    at_source = names[source]
    joins = " ".join(
        # The index is named: its columns are all that is read, and without statistics SQLite
        # would take the narrower one and then fetch each row's page.
        f"LEFT JOIN text {name} INDEXED BY ix_text_head "
        f"ON {name}.locale = {_quoted(tag)} AND {name}.owner_id = a.id"
        for tag, name in names.items()
    )
    marks = ", ".join(
        f"coalesce({name}.state + {LIVE} * ({name}.published_id IS NOT NULL)"
        + (
            f" + {OUTDATED} * ({name}.based_on_number < coalesce({at_source}.changed_number, 0))"
            if tag != source
            else ""
        )
        + ", 0)"
        for tag, name in names.items()
    )
    words = (
        f"coalesce(iif({at_source}.published_id IS NULL, {at_source}.words, "
        f"coalesce({at_source}.done_words, {at_source}.published_words)), 0)"
    )
    titles = [f"{names[tag]}.title" for tag in dict.fromkeys([locale, source, *locales])]
    times = [f"coalesce({name}.edited_at, '')" for name in names.values()]
    return _Texts(
        joins,
        marks,
        f"coalesce({', '.join([*titles, _quoted('')])})",
        words,
        f"max({', '.join([*times, _quoted('')])})",
        ", ".join(_behind(name, at_source, words) for name in names.values()),
    )


def _behind(name: str, at_source: str, words: str) -> str:
    """Words of the source that are not current and translated in a text: by its blocks, else all or
    none of them.
    """
    if name == at_source:
        return f"iif(coalesce({name}.state, 0) >= {int(State.IN_REVIEW)}, 0, {words})"
    return (
        f"CASE WHEN {at_source}.published_id IS NULL THEN 0 "
        f"WHEN {name}.done_words IS NOT NULL THEN {name}.todo_words "
        f"WHEN {name}.state >= {int(State.IN_REVIEW)} "
        f"AND {name}.based_on_number >= {at_source}.changed_number THEN 0 ELSE {words} END"
    )


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def _categories(rows: Iterable[tuple[Any, ...]]) -> tuple[CategoryRow, ...]:
    return tuple(
        CategoryRow(id_, parent_id, position, title, bytes(marks))
        for id_, parent_id, position, _, title, *marks in rows
    )


def _articles(rows: Iterable[tuple[Any, ...]]) -> tuple[ArticleRow, ...]:
    seen: dict[bytes, bytes] = {}  # few different mark strings: keep each once
    made = []
    for id_, category_id, position, promoted, title, *marks in rows:
        packed = bytes(marks)
        packed = seen.setdefault(packed, packed)
        made.append(ArticleRow(id_, category_id, position, title, packed, bool(promoted)))
    return tuple(made)


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
