"""Translating block by block: beginning, writing, approving, settling what the source changed."""

from collections.abc import Iterable, Sequence

from kbeditor.domain.blocks import BlockState, Freshness
from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.records import Text, TextRef
from kbeditor.services.block_editing import BlockEditing, begin_translation
from kbeditor.services.pairing import no_source
from kbeditor.services.source_changes import SourceChanges
from kbeditor.storage import blocks, following, texts
from kbeditor.storage.unit_of_work import Unit
from kbeditor.translation.freshness import compare
from kbeditor.translation.inline import TokenKind, tokens
from kbeditor.translation.patching import patch_addresses

_WRITTEN_BY_HAND = frozenset(("strong", "em", "del"))


class Blocks(SourceChanges):
    """Use cases of blocks. They are named by the source block's id, orphans by their own."""

    def begin(self, ref: TextRef, copy_source: bool = True) -> Outcome[Text]:
        """Begin a missing translation: with the source's words, none of which is translated yet,
        or empty but for the title.

        Raises KbError `exists`, `source_unpublished`; NotFound.
        """
        self.make(ref.owner)
        with self._store.reading() as session:
            source = texts.facts(session, TextRef(ref.owner, self._source))
            if not blocks.is_made(session, source.id):
                raise no_source()
            title = following.content_described(session, source.id).title
        with self._store.writing(
            Act("block.begin", {"title": title, "locale": ref.locale})
        ) as unit:
            if texts.find(unit.session, ref) is not None:
                raise KbError("exists", "This text exists already.")
            begin_translation(unit, ref, self._source, copy_source=copy_source)
        return self._told_text(unit, ref)

    def write(self, ref: TextRef, version: int, block_id: str, text: str) -> Outcome[Text]:
        """Autosave of the block editor: put a text in a block's place, or insert it there.

        Not on the undo list (typing is the editor's own). A blank text takes the block out. Raises
        Conflict when the text was written since `version`, NotFound, KbError `too_long`.
        """
        self._prepare(ref)
        with self._store.writing() as unit:
            editing = BlockEditing(unit, ref, self._source, version)
            editing.write({block_id: text})
            editing.finish()
        return self._told_text(unit, ref)

    def set_state(self, ref: TextRef, block_ids: Sequence[str], state: BlockState) -> Outcome[int]:
        """Give blocks a state; approved ones match what the source says now. How many there were.

        An orphan is approved with what it was translated from: only `still_valid` or `discard`
        settles it.
        """
        self._prepare(ref)
        with self._store.writing(Act(f"block.{state.code}", _counted(ref, block_ids))) as unit:
            editing = BlockEditing(unit, ref, self._source)
            done = editing.set_state(block_ids, state)
            if state >= BlockState.TRANSLATED:
                now = editing.now
                editing.make_current([each for each in block_ids if each in now])
            editing.finish()
        return Outcome(done, unit.changes)

    def still_valid(self, ref: TextRef, block_ids: Sequence[str] | None = None) -> Outcome[int]:
        """The source's edit needs no change in these blocks (None: in none that it touched).

        An orphan becomes the translation's own. How many blocks are settled by it.
        """
        self._prepare(ref)
        count = {"locale": ref.locale, "count": len(block_ids) if block_ids is not None else 0}
        with self._store.writing(Act("block.still_valid", count)) as unit:
            editing = BlockEditing(unit, ref, self._source)
            done = editing.make_current(
                self._touched(unit, editing) if block_ids is None else block_ids
            )
            editing.finish()
        return Outcome(done, unit.changes)

    def discard(self, ref: TextRef, version: int, block_ids: Sequence[str]) -> Outcome[Text]:
        """Take blocks out of the text whose source is gone. Raises Conflict, NotFound."""
        self._prepare(ref)
        with self._store.writing(Act("block.discard", _counted(ref, block_ids))) as unit:
            editing = BlockEditing(unit, ref, self._source, version)
            places = {at for each in block_ids for at in editing.places(each)}
            if len(places) < len(set(block_ids)):
                raise NotFound("block", next(e for e in block_ids if not editing.places(e)))
            editing.remove(places)
            editing.finish()
        return self._told_text(unit, ref)

    def inline(self, text: str) -> tuple[str, ...]:
        """Code, links, pictures, tags and placeholders of a block's Markdown, whole, each once."""
        found: list[str] = []
        opened: dict[int, int] = {}  # where pairs begin
        for token in tokens(text):
            if token.kind is TokenKind.OPEN:
                opened[token.pair] = token.start
            elif token.kind is TokenKind.CLOSE and token.value not in _WRITTEN_BY_HAND:
                found.append(text[opened[token.pair] : token.start + len(token.raw)])
            elif token.kind in (TokenKind.CODE, TokenKind.ALONE) and token.value != "break":
                found.append(token.raw)
        return tuple(dict.fromkeys(found))

    def patch_links(self, ref: TextRef, version: int, block_ids: Sequence[str]) -> Outcome[Text]:
        """Where the source changed nothing but addresses, change the same ones in the translation.

        Such blocks keep their state and are current then; the others stay as they are. Raises
        Conflict.
        """
        self._prepare(ref)
        with self._store.writing(Act("block.patch", _counted(ref, block_ids))) as unit:
            editing = BlockEditing(unit, ref, self._source, version)
            patched = self._patched(unit, editing, block_ids)
            states = {each: editing.blocks[editing.places(each)[0]].state for each in patched}
            editing.write(patched)
            editing.make_current(patched)
            for each, state in states.items():
                editing.set_state([each], state)
            editing.finish()
        return self._told_text(unit, ref)

    def _patched(
        self, unit: Unit, editing: BlockEditing, block_ids: Iterable[str]
    ) -> dict[str, str]:
        said = blocks.remembered(
            unit.session,
            [hash_ for block in editing.blocks for _, hash_ in block.based_on],
        )
        now = {
            block.id: segment.text
            for block, segment in zip(editing.source, editing.source_segments, strict=True)
        }
        patched: dict[str, str] = {}
        for block_id in block_ids:
            places = editing.places(block_id)
            if len(places) != 1 or block_id not in now:
                continue
            [at] = places
            old = [said.get(hash_) for id_, hash_ in editing.blocks[at].based_on if id_ == block_id]
            if old and old[0] is not None:
                text = patch_addresses(old[0], now[block_id], editing.segments[at].text)
                if text is not None:
                    patched[block_id] = text
        return patched

    def _touched(self, unit: Unit, editing: BlockEditing) -> list[str]:
        """Blocks that are outdated, and orphans."""
        standing = compare(
            [each.as_source() for each in editing.source],
            [each.as_target() for each in editing.blocks],
            blocks.equal_for(unit.session, self._source_text(unit, editing.text.ref).id),
        )
        return [
            editing.source[row.source].id
            if row.source is not None
            else editing.blocks[row.target or 0].id
            for row in standing.rows
            if row.freshness in (Freshness.OUTDATED, Freshness.ORPHAN)
        ]


def _counted(ref: TextRef, block_ids: Sequence[str]) -> dict[str, object]:
    return {"locale": ref.locale, "count": len(block_ids)}
