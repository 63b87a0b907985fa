"""Which blocks of an existing translation go with which of its source: dynamic programming."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kbeditor.domain.blocks import FIELDS, BlockKind, Segment
from kbeditor.translation.evidence import Evidence, Traits
from kbeditor.translation.sequences import rising

# Logarithms of how often a block has one, no, or two counterparts.
_ONE, _NONE, _TWO, _TWO_KINDS = -0.2, -2.5, -3.5, -5.0
_CERTAIN = 5.0  # a pair that shares what no other block has is sure from here on
_PLACES = 40_000  # cells of one table; beyond, only near its diagonal
_NARROWEST = 40  # places on either side of the diagonal
_FAR = -4.0  # two blocks whose length is worse than this are not weighed together
_NEVER = float("-inf")
_ALONE = {*FIELDS, BlockKind.CELL, BlockKind.CODE, BlockKind.HTML}

_Couple = tuple[float, Traits | None]  # prior, and two neighbours as one if they may be
_Move = tuple[int, int, float]  # source blocks, target blocks, gain


@dataclass(frozen=True, slots=True)
class Link:
    """Blocks that translate each other, by their indexes; one side may be empty.

    `score` is the logarithm of how much likelier the pair is true than chance; 0 without one.
    """

    sources: tuple[int, ...]
    targets: tuple[int, ...]
    score: float


def link(source: Sequence[Segment], target: Sequence[Segment]) -> tuple[Link, ...]:
    """Link an existing translation to its source: 1-1, 1-2, 2-1, 1-0 and 0-1, in order.

    Every index is in exactly one link. Title, summary and keywords go by their kinds.
    """
    return tuple(_Linker(source, target).links())


class _Linker:
    def __init__(self, source: Sequence[Segment], target: Sequence[Segment]) -> None:
        self._source, self._target = source, target
        self._evidence = Evidence(source, target)
        self._sources = _couples(self._evidence, self._evidence.source)
        self._targets = _couples(self._evidence, self._evidence.target)

    def links(self) -> Iterator[Link]:
        start = sum(each.kind in FIELDS for each in self._source)
        to = sum(each.kind in FIELDS for each in self._target)
        yield from self._fields(start, to)
        for one, other in (*self._pivots(start, to), (len(self._source), len(self._target))):
            yield from self._between(start, one, to, other)
            if one < len(self._source):
                yield Link((one,), (other,), self._weigh(one, other))
            start, to = one + 1, other + 1

    def _weigh(self, one: int, other: int) -> float:
        return self._evidence.weigh(self._evidence.source[one], self._evidence.target[other])

    def _fields(self, sources: int, targets: int) -> Iterator[Link]:
        left = {self._target[at].kind: at for at in range(targets)}
        for at in range(sources):
            to = left.pop(self._source[at].kind, None)
            yield Link((at,), (), 0.0) if to is None else Link((at,), (to,), self._weigh(at, to))
        for to in left.values():
            yield Link((), (to,), 0.0)

    def _pivots(self, start: int, to: int) -> list[tuple[int, int]]:
        """Pairs that hardly can be others: alike, with what comes once on either side."""
        here, there = self._unique(start, True), self._unique(to, False)
        pairs = sorted({(here[each], there[each]) for each in here.keys() & there.keys()})
        return rising([pair for pair in pairs if self._weigh(*pair) >= _CERTAIN])

    def _unique(self, start: int, is_source: bool) -> dict[object, int]:
        """The features, the sets of anchors and the texts that one block alone has: where."""
        segments = self._source if is_source else self._target
        traits = self._evidence.source if is_source else self._evidence.target
        found: list[tuple[object, int]] = []
        for at in range(start, len(segments)):
            found.append((segments[at].hash, at))
            found += [(each, at) for each in traits[at].features]
            if traits[at].anchors:
                found.append((traits[at].anchors, at))
        often = Counter(each for each, _ in found)
        return {each: at for each, at in found if often[each] == 1}

    def _between(self, a: int, b: int, c: int, d: int) -> Iterator[Link]:
        """Link source blocks a to b with target blocks c to d."""
        rows, columns = b - a, d - c
        if not rows or not columns:
            yield from (Link((at,), (), 0.0) for at in range(a, b))
            yield from (Link((), (at,), 0.0) for at in range(c, d))
            return
        moves = self._table(a, b, c, d)
        links = []
        i, j = rows, columns
        while i or j:
            down, right, gain = moves[i][j]
            sources = tuple(range(a + i - down, a + i))
            targets = tuple(range(c + j - right, c + j))
            links.append(Link(sources, targets, gain))
            i, j = i - down, j - right
        yield from reversed(links)

    def _table(self, a: int, b: int, c: int, d: int) -> list[dict[int, _Move]]:
        """The best last move into every place.

        A place stands for how many source blocks (the list) and target blocks (the key) are done.
        """
        sources, targets = self._evidence.source, self._evidence.target
        rows, columns = b - a, d - c
        half = columns
        if rows * columns > _PLACES:
            half = max(_NARROWEST, _PLACES // rows // 2, columns // rows)
        before = last = [_NEVER] * (columns + 1)
        moves: list[dict[int, _Move]] = []
        for i in range(rows + 1):
            scores = [_NEVER] * (columns + 1)
            into: dict[int, _Move] = {}
            middle = i * columns // rows
            for j in range(max(0, middle - half), min(columns, middle + half) + 1):
                if not i and not j:
                    scores[0] = 0.0
                    continue
                best, move = _NEVER, (0, 0, 0.0)
                if i:
                    best, move = last[j] + _NONE, (1, 0, 0.0)
                if j and scores[j - 1] + _NONE > best:
                    best, move = scores[j - 1] + _NONE, (0, 1, 0.0)
                if i and j:
                    gain = self._weigh(a + i - 1, c + j - 1)
                    if last[j - 1] + _ONE + gain > best:
                        best, move = last[j - 1] + _ONE + gain, (1, 1, gain)
                if i > 1 and j:
                    prior, gain = self._two(self._sources[a + i - 2], targets[c + j - 1], True)
                    if before[j - 1] + prior + gain > best:
                        best, move = before[j - 1] + prior + gain, (2, 1, gain)
                if i and j > 1:
                    prior, gain = self._two(self._targets[c + j - 2], sources[a + i - 1], False)
                    if last[j - 2] + prior + gain > best:
                        best, move = last[j - 2] + prior + gain, (1, 2, gain)
                scores[j], into[j] = best, move
            moves.append(into)
            before, last = last, scores
        return moves

    def _two(self, couple: _Couple, single: Traits, is_source: bool) -> tuple[float, float]:
        """Prior and gain of two neighbours and a single block of the other side."""
        prior, pair = couple
        if pair is None or single.kind in _ALONE:
            return _NEVER, 0.0
        here, there = (pair, single) if is_source else (single, pair)
        if self._evidence.length(here, there) < _FAR:
            return _NEVER, 0.0
        return prior, self._evidence.weigh(here, there)


def _couples(evidence: Evidence, side: Sequence[Traits]) -> list[_Couple]:
    """Each block with its next one, if somebody may have run them together."""
    found: list[_Couple] = []
    for one, other in pairwise(side):
        if _ALONE & {one.kind, other.kind}:
            found.append((_NEVER, None))
        else:
            prior = _TWO if one.kind is other.kind else _TWO_KINDS
            found.append((prior, evidence.together(one, other)))
    return found
