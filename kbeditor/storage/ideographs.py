"""Chinese and Japanese for a word index: a space around each character, phrases to find words.

FTS5's unicode61 takes a run of ideographs for one word, and trigrams miss two-character words.
"""

import re

_CLASS = (
    "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_ONE = re.compile(f"([{_CLASS}])")
_BETWEEN = re.compile(f"(?<=[{_CLASS}])([\x02\x03]*) +([\x02\x03]*)(?=[{_CLASS}\x02\x03])")


def spaced(text: str) -> str:
    """The text with each ideograph standing alone."""
    return text if text.isascii() else _ONE.sub(r" \1 ", text)


def unspaced(text: str) -> str:
    """A snippet as it read before `spaced`; marks \\x02 and \\x03 are kept."""
    return text if text.isascii() else _BETWEEN.sub(r"\1\2", text)
