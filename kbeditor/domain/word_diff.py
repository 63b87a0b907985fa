"""Two texts compared word by word, for showing what changed."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
# Two spaces before a line's end break the line, a blank line ends the paragraph, and a no-break
# space is no plain one: those are seen. The other spaces are all the same to a reader.
_SOFT = re.compile(r"[ \t]+|[ \t]?\n[ \t]*")
_MOST_PAIRS = 1_000_000
"""A changed stretch with more pairs of old and new tokens than this is shown as one change."""


class Piece(NamedTuple):
    """A stretch: `kind` is "same", "gone" or "new"."""

    kind: str
    text: str


def diff_words(old: str, new: str, *, flowing: bool = False) -> list[Piece]:
    """The pieces of both texts in reading order: first by lines, then by words within them.

    `flowing`: the texts are words of one block, not code; where their lines break, and how wide
    their spaces are, is no change then, and what is the same is given as the new text has it.
    """
    if flowing:
        return _joined(_within(_TOKEN.findall(old), _TOKEN.findall(new), flowing))
    pieces: list[Piece] = []
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    matcher = SequenceMatcher(None, old_lines, new_lines, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        gone, fresh = "".join(old_lines[a:b]), "".join(new_lines[c:d])
        if tag == "equal":
            pieces.append(Piece("same", fresh))
        else:
            pieces += _within(_TOKEN.findall(gone), _TOKEN.findall(fresh), flowing)
    return _joined(pieces)


def _within(old: Sequence[str], new: Sequence[str], flowing: bool) -> list[Piece]:
    ones = [_read(each) for each in old] if flowing else old
    others = [_read(each) for each in new] if flowing else new
    start = _alike(ones, others)
    end = _alike(ones[start:][::-1], others[start:][::-1])
    ones, others = ones[start : len(ones) - end], others[start : len(others) - end]
    pieces = [Piece("same", "".join(new[:start]))]
    codes: Sequence[tuple[str, int, int, int, int]]
    if len(ones) * len(others) > _MOST_PAIRS:
        codes = [("replace", 0, len(ones), 0, len(others))]
    else:
        codes = SequenceMatcher(None, ones, others, autojunk=False).get_opcodes()
    for tag, a, b, c, d in codes:
        fresh = "".join(new[start + c : start + d])
        if tag == "equal":
            pieces.append(Piece("same", fresh))
        else:
            pieces += [Piece("gone", "".join(old[start + a : start + b])), Piece("new", fresh)]
    return [*pieces, Piece("same", "".join(new[len(new) - end :]))]


def _read(token: str) -> str:
    """A token as a reader sees it."""
    return " " if _SOFT.fullmatch(token) else token


def _alike(ones: Sequence[str], others: Sequence[str]) -> int:
    """How many tokens two texts have in common at their beginning."""
    pairs = enumerate(zip(ones, others, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(ones), len(others)))


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Without empty pieces, equal neighbours in one."""
    result: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if result and result[-1].kind == piece.kind:
            result[-1] = Piece(piece.kind, result[-1].text + piece.text)
        else:
            result.append(piece)
    return result
