"""Cuts the part of a text that shows a search's words, and marks them."""

import re
import unicodedata
from collections.abc import Sequence

from kbeditor.storage.ideographs import unspaced

START, END = "\x02", "\x03"
_BEFORE, _AFTER = 60, 150  # characters around the first hit, cut at words


class _Folding(dict[int, int]):
    """Each character as the index compares it, one for one, so that places stay the same."""

    def __missing__(self, code: int) -> int:
        small = chr(code).lower()
        base = unicodedata.normalize("NFKD", small)[:1] if len(small) == 1 else chr(code)
        self[code] = found = ord(base)
        return found


_FOLDING = _Folding()


def cut_snippet(text: str, words: Sequence[str], unfinished: str) -> str:
    """About thirty words of `text` around the first hit, each hit between \\x02 and \\x03.

    `text` and `words` as in the index (ideographs apart); `unfinished` matches as a beginning.
    """
    folded = text.translate(_FOLDING)
    pattern = _pattern(words, unfinished)
    first = pattern.search(folded)
    middle = first.start() if first else 0
    start = 0 if middle <= _BEFORE else text.find(" ", middle - _BEFORE, middle) + 1 or middle
    end = len(text)
    if end - middle > _AFTER:
        end = text.rfind(" ", middle + 1, middle + _AFTER)
        end = end if end > 0 else middle + _AFTER
    pieces, place = [], start
    for hit in pattern.finditer(folded, start, end):
        pieces += [text[place : hit.start()], START, text[hit.start() : hit.end()], END]
        place = hit.end()
    pieces.append(text[place:end])
    cut = " ".join(unspaced("".join(pieces)).split()).replace(END + START, "")
    return ("…" if start else "") + cut + ("…" if end < len(text) else "")


def _pattern(words: Sequence[str], unfinished: str) -> re.Pattern[str]:
    whole = [re.escape(word.translate(_FOLDING)) for word in words if word != unfinished]
    kinds = [rf"(?:{'|'.join(whole)})(?!\w)"] if whole else []
    if unfinished:
        kinds.append(re.escape(unfinished.translate(_FOLDING)) + r"\w*")
    return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})")
