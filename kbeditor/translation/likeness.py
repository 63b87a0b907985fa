"""How alike two blocks, or two rows of a table, of one text are."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from kbeditor.domain.blocks import BlockKind, Segment
from kbeditor.domain.words import plain_text
from kbeditor.translation.evidence import family

_NO_WORD = re.compile(r"[^\w\s]+")
_OTHER_FAMILY = 90.0  # a paragraph that became a heading, a list that became a table
_PART, _PART_LENGTH, _PART_SHARE = 90.0, 40, 0.3

Span = tuple[int, int]
"""Indexes of segments, from and to: a block, or the cells of a row."""


class Likeness:
    """Compares spans of an old version with spans of the new one; 0 to 100."""

    def __init__(self, old: Sequence[Segment], new: Sequence[Segment]) -> None:
        self._old, self._new = old, new
        self._known: dict[tuple[bool, Span], tuple[str, str]] = {}

    def ratio(self, one: Span, other: Span, cutoff: float) -> float:
        """0 below the cutoff. Two rows that begin with the same cell need half of it only."""
        a, b = self._old[one[0]], self._new[other[0]]
        if family(a.kind) != family(b.kind):
            if not (a.kind.translatable and b.kind.translatable):
                return 0.0
            cutoff = max(cutoff, _OTHER_FAMILY)
        elif a.kind is BlockKind.CELL and a.hash == b.hash:
            cutoff /= 2
        (plain, raw), (other_plain, other_raw) = self._texts(True, one), self._texts(False, other)
        if plain and other_plain:
            return fuzz.ratio(plain, other_plain, score_cutoff=cutoff)
        return fuzz.ratio(raw, other_raw, score_cutoff=cutoff)

    def part(self, one: Span, other: Span) -> float:
        """How much the shorter one stands in the other: a block was split, or two were joined."""
        if family(self._old[one[0]].kind) != family(self._new[other[0]].kind):
            return 0.0
        plain, other_plain = self._texts(True, one)[0], self._texts(False, other)[0]
        short, long = sorted((len(plain), len(other_plain)))
        if short < _PART_LENGTH or short < long * _PART_SHARE:
            return 0.0
        return fuzz.partial_ratio(plain, other_plain, score_cutoff=_PART)

    def _texts(self, is_old: bool, span: Span) -> tuple[str, str]:
        """Words alone, and with markup: addresses and marks would make everything look alike."""
        if (known := self._known.get((is_old, span))) is None:
            segments = (self._old if is_old else self._new)[span[0] : span[1]]
            raw = " ".join(" ".join(each.text for each in segments).split())
            translatable = segments[0].kind.translatable
            plain = _said(raw) if translatable else ""
            known = self._known[is_old, span] = (plain, raw)
        return known


def _said(markdown: str) -> str:
    return " ".join(_NO_WORD.sub(" ", plain_text(markdown)).casefold().split())
