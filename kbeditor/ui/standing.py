"""What the window always needs to know of the open library."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kbeditor.domain.changes import Act
from kbeditor.domain.footing import Footing
from kbeditor.domain.people import Person
from kbeditor.domain.records import Library, Locale

if TYPE_CHECKING:  # the real import costs SQLModel: it happens on the library's thread
    from kbeditor.app.workspace import Workspace


_PLAIN = Footing()


@dataclass(frozen=True, slots=True)
class Standing:
    """Fresh after every change."""

    path: Path
    library: Library
    locales: tuple[Locale, ...]
    undo: Act | None
    redo: Act | None
    driver: str
    read_only: bool = False
    footing: Footing = _PLAIN
    me: Person | None = None
    """The person at work, as the library lists them; None when it does not."""


def take_standing(workspace: "Workspace") -> Standing:
    """Read it, on the library's thread."""
    return Standing(
        path=workspace.path,
        library=workspace.library,
        locales=workspace.locales.list(),
        undo=workspace.history.next_undo,
        redo=workspace.history.next_redo,
        driver=workspace.driver,
        read_only=workspace.read_only,
        footing=workspace.footing,
        me=workspace.people.named(workspace.who),
    )
