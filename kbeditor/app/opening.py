"""The way to a Workspace. Cheap to import: the window is shown before the heavy floors load."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences
from kbeditor.domain.progress import Progress, Silent

if TYPE_CHECKING:
    from kbeditor.app.keeping import Keeper
    from kbeditor.app.workspace import Workspace

# Imported within the functions: SQLModel with SQLAlchemy and pydantic costs three times a bare
# window's start, so it is paid on the library's thread, after the window is shown.


def open_workspace(
    path: Path, who: str = "", *, read_only: bool = False, keeper: "Keeper | None" = None
) -> "Workspace":
    """Open an existing library on the calling thread.

    With a `keeper` it is backed up before its format is changed, and before much is changed at
    once. Raises KbError: no file, empty, not ours, newer format, cannot be opened, no backup.
    """
    from kbeditor.app.workspace import Workspace
    from kbeditor.storage.store import Store

    if keeper is None:
        return Workspace(Store.open(path, who, read_only=read_only))
    with keeper.migrating(path) as before:
        return Workspace(
            Store.open(path, who, read_only=read_only, before_migration=before), keeper
        )


def make_keeper(paths: Paths, preferences: Preferences) -> "Keeper":
    """Who keeps this person's backups."""
    from kbeditor.app.keeping import Keeper

    return Keeper(paths, preferences)


def create_library(
    path: Path,
    name: str,
    source_locale: str,
    locales: Sequence[str] = (),
    who: str = "",
    keeper: "Keeper | None" = None,
) -> "Workspace":
    """Make a new library file and open it. Raises KbError (`exists`, `no_folder`, `bad_locale`)."""
    from kbeditor.app import making

    return making.create_library(path, name, source_locale, locales, who, keeper)


def create_sample(
    path: Path,
    who: str = "",
    progress: Progress | None = None,
    keeper: "Keeper | None" = None,
) -> "Workspace":
    """Make the sample library and open it. Raises KbError `exists`; nothing is left on failure."""
    from kbeditor.app import making

    return making.create_sample(path, who, progress or Silent(), keeper)
