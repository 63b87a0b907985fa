"""Releases as they are remembered, and every address that they had."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kbeditor.domain.errors import NotFound
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.releases import Release
from kbeditor.domain.rendered import rendered_from_json
from kbeditor.domain.site import ReleasedAddress
from kbeditor.domain.source import Page
from kbeditor.storage.chunks import chunked
from kbeditor.storage.publishing_tables import (
    RELEASE,
    RELEASED_ADDRESS,
    ReleasedAddressRow,
    ReleaseRow,
)
from kbeditor.storage.records import owner_of
from kbeditor.storage.tables import (
    RENDERING,
    REVISION,
    AttachmentDataRow,
    RenderingRow,
    RevisionRow,
    TextRow,
)
from kbeditor.storage.types import to_text
from kbeditor.storage.unit_of_work import Unit

_BATCH = 500
_UPSERT = (
    "INSERT INTO released_address "
    "(profile, address, locale, kind, owner_id, parent_id, title, first, last) "
    "VALUES (:profile, :address, :locale, :kind, :owner_id, :parent_id, :title, :number, :number) "
    "ON CONFLICT (profile, address) DO UPDATE SET locale = excluded.locale, kind = excluded.kind, "
    "owner_id = excluded.owner_id, parent_id = excluded.parent_id, title = excluded.title, "
    "last = excluded.last"
)


class AddressedPage(NamedTuple):
    """A page of a release at its address."""

    address: str
    owner: Ref
    locale: str
    parent_id: str | None
    title: str


def listed(session: Session) -> list[Release]:
    """All releases, the newest first."""
    columns = [each for each in RELEASE if each.name not in {"snapshot", "manifest"}]
    rows = session.execute(select(*columns).order_by(RELEASE.number.desc()))
    return [
        Release(
            row.number,
            row.profile,
            row.profile_name,
            row.note,
            row.author,
            row.created_at,
            row.page_version,
            row.digest,
            row.pages,
            row.files,
        )
        for row in rows
    ]


def next_number(session: Session) -> int:
    """The number of the next release."""
    kept = session.execute(select(func.max(RELEASE.number))).scalar_one() or 0
    # A library that came from a bundle has the addresses of releases that stayed behind.
    named = session.execute(select(func.max(RELEASED_ADDRESS.last))).scalar_one() or 0
    return max(kept, named) + 1


def last_of(session: Session, profile: str) -> int:
    """The number of a profile's last release, 0 where there was none."""
    statement = select(func.max(RELEASE.number)).where(RELEASE.profile == profile)
    return session.execute(statement).scalar_one() or 0


def snapshot(session: Session, number: int) -> bytes:
    """What a release was made of, deflated. Raises NotFound."""
    return _blob(session, number, "snapshot")


def manifest(session: Session, number: int) -> bytes:
    """The manifest of a release, deflated. Raises NotFound."""
    return _blob(session, number, "manifest")


def _blob(session: Session, number: int, column: str) -> bytes:
    found = session.execute(
        select(RELEASE[column]).where(RELEASE.number == number)
    ).scalar_one_or_none()
    if found is None:
        raise NotFound("release", str(number))
    return bytes(found)


def add(
    unit: Unit, release: Release, snapshot: bytes, manifest: bytes, pages: Iterable[AddressedPage]
) -> None:
    """Remember a release and the addresses of its pages."""
    unit.session.add(
        ReleaseRow(
            number=release.number,
            profile=release.profile,
            profile_name=release.profile_name,
            note=release.note,
            author=release.author,
            created_at=release.created_at,
            page_version=release.page_version,
            digest=release.digest,
            pages=release.pages,
            files=release.files,
            snapshot=snapshot,
            manifest=manifest,
        )
    )
    unit.session.flush()
    values = [
        {
            "profile": release.profile,
            "address": each.address,
            "locale": each.locale,
            "kind": each.owner.kind.value,
            "owner_id": each.owner.id,
            "parent_id": each.parent_id,
            "title": each.title,
            "number": release.number,
        }
        for each in pages
    ]
    if values:
        unit.session.connection().exec_driver_sql(_UPSERT, values)


def addresses(session: Session, profile: str) -> Iterator[ReleasedAddress]:
    """Every address that a page had in a release of a profile, oldest release first."""
    rows = session.execute(
        select(ReleasedAddressRow)
        .where(RELEASED_ADDRESS.profile == profile)
        .order_by(RELEASED_ADDRESS.last, RELEASED_ADDRESS.address)
    ).scalars()
    for row in rows:
        owner = Ref(Kind(row.kind), row.owner_id)
        yield ReleasedAddress(row.address, owner, row.locale, row.parent_id, row.title)


def revision_pages(
    session: Session, revisions: Mapping[int, str], renderer: int
) -> Iterator[tuple[int, Page]]:
    """For ids of texts the content of one of their revisions each; those that are gone are left
    out.
    """
    texts = {revision: text_id for text_id, revision in revisions.items()}
    for some in chunked(list(texts), _BATCH):
        rows = session.execute(
            select(RevisionRow, RENDERING.html, RENDERING.parts)
            .outerjoin(
                RenderingRow,
                (RENDERING.revision_id == REVISION.id) & (RENDERING.renderer == renderer),
            )
            .where(REVISION.id.in_(some))
        ).all()
        for row, html, parts in rows:
            text = session.get_one(TextRow, row.text_id)
            yield (
                texts[row.id],
                Page(
                    owner_of(text.article_id, text.category_id),
                    text.locale,
                    row.title,
                    row.summary,
                    tuple(row.keywords),
                    row.body,
                    row.id,
                    to_text(row.created_at),
                    None
                    if html is None
                    else rendered_from_json({"html": html, **json.loads(parts)}),
                ),
            )


def bytes_of(session: Session, sha256: str) -> bytes | None:
    """The bytes of a file, also of one that is no longer among the attachments."""
    row = session.get(AttachmentDataRow, sha256)
    return None if row is None else bytes(row.data)
