"""Which block of one version of a text goes on in the next: source revisions, and free editing."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kbeditor.domain.blocks import Segment
from kbeditor.domain.words import plain_text
from kbeditor.translation.pairing import Change, Pairing

__all__ = ["Change", "Step", "align_versions", "relink", "same_but_markup"]


@dataclass(frozen=True, slots=True)
class Step:
    """An old block's index beside the new one's: None where there is none."""

    old: int | None
    new: int | None
    change: Change


def align_versions(old: Sequence[Segment], new: Sequence[Segment]) -> tuple[Step, ...]:
    """What became of every block, each old and each new index in one step.

    In the new order, what was removed after the block it stood behind. A block is the same or moved
    by its hash only; similarity finds out which block was edited, and never that it says the same.
    """
    pairing = Pairing(old, new)
    removed: dict[int | None, list[Step]] = defaultdict(list)
    before: int | None = None
    for at, to in enumerate(pairing.forth):
        if to is None:
            removed[before].append(Step(at, None, Change.REMOVED))
        else:
            before = to
    steps = list(removed[None])
    for to, one in enumerate(pairing.back):
        steps.append(Step(one, to, pairing.changes.get(to, Change.NEW)))
        steps += removed[to]
    return tuple(steps)


def relink(old: Sequence[Segment], new: Sequence[Segment]) -> tuple[int | None, ...]:
    """For each block of a text after free editing: the index of the old one that it continues.

    More daring than `align_versions`: what was rewritten in place goes on, too.
    """
    pairing = Pairing(old, new)
    pairing.rewritten()
    return tuple(pairing.back)


# What says something although a reader does not see it, or that plain text leaves out.
_KEPT = re.compile(
    r"^ {0,3}(\[[^\]\n]+\]:[ \t]*\S+)|\]\(\s*<?([^\s)>]+)|<?((?:https?|mailto|tel|kb):[^\s<>)\]]+)"
    r"|\b(?:href|src)\s*=\s*[\"']?([^\s\"'>]+)"
    r"|\{:?\s*(#[^\s}]+)|\[(\^[^\]\s]+)\]|(?<=\s)([*_~|<>=+-]+)(?=\s)",
    re.M,
)


def same_but_markup(old: str, new: str) -> bool:
    """Whether a translatable block says the same once markup is stripped.

    Code, addresses, heading ids and references to footnotes say something. Not for code blocks and
    HTML. True is a proposal to call the change minor, which a person decides.
    """
    if sorted(_KEPT.findall(old)) != sorted(_KEPT.findall(new)):
        return False
    return plain_text(old).split() == plain_text(new).split()
