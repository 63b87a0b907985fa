"""The search index of one locale, as MiniSearch reads it (its serialisation, version 2)."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kbeditor.publishing.folding import words

FIELDS = ("title", "headings", "keywords", "summary", "body")
"""In this order they weigh less and less; site.js holds the weights."""

_LINE_END = re.compile(r"(\S)[ ]*\n\s*")


@dataclass(frozen=True, slots=True)
class Document:
    """What is searched of one page. `key` names the small file with its text, for snippets."""

    address: str  # from the site's root, percent-encoded
    title: str
    category: str  # titles from the top, joined
    key: str
    fields: Sequence[str]  # in the order of FIELDS


class SearchIndex:
    """Grows document by document; gives script text that site.js loads.

    Holds numbers only: for each word in each field the documents it occurs in, and how often.
    """

    def __init__(self) -> None:
        self._postings: dict[str, dict[int, dict[int, int]]] = {}
        self._lengths: dict[int, list[int]] = {}
        self._stored: dict[int, tuple[str, str, str, str]] = {}

    def add(self, document: Document) -> None:
        """Add one page."""
        number = len(self._stored)
        self._stored[number] = (document.title, document.category, document.address, document.key)
        lengths: list[int] = []
        postings = self._postings
        for field, text in enumerate(document.fields):
            counted = Counter(words(text))
            lengths.append(len(counted))
            for word, times in counted.items():
                by_field = postings.get(word)
                if by_field is None:
                    by_field = postings[word] = {}
                found = by_field.get(field)
                if found is None:
                    by_field[field] = {number: times}
                else:
                    found[number] = times
        self._lengths[number] = lengths

    def script(self) -> str:
        """The index as one call of `kbSearchIndex`, the same bytes for the same documents."""
        count = len(self._stored)
        data = {
            "documentCount": count,
            "nextId": count,
            "documentIds": {number: number for number in range(count)},
            "fieldIds": {name: number for number, name in enumerate(FIELDS)},
            "fieldLength": self._lengths,
            "averageFieldLength": [
                sum(lengths[field] for lengths in self._lengths.values()) / max(count, 1)
                for field in range(len(FIELDS))
            ],
            "storedFields": {
                number: dict(zip("tcak", stored, strict=True))
                for number, stored in self._stored.items()
            },
            "dirtCount": 0,
            "index": sorted(self._postings.items()),
            "serializationVersion": 2,
        }
        return f"kbSearchIndex({script_json(data)});\n"


def text_script(key: str, summary: str, body: str) -> str:
    """The text of one page for snippets, as one call of `kbSearchText`."""
    return f"kbSearchText({script_json([key, summary, _LINE_END.sub(_joined, body)])});\n"


def _joined(found: re.Match[str]) -> str:
    """Lines of a text in one: those that end without a mark (headings, cells) get a dot between."""
    return found[1] + (" · " if found[1].isalnum() or found[1] in "%)»”’" else " ")


def script_json(data: object) -> str:
    """JSON that may stand in a script: no `<`, no line separators; numbers as keys become text."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
