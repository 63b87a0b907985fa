"""Reads the rows of a damaged SQLite file straight from its pages, without SQLite.

What SQLite gives up on is read as far as it goes: pages that nothing points to any more, rows whose
long columns are lost, a file without its header. The format is that of sqlite.org/fileformat2.html.
"""

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from kbeditor.storage.wal import read_log

_MAGIC = b"SQLite format 3\0"
_SIZES = (4096, 8192, 1024, 2048, 16384, 32768, 65536, 512)
_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE = 2, 5, 10, 13
_FIXED = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
_MOST_COLUMNS = 200
_LIKELY = 0.2  # so many pages begin like one at least: the others hold the ends of long rows


class Lost:
    """Stands in a row where a column could not be read."""


LOST: Final = Lost()


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table, or one entry of an index (then `rowid` is 0).

    `whole`: every column was read to its end; else the last text or bytes may be cut, and those
    behind it are LOST.
    """

    rowid: int
    values: tuple[Any, ...]
    whole: bool


@dataclass
class Walk:
    """What was met on the way through one tree."""

    pages: set[int] = field(default_factory=set)
    broken: set[int] = field(default_factory=set)  # pages that should be of the tree and are not
    bad_cells: int = 0  # rows on sound pages that say nothing


class PageFile:
    """A database file, with its write-ahead log where that is wanted. Nothing is ever written."""

    def __init__(self, path: Path, log: Path | None = None) -> None:
        """Raises OSError; a file too small to hold one page has no pages."""
        self._file = path.open("rb")
        size = path.stat().st_size
        self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ) if size else None
        self._log_pages: dict[int, bytes] = {}
        head = self._map[:100] if self._map is not None else b""
        log_size = 0
        if log is not None and log.is_file():
            log_size, self._log_pages = read_log(log)
            head = self._log_pages.get(1, head)[:100]
        self.has_header = head.startswith(_MAGIC) and _size_in(head) in _SIZES
        self.page_size = log_size or (_size_in(head) if self.has_header else self._guess_size())
        self.count = max(size // self.page_size, max(self._log_pages, default=0))
        self._usable = self.page_size - (head[20] if self.has_header else 0)
        self.format = struct.unpack(">I", head[60:64])[0] if self.has_header else None
        self.application = struct.unpack(">I", head[68:72])[0] if self.has_header else None
        self._trunk = struct.unpack(">I", head[32:36])[0] if self.has_header else 0

    def __enter__(self) -> "PageFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._map is not None:
            self._map.close()
        self._file.close()

    def page(self, number: int) -> bytes:
        """The bytes of a page, from 1; b"" when the file does not reach so far."""
        kept = self._log_pages.get(number)
        if kept is not None:
            return kept
        start = (number - 1) * self.page_size
        if self._map is None or number < 1 or start + self.page_size > len(self._map):
            return b""
        return self._map[start : start + self.page_size]

    def rows(self, root: int, walk: Walk) -> Iterator[Record]:
        """All rows of a table that its tree still leads to."""
        for number in self._leaves(root, walk, _INTERIOR_TABLE, _LEAF_TABLE):
            yield from self.rows_of_page(number, walk)

    def entries(self, root: int, walk: Walk) -> Iterator[Record]:
        """All entries of an index; the last column of each is the row it points to."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            page = self._take(number, walk, _INTERIOR_INDEX, _LEAF_INDEX)
            if page is None:
                continue
            interior = page[_start(number)] == _INTERIOR_INDEX
            if interior:
                waiting += reversed(self._children(number, page))
            for at in self._cells(number, page, 12 if interior else 8):
                record = self._index_entry(page, at + (4 if interior else 0))
                if record is None:
                    walk.bad_cells += 1
                else:
                    yield record

    def rows_of_page(self, number: int, walk: Walk) -> Iterator[Record]:
        """The rows of one leaf of a table."""
        page = self.page(number)
        for at in self._cells(number, page, 8):
            record = self._row(page, at)
            if record is None:
                walk.bad_cells += 1
            else:
                yield record

    def pages_of(self, root: int, walk: Walk) -> None:
        """Walk a tree of either kind for its pages alone."""
        kind = self.page(root)[_start(root) : _start(root) + 1]
        if kind in (bytes([_INTERIOR_TABLE]), bytes([_LEAF_TABLE])):
            for _ in self._leaves(root, walk, _INTERIOR_TABLE, _LEAF_TABLE):
                pass
        else:
            for _ in self._leaves(root, walk, _INTERIOR_INDEX, _LEAF_INDEX):
                pass

    def loose_leaves(self, known: set[int]) -> Iterator[int]:
        """Pages that look like leaves of tables although no tree leads to them, nor are free."""
        free = self._free_pages()
        for number in range(1, self.count + 1):
            if number not in known and number not in free:
                page = self.page(number)
                if page and page[_start(number)] == _LEAF_TABLE and self._sound(number, page):
                    yield number

    # ------------------------------------------------------------------ trees

    def _leaves(self, root: int, walk: Walk, interior: int, leaf: int) -> Iterator[int]:
        waiting = [root]
        while waiting:
            number = waiting.pop()
            page = self._take(number, walk, interior, leaf)
            if page is None:
                continue
            if page[_start(number)] == leaf:
                yield number
            else:
                waiting += reversed(self._children(number, page))

    def _take(self, number: int, walk: Walk, *kinds: int) -> bytes | None:
        """A page of a tree, once; None for one that is not of it."""
        if number in walk.pages or number in walk.broken:
            return None
        page = self.page(number)
        if not page or page[_start(number)] not in kinds or not self._sound(number, page):
            walk.broken.add(number)
            return None
        walk.pages.add(number)
        return page

    def _sound(self, number: int, page: bytes) -> bool:
        """Whether the page's own head can be true."""
        start = _start(number)
        kind, _, cells, content = struct.unpack_from(">BHHH", page, start)
        head = 8 if kind in (_LEAF_INDEX, _LEAF_TABLE) else 12
        begins = start + head + 2 * cells
        return bool(begins <= self._usable and begins <= (content or 65536) <= self._usable)

    def _children(self, number: int, page: bytes) -> list[int]:
        found = [
            struct.unpack_from(">I", page, at)[0]
            for at in self._cells(number, page, 12)
            if at + 4 <= len(page)
        ]
        return [*found, struct.unpack_from(">I", page, _start(number) + 8)[0]]

    def _cells(self, number: int, page: bytes, head: int) -> list[int]:
        """Where the cells of a page begin."""
        start = _start(number)
        count = struct.unpack_from(">H", page, start + 3)[0]
        first = start + head
        if first + 2 * count > len(page):
            return []
        places = struct.unpack_from(f">{count}H", page, first)
        return [at for at in places if first + 2 * count <= at < self._usable]

    def _free_pages(self) -> set[int]:
        found: set[int] = set()
        trunk = self._trunk
        while trunk and trunk not in found:
            page = self.page(trunk)
            if not page:
                break
            found.add(trunk)
            following, count = struct.unpack_from(">II", page, 0)
            if count > self._usable // 4 - 2:
                break
            found.update(struct.unpack_from(f">{count}I", page, 8))
            trunk = following
        return found

    # ------------------------------------------------------------------ cells

    def _row(self, page: bytes, at: int) -> Record | None:
        size, at = _varint(page, at)
        rowid, at = _varint(page, at)
        if rowid >= 1 << 63:
            rowid -= 1 << 64
        payload = self._payload(page, at, size, self._usable - 35)
        return None if payload is None else _record(rowid, payload, size)

    def _index_entry(self, page: bytes, at: int) -> Record | None:
        size, at = _varint(page, at)
        payload = self._payload(page, at, size, (self._usable - 12) * 64 // 255 - 23)
        return None if payload is None else _record(0, payload, size)

    def _payload(self, page: bytes, at: int, size: int, most: int) -> bytes | None:
        """The bytes of a cell; fewer than `size` when pages behind it are lost. None: no cell."""
        if size <= most:
            return page[at : at + size] if size > 0 and at + size <= self._usable else None
        if size > self.count * self.page_size:
            return None
        least = (self._usable - 12) * 32 // 255 - 23
        local = least + (size - least) % (self._usable - 4)
        local = local if local <= most else least
        if at + local + 4 > self._usable:
            return None
        parts = [page[at : at + local]]
        left = size - local
        following = struct.unpack_from(">I", page, at + local)[0]
        met: set[int] = set()
        while left > 0 and following not in met:
            met.add(following)
            behind = self.page(following)
            if not behind:
                break
            part = behind[4 : 4 + min(left, self._usable - 4)]
            parts.append(part)
            left -= len(part)
            following = struct.unpack_from(">I", behind, 0)[0]
        return b"".join(parts)

    def _guess_size(self) -> int:
        """The page size of a file whose header is gone: where most pages begin like one."""
        kinds = {_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE}

        def score(size: int) -> float:
            assert self._map is not None
            starts = range(size, min(len(self._map), 400 * size), size)
            return sum(self._map[at] in kinds for at in starts) / max(1, len(starts))

        if self._map is None or score(_SIZES[0]) >= _LIKELY:  # ours are of that size
            return _SIZES[0]
        return max(_SIZES, key=score)


def _size_in(head: bytes) -> int:
    size: int = struct.unpack(">H", head[16:18])[0]
    return 65536 if size == 1 else size


def _start(number: int) -> int:
    """Where a page's own head begins: behind the file's on the first."""
    return 100 if number == 1 else 0


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(at, min(at + 8, len(data))):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    if at + 8 < len(data):
        return value << 8 | data[at + 8], at + 9
    return 0, len(data)


def _record(rowid: int, payload: bytes, size: int) -> Record | None:
    """The columns of a record. None when its head cannot be that of one."""
    head, at = _varint(payload, 0)
    if not at <= head <= min(len(payload), 9 * _MOST_COLUMNS):
        return None
    kinds: list[int] = []
    while at < head:
        kind, at = _varint(payload, at)
        if kind in (10, 11):
            return None
        kinds.append(kind)
    if at != head or head + sum(map(_length, kinds)) != size:
        return None
    values: list[Any] = []
    whole = len(payload) == size
    for kind in kinds:
        length = _length(kind)
        part = payload[at : at + length]
        at += length
        if len(part) == length:
            values.append(_value(kind, part))
        elif part and kind >= 12:
            values.append(_cut(kind, part))
        else:
            values.append(LOST)
    return Record(rowid, tuple(values), whole)


def _length(kind: int) -> int:
    return _FIXED[kind] if kind < 12 else (kind - 12) // 2


def _value(kind: int, part: bytes) -> Any:
    if kind >= 12:
        return part.decode("utf-8", "replace") if kind % 2 else part
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        return struct.unpack(">d", part)[0]
    return int.from_bytes(part, "big", signed=True)


def _cut(kind: int, part: bytes) -> Any:
    """What is left of a long value whose end is lost: text up to the first byte that is none."""
    if kind % 2 == 0:
        return part
    try:
        return part.decode("utf-8")
    except UnicodeDecodeError as error:
        return part[: error.start].decode("utf-8")
