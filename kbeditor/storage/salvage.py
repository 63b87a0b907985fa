"""Copies every readable row of a damaged library into a new file, and tells what is lost."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kbeditor.domain.damage import damage_line
from kbeditor.domain.errors import KbError
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.progress import Progress
from kbeditor.storage.driver import sqlite
from kbeditor.storage.opening import APPLICATION_ID, FORMAT
from kbeditor.storage.pages import PageFile, Record, Walk
from kbeditor.storage.salvage_shape import Row, TableShape, shapes_of

_REBUILT = frozenset({"category", "article", "text", "attachment", "locale", "note_thread"})
"""Tables whose rows are of use when only what indexes hold of them is known."""
_OURS = frozenset({"library", "setting", "locale", "category", "article", "text", "revision"})
_MASTER_COLUMNS = 5
_STEP = 2000


@dataclass
class Salvage:
    """What was read of a damaged file. Row numbers are those of the new file's tables."""

    rows: int = 0
    lines: list[ReportLine] = field(default_factory=list)
    rebuilt: dict[str, set[int]] = field(default_factory=dict)
    """By table: rows put together from indexes alone."""
    cut: dict[str, set[int]] = field(default_factory=dict)
    """By table: rows of which a part was made up or cut off."""
    lossy: set[str] = field(default_factory=set)
    """Tables of which something is lost."""

    def lost(self, table: str, count: int) -> None:
        """Note that so many rows of a table are lost."""
        self.lossy.add(table)
        self.lines.append(damage_line("rows_lost", table, count))


@dataclass(frozen=True, slots=True)
class Roots:
    """Where the trees of a damaged file begin, by name; `complete`: all names are known."""

    tables: dict[str, int]
    indexes: dict[str, int]
    pages: set[int]
    complete: bool


def format_of(pages: PageFile, path: Path) -> int:
    """The format of a damaged library, the newest where that cannot be told.

    Raises KbError: another program's, newer than this program, nothing of a library in it.
    """
    roots = find_roots(pages)
    if not roots.tables.keys() >= _OURS:
        if pages.has_header and pages.application != APPLICATION_ID and roots.tables:
            raise KbError(
                "not_ours",
                "{path} is a database of another program, not a kbeditor library.",
                path=str(path),
            )
        return FORMAT
    number = _version_row(pages, roots) or pages.format or FORMAT
    if pages.format is not None and FORMAT < pages.format < FORMAT + 100 and number > FORMAT:
        raise KbError(
            "newer_format",
            "{path} was made by a newer kbeditor (format {found}, this one knows {known}). "
            "Update the program to open it; nothing was changed.",
            path=str(path),
            found=number,
            known=FORMAT,
        )
    return number if 1 <= number <= FORMAT else FORMAT


def _version_row(pages: PageFile, roots: Roots) -> int:
    root = roots.tables.get("alembic_version")
    for record in pages.rows(root, Walk()) if root else ():
        if record.values and str(record.values[0]).isdigit():
            return int(record.values[0])
    return 0


def find_roots(pages: PageFile) -> Roots:
    """Read the file's own list of tables and indexes; where its pages are lost, look for others."""
    walk = Walk()
    records = list(pages.rows(1, walk))
    whole = not walk.broken and not walk.bad_cells and bool(records)
    if not whole:
        for number in pages.loose_leaves(walk.pages):
            found = list(pages.rows_of_page(number, Walk()))
            if found and all(_is_master(each) for each in found):
                walk.pages.add(number)
                records += found
    tables: dict[str, int] = {}
    indexes: dict[str, int] = {}
    for record in records:
        if _is_master(record):
            kind, name, _, root, _ = record.values
            if root and kind in ("table", "index"):
                (tables if kind == "table" else indexes)[name] = root
    return Roots(tables, indexes, walk.pages, whole)


def _is_master(record: Record) -> bool:
    values = record.values
    return (
        len(values) == _MASTER_COLUMNS
        and values[0] in ("table", "index", "trigger", "view")
        and isinstance(values[1], str)
        and isinstance(values[3], int)
    )


def copy_rows(pages: PageFile, new: Path, progress: Progress) -> Salvage:
    """Fill the still empty library `new` (of the same format); its references may be broken."""
    connection = sqlite.connect(new, isolation_level=None)
    try:
        for pragma in ("foreign_keys=OFF", "synchronous=OFF", "cache_size=-64000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN IMMEDIATE")
        found = _Copy(pages, connection, progress).run()
        connection.execute("COMMIT")
    finally:
        connection.close()
    return found


