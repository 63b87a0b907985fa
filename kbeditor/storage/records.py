"""Rows and selected columns -> the frozen records that leave this floor."""

from typing import Any

from sqlalchemy import Row, Select, and_, select

from kbeditor.domain.records import (
    Article,
    Attachment,
    Category,
    Kind,
    Locale,
    OldSlug,
    Ref,
    Revision,
    Text,
    TextHead,
)
from kbeditor.domain.states import Significance, State
from kbeditor.storage.tables import (
    TEXT,
    ArticleRow,
    AttachmentRow,
    CategoryRow,
    LocaleRow,
    OldSlugRow,
    RevisionRow,
    TextRow,
    table_of,
)

_SOURCE_TEXT = table_of(TextRow).alias("source")
_SOURCE = _SOURCE_TEXT.c
_HEAD = (
    TEXT.id,
    TEXT.article_id,
    TEXT.category_id,
    TEXT.locale,
    TEXT.title,
    TEXT.slug,
    TEXT.state,
    TEXT.published_id,
    TEXT.based_on,
    TEXT.based_on_number,
    TEXT.words,
    TEXT.version,
    TEXT.edited_at,
    TEXT.edited_by,
    TEXT.live_number,
    _SOURCE.changed_number.label("source_changed"),
    _SOURCE.important_number.label("source_important"),
)
_LONG = (TEXT.keywords, TEXT.extra, TEXT.summary, TEXT.body)


def select_heads(source_locale: str, *, whole: bool = False) -> Select[Any]:
    """A select of texts with their source's numbers beside them; `whole` adds the long columns."""
    columns: tuple[Any, ...] = _HEAD + _LONG if whole else _HEAD
    return select(*columns).outerjoin_from(
        table_of(TextRow),
        _SOURCE_TEXT,
        and_(
            _SOURCE.owner_id == TEXT.owner_id,
            _SOURCE.locale == source_locale,
            TEXT.locale != source_locale,
        ),
    )


def owner_of(article_id: str | None, category_id: str | None) -> Ref:
    """The Ref that two nullable columns name."""
    if article_id is not None:
        return Ref(Kind.ARTICLE, article_id)
    assert category_id is not None
    return Ref(Kind.CATEGORY, category_id)


def _head_values(row: Row[Any]) -> dict[str, Any]:
    return {
        "id": row.id,
        "owner": owner_of(row.article_id, row.category_id),
        "locale": row.locale,
        "title": row.title,
        "slug": row.slug,
        "state": State(row.state),
        "published": row.published_id,
        "based_on": row.based_on,
        "outdated": (row.source_changed or 0) > row.based_on_number,
        "important": (row.source_important or 0) > row.based_on_number,
        "words": row.words,
        "version": row.version,
        "edited_at": row.edited_at,
        "edited_by": row.edited_by,
        "live_stale": row.published_id is not None
        and (row.source_important or 0) > row.live_number,
        "live_outdated": row.published_id is not None
        and (row.source_changed or 0) > row.live_number,
    }


def head_record(row: Row[Any]) -> TextHead:
    """A row of `select_heads`."""
    return TextHead(**_head_values(row))


def text_record(row: Row[Any]) -> Text:
    """A row of `select_heads(whole=True)`."""
    return Text(
        **_head_values(row),
        summary=row.summary,
        keywords=tuple(row.keywords),
        body=row.body,
        extra=dict(row.extra),
    )


def category_record(row: CategoryRow) -> Category:
    """A category."""
    return Category(
        row.id,
        row.parent_id,
        row.position,
        tuple(row.labels),
        row.created_at,
        row.updated_at,
        row.trashed_at,
        dict(row.extra),
    )


def article_record(row: ArticleRow) -> Article:
    """An article."""
    return Article(
        row.id,
        row.category_id,
        row.position,
        tuple(row.labels),
        row.promoted,
        row.owner,
        row.review_by,
        row.created_at,
        row.updated_at,
        row.trashed_at,
        dict(row.extra),
    )


def revision_record(row: RevisionRow, name: str = "") -> Revision:
    """A revision, with what it is called where that is known."""
    return Revision(
        row.id,
        row.text_id,
        row.number,
        row.kind,
        row.title,
        row.summary,
        tuple(row.keywords),
        row.body,
        row.author,
        row.created_at,
        row.based_on,
        Significance(row.significance),
        row.note,
        row.words,
        row.content_hash,
        row.role,
        name,
    )


def locale_record(row: LocaleRow) -> Locale:
    """A locale."""
    return Locale(row.tag, row.name, row.direction, row.position, row.fallback, row.published)


def attachment_record(row: AttachmentRow) -> Attachment:
    """An attachment."""
    return Attachment(
        row.id,
        row.sha256,
        row.name,
        row.media_type,
        row.size,
        row.width,
        row.height,
        dict(row.alt),
        dict(row.variants),
        row.created_at,
    )


def old_slug_record(row: OldSlugRow) -> OldSlug:
    """A retired address."""
    return OldSlug(
        owner_of(row.article_id, row.category_id),
        row.locale,
        row.parent_id,
        row.slug,
        row.retired_at,
    )
