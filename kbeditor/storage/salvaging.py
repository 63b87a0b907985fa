"""From a damaged file to a new library: a copy is read, rows are joined again, words healed."""

import os
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from kbeditor.domain.damage import damage_line
from kbeditor.domain.errors import KbError
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.progress import Progress
from kbeditor.storage.driver import sqlite
from kbeditor.storage.faults import faults_named, known_fault
from kbeditor.storage.healing import Healing
from kbeditor.storage.ideographs import unspaced
from kbeditor.storage.latest import Latest
from kbeditor.storage.migrating import migrate
from kbeditor.storage.opening import connect
from kbeditor.storage.pages import PageFile, Walk
from kbeditor.storage.rejoining import NameLocale, Rejoining
from kbeditor.storage.relinking import drop_stray_blocks, make_derived
from kbeditor.storage.salvage import Salvage, copy_rows, find_roots, format_of
from kbeditor.storage.store import Store

_CHUNK, _SECTOR = 1 << 20, 4096
_WITH_BLOCKS = 2
"""The first format with blocks."""
_WHOLE_LIST = 60
"""So many tables and indexes a library has at least."""
_SEARCH_COLUMNS = 5
_DOCUMENTS, _CHARACTERS = 8, 1_000_000
_COUNTED = {
    "articles": "article",
    "categories": "category",
    "texts": "text",
    "revisions": "revision",
    "attachments": "attachment",
}


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What became of a damaged library: what is told, and what the new one holds by table."""

    lines: tuple[ReportLine, ...]
    counts: Mapping[str, int]


def copy_file(source: Path, target: Path, progress: Progress) -> bool:
    """Copy a file; what the disk cannot read becomes zeros. Whether all of it could be read.

    Raises OSError when the target cannot be written. Not for a file that SQLite has open in this
    process: closing it would drop SQLite's locks.
    """
    size = source.stat().st_size
    whole = True
    with source.open("rb", buffering=0) as old, target.open("wb") as new:
        for start in range(0, size, _CHUNK):
            progress.step("copying", start, size)
            try:
                old.seek(start)
                part = _read(old.fileno(), min(_CHUNK, size - start))
            except OSError:
                whole = False
                part = b"".join(
                    _read_sector(old.fileno(), at, min(_SECTOR, size - at))
                    for at in range(start, min(start + _CHUNK, size), _SECTOR)
                )
            new.write(part)
    return whole


def _read(file: int, count: int) -> bytes:
    parts = []
    while count > 0:
        part = os.read(file, count)
        if not part:
            break
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _read_sector(file: int, at: int, count: int) -> bytes:
    try:
        os.lseek(file, at, os.SEEK_SET)
        return _read(file, count).ljust(count, b"\0")
    except OSError:
        return b"\0" * count


def salvage(
    damaged: Path, log: Path | None, new: Path, name_locale: NameLocale, progress: Progress
) -> Salvaged:
    """Make the library `new` of all that is readable in a copy of a damaged one and its log.

    Raises KbError: not ours, newer, nothing of a library left, a disk that takes no more; `new` may
    be there half made then.
    """
    try:
        with faults_named():
            return _salvage(damaged, log, new, name_locale, progress)
    except sqlite.Error as error:
        known = known_fault(error)
        if known is None:
            raise
        raise known from error


def _salvage(
    damaged: Path, log: Path | None, new: Path, name_locale: NameLocale, progress: Progress
) -> Salvaged:
    lines: list[ReportLine] = []
    if log is not None and not _belongs(damaged, log):
        log = None
        lines.append(damage_line("log_left_out"))
    with PageFile(damaged, log) as pages:
        number = format_of(pages, damaged)
        engine = connect(new)
        try:
            migrate(engine, number)
        finally:
            engine.dispose()
        found = copy_rows(pages, new, progress)
        if not found.rows:
            raise KbError(
                "nothing_left",
                "Nothing of a kbeditor library could be read in {path}.",
                path=str(damaged),
            )
        said = _said(pages, found)
    source = _join(new, number, found, said, name_locale, progress)
    Store.open(new).close()  # brings it to the newest format
    engine = connect(new)
    try:
        counts = _derive(engine, source, found, progress)
    finally:
        engine.dispose()
    return Salvaged((*lines, *found.lines), counts)


def _join(
    new: Path,
    number: int,
    found: Salvage,
    said: Mapping[int, tuple[str, str, str]],
    name_locale: NameLocale,
    progress: Progress,
) -> str:
    """Make references and words whole; the source locale."""
    with closing(sqlite.connect(new, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        joined = Rejoining(connection, found, name_locale)
        joined.rejoin()
        healing = Healing(joined, found, said)
        healing.heal(progress)
        if number >= _WITH_BLOCKS:
            found.lines += drop_stray_blocks(joined, found, healing.changed, progress)
        connection.execute("COMMIT")
    return joined.source


def _derive(engine: Engine, source: str, found: Salvage, progress: Progress) -> Mapping[str, int]:
    kept = {"documents": Latest[Any](_DOCUMENTS, _CHARACTERS)}  # see `splits`
    writing = engine.execution_options(kb_write=True)
    with Session(writing, expire_on_commit=False, info=kept) as session:
        make_derived(session, source, found, progress)
        session.commit()
        return {
            code: int(session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())
            for code, table in _COUNTED.items()
        }


def _belongs(damaged: Path, log: Path) -> bool:
    """Whether a log fits the file it lies beside: with that of another library nothing would."""
    with PageFile(damaged) as alone, PageFile(damaged, log) as together:
        if alone.page_size != together.page_size:
            return not alone.has_header
        own, both = _library_ids(alone), _library_ids(together)
        if own and both and own != both:
            return False
        return _harm(together) <= _harm(alone)


def _harm(pages: PageFile) -> int:
    """How much of the file's own trees cannot be walked."""
    roots = find_roots(pages)
    walk = Walk()
    for root in (*roots.tables.values(), *roots.indexes.values()):
        pages.pages_of(root, walk)
    missing = 0 if roots.complete else _WHOLE_LIST - len(roots.tables) - len(roots.indexes)
    return len(walk.broken) + max(0, missing)


def _library_ids(pages: PageFile) -> list[object]:
    root = find_roots(pages).tables.get("library")
    return [each.values[0] for each in pages.rows(root, Walk())] if root else []


def _said(pages: PageFile, found: Salvage) -> dict[int, tuple[str, str, str]]:
    """What the search knows (title, summary, body) of the texts that are not whole."""
    wanted = found.rebuilt.get("text", set()) | found.cut.get("text", set())
    root = find_roots(pages).tables.get("search_content") if wanted else None
    said: dict[int, tuple[str, str, str]] = {}
    for record in pages.rows(root, Walk()) if root else ():
        if record.rowid in wanted and len(record.values) == _SEARCH_COLUMNS:
            title, _, summary, body = (
                each if isinstance(each, str) else "" for each in record.values[1:]
            )
            said[record.rowid] = unspaced(title), unspaced(summary), unspaced(body)
    return said
