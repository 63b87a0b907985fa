"""How words are made equal for the site's search; site.js does exactly the same.

Lower case, compatibility forms taken apart, marks above and below letters left out, and a few
letters that have no such form written as others (`FOLDED`). A test runs both sides on one table.
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
"""Letters without a decomposition, and what they are searched as. site.js holds the same table."""

# Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels. Not the marks of kana and of the
# Indian scripts, which make another letter.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]"
)
_TABLE = str.maketrans(FOLDED)
# An ideograph or kana is a word of its own; else letters and digits that follow one another.
_WORD = re.compile(rf"[{IDEOGRAPHS}]|(?:(?![{IDEOGRAPHS}])[^\W_])+")


def fold(text: str) -> str:
    """The text as it is searched: "Élan" and "elan" become the same."""
    if text.isascii():
        return text.lower()
    taken_apart = unicodedata.normalize("NFKD", text.lower())
    return unicodedata.normalize("NFKC", _MARKS.sub("", taken_apart)).translate(_TABLE)


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold(text))
