"""What two sequences have in common, in order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from rapidfuzz.distance import LCSseq

_STEPS = 1_000_000  # difflib slows down with what repeats; beyond, by bit-parallel LCS


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs whose second numbers rise, too; the first ones must."""
    ends: list[int] = []  # the second number at the end of the best chain of each length
    last: list[int] = []  # and which pair that is
    before: list[int] = []
    for at, (_, second) in enumerate(pairs):
        place = bisect_left(ends, second)
        before.append(last[place - 1] if place else -1)
        ends[place : place + 1] = [second]
        last[place : place + 1] = [at]
    chain = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def stretches(
    old: Sequence[Hashable], new: Sequence[Hashable]
) -> Iterator[tuple[bool, int, int, int, int]]:
    """What is equal and what is not, in order: whether, old from and to, new from and to.

    By difflib, led by what is unique in both: what repeats must not pull that apart.
    """
    often_old, often_new = Counter(old), Counter(new)
    places = {each: at for at, each in enumerate(new) if often_new[each] == 1}
    unique = [
        (at, places[each]) for at, each in enumerate(old) if each in places and often_old[each] == 1
    ]
    start, to = 0, 0
    for end, end_to in (*rising(unique), (len(old), len(new))):
        for equal, a, b, c, d in _opcodes(old[start:end], new[to:end_to]):
            yield equal, start + a, start + b, to + c, to + d
        if end < len(old):
            yield True, end, end + 1, end_to, end_to + 1
        start, to = end + 1, end_to + 1


def _opcodes(
    old: Sequence[Hashable], new: Sequence[Hashable]
) -> Iterator[tuple[bool, int, int, int, int]]:
    often = Counter(new)
    if sum(often[each] for each in old) <= _STEPS:
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield tag == "equal", a, b, c, d
        return
    codes = LCSseq.opcodes(old, new)
    for equal, group in groupby(codes, lambda code: code.tag == "equal"):
        members = list(group)
        first, last = members[0], members[-1]
        yield equal, first.src_start, last.src_end, first.dest_start, last.dest_end
