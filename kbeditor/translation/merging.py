"""Merges what two people made of one text: by blocks, and within a block where that is safe."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from kbeditor.domain.merging import Merged, MergedText, Origin, Stretch, Words
from kbeditor.translation.sequences import stretches
from kbeditor.translation.splitting import split

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w")
_FENCE = re.compile(r"\s*(```|~~~)")
_APART = 3
"""So many unchanged words have to stand between what both changed in one block."""
_ALIKE = 50
"""From this likeness on (0 to 100), a block among others that changed is the same one, edited."""
_MOST_PAIRS = 10_000
_MOST_WORDS = 2_000_000
"""Larger stretches are not looked into: they clash as a whole."""
_BLOCKS_APART = "\n\n"
_CLOSE = re.compile(r"\s*([-*+]\s|\d+[.)]\s|[|>])")
"""Items, rows of tables and quotations stand on the next line; all else needs an empty one."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The lines of a block, or of all that stand on one line; then the line breaks behind it."""

    text: str
    gap: str


@dataclass(frozen=True, slots=True)
class _Hunk:
    """base[a:b] became other[c:d]."""

    a: int
    b: int
    c: int
    d: int

    def meets(self, other: "_Hunk") -> bool:
        """Whether both change the same blocks, or put something at the same place."""
        if self.a == self.b and other.a == other.b:
            return self.a == other.a
        if self.a == self.b:
            return other.a < self.a < other.b
        if other.a == other.b:
            return self.a < other.a < self.b
        return max(self.a, other.a) < min(self.b, other.b)


def merge(base: Words, mine: Words, theirs: Words) -> MergedText:
    """Merge all fields of a text; `base` is what both began with.

    Symmetric: with the sides changed about, the same comes out with its sides changed about.
    """
    return MergedText(
        merge_line(base.title, mine.title, theirs.title),
        merge_line(base.summary, mine.summary, theirs.summary, by_words=True),
        merge_set(base.keywords, mine.keywords, theirs.keywords),
        merge_body(base.body, mine.body, theirs.body),
    )


def merge_line(base: str, mine: str, theirs: str, *, by_words: bool = False) -> Merged:
    """Merge a field that is one block."""
    if mine == theirs:
        origin = Origin.BASE if mine == base else Origin.BOTH
        return Merged((Stretch(origin, mine, "\n", base, mine, theirs),))
    if mine == base:
        return Merged((Stretch(Origin.THEIRS, theirs, "\n", base, mine, theirs),))
    if theirs == base:
        return Merged((Stretch(Origin.MINE, mine, "\n", base, mine, theirs),))
    words = _merge_words(base, mine, theirs) if by_words and base else None
    if words is None:
        return Merged((Stretch(Origin.CLASH, "", "\n", base, mine, theirs),))
    return Merged((Stretch(Origin.WORDS, words, "\n", base, mine, theirs),))


