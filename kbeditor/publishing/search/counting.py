"""What a document is found by: its words, counted by field."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


def field_texts(title: str, labels: Sequence[str], row: Sequence[object]) -> tuple[str, ...]:
    """What stands in each field; `row` as `SearchText.row` gives it."""
    _, headings, keywords, summary, body = map(str, row)
    return title, headings, _BETWEEN.join((keywords, *labels)), summary, body


class WordCounter:
    """Counts the words of a locale's documents. Holds the words met so far, to be quick."""

    def __init__(self, language: Language) -> None:
        stems = Stems(language)
        but_stop = Stems(language, language.stop)
        self.fields = tuple(
            stems if field < _FIRST_RUNNING_TEXT else but_stop for field in range(len(FIELDS))
        )
        """What stems each field's words: those that say nothing are left out of running text."""

    def count(
        self, title: str, labels: Sequence[str], row: Sequence[object]
    ) -> list[Mapping[str, int]]:
        """Stems and how often they stand in each field; `row` as `SearchText.row` gives it."""
        texts = field_texts(title, labels, row)
        return [_counted(text, each) for text, each in zip(texts, self.fields, strict=True)]


def _counted(text: str, stems: Stems) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for stem in map(stems.__getitem__, text.split()):
        if isinstance(stem, str):
            counted[stem] += 1
        else:
            counted.update(stem)
    return counted
