"""Which block of one version of a text goes on in the next: source revisions, and free editing."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rapidfuzz import fuzz

from kbeditor.domain.blocks import FIELDS, BlockKind, Segment
from kbeditor.domain.words import plain_text
from kbeditor.translation.sequences import stretches

SIMILAR = 60.0
"""From this ratio (0 to 100) on, a block in a changed stretch is an old one of it, edited."""

_ELSEWHERE = 80.0  # what moved and was edited at once must be more alike
_OTHER_FAMILY = 90.0  # a paragraph that became a heading, a list that became a table
_REWRITTEN = 40.0  # while somebody edits, a block is more likely rewritten than replaced
_PAIRS = 250_000  # fuzzy comparisons of one stretch; beyond, only near its diagonal
_ROUNDS = 12  # of looking for runs that moved


class Change(StrEnum):
    """What became of a block from one version to the next."""

    SAME = "same"
    MOVED = "moved"
    EDITED = "edited"
    REMOVED = "removed"
    NEW = "new"


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
    return _Alignment(old, new).steps()


def relink(old: Sequence[Segment], new: Sequence[Segment]) -> tuple[int | None, ...]:
    """For each block of a text after free editing: the index of the old one that it continues.

    More daring than `align_versions`: what was rewritten in place goes on, too.
    """
    alignment = _Alignment(old, new)
    alignment.rewritten()
    return tuple(alignment.back)


_Span = tuple[int, int]


class _Alignment:
    """The pairs found so far, old to new (`forth`) and new to old (`back`).

    Blocks are compared in units: a table's row, else a block by itself. So short cells that repeat
    are told apart by their rows.
    """

    def __init__(self, old: Sequence[Segment], new: Sequence[Segment]) -> None:
        self._old, self._new = old, new
        self.forth: list[int | None] = [None] * len(old)
        self.back: list[int | None] = [None] * len(new)
        self._changes: dict[int, Change] = {}
        self._plain: dict[tuple[bool, _Span], tuple[str, str]] = {}
        self._fields()
        self._olds, self._news = _units(old), _units(new)
        self._gaps = self._same()
        self._moved()
        self._edited()

    def _pair(self, one: int, other: int, change: Change) -> None:
        self.forth[one], self.back[other] = other, one
        self._changes[other] = change

    def _fields(self) -> None:
        places = {block.kind: at for at, block in enumerate(self._old) if block.kind in FIELDS}
        for at, block in enumerate(self._new):
            if (before := places.get(block.kind)) is not None:
                same = block.hash == self._old[before].hash
                self._pair(before, at, Change.SAME if same else Change.EDITED)

    def _same(self) -> list[tuple[list[_Span], list[_Span]]]:
        """Pair what stands unchanged in its order; return the changed stretches between."""
        gaps = []
        olds = [_signature(self._old, span) for span in self._olds]
        news = [_signature(self._new, span) for span in self._news]
        for equal, a, b, c, d in stretches(olds, news):
            if equal:
                for one, other in zip(self._olds[a:b], self._news[c:d], strict=True):
                    self._pair_units(one, other, Change.SAME)
            else:
                gaps.append((self._olds[a:b], self._news[c:d]))
        return gaps

    def _pair_units(self, one: _Span, other: _Span, change: Change) -> None:
        for a, b in zip(range(*one), range(*other), strict=True):
            self._pair(a, b, change)

    def _moved(self) -> None:
        """Pair identical units elsewhere, the longest runs first."""
        for _ in range(_ROUNDS):
            olds, news = self._left()
            if not self._moved_runs(olds, news):
                return
        olds, news = self._left()
        waiting: dict[tuple[str, ...], deque[_Span]] = defaultdict(deque)
        for span in olds:
            waiting[_signature(self._old, span)].append(span)
        for span in news:
            if queue := waiting[_signature(self._new, span)]:
                self._pair_units(queue.popleft(), span, Change.MOVED)

    def _moved_runs(self, olds: list[_Span], news: list[_Span]) -> bool:
        ones = [_signature(self._old, span) for span in olds]
        others = [_signature(self._new, span) for span in news]
        found = False
        for equal, a, b, c, d in stretches(ones, others):
            if equal:
                found = True
                for one, other in zip(olds[a:b], news[c:d], strict=True):
                    self._pair_units(one, other, Change.MOVED)
        return found

    def _left(self) -> tuple[list[_Span], list[_Span]]:
        return self._open_olds(self._olds), self._open_news(self._news)

    def _open_olds(self, spans: Sequence[_Span]) -> list[_Span]:
        return [span for span in spans if self.forth[span[0]] is None]

    def _open_news(self, spans: Sequence[_Span]) -> list[_Span]:
        return [span for span in spans if self.back[span[0]] is None]

    def _edited(self) -> None:
        for olds, news in self._gaps:
            self._fuzzy(olds, news, SIMILAR)
        olds, news = self._left()
        if len(olds) * len(news) <= _PAIRS:
            self._fuzzy(olds, news, _ELSEWHERE)

    def rewritten(self) -> None:
        """Pair what is hardly alike, but stands where the old one stood."""
        for olds, news in self._gaps:
            self._fuzzy(olds, news, _REWRITTEN)
            left: dict[str, tuple[list[_Span], list[_Span]]] = defaultdict(lambda: ([], []))
            for span in self._open_olds(olds):
                left[_family(self._old[span[0]])][0].append(span)
            for span in self._open_news(news):
                left[_family(self._new[span[0]])][1].append(span)
            for ones, others in left.values():
                if len(ones) == len(others):
                    for one, other in zip(ones, others, strict=True):
                        self._pair_edited(one, other)

    def _fuzzy(self, olds: Sequence[_Span], news: Sequence[_Span], cutoff: float) -> None:
        """Pair the most alike, best first; among equals the ones nearest in place."""
        olds, news = self._open_olds(olds), self._open_news(news)
        found: list[tuple[float, float, _Span, _Span]] = []
        for one, other, distance in _near(olds, news):
            score = self._likeness(one, other, cutoff)
            if score:
                found.append((-score, distance, one, other))
        for _, _, one, other in sorted(found):
            if self.forth[one[0]] is None and self.back[other[0]] is None:
                self._pair_edited(one, other)

    def _likeness(self, one: _Span, other: _Span, cutoff: float) -> float:
        """0 to 100; 0 below the cutoff. Two rows that begin with the same cell are one row."""
        a, b = self._old[one[0]], self._new[other[0]]
        if _family(a) != _family(b):
            if not (a.kind.translatable and b.kind.translatable):
                return 0.0
            cutoff = max(cutoff, _OTHER_FAMILY)
        elif a.kind is BlockKind.CELL and a.hash == b.hash and a.text:
            cutoff /= 2
        (plain, raw), (other_plain, other_raw) = self._texts(True, one), self._texts(False, other)
        if plain and other_plain:
            return fuzz.ratio(plain, other_plain, score_cutoff=cutoff)
        return fuzz.ratio(raw, other_raw, score_cutoff=cutoff)

    def _texts(self, is_old: bool, span: _Span) -> tuple[str, str]:
        """A unit's text without and with markup; addresses would make everything look alike."""
        if (known := self._plain.get((is_old, span))) is None:
            segments = (self._old if is_old else self._new)[span[0] : span[1]]
            raw = " ".join(" ".join(each.text for each in segments).split())
            translatable = segments[0].kind.translatable
            plain = " ".join(plain_text(raw).split()) if translatable else ""
            known = self._plain[is_old, span] = (plain, raw)
        return known

    def _pair_edited(self, one: _Span, other: _Span) -> None:
        """Pair two units; the cells of two rows by what is the same, then by their columns."""
        olds = [self._old[at].hash for at in range(*one)]
        news = [self._new[at].hash for at in range(*other)]
        for equal, a, b, c, d in stretches(olds, news):
            for at, to in zip(range(a, b), range(c, d), strict=False):
                self._pair(one[0] + at, other[0] + to, Change.SAME if equal else Change.EDITED)

    def steps(self) -> tuple[Step, ...]:
        """Every index once."""
        removed: dict[int | None, list[Step]] = defaultdict(list)
        before: int | None = None
        for at, to in enumerate(self.forth):
            if to is None:
                removed[before].append(Step(at, None, Change.REMOVED))
            else:
                before = to
        steps = list(removed[None])
        for to, one in enumerate(self.back):
            steps.append(Step(one, to, self._changes.get(to, Change.NEW)))
            steps += removed[to]
        return tuple(steps)


def _units(segments: Sequence[Segment]) -> list[_Span]:
    """The body's blocks as spans of indexes: the cells of a line together."""
    body = [at for at, each in enumerate(segments) if each.kind not in FIELDS]

    def unit(at: int) -> tuple[bool, int]:
        is_cell = segments[at].kind is BlockKind.CELL
        return is_cell, segments[at].line if is_cell else at

    spans = []
    for _, group in groupby(body, unit):
        members = list(group)
        spans.append((members[0], members[-1] + 1))
    return spans


def _signature(segments: Sequence[Segment], span: _Span) -> tuple[str, ...]:
    return tuple(each.hash for each in segments[span[0] : span[1]])


def _family(segment: Segment) -> str:
    """Kinds that may become one another when a block is edited."""
    if segment.kind in (BlockKind.HEADING, BlockKind.CELL, BlockKind.CODE, BlockKind.HTML):
        return segment.kind
    return "prose"


def _near(olds: Sequence[_Span], news: Sequence[_Span]) -> Iterator[tuple[_Span, _Span, float]]:
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
