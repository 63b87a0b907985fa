"""Locales, settings, attachments and the library's own row."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from kbeditor.domain.errors import NotFound
from kbeditor.domain.records import Attachment, Kind, Locale, Ref
from kbeditor.storage import records
from kbeditor.storage.chunks import chunked
from kbeditor.storage.tables import (
    ATTACHMENT,
    LOCALE,
    OLD_SLUG,
    AttachmentDataRow,
    AttachmentRow,
    LibraryRow,
    LocaleRow,
    OldSlugRow,
    SettingRow,
)
from kbeditor.storage.unit_of_work import Unit

_ADDRESS = ("article_id", "category_id", "locale", "parent_id", "slug")
"""What names an address of old."""


def add_library(
    unit: Unit, library_id: str, name: str, source_locale: str, created_at: Any = None
) -> None:
    """Insert the one row of a new library, or rewrite it (import of a whole library)."""
    row = unit.session.execute(select(LibraryRow)).scalar_one_or_none()
    if row is not None:
        unit.session.delete(row)
        unit.session.flush()
    unit.session.add(
        LibraryRow(
            id=library_id, name=name, source_locale=source_locale, created_at=created_at or unit.now
        )
    )
    unit.session.flush()


def rename_library(unit: Unit, name: str) -> None:
    """Set the library's name."""
    unit.session.execute(select(LibraryRow)).scalar_one().name = name


def locales(session: Session) -> tuple[Locale, ...]:
    """All locales, in order."""
    rows = session.execute(select(LocaleRow).order_by(LOCALE.position)).scalars()
    return tuple(map(records.locale_record, rows))


def add_locale(unit: Unit, locale: Locale) -> None:
    """Insert a locale."""
    unit.session.add(
        LocaleRow(
            tag=locale.tag,
            name=locale.name,
            direction=locale.direction,
            position=locale.position,
            fallback=locale.fallback,
            published=locale.published,
        )
    )
    unit.session.flush()


def update_locale(unit: Unit, tag: str, **values: Any) -> None:
    """Set columns of a locale. Raises NotFound."""
    row = _locale(unit.session, tag)
    for name, value in values.items():
        setattr(row, name, value)


def remove_locale(unit: Unit, tag: str) -> None:
    """Delete a locale that has no texts any more. Raises NotFound."""
    unit.session.delete(_locale(unit.session, tag))


def check_locale(session: Session, tag: str) -> None:
    """Raise NotFound when the library has no such locale."""
    _locale(session, tag)


def _locale(session: Session, tag: str) -> LocaleRow:
    row = session.get(LocaleRow, tag)
    if row is None:
        raise NotFound("locale", tag)
    return row


def settings(session: Session) -> dict[str, object]:
    """All settings by key."""
    return {row.key: row.value for row in session.execute(select(SettingRow)).scalars()}


def put_setting(unit: Unit, key: str, value: object) -> None:
    """Write one setting; None deletes it."""
    row = unit.session.get(SettingRow, key)
    if value is None:
        if row is not None:
            unit.session.delete(row)
    elif row is None:
        unit.session.add(SettingRow(key=key, value=value))
    else:
        row.value = value


def add_old_slugs(unit: Unit, retired: Sequence[Mapping[str, Any]]) -> None:
    """Remember retired addresses, each once. Each holds `article_id`, `category_id` (one of them is
    None), `locale`, `parent_id` and `slug`.
    """
    known: set[tuple[Any, ...]] = set()
    columns = tuple(OLD_SLUG[name] for name in _ADDRESS)
    for owner in _ADDRESS[:2]:
        for ids in chunked(sorted({each[owner] for each in retired if each[owner]})):
            rows = unit.session.execute(select(*columns).where(OLD_SLUG[owner].in_(ids)))
            known |= {tuple(row) for row in rows}
    for each in retired:
        address = tuple(each[name] for name in _ADDRESS)
        if address not in known:
            known.add(address)
            unit.session.add(OldSlugRow(retired_at=unit.now, **each))


def attachments(session: Session) -> tuple[Attachment, ...]:
    """All attachments, by name."""
    rows = session.execute(select(AttachmentRow).order_by(ATTACHMENT.name, ATTACHMENT.id)).scalars()
    return tuple(map(records.attachment_record, rows))


def attachment(session: Session, attachment_id: str) -> Attachment:
    """One attachment. Raises NotFound."""
    return records.attachment_record(_attachment(session, attachment_id))


def attachments_by_id(session: Session, ids: Iterable[str]) -> dict[str, Attachment]:
    """Those of some ids that are attachments."""
    rows = session.execute(select(AttachmentRow).where(ATTACHMENT.id.in_(list(ids)))).scalars()
    return {row.id: records.attachment_record(row) for row in rows}


def attachment_ids(session: Session) -> dict[str, str]:
    """SHA-256 -> id of every attachment."""
    return {row[0]: row[1] for row in session.execute(select(ATTACHMENT.sha256, ATTACHMENT.id))}


def add_attachment(unit: Unit, data: bytes, **values: Any) -> None:
    """Insert an attachment and its bytes; `values` as the columns."""
    known = unit.session.get(AttachmentDataRow, values["sha256"])
    if known is None:
        unit.session.add(AttachmentDataRow(sha256=values["sha256"], data=data))
    unit.session.add(AttachmentRow(created_at=unit.now, alt={}, variants={}, **values))
    unit.session.flush()


def update_attachment(unit: Unit, attachment_id: str, **values: Any) -> None:
    """Set columns of an attachment. Raises NotFound."""
    row = _attachment(unit.session, attachment_id)
    for name, value in values.items():
        setattr(row, name, value)


def remove_attachment(unit: Unit, attachment_id: str) -> None:
    """Delete an attachment. Its bytes stay, so that this can be undone."""
    unit.session.delete(_attachment(unit.session, attachment_id))
    unit.session.flush()


def _attachment(session: Session, attachment_id: str) -> AttachmentRow:
    row = session.get(AttachmentRow, attachment_id)
    if row is None:
        raise NotFound("attachment", attachment_id)
    return row


def is_empty(session: Session) -> bool:
    """Whether the library has no category, article or attachment, trash included."""
    return not session.execute(
        text(
            "SELECT EXISTS (SELECT 1 FROM category) OR EXISTS (SELECT 1 FROM article) "
            "OR EXISTS (SELECT 1 FROM attachment)"
        )
    ).scalar_one()


def all_ids(session: Session) -> set[str]:
    """Every id in use, for an import to avoid."""
    return set(
        session.execute(
            text(
                "SELECT id FROM category UNION SELECT id FROM article "
                "UNION SELECT id FROM attachment UNION SELECT id FROM revision"
            )
        ).scalars()
    )


def article_titles(session: Session, locale: str) -> list[tuple[Ref, str]]:
    """Every article's title in one locale."""
    rows = session.execute(
        text(
            "SELECT article_id, title FROM text WHERE locale = :locale AND article_id IS NOT NULL"
        ),
        {"locale": locale},
    )
    return [(Ref(Kind.ARTICLE, row[0]), row[1]) for row in rows]
