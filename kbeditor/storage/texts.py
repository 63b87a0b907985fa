"""Texts and their revisions: reading them as records, adding, changing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session
from sqlmodel import SQLModel

from kbeditor.domain.errors import NotFound
from kbeditor.domain.records import Kind, Ref, Revision, Text, TextHead, TextRef
from kbeditor.domain.states import State
from kbeditor.storage import records
from kbeditor.storage.block_tables import (
    BLOCK,
    DISMISSAL,
    EQUIVALENCE,
    NOTE,
    NOTE_THREAD,
    BlockRow,
    DismissalRow,
    EquivalenceRow,
    NoteRow,
    NoteThreadRow,
)
from kbeditor.storage.chunks import chunked
from kbeditor.storage.people_tables import VERSION_NAME, VersionNameRow
from kbeditor.storage.skeleton import LIVE_ARTICLE, LIVE_CATEGORIES
from kbeditor.storage.tables import LINK, REVISION, TEXT, LinkRow, RevisionRow, TextRow
from kbeditor.storage.unit_of_work import Unit

_HANGING: tuple[tuple[type[SQLModel], Any], ...] = (
    (RevisionRow, REVISION.text_id),
    (BlockRow, BLOCK.text_id),
    (EquivalenceRow, EQUIVALENCE.text_id),
    (DismissalRow, DISMISSAL.text_id),
)
"""What goes with a text."""

_LIVE = (
    f"{LIVE_CATEGORIES}SELECT t.article_id, t.category_id, t.title FROM text t "
    "LEFT JOIN article a ON a.id = t.article_id WHERE t.locale = :locale "
    f"AND (t.category_id IN (SELECT id FROM live) OR (a.id IS NOT NULL AND {LIVE_ARTICLE})) "
    "ORDER BY t.owner_id"
)


def get(session: Session, ref: TextRef, source_locale: str) -> Text | None:
    """A whole text, or None where it is missing."""
    row = session.execute(
        records.select_heads(source_locale, whole=True).where(*_names(ref))
    ).one_or_none()
    return None if row is None else records.text_record(row)


def heads(session: Session, owner: Ref, source_locale: str) -> list[TextHead]:
    """An owner's texts without bodies."""
    rows = session.execute(records.select_heads(source_locale).where(TEXT.owner_id == owner.id))
    return [records.head_record(row) for row in rows]


@dataclass(frozen=True, slots=True)
class TextFacts:
    """A text with its bookkeeping, as use cases need it (columns as in `tables.TextRow`)."""

    id: int
    ref: TextRef
    slug_scope: str
    slug: str
    title: str
    summary: str
    keywords: tuple[str, ...]
    body: str
    extra: dict[str, object]
    state: State
    published_id: str | None
    published_hash: str
    changed_number: int
    important_number: int
    based_on: str | None
    based_on_number: int
    based_on_hash: str
    live_number: int
    content_hash: str
    words: int
    version: int


def _facts(row: TextRow) -> TextFacts:
    assert row.id is not None
    return TextFacts(
        row.id,
        TextRef(records.owner_of(row.article_id, row.category_id), row.locale),
        row.slug_scope,
        row.slug,
        row.title,
        row.summary,
        tuple(row.keywords),
        row.body,
        dict(row.extra),
        State(row.state),
        row.published_id,
        row.published_hash,
        row.changed_number,
        row.important_number,
        row.based_on,
        row.based_on_number,
        row.based_on_hash,
        row.live_number,
        row.content_hash,
        row.words,
        row.version,
    )


def facts(session: Session, ref: TextRef) -> TextFacts:
    """One text with its bookkeeping. Raises NotFound."""
    found = find(session, ref)
    if found is None:
        raise NotFound("text", f"{ref.owner.id} ({ref.locale})")
    return found


def find(session: Session, ref: TextRef) -> TextFacts | None:
    """One text with its bookkeeping, or None."""
    row = session.execute(select(TextRow).where(*_names(ref))).scalar_one_or_none()
    return None if row is None else _facts(row)


