"""What a document is found by: its words, counted by field."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kbeditor.publishing.search.folding import pieces
from kbeditor.publishing.search.stemming import Language, Stems

FIELDS = ("title", "headings", "keywords", "summary", "body")
"""In this order they weigh less and less; search.js holds the weights."""

_FIRST_RUNNING_TEXT = 3
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
    category: bool = False

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
            _in_one_line(self.body),
        ]


def _in_one_line(text: str) -> str:
    """Lines of a text in one: those that end without a mark (headings, cells) get a dot between."""
    parts: list[str] = []
    for line in text.split("\n"):
        kept = line.strip()
        if kept:
            parts += (kept, _BETWEEN if kept[-1].isalnum() or kept[-1] in "%)»”’" else " ")
    return "".join(parts[:-1])


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
        met = Counter(map(stems.__getitem__, pieces(text)))
        counted = {stem: times for stem, times in met.items() if type(stem) is str}
        if len(counted) < len(met):
            for several, times in met.items():
                if type(several) is tuple:
                    for stem in several:
                        counted[stem] = counted.get(stem, 0) + times
        return counted
