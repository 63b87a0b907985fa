"""Markdown as one reads it in passing: without the ids that the library's own links carry."""

import re

_ADDRESS = re.compile(
    r"(?<=\])\(\s*<?kb:[^\s()<>]*>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"  # of a link or a picture
)
_ID = re.compile(r"\bkb:[0-9A-Za-z-]{8,}(?:#[^\s)\"'>\]]*)?")


def readable(markdown: str) -> str:
    """Links into the library as their words in brackets; all else as it is.

    Ids tell nobody anything, and in text from right to left they scramble the line around them.
    """
    if "kb:" not in markdown:
        return markdown
    return _ID.sub("kb:…", _ADDRESS.sub("", markdown))
