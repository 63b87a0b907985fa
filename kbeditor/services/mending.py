"""Mends what the checks found, in many blocks at once, as one act that can be undone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kbeditor.domain.blocks import (
    BlockGap,
    BlockPair,
    BlockState,
    Fix,
    LibraryIssue,
    PlacedIssue,
)
from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import NotFound
from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.records import TextRef
from kbeditor.services.base import Service
from kbeditor.services.block_editing import BlockEditing
from kbeditor.services.pairing import Pairing
from kbeditor.storage import splits, texts
from kbeditor.storage.store import Store
from kbeditor.storage.unit_of_work import Unit
from kbeditor.translation.pieces import untranslated

TYPOGRAPHIC = frozenset(("no_break_space", "missing_space", "single_space"))
"""Fixes that change no word: what was reviewed stays reviewed."""

Chosen = tuple[LibraryIssue, Fix]


class Mending(Service):
    """Use cases that change translations for what was found in them."""

    def __init__(self, store: Store, source_locale: str) -> None:
        super().__init__(store, source_locale)
        self._pairing = Pairing(store, source_locale)

    def fix(self, chosen: Sequence[Chosen], progress: Progress | None = None) -> Outcome[int]:
        """Mend issues, each with the fix chosen for it; how many were.

        Left as they are: blocks that say something else meanwhile, and fixes of the same
        characters as another one. Raises Cancelled: nothing is changed.
        """
        progress = progress or Silent()
        by_text: dict[TextRef, list[Chosen]] = {}
        for issue, fix in chosen:
            by_text.setdefault(issue.text, []).append((issue, fix))
        for owner in {ref.owner for ref in by_text}:
            self._pairing.make(owner)
        done = 0
        with self._store.writing(Act("issue.fix", {"count": len(chosen)})) as unit:
            for number, (ref, wanted) in enumerate(by_text.items()):
                progress.step("mending_blocks", number, len(by_text))
                done += self._fix_text(unit, ref, wanted)
        return Outcome(done, unit.changes)

    def gaps(self, ref: TextRef) -> tuple[BlockGap, ...]:
        """Blocks that the translation lacks and that need no translating: code, pictures.

        Raises NotFound, KbError `source_unpublished`.
        """
        return tuple(gaps_of(self._pairing.pairs(ref)))

    def insert(self, ref: TextRef, gaps: Sequence[BlockGap]) -> Outcome[int]:
        """Put in blocks that are missing; how many. Raises NotFound."""
        with self._store.writing(Act("issue.complete", {"count": len(gaps)})) as unit:
            self._insert(unit, ref, gaps)
        return Outcome(len(gaps), unit.changes)

    def complete(self, ref: TextRef, issues: Iterable[LibraryIssue]) -> Outcome[int]:
        """Put in all that the translation lacks: blocks, and pieces that `issues` tell of.

        How many. Raises as `gaps`.
        """
        gaps = self.gaps(ref)
        pieces = [
            (each, fix)
            for each in issues
            for fix in each.issue.fixes
            if fix.code.startswith("insert_")
        ]
        with self._store.writing(Act("issue.complete", {"count": len(gaps) + len(pieces)})) as unit:
            done = self._fix_text(unit, ref, pieces) if pieces else 0
            if gaps:
                self._insert(unit, ref, gaps)
        return Outcome(done + len(gaps), unit.changes)

    def placed(self, ref: TextRef, issues: Iterable[LibraryIssue]) -> tuple[PlacedIssue, ...]:
        """Where issues stand in the translation's body; those of its fields are left out."""
        with self._store.reading() as session:
            body = texts.facts(session, ref).body
            document = splits.document(session, body)
        by_place: dict[tuple[int, str], list[int]] = {}
        for index, segment in enumerate(document.segments):
            by_place.setdefault((segment.line, segment.text), []).append(index)
        found = []
        for each in issues:
            for index in by_place.get((each.target_line, each.target), [])[:1]:
                start, end = document.offsets(index)
                at = body.find(each.target, start, end)
                if at >= 0:  # else its lines have marks of their own: the whole block then
                    start, end = (at + place for place in each.issue.place(each.target))
                found.append(PlacedIssue(start, end, each.block_id, each.issue, each.target))
        return tuple(found)

    def _insert(self, unit: Unit, ref: TextRef, gaps: Sequence[BlockGap]) -> None:
        editing = BlockEditing(unit, ref, self._source)
        editing.write({each.block_id: each.text for each in gaps})
        editing.finish()

    def _fix_text(self, unit: Unit, ref: TextRef, chosen: Sequence[Chosen]) -> int:
        try:
            editing = BlockEditing(unit, ref, self._source)
        except NotFound:
            return 0  # deleted since it was checked
        done, new, kept = 0, dict[str, str](), dict[str, BlockState]()
        for block_id, wanted in _by_block(chosen).items():
            places = editing.places(block_id)
            said = "\n\n".join(editing.segments[at].text for at in places)
            if not places or any(issue.target != said for issue, _ in wanted):
                continue
            text, count = mended(said, [fix for _, fix in wanted])
            new[block_id] = text
            done += count
            if all(fix.code in TYPOGRAPHIC for _, fix in wanted):
                kept[block_id] = editing.blocks[places[0]].state
        if new:
            editing.write(new)
            for block_id, state in kept.items():
                editing.set_state([block_id], state)
            editing.finish()
        return done


def mended(text: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """A text with fixes made, and how many: of two for the same characters one only."""
    done, reached = 0, len(text) + 1
    from_the_end = sorted(enumerate(fixes), key=lambda each: (each[1].start, each[0]), reverse=True)
    for _, fix in from_the_end:
        if fix.end <= reached:
            text = text[: fix.start] + fix.replacement + text[fix.end :]
            reached = fix.start
            done += 1
    return text, done


def _by_block(chosen: Iterable[Chosen]) -> Mapping[str, list[Chosen]]:
    blocks: dict[str, list[Chosen]] = {}
    for issue, fix in chosen:
        blocks.setdefault(issue.block_id, []).append((issue, fix))
    return blocks


def gaps_of(pairs: Sequence[BlockPair]) -> Iterator[BlockGap]:
    """The blocks among these that the translation lacks and that need no translating."""
    for each in pairs:
        if each.target is None and each.source is not None:
            what = untranslated(each.kind, each.source)
            if what is not None:
                yield BlockGap(each.id, what, each.source)
