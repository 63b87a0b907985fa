"""Pairing the blocks of two versions of a text: what stayed, moved, and was edited."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from kbeditor.domain.blocks import FIELDS, BlockKind, Segment
from kbeditor.translation.evidence import family
from kbeditor.translation.likeness import Likeness, Span
from kbeditor.translation.sequences import stretches

SIMILAR = 60.0
"""From this ratio (0 to 100) on, a block in a changed stretch is an old one of it, edited."""

_ELSEWHERE = 80.0  # what moved and was edited at once must be more alike
_REWRITTEN = 40.0  # while somebody edits, a block is more likely rewritten than replaced
_PAIRS = 100_000  # comparisons of one stretch; beyond, only near its diagonal
_ROUNDS = 12  # of looking for runs that moved


class Change(StrEnum):
    """What became of a block from one version to the next."""

    SAME = "same"
    MOVED = "moved"
    EDITED = "edited"
    REMOVED = "removed"
    NEW = "new"


class Pairing:
    """The pairs, old index to new (`forth`) and new to old (`back`), with the new ones' `changes`.

    Blocks are compared in units: a table's row, else a block by itself. So short cells that repeat
    are told apart by their rows.
    """

    def __init__(self, old: Sequence[Segment], new: Sequence[Segment]) -> None:
        self._old, self._new = old, new
        self.forth: list[int | None] = [None] * len(old)
        self.back: list[int | None] = [None] * len(new)
        self.changes: dict[int, Change] = {}
        self._likeness = Likeness(old, new)
        self._olds, self._news = _units(old), _units(new)  # not paired yet, in order
        self._fields()
        self._gaps = self._same()
        self._moved()
        self._edited()

    def _pair(self, one: int, other: int, change: Change) -> None:
        self.forth[one], self.back[other] = other, one
        self.changes[other] = change

    def _fields(self) -> None:
        places = {block.kind: at for at, block in enumerate(self._old) if block.kind in FIELDS}
        for at, block in enumerate(self._new):
            if (before := places.get(block.kind)) is not None:
                same = block.hash == self._old[before].hash
                self._pair(before, at, Change.SAME if same else Change.EDITED)

    def _same(self) -> list[tuple[list[Span], list[Span]]]:
        """Pair what stands unchanged in its order; return the changed stretches between."""
        olds, news = list(self._olds), list(self._news)
        gaps = []
        for equal, a, b, c, d in self._common(olds, news):
            if equal:
                self._identical(olds[a:b], news[c:d], Change.SAME)
            else:
                gaps.append((olds[a:b], news[c:d]))
        return gaps

    def _common(
        self, olds: Sequence[Span], news: Sequence[Span]
    ) -> list[tuple[bool, int, int, int, int]]:
        ones = [_signature(self._old, span) for span in olds]
        others = [_signature(self._new, span) for span in news]
        return list(stretches(ones, others))

    def _identical(self, olds: Sequence[Span], news: Sequence[Span], change: Change) -> None:
        for one, other in zip(olds, news, strict=True):
            for a, b in zip(range(*one), range(*other), strict=True):
                self._pair(a, b, change)
            del self._olds[one], self._news[other]

    def _moved(self) -> None:
        """Pair identical units elsewhere, the longest runs first."""
        for _ in range(_ROUNDS):
            olds, news = list(self._olds), list(self._news)
            runs = [(a, b, c, d) for equal, a, b, c, d in self._common(olds, news) if equal]
            for a, b, c, d in runs:
                self._identical(olds[a:b], news[c:d], Change.MOVED)
            if not runs:
                return
        waiting: dict[tuple[str, ...], deque[Span]] = defaultdict(deque)
        for span in self._olds:
            waiting[_signature(self._old, span)].append(span)
        for span in list(self._news):
            if queue := waiting[_signature(self._new, span)]:
                self._identical([queue.popleft()], [span], Change.MOVED)

    def _edited(self) -> None:
        for olds, news in self._gaps:
            self._closest(olds, news, self._at_least(SIMILAR))
            self._closest(olds, news, self._likeness.part)
        if len(self._olds) * len(self._news) <= _PAIRS:
            self._closest(list(self._olds), list(self._news), self._at_least(_ELSEWHERE))

    def rewritten(self) -> None:
        """Pair, too, what is hardly alike but stands where the old one stood."""
        for olds, news in self._gaps:
            self._closest(olds, news, self._at_least(_REWRITTEN))
            for kind in {family(self._old[span[0]].kind) for span in olds}:
                ones = [
                    span
                    for span in olds
                    if span in self._olds and family(self._old[span[0]].kind) == kind
                ]
                others = [
                    span
                    for span in news
                    if span in self._news and family(self._new[span[0]].kind) == kind
                ]
                if len(ones) == len(others):
                    for one, other in zip(ones, others, strict=True):
                        self._changed(one, other)

    def _at_least(self, cutoff: float) -> Callable[[Span, Span], float]:
        return lambda one, other: self._likeness.ratio(one, other, cutoff)

    def _closest(
        self,
        olds: Sequence[Span],
        news: Sequence[Span],
        likeness: Callable[[Span, Span], float],
    ) -> None:
        """Pair the most alike, best first; among equals the ones nearest in place."""
        olds = [span for span in olds if span in self._olds]
        news = [span for span in news if span in self._news]
        found = sorted(
            (-score, distance, one, other)
            for one, other, distance in _near(olds, news)
            if (score := likeness(one, other))
        )
        for _, _, one, other in found:
            if one in self._olds and other in self._news:
                self._changed(one, other)

    def _changed(self, one: Span, other: Span) -> None:
        """Pair two units; the cells of two rows by what is the same, then by their columns."""
        olds = [self._old[at].hash for at in range(*one)]
        news = [self._new[at].hash for at in range(*other)]
        for equal, a, b, c, d in stretches(olds, news):
            for at, to in zip(range(a, b), range(c, d), strict=False):
                self._pair(one[0] + at, other[0] + to, Change.SAME if equal else Change.EDITED)
        del self._olds[one], self._news[other]


def _units(segments: Sequence[Segment]) -> dict[Span, None]:
    """The body's blocks in order, the cells of a line together. A dict: an ordered set."""
    body = [at for at, each in enumerate(segments) if each.kind not in FIELDS]

    def unit(at: int) -> tuple[bool, int]:
        is_cell = segments[at].kind is BlockKind.CELL
        return is_cell, segments[at].line if is_cell else at

    spans: dict[Span, None] = {}
    for _, group in groupby(body, unit):
        members = list(group)
        spans[members[0], members[-1] + 1] = None
    return spans


def _signature(segments: Sequence[Segment], span: Span) -> tuple[str, ...]:
    return tuple(each.hash for each in segments[span[0] : span[1]])


def _near(olds: Sequence[Span], news: Sequence[Span]) -> Iterator[tuple[Span, Span, float]]:
    """The pairs to compare with the distance of their places: all, or those near the diagonal."""
    if not olds or not news:
        return
    slope = len(news) / len(olds)
    width = len(news) if len(olds) * len(news) <= _PAIRS else _PAIRS // len(olds) // 2
    for at, one in enumerate(olds):
        middle = at * slope
        first, last = max(0, int(middle) - width), min(len(news), int(middle) + width + 1)
        for to in range(first, last):
            yield one, news[to], abs(to - middle)
