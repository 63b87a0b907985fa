"""The list of what can be undone and redone in this session."""

from collections.abc import Sequence
from typing import NamedTuple

from kbeditor.domain.changes import Act
from kbeditor.domain.errors import KbError
from kbeditor.storage.row_images import Image, RowImage

_LIMIT = 500
_HEAVIEST = 250_000
"""Half a kilobyte each: so much all acts may hold together. The newest is kept, whatever it holds.
"""

Entry = tuple[Act, Sequence[Image]]


class _Kept(NamedTuple):
    act: Act
    images: Sequence[Image]
    weight: int


class Undo:
    """Two stacks of acts with the images that replay them."""

    def __init__(self) -> None:
        self._undo: list[_Kept] = []
        self._redo: list[_Kept] = []
        self._next: list[_Kept] = self._undo

    @property
    def next_undo(self) -> Act | None:
        """What "Undo" would undo."""
        return self._undo[-1].act if self._undo else None

    @property
    def next_redo(self) -> Act | None:
        """What "Redo" would do again."""
        return self._redo[-1].act if self._redo else None

    def done(self, act: Act, images: Sequence[Image]) -> None:
        """Put a new act on the list; what was undone before it can no longer be redone."""
        if images:
            self._undo.append(_kept(act, images))
            self._redo.clear()
            self._forget_oldest()

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
        self._redo.append(_kept(self._undo.pop().act, images))

    def redone(self, images: Sequence[Image]) -> None:
        """The top was redone; `images` undo it again."""
        self._undo.append(_kept(self._redo.pop().act, images))

    def drop_next(self) -> None:
        """Forget the entry that could not be replayed, so that older ones can be reached."""
        self._next.pop()

    def clear(self) -> None:
        """Forget everything: what was done can no longer be replayed row by row."""
        self._undo.clear()
        self._redo.clear()

    def _forget_oldest(self) -> None:
        del self._undo[:-_LIMIT]
        kept, weight = 0, 0
        for each in reversed(self._undo):
            weight += each.weight
            if kept and weight > _HEAVIEST:
                break
            kept += 1
        del self._undo[:-kept]

    def _top(self) -> Entry:
        if not self._next:
            raise KbError("nothing_to_undo", "There is nothing to undo.")
        top = self._next[-1]
        return top.act, top.images


def _kept(act: Act, images: Sequence[Image]) -> _Kept:
    return _Kept(act, images, weight_of(images))


def weight_of(images: Sequence[Image]) -> int:
    """About how much memory images take, in half kilobytes."""
    weight = len(images)
    for each in images:
        if isinstance(each, RowImage):
            for values in (each.before, each.after):
                body = (values or {}).get("body")
                weight += len(body) // 500 if isinstance(body, str) else 0
    return weight
