"""What is kept with a text for those who translate it: how a bundle carries it on."""

from dataclasses import dataclass
from datetime import datetime

from kbeditor.domain.blocks import BlockKind, BlockState, Note


@dataclass(frozen=True, slots=True)
class KeptBlock:
    """A block of a text, in order: of a source's published, of a translation's working text.

    `hash` is that of its segment; `based_on` pairs of source block id and source hash ("": from a
    wording that was not kept).
    """

    id: str
    hash: str
    state: BlockState
    based_on: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeptMinor:
    """A change of a source's block that was called minor."""

    block_id: str
    old_hash: str
    new_hash: str
    who: str
    why: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class FormerBlock:
    """What a source's block said before it was changed."""

    hash: str
    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class KeptThread:
    """A comment on a text or one of its blocks, with its answers."""

    id: str
    block_id: str | None
    created_at: datetime
    resolved_at: datetime | None
    resolved_by: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class KeptDismissal:
    """An issue of a check that somebody called no fault."""

    block_id: str
    check: str
    fingerprint: str
    detail: str
    reason: str
    who: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class TextWork:
    """All of it. `blocks` None: they are not made yet. `minor` and `former`: sources only."""

    blocks: tuple[KeptBlock, ...] | None = None
    minor: tuple[KeptMinor, ...] = ()
    former: tuple[FormerBlock, ...] = ()
    threads: tuple[KeptThread, ...] = ()
    dismissals: tuple[KeptDismissal, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptTerm:
    """A term of the glossary in one locale."""

    id: str
    term: str
    locale: str
    translation: str
    forbidden: tuple[str, ...]
    note: str
    created_at: datetime
