"""The list of what can be undone and redone in this session."""

from collections.abc import Sequence

from kbeditor.domain.changes import Act
from kbeditor.domain.errors import KbError
from kbeditor.storage.row_images import Image

_LIMIT = 500

Entry = tuple[Act, Sequence[Image]]


class Undo:
    """Two stacks of acts with the images that replay them."""

    def __init__(self) -> None:
        self._undo: list[Entry] = []
        self._redo: list[Entry] = []
        self._next: list[Entry] = self._undo

    @property
    def next_undo(self) -> Act | None:
        """What "Undo" would undo."""
        return self._undo[-1][0] if self._undo else None

    @property
    def next_redo(self) -> Act | None:
        """What "Redo" would do again."""
        return self._redo[-1][0] if self._redo else None

    def done(self, act: Act, images: Sequence[Image]) -> None:
        """Put a new act on the list; what was undone before it can no longer be redone."""
        if images:
            self._undo.append((act, images))
            del self._undo[:-_LIMIT]
            self._redo.clear()

    def next_undo_entry(self) -> Entry:
        """The entry to undo. Raises KbError when there is none."""
        self._next = self._undo
        return self._top()

    def next_redo_entry(self) -> Entry:
        """The entry to redo. Raises KbError when there is none."""
        self._next = self._redo
        return self._top()

    def undone(self, images: Sequence[Image]) -> None:
        """The top was undone; `images` replay it forward."""
        self._redo.append((self._undo.pop()[0], images))

    def redone(self, images: Sequence[Image]) -> None:
        """The top was redone; `images` undo it again."""
        self._undo.append((self._redo.pop()[0], images))

    def drop_next(self) -> None:
        """Forget the entry that could not be replayed, so that older ones can be reached."""
        self._next.pop()

    def clear(self) -> None:
        """Forget everything: what was done can no longer be replayed row by row."""
        self._undo.clear()
        self._redo.clear()

    def _top(self) -> Entry:
        if not self._next:
            raise KbError("nothing_to_undo", "There is nothing to undo.")
        return self._next[-1]
