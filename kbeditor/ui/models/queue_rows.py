"""The rows of a work queue, prepared for sorting and filtering in a blink; no Qt here."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from kbeditor.domain.blocks import QueueRow
from kbeditor.domain.votes import Votes
from kbeditor.ui.models.folding import fold, matches, sort_key

TITLE, PATH, STEP, WORDS, BLOCKS, SINCE, IMPORTANT, PROMOTED, NOTES, VOTES = range(10)
COLUMNS = 10
PATH_SEPARATOR = " › "

_NO_SHARE = 2.0  # behind every share
_NEVER = "9"  # sorts behind every date


class QueueRows:
    """All rows, in the order in which they call: that of the column of steps.

    Made on the library's thread, as `MatrixRows`.
    """

    def __init__(self, rows: Sequence[QueueRow], votes: Votes | None = None) -> None:
        self.rows = tuple(rows)
        self.votes: Votes = votes or {}
        self._folded = [fold(f"{row.title} {' '.join(row.path)}") for row in rows]
        self._keys: dict[int, list[Any]] = {}

    def arranged(self, words: str, column: int, descending: bool) -> list[int]:
        """Numbers of the rows that hold all words, in the order of a column; equal ones in the
        order in which they call.
        """
        wanted = fold(words).split()
        found = [
            number
            for number in range(len(self.rows))
            if not wanted or matches(wanted, self._folded[number])
        ]
        if column == STEP:
            return found[::-1] if descending else found
        if column not in self._keys:
            key = self._helpful if column == VOTES else partial(_key, column=column)
            self._keys[column] = [key(row) for row in self.rows]
        # An age grows as its date falls.
        reverse = descending != (column == SINCE)
        return sorted(found, key=self._keys[column].__getitem__, reverse=reverse)

    def _helpful(self, row: QueueRow) -> tuple[float, int]:
        """What helps least stands first; of equal ones, what most say. Without votes: last."""
        votes = self.votes.get(row.id)
        return (votes.share, -votes.total) if votes is not None else (_NO_SHARE, 0)


def _key(row: QueueRow, column: int) -> Any:
    match column:
        case 0:
            return sort_key(fold(row.title))
        case 1:
            return sort_key(fold(PATH_SEPARATOR.join(row.path)))
        case 3:
            return row.words_left
        case 4:
            return row.blocks_left
        case 5:
            return row.stale_since or _NEVER
        case 6:
            return row.important
        case 7:
            return row.promoted
    return row.open_notes
