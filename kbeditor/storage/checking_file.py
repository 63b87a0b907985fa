"""Looks for damage in a library's file: quickly at each start, or down to every byte that counts.

On a connection of its own that writes nothing, of any format that this program knows. An error of
the moment (busy, a disk that reports errors) is raised, never taken for damage.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from kbeditor.domain.damage import damage_line
from kbeditor.domain.errors import Cancelled
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.hashing import content_hash
from kbeditor.domain.progress import Progress, Silent
from kbeditor.storage.driver import sqlite
from kbeditor.storage.faults import known_fault
from kbeditor.storage.opening import connect_to_read
from kbeditor.storage.release_bytes import releases_sound
from kbeditor.storage.salvage_shape import TableShape, shapes_of, sounded

DERIVED = ("search", "memory_trigram", "rendering", "link", "sqlite_", "alembic")
_MOST = 200
"""Faults of one kind that SQLite is asked to list."""
_BATCH = 1000
_INSTRUCTIONS = 200_000  # of SQLite, between two looks whether to stop
_TREE = re.compile(r"Tree (\d+) ")
_INDEX = re.compile(r"(?:index|entry in index|entries in index) (\S+)|FTS\d? table (\S+)")


def quick_check(path: Path, progress: Progress | None = None) -> tuple[ReportLine, ...]:
    """Whether the pages of all that people wrote can be read: seconds, for the largest library.

    What is derived is left out, and no words are compared. Raises KbError, Cancelled.
    """
    return _Check(path, progress or Silent()).quick()


def full_check(path: Path, progress: Progress | None = None) -> tuple[ReportLine, ...]:
    """Everything: SQLite's own checks, references, the search's index, each hash, each value.

    Raises KbError, Cancelled.
    """
    return _Check(path, progress or Silent()).full()


class _Check:
    def __init__(self, path: Path, progress: Progress) -> None:
        self._path, self._progress = path, progress
        self._lines: list[ReportLine] = []
        self._stopped: Cancelled | None = None
        self._at = ("checking_pages", 0, 0)

    def quick(self) -> tuple[ReportLine, ...]:
        def check() -> None:
            names = [name for name in self._tables() if not name.startswith(DERIVED)]
            for done, name in enumerate(names):
                self._step("checking_pages", done, len(names))
                self._part(name, partial(self._check_pages, f'quick_check("{name}")'))
            if self._one("SELECT count(*) FROM library") != 1:
                self._say("file_rule", "library")

        return self._all(check)

    def full(self) -> tuple[ReportLine, ...]:
        def check() -> None:
            self._step("checking_pages", 0, 0)
            self._part("", lambda: self._check_pages(f"integrity_check({_MOST})"))
            self._part("", self._check_references)
            shapes = shapes_of(self._connection)
            for shape in shapes:
                self._part(shape.name, partial(self._check_rows, shape))
            names = {each.name for each in shapes}
            self._part("text", self._check_standing)
            self._part("search", self._check_search)
            self._part("attachment", self._check_pictures)
            if "release" in names:
                self._part("release", self._check_releases)
            if "block" in names:
                self._part("block", self._check_blocks)

        return self._all(check)

    def _all(self, check: Callable[[], None]) -> tuple[ReportLine, ...]:
        try:
            with closing(connect_to_read(self._path)) as connection:
                self._connection = connection
                connection.set_progress_handler(self._look, _INSTRUCTIONS)
                connection.execute("PRAGMA cell_size_check=ON")
                connection.execute("BEGIN")  # one snapshot, whatever others write meanwhile
                check()
        except sqlite.DatabaseError as error:
            self._take(error, "")
        return tuple(dict.fromkeys(self._lines))

    def _part(self, place: str, check: Callable[[], None]) -> None:
        """One part of the check; that it cannot be read does not keep us from the others."""
        try:
            check()
        except sqlite.DatabaseError as error:
            self._take(error, place)

    def _take(self, error: Exception, place: str) -> None:
        if self._stopped is not None:
            raise self._stopped from error
        known = known_fault(error)
        if known is not None and known.code != "damaged":
            raise known from error
        self._say("file_page", place)

    def _look(self) -> int:
        """Called by SQLite within a long statement; other than 0 ends it."""
        try:
            self._progress.step(*self._at)
        except Cancelled as error:
            self._stopped = error
            return 1
        return 0

    def _step(self, code: str, done: int, total: int) -> None:
        self._at = (code, done, total)
        self._progress.step(code, done, total)

    def _say(self, code: str, place: str, count: int = 0) -> None:
        self._lines.append(damage_line(code, place, count))

    def _one(self, sql: str) -> int:
        return int(self._connection.execute(sql).fetchone()[0])

    def _tables(self) -> list[str]:
        rows = self._connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
        )
        return [row[0] for row in rows]

    # ------------------------------------------------------------------ what SQLite knows

    def _check_pages(self, pragma: str) -> None:
        for (words,) in self._connection.execute(f"PRAGMA {pragma}").fetchall():
            for line in str(words).splitlines():
                if line != "ok" and not line.startswith("***"):
                    self._say(*self._meaning(line))

    def _meaning(self, words: str) -> tuple[str, str]:
        """SQLite's words as (code, place)."""
        index, tree = _INDEX.search(words), _TREE.search(words)
        if (index and index[2]) or "fts5" in words.lower():
            return "file_search", (index[2] if index and index[2] else "").removeprefix("main.")
        if index:
            return "file_index", f"{self._table_of('name', index[1])}: {index[1]}"
        if tree:
            return "file_page", self._table_of("rootpage", int(tree[1]))
        if "NULL value in" in words or "constraint" in words or "value in" in words:
            return "file_rule", words.rsplit(" in ", 1)[-1]
        return "file_page", words

    def _table_of(self, column: str, value: object) -> str:
        row = self._connection.execute(
            f"SELECT tbl_name FROM sqlite_master WHERE {column} = ?", (value,)
        ).fetchone()
        return str(row[0] if row else value)

    def _check_references(self) -> None:
        counts: dict[str, int] = {}
        for table, _, other, _ in self._connection.execute("PRAGMA foreign_key_check"):
            counts[f"{table} → {other}"] = counts.get(f"{table} → {other}", 0) + 1
        for place, count in counts.items():
            self._say("file_reference", place, count)

    # ------------------------------------------------------------------ what only we know

    def _rows(self, table: str, columns: str, code: str) -> Iterator[tuple[Any, ...]]:
        total = self._one(f'SELECT count(*) FROM "{table}"')
        cursor = self._connection.execute(f'SELECT {columns} FROM "{table}" NOT INDEXED')
        done = 0
        while rows := cursor.fetchmany(_BATCH):
            self._step(code, done, total)
            done += len(rows)
            yield from rows

    def _check_rows(self, shape: TableShape) -> None:
        """Each value is of its kind, and words are those that their hash was made of."""
        columns = [each for each in shape.columns if each.kind != "bytes"]
        names = [each.name for each in columns]
        hashed = shape.name in ("text", "revision")
        code = "checking_words" if hashed else "checking_rows"
        counts = 0
        for row in self._rows(shape.name, ", ".join(f'"{each}"' for each in names), code):
            if not all(
                sounded(column, value)[0] for column, value in zip(columns, row, strict=True)
            ):
                counts += 1
            elif hashed:
                self._compare(shape.name, dict(zip(names, row, strict=True)))
        if counts:
            self._say("file_row", shape.name, counts)

    def _compare(self, table: str, row: dict[str, Any]) -> None:
        found = content_hash(row["title"], row["summary"], json.loads(row["keywords"]), row["body"])
        if found == row["content_hash"]:
            return
        if table == "text":
            self._say("text_bytes", f"{row['title']} ({row['locale']})")
        else:
            place = self._connection.execute(
                "SELECT title || ' (' || locale || ')' FROM text WHERE id = ?", (row["text_id"],)
            ).fetchone()
            self._say("revision_bytes", place[0] if place else row["title"])

    def _check_standing(self) -> None:
        """What no key of the database holds together."""
        for title, locale in self._connection.execute(
            "SELECT title, locale FROM text WHERE published_id IS NOT NULL "
            "AND published_id NOT IN (SELECT id FROM revision)"
        ):
            self._say("text_version_gone", f"{title} ({locale})")
        parents = dict(self._connection.execute("SELECT id, parent_id FROM category"))
        for category in parents:
            met: set[str | None] = set()
            at: str | None = category
            while at in parents and at not in met:
                met.add(at)
                at = parents[at]
            if at in met:
                self._say("tree_loop", self._title_of(category))
        if self._one("SELECT count(*) FROM library") != 1:
            self._say("file_rule", "library")

    def _check_search(self) -> None:
        for title, locale in self._connection.execute(
            "SELECT title, locale FROM text WHERE id NOT IN (SELECT id FROM search_content)"
        ):
            self._say("text_not_indexed", f"{title} ({locale})")
        stray = "SELECT count(*) FROM search_content WHERE id NOT IN (SELECT id FROM text)"
        if self._one(stray):
            self._say("file_search", "search")

    def _check_pictures(self) -> None:
        for (name,) in self._connection.execute(
            "SELECT name FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM attachment_data)"
        ):
            self._say("picture_gone", name)
        keys = [row[0] for row in self._connection.execute("SELECT sha256 FROM attachment_data")]
        for done, key in enumerate(keys):
            self._step("checking_pictures", done, len(keys))
            self._part("attachment_data", partial(self._check_bytes, key))

    def _check_bytes(self, key: str) -> None:
        row = self._connection.execute(
            "SELECT data, (SELECT name FROM attachment a WHERE a.sha256 = d.sha256) "
            "FROM attachment_data d WHERE sha256 = ?",
            (key,),
        ).fetchone()
        if hashlib.sha256(row[0]).hexdigest() != key:
            self._say("picture_bytes", row[1] or key)

    def _check_releases(self) -> None:
        for number, snapshot, manifest, digest in self._rows(
            "release", "number, snapshot, manifest, digest", "checking_rows"
        ):
            if not releases_sound(snapshot, manifest, digest):
                self._say("release_bytes", f"{number}")

    def _check_blocks(self) -> None:
        for title, locale in self._connection.execute(
            "SELECT t.title, t.locale FROM (SELECT text_id, min(position) AS first, "
            "max(position) AS last, count(*) AS n, count(DISTINCT position) AS d FROM block "
            "GROUP BY text_id) b JOIN text t ON t.id = b.text_id "
            "WHERE first <> 0 OR last <> n - 1 OR d <> n"
        ):
            self._say("blocks_order", f"{title} ({locale})")

    def _title_of(self, owner: str) -> str:
        row = self._connection.execute(
            "SELECT title FROM text WHERE owner_id = ? LIMIT 1", (owner,)
        ).fetchone()
        return str(row[0]) if row else owner
