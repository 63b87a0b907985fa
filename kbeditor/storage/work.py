"""What is kept with texts for their translators, read and written whole: for bundles."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session
from sqlmodel import SQLModel

from kbeditor.domain.blocks import BlockKind, BlockState, Note, Segment
from kbeditor.domain.work import (
    FormerBlock,
    KeptBlock,
    KeptDismissal,
    KeptMinor,
    KeptTerm,
    KeptThread,
    TextWork,
)
from kbeditor.storage.block_tables import (
    BLOCK,
    DISMISSAL,
    EQUIVALENCE,
    GLOSSARY,
    NOTE,
    NOTE_THREAD,
    SOURCE_SEGMENT,
    BlockRow,
    DismissalRow,
    EquivalenceRow,
    GlossaryRow,
    NoteRow,
    NoteThreadRow,
    SourceSegmentRow,
)
from kbeditor.storage.chunks import chunked
from kbeditor.storage.tables import TEXT, TextRow


def of_text(session: Session, text_id: int, source: str) -> TextWork:
    """Everything that is kept with a text."""
    text = session.execute(
        select(TEXT.owner_id, TEXT.locale, TEXT.done_words).where(TEXT.id == text_id)
    ).one()
    minor = tuple(_minor(session, text_id))
    return TextWork(
        tuple(_blocks(session, text_id)) if text.done_words is not None else None,
        minor,
        tuple(_former(session, text.owner_id, minor)) if text.locale == source else (),
        tuple(_threads(session, text_id)),
        tuple(_dismissals(session, text_id)),
    )


def _blocks(session: Session, text_id: int) -> Iterator[KeptBlock]:
    rows = session.execute(
        select(BLOCK.id, BLOCK.hash, BLOCK.state, BLOCK.based_on)
        .where(BLOCK.text_id == text_id)
        .order_by(BLOCK.position)
    )
    for id_, hash_, state, based_on in rows:
        links = tuple((each[0], each[1]) for each in based_on)
        yield KeptBlock(id_, hash_, BlockState(state), links)


def _minor(session: Session, text_id: int) -> Iterator[KeptMinor]:
    rows = session.execute(
        select(EquivalenceRow).where(EQUIVALENCE.text_id == text_id).order_by(EQUIVALENCE.id)
    ).scalars()
    for row in rows:
        yield KeptMinor(row.block_id, row.old_hash, row.new_hash, row.who, row.why, row.created_at)


def _former(session: Session, owner_id: str, minor: Collection[KeptMinor]) -> Iterator[FormerBlock]:
    """What a source's translations are based on, and its minor changes were about."""
    links = session.execute(
        select(BLOCK.based_on)
        .join_from(BlockRow, TextRow, TEXT.id == BLOCK.text_id)
        .where(TEXT.owner_id == owner_id)
    ).scalars()
    wanted = {hash_ for each in links for _, hash_ in each}
    wanted |= {hash_ for each in minor for hash_ in (each.old_hash, each.new_hash)}
    for some in chunked(sorted(wanted)):
        rows = session.execute(
            select(SourceSegmentRow)
            .where(SOURCE_SEGMENT.hash.in_(some))
            .order_by(SOURCE_SEGMENT.hash)
        ).scalars()
        for row in rows:
            yield FormerBlock(row.hash, BlockKind(row.kind), row.text)


def _threads(session: Session, text_id: int) -> Iterator[KeptThread]:
    threads = (
        session.execute(
            select(NoteThreadRow)
            .where(NOTE_THREAD.text_id == text_id)
            .order_by(NOTE_THREAD.created_at, NOTE_THREAD.id)
        )
        .scalars()
        .all()
    )
    notes: dict[str, list[Note]] = defaultdict(list)
    for some in chunked([each.id for each in threads]):
        found = session.execute(
            select(NoteRow).where(NOTE.thread_id.in_(some)).order_by(NOTE.created_at, NOTE.id)
        ).scalars()
        for row in found:
            notes[row.thread_id].append(
                Note(row.id, row.author, row.role, row.body, row.created_at)
            )
    for each in threads:
        yield KeptThread(
            each.id,
            each.block_id,
            each.created_at,
            each.resolved_at,
            each.resolved_by,
            tuple(notes[each.id]),
        )


