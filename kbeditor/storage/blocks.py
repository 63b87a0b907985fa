"""Blocks of texts, what source blocks once said, and which of their changes were minor."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from kbeditor.domain.blocks import BlockKind, BlockState, Segment
from kbeditor.storage.block_tables import (
    BLOCK,
    EQUIVALENCE,
    SOURCE_SEGMENT,
    BlockRow,
    EquivalenceRow,
    SourceSegmentRow,
)
from kbeditor.storage.chunks import chunked
from kbeditor.storage.tables import TEXT, TextRow
from kbeditor.translation.freshness import Equal
from kbeditor.translation.kept import Block


@dataclass(frozen=True, slots=True)
class MinorChange:
    """A stored equivalence (see `block_tables.EquivalenceRow`)."""

    id: int
    text_id: int
    block_id: str
    old_hash: str
    new_hash: str
    who: str
    why: str
    created_at: datetime


_COLUMNS = (BLOCK.text_id, BLOCK.id, BLOCK.kind, BLOCK.hash, BLOCK.words, BLOCK.state)


def is_made(session: Session, text_id: int) -> bool:
    """Whether a text has blocks (an empty one has, and none of them)."""
    row = session.get(TextRow, text_id)
    return row is not None and row.done_words is not None


def of_text(session: Session, text_id: int) -> tuple[Block, ...]:
    """A text's blocks, in order."""
    return of_texts(session, [text_id])[text_id]


def of_texts(session: Session, text_ids: Collection[int]) -> dict[int, tuple[Block, ...]]:
    """The blocks of some texts, each in order."""
    found: dict[int, list[Block]] = {each: [] for each in text_ids}
    for ids in chunked(list(text_ids)):
        rows = session.execute(
            select(*_COLUMNS, BLOCK.based_on)
            .where(BLOCK.text_id.in_(ids))
            .order_by(BLOCK.text_id, BLOCK.position)
        )
        for text_id, id_, kind, hash_, words, state, based_on in rows:
            links = tuple((each[0], each[1]) for each in based_on)
            found[text_id].append(
                Block(id_, BlockKind(kind), hash_, words, BlockState(state), links)
            )
    return {text_id: tuple(blocks) for text_id, blocks in found.items()}


def ids_once_there(session: Session, owner_id: str) -> dict[str, str]:
    """Hash -> id of every source block that a translation of an owner is based on."""
    rows = session.execute(
        select(BLOCK.based_on)
        .join_from(BlockRow, TextRow, TEXT.id == BLOCK.text_id)
        .where(TEXT.owner_id == owner_id)
    ).scalars()
    return {hash_: id_ for links in rows for id_, hash_ in links if hash_}


def text_ids_of(session: Session, block_ids: Sequence[str]) -> dict[str, int]:
    """Which text each block belongs to; those that are gone are left out."""
    found: dict[str, int] = {}
    for some in chunked(block_ids):
        rows = session.execute(select(BLOCK.id, BLOCK.text_id).where(BLOCK.id.in_(some)))
        found |= {row[0]: row[1] for row in rows}
    return found


def put(
    session: Session, text_id: int, blocks: Sequence[Block], content_hash: str | None = None
) -> None:
    """Make these a text's blocks; only what differs is written.

    They describe `content_hash`; None: what they described before.
    """
    rows = {
        row.id: row
        for row in session.execute(select(BlockRow).where(BLOCK.text_id == text_id)).scalars()
    }
    for position, block in enumerate(blocks):
        row = rows.pop(block.id, None)
        if row is None:
            session.add(BlockRow(id=block.id, text_id=text_id, **_values(position, block)))
            continue
        for name, value in _values(position, block).items():
            if getattr(row, name) != value:
                setattr(row, name, value)
    for row in rows.values():
        session.delete(row)
    text = session.get(TextRow, text_id)
    assert text is not None
    if content_hash is not None and text.blocks_hash != content_hash:
        text.blocks_hash = content_hash
    if text.done_words is None:
        text.done_words = 0
    session.flush()


def _values(position: int, block: Block) -> dict[str, Any]:
    return {
        "position": position,
        "kind": block.kind.value,
        "hash": block.hash,
        "words": block.words,
        "state": int(block.state),
        "based_on": [list(each) for each in block.based_on],
    }


def remember(session: Session, segments: Iterable[Segment]) -> None:
    """Keep what source blocks say, so that a diff can show it after they changed."""
    rows = [
        {"hash": each.hash, "kind": each.kind.value, "text": each.text}
        for each in {each.hash: each for each in segments}.values()
    ]
    if rows:
        session.execute(insert(SourceSegmentRow).prefix_with("OR IGNORE"), rows)


def remembered(session: Session, hashes: Iterable[str]) -> dict[str, str]:
    """What source blocks of some hashes said, where it was kept."""
    found: dict[str, str] = {}
    for some in chunked(sorted(set(hashes))):
        rows = session.execute(
            select(SOURCE_SEGMENT.hash, SOURCE_SEGMENT.text).where(SOURCE_SEGMENT.hash.in_(some))
        )
        found |= {row[0]: row[1] for row in rows}
    return found


def minor_changes(session: Session, text_ids: Collection[int] | None) -> list[MinorChange]:
    """The minor changes of some source texts (None: of all), oldest first."""
    statement = select(EquivalenceRow).order_by(EQUIVALENCE.id)
    if text_ids is not None:
        statement = statement.where(EQUIVALENCE.text_id.in_(list(text_ids)))
    return [
        MinorChange(
            row.id or 0,
            row.text_id,
            row.block_id,
            row.old_hash,
            row.new_hash,
            row.who,
            row.why,
            row.created_at,
        )
        for row in session.execute(statement).scalars()
    ]


def called_minor(session: Session, text_id: int) -> list[tuple[str, str, str]]:
    """The minor changes of a source text: block, old hash, new hash."""
    rows = session.execute(
        select(EQUIVALENCE.block_id, EQUIVALENCE.old_hash, EQUIVALENCE.new_hash).where(
            EQUIVALENCE.text_id == text_id
        )
    )
    return [(row[0], row[1], row[2]) for row in rows]


def equal_for(session: Session, text_id: int) -> Equal:
    """Which hashes of a source text's blocks say the same to its translators."""
    return Equal(called_minor(session, text_id))


def add_minor(
    session: Session,
    text_id: int,
    changes: Iterable[tuple[str, str, str]],
    *,
    who: str,
    why: str,
    created_at: datetime,
) -> int:
    """Record changes (block, old hash, new hash) as minor, once each; how many were new."""
    known = called_minor(session, text_id)
    new = [each for each in dict.fromkeys(changes) if each not in known and each[1] != each[2]]
    for block_id, old_hash, new_hash in new:
        session.add(
            EquivalenceRow(
                text_id=text_id,
                block_id=block_id,
                old_hash=old_hash,
                new_hash=new_hash,
                who=who,
                why=why,
                created_at=created_at,
            )
        )
    session.flush()
    return len(new)


def remove_minor(session: Session, ids: Iterable[int]) -> int:
    """Take minor changes back; how many were there."""
    rows = [row for each in ids if (row := session.get(EquivalenceRow, each)) is not None]
    for row in rows:
        session.delete(row)
    session.flush()
    return len(rows)
