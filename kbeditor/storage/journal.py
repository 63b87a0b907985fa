"""How a library's file is written: with a log beside it wherever its drive bears that.

The log needs memory that all who have the file open share. Drives of other machines have none, or
pretend to: each machine then sees its own, and the file is damaged.
"""

import mmap
import os
from contextlib import closing
from pathlib import Path
from typing import Any

from kbeditor.storage.driver import sqlite
from kbeditor.storage.drives import network_drive

WAL = "wal"
_PROBED = 32768
"""Bytes that SQLite maps at once of the memory that the log needs."""


def choose_journal(path: Path, uri: str) -> None:
    """Bring the file to the journal that its drive bears; it is made when it is not there.

    `uri` opens the file. Raises sqlite.OperationalError; a file that others have open with a log
    cannot be brought to another journal ("database is locked").
    """
    shared = not network_drive(path)
    with closing(_open(uri)) as connection:
        try:
            logged = _journal(connection) == WAL
        except sqlite.OperationalError as error:
            if "locked" in str(error):
                raise
            logged, shared = True, False
        if logged == shared:
            return
        if shared:
            if shares_memory(path):
                connection.execute("PRAGMA journal_mode=WAL")
            return
    with closing(_open(uri)) as connection:
        # In exclusive mode the log needs no shared memory; it is worked into the file at the end.
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA journal_mode=DELETE")


def shares_memory(path: Path) -> bool:
    """Whether a file beside this one can be mapped into memory that others share."""
    probe = path.with_name(f"{path.name}-{os.getpid()}-shm")
    try:
        with probe.open("x+b") as file:
            file.truncate(_PROBED)
            with mmap.mmap(file.fileno(), _PROBED) as shared:
                shared[0] = 1
                shared.flush()
    except (OSError, ValueError):
        return False
    finally:
        probe.unlink(missing_ok=True)
    return True


def _open(uri: str) -> Any:
    connection = sqlite.connect(uri, uri=True, isolation_level=None)
    connection.execute("PRAGMA busy_timeout=5000")
    return connection


def _journal(connection: Any) -> str:
    """The journal in use. Raises sqlite.OperationalError where the log's memory is not shared."""
    connection.execute("PRAGMA user_version").fetchone()
    return str(connection.execute("PRAGMA journal_mode").fetchone()[0])
