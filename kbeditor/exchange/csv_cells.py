"""CSV as spreadsheets write it: any usual separator and Unicode encoding, text that stays text."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TextIO

from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.folder import decode_text, read_limited

MOST_BYTES = 200 * 1024**2
_SEPARATORS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\n')  # Excel's own way to name it
# What begins like this is calculated by spreadsheets, in any of their languages …
_ACTIVE = re.compile("[=+\\-@\t\r\n＝＋－＠]")
# … and a short text of digits and at most one word may be a number or a date to them.
_LONGEST_NUMBER = 30
_NUMBER = re.compile(r"(?=.*\d)(?:[\d\W_]+[^\W\d_]*|[^\W\d_]+(?=[\W_]))[\d\W_]*", re.DOTALL)
_TRUTHS = ("true", "false", "vrai", "faux")


def guarded(text: str) -> str:
    """A cell that spreadsheets leave alone: `'` before what is like a formula, number or date."""
    return "'" + text if _is_active(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` was given; any other cell as it is."""
    return cell[1:] if cell.startswith("'") and _is_active(cell) else cell


def _is_active(text: str) -> bool:
    """The same for a text with and without quotes before it: so they can be taken off again."""
    text = text.lstrip("'")
    if _ACTIVE.match(text) or text.casefold() in _TRUTHS:
        return True
    return len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text) is not None


class CsvWriter:
    """Writes rows to a file opened with `newline=""`; CRLF and quotes where needed (RFC 4180)."""

    def __init__(self, out: TextIO) -> None:
        self._writer = csv.writer(out)

    def row(self, cells: Sequence[str]) -> None:
        """Write one row as it is."""
        self._writer.writerow(cells)


def read_text(source: Path, limit: int = MOST_BYTES) -> str:
    """A file's text: UTF-8, or UTF-16 with its mark. Raises BadFile."""
    data = read_limited(source, source.name, limit)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            data = data.decode("utf-16").encode()
        except UnicodeError as error:
            raise BadFile("not_utf16", source.name, "this is not sound UTF-16 text") from error
    try:
        return decode_text(data, source.name)
    except BadFile as error:
        if error.code != "not_utf8":
            raise
        # To guess an old code page is to lose letters: it has no narrow no-break space.
        raise BadFile(
            "not_utf8",
            source.name,
            "this is not Unicode text; save it as “CSV UTF-8” or as an XLSX workbook",
            int(str(error.details["line"])),
        ) from error


def rows(
    text: str, shown: str, is_header: Callable[[Sequence[str]], bool], most_headers: int
) -> Iterator[tuple[int, list[str]]]:
    """Rows from the header on, each with its number (from 1).

    The separator is the one with which a header is found among the first rows; without one there
    are no rows at all. Raises BadFile with the row.
    """
    skipped = 0
    if named := _SEPARATOR_LINE.match(text):
        text, skipped = text[named.end() :], 1
    for separator in (named[1],) if named else _SEPARATORS:
        found = _parsed(text, shown, separator, skipped)
        header = _first(found, is_header, most_headers + skipped)
        if header is not None:
            yield header
            yield from found
            return


def _first(
    found: Iterator[tuple[int, list[str]]], is_header: Callable[[Sequence[str]], bool], most: int
) -> tuple[int, list[str]] | None:
    """The header among the first rows; None, too, when a wrong separator makes nonsense of them."""
    try:
        return next((each for each in islice(found, most) if is_header(each[1])), None)
    except BadFile:
        return None


def _parsed(text: str, shown: str, separator: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = skipped
    while True:
        number += 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise BadFile(
                "csv", shown, "row {row} is no sound CSV ({why})", row=number, why=str(error)
            ) from error
        if cells is None:
            return
        yield number, cells
