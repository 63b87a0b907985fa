"""Cutting the words of an index into parts by their first letters: a reader loads only some.

A part holds the words that begin with its key. Where those are too many they are cut by their next
letter, and again; letters with few words share one part, whose key ends in "_", with the word that
ends where the others are cut. Only sizes decide, so the same words always give the same parts.
"""

import re
from collections.abc import Iterable, Mapping

from kbeditor.domain.ideographs import IDEOGRAPHS

REST = "_"
_DEEPEST = 6
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")

Words = dict[str, str]  # a word, and the rows of where it stands


class Parts:
    """Where the words of an index lie, and where a word belongs. Sizes are characters."""

    def __init__(self, keys: Iterable[str], largest: float, smallest: float) -> None:
        self._keys = set(keys)
        self.largest = largest
        self.smallest = smallest
        ends = (key.removesuffix(REST) for key in self._keys)
        whole = {key for key in self._keys if not key.endswith(REST)}
        self.cut = {each[:end] for each in ends for end in range(len(each) + 1)} - whole

    def key(self, word: str) -> str:
        """The part of a word, which may not be there yet."""
        letters = spelled(word)
        start = ""
        while start in self.cut:
            further = letters[: len(start) + 1]
            if further == start or (further not in self.cut and further not in self._keys):
                return start + REST
            start = further
        return start

    def hold(self, sizes: Mapping[str, int], loaded: Mapping[str, Words]) -> bool:
        """Whether these are still the parts that the words would be cut into.

        `sizes`: of all parts; `loaded`: those that changed.
        """
        for key, words in loaded.items():
            if key.endswith(REST):
                if not self._rest_holds(key.removesuffix(REST), words):
                    return False
            elif (key and sizes[key] < self.smallest) or (
                sizes[key] > self.largest and _can_be_cut(key, words)
            ):
                return False
        above = {key[:end] for key in loaded for end in range(len(key.removesuffix(REST)) + 1)}
        return all(
            sum(size for key, size in sizes.items() if key.startswith(start)) > self.largest
            for start in above & self.cut
        )

    def _rest_holds(self, start: str, words: Words) -> bool:
        totals: dict[str, int] = {}
        for word, rows in words.items():
            further = spelled(word)[: len(start) + 1]
            if further != start:
                totals[further] = totals.get(further, 0) + size_of(word, rows)
        return all(total < self.smallest for total in totals.values())


def cut(words: Words, largest: float, smallest: float, start: str = "") -> dict[str, Words]:
    """The parts of some words that all begin with `start`, by key; words in order."""
    if size(words) <= largest or not _can_be_cut(start, words):
        return {start: words}
    groups: dict[str, Words] = {}
    for word, rows in words.items():
        groups.setdefault(spelled(word)[: len(start) + 1], {})[word] = rows
    parts: dict[str, Words] = {}
    rest: Words = groups.pop(start, {})
    for further, group in groups.items():
        if size(group) < smallest:
            rest.update(group)
        else:
            parts.update(cut(group, largest, smallest, further))
    if rest:
        parts[start + REST] = dict(sorted(rest.items()))
    return parts


def size(words: Words) -> int:
    """What a part of these words takes."""
    return sum(map(len, words)) + sum(map(len, words.values())) + 2 * len(words)


def size_of(word: str, rows: str) -> int:
    """What one word takes."""
    return len(word) + len(rows) + 2


def spelled(word: str) -> str:
    """The letters a word is filed by: an ideograph by its number, as there are so many of them."""
    return f"~{ord(word[0]):x}" if _IDEOGRAPH.match(word) else word


def _can_be_cut(start: str, words: Words) -> bool:
    return len(start) < _DEEPEST and any(spelled(word) != start for word in words)


def file_name(key: str) -> str:
    """A file's name that any system takes: other characters than a-z and digits by number."""
    letters = (each if each.isascii() and each != "~" else f"-{ord(each):x}-" for each in key)
    return f"w-{''.join(letters)}.js"
