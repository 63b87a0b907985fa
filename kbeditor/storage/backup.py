"""Copies of a library: made in one step beside its writers, checked, then moved into place."""

from contextlib import closing
from pathlib import Path

from kbeditor.domain.errors import KbError
from kbeditor.moving import beside, clear_abandoned, flush, move_in, remove
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
    clear_abandoned(target)
    unfinished = beside(target)
    try:
        with (
            closing(connect_to_read(library)) as source,
            closing(sqlite.connect(unfinished)) as copy,
        ):
            source.backup(copy)  # in one step: stepwise never ends beside a busy writer
            copy.execute("PRAGMA journal_mode=DELETE")
            result = copy.execute("PRAGMA quick_check").fetchone()[0]
        if result != "ok":
            raise KbError("bad_backup", "The copy is damaged ({why}); it was not kept.", why=result)
        flush(unfinished)
        move_in(unfinished, target)
    except (OSError, sqlite.Error) as error:
        raise KbError(
            "backup_failed",
            "The backup {path} could not be written: {why}.",
            path=str(target),
            why=str(error),
        ) from error
    finally:
        remove(unfinished)
    return target.stat().st_size