def find_many(
    session: Session, refs: Sequence[TextRef]
) -> Iterator[tuple[TextRef, TextFacts | None]]:
    """Many texts, in the order asked."""
    for some in chunked(refs):
        ids = {ref.owner.id for ref in some}
        found = {
            (each.owner_id, each.locale): each
            for each in session.execute(select(TextRow).where(TEXT.owner_id.in_(ids))).scalars()
        }
        for ref in some:
            row = found.get((ref.owner.id, ref.locale))
            yield ref, None if row is None else _facts(row)


def of_owners(session: Session, owners: Sequence[Ref]) -> Iterator[TextFacts]:
    """All texts of some owners."""
    for some in chunked([owner.id for owner in owners]):
        rows = session.execute(select(TextRow).where(TEXT.owner_id.in_(some))).scalars()
        yield from map(_facts, rows)


def rows(session: Session, owners: Sequence[Ref]) -> list[TextRow]:
    """The rows of all texts of some owners, for who writes many: those that are held are not read
    again one by one.
    """
    ids = [owner.id for owner in owners]
    return list(session.execute(select(TextRow).where(TEXT.owner_id.in_(ids))).scalars())


def ref_of(session: Session, text_id: int) -> TextRef:
    """What names a text. Raises NotFound."""
    row = session.get(TextRow, text_id)
    if row is None:
        raise NotFound("text", str(text_id))
    return TextRef(records.owner_of(row.article_id, row.category_id), row.locale)


def live(session: Session, locale: str) -> list[tuple[TextRef, str]]:
    """All texts of a locale that do not lie in the trash, with their titles."""
    rows = session.execute(text(_LIVE), {"locale": locale})
    return [(TextRef(records.owner_of(row[0], row[1]), locale), row[2]) for row in rows]


def ids_in(session: Session, locale: str) -> list[int]:
    """Ids of all texts of one locale."""
    return list(session.execute(select(TEXT.id).where(TEXT.locale == locale)).scalars())


def update(unit: Unit, text_id: int, **values: Any) -> None:
    """Set columns of a text."""
    row = unit.session.get(TextRow, text_id)
    if row is None:
        raise NotFound("text", str(text_id))
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def delete(unit: Unit, text_ids: Iterable[int]) -> None:
    """Delete texts with all that hangs on them; each row's image is kept for undo."""
    session = unit.session
    for text_id in text_ids:
        threads = list(
            session.execute(select(NoteThreadRow).where(NOTE_THREAD.text_id == text_id)).scalars()
        )
        some = select(NoteRow).where(NOTE.thread_id.in_([each.id for each in threads]))
        hanging: list[SQLModel] = list(session.execute(some).scalars())
        hanging += threads
        revisions = select(REVISION.id).where(REVISION.text_id == text_id)
        names = select(VersionNameRow).where(VERSION_NAME.revision_id.in_(revisions))
        hanging += session.execute(names).scalars()
        for table, column in _HANGING:
            hanging += session.execute(select(table).where(column == text_id)).scalars()
        for each in hanging:
            session.delete(each)
        session.flush()
        text = session.get(TextRow, text_id)
        if text is not None:
            session.delete(text)
    session.flush()


def add(unit: Unit, ref: TextRef, **values: Any) -> int:
    """Insert a text; its id. `values` must hold title, slug, slug_scope, state, content_hash."""
    article = ref.owner.kind is Kind.ARTICLE
    new = TextRow(
        article_id=ref.owner.id if article else None,
        category_id=None if article else ref.owner.id,
        locale=ref.locale,
        **{
            "keywords": [],
            "extra": {},
            "created_at": unit.now,
            "edited_at": unit.now,
            "edited_by": unit.who,
            **values,
        },
    )
    unit.session.add(new)
    unit.session.flush()
    assert new.id is not None
    return new.id