class _Copy:
    def __init__(self, pages: PageFile, connection: Any, progress: Progress) -> None:
        self._pages, self._run, self._progress = pages, connection.execute, progress
        self._shapes = shapes_of(connection)
        self._roots = find_roots(pages)
        self._found = Salvage()
        self._known = set(self._roots.pages)  # pages that a tree leads to
        self._broken: list[TableShape] = []

    def run(self) -> Salvage:
        for shape in self._shapes:
            self._copy_table(shape)
        if self._broken or not self._roots.complete:
            self._copy_loose()
        for shape in self._shapes:
            self._use_indexes(shape)
        return self._found

    def _copy_table(self, shape: TableShape) -> None:
        root = self._roots.tables.get(shape.name)
        if root is None:
            self._broken.append(shape)
            return
        walk, strangers = Walk(), 0
        for record in self._pages.rows(root, walk):
            row = shape.fit(record)
            if row is None:
                strangers += 1
            else:
                self._put(shape, row)
        self._known |= walk.pages
        if walk.broken or strangers or walk.bad_cells:
            self._broken.append(shape)

    def _copy_loose(self) -> None:
        """Rows on pages that nothing leads to any more, where a tree was broken."""
        for name, root in (*self._roots.tables.items(), *self._roots.indexes.items()):
            walk = Walk()
            if name not in {each.name for each in self._shapes}:
                self._pages.pages_of(root, walk)
                self._known |= walk.pages
        counts: dict[str, int] = {}
        for number in self._pages.loose_leaves(self._known):
            records = list(self._pages.rows_of_page(number, Walk()))
            shape = self._only_fit(records)
            for record in records if shape else ():
                assert shape is not None
                row = shape.fit(record, strict=True)
                if row is not None and not self._is_there(shape.name, row.rowid):
                    counts[shape.name] = counts.get(shape.name, 0) + self._put(shape, row)
        self._found.lines += [
            damage_line("rows_loose", *each) for each in counts.items() if each[1]
        ]

    def _only_fit(self, records: list[Record]) -> TableShape | None:
        """The one broken table whose rows these can be."""
        fitting = [
            shape
            for shape in self._broken
            if records and all(shape.fit(each, strict=True) for each in records)
        ]
        # Of several, the one with the most columns: a short record is short of late ones only.
        fitting.sort(key=lambda shape: abs(len(shape.columns) - len(records[0].values)))
        return fitting[0] if fitting else None

    def _is_there(self, table: str, rowid: int) -> bool:
        found = self._run(f'SELECT 1 FROM "{table}" WHERE rowid = ?', (rowid,)).fetchone()
        return found is not None

    def _put(self, shape: TableShape, row: Row) -> bool:
        """Write a row; whether it was. One whose key is there already is another copy of it."""
        names = list(row.values)
        values = list(row.values.values())
        if shape.alias is None:
            names.append("rowid")
            values.append(row.rowid)
        columns = ", ".join(f'"{each}"' for each in names)
        sql = f'INSERT INTO "{shape.name}" ({columns}) VALUES ({", ".join("?" * len(names))})'
        try:
            self._run(sql, values)
        except sqlite.IntegrityError:
            if shape.name != "text" or not self._put_elsewhere(sql, names, values, row.rowid):
                self._found.lossy.add(shape.name)
                return False
        if row.mended:
            self._found.cut.setdefault(shape.name, set()).add(row.rowid)
        self._found.rows += 1
        if self._found.rows % _STEP == 0:
            self._progress.step("salvaging", self._found.rows, 0)
        return True

    def _put_elsewhere(self, sql: str, names: list[str], values: list[Any], rowid: int) -> bool:
        """A text whose address is taken gets another one."""
        at = names.index("slug")
        values[at] = f"{values[at]}-{rowid}"
        try:
            self._run(sql, values)
        except sqlite.IntegrityError:
            return False
        return True

    # ------------------------------------------------------------------ what indexes still know

    def _use_indexes(self, shape: TableShape) -> None:
        lost = self._lost_rows(shape)
        rest = 0
        for rowid, known in sorted(lost.items()):
            if shape.name == "text":
                self._find_owner(known)
            row = shape.complete(rowid, known)
            if shape.name in _REBUILT and _makes_sense(shape, known) and self._put(shape, row):
                self._found.rebuilt.setdefault(shape.name, set()).add(rowid)
                self._found.lossy.add(shape.name)
            else:
                rest += 1
        if rest:
            self._found.lost(shape.name, rest)
        elif shape in self._broken:
            self._found.lossy.add(shape.name)
            if not lost:
                self._found.lines.append(damage_line("file_page", shape.name))

    def _find_owner(self, known: dict[str, Any]) -> None:
        """Say whether a text is an article's or a category's, as the tables know by now."""
        owner = known.get("owner_id")
        if owner and not known.get("article_id") and not known.get("category_id"):
            sql = "SELECT 1 FROM category WHERE id = ?"
            of_category = self._run(sql, (owner,)).fetchone() is not None
            known["category_id" if of_category else "article_id"] = owner

    def _lost_rows(self, shape: TableShape) -> dict[int, dict[str, Any]]:
        """What indexes say of rows that are not in the table, by row."""
        there: set[int] | None = None
        lost: dict[int, dict[str, Any]] = {}
        for rowid, known in self._entries(shape):
            if there is None:
                there = {each[0] for each in self._run(f'SELECT rowid FROM "{shape.name}"')}
            if rowid not in there:
                lost.setdefault(rowid, {}).update(known)
        return lost

    def _entries(self, shape: TableShape) -> Iterator[tuple[int, dict[str, Any]]]:
        # Sound tables are not compared with their indexes: nothing of them is lost.
        if shape not in self._broken:
            return
        for index, columns in shape.indexes.items():
            root = self._roots.indexes.get(index)
            if root is None:
                continue
            for entry in self._pages.entries(root, Walk()):
                if entry.whole and len(entry.values) == len(columns) + 1:
                    *values, rowid = entry.values
                    if isinstance(rowid, int):
                        yield rowid, dict(zip(columns, values, strict=True))


def _makes_sense(shape: TableShape, known: dict[str, Any]) -> bool:
    """Whether what indexes know is enough for a row."""
    if shape.name == "text":
        owner = known.get("article_id") or known.get("category_id") or known.get("owner_id")
        return bool(owner and known.get("locale"))
    if shape.name == "locale":
        return bool(known.get("tag"))
    if shape.name == "attachment":
        return bool(known.get("id") and known.get("sha256"))
    if shape.name == "note_thread":
        return bool(known.get("id") and known.get("text_id"))
    return bool(known.get("id"))
