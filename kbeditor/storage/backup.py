"""Copies of a library: made in one step beside its writers, checked, then moved into place."""

import os
from contextlib import closing
from pathlib import Path

from kbeditor.domain.errors import KbError
from kbeditor.storage.driver import sqlite
from kbeditor.storage.opening import connect_to_read, recognise


def back_up(library: Path, target: Path) -> int:
    """Write a checked copy of `library` to `target`; its size in bytes.

    Goes on a connection of its own, so that it may run on any thread. An existing file is
    replaced only when it is a library too. Raises KbError; nothing half-written is left.
    """
    if target.exists():
        if target.resolve() == library.resolve():
            raise KbError("same_file", "A backup cannot be written over the library itself.")
        recognise(target)
    unfinished = target.with_name(f".{target.name}.tmp")
    try:
        unfinished.unlink(missing_ok=True)
        with (
            closing(connect_to_read(library)) as source,
            closing(sqlite.connect(unfinished)) as copy,
        ):
            source.backup(copy)  # in one step: stepwise never ends beside a busy writer
            copy.execute("PRAGMA journal_mode=DELETE")
            result = copy.execute("PRAGMA quick_check").fetchone()[0]
        if result != "ok":
            raise KbError("bad_backup", "The copy is damaged ({why}); it was not kept.", why=result)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
        sync_folder(target.parent)
    except (OSError, sqlite.Error) as error:
        raise KbError(
            "backup_failed",
            "The backup {path} could not be written: {why}.",
            path=str(target),
            why=str(error),
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return target.stat().st_size


def sync_folder(folder: Path) -> None:
    """Make a rename within `folder` survive a power cut, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
