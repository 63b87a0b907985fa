"""Markdown as one reads it in passing: without the ids of links, and without soft line breaks."""

import re

_ADDRESS = re.compile(
    r"(?<=\])\(\s*<?kb:[^\s()<>]*>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"  # of a link or a picture
)
_ID = re.compile(r"\bkb:[0-9A-Za-z-]{8,}(?:#[^\s)\"'>\]]*)?")
_SOFT_BREAK = re.compile(r"(?<! )(?<!\\) ?\n[ \t]*")
"""Two spaces or a backslash before it make a break that readers see."""


def readable(markdown: str) -> str:
    """Links into the library as their words in brackets, lines joined; all else as it is.

    Ids tell nobody anything, and in text from right to left they scramble the line around them.
    """
    words = _SOFT_BREAK.sub(" ", markdown)
    if "kb:" not in words:
        return words
    return _ID.sub("kb:…", _ADDRESS.sub("", words))
