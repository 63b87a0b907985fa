"""Which line of one version of a text stands where a line of the other does."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from kbeditor.domain.versions import Part


class LineMap:
    """Lines from 1, with fractions; between two places that are known they go in proportion."""

    def __init__(self, parts: Iterable[Part], old_end: int, new_end: int) -> None:
        """`old_end`, `new_end`: the line after each version's last."""
        pairs = [(1.0, 1.0)]
        for part in parts:
            if part.change != "moved" and part.old_lines[0] and part.new_lines[0]:
                ends = zip(part.old_lines, part.new_lines, strict=True)
                pairs += [(float(old), float(new)) for old, new in ends]
        pairs.append((float(max(old_end, 1)), float(max(new_end, 1))))
        rising = pairs[:1]
        for old, new in pairs[1:]:
            if old > rising[-1][0] and new > rising[-1][1]:
                rising.append((old, new))
        self._old = [old for old, _ in rising]
        self._new = [new for _, new in rising]

    def to_new(self, line: float) -> float:
        """The new version's line beside one of the old version."""
        return _beside(self._old, self._new, line)

    def to_old(self, line: float) -> float:
        """The old version's line beside one of the new version."""
        return _beside(self._new, self._old, line)


def _beside(ones: Sequence[float], others: Sequence[float], line: float) -> float:
    at = bisect_right(ones, line) - 1
    if at < 0:
        return others[0]
    if at + 1 >= len(ones):
        return others[-1]
    share = (line - ones[at]) / (ones[at + 1] - ones[at])
    return others[at] + share * (others[at + 1] - others[at])
