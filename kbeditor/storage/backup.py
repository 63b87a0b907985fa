"""Copies of a library: made in one step beside its writers, read again, then moved into place."""

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kbeditor.domain.backups import Holds
from kbeditor.domain.errors import KbError
from kbeditor.moving import beside, clear_abandoned, flush, move_in, remove
from kbeditor.storage.driver import sqlite
from kbeditor.storage.opening import connect_to_read, recognise, writable
from kbeditor.storage.types import from_text


@dataclass(frozen=True, slots=True)
class Copy:
    """What was written: size in bytes, SHA-256 of the file, what is in it.

    Two copies of the same state are the same bytes.
    """

    size: int
    sha256: str
    holds: Holds


def back_up(library: Path, target: Path) -> Copy:
    """Write a checked copy of `library` to `target`.

    Goes on connections of its own, so that it may run on any thread. An existing file is
    replaced only when it is a library too. Raises KbError; nothing half-written is left.
    """
    if target.exists():
        if target.resolve() == library.resolve():
            raise KbError("same_file", "A backup cannot be written over the library itself.")
        recognise(target)
    clear_abandoned(target)
    unfinished = beside(target)
    with _failing_as_backup_of(target):
        try:
            copy = copy_checked(library, unfinished)
            move_in(unfinished, target)
        finally:
            for ending in ("", "-journal", "-wal", "-shm"):  # a disk that fails leaves SQLite's too
                remove(Path(f"{unfinished}{ending}"))
    return copy


def copy_checked(library: Path, new: Path) -> Copy:
    """Write the copy to a new file and see that it arrived. Raises KbError, OSError, sqlite.Error;
    what was written so far is left then.
    """
    expected = _copy_pages(library, new)
    flush(new)
    found, sha256 = check_file(new)
    if found != expected:
        raise KbError("bad_backup", _DAMAGED, why="it does not hold what the library holds")
    return Copy(new.stat().st_size, sha256, found)


def check_file(path: Path) -> tuple[Holds, str]:
    """What a library's file holds and its SHA-256, after all of it was read and found sound.

    The file must not be open anywhere in this process. Raises KbError `bad_backup` and those of
    `opening.recognise`.
    """
    recognise(path)
    try:
        with closing(connect_to_read(path)) as connection:
            result = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if result != "ok":
                raise KbError("bad_backup", _DAMAGED, why=result)
            holds = _holds(connection)
    except sqlite.DatabaseError as error:
        raise KbError("bad_backup", _DAMAGED, why=str(error)) from error
    with path.open("rb", buffering=0) as file:
        return holds, hashlib.file_digest(file, "sha256").hexdigest()


def look_into(path: Path) -> Holds:
    """What a library's file holds, quickly. Raises KbError."""
    recognise(path)
    try:
        with closing(_connect_tidily(path)) as connection:
            return _holds(connection)
    except sqlite.DatabaseError as error:
        raise KbError("bad_backup", _DAMAGED, why=str(error)) from error


_DAMAGED = "The copy is damaged ({why}); it was not kept."


def _copy_pages(library: Path, new: Path) -> Holds:
    with (
        closing(_connect_tidily(library)) as source,
        closing(sqlite.connect(new, isolation_level=None)) as copy,
    ):
        # A file that counts only once it was moved in needs no journal, and is flushed by us.
        copy.execute("PRAGMA journal_mode=OFF")
        copy.execute("PRAGMA synchronous=OFF")
        source.isolation_level = None
        source.execute("BEGIN")  # one snapshot for what is counted and what is copied
        holds = _holds(source)
        source.backup(copy)  # in one step: stepwise never ends beside a busy writer
        source.execute("COMMIT")
        copy.execute("PRAGMA journal_mode=DELETE")
        return holds


def _connect_tidily(path: Path) -> Any:
    """A connection that writes nothing of its own; as the last one it takes the log along.

    One that may only read cannot do that: a library that was closed meanwhile would no longer be
    one file.
    """
    if not writable(path):
        return connect_to_read(path)
    connection = sqlite.connect(f"file:{quote(str(path.resolve()))}?mode=rw", uri=True)
    connection.execute("PRAGMA query_only=ON")
    return connection


def _holds(connection: Any) -> Holds:
    """Counted in columns that every format has."""

    def one(statement: str) -> tuple[Any, ...]:
        row = connection.execute(statement).fetchone()
        return tuple(row) if row is not None else ("", "")

    library_id, name = one("SELECT id, name FROM library")
    texts, words, edited = one("SELECT count(*), coalesce(sum(words), 0), max(edited_at) FROM text")
    articles, moved = one("SELECT count(*), max(updated_at) FROM article WHERE trashed_at IS NULL")
    last = max((each for each in (edited, moved) if each), default=None)
    tags = connection.execute("SELECT tag FROM locale ORDER BY position").fetchall()
    return Holds(
        library_id=library_id,
        name=name,
        format_version=int(one("PRAGMA user_version")[0]),
        articles=articles,
        categories=one("SELECT count(*) FROM category WHERE trashed_at IS NULL")[0],
        texts=texts,
        words=words,
        attachments=one("SELECT count(*) FROM attachment")[0],
        locales=tuple(tag for (tag,) in tags),
        last_edit=None if last is None else from_text(last),
    )


@contextmanager
def _failing_as_backup_of(target: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite.Error) as error:
        raise KbError(
            "backup_failed",
            "The backup {path} could not be written: {why}.",
            path=str(target),
            why=getattr(error, "strerror", None) or str(error),
        ) from error
