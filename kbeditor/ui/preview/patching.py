"""Which blocks of a preview changed: common first and last ones stay, the stretch between goes."""

from collections.abc import Sequence
from typing import NamedTuple


class Patch(NamedTuple):
    """Replace `removed` blocks from index `first` on with blocks of this HTML.

    `lines` are all blocks' first lines, `end` the line after the text's last one; None: as before.
    """

    first: int
    removed: int
    html: tuple[str, ...]
    lines: tuple[int, ...] | None
    end: int


class Marks(NamedTuple):
    """Which blocks are marked, and how: `look` is "gone" or "new", `lines` are from and to (from 1,
    inclusive); `title` and `summary`: those, too.
    """

    look: str
    lines: tuple[tuple[int, int], ...]
    title: bool = False
    summary: bool = False


NO_MARKS = Marks("new", ())


class Stretch(NamedTuple):
    """Where two lists of keys differ: `first` to `old_end` of the old, to `new_end` of the new."""

    first: int
    old_end: int
    new_end: int


def compare(old: Sequence[str], new: Sequence[str]) -> Stretch:
    """The smallest single stretch that turns one list of keys into the other."""
    most = min(len(old), len(new))
    first = 0
    while first < most and old[first] == new[first]:
        first += 1
    last = 0
    most -= first
    while last < most and old[-1 - last] == new[-1 - last]:
        last += 1
    return Stretch(first, len(old) - last, len(new) - last)
