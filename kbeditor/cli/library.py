"""Opening the library that a command works on, and finding things in it by what one typed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kbeditor.app.account import who
from kbeditor.app.opening import make_keeper, open_workspace
from kbeditor.app.paths import own_paths
from kbeditor.app.preferences import Preferences
from kbeditor.cli.terminal import complain
from kbeditor.domain.errors import KbError

if TYPE_CHECKING:
    from kbeditor.app.keeping import Keeper
    from kbeditor.app.workspace import Workspace


def keeper() -> "Keeper":
    """Who keeps backups, as in the window."""
    paths = own_paths()
    return make_keeper(paths, Preferences(paths.preferences))


def author() -> str:
    """The name that revisions record, as in the window."""
    return who(Preferences(own_paths().preferences))


@contextmanager
def opened(path: Path) -> Iterator["Workspace"]:
    """An existing library, closed at the end. Raises KbError, with the way to make one."""
    if not path.exists():
        raise KbError(
            "no_file",
            "There is no library {path}. “kbeditor new {path} --source-locale en” makes one.",
            path=str(path),
        )
    workspace = open_workspace(path, author(), keeper=keeper())
    footing = workspace.footing
    if not footing.logged:
        where = f"a network drive ({footing.drive})" if footing.drive else "a drive"
        complain(
            f"{path} lies on {where} that bears no write-ahead log: who reads waits for who writes."
        )
    try:
        yield workspace
    finally:
        workspace.close()


def known_tag(workspace: "Workspace", typed: str) -> str:
    """The library's locale that was meant, whatever its case. Raises KbError `unknown_locale`."""
    tags = [each.tag for each in workspace.locales.list()]
    for tag in tags:
        if tag.casefold() == typed.strip().casefold():
            return tag
    raise KbError(
        "unknown_locale",
        "This library has no locale “{tag}”; it has: {known}.",
        tag=typed,
        known=", ".join(tags),
    )
