"""A copy of the library that is open, through its own connection: also when its file is gone."""

from contextlib import closing
from pathlib import Path
from typing import Any

from kbeditor.domain.errors import KbError
from kbeditor.moving import beside, clear_abandoned, flush, move_in, remove
from kbeditor.storage.driver import sqlite
from kbeditor.storage.faults import known_fault
from kbeditor.storage.opening import recognise


def copy_open(connection: Any, library: Path, target: Path) -> None:
    """Write what an SQLite connection has open to `target`, whole or not at all.

    A file that is there is replaced only when it is a library. Raises KbError.
    """
    if target.exists():
        if library.exists() and target.samefile(library):
            raise KbError("same_place", "Choose another place: the library is there already.")
        recognise(target)
    clear_abandoned(target)
    unfinished = beside(target)
    try:
        with closing(sqlite.connect(unfinished, isolation_level=None)) as copy:
            # It counts only once it was moved in: it needs no journal, and is flushed by us.
            copy.execute("PRAGMA journal_mode=OFF")
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        flush(unfinished)
        recognise(unfinished)
        move_in(unfinished, target)
    except (OSError, sqlite.Error) as error:
        why = getattr(error, "strerror", None) or str(known_fault(error) or error)
        raise KbError(
            "cannot_write",
            "{path} cannot be written: {reason}.",
            path=str(target),
            reason=why.rstrip("."),
        ) from error
    finally:
        remove(unfinished)
