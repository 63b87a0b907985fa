"""Titles as a filter or a sort compares them: accents and case ignored, numbers by their value."""

import re
import unicodedata
from collections.abc import Iterable

_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""Combining marks of Latin, Greek, Cyrillic, Hebrew and Arabic; not those of kana, which make
other letters. A pattern, for asking `unicodedata` sign by sign is ten times slower."""

_DIGITS = re.compile(r"\d+")


def fold(text: str) -> str:
    """`text` without accents and case, so that "Échéances" is found by "eche"."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()


def sort_key(folded: str) -> str:
    """A folded title as a sort key: "step 9" comes before "step 10" (up to eight digits)."""
    return _DIGITS.sub(_padded, folded) if _DIGITS.search(folded) else folded


def _padded(found: re.Match[str]) -> str:
    return found[0].rjust(8, "0")


def matches(words: Iterable[str], folded: str) -> bool:
    """Whether each of the (folded) words stands somewhere in the folded title."""
    return all(word in folded for word in words)
