"""Makes the blocks of sources and translations that have none: old libraries, imports, new texts.

In the background, or when a text is opened to be translated; until then articles as a whole are
current or outdated.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kbeditor.domain.blocks import BlockState, Segment
from kbeditor.domain.changes import Changes
from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.records import Ref
from kbeditor.domain.states import Significance, State
from kbeditor.services.base import Service
from kbeditor.services.ids import new_id
from kbeditor.storage import blocks, pairs
from kbeditor.storage.pairs import Pairs, Unlinked, Version
from kbeditor.storage.unit_of_work import Unit
from kbeditor.translation.alignment import Change, align_versions
from kbeditor.translation.carrying import begin_block, first_links
from kbeditor.translation.kept import Block
from kbeditor.translation.splitting import text_segments

_BATCH = 4  # owners in one transaction: another writer waits no longer than that

_STATES = {
    State.DRAFT: BlockState.DRAFT,
    State.IN_REVIEW: BlockState.TRANSLATED,
    State.PUBLISHED: BlockState.REVIEWED,
}


@dataclass(frozen=True, slots=True)
class Made:
    """The blocks of one owner, as they are to be written.

    `source` None: they are there already. `minor` are changes of the source that were called so:
    (version, block, old hash, new hash). `forgotten` is what source blocks said before.
    """

    source_id: int
    content_hash: str
    source_segments: tuple[Segment, ...]
    source: tuple[Block, ...] | None
    minor: tuple[tuple[Version, str, str, str], ...]
    forgotten: tuple[Segment, ...]
    translations: tuple[tuple[Unlinked, tuple[Block, ...]], ...]


class Linking(Service):
    """Makes blocks where they are missing; safe to stop and to run again at any time."""

    def pending(self) -> tuple[Ref, ...]:
        """Articles and categories with a translation whose blocks are not made yet."""
        with self._store.reading() as session:
            return tuple(pairs.pending(session, self._source))

    def lacking(self) -> bool:
        """Whether any are pending: found out quickly."""
        with self._store.reading() as session:
            return pairs.any_pending(session, self._source)

    def fill(self, progress: Progress | None = None, owners: Sequence[Ref] | None = None) -> int:
        """Make what is missing, of some owners or of all; how many translations that were."""
        return self.link(progress, owners)[0]

    def link(
        self, progress: Progress | None = None, owners: Sequence[Ref] | None = None
    ) -> tuple[int, Changes]:
        """As `fill`; what it changed besides."""
        progress = progress or Silent()
        wanted = self.pending() if owners is None else owners
        done, changes = 0, Changes()
        for start in range(0, len(wanted), _BATCH):
            progress.step("linking", start, len(wanted))
            made = []
            for owner in wanted[start : start + _BATCH]:
                # Read and thought over outside the transaction: others may write meanwhile.
                with self._store.reading() as session:
                    found = (
                        None
                        if pairs.complete(session, owner)
                        else pairs.read(session, owner, self._source)
                    )
                if found is not None and (found.translations or found.blocks is None):
                    made.append(link_pairs(found))
            if made:
                with self._store.writing() as unit:
                    done += sum(_write(unit, each) for each in made)
                changes |= unit.changes
        progress.step("linking", len(wanted), len(wanted))
        return done, changes


def _write(unit: Unit, made: Made) -> int:
    """Write what is still missing; how many translations."""
    session = unit.session
    if made.source is not None and blocks.is_made(session, made.source_id):
        return 0  # somebody else made them meanwhile, under other ids
    blocks.remember(session, made.forgotten)
    if made.source is not None:
        blocks.put(session, made.source_id, made.source, made.content_hash)
    for version, *change in made.minor:
        blocks.add_minor(
            session,
            made.source_id,
            [(change[0], change[1], change[2])],
            who=version.author,
            why=version.note,
            created_at=version.created_at,
        )
    done = 0
    for text, found in made.translations:
        if pairs.still_lacks(session, text.id, text.content_hash):
            blocks.put(session, text.id, found, text.content_hash)
            done += 1
    return done


def link_pairs(found: Pairs) -> Made:
    """Make blocks: those of the source, carried back to the versions translations were made from.

    A translation from a version that was not kept is linked to the published one; where the
    article says that it is outdated, every block is.
    """
    now = found.versions[-1]
    history = _History(found)
    made = []
    for text in found.translations:
        base, segments = history.at(text.based_on or now.id)
        if text.outdated and text.based_on not in history.known:
            base = [Block(each.id, each.kind, "", each.words) for each in base]
        target = text_segments(text.title, text.summary, text.keywords, text.body)
        made.append((text, first_links(base, segments, target, _STATES[text.state], new_id)))
    if found.blocks is None:
        history.to_the_beginning()
    return Made(
        found.source_id,
        now.content_hash,
        history.segments[now.id],
        tuple(history.blocks[now.id]) if found.blocks is None else None,
        tuple(reversed(history.minor)) if found.blocks is None else (),
        tuple(history.forgotten),
        tuple(made),
    )


@dataclass
class _History:
    """The blocks of a source's published versions, found from the latest backwards."""

    found: Pairs
    blocks: dict[str, list[Block]] = field(default_factory=dict)
    segments: dict[str, tuple[Segment, ...]] = field(default_factory=dict)
    minor: list[tuple[Version, str, str, str]] = field(default_factory=list)
    forgotten: list[Segment] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.known = {each.id for each in self.found.versions}
        now = self.found.versions[-1]
        self.segments[now.id] = _segments(now)
        self.blocks[now.id] = list(
            self.found.blocks or (begin_block(new_id(), each) for each in self.segments[now.id])
        )
        self._at = len(self.found.versions) - 1

    def at(self, revision_id: str) -> tuple[list[Block], tuple[Segment, ...]]:
        """Blocks and segments of a version; of the latest where it is not known."""
        wanted = revision_id if revision_id in self.known else self.found.versions[-1].id
        while wanted not in self.blocks:
            self._step_back()
        return self.blocks[wanted], self.segments[wanted]

    def to_the_beginning(self) -> None:
        """Look for minor changes as far back as there were any."""
        numbers = [
            at
            for at, each in enumerate(self.found.versions)
            if at and each.significance is Significance.MINOR
        ]
        while numbers and self._at >= numbers[0]:
            self._step_back()

    def _step_back(self) -> None:
        new, old = self.found.versions[self._at], self.found.versions[self._at - 1]
        self._at -= 1
        before, after = _segments(old), self.segments[new.id]
        blocks: list[Block | None] = [None] * len(before)
        for step in align_versions(before, after):
            if step.old is None:
                continue
            if step.new is None:
                blocks[step.old] = begin_block(new_id(), before[step.old])
            else:
                known = self.blocks[new.id][step.new]
                blocks[step.old] = begin_block(known.id, before[step.old])
                if step.change is Change.EDITED and new.significance is Significance.MINOR:
                    self.minor.append((new, known.id, before[step.old].hash, known.hash))
            if step.change in (Change.EDITED, Change.REMOVED):
                self.forgotten.append(before[step.old])
        self.blocks[old.id] = [each for each in blocks if each is not None]
        self.segments[old.id] = before


def _segments(version: Version) -> tuple[Segment, ...]:
    return text_segments(version.title, version.summary, version.keywords, version.body)
