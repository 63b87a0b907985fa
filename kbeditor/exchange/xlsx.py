"""XLSX workbooks for translators: one row a block, the target beside its source, all text."""

import re
import time
from collections.abc import Sequence
from datetime import UTC
from pathlib import Path
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension

from kbeditor.domain.blocks import BlockState
from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import Incoming, UnitJob, UnitOptions
from kbeditor.exchange import unit_rows
from kbeditor.exchange.locale_fit import is_right_to_left
from kbeditor.exchange.moving_in import new_file
from kbeditor.exchange.unit_choice import chosen
from kbeditor.exchange.xlsx_reading import is_workbook, read_workbook

_HEADER = PatternFill("solid", fgColor="3B4A5A")
_GIVEN = PatternFill("solid", fgColor="F0F0F0")  # not to be changed
_LETTERS = [get_column_letter(place) for place, _ in enumerate(unit_rows.COLUMNS, start=1)]
_WIDTHS = {
    unit_rows.ARTICLE: 18,
    unit_rows.PLACE: 14,
    unit_rows.KIND: 10,
    unit_rows.STATE: 11,
    unit_rows.FRESHNESS: 13,
    unit_rows.SOURCE: 52,
    unit_rows.TARGET: 52,
    unit_rows.NOTE: 30,
    unit_rows.PREVIOUS: 40,
}
_HIDDEN = (unit_rows.ID, unit_rows.HASH, unit_rows.FROM)
_FILLED = (unit_rows.TARGET, unit_rows.STATE)
_MOST_ROWS = 1_048_576
_LINE, _HIGHEST = 15, 405  # points; Excel's rows end at 409
# What a workbook cannot hold as it is, and what would be taken for the way to write that.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


class XlsxFormat:
    """One `.xlsx` file with one sheet. Code and HTML stay at home."""

    @property
    def info(self) -> FormatInfo:
        """What the format is called."""
        return FormatInfo("xlsx", "XLSX (workbook)", ".xlsx", False)

    def write(self, job: UnitJob, target: Path, options: UnitOptions, progress: Progress) -> Report:
        """Write `target` as a whole or not at all. Raises KbError, Cancelled."""
        started = time.monotonic()
        files = units = 0
        lines: list[ReportLine] = []
        with new_file(target) as temporary:
            book = Workbook(write_only=True)
            sheet = _Sheet(book, job)
            try:
                for file in chosen(job, options, progress):
                    files += 1
                    for unit in file.units:
                        if not unit.kind.translatable:
                            continue
                        cells = unit_rows.row(job, file, unit, options)
                        if unit_rows.fits(cells) and sheet.add(cells):
                            units += 1
                        else:
                            lines.append(unit_rows.too_long(file, unit))
            finally:
                # After an error, too: what openpyxl keeps elsewhere until then goes only so.
                sheet.finish()
                book.save(temporary)
        counts = (("files", files), ("units", units))
        return Report(str(target), counts, tuple(lines), time.monotonic() - started)

    def recognises(self, source: Path) -> bool:
        """Whether a file looks like this format; cheap, never raises."""
        return source.suffix.lower() in (".xlsx", ".xlsm") and is_workbook(source)

    def read(self, source: Path, progress: Progress) -> Incoming:
        """Read and check a file. Raises KbError `bad_file` with path and row."""
        return read_workbook(self.info.id, source, progress)


class _FittingRow(RowDimension):
    """A row whose height fits what is in it, and goes on fitting while somebody types."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - openpyxl's name
        """The height is nobody's wish."""
        return False


class _Sheet:
    """The one sheet, row by row. Each column's cell is used again for every row."""

    def __init__(self, book: Workbook, job: UnitJob) -> None:
        book.properties.title = _escaped(job.library_name)
        book.properties.creator = job.program
        book.properties.created = job.created_at.astimezone(UTC).replace(tzinfo=None)
        self._sheet = sheet = book.create_sheet("Translation")
        self._rows = 1
        rtl_source, rtl_target = map(is_right_to_left, (job.source_locale, job.target_locale))
        sheet.sheet_view.rightToLeft = rtl_target
        sheet.freeze_panes = "A2"
        for letter, name in zip(_LETTERS, unit_rows.COLUMNS, strict=True):
            sheet.column_dimensions[letter].width = _WIDTHS.get(name, 8)
            sheet.column_dimensions[letter].hidden = name in _HIDDEN
        self._cells = [
            self._cell(name in _FILLED, rtl_target if name == unit_rows.TARGET else rtl_source)
            for name in unit_rows.COLUMNS
        ]
        head = []
        for text in unit_rows.header(job):
            cell = WriteOnlyCell(sheet, text)
            cell.font, cell.fill = _font("FFFFFF", bold=True), _HEADER
            cell.alignment = Alignment(vertical="center")
            head.append(cell)
        sheet.append(head)

    def _cell(self, filled: bool, right_to_left: bool) -> Cell:
        cell = WriteOnlyCell(self._sheet)
        cell.number_format = "@"  # text, also what is typed into it
        cell.alignment = Alignment(
            vertical="top", wrap_text=True, readingOrder=2 if right_to_left else 1
        )
        if not filled:
            cell.fill, cell.font = _GIVEN, _font("444444")
        return cell

    def add(self, texts: Sequence[str]) -> bool:
        """Write a row; False: it does not fit."""
        escaped = [_escaped(text) for text in texts]
        if self._rows == _MOST_ROWS or not unit_rows.fits(escaped):
            return False
        for cell, text in zip(self._cells, escaped, strict=True):
            cell.value = text
            cell.data_type = "s"  # whatever it begins with
        self._rows += 1
        # LibreOffice shows but one line of what has no height.
        rows = self._sheet.row_dimensions
        rows[self._rows] = _FittingRow(self._sheet, self._rows, ht=_height(texts))
        self._sheet.append(self._cells)
        del rows[self._rows]
        return True

    def finish(self) -> None:
        """Filters, and the choice of states, over all rows."""
        self._sheet.auto_filter.ref = f"A1:{_LETTERS[-1]}{self._rows}"
        column = _LETTERS[unit_rows.COLUMNS.index(unit_rows.STATE)]
        choice = ",".join(state.code for state in BlockState)
        states = DataValidation("list", f'"{choice}"', sqref=f"{column}2:{column}{self._rows + 1}")
        self._sheet.data_validations.append(states)


def _font(color: str, *, bold: bool = False) -> Font:
    return Font(name="Calibri", size=11, bold=bold, color=color)


def _height(texts: Sequence[str]) -> float:
    """Points for the longest cell. A translation yet to be written is as long as its source."""
    lines = max(
        sum(1 + _breadth(line) // _WIDTHS[name] for line in text.split("\n"))
        for name, text in zip(unit_rows.COLUMNS, texts, strict=True)
        if name in _WIDTHS
    )
    return float(min(_LINE * lines, _HIGHEST))


def _breadth(line: str) -> int:
    """Characters of the usual breadth."""
    if line.isascii():
        return len(line)
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in line)


def _escaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
