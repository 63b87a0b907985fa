"""XLSX workbooks that come back, whichever program saved them.

Read with the parser for others' XML, not with openpyxl: that one stops at styles it does not know,
fills gaps in row numbers with rows, and takes escapes apart in one of two places.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from kbeditor.domain.progress import Progress
from kbeditor.domain.units import Incoming
from kbeditor.exchange import unit_rows
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.incoming_units import STEP_READ, Gathering
from kbeditor.exchange.xml_safe import MOST_BYTES, walk_stream
from kbeditor.exchange.zips import files_in, names_in, open_zip, read_entry

_MOST_FILES = 5_000
_MOST_UNPACKED = 500 * 1024**2
_MOST_STRINGS = 1_000_000
_MANIFEST = "[Content_Types].xml"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CHARACTERLESS = re.compile("[\0\ud800-\udfff]")
_LETTERS = re.compile(r"[A-Z]{1,3}")
_WHOLE_NUMBER = re.compile(r"-?\d{1,15}")


def is_workbook(source: Path) -> bool:
    """Whether a file is a zip with a workbook's list of parts; never raises."""
    return _MANIFEST in names_in(source)


def read_workbook(format_id: str, source: Path, progress: Progress) -> Incoming:
    """The blocks of the first sheet that has them. Raises BadFile, Cancelled."""
    gathering = Gathering(format_id, source.name)
    with open_zip(source) as archive:
        parts = _Parts(archive, source.name, progress)
        strings = parts.strings()
        for sheet in parts.sheets():
            head: unit_rows.Head | None = None
            for seen, (number, row) in enumerate(parts.rows(sheet, strings)):
                if head is not None:
                    _take(head, row, number, gathering)
                    continue
                head = unit_rows.read_header([cell.text for cell in row])
                if head is None and seen == unit_rows.MOST_HEADERS:
                    break
            if head is not None:
                return gathering.result()
    raise unit_rows.no_header(source.name)


class _Cell(NamedTuple):
    """A cell's text; `odd` says what it is if it is no text."""

    text: str = ""
    odd: str = ""


_NOTHING = _Cell()


def _take(head: unit_rows.Head, row: list[_Cell], number: int, gathering: Gathering) -> None:
    target, unit_id = (
        row[head.columns[name]] if head.columns[name] < len(row) else _NOTHING
        for name in (unit_rows.TARGET, unit_rows.ID)
    )
    if target.odd:
        why = f"its translation is {target.odd} and no text; type it into a cell formatted as text"
        gathering.refuse("not_text", unit_id.text, number, why)
    else:
        unit_rows.take(head, [cell.text for cell in row], number, gathering)


class _Parts:
    """The XML files of a workbook."""

    def __init__(self, archive: zipfile.ZipFile, shown: str, progress: Progress) -> None:
        self._archive, self._shown, self._progress = archive, shown, progress
        self._entries = files_in(archive, shown, _MOST_FILES, _MOST_UNPACKED)
        books = self._related("", "officeDocument")
        if not books:
            raise BadFile("not_xlsx", shown, "this is no XLSX workbook")
        self._book = next(iter(books.values()))

    def sheets(self) -> Iterator[str]:
        """The sheets' files, in the order of the tabs."""
        files = self._related(self._book, "worksheet")
        for _, sheet in self._walk(self._book, "workbook", "sheet"):
            for name, value in sheet.attrib.items():
                if str(name).endswith("}id") and str(value) in files:
                    yield files[str(value)]

    def strings(self) -> list[str]:
        """The texts that cells share."""
        tables = self._related(self._book, "sharedStrings")
        found: list[str] = []
        for table in tables.values():
            for _, each in self._walk(table, "sst", "si"):
                if len(found) == _MOST_STRINGS:
                    reason = "it has more than {limit:,} texts"
                    raise BadFile("too_many_units", self._shown, reason, limit=_MOST_STRINGS)
                found.append(_text(each))
        return found

    def rows(self, sheet: str, strings: list[str]) -> Iterator[tuple[int, list[_Cell]]]:
        """Rows that have cells, with their numbers."""
        number = 0
        for _, row in self._walk(sheet, "worksheet", "row"):
            said = row.get("r", "")
            number = int(said) if said.isdecimal() and len(said) < 8 else number + 1
            cells: list[_Cell] = []
            place = -1
            for cell in row.iterchildren("{*}c"):
                place = _column(cell.get("r", ""), place + 1)
                if not len(cells) <= place < unit_rows.MOST_COLUMNS:
                    continue
                cells.extend([_NOTHING] * (place - len(cells)))
                cells.append(_cell(cell, strings))
            yield number, cells

    def _related(self, part: str, kind: str) -> Mapping[str, str]:
        """The parts of a kind that another part ("": the whole workbook) names, by their ids."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, str] = {}
        if relations not in self._entries:
            return found
        for _, each in self._walk(relations, "Relationships", "Relationship"):
            target = each.get("Target", "")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            # Files elsewhere (TargetMode) are never asked for.
            if each.get("Type", "").endswith(f"/{kind}") and path in self._entries:
                found[each.get("Id", "")] = path
        return found

    def _walk(self, part: str, root: str, name: str) -> Iterator[tuple[str, etree._Element]]:
        shown = f"{self._shown} › {part}"
        data = read_entry(self._archive, self._entries[part], MOST_BYTES, shown)
        stream = io.BytesIO(data)
        return walk_stream(stream, shown, root, (), (name,), self._progress, STEP_READ)


def _column(reference: str, following: int) -> int:
    """The column of a cell, from 0: as its reference says, else the one after the last."""
    found = _LETTERS.match(reference)
    if found is None:
        return following
    place = 0
    for letter in found[0]:
        place = place * 26 + ord(letter) - 64
    return place - 1


def _cell(cell: etree._Element, strings: list[str]) -> _Cell:
    kind = cell.get("t", "n")
    if cell.find("{*}f") is not None:
        return _Cell("", "a formula")
    if kind == "inlineStr":
        inline = cell.find("{*}is")
        return _Cell("" if inline is None else _text(inline))
    raw = cell.findtext("{*}v") or ""
    if kind == "s":
        known = raw.isdecimal() and len(raw) < 10 and int(raw) < len(strings)
        return _Cell(strings[int(raw)]) if known else _Cell("", "damaged")
    if kind == "str":
        return _Cell(_unescaped(raw))
    if not raw:
        return _NOTHING
    if kind == "n" and _WHOLE_NUMBER.fullmatch(raw) and not cell.get("s"):
        return _Cell(raw)
    return _Cell(raw, "an error" if kind == "e" else "a number or date")


def _text(element: etree._Element) -> str:
    """The words of a string, in one or more styles, without the hints how to pronounce them."""
    if len(element) == 1 and str(element[0].tag).endswith("}t"):
        return _unescaped(element[0].text or "")
    texts = (
        each.text or ""
        for each in element.iter("{*}t")
        if not str(getattr(each.getparent(), "tag", "")).endswith("}rPh")
    )
    return _unescaped("".join(texts))


def _unescaped(text: str) -> str:
    """With the characters that a workbook can only write as `_x0007_`; no NUL, no half ones."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda found: _CHARACTERLESS.sub("", chr(int(found[1], 16))), text)
