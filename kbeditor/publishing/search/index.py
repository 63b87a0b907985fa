"""The search of one locale as script files, made anew or changed where documents changed.

In static/search/LOCALE lies `index.js` with what any search needs (how words are made, how many
documents there are and how long, topics, labels), and up to `Sizes.whole` documents also their
names and all words. Above, words lie in parts by their first letters and names in groups by the
documents' numbers. Texts for snippets always lie in small groups. What a document is counted as
follows from its name and text, which can be read back: a change needs no other text than its own.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from math import inf
from typing import Any

from kbeditor.domain.ideographs import IDEOGRAPHS
from kbeditor.publishing.search.change import Change, Row
from kbeditor.publishing.search.counting import (
    FIELDS,
    Document,
    SearchText,
    WordCounter,
    field_texts,
)
from kbeditor.publishing.search.files import (
    HEAD,
    INDEX,
    NAMES,
    PART,
    TEXTS,
    Earlier,
    Read,
    SearchLostError,
    call,
    script_json,
)
from kbeditor.publishing.search.folding import FOLDED, MARKS
from kbeditor.publishing.search.parts import Words, cut, file_name, size
from kbeditor.publishing.search.postings import Postings, numbers, steps
from kbeditor.publishing.search.stemming import Language

VERSION = 2


@dataclass(frozen=True, slots=True)
class Sizes:
    """How the search is cut. Sizes of parts are characters, about half of that over the wire."""

    whole: int = 1500  # up to so many documents one file holds names and words
    largest: int = 80_000  # a part of the words is cut above that
    smallest: int = 6_000  # below that it shares a part with others
    names: int = 64  # documents in a file of names
    texts: int = 8


SIZES = Sizes()


def word_rules(language: Language) -> dict[str, Any]:
    """What search.js must know to make the words of a text as they are made here."""
    return {
        "version": VERSION,
        "language": dict(language.rules),
        "folded": FOLDED,
        "marks": MARKS,
        "ideographs": IDEOGRAPHS,
        "fields": list(FIELDS),
    }


class SearchFiles:
    """The search of one locale: texts are added, then the files are asked for.

    With `previous` only new and changed texts need to be added, unless `fresh` says that all must.
    """

    def __init__(
        self,
        folder: str,
        language: Language,
        words: Mapping[str, str],
        previous: Read | None = None,
        sizes: Sizes = SIZES,
    ) -> None:
        """`folder`: where the files lie, from the site's root, without a slash at its end.

        `words`: what the search says to readers, by the keys that search/page.js asks for.
        """
        self.folder = folder
        self._sizes = sizes
        self._words = dict(words)
        self._counter = WordCounter(language)
        self._rules = word_rules(language) | {"groups": [sizes.names, sizes.texts]}
        self._earlier = self._found(previous)
        self._postings = Postings(self._counter.fields)
        self._rows: dict[int, bytes] = {}  # as JSON
        self._documents: dict[int, Document] = {}
        self._topics: list[tuple[str, str]] = []

    @property
    def fresh(self) -> bool:
        """Whether there is nothing to build upon, so that every document must be added."""
        return self._earlier is None

    def add(self, document: Document, text: SearchText) -> None:
        """Add a document: one that is new or whose text changed, or, if `fresh`, each."""
        number = document.number
        row = text.row(number)
        self._documents[number] = document
        self._rows[number] = script_json(row).encode()
        if self._earlier is None:
            self._count(document, row)

    def forget(self) -> None:
        """Build upon nothing after all: the documents that were not added must be."""
        self._earlier = None
        self._postings = Postings(self._counter.fields)
        for document in self._documents.values():
            self._count(document, json.loads(self._rows[document.number]))

    def files(self, documents: Iterable[Document]) -> Iterator[tuple[str, bytes | None]]:
        """All files of the locale, by address; None: the file stays as it was.

        `documents`: every one of the locale; topics are offered in their order. Raises
        SearchLostError where an earlier file is needed and not there, or a document's text is
        neither known nor was added.
        """
        documents = list(documents)
        self._topics = list(dict.fromkeys(each.topic for each in documents if each.topic))
        named = {each.number: each for each in sorted(documents, key=lambda each: each.number)}
        whole = len(named) <= self._sizes.whole
        made = self._anew(named, whole) if self._earlier is None else self._changed(named, whole)
        for name, script in made:
            data = None if script is None else script.encode()
            if data is not None and self._earlier and self._earlier.bytes(name) == data:
                data = None
            yield f"{self.folder}/{name}", data

    def edited(self) -> dict[str, bytes | None] | None:
        """The files that are not as they were, where the added texts alone are other ones; in
        place of one that is no more None.

        Nothing is read but what changes. None where that is no use: see `files`. Raises
        SearchLostError.
        """
        earlier = self._earlier
        if earlier is None or not self._rows:
            return None if earlier is None else {}
        listed = {part[0]: part for part in earlier.head["parts"]}
        added = {number: json.loads(row) for number, row in self._rows.items()}
        change = Change(earlier, self._counter, self._documents, added)
        differences = change.differences_of_texts()
        parts = change.parts(differences, *self._limits(False))
        if parts is None:
            return None
        scripts = self._scripts(parts, listed)
        found: dict[str, str | None] = {file_name(key): scripts.get(key) for key in parts}
        head = earlier.head | {
            "lengths": change.lengths_now(),
            "parts": [listed[key] for key in sorted(listed)],
        }
        found[INDEX] = call(HEAD, head)
        for group in {number // self._sizes.texts for number in added}:
            rows = change.group(group) | added
            numbers_here = sorted(each for each in rows if each // self._sizes.texts == group)
            name, script = _texts(
                group, [script_json(rows[each]).encode() for each in numbers_here]
            )
            found[name] = script
        return {
            f"{self.folder}/{name}": None if script is None else script.encode()
            for name, script in found.items()
        }

    def _scripts(
        self, parts: Mapping[str, Words], listed: dict[str, list[Any]], whole: bool = False
    ) -> dict[str, str]:
        """The scripts of some parts, by key; what the head says of them goes into `listed`."""
        scripts: dict[str, str] = {}
        for key, words in parts.items():
            if words or whole:
                script = call(PART, key, " ".join(words), " ".join(words.values()))
                scripts[key] = script
                mark = blake2b(script.encode(), digest_size=4).hexdigest()
                listed[key] = [key, mark, size(words)]
            else:
                listed.pop(key, None)
        return scripts

    def _count(self, document: Document, row: Row) -> None:
        texts = field_texts(document.title, document.labels, row)
        self._postings.add(document.number, texts)

    def _anew(self, named: Mapping[int, Document], whole: bool) -> Iterator[tuple[str, str | None]]:
        if named.keys() != self._rows.keys():
            raise SearchLostError("not every document was added")
        words, lengths = self._postings.words()
        nothing = [0] * len(FIELDS)
        lengths = {number: lengths.get(number, nothing) for number in named}
        yield from self._first_files(named, self._cut(words, whole), {}, whole, lengths)
        for group, members in self._text_groups(named):
            yield _texts(group, [self._rows[number] for number in members])

    def _changed(
        self, named: Mapping[int, Document], whole: bool
    ) -> Iterator[tuple[str, str | None]]:
        assert self._earlier is not None
        added = {
            number: json.loads(self._rows[number]) for number in self._rows.keys() & named.keys()
        }
        change = Change(self._earlier, self._counter, named, added)
        if len(added) * 2 > len(named):
            for number in named.keys() - added.keys():
                self._rows[number] = script_json(change.text(number)).encode()
            for number, document in named.items():
                self._count(document, added.get(number) or change.text(number))
            yield from self._anew(named, whole)
            return
        differences = change.differences()
        parts = None if whole else change.parts(differences, *self._limits(whole))
        kept: dict[str, list[Any]] = {}
        if parts is None:
            parts = self._cut(change.all_words(differences), whole)
        else:
            kept = {part[0]: part for part in self._earlier.head["parts"] if part[0] not in parts}
        yield from self._first_files(named, parts, kept, whole, change.lengths)
        touched = {number // self._sizes.texts for number in change.gone | added.keys()}
        for group, members in self._text_groups(named):
            if group in touched:
                rows = (added.get(number) or change.text(number) for number in members)
                yield _texts(group, [script_json(row).encode() for row in rows])
            else:
                yield f"texts-{group}.js", None

    def _text_groups(self, named: Iterable[int]) -> Iterator[tuple[int, Iterator[int]]]:
        return groupby(named, key=lambda number: number // self._sizes.texts)

    def _first_files(
        self,
        named: Mapping[int, Document],
        parts: Mapping[str, Words],
        kept: Mapping[str, list[Any]],
        whole: bool,
        lengths: Mapping[int, list[int]],
    ) -> Iterator[tuple[str, str | None]]:
        """All but the texts. `kept`: what the head says of parts that stay as they are."""
        listed = dict(kept)
        scripts = self._scripts(parts, listed, whole)
        head = self._head(named, lengths, [] if whole else [listed[key] for key in sorted(listed)])
        rows = {number: document.name_row() for number, document in named.items()}
        if whole:
            yield INDEX, head + call(NAMES, 0, list(rows.values())) + "".join(scripts.values())
            return
        yield INDEX, head
        for key in sorted(listed):
            yield file_name(key), scripts.get(key)
        for group, members in groupby(rows, key=lambda number: number // self._sizes.names):
            yield f"names-{group}.js", call(NAMES, group, [rows[number] for number in members])

    def _head(
        self,
        named: Mapping[int, Document],
        lengths: Mapping[int, list[int]],
        parts: list[list[Any]],
    ) -> str:
        labels = sorted({label for each in named.values() for label in each.labels})
        topic_places = {topic: place for place, topic in enumerate(self._topics, start=1)}
        label_places = {label: place for place, label in enumerate(labels)}
        every = named.values()
        data = {
            "rules": self._rules,
            "words": self._words,
            "numbers": numbers(steps(named)),
            "lengths": [
                numbers(lengths[number][field] for number in named) for field in range(len(FIELDS))
            ],
            "categories": numbers(steps(each.number for each in every if each.category)),
            "topics": self._topics,
            "topic": numbers(
                topic_places.get(each.topic, 0) if each.topic else 0 for each in every
            ),
            "labels": labels,
            "label": " ".join(
                numbers(sorted(label_places[label] for label in each.labels)) for each in every
            ),
            "parts": parts,
        }
        return call(HEAD, data)

    def _limits(self, whole: bool) -> tuple[float, float]:
        return (inf, 0) if whole else (self._sizes.largest, self._sizes.smallest)

    def _cut(self, words: Words, whole: bool) -> dict[str, Words]:
        return cut(words, *self._limits(whole))

    def _found(self, previous: Read | None) -> Earlier | None:
        """What there is to build upon: nothing where words were made by other rules."""
        if previous is None:
            return None
        try:
            earlier = Earlier(self.folder, previous)
        except SearchLostError:
            return None
        return earlier if earlier.head.get("rules") == self._rules else None


def _texts(group: int, rows: Iterable[bytes]) -> tuple[str, str]:
    """A file of texts; `rows` are JSON."""
    return f"texts-{group}.js", f"{TEXTS}({group},[{b','.join(rows).decode()}]);\n"
