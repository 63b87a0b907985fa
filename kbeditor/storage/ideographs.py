"""Chinese and Japanese for a word index: each character a word, phrases to find longer words.

FTS5's unicode61 takes a run of ideographs for one word, and trigrams miss two-character words.
"""

import re

from kbeditor.domain.ideographs import IDEOGRAPHS

_ONE = re.compile(f"([{IDEOGRAPHS}])")
_APART = "\x1f"  # white space for Python and for FTS5, but in no text: it can be taken out again


def spaced(text: str) -> str:
    """The text with each ideograph standing alone."""
    return text if text.isascii() else _ONE.sub(rf"{_APART}\1{_APART}", text)


def unspaced(text: str) -> str:
    """A snippet as it read before `spaced`."""
    return text.replace(_APART, "")