def merge_set(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Merge keywords: without what either took out, with what either put in."""
    if mine == theirs or theirs == base:
        return tuple(mine)
    if mine == base:
        return tuple(theirs)
    kept = [each for each in base if each in mine and each in theirs]
    new = sorted({*mine, *theirs} - {*base}, key=lambda each: (each.casefold(), each))
    return (*kept, *new)


def merge_body(base: str, mine: str, theirs: str) -> Merged:
    """Merge Markdown block by block."""
    sides = [_chunks(each) for each in (base, mine, theirs)]
    (start, old, end), (my_start, my, my_end), (their_start, their, their_end) = sides
    one, other = _hunks(old, my), _hunks(old, their)
    merger = _Merger(old, my, their)
    return Merged(
        tuple(merger.run(one, other)),
        _either(start, my_start, their_start),
        _either(end, my_end, their_end),
    )


class _Merger:
    """Walks through the base from one change to the next."""

    def __init__(
        self, old: Sequence[_Chunk], my: Sequence[_Chunk], their: Sequence[_Chunk]
    ) -> None:
        self._old, self._my, self._their = old, my, their
        self._made: list[Stretch] = []
        self._gaps: dict[int, list[str]] = {}  # what both sides put behind the base's chunks

    def run(self, one: Sequence[_Hunk], other: Sequence[_Hunk]) -> list[Stretch]:
        for hunks, side in ((one, self._my), (other, self._their)):
            self._find_gaps(hunks, side)
        at = 0
        mine, theirs = list(one), list(other)
        while mine or theirs:
            group = _next_group(mine, theirs)
            low = min(hunk.a for side in group for hunk in side)
            high = max(hunk.b for side in group for hunk in side)
            self._keep(at, low)
            self._settle(low, high, *group)
            at = max(at, high)
        self._keep(at, len(self._old))
        return self._made

    def _find_gaps(self, hunks: Sequence[_Hunk], side: Sequence[_Chunk]) -> None:
        """The chunks that a side left alone, with the line breaks that it has behind them."""
        at, shift = 0, 0
        for hunk in (*hunks, _Hunk(len(self._old), len(self._old), len(side), len(side))):
            for kept in range(at, hunk.a):
                self._gaps.setdefault(kept, []).append(side[kept + shift].gap)
            at, shift = hunk.b, hunk.d - hunk.b

    def _keep(self, start: int, end: int) -> None:
        for at in range(start, end):
            chunk = self._old[at]
            gaps = [chunk.gap, *self._gaps.get(at, ())]
            gap = _either(*gaps) if len(gaps) == 3 else chunk.gap
            text = chunk.text
            self._made.append(Stretch(Origin.BASE, text, _parting(gap, *gaps), text, text, text))

    def _settle(self, low: int, high: int, mine: Sequence[_Hunk], theirs: Sequence[_Hunk]) -> None:
        old = self._old[low:high]
        my = _said(self._old, self._my, low, high, mine)
        their = _said(self._old, self._their, low, high, theirs)
        was, ours, others = map(_joined, (old, my, their))
        behind = [side[-1].gap for side in (my, their) if side]
        if len(behind) == 2:
            behind.insert(0, _either(old[-1].gap if old else "", *behind))
        gap = _parting(*behind, *(each.gap for each in old[-1:]))
        if ours == others:
            origin, text = (Origin.BASE if ours == was else Origin.BOTH), ours
        elif ours == was:
            origin, text = Origin.THEIRS, others
        elif others == was:
            origin, text = Origin.MINE, ours
        else:
            words = None
            if len(old) == len(my) == len(their) == 1:
                words = _merge_words(was, ours, others)
            origin, text = (Origin.CLASH, "") if words is None else (Origin.WORDS, words)
        close = _CLOSE.match(ours) and _CLOSE.match(others)
        above = [
            chunks[first - 1].gap
            for chunks, first in (
                (self._old, low),
                *((self._my, hunk.c) for hunk in mine),
                *((self._their, hunk.c) for hunk in theirs),
            )
            if first > 0
        ]
        seam = min((gap, *above), key=len) if close else _BLOCKS_APART
        self._made.append(Stretch(origin, text, gap, was, ours, others, seam or "\n"))


def _next_group(mine: list[_Hunk], theirs: list[_Hunk]) -> tuple[list[_Hunk], list[_Hunk]]:
    """Take the next change off both lists, with all that it meets."""
    first = min((*mine[:1], *theirs[:1]), key=lambda hunk: (hunk.a, hunk.b))
    group: tuple[list[_Hunk], list[_Hunk]] = ([], [])
    if mine and mine[0] == first:
        group[0].append(mine.pop(0))
    elif theirs:
        group[1].append(theirs.pop(0))
    grown = True
    while grown:
        grown = False
        for side, (waiting, others) in enumerate(((mine, group[1]), (theirs, group[0]))):
            while waiting and any(waiting[0].meets(each) for each in others):
                group[side].append(waiting.pop(0))
                grown = True
    return group


def _said(
    old: Sequence[_Chunk], side: Sequence[_Chunk], low: int, high: int, hunks: Sequence[_Hunk]
) -> list[_Chunk]:
    """What a side made of old[low:high]."""
    made: list[_Chunk] = []
    at = low
    for hunk in hunks:
        made += [*old[at : hunk.a], *side[hunk.c : hunk.d]]
        at = hunk.b
    return made + list(old[at:high])


def _joined(chunks: Sequence[_Chunk]) -> str:
    parts = [part for each in chunks for part in (each.text, each.gap or _BLOCKS_APART)]
    return "".join(parts[:-1])


def _either(base: str, mine: str, theirs: str) -> str:
    """White space as whoever changed it has it; of two changes the longer."""
    if mine == theirs or theirs == base:
        return mine
    return theirs if mine == base else max(mine, theirs, key=lambda each: (len(each), each))


def _parting(*gaps: str) -> str:
    """The first gap if it parts lines, else the longest that does."""
    if gaps[:1] and "\n" in gaps[0]:
        return gaps[0]
    parting = [each for each in gaps if "\n" in each]
    return max(parting, key=lambda each: (len(each), each)) if parting else _BLOCKS_APART


def _chunks(body: str) -> tuple[str, list[_Chunk], str]:
    """The white space that a body begins with, its chunks, the white space that it ends with."""
    lines = body.split("\n")
    inside: set[int] = set()  # lines that go on with a block
    begins: set[int] = set()
    ends: set[int] = set()
    for segment in split(body).segments:
        begins.add(segment.line - 1)
        ends.add(segment.end_line - 1)
        inside.update(range(segment.line, segment.end_line))
    starts: list[int] = []
    for at, line in enumerate(lines):
        if not line.strip() or at in inside:
            continue
        above = at - 1
        if not starts or not lines[above].strip() or (at in begins and above in ends):
            starts.append(at)
    places = [0]
    for line in lines:
        places.append(places[-1] + len(line) + 1)
    cuts = [places[start] for start in starts]
    if not cuts:
        return "", [], body
    made = []
    for at, to in zip(cuts, (*cuts[1:], len(body)), strict=True):
        text = body[at:to].rstrip("\n")
        kept = text.rstrip() if not text.rsplit("\n", 1)[-1].strip() else text
        made.append(_Chunk(kept, body[at + len(kept) : to]))
    return body[: cuts[0]], made, made[-1].gap


def _hunks(old: Sequence[_Chunk], new: Sequence[_Chunk]) -> list[_Hunk]:
    """What became of the old chunks, block by block where they can be told apart."""
    said, says = [each.text for each in old], [each.text for each in new]
    found: list[_Hunk] = []
    for equal, a, b, c, d in stretches(said, says):
        if not equal and (b > a or d > c):
            found += _apart(said, says, _Hunk(a, b, c, d))
    return found


def _apart(said: Sequence[str], says: Sequence[str], whole: _Hunk) -> list[_Hunk]:
    """One change of several blocks as changes of single ones, those alike paired in order."""
    a, b, c, d = whole.a, whole.b, whole.c, whole.d
    if b - a == d - c:
        return [_Hunk(a + at, a + at + 1, c + at, c + at + 1) for at in range(b - a)]
    if a == b or c == d or (b - a) * (d - c) > _MOST_PAIRS:
        return [whole]
    found: list[_Hunk] = []
    at, to = a, c
    for i, j in (*_pairs(said[a:b], says[c:d]), (b - a, d - c)):
        if a + i > at or c + j > to:
            found.append(_Hunk(at, a + i, to, c + j))
        if a + i < b:
            found.append(_Hunk(a + i, a + i + 1, c + j, c + j + 1))
        at, to = a + i + 1, c + j + 1
    return found


def _pairs(said: Sequence[str], says: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs in order that are most alike together."""
    width = len(says) + 1
    best = [[0.0] * width for _ in range(len(said) + 1)]
    alike = [[fuzz.ratio(one, other) for other in says] for one in said]
    for i in range(len(said) - 1, -1, -1):
        for j in range(len(says) - 1, -1, -1):
            score = alike[i][j] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], score and score + best[i + 1][j + 1])
    found = []
    i = j = 0
    while i < len(said) and j < len(says):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            found.append((i, j))
            i, j = i + 1, j + 1
    return found


