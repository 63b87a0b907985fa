"""Cuts the part of a text that shows a search's words, and marks them."""

import re
import unicodedata
from collections.abc import Sequence

from kbeditor.storage.ideographs import unspaced

START, END = "\x02", "\x03"
_WORD = re.compile(r"\w+")
_BEFORE, _LENGTH = 8, 26  # words


def folded(word: str) -> str:
    """A word as the index compares it: lower case, without accents."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(each for each in plain if not unicodedata.combining(each))


def cut_snippet(text: str, words: Sequence[str], unfinished: str) -> str:
    """About 26 words of `text` around the first hit, each hit between \\x02 and \\x03.

    `text` and `words` as in the index (ideographs apart); `unfinished` matches as a beginning.
    """
    wanted = {folded(part) for word in words for part in _WORD.findall(word)}
    beginning = folded(unfinished)
    found = list(_WORD.finditer(text))

    def hits(word: re.Match[str]) -> bool:
        plain = folded(word[0])
        return plain in wanted or (bool(beginning) and plain.startswith(beginning))

    first = next((index for index, word in enumerate(found) if hits(word)), 0)
    shown = found[max(0, first - _BEFORE) : max(0, first - _BEFORE) + _LENGTH]
    if not shown:
        return ""
    pieces, place = [], shown[0].start()
    for word in shown:
        if hits(word):
            pieces += [text[place : word.start()], START, word[0], END]
            place = word.end()
    pieces.append(text[place : shown[-1].end()])
    cut = unspaced(" ".join("".join(pieces).split()))
    before = "…" if shown[0] is not found[0] else ""
    after = "…" if shown[-1] is not found[-1] else ""
    return before + cut.replace(END + START, "") + after
