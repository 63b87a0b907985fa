"""Looking at another library: the one before is kept open meanwhile, with all it can undo."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the real import costs SQLModel: it happens on the library's thread
    from kbeditor.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Visit:
    """What is looked at, in words for the bar above it, and the library to go back to.

    `path` is removed once the visit is over.
    """

    home: Path
    path: Path
    words: str


class Visits:
    """`now` belongs to the GUI thread, None: no visit; the rest to the library's thread."""

    def __init__(self) -> None:
        self.now: Visit | None = None
        self._home: Workspace | None = None

    def home(self) -> "Workspace":
        """The library that waits, for opening it again."""
        assert self._home is not None
        return self._home

    def swap(
        self, old: "Workspace | None", new: "Workspace | None", visit: Visit | None
    ) -> tuple["Workspace", ...]:
        """`new` takes the place of `old`, as a visit or to stay: what is to be closed."""
        if visit is not None and self._home is None:
            self._home, old = old, None
        left = (old,) if visit is not None else (old, self._home)
        if visit is None:
            self._home = None
        return tuple(each for each in left if each is not None and each is not new)