def _merge_words(base: str, mine: str, theirs: str) -> str | None:
    """One block that both changed, where they changed it well apart; else None.

    Code is merged by lines, prose by words.
    """
    code = bool(_FENCE.match(base))
    old, my, their = (
        each.splitlines(keepends=True) if code else _TOKEN.findall(each)
        for each in (base, mine, theirs)
    )
    if max(len(old) * len(my), len(old) * len(their)) > _MOST_WORDS:
        return None
    changes = sorted(
        [(hunk, my, 0) for hunk in _token_hunks(old, my)]
        + [(hunk, their, 1) for hunk in _token_hunks(old, their)],
        key=lambda each: (each[0].a, each[0].b, each[2]),
    )
    parts: list[str] = []
    at, last = 0, -1
    for hunk, side, whose in changes:
        between = old[at : hunk.a]
        if last not in (-1, whose):
            count = len(between) if code else sum(bool(_WORD.match(each)) for each in between)
            if hunk.a < at or count < (1 if code else _APART):
                return None
        parts += [*between, *side[hunk.c : hunk.d]]
        at, last = hunk.b, whose
    return "".join((*parts, *old[at:]))


def _token_hunks(old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    return [_Hunk(a, b, c, d) for equal, a, b, c, d in stretches(old, new) if not equal]
