"""Rows and selected columns -> the frozen records that leave this floor."""

from typing import Any

from sqlalchemy import Row, Select, and_, select
from sqlalchemy.orm import aliased

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
    ArticleRow,
    AttachmentRow,
    CategoryRow,
    LocaleRow,
    OldSlugRow,
    RevisionRow,
    TextRow,
)

_SOURCE = aliased(TextRow, name="source")
_HEAD = (
    TextRow.id,
    TextRow.article_id,
    TextRow.category_id,
    TextRow.locale,
    TextRow.title,
    TextRow.slug,
    TextRow.state,
    TextRow.published_id,
    TextRow.based_on,
    TextRow.based_on_number,
    TextRow.words,
    TextRow.version,
    TextRow.edited_at,
    TextRow.edited_by,
    _SOURCE.changed_number.label("source_changed"),  # type: ignore[attr-defined]
    _SOURCE.important_number.label("source_important"),  # type: ignore[attr-defined]
)
_LONG = (TextRow.keywords, TextRow.extra, TextRow.summary, TextRow.body)


def select_heads(source_locale: str, *, whole: bool = False) -> Select[Any]:
    """A select of texts with their source's numbers beside them; `whole` adds the long columns."""
    columns: tuple[Any, ...] = _HEAD + _LONG if whole else _HEAD
    return select(*columns).outerjoin(
        _SOURCE,
        and_(
            _SOURCE.owner_id == TextRow.owner_id,  # type: ignore[arg-type]
            _SOURCE.locale == source_locale,  # type: ignore[arg-type]
            TextRow.locale != source_locale,  # type: ignore[arg-type]
        ),
    )


def owner_of(article_id: str | None, category_id: str | None) -> Ref:
    """The Ref that two nullable columns name."""
    if article_id is not None:
        return Ref(Kind.ARTICLE, article_id)
    assert category_id is not None
    return Ref(Kind.CATEGORY, category_id)


def _head_values(row: Row[Any]) -> tuple[Any, ...]:
    return (
        row.id,
        owner_of(row.article_id, row.category_id),
        row.locale,
        row.title,
        row.slug,
        State(row.state),
        row.published_id,
        row.based_on,
        (row.source_changed or 0) > row.based_on_number,
        (row.source_important or 0) > row.based_on_number,
        row.words,
        row.version,
        row.edited_at,
        row.edited_by,
    )


def head_record(row: Row[Any]) -> TextHead:
    """A row of `select_heads`."""
    return TextHead(*_head_values(row))


def text_record(row: Row[Any]) -> Text:
    """A row of `select_heads(whole=True)`."""
    return Text(*_head_values(row), row.summary, tuple(row.keywords), row.body, dict(row.extra))


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


def revision_record(row: RevisionRow) -> Revision:
    """A revision."""
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
