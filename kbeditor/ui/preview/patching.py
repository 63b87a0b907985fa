"""Which blocks of a preview changed: common first and last ones stay, the stretch between goes."""

from collections.abc import Sequence
from typing import NamedTuple

from kbeditor.domain.rendered import Block


class Patch(NamedTuple):
    """Replace `removed` blocks from index `first` on with `blocks`.

    `lines` are all blocks' first lines, `end` the line after the text's last one.
    """

    first: int
    removed: int
    blocks: tuple[Block, ...]
    lines: tuple[int, ...]
    end: int


def compare(old: Sequence[Block], new: Sequence[Block], end: int) -> Patch:
    """The smallest single stretch that turns one list of blocks into the other, by their keys."""
    most = min(len(old), len(new))
    first = 0
    while first < most and old[first].key == new[first].key:
        first += 1
    last = 0
    most -= first
    while last < most and old[-1 - last].key == new[-1 - last].key:
        last += 1
    stretch = tuple(new[first : len(new) - last])
    return Patch(first, len(old) - first - last, stretch, tuple(block.line for block in new), end)
