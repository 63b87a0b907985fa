"""Recognises a library file and connects to it with the settings that keep it safe."""

import json
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from kbeditor.domain.errors import KbError
from kbeditor.storage.driver import sqlite
from kbeditor.storage.faults import DAMAGED, known_fault
from kbeditor.storage.foreign import foreign_object
from kbeditor.storage.journal import WAL, choose_journal

APPLICATION_ID = 0x6B626564
"""What marks an SQLite file as a kbeditor library ("kbed")."""

FORMAT = 4
"""The newest library format this program knows: the number of the last migration."""

_SMALLEST = 512
"""Bytes of the smallest database. SQLite takes a shorter file for an empty one."""


def recognise(path: Path) -> int:
    """The format number of a library file; nothing is written.

    Raises KbError: no file, empty, not SQLite, another program's, newer than this program, or with
    something in it that runs by itself.
    """
    shown = str(path)
    if not path.is_file():
        raise KbError("no_file", "There is no file {path}.", path=shown)
    size = path.stat().st_size
    if size == 0:
        raise KbError("empty_file", "{path} is empty: it holds no library.", path=shown)
    if size < _SMALLEST:
        raise KbError("not_sqlite", "{path} is not a kbeditor library.", path=shown)
    try:
        application, number, foreign = _head(path)
    except UnicodeDecodeError as error:  # a name in its schema
        raise KbError("damaged", DAMAGED) from error
    except sqlite.DatabaseError as error:
        if "not a database" in str(error):
            raise KbError("not_sqlite", "{path} is not a kbeditor library.", path=shown) from error
        known = known_fault(error)
        if known is not None and known.code == "damaged":
            raise known from error
        raise KbError(
            "cannot_open", "{path} cannot be opened: {why}.", path=shown, why=str(error)
        ) from error
    if application != APPLICATION_ID:
        raise KbError(
            "not_ours",
            "{path} is a database of another program, not a kbeditor library.",
            path=shown,
        )
    if number > FORMAT:
        raise KbError(
            "newer_format",
            "{path} was made by a newer kbeditor (format {found}, this one knows {known}). "
            "Update the program to open it; nothing was changed.",
            path=shown,
            found=number,
            known=FORMAT,
        )
    if foreign:
        raise KbError(
            "foreign_schema",
            "{path} holds something that no kbeditor made ({what}) and that would run by itself, "
            "so it was not opened. Repair it into a new file, or ask who sent it.",
            path=shown,
            what=foreign[:80],
        )
    return number


def _head(path: Path) -> tuple[int, int, str]:
    """Whose file it is, its format, and what in it is not of our making."""
    try:
        return _read_head(connect_to_read(path))
    except sqlite.OperationalError:
        # A library with a log, on a drive without shared memory: its first page says enough.
        return _read_head(sqlite.connect(_uri(path, "immutable=1"), uri=True))


def _read_head(connection: Any) -> tuple[int, int, str]:
    with closing(connection):
        connection.execute("PRAGMA trusted_schema=OFF")
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        number = int(connection.execute("PRAGMA user_version").fetchone()[0])
        ours = application == APPLICATION_ID and number <= FORMAT
        return application, number, foreign_object(connection) if ours else ""


def connect_to_read(path: Path) -> Any:
    """A bare connection that writes nothing, for looking at a library from any thread."""
    return sqlite.connect(_uri(path, "mode=ro" if writable(path) else "immutable=1"), uri=True)


def connect(path: Path, *, read_only: bool = False) -> Engine:
    """An engine with one connection, used by one thread. Creates the file when it is not there.

    Writers begin with BEGIN IMMEDIATE: use `engine.execution_options(kb_write=True)`.
    """
    frozen = not writable(path) and path.exists()

    def creator() -> Any:
        if not (frozen or read_only):
            choose_journal(path, _uri(path, "mode=rwc"))
        if frozen:
            mode = "immutable=1"
        elif read_only:
            mode = "mode=ro"
        else:
            mode = "mode=rwc"
        connection = sqlite.connect(
            _uri(path, mode), uri=True, isolation_level=None, check_same_thread=True
        )
        try:
            _set_up(connection)
        except sqlite.Error:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite://",
        module=sqlite,
        creator=creator,
        poolclass=StaticPool,
        hide_parameters=True,
        json_deserializer=_from_json,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _from_json(text: str) -> object:
    """A JSON column's value. Raises KbError `damaged` for what nobody of ours wrote."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise KbError("damaged", DAMAGED) from error


def _set_up(connection: Any) -> None:
    run = connection.execute
    run("PRAGMA busy_timeout=5000")
    logged = run("PRAGMA journal_mode").fetchone()[0] == WAL
    # Without a log, the folder has to be flushed, too, when the journal goes.
    run(f"PRAGMA synchronous={'FULL' if logged else 'EXTRA'}")
    if sys.platform == "darwin":
        run("PRAGMA fullfsync=ON")
    run("PRAGMA foreign_keys=ON")
    run("PRAGMA trusted_schema=OFF")
    run("PRAGMA cell_size_check=ON")
    run("PRAGMA mmap_size=0")
    run("PRAGMA temp_store=MEMORY")
    run("PRAGMA cache_size=-32000")


def _begin(connection: Any) -> None:
    write = connection.get_execution_options().get("kb_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def writable(path: Path) -> bool:
    """Whether a library file, and the log beside it, can be written."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _uri(path: Path, query: str) -> str:
    return f"file:{quote(str(path.resolve()))}?{query}"