def slugs(session: Session, locale: str, scope: str, but: int | None = None) -> set[str]:
    """Slugs taken under a parent in a locale, those of text `but` aside."""
    statement = select(TEXT.slug).where(
        TEXT.locale == locale,
        TEXT.slug_scope == scope,
    )
    if but is not None:
        statement = statement.where(TEXT.id != but)
    return set(session.execute(statement).scalars())


def slugs_taken(
    session: Session, scopes: Collection[str], slugs: Collection[str]
) -> set[tuple[str, str, str]]:
    """Which of some slugs are taken under some parents: (locale, scope, slug)."""
    found: set[tuple[str, str, str]] = set()
    for some in chunked(sorted(slugs)):
        for parents in chunked(sorted(scopes)):
            rows = session.execute(
                select(TEXT.locale, TEXT.slug_scope, TEXT.slug).where(
                    TEXT.slug_scope.in_(parents), TEXT.slug.in_(some)
                )
            )
            found |= {(row[0], row[1], row[2]) for row in rows}
    return found


def revisions(session: Session, text_id: int) -> list[Revision]:
    """A text's revisions of every kind, oldest first."""
    found = session.execute(
        select(RevisionRow)
        .where(REVISION.text_id == text_id)
        .order_by(REVISION.created_at, REVISION.number, REVISION.id)
    ).scalars()
    return [records.revision_record(each) for each in found]


def revision(session: Session, revision_id: str) -> Revision:
    """One revision. Raises NotFound."""
    found = session.get(RevisionRow, revision_id)
    if found is None:
        raise NotFound("revision", revision_id)
    return records.revision_record(found)


def published(session: Session, ref: TextRef, number: int) -> Revision | None:
    """The version of a text that was published under a number."""
    found = session.execute(
        select(RevisionRow)
        .join(TextRow, TEXT.id == REVISION.text_id)
        .where(*_names(ref), REVISION.number == number, REVISION.kind == "published")
    ).scalar_one_or_none()
    return None if found is None else records.revision_record(found)


def next_number(session: Session, text_id: int) -> int:
    """The number that a text's next published version gets; checkpoints have negative ones."""
    last = session.execute(
        select(func.max(REVISION.number)).where(REVISION.text_id == text_id)
    ).scalar_one()
    return max(last or 0, 0) + 1


def add_revision(unit: Unit, **values: Any) -> None:
    """Insert a revision."""
    unit.session.add(RevisionRow(created_at=unit.now, author=unit.who, role=unit.role, **values))


def linking(session: Session, target: str) -> list[TextRef]:
    """Texts whose working body, or live version below a draft, points to an id."""
    owner = TEXT.article_id, TEXT.category_id, TEXT.locale
    working = select(*owner).join(LinkRow, LINK.text_id == TEXT.id).where(LINK.target == target)
    live = (
        select(*owner)
        .join(RevisionRow, REVISION.id == TEXT.published_id)
        .where(
            TEXT.published_hash != TEXT.content_hash, func.instr(REVISION.body, f"kb:{target}") > 0
        )
    )
    found = session.execute(working.union(live))
    return [TextRef(records.owner_of(each[0], each[1]), each[2]) for each in found]


def titles(session: Session, ids: Iterable[str], locale: str, source_locale: str) -> dict[str, str]:
    """Titles by owner id, in a locale or else the source's."""
    found: dict[str, str] = {}
    for some in chunked(list(ids)):
        marks = ",".join(f":i{index}" for index in range(len(some)))
        for owner_id, tag, title in session.execute(
            text(
                f"SELECT owner_id, locale, title FROM text WHERE owner_id IN ({marks}) "
                "AND locale IN (:locale, :source)"
            ),
            {f"i{i}": each for i, each in enumerate(some)}
            | {"locale": locale, "source": source_locale},
        ):
            if tag == locale or owner_id not in found:
                found[owner_id] = title
    return found


def _names(ref: TextRef) -> tuple[Any, Any]:
    return TEXT.owner_id == ref.owner.id, TEXT.locale == ref.locale
