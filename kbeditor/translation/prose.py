"""The words of a block, with everything that is not words blanked out in place."""

import html
import re
from collections.abc import Sequence

from kbeditor.translation.inline import Token, TokenKind

MARK = "\ue000"
"""Stands for each character of an opening or closing mark: words on both sides touch."""

OBJECT = "\ufffc"
"""Stands for each character of what is no words: code, an address, a placeholder."""

FILL = "\u2060"
"""Fills up the place of an entity behind its character."""

_WORD = re.compile(r"[^\W_]+")


def prose(tokens: Sequence[Token]) -> str:
    """The block, as long as before, with marks and objects blanked.

    Entities become their character, filled up with FILL (white space: with itself).
    """
    return "".join(
        token.raw if token.kind is TokenKind.TEXT else _blanked(token) for token in tokens
    )


def _blanked(token: Token) -> str:
    length = len(token.raw)
    if token.pair:
        return MARK * length
    if token.value == "break":
        return "\n" * length
    if token.value.startswith("entity:"):
        character = html.unescape(token.raw)
        if character.isspace():
            return (character * length)[:length]
        if character != token.raw:
            return (character + FILL * length)[:length]
    return OBJECT * length


def words(blanked: str) -> list[re.Match[str]]:
    """Runs of letters and digits; an apostrophe or a hyphen parts words."""
    return list(_WORD.finditer(blanked))
