"""What a file that comes back from translators would change, block by block."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kbeditor.domain.blocks import BlockKind, BlockState, GlossaryTerm
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.records import Ref


class Verdict(StrEnum):
    """What is to become of a block that comes back."""

    TAKE = "take"
    OUTDATED = "outdated"  # taken, but its source says something else by now
    CONFLICT = "conflict"  # left as it is here, unless somebody chooses otherwise
    REFUSED = "refused"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason as a code ("" for one that needs none) and what the reason names.

    `state` is what the block would get.
    """

    verdict: Verdict
    why: str = ""
    detail: str = ""
    state: BlockState = BlockState.EMPTY


@dataclass(frozen=True, slots=True)
class PlannedBlock:
    """One block of the file beside what is here. `owner` None: this library has no such block.

    `source` is the published source's Markdown, `now` the translation here ("" where there is none
    yet), `then` the file's. `base_hash` and `base` are the hash and the text of the source that the
    file's translation was made from ("" where the file does not say). `place` is the line or row.
    """

    id: str
    owner: Ref | None
    title: str
    kind: BlockKind | None
    source: str
    now: str
    then: str
    was: BlockState
    state: BlockState
    verdict: Verdict
    why: str = ""
    detail: str = ""
    base_hash: str = ""
    base: str = ""
    place: int = 0

    @property
    def good(self) -> bool:
        """Whether it is brought in unless somebody leaves it out."""
        return self.verdict in (Verdict.TAKE, Verdict.OUTDATED)

    @property
    def choosable(self) -> bool:
        """Whether it can be brought in."""
        return self.good or self.verdict is Verdict.CONFLICT


@dataclass(frozen=True, slots=True)
class HandingPlan:
    """What a translators' file would change; nothing is changed yet.

    A file holds blocks, terms for the glossary, or pairs for the memory (of `locales`, counted in
    `counts`; they are read again when they are taken). `begins` are translations that would be
    begun. `lines` are what the file's reader did not take.
    """

    path: Path
    format: str
    locales: tuple[str, ...]
    blocks: tuple[PlannedBlock, ...] = ()
    terms: tuple[GlossaryTerm, ...] = ()
    begins: int = 0
    lines: tuple[ReportLine, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()

    @property
    def good(self) -> frozenset[str]:
        """Ids of the blocks that are brought in unless somebody chooses otherwise."""
        return frozenset(each.id for each in self.blocks if each.good)

    def left(self, accept: Collection[str]) -> tuple[PlannedBlock, ...]:
        """The blocks that cannot come in, and the conflicts that are not among these ids."""
        return tuple(
            each
            for each in self.blocks
            if each.verdict is Verdict.REFUSED
            or (each.verdict is Verdict.CONFLICT and each.id not in accept)
        )


REASONS: Mapping[str, str] = {
    "source_changed": "its source was changed meanwhile",
    "source_unknown": "the file does not say which source it was made from",
    "state": "only its state changes",
    "same": "it says the same",
    "empty": "it is empty in the file",
    "changed_here_only": "it was changed here, and not by the translator",
    "source_gone": "its source is no longer in the article",
    "unknown_block": "this library has no such block",
    "not_translatable": "code and HTML are not translated in other tools",
    "mixed_up": "its source in the file is not the one that it was handed out with",
    "too_long": "it is too long",
    "foreign_code": "it has {detail}, which its source does not have",
    "changed_here": "it was changed here since the file was handed out",
    "perhaps_changed_here": "it is translated here, and the file does not say whether that is new",
    "shared": "its translation here stands for several blocks",
    "changed_meanwhile": "it was changed here while the plan was looked at",
}


def reason(why: str, detail: str = "") -> str:
    """What a verdict's reason says, to go on a sentence; "" for none."""
    return REASONS.get(why, "").format(detail=detail)
