"""Reads the blocks of a source beside those of a translation: the rows of the translation view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kbeditor.domain.blocks import BlockPair, BlockState, Freshness, Segment
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Ref, TextRef
from kbeditor.services.base import Service
from kbeditor.services.linking import Linking, link_pairs
from kbeditor.storage import blocks, following, notes, pairs, splits, texts
from kbeditor.translation.freshness import Equal, Row, compare
from kbeditor.translation.kept import Block


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pair of texts block by block. `said`: what source blocks said before, by hash."""

    source: tuple[Block, ...]
    source_segments: tuple[Segment, ...]
    target: tuple[Block, ...]
    target_segments: tuple[Segment, ...]
    equal: Equal
    said: Mapping[str, str]
    notes: Mapping[str | None, int]


class Pairing(Service):
    """Use cases that need both sides of a translation."""

    def pairs(self, ref: TextRef) -> tuple[BlockPair, ...]:
        """The blocks of the published source beside the working translation, in the source's order.

        Orphans stand where they stand in the translation. Makes what is missing. Raises NotFound,
        KbError `source_unpublished`.
        """
        self.make(ref.owner)
        return pairs_of(self._load(ref))

    def make(self, owner: Ref) -> None:
        """Make the blocks of an owner's texts where they are missing."""
        if not self._store.read_only:
            Linking(self._store, self._source).link(owners=[owner])

    def pairs_or_missing(self, ref: TextRef) -> tuple[tuple[BlockPair, ...], bool]:
        """As `pairs`, but for a translation that is not begun, too; and whether it is begun.

        Makes nothing: see `make`.
        """
        with self._store.reading() as session:
            begun = texts.find(session, ref) is not None
        if begun:
            return pairs_of(self._load(ref)), True
        with self._store.reading() as session:
            source = texts.facts(session, TextRef(ref.owner, self._source))
            if not blocks.is_made(session, source.id):
                raise no_source()
            lacking = Loaded(
                blocks.of_text(session, source.id),
                following.segments_described(session, source.id),
                (),
                (),
                Equal(()),
                {},
                notes.open_by_block(session, [source.id]),
            )
        return pairs_of(lacking), False

    def _load(self, ref: TextRef) -> Loaded:
        with self._store.reading() as session:
            target = texts.facts(session, ref)
            source = texts.facts(session, TextRef(ref.owner, self._source))
            said = target.title, target.summary, target.keywords, target.body
            here = splits.segments(session, *said)
            made = blocks.is_made(session, source.id)
            if made and blocks.is_made(session, target.id):
                found = blocks.of_texts(session, [source.id, target.id])
                hashes = {hash_ for each in found[target.id] for _, hash_ in each.based_on}
                return Loaded(
                    found[source.id],
                    following.segments_described(session, source.id),
                    found[target.id],
                    here,
                    blocks.equal_for(session, source.id),
                    blocks.remembered(session, hashes),
                    notes.open_by_block(session, [source.id, target.id]),
                )
            unlinked = pairs.read(session, ref.owner, self._source)
            if unlinked is None:
                raise no_source()
            # A library that cannot be written: the blocks are made each time they are looked at.
            linked = link_pairs(unlinked)
            return Loaded(
                linked.source or unlinked.blocks or (),
                linked.source_segments,
                next(made for text, made in linked.translations if text.id == target.id),
                here,
                Equal((each[1], each[2], each[3]) for each in linked.minor),
                {each.hash: each.text for each in linked.forgotten},
                notes.open_by_block(session, [source.id, target.id]),
            )


def no_source() -> KbError:
    """The source was never published: there is nothing to translate from."""
    return KbError(
        "source_unpublished",
        "The source of this text was never published: publish it first, then translate it.",
    )


def pairs_of(loaded: Loaded) -> tuple[BlockPair, ...]:
    """One row per source block, and one per orphan."""
    standing = compare(
        [each.as_source() for each in loaded.source],
        [each.as_target() for each in loaded.target],
        loaded.equal,
    )
    grouped: list[list[Row]] = []
    for row in standing.rows:
        if grouped and row.source is not None and grouped[-1][0].source == row.source:
            grouped[-1].append(row)
        else:
            grouped.append([row])
    now = {
        block.hash: segment.text
        for block, segment in zip(loaded.source, loaded.source_segments, strict=True)
    }
    said = now | dict(loaded.said)
    return tuple(_pair(loaded, said, rows) for rows in grouped)


def _pair(loaded: Loaded, said: Mapping[str, str], rows: Sequence[Row]) -> BlockPair:
    first = rows[0]
    places = [row.target for row in rows if row.target is not None]
    targets = [loaded.target[at] for at in places]
    segments = [loaded.target_segments[at] for at in places]
    if first.source is None:
        origin, segment = targets[0], None
        freshness = Freshness.ORPHAN
    else:
        origin, segment = loaded.source[first.source], loaded.source_segments[first.source]
        stale = [row.freshness for row in rows if row.freshness is not Freshness.CURRENT]
        freshness = stale[0] if stale else Freshness.CURRENT
    return BlockPair(
        id=origin.id,
        kind=origin.kind,
        source=None if segment is None else segment.text,
        target="\n\n".join(each.text for each in segments) if places else None,
        previous=_previous(said, origin.id, targets, freshness),
        state=min((row.state for row in rows), default=BlockState.EMPTY),
        freshness=freshness,
        words=origin.words,
        source_hash="" if segment is None else origin.hash,
        source_line=0 if segment is None else segment.line,
        target_line=segments[0].line if segments else 0,
        target_id=targets[0].id if targets else None,
        shared=any(len(each.based_on) > 1 for each in targets),
        open_notes=loaded.notes.get(origin.id, 0),
    )


def _previous(
    said: Mapping[str, str], block_id: str, targets: Sequence[Block], freshness: Freshness
) -> str | None:
    """What an outdated block or an orphan was translated from, where that was kept."""
    if freshness not in (Freshness.OUTDATED, Freshness.ORPHAN):
        return None
    wanted = dict.fromkeys(
        hash_
        for each in targets
        for id_, hash_ in each.based_on
        if freshness is Freshness.ORPHAN or id_ == block_id
    )
    known = dict.fromkeys(said[hash_] for hash_ in wanted if hash_ in said)
    return "\n\n".join(known) if known else None