def _dismissals(session: Session, text_id: int) -> Iterator[KeptDismissal]:
    rows = session.execute(
        select(DismissalRow).where(DISMISSAL.text_id == text_id).order_by(DISMISSAL.id)
    ).scalars()
    for row in rows:
        yield KeptDismissal(
            row.block_id,
            row.check_id,
            row.fingerprint,
            row.detail,
            row.reason,
            row.who,
            row.created_at,
        )


def terms(session: Session) -> tuple[KeptTerm, ...]:
    """The whole glossary."""
    rows = session.execute(
        select(GlossaryRow).order_by(GLOSSARY.locale, GLOSSARY.term, GLOSSARY.id)
    ).scalars()
    return tuple(
        KeptTerm(
            row.id,
            row.term,
            row.locale,
            row.translation,
            tuple(row.forbidden),
            row.note,
            row.created_at,
        )
        for row in rows
    )


def put_terms(session: Session, wanted: Collection[KeptTerm]) -> None:
    """Insert terms of the glossary."""
    rows = [
        {
            "id": each.id,
            "term": each.term,
            "locale": each.locale,
            "translation": each.translation,
            "forbidden": list(each.forbidden),
            "note": each.note,
            "created_at": each.created_at,
        }
        for each in wanted
    ]
    if rows:
        session.execute(insert(GlossaryRow), rows)


def rows_of(
    text_id: int, work: TextWork, segments: Collection[Segment]
) -> Iterator[tuple[type[SQLModel], dict[str, Any]]]:
    """The rows to insert for a text; its blocks only where they are those of its segments."""
    if work.blocks is not None and fits(work, segments):
        for position, (block, segment) in enumerate(zip(work.blocks, segments, strict=True)):
            yield (
                BlockRow,
                {
                    "id": block.id,
                    "text_id": text_id,
                    "position": position,
                    "kind": segment.kind.value,
                    "hash": block.hash,
                    "words": segment.words,
                    "state": int(block.state),
                    "based_on": [list(each) for each in block.based_on],
                },
            )
    for minor in work.minor:
        yield (
            EquivalenceRow,
            {
                "text_id": text_id,
                "block_id": minor.block_id,
                "old_hash": minor.old_hash,
                "new_hash": minor.new_hash,
                "who": minor.who,
                "why": minor.why,
                "created_at": minor.created_at,
            },
        )
    for thread in work.threads:
        yield (
            NoteThreadRow,
            {
                "id": thread.id,
                "text_id": text_id,
                "block_id": thread.block_id,
                "created_at": thread.created_at,
                "resolved_at": thread.resolved_at,
                "resolved_by": thread.resolved_by,
            },
        )
        for note in thread.notes:
            yield (
                NoteRow,
                {
                    "id": note.id,
                    "thread_id": thread.id,
                    "author": note.author,
                    "role": note.role,
                    "body": note.body,
                    "created_at": note.created_at,
                },
            )
    for each in work.dismissals:
        yield (
            DismissalRow,
            {
                "text_id": text_id,
                "block_id": each.block_id,
                "check_id": each.check,
                "fingerprint": each.fingerprint,
                "detail": each.detail,
                "reason": each.reason,
                "who": each.who,
                "created_at": each.created_at,
            },
        )


def fits(work: TextWork, segments: Collection[Segment]) -> bool:
    """Whether blocks are those of a text as this program splits it; else they are made anew."""
    return work.blocks is not None and [each.hash for each in work.blocks] == [
        each.hash for each in segments
    ]
