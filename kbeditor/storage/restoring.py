"""Puts a backup in a library's place; what stood there steps aside and is never deleted."""

import os
import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from kbeditor.domain.errors import KbError
from kbeditor.moving import beside, clear_abandoned, flush_folder, remove
from kbeditor.storage.backup import copy_checked
from kbeditor.storage.driver import sqlite
from kbeditor.storage.opening import connect_to_read, writable

PATIENCE = 10
"""Seconds that others get to let go of the library: jobs that end, a backup being written."""

IN_USE = "{path} is open in another window or program. Close it there, then try again."

_BESIDE = ("-wal", "-shm")


def put_back(backup: Path, library: Path, now: datetime, patience: float = PATIENCE) -> Path | None:
    """Put a checked copy of `backup` where `library` is, which nobody may have open; where the
    former file is now (None: there was none).

    Killed at any moment, the old library or the new one is there, whole. Raises KbError `in_use`,
    `restore_failed`, `bad_backup` and those of `opening.recognise` (of the backup): the library
    is then as it was.
    """
    library = library.resolve()
    clear_abandoned(library)
    new = beside(library)
    try:
        copy_checked(backup, new)
        if not library.exists():
            _take_logs(library, aside_name(library, now))
            os.replace(new, library)
            flush_folder(library.parent)
            return None
        shutil.copymode(library, new)
        aside = aside_name(library, now)
        _fold(library, aside, patience)
        _change_places(new, library, aside)
        return aside
    except (OSError, sqlite.Error) as error:
        raise KbError(
            "restore_failed",
            "{path} could not be put back: {why}. The library is as it was.",
            path=str(backup),
            why=getattr(error, "strerror", None) or str(error),
        ) from error
    finally:
        remove(new)


def tells_who_is_there(library: Path) -> bool:
    """Whether SQLite's locks show also who has a library open and does nothing just now: only
    with a write-ahead log, which not every drive bears.
    """
    try:
        with closing(connect_to_read(library)) as connection:
            return bool(connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal")
    except sqlite.DatabaseError:  # nobody works in such a file
        return True


def aside_name(library: Path, now: datetime) -> Path:
    """`shop before restore 2026-11-23 201512.kb`, or with the first number that is free."""
    stamp = now.astimezone().strftime("%Y-%m-%d %H%M%S")
    name = f"{library.stem} before restore {stamp}"
    number, path = 1, library.with_name(name + library.suffix)
    while any(os.path.lexists(each) for each in (path, *_companions(path))):
        number += 1
        path = library.with_name(f"{name} {number}{library.suffix}")
    return path


def _fold(library: Path, aside: Path, patience: float) -> None:
    """Bring the library's log into its file; where that cannot be, the log steps aside.

    Raises KbError `in_use` when any other connection has it open: it would go on in the old file.
    """
    if not writable(library):
        raise PermissionError(13, "the file or its folder is read-only")
    log, kept = _companions(library)[0], _companions(aside)[0]
    if log.exists():  # SQLite throws the log of a file away that it takes for empty
        _name_twice(log, kept)
    try:
        with closing(sqlite.connect(library, timeout=patience, isolation_level=None)) as connection:
            # Set before the first reading: then it is refused while anybody else is connected.
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            folded = connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0] == "delete"
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite.DatabaseError as error:
        if _others(error):
            remove(kept)
            raise KbError("in_use", IN_USE, path=str(library)) from error
        return  # too damaged for that
    if folded and tables:
        remove(kept)
        remove(_companions(library)[1])  # the index of a log that is no more


def _others(error: Any) -> bool:
    return "locked" in str(error) or "busy" in str(error)


def _name_twice(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # a file system without second names
        shutil.copy2(file, name)


def _change_places(new: Path, library: Path, aside: Path) -> None:
    moved: list[tuple[Path, Path]] = []
    try:
        moved += _take_logs(library, aside)
        try:
            os.link(library, aside)
        except OSError:  # a file system without second names
            os.rename(library, aside)
        moved.append((library, aside))
        os.replace(new, library)
    except OSError:
        for old, kept in reversed(moved):
            if old.exists():
                os.unlink(kept)
            else:
                os.rename(kept, old)
        raise
    flush_folder(library.parent)


def _take_logs(library: Path, aside: Path) -> list[tuple[Path, Path]]:
    """Rename the log of a library that is damaged or gone: the new file must never meet it."""
    moved: list[tuple[Path, Path]] = []
    for old, kept in zip(_companions(library), _companions(aside), strict=True):
        if old.exists():
            kept.unlink(missing_ok=True)  # renaming a file to its second name does nothing
            os.rename(old, kept)
            moved.append((old, kept))
    return moved


def _companions(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + each) for each in _BESIDE)
