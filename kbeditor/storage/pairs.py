"""Which translations still lack blocks, and what is needed to make them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from kbeditor.domain.records import Ref
from kbeditor.domain.states import Significance, State
from kbeditor.storage import blocks
from kbeditor.storage.records import owner_of
from kbeditor.storage.tables import REVISION, TEXT, RevisionRow, TextRow
from kbeditor.translation.kept import Block

_PENDING = text(
    "SELECT t.article_id, t.category_id FROM text t JOIN text s ON s.owner_id = t.owner_id "
    "AND s.locale = :source WHERE t.locale <> :source AND t.done_words IS NULL "
    "AND EXISTS (SELECT 1 FROM revision r WHERE r.text_id = s.id AND r.kind = 'published') "
    "GROUP BY t.owner_id"
)

# The translations first, by their index alone: most often none lacks anything.
_ANY_PENDING = text(
    "SELECT EXISTS (SELECT 1 FROM text t INDEXED BY ix_text_head "
    "CROSS JOIN text s ON s.owner_id = t.owner_id AND s.locale = :source "
    "WHERE t.locale <> :source AND t.done_words IS NULL "
    "AND EXISTS (SELECT 1 FROM revision r WHERE r.text_id = s.id AND r.kind = 'published'))"
)

_UNMADE = text(
    "SELECT s.article_id, s.category_id FROM text s WHERE s.locale = :source "
    "AND s.done_words IS NULL AND s.published_id IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class Version:
    """A published version of a source."""

    id: str
    number: int
    title: str
    summary: str
    keywords: tuple[str, ...]
    body: str
    content_hash: str
    significance: Significance
    note: str
    author: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A translation without blocks."""

    id: int
    title: str
    summary: str
    keywords: tuple[str, ...]
    body: str
    content_hash: str
    state: State
    based_on: str | None
    outdated: bool


@dataclass(frozen=True, slots=True)
class Pairs:
    """A source with those of its translations that lack blocks.

    `blocks` are the source's, None where they are not made; `versions` are its published ones,
    oldest first, up to the one that blocks describe.
    """

    source_id: int
    blocks: tuple[Block, ...] | None
    versions: tuple[Version, ...]
    translations: tuple[Unlinked, ...]


def pending(session: Session, source: str) -> list[Ref]:
    """Owners with a translation whose blocks could be made."""
    return [owner_of(row[0], row[1]) for row in session.execute(_PENDING, {"source": source})]


def any_pending(session: Session, source: str) -> bool:
    """Whether `pending` would give any."""
    return bool(session.execute(_ANY_PENDING, {"source": source}).scalar_one())


def unmade(session: Session, source: str) -> list[Ref]:
    """Owners whose published source has no blocks yet, translated or not."""
    return [owner_of(row[0], row[1]) for row in session.execute(_UNMADE, {"source": source})]


def complete(session: Session, owner: Ref) -> bool:
    """Whether all texts of an owner have blocks: then there is no need to read its history."""
    lacking = select(TEXT.id).where(TEXT.owner_id == owner.id, TEXT.done_words.is_(None)).limit(1)
    return session.execute(lacking).first() is None


def read(session: Session, owner: Ref, source: str) -> Pairs | None:
    """What is needed to make an owner's blocks; None when the source was never published."""
    rows = session.execute(select(TextRow).where(TEXT.owner_id == owner.id)).scalars().all()
    origin = next((row for row in rows if row.locale == source), None)
    if origin is None or origin.id is None:
        return None
    versions = list(_versions(session, origin.id))
    live = origin.blocks_hash if origin.done_words is not None else origin.published_hash
    while versions and live and versions[-1].content_hash != live:
        versions.pop()
    if not versions:
        return None
    return Pairs(
        origin.id,
        None if origin.done_words is None else blocks.of_text(session, origin.id),
        tuple(versions),
        tuple(
            Unlinked(
                row.id or 0,
                row.title,
                row.summary,
                tuple(row.keywords),
                row.body,
                row.content_hash,
                State(row.state),
                row.based_on,
                row.based_on_number < origin.changed_number,
            )
            for row in rows
            if row is not origin and row.done_words is None
        ),
    )


def _versions(session: Session, text_id: int) -> Iterator[Version]:
    found = session.execute(
        select(RevisionRow)
        .where(REVISION.text_id == text_id, REVISION.kind == "published")
        .order_by(REVISION.number)
    ).scalars()
    for row in found:
        yield Version(
            row.id,
            row.number,
            row.title,
            row.summary,
            tuple(row.keywords),
            row.body,
            row.content_hash,
            Significance(row.significance),
            row.note,
            row.author,
            row.created_at,
        )


def still_lacks(session: Session, text_id: int, content_hash: str) -> bool:
    """Whether a text is as it was read, and nobody made its blocks meanwhile."""
    row = session.get(TextRow, text_id)
    return row is not None and row.done_words is None and row.content_hash == content_hash
