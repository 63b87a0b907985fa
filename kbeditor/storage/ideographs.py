"""Chinese and Japanese for a word index: each character a word, phrases to find longer words.

FTS5's unicode61 takes a run of ideographs for one word, and trigrams miss two-character words.
"""

import re

_CLASS = (
    "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_ONE = re.compile(f"([{_CLASS}])")
_APART = "\x1f"  # white space for Python and for FTS5, but in no text: it can be taken out again


def spaced(text: str) -> str:
    """The text with each ideograph standing alone."""
    return text if text.isascii() else _ONE.sub(rf"{_APART}\1{_APART}", text)


def unspaced(text: str) -> str:
    """A snippet as it read before `spaced`."""
    return text.replace(_APART, "")
