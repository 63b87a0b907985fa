"""Two texts compared word by word, for showing what changed."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
LARGEST = 20_000
"""More tokens than this in a changed stretch are shown as one change."""


class Piece(NamedTuple):
    """A stretch: `kind` is "same", "gone" or "new"."""

    kind: str
    text: str


def diff_words(old: str, new: str) -> list[Piece]:
    """The pieces of both texts in reading order: first by lines, then by words within them."""
    pieces: list[Piece] = []
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    matcher = SequenceMatcher(None, old_lines, new_lines, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        gone, fresh = "".join(old_lines[a:b]), "".join(new_lines[c:d])
        if tag == "equal":
            pieces.append(Piece("same", fresh))
        else:
            pieces += _within(gone, fresh)
    return _joined(pieces)


def _within(gone: str, fresh: str) -> list[Piece]:
    old, new = _TOKEN.findall(gone), _TOKEN.findall(fresh)
    if not old or not new or len(old) * len(new) > LARGEST * 50:
        return [Piece("gone", gone), Piece("new", fresh)]
    pieces = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(new[c:d])))
        else:
            pieces += [Piece("gone", "".join(old[a:b])), Piece("new", "".join(new[c:d]))]
    return pieces


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Without empty pieces, equal neighbours in one; a lone space between changes joins them."""
    result: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if result and result[-1].kind == piece.kind:
            result[-1] = Piece(piece.kind, result[-1].text + piece.text)
        else:
            result.append(piece)
    return result
