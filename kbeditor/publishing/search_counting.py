"""What a document is found by: its words, counted by field."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kbeditor.publishing.folding import pieces
from kbeditor.publishing.stemming import Language, Stems

FIELDS = ("title", "headings", "keywords", "summary", "body")
"""In this order they weigh less and less; search.js holds the weights."""

_FIRST_RUNNING_TEXT = 3
_LINE_END = re.compile(r"(\S)[ ]*\n\s*")
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Document:
    """What a locale's plan says of a page. `number` stays the same as long as the library lives."""

    number: int
    address: str  # from the site's root, percent-encoded
    title: str
    where: str = ""  # titles of the categories it lies in, joined
    topic: tuple[str, str] | None = None  # title and address of the top category
    labels: tuple[str, ...] = ()

    def name_row(self) -> list[object]:
        """What is shown of it in results."""
        return [self.number, self.title, self.where, self.address, list(self.labels)]


@dataclass(frozen=True, slots=True)
class SearchText:
    """What a page's text says, as plain text."""

    headings: Sequence[str] = ()
    keywords: Sequence[str] = ()
    summary: str = ""
    body: str = ""

    def row(self, number: int) -> list[object]:
        """As it is kept for snippets. Lines are joined, which leaves the words as they are."""
        return [
            number,
            _BETWEEN.join(self.headings),
            _BETWEEN.join(self.keywords),
            self.summary,
            _LINE_END.sub(_joined, self.body),
        ]


def _joined(found: re.Match[str]) -> str:
    """Lines of a text in one: those that end without a mark (headings, cells) get a dot between."""
    return found[1] + (_BETWEEN if found[1].isalnum() or found[1] in "%)»”’" else " ")


class WordCounter:
    """Counts the words of a locale's documents. Holds the words met so far, to be quick."""

    def __init__(self, language: Language) -> None:
        self._stems = Stems(language)
        self._but_stop = Stems(language, language.stop)

    def count(
        self, title: str, labels: Sequence[str], row: Sequence[object]
    ) -> list[Mapping[str, int]]:
        """Stems and how often they stand in each field; `row` as `SearchText.row` gives it.

        Words that say nothing by themselves are left out of running text.
        """
        _, headings, keywords, summary, body = map(str, row)
        texts = (title, headings, _BETWEEN.join((keywords, *labels)), summary, body)
        return [
            self._counted(text, self._stems if field < _FIRST_RUNNING_TEXT else self._but_stop)
            for field, text in enumerate(texts)
        ]

    def _counted(self, text: str, stems: Stems) -> dict[str, int]:
        counted: dict[str, int] = {}
        for piece, times in Counter(pieces(text)).items():
            for stem in stems[piece]:
                counted[stem] = counted.get(stem, 0) + times
        return counted
