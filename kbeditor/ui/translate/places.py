"""The same place in a source and in its translation, by the blocks both have."""

from bisect import bisect_right
from collections.abc import Sequence

from kbeditor.domain.blocks import BlockPair


class LinePlaces:
    """Lines of bodies that belong together; between two of them, in proportion."""

    def __init__(self, pairs: Sequence[BlockPair] = ()) -> None:
        found = {
            pair.target_line: pair.source_line
            for pair in reversed(pairs)
            if pair.target_line and pair.source_line
        }
        self._targets: list[int] = []
        self._sources: list[int] = []
        for target in sorted(found):
            # A block that was moved would lead backwards: the others lead past it.
            if not self._sources or found[target] >= self._sources[-1]:
                self._targets.append(target)
                self._sources.append(found[target])

    def __bool__(self) -> bool:
        return bool(self._targets)

    def source_line(self, line: float) -> float:
        """The line of the source (from 1) beside a line of the translation."""
        return _beside(line, self._targets, self._sources)

    def target_line(self, line: float) -> float:
        """The line of the translation beside a line of the source."""
        return _beside(line, self._sources, self._targets)


def _beside(line: float, here: Sequence[int], there: Sequence[int]) -> float:
    at = bisect_right(here, line) - 1
    if at < 0:
        return min(line, float(there[0])) if there else line
    if at + 1 == len(here):
        return there[at] + line - here[at]
    length = here[at + 1] - here[at]
    part = (line - here[at]) / length if length else 0.0
    return there[at] + part * (there[at + 1] - there[at])
