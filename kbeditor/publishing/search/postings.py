"""Where words stand, as text: small for the reader's browser, quick to write and to change.

A number is written in base 26: small letters, and a capital one at its end, so that numbers need
nothing between them. The documents with a word are a row of numbers: how many documents were
skipped since the one before, and in digits how often it stands there, if more than once. A word's
rows are joined by "|", one per field, the last field first (most words stand in bodies only).
"""

import re
from array import array
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, repeat
from operator import add, sub

from kbeditor.publishing.search.stemming import Stems

MOST = 63
"""More often than this a word is not counted in one field."""

_REMEMBERED = 250_000
_TOGETHER = 400
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


class _Numbers(dict[int, str]):
    """Numbers as they are written, those met so far."""

    def __missing__(self, value: int) -> str:
        text = number(value)
        if value < _COMMON:
            self[value] = text
        return text


class _Times(dict[int, str]):
    """How often, as it is written behind a document; nothing for once."""

    def __missing__(self, times: int) -> str:
        found = self[times] = str(min(times, MOST)) if times > 1 else ""
        return found


_COMMON = 100_000
_number = _Numbers().__getitem__
_times = _Times().__getitem__


def numbers(values: Iterable[int]) -> str:
    """Several numbers."""
    return "".join(map(_number, values))


def single(text: str) -> list[str]:
    """The numbers in a text of several, each as it is written."""
    return re.findall("[a-z]*[A-Z]", text)


def values(text: str) -> list[int]:
    """The numbers in a text of several."""
    return [value(each) for each in single(text)]


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


def _row(times: Mapping[int, int]) -> str:
    """How often a word stands in which document."""
    documents = sorted(times)
    # Steps of at least one between them: written as what was skipped.
    gaps = map(sub, documents, chain((0,), [each + 1 for each in documents]))
    counted = map(_times, map(times.__getitem__, documents))
    return "".join(map(add, map(_number, gaps), counted))


def written(fields: Sequence[Mapping[int, int]]) -> str:
    """A word's rows: how often it stands in which document, by field, the first field first."""
    return "|".join([_row(times) if times else "" for times in reversed(fields)]).rstrip("|")


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
    return written(found)


class _Field(dict[str, "array[int]"]):
    """Where the words of one field stand: by piece of text the row of its word.

    Every place where a word stands is one more entry, so that nothing has to be counted, nor
    even looked at, while texts come in: the loops below run in C.
    """

    def __init__(self, stems: Stems) -> None:
        super().__init__()
        self.rows: dict[str, array[int]] = {}  # by word: documents
        self._stems = stems
        self._none: array[int] = array("I")  # of pieces without a word
        self._several: array[int] = array("I")  # of those with more than one

    def __missing__(self, piece: str) -> "array[int]":
        stem = self._stems[piece]
        if isinstance(stem, str):
            found = self._row(stem)
        elif stem:
            found = self._several
        else:
            found = self._none
        self[piece] = found
        return found

    def add(self, document: int, text: str) -> None:
        """Note the words of a document's field."""
        found = text.split()
        deque(map(array.append, map(self.__getitem__, found), repeat(document)), 0)
        if self._several:
            for piece in found:
                if self[piece] is self._several:
                    for stem in self._stems[piece]:
                        self._row(stem).append(document)
            del self._several[:]
        del self._none[:]
        if len(self) > _REMEMBERED:
            self.clear()

    def _row(self, stem: str) -> "array[int]":
        row = self.rows.get(stem)
        if row is None:
            row = self.rows[stem] = array("I")
        return row


class Postings:
    """Collects where words stand while documents come in, in any order, each once."""

    def __init__(self, fields: Sequence[Stems]) -> None:
        """`fields`: what stems the words of each."""
        self._fields = [_Field(stems) for stems in fields]
        self._waiting: list[tuple[int, Sequence[str]]] = []

    def add(self, document: int, texts: Sequence[str]) -> None:
        """Note the words of a document, given by field."""
        self._waiting.append((document, texts))
        if len(self._waiting) == _TOGETHER:
            self._note()

    def _note(self) -> None:
        """One field after the other: what is asked for all the time stays near the processor."""
        for place, field in enumerate(self._fields):
            for document, texts in self._waiting:
                if texts[place]:
                    field.add(document, texts[place])
        self._waiting.clear()

    def words(self) -> tuple[dict[str, str], dict[int, list[int]]]:
        """All words in order, with their rows; and how many words each field of a document has."""
        self._note()
        lengths: list[Counter[int]] = [Counter() for _ in self._fields]
        found: dict[str, str] = {}
        for word in sorted({word for field in self._fields for word in field.rows}):
            counts: list[Mapping[int, int]] = []
            for field, length in zip(self._fields, lengths, strict=True):
                row = field.rows.pop(word, None)
                times = Counter(row) if row else {}
                counts.append(times)
                length.update(times.keys())
            found[word] = written(counts)
        documents = {document for length in lengths for document in length}
        return found, {each: [length[each] for length in lengths] for each in documents}
