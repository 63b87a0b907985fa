"""What the library's own translations give to the memory, and what a block asks of it."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy.orm import Session

from kbeditor.domain.blocks import BlockState
from kbeditor.domain.errors import NotFound
from kbeditor.domain.records import TextRef
from kbeditor.storage import blocks, matching, memory
from kbeditor.storage.following import (
    segments_of,
    source_locale,
    source_segments,
    text_of,
)
from kbeditor.storage.tables import TextRow
from kbeditor.storage.types import to_text
from kbeditor.translation.kept import Block

_HASH = 16  # digits of a neighbour's hash: enough to tell blocks apart


def forget(session: Session, text_ids: Iterable[int]) -> None:
    """Take out what texts gave that are deleted."""
    memory.forget_texts(session, text_ids)


def refresh(session: Session, text_ids: Iterable[int]) -> None:
    """Make the memory's rows of some texts agree with their blocks.

    A block is remembered once it is translated, with the source that it was translated from.
    """
    source = source_locale(session)
    for text_id in text_ids:
        row = session.get(TextRow, text_id)
        origin = text_of(session, row.owner_id, source) if row else None
        if row is None or origin is None or row.locale == source:
            continue
        memory.replace_text(session, text_id, row.locale, _entries(session, row, origin))


def _entries(session: Session, row: TextRow, origin: TextRow) -> list[memory.Entry]:
    assert row.id is not None
    assert origin.id is not None
    own = blocks.of_text(session, row.id)
    users = Counter(source_id for block in own for source_id, _ in block.based_on)
    done = {
        place: block.based_on[0]
        for place, block in enumerate(own)
        if block.state >= BlockState.TRANSLATED and _stands_alone(block, users)
    }
    if not done or row.blocks_hash != row.content_hash:
        return []
    targets = segments_of(session, row)
    said = _sources(session, origin, {said_hash for _, said_hash in done.values()})
    around = _neighbours(blocks.of_text(session, origin.id))
    when = to_text(row.edited_at)
    return [
        memory.Entry(
            said[said_hash],
            targets[place].text,
            when,
            "",
            own[place].id,
            *around.get(id_, ("", "")),
        )
        for place, (id_, said_hash) in done.items()
        if said_hash in said and targets[place].text.strip()
    ]


def _stands_alone(block: Block, users: Counter[str]) -> bool:
    """Whether a block is the whole translation of one source block, and of words."""
    return block.kind.translatable and len(block.based_on) == 1 and users[block.based_on[0][0]] == 1


def _sources(session: Session, origin: TextRow, hashes: set[str]) -> dict[str, str]:
    """What source blocks of some hashes say, now or when they were translated."""
    found = blocks.remembered(session, hashes)
    if not hashes <= found.keys():
        found |= {each.hash: each.text for each in source_segments(session, origin) if each.text}
    return found


def _neighbours(source: Iterable[Block]) -> dict[str, tuple[str, str]]:
    """The hashes before and after each source block, by its id."""
    hashes = ["", *(each.hash[:_HASH] for each in source), ""]
    return {each.id: (hashes[at], hashes[at + 2]) for at, each in enumerate(source)}


def wanted(session: Session, ref: TextRef, block_id: str, source: str) -> matching.Wanted:
    """What a block (a source block's id) of a translation asks the memory. Raises NotFound."""
    origin = text_of(session, ref.owner.id, source)
    known = blocks.of_text(session, origin.id) if origin and origin.id else ()
    place = next((at for at, each in enumerate(known) if each.id == block_id), None)
    if origin is None or place is None:
        raise NotFound("block", block_id)
    said = _sources(session, origin, {known[place].hash})
    own = text_of(session, ref.owner.id, ref.locale)
    targets = blocks.of_text(session, own.id) if own and own.id else ()
    return matching.Wanted(
        said[known[place].hash],
        ref.locale,
        *_neighbours(known)[block_id],
        next((b.id for b in targets if any(id_ == block_id for id_, _ in b.based_on)), ""),
    )
