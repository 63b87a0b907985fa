"""The ways into a library: open, make, take the sample."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kbeditor.app.account import who
from kbeditor.app.opening import create_library, create_sample, open_workspace
from kbeditor.ui.desk import Desk

if TYPE_CHECKING:  # the real import costs SQLModel
    from kbeditor.app.keeping import Keeper
    from kbeditor.app.workspace import Workspace

SUFFIX = ".kb"
RESTORABLE = (
    *("no_file", "empty_file", "not_sqlite", "cannot_open"),
    *("damaged", "foreign_schema", "disk_error"),
)
"""Errors of a file that a backup may help against."""
Otherwise = Callable[[Exception], "bool | None"]


def open_library(desk: Desk, path: Path, otherwise: Otherwise | None = None) -> None:
    """Open a library's file; the one open now is left when that succeeds."""
    path = path.absolute()
    visit = desk.bridge.visits.now
    if visit is not None and path == visit.home:
        desk.bridge.open(desk.bridge.visits.home)
        return
    if path == desk.bridge.path:
        return
    name = who(desk.preferences)

    def failed(error: Exception) -> bool | None:
        desk.not_opened = path
        if desk.keeping is None or getattr(error, "code", "") not in RESTORABLE:
            return False
        desk.keeping.not_opened.emit(path, error)
        return True

    desk.bridge.open(
        lambda: open_workspace(path, name, keeper=keeper_of(desk)), otherwise=otherwise or failed
    )


def keeper_of(desk: Desk) -> "Keeper | None":
    """Who keeps this window's backups, if anybody does; asked for on the library's thread."""
    return None if desk.keeping is None else desk.keeping.keeper()


def reopen(desk: Desk) -> None:
    """Open the same file anew."""
    path = desk.bridge.path
    if path is not None:
        name = who(desk.preferences)
        desk.bridge.open(lambda: open_workspace(path, name, keeper=keeper_of(desk)))


def make_library(
    desk: Desk,
    path: Path,
    name: str,
    source_locale: str,
    locales: tuple[str, ...],
    then: Callable[[], None],
    otherwise: Otherwise | None = None,
) -> None:
    """Make a new library and open it."""
    author = who(desk.preferences)
    desk.bridge.open(
        lambda: create_library(path, name, source_locale, locales, author, keeper_of(desk)),
        lambda _library: then(),
        otherwise,
    )


def open_sample(desk: Desk) -> None:
    """Open a fresh copy of the sample library, in this person's own folder."""
    folder = desk.paths.data / "samples"
    author = who(desk.preferences)

    def make() -> "Workspace":
        folder.mkdir(parents=True, exist_ok=True)
        return create_sample(
            unused_name(folder / f"Sample{SUFFIX}"), author, keeper=keeper_of(desk)
        )

    desk.bridge.open(make)


def unused_name(wanted: Path) -> Path:
    """`wanted`, or with the first number after it that is free: `Sample 2.kb`."""
    number, path = 1, wanted
    while path.exists():
        number += 1
        path = wanted.with_stem(f"{wanted.stem} {number}")
    return path
