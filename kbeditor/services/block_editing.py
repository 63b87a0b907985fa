"""A translation's text changed block by block within one transaction; its blocks' ids go on."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from kbeditor.domain.blocks import FIELDS, BlockKind, BlockState, Segment
from kbeditor.domain.errors import Conflict, NotFound
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import State
from kbeditor.services.ids import new_id
from kbeditor.services.writing import add_text, check_lengths, follow_title, rewrite
from kbeditor.storage import blocks, following, splits, texts
from kbeditor.storage.unit_of_work import Unit
from kbeditor.translation.carrying import (
    after_editing,
    begin_block,
    begun,
    copied,
    made_current,
    written,
)
from kbeditor.translation.kept import Block, reviewed
from kbeditor.translation.splitting import Document, insert_block, text_segments

_BLANKS = re.compile(r"[ \t\r\n]+")


class BlockEditing:
    """One translation whose blocks are made, open for changes. `finish` writes them.

    Blocks are named by the source block's id or, for orphans, by their own.
    """

    def __init__(
        self, unit: Unit, ref: TextRef, source_locale: str, version: int | None = None
    ) -> None:
        """Raises NotFound; Conflict when the text was written since `version`."""
        self._unit = unit
        self.text = texts.facts(unit.session, ref)
        if version is not None and self.text.version != version:
            raise Conflict(f"“{self.text.title}”")
        source = texts.facts(unit.session, TextRef(ref.owner, source_locale))
        self.source = blocks.of_text(unit.session, source.id)
        self.source_segments = following.segments_described(unit.session, source.id)
        self._source_body = following.content_described(unit.session, source.id).body
        self.blocks = list(blocks.of_text(unit.session, self.text.id))
        self._fields: dict[BlockKind, str] = {
            BlockKind.TITLE: self.text.title,
            BlockKind.SUMMARY: self.text.summary,
            BlockKind.KEYWORDS: ", ".join(self.text.keywords),
        }
        self._document = splits.document(unit.session, self.text.body)
        self.segments = self._segments()

    @property
    def now(self) -> dict[str, Block]:
        """The source's blocks by id."""
        return {each.id: each for each in self.source}

    @property
    def body(self) -> str:
        """The body as it is now."""
        return self._document.body

    @property
    def fields(self) -> tuple[str, str, tuple[str, ...]]:
        """Title, summary and keywords as they are now."""
        said = self._fields
        parts = map(str.strip, said[BlockKind.KEYWORDS].split(","))
        keywords = tuple(each for each in parts if each)
        return said[BlockKind.TITLE], said[BlockKind.SUMMARY], keywords

    def places(self, block_id: str) -> list[int]:
        """Where in the translation a block stands: none, one or several places."""
        return [
            at
            for at, each in enumerate(self.blocks)
            if each.id == block_id or any(id_ == block_id for id_, _ in each.based_on)
        ]

    def write(self, new: Mapping[str, str]) -> None:
        """Put texts in the places of blocks, and insert where there is none. Blank ones go.

        Raises NotFound for a block that neither the source nor the translation has.
        """
        there: dict[int, str] = {}
        missing: list[tuple[int, str]] = []
        ids = [each.id for each in self.source]
        for block_id, text in new.items():
            places = self.places(block_id)
            if places:
                # Several blocks for one of the source become one: it is edited as one.
                there |= {places[0]: text} | dict.fromkeys(places[1:], "")
            elif block_id not in ids:
                raise NotFound("block", block_id)
            elif text.strip():
                missing.append((ids.index(block_id), text))
        self._replace(there)
        for index, text in sorted(missing):
            self._insert(index, text)

    def remove(self, places: Collection[int]) -> None:
        """Take blocks out of the text with the marks around them."""
        self._replace(dict.fromkeys(places, ""))

    def set_state(self, block_ids: Iterable[str], state: BlockState) -> int:
        """Give blocks a state; how many of them the translation has."""
        done = 0
        for block_id in block_ids:
            places = self.places(block_id)
            done += bool(places)
            for at in places:
                self.blocks[at] = replace(self.blocks[at], state=state)
        return done

    def make_current(self, block_ids: Iterable[str]) -> int:
        """Base blocks on what the source says now (an orphan on nothing); how many changed."""
        done, now = 0, self.now
        for block_id in block_ids:
            places = self.places(block_id)
            made = [made_current(self.blocks[at], now) for at in places]
            done += made != [self.blocks[at] for at in places]
            for at, block in zip(places, made, strict=True):
                self.blocks[at] = block
        return done

    def base_on(self, said: Mapping[str, str]) -> None:
        """Base blocks on what the source said when they were translated: a hash for each ("": that
        is not known). What is gone from the source no longer counts for them.
        """
        now = self.now
        for block_id, hash_ in said.items():
            for at in self.places(block_id):
                links = tuple(
                    (id_, hash_ if id_ == block_id else old)
                    for id_, old in self.blocks[at].based_on
                    if id_ in now
                )
                self.blocks[at] = replace(self.blocks[at], based_on=links)

    def finish(self) -> None:
        """Write text and blocks. Raises KbError `too_long`."""
        title, summary, said = self.fields
        body = self._document.body
        check_lengths(title=title, body=body)
        changed = self._fields[BlockKind.KEYWORDS] != ", ".join(self.text.keywords)
        keywords = said if changed else None
        rewrite(self._unit, self.text, title=title, summary=summary, keywords=keywords, body=body)
        if title != self.text.title:
            follow_title(self._unit, self.text, title)
        now = texts.facts(self._unit.session, self.text.ref)
        if now.state is State.PUBLISHED and self.text.state is not State.PUBLISHED:
            # Back at the live text: who published it answered for what was translated in it.
            self.blocks = [reviewed(each) for each in self.blocks]
        blocks.put(self._unit.session, self.text.id, self.blocks, now.content_hash)

    def _segments(self) -> tuple[Segment, ...]:
        fields = self._fields
        said = fields[BlockKind.TITLE], fields[BlockKind.SUMMARY], [fields[BlockKind.KEYWORDS]]
        return (*text_segments(*said, ""), *self._document.segments)

    def _split(self, body: str) -> Document:
        return splits.document(self._unit.session, body, self._document)

    def _first_of_body(self, segments: Sequence[Segment]) -> int:
        return sum(each.kind in FIELDS for each in segments)

    def _replace(self, new: Mapping[int, str]) -> None:
        first = self._first_of_body(self.segments)
        for at, text in new.items():
            if at < first:
                self._set_field(self.segments[at].kind, text)
        bodies = {at - first: text for at, text in new.items() if at >= first and text.strip()}
        body = self._document.replaced(bodies)
        # Those that are taken out stand where they stood: what was replaced is still one block.
        gone = [at - first for at, text in new.items() if at >= first and not text.strip()]
        document = self._split(body)
        if gone and len(document.segments) == len(self._document.segments):
            document = self._split(document.without(gone))
        self._land(document, {at for at, text in new.items() if not text.strip()}, None)

    def _set_field(self, kind: BlockKind, text: str) -> None:
        # Not str.split: no-break spaces are part of the words.
        self._fields[kind] = (
            _BLANKS.sub(" ", text).strip() if kind is not BlockKind.SUMMARY else text
        )

    def _insert(self, index: int, text: str) -> None:
        kind = self.source[index].kind
        if kind in FIELDS:
            self._set_field(kind, text)
            self._land(self._document, set(), index)
            return
        here, there = (
            self._first_of_body(self.source_segments),
            self._first_of_body(self.segments),
        )
        known = {each.id: at for at, each in enumerate(self.source)}
        links = {
            known[id_] - here: at - there
            for at, block in enumerate(self.blocks)
            for id_, _ in block.based_on
            if id_ in known and at >= there
        }
        source = splits.document(self._unit.session, self._source_body)
        body = insert_block(source, index - here, self._document, links, text)
        self._land(self._split(body), set(), index)

    def _land(self, document: Document, removed: Collection[int], added: int | None) -> None:
        """Carry the blocks over to a new body: all but the removed ones, with one added."""
        old, self._document = self.segments, document
        self.segments = new = self._segments()
        kept = [at for at in range(len(old)) if at not in removed]
        place = _place_of_new([old[at] for at in kept], new) if added is not None else None
        if len(new) != len(kept) + (added is not None):
            # The text made other blocks of its neighbours, too.
            self.blocks = list(
                after_editing(
                    self.blocks, old, new, self.source, lambda: self.source_segments, new_id
                )
            )
            return
        carried = iter(kept)
        made = []
        for at, segment in enumerate(new):
            if at == place and added is not None:
                block = begin_block(new_id(), segment)
                made.append(begun(block, segment, [self.source[added]]))
            else:
                made.append(written(self.blocks[next(carried)], segment))
        self.blocks = made


def begin_translation(
    unit: Unit, ref: TextRef, source_locale: str, *, copy_source: bool = True
) -> None:
    """Begin a missing translation of a source that has blocks: with its words, or its title alone.

    Raises NotFound.
    """
    source = texts.facts(unit.session, TextRef(ref.owner, source_locale))
    segments = following.segments_described(unit.session, source.id)
    said = following.content_described(unit.session, source.id)
    text_id = add_text(
        unit,
        ref,
        source_locale,
        title=said.title,
        state=State.DRAFT,
        summary=said.summary if copy_source else "",
        keywords=said.keywords if copy_source else (),
        body=said.body if copy_source else "",
    )
    base = blocks.of_text(unit.session, source.id)
    count = len(base) if copy_source else int(bool(said.title.strip()))
    made = copied(base[:count], segments[:count], new_id)
    blocks.put(unit.session, text_id, made, texts.facts(unit.session, ref).content_hash)


def _place_of_new(old: Sequence[Segment], new: Sequence[Segment]) -> int:
    """Where a text has one segment more: behind what both begin with."""
    for at, (one, other) in enumerate(zip(old, new, strict=False)):
        if one.hash != other.hash:
            return at
    return min(len(old), len(new) - 1)
