"""What rows of a library must look like: tells a row from rubbish, and fills what is missing."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from kbeditor.storage.pages import LOST, Record

DERIVED = ("alembic_version", "sqlite_sequence", "link", "rendering")
_SHADOWS = ("search", "memory_trigram")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
_UNKNOWN_TIME = "1970-01-01T00:00:00.000000Z"
_LISTS = frozenset({"labels", "keywords", "based_on", "forbidden", "locales"})


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """One column. `stored`: it is in the record; `written`: we give it a value."""

    name: str
    kind: str  # "text", "json", "time", "date", "number", "bytes"
    required: bool
    default: Any
    written: bool
    is_rowid: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row that fits its table: values by column. `mended`: columns that had to be made up."""

    rowid: int
    values: Mapping[str, Any]
    mended: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableShape:
    """One table: its columns in the order of the file, and by index which of them it holds."""

    name: str
    columns: tuple[ColumnShape, ...]
    indexes: Mapping[str, tuple[str, ...]]

    @property
    def alias(self) -> str | None:
        """The column that is the row's number, if there is one."""
        return next((each.name for each in self.columns if each.is_rowid), None)

    def fit(self, record: Record, *, strict: bool = False) -> Row | None:
        """The row that a record holds; None when it cannot be one of this table.

        `strict`: nothing may be made up, but for what is cut off.
        """
        if len(record.values) > len(self.columns):
            return None
        values: dict[str, Any] = {}
        mended = []
        given = [*record.values, *[_ABSENT] * (len(self.columns) - len(record.values))]
        for column, value in zip(self.columns, given, strict=True):
            if column.is_rowid:
                if value is not None:
                    return None
                values[column.name] = record.rowid
                continue
            if value is _ABSENT:
                if column.required and column.default is None:
                    return None  # a record may be short only of columns that were added later
                value = column.default
            sound, value = sounded(column, value)
            if not sound:
                if strict and record.whole:
                    return None
                mended.append(column.name)
            if column.written:
                values[column.name] = value
        if len(mended) > max(1, len(self.columns) // 2) and record.whole:
            return None
        if not record.whole:
            mended.append(CUT)
        return Row(record.rowid, values, tuple(mended))

    def complete(self, rowid: int, known: Mapping[str, Any]) -> Row:
        """A row of which only some columns are known."""
        values: dict[str, Any] = {}
        mended = []
        for column in self.columns:
            if column.is_rowid:
                values[column.name] = rowid
                continue
            sound, value = sounded(column, known.get(column.name, LOST))
            if not sound:
                mended.append(column.name)
            if column.written:
                values[column.name] = value
        return Row(rowid, values, tuple(mended))


_ABSENT = object()
CUT = ""
"""Among the mended columns of a row: its end is lost."""


def sounded(column: ColumnShape, value: Any) -> tuple[bool, Any]:
    """(whether a value can stand in a column, else what stands there in its place)."""
    if value is None and not column.required:
        return True, None
    if _sound(column, value):
        return True, value
    return False, (_filler(column) if column.required else None)


def _sound(column: ColumnShape, value: Any) -> bool:
    match column.kind:
        case "text":
            return isinstance(value, str)
        case "number":
            return isinstance(value, (int, float))
        case "bytes":
            return isinstance(value, bytes)
        case "time":
            return isinstance(value, str) and _is_time(value)
        case "date":
            return isinstance(value, str) and _is_date(value)
        case _:
            return isinstance(value, str) and _is_json(value)


def _filler(column: ColumnShape) -> Any:
    match column.kind:
        case "number":
            return 0
        case "bytes":
            return b""
        case "time":
            return _UNKNOWN_TIME
        case "json":
            return "[]" if column.name in _LISTS else "{}"
        case _:
            return ""


def _is_time(value: str) -> bool:
    if not _TIME.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        return False
    return True


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_json(value: str) -> bool:
    try:
        json.loads(value)
    except ValueError:
        return False
    return True


def shapes_of(connection: Any) -> tuple[TableShape, ...]:
    """The tables of a sound library (SQLite connection) that hold what people made."""
    names = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
        )
    ]
    return tuple(
        _shape(connection, name)
        for name in names
        if name not in DERIVED and not any(name.startswith(each) for each in _SHADOWS)
    )


def _shape(connection: Any, table: str) -> TableShape:
    rows = connection.execute(f'PRAGMA table_xinfo("{table}")').fetchall()
    keys = [row[1] for row in rows if row[5]]
    columns = []
    for _, name, declared, required, default, key, hidden in rows:
        declared = declared.upper().removesuffix(" GENERATED ALWAYS")
        columns.append(
            ColumnShape(
                name,
                _kind(declared),
                bool(required or key),
                _literal(default),
                written=not hidden,
                is_rowid=declared == "INTEGER" and keys == [name],
            )
        )
    indexes = {}
    for _, index, *_ in connection.execute(f'PRAGMA index_list("{table}")').fetchall():
        found: Sequence[Any] = connection.execute(f'PRAGMA index_info("{index}")').fetchall()
        indexes[index] = tuple(str(row[2]) for row in found)
    return TableShape(table, tuple(columns), indexes)


def _kind(declared: str) -> str:
    if declared in ("INTEGER", "BOOLEAN", "FLOAT"):
        return "number"
    fixed = {"JSON": "json", "VARCHAR(32)": "time", "DATE": "date", "BLOB": "bytes"}
    return fixed.get(declared, "text")


def _literal(default: str | None) -> Any:
    if default is None:
        return None
    return default.strip("'") if default.startswith("'") else int(default)
