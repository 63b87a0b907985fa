"""What of an earlier search of a locale must change, worked out without reading all its texts."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from kbeditor.publishing.search.counting import FIELDS, Document, WordCounter
from kbeditor.publishing.search.files import Earlier, SearchLostError
from kbeditor.publishing.search.parts import Parts, Words, file_name, size
from kbeditor.publishing.search.postings import changed, numbers, single, summed, values

Row = Sequence[object]
Times = dict[tuple[int, int], int]  # how often a word stands somewhere, by field and document


class Change:
    """From the last build's documents to `named`, all of now. `added`: rows of given texts."""

    def __init__(
        self,
        earlier: Earlier,
        counter: WordCounter,
        named: Mapping[int, Document],
        added: Mapping[int, Row],
    ) -> None:
        self._earlier = earlier
        self._counter = counter
        self._named = named
        self._added = added
        self._texts = int(earlier.head["rules"]["groups"][1])
        self.lengths: dict[int, list[int]] = {}
        self._known = set(self._numbers)
        unknown = named.keys() - self._known - added.keys()
        if unknown:
            raise SearchLostError(f"texts of {sorted(unknown)[:3]} are not known")

    @property
    def gone(self) -> set[int]:
        """Documents that are no more."""
        return self._known - self._named.keys()

    def differences(self) -> dict[str, Times]:
        """How often each word stands now where that is not what it was; fills `lengths`."""
        names = self._names()
        found: dict[str, Times] = {}
        renamed = {
            number
            for number, document in self._named.items()
            if number in self._known and _searched(document.name_row()) != _searched(names[number])
        }
        lengths = dict(zip(self._numbers, zip(*self._old_lengths, strict=True), strict=True))
        self.lengths = {each: list(lengths[each]) for each in self._named.keys() & self._known}
        for number in sorted(renamed | self.gone | self._added.keys()):
            before: list[Mapping[str, int]] = [{}] * len(FIELDS)
            after = before
            if number in self._known:
                _, title, _, _, labels = names[number]
                before = self._counter.count(title, labels, self.text(number))
            if number in self._named:
                document = self._named[number]
                row = self._added.get(number) or self.text(number)
                after = self._counter.count(document.title, document.labels, row)
                self.lengths[number] = [len(each) for each in after]
            _note(found, number, before, after)
        return found

    def differences_of_texts(self) -> dict[str, Times]:
        """The same where the added texts alone are other ones, of documents named as they were;
        of `lengths` only theirs."""
        found: dict[str, Times] = {}
        for number, row in sorted(self._added.items()):
            document = self._named[number]
            before = self._counter.count(document.title, document.labels, self.text(number))
            after = self._counter.count(document.title, document.labels, row)
            self.lengths[number] = [len(each) for each in after]
            _note(found, number, before, after)
        return found

    def lengths_now(self) -> list[str]:
        """The lengths of all documents as the head has them, with those in `lengths` put in."""
        places = {number: self._numbers.index(number) for number in self.lengths}
        found: list[str] = []
        for field, text in enumerate(self._earlier.head["lengths"]):
            each = single(text)
            for number, place in places.items():
                each[place] = numbers((self.lengths[number][field],))
            found.append("".join(each))
        return found

    def parts(
        self, differences: Mapping[str, Times], largest: float, smallest: float
    ) -> dict[str, Words] | None:
        """The parts that change, by key; None where all words must be cut anew."""
        listed: list[list[Any]] = self._earlier.head["parts"]
        parts = Parts((key for key, _, _ in listed), largest, smallest)
        if not listed or largest == float("inf"):
            return None
        loaded: dict[str, Words] = {}
        for word, times in differences.items():
            key = parts.key(word)
            if key not in loaded:
                there = any(key == each for each, _, _ in listed)
                loaded[key] = self._earlier.part(file_name(key)) if there else {}
            _put(loaded[key], word, times)
        sizes = {key: length for key, _, length in listed}
        sizes.update((key, size(words)) for key, words in loaded.items())
        if not parts.hold(sizes, loaded):
            return None
        return {key: dict(sorted(words.items())) for key, words in loaded.items()}

    def all_words(self, differences: Mapping[str, Times]) -> Words:
        """All words as they are now."""
        listed: list[list[Any]] = self._earlier.head["parts"]
        words: Words = {}
        for key in [each[0] for each in listed] or [""]:
            words.update(self._earlier.part(file_name(key)))
        for word, times in differences.items():
            _put(words, word, times)
        return dict(sorted(words.items()))

    def text(self, number: int) -> Row:
        """The row of an earlier text."""
        found = self.group(number // self._texts).get(number)
        if found is None:
            raise SearchLostError(f"the text of {number} is not there")
        return found

    def group(self, group: int) -> dict[int, Row]:
        """The earlier rows of a group of texts, by number."""
        if group not in self._groups:
            self._groups[group] = {row[0]: row for row in self._earlier.texts(group)}
        return self._groups[group]

    @cached_property
    def _groups(self) -> dict[int, dict[int, Row]]:
        return {}

    @cached_property
    def _numbers(self) -> list[int]:
        return list(summed(values(self._earlier.head["numbers"])))

    @cached_property
    def _old_lengths(self) -> list[list[int]]:
        return [values(each) for each in self._earlier.head["lengths"]]

    def _names(self) -> dict[int, list[Any]]:
        size_of_group = int(self._earlier.head["rules"]["groups"][0])
        groups = sorted({number // size_of_group for number in self._numbers})
        if not self._earlier.head["parts"]:
            groups = [0]
        return {row[0]: row for group in groups for row in self._earlier.names(group)}


def _note(
    found: dict[str, Times],
    number: int,
    before: Sequence[Mapping[str, int]],
    after: Sequence[Mapping[str, int]],
) -> None:
    for field, (old, new) in enumerate(zip(before, after, strict=True)):
        for word in old.keys() | new.keys():
            if old.get(word, 0) != new.get(word, 0):
                found.setdefault(word, {})[field, number] = new.get(word, 0)


def _searched(row: Sequence[Any]) -> tuple[object, object]:
    """What of a name is counted: title and labels."""
    return row[1], row[4]


def _put(words: Words, word: str, times: Times) -> None:
    rows = changed(words.get(word, ""), len(FIELDS), times)
    if rows:
        words[word] = rows
    else:
        words.pop(word, None)
