"""How a text becomes words for the site's search; search.js does exactly the same.

A text is cut into words first, then each word is folded: lower case, compatibility forms taken
apart, marks above and below letters left out, and a few letters that have no such form written as
others (`FOLDED`). The script is given these tables with the index; a test runs both sides.
"""

import re
import unicodedata

from kbeditor.domain.ideographs import IDEOGRAPHS

FOLDED = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "þ": "th",
    "ı": "i",
    "ς": "σ",
    "ة": "ه",
    "ى": "ي",
    "ـ": "",
}
"""Letters without a decomposition, and what they are searched as."""

MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
)
"""Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels: a class's inside. Not the marks
of kana and of the Indian scripts, which make another letter."""

_MARKS = re.compile(f"[{MARKS}]")
_TABLE = str.maketrans(FOLDED)
# An ideograph or kana is a word of its own; else letters, digits and marks that follow one another.
_PIECE = re.compile(rf"[{IDEOGRAPHS}]|(?:(?![{IDEOGRAPHS}])(?:[^\W_]|[{MARKS}]))+")
# Most texts hold neither ideographs nor marks: then this is much faster.
_RUN = re.compile(r"\w+")
_SPECIAL = re.compile(f"[{MARKS}{IDEOGRAPHS}]")


def fold(text: str) -> str:
    """The text as it is searched: "Élan" and "elan" become the same."""
    if text.isascii():
        return text.lower()
    taken_apart = unicodedata.normalize("NFKD", text.lower())
    return unicodedata.normalize("NFKC", _MARKS.sub("", taken_apart)).translate(_TABLE)


def pieces(text: str) -> list[str]:
    """The words of a text as they are written, in order; some in one, with "_" between."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if _SPECIAL.search(text):
            return _PIECE.findall(text)
    return _RUN.findall(text)


def folded(piece: str) -> list[str]:
    """The words in a piece: one, or more where "_" or a compatibility form holds several (½)."""
    return _PIECE.findall(fold(piece))


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [word for piece in pieces(text) for word in folded(piece)]
