"""Where words stand, as text: small for the reader's browser, quick to write and to change.

A number is written in base 26: small letters, and a capital one at its end, so that numbers need
nothing between them. The documents with a word are a row of numbers: how many documents were
skipped since the one before, and in digits how often it stands there, if more than once. A word's
rows are joined by "|", one per field, the last field first (most words stand in bodies only).
"""

import re
from array import array
from collections.abc import Iterable, Mapping

MOST = 63
"""More often than this a word is not counted in one field."""

_SHIFT = 6
_ENTRY = re.compile(r"([a-z]*[A-Z])([0-9]*)")


def number(value: int) -> str:
    """A number from 0 on, in base 26."""
    text = chr(65 + value % 26)
    while value := value // 26:
        text = chr(97 + value % 26) + text
    return text


def value(text: str) -> int:
    """The number that is written so."""
    found = 0
    for letter in text.lower():
        found = found * 26 + ord(letter) - 97
    return found


_NUMBERS = [number(each) for each in range(4096)]
_TIMES = ["", "", *(str(times) for times in range(2, MOST + 1))]


def numbers(values: Iterable[int]) -> str:
    """Several numbers."""
    return "".join(_NUMBERS[each] if each < 4096 else number(each) for each in values)


def values(text: str) -> list[int]:
    """The numbers in a text of several."""
    return [value(each) for each in re.findall("[a-z]*[A-Z]", text)]


def steps(rising: Iterable[int]) -> Iterable[int]:
    """Rising numbers as what lies between them."""
    before = -1
    for each in rising:
        yield each - before - 1
        before = each


def summed(gaps: Iterable[int]) -> Iterable[int]:
    """The rising numbers again."""
    before = -1
    for gap in gaps:
        before += gap + 1
        yield before


def _row(entries: Iterable[int]) -> str:
    """Entries are document << 6 | times, rising."""
    before = -1
    parts: list[str] = []
    for entry in entries:
        document = entry >> _SHIFT
        gap = document - before - 1
        parts.append(_NUMBERS[gap] if gap < 4096 else number(gap))
        before = document
        times = entry & MOST
        if times > 1:
            parts.append(_TIMES[times])
    return "".join(parts)


def written(fields: Iterable[Iterable[int]]) -> str:
    """A word's rows from its entries by field, the first field first."""
    return "|".join([_row(sorted(entries)) for entries in fields][::-1]).rstrip("|")


def read(text: str, fields: int) -> list[dict[int, int]]:
    """How often a word stands in which document, by field."""
    rows = text.split("|")
    rows += [""] * (fields - len(rows))
    found: list[dict[int, int]] = []
    for row in reversed(rows):
        times: dict[int, int] = {}
        document = -1
        for gap, count in _ENTRY.findall(row):
            document += value(gap) + 1
            times[document] = int(count or 1)
        found.append(times)
    return found


def changed(text: str, fields: int, news: Mapping[tuple[int, int], int]) -> str:
    """A word's rows after a change. `news`: how often it stands now, by field and document."""
    found = read(text, fields)
    for (field, document), times in news.items():
        if times:
            found[field][document] = min(times, MOST)
        else:
            found[field].pop(document, None)
    return written([entry(document, times) for document, times in each.items()] for each in found)


def entry(document: int, times: int) -> int:
    """One entry: where, and how often."""
    return document << _SHIFT | min(times, MOST)


class Postings:
    """Collects entries by field and word while documents come in, in any order."""

    def __init__(self, fields: int) -> None:
        self._fields: list[dict[str, array[int]]] = [{} for _ in range(fields)]

    def add(self, field: int, document: int, counted: Mapping[str, int]) -> None:
        """Note the words of one field of one document."""
        start = document << _SHIFT
        rows = self._fields[field]
        for word, times in counted.items():
            found = start | (times if times < MOST else MOST)
            row = rows.get(word)
            if row is None:
                rows[word] = array("L", (found,))
            else:
                row.append(found)

    def words(self) -> dict[str, str]:
        """All words in order, with their rows."""
        every = sorted({word for rows in self._fields for word in rows})
        return {word: written([rows.get(word, ()) for rows in self._fields]) for word in every}
