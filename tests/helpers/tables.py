"""Tables for translators: what is in them, and people who save them with other texts."""

import csv
from collections.abc import Mapping
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell

from kbeditor.domain.blocks import BlockState
from kbeditor.domain.units import Incoming
from kbeditor.exchange.csv_units import CsvFormat
from kbeditor.exchange.unit_rows import COLUMNS
from kbeditor.exchange.xlsx import XlsxFormat

CSV, XLSX = CsvFormat(), XlsxFormat()
ACTIVE = [
    *("=1+1", "+33 1 23", "-5 °C", "@you", "\ttab", "'=quoted", "''=twice", "＝1", "-", "="),
    *("1/2", "00123", "1e5", "40 €", "3 mai", "TRUE", "12:30", "5 %", "'1", "Mai 3, 2026", "$5"),
]
"""Texts that a spreadsheet would take for something else."""


def targets(incoming: Incoming) -> list[tuple[str, str, BlockState | None]]:
    """Id, target and state of each unit."""
    return [(each.id, each.target, each.state) for each in incoming.units]


def sheet_of(file: Path) -> list[tuple[Cell, ...]]:
    """The rows as openpyxl has them."""
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    return [tuple(cell for cell in row if isinstance(cell, Cell)) for row in sheet.iter_rows()]


def edit_csv(file: Path, changes: Mapping[tuple[str, str], str]) -> None:
    """Save other texts for (id, column)."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        head, *body = csv.reader(stream)
    columns = [name.partition(" (")[0] for name in head]
    for row in body:
        for place, name in enumerate(columns):
            row[place] = changes.get((row[0], name), row[place])
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([head, *body])


def edit_xlsx(file: Path, changes: Mapping[tuple[str, str], str]) -> None:
    """Save other texts for (id, column), as openpyxl saves a workbook that it loaded."""
    book = openpyxl.load_workbook(file)
    sheet = book.active
    assert sheet is not None
    for row in sheet.iter_rows(min_row=2):
        for cell, name in zip(row, COLUMNS, strict=True):
            if text := changes.get((str(row[0].value), name)):
                assert isinstance(cell, Cell)
                cell.value = text
    book.save(file)
