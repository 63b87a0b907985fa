"""What the aids show, read on the library's thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kbeditor.domain.blocks import (
    BlockGap,
    BlockPair,
    Dismissal,
    LibraryIssue,
    Match,
    NoteThread,
    TermHit,
)
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.records import TextRef

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

MOST_MATCHES = 9
"""As many as there are keys that insert one."""


@dataclass(frozen=True, slots=True)
class TextAids:
    """All that concerns a whole text. `why_not` is "source", "missing", "unpublished" or ""."""

    ref: TextRef
    why_not: str
    pairs: tuple[BlockPair, ...] = ()
    issues: tuple[LibraryIssue, ...] = ()
    gaps: tuple[BlockGap, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    threads: tuple[NoteThread, ...] = ()

    def pair(self, block_id: str | None) -> BlockPair | None:
        """The row of a block."""
        return next((each for each in self.pairs if each.id == block_id), None)

    def issues_of(self, block_id: str | None) -> tuple[LibraryIssue, ...]:
        """The issues of one block; blocks that share a translation share its issues."""
        pair = self.pair(block_id)
        if pair is None:
            return ()
        ids = {each.id for each in self.pairs if each.target_id == pair.target_id} or {pair.id}
        return tuple(each for each in self.issues if each.block_id in ids)


@dataclass(frozen=True, slots=True)
class BlockAids:
    """What helps with one block."""

    block_id: str
    source: str
    matches: tuple[Match, ...]
    hits: tuple[TermHit, ...]


def read_text(ws: "Workspace", ref: TextRef, source_locale: str) -> TextAids:
    """A text's rows, issues, gaps and notes."""
    threads = ws.notes.threads(ref.owner, ref.locale)
    if ref.locale == source_locale:
        return TextAids(ref, "source", threads=threads)
    try:
        pairs, issues, gaps = ws.issues.overview(ref)
    except NotFound:
        return TextAids(ref, "missing", threads=threads)
    except KbError as error:
        if error.code != "source_unpublished":
            raise
        return TextAids(ref, "unpublished", threads=threads)
    dismissed = tuple(each for each in ws.issues.dismissals(ref.locale) if each.text == ref)
    return TextAids(ref, "", pairs, issues, gaps, dismissed, threads)


def read_block(ws: "Workspace", ref: TextRef, block_id: str, source: str) -> BlockAids:
    """Suggestions and terms for a block; none, where its source is gone meanwhile."""
    try:
        matches = ws.memory.suggest(ref, block_id, MOST_MATCHES)
    except NotFound:
        matches = ()
    return BlockAids(block_id, source, matches, _first_hits(ws.glossary.hits(source, ref.locale)))


def _first_hits(hits: tuple[TermHit, ...]) -> tuple[TermHit, ...]:
    """Each term once, where it stands first."""
    first: dict[str, TermHit] = {}
    for hit in hits:
        first.setdefault(hit.term.id, hit)
    return tuple(first.values())
