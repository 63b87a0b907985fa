"""Glossaries as files: CSV (term, translation, forbidden, note) and TBX, told apart by content."""

import re
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from kbeditor.domain.blocks import GlossaryTerm
from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import GlossaryFile
from kbeditor.exchange import tbx
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.csv_cells import CsvWriter, guarded, read_text, rows, unguarded
from kbeditor.exchange.incoming_terms import STEP_READ, GatheredTerms
from kbeditor.exchange.locale_fit import best_fit
from kbeditor.exchange.moving_in import new_file
from kbeditor.exchange.unit_rows import read_header
from kbeditor.exchange.xml_safe import legal, opening

FORMATS = (
    FormatInfo("glossary-csv", "Glossary (CSV)", ".csv", False),
    FormatInfo("tbx", "Glossary (TBX)", ".tbx", False),
)
_COLUMNS = ("term", "translation", "forbidden", "note")
# What other tools, and people, call the columns.
_NAMES = {
    "term": ("term", "source", "source term", "terme", "terme source"),
    "translation": ("translation", "target", "target term", "traduction", "terme cible"),
    "forbidden": ("forbidden", "wrong", "do not use", "interdit", "interdits", "à éviter"),
    "note": ("note", "notes", "comment", "comments", "definition", "remarque", "commentaire"),
}
_LOCALE = re.compile(r"(.*?)\s*\(([^()]*)\)")
_SPLIT = re.compile(r"[;\n]")
_MOST_HEADERS = 1


def write_glossary(
    format_id: str,
    target: Path,
    source_locale: str,
    target_locale: str,
    terms: Iterable[GlossaryTerm],
    program: str,
) -> Report:
    """Write a glossary, `format_id` one of `FORMATS`, as a whole or not at all. Raises KbError."""
    started = time.monotonic()
    with new_file(target) as temporary:
        if format_id == "tbx":
            with temporary.open("wb") as out:
                count = tbx.write_terms(out, source_locale, target_locale, terms, program)
        else:
            with temporary.open("w", encoding="utf-8-sig", newline="") as table:
                count = write_csv(CsvWriter(table), source_locale, target_locale, terms)
    return Report(str(target), (("terms", count),), (), time.monotonic() - started)


def write_csv(
    writer: CsvWriter, source_locale: str, target_locale: str, terms: Iterable[GlossaryTerm]
) -> int:
    """Write a glossary's table; how many terms."""
    count = 0
    writer.row((f"term ({source_locale})", f"translation ({target_locale})", *_COLUMNS[2:]))
    for term in terms:
        count += 1
        forbidden = "; ".join(term.forbidden)
        cells = (term.term, term.translation, forbidden, term.note)
        writer.row([guarded(legal(each)) for each in cells])
    return count


def is_glossary(source: Path) -> bool:
    """Whether a file looks like a glossary, and not like a table of blocks; never raises."""
    if tbx.is_tbx(source):
        return True
    if source.suffix.lower() not in (".csv", ".tsv", ".txt"):
        return False
    found = rows(_opening(source), source.name, _is_header, _MOST_HEADERS)
    return next(found, None) is not None


def read_glossary(
    source: Path, source_locale: str, target_locale: str, progress: Progress
) -> GlossaryFile:
    """The terms of a file for a pair of languages. Raises BadFile with line or row, Cancelled."""
    if tbx.is_tbx(source) or source.suffix.lower() == ".tbx":
        return tbx.read_terms(source, source_locale, target_locale, progress)
    found = GatheredTerms(source.name, source_locale, target_locale)
    text = read_text(source)
    columns: dict[str, int] | None = None
    for number, cells in rows(text, source.name, _is_header, _MOST_HEADERS):
        if number % 500 == 1:
            progress.step(STEP_READ, number, 0)
        if columns is None:
            columns = _header(cells)
            _check_locales(cells, (source_locale, target_locale), source.name)
        elif any(cell.strip() for cell in cells):
            values = [_value(cells, columns, name) for name in _COLUMNS]
            forbidden = [each.strip() for each in _SPLIT.split(values[2])]
            found.take(values[0], values[1], forbidden, values[3], number)
    if columns is None:
        raise BadFile(
            "no_header",
            source.name,
            "its first row must name the columns: term, translation, forbidden, note",
        )
    return found.result()


def _opening(source: Path) -> str:
    return opening(source).removeprefix("\ufeff").replace("\r\n", "\n")


def _is_header(cells: Sequence[str]) -> bool:
    return bool(_header(cells)) and read_header(cells) is None


def _header(cells: Sequence[str]) -> dict[str, int]:
    """Where the columns are; empty when term or translation is not named."""
    columns: dict[str, int] = {}
    for place, cell in enumerate(cells):
        name = _plain(cell)[0]
        for column, names in _NAMES.items():
            if name in names:
                columns.setdefault(column, place)
    return columns if {"term", "translation"} <= columns.keys() else {}


def _plain(cell: str) -> tuple[str, str]:
    """A column's name and the locale that stands behind it."""
    name = " ".join(cell.split()).casefold()
    found = _LOCALE.fullmatch(name)
    return (found[1], found[2]) if found else (name, "")


def _check_locales(cells: Sequence[str], wanted: tuple[str, str], shown: str) -> None:
    for cell in cells:
        name, locale = _plain(cell)
        for column, tag in zip(_COLUMNS, wanted, strict=False):
            if locale and name in _NAMES[column] and best_fit(tag, [locale]) is None:
                raise BadFile(
                    "other_language",
                    shown,
                    "its column “{column}” is in {found}, not in {wanted}",
                    column=name,
                    found=locale,
                    wanted=tag,
                )


def _value(cells: Sequence[str], columns: dict[str, int], name: str) -> str:
    place = columns.get(name, len(cells))
    return unguarded(cells[place].strip()) if place < len(cells) else ""
