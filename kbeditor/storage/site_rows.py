"""What a site is planned and made from, read as bare rows: a tenth of what mapped rows cost."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from kbeditor.domain.records import Article, Attachment, Kind, Ref, TextHead
from kbeditor.domain.rendered import rendered_from_json
from kbeditor.domain.source import Page
from kbeditor.domain.states import State
from kbeditor.storage.skeleton import LIVE_ARTICLE, LIVE_CATEGORIES
from kbeditor.storage.types import from_text

_HEADS = (
    LIVE_CATEGORIES + "SELECT t.id, t.article_id, t.category_id, t.locale, t.title, t.slug, "
    "t.state, t.published_id, t.based_on, t.based_on_number, t.words, t.version, t.edited_at, "
    "t.edited_by, t.live_number, coalesce(s.changed_number, 0), coalesce(s.important_number, 0) "
    "FROM text t LEFT JOIN article a ON a.id = t.article_id "
    "LEFT JOIN locale l ON l.tag = t.locale "
    "LEFT JOIN text s ON s.owner_id = t.owner_id AND s.locale = :source AND t.locale <> :source "
    "WHERE t.category_id IN (SELECT id FROM live) "
    f"OR (a.id IS NOT NULL AND {LIVE_ARTICLE}) ORDER BY t.owner_id, l.position"
)
_ARTICLES = (
    LIVE_CATEGORIES + "SELECT a.id, a.category_id, a.position, a.labels, a.promoted, a.owner, "
    "a.review_by, a.created_at, a.updated_at, a.extra "
    f"FROM article a WHERE {LIVE_ARTICLE} ORDER BY a.category_id, a.position, a.id"
)
_ATTACHMENTS = (
    "SELECT id, sha256, name, media_type, size, width, height, alt, variants, created_at "
    "FROM attachment ORDER BY id"
)
_STATES = {int(state): state for state in State}
_PAGES = (
    "SELECT t.id, t.article_id, t.category_id, t.locale, r.title, r.summary, r.keywords, r.body, "
    "r.id, r.created_at, m.html, m.parts FROM text t JOIN revision r ON r.id = t.published_id "
    "LEFT JOIN rendering m ON m.revision_id = r.id AND m.renderer = ? WHERE t.id IN ({})"
)


def heads(connection: Connection, source_locale: str) -> Iterator[TextHead]:
    """Texts of live articles and categories, without bodies, in the order of their owners' ids."""
    for (
        id_, article, category, locale, title, slug, state, published, based_on, based_on_number,
        words, version, edited_at, edited_by, live_number, changed, important,
    ) in _rows(connection, _HEADS, {"source": source_locale}):  # fmt: skip
        yield TextHead(
            id_,
            _owner(article, category),
            locale,
            title,
            slug,
            _STATES[state],
            published,
            based_on,
            changed > based_on_number,
            important > based_on_number,
            words,
            version,
            from_text(edited_at),
            edited_by,
            published is not None and important > live_number,
            published is not None and changed > live_number,
        )


def articles(connection: Connection) -> Iterator[Article]:
    """Live articles, ordered by category and position."""
    for row in _rows(connection, _ARTICLES):
        id_, category, position, labels, promoted, owner, review_by, created, updated, extra = row
        yield Article(
            id_,
            category,
            position,
            _labels(labels),
            bool(promoted),
            owner,
            None if review_by is None else date.fromisoformat(review_by),
            from_text(created),
            from_text(updated),
            None,
            json.loads(extra) if extra != "{}" else {},
        )


def attachments(connection: Connection) -> Iterator[Attachment]:
    """All attachments, ordered by id."""
    for row in _rows(connection, _ATTACHMENTS):
        id_, sha256, name, media_type, size, width, height, alt, variants, created = row
        words, others = json.loads(alt), json.loads(variants)
        moment = from_text(created)
        yield Attachment(id_, sha256, name, media_type, size, width, height, words, others, moment)


def live_pages(
    connection: Connection, ids: Sequence[int], renderer: int
) -> Iterator[tuple[int, Page]]:
    """Published content of some texts with its HTML, in any order; few enough for one statement."""
    statement = _PAGES.format(",".join("?" * len(ids)))
    for row in _rows(connection, statement, (renderer, *ids)):
        id_, article, category, locale, title, summary, keywords, body, revision, made = row[:10]
        html, parts = row[10:]
        stored = None if html is None else rendered_from_json({"html": html, **json.loads(parts)})
        words = tuple(json.loads(keywords))
        owner = _owner(article, category)
        yield id_, Page(owner, locale, title, summary, words, body, revision, made, stored)


@lru_cache(maxsize=1000)
def _labels(data: str) -> tuple[str, ...]:
    return tuple(json.loads(data))


def _owner(article: str | None, category: str | None) -> Ref:
    if article is not None:
        return Ref(Kind.ARTICLE, article)
    assert category is not None
    return Ref(Kind.CATEGORY, category)


def _rows(connection: Connection, statement: str, values: Any = ()) -> Iterator[tuple[Any, ...]]:
    cursor = connection.exec_driver_sql(statement, values).cursor
    assert cursor is not None
    while some := cursor.fetchmany(500):
        yield from some
