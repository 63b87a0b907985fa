"""A block's Markdown as words and inline codes, as XLIFF has them, and back without loss."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kbeditor.domain.limits import LONGEST_BODY
from kbeditor.exchange.xml_safe import is_legal
from kbeditor.translation.inline import Token, TokenKind, tokens

DEEPEST = 30
"""Pairs within more pairs than this are words: XML readers allow 256 levels in all."""


@dataclass(frozen=True, slots=True)
class Code:
    """One inline code of a source, numbered from "1" in reading order.

    `value` says what it is (see `translation.inline`); `closing` is None if it stands alone.
    """

    id: str
    value: str
    opening: str
    closing: str | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """A code where it is used, with what stands between its ends."""

    code: Code
    pieces: "tuple[Piece, ...]" = ()


Piece = str | Coded


class Mark(NamedTuple):
    """A code as it was found in a file: `end` is "alone", "open" or "close"."""

    id: str
    end: str


class TooLong(ValueError):
    """Words and codes are longer than a text may be: a few codes can stand for very much."""


class ForeignCode(ValueError):
    """A translation uses a code that its source does not have; the argument is the code's id."""


def source_pieces(text: str) -> tuple[Piece, ...]:
    """A source as words and numbered codes."""
    return _Builder(None).build(text)


def target_pieces(text: str, source: Iterable[Piece]) -> tuple[Piece, ...]:
    """A translation in terms of its source's codes.

    Marks that the source lacks, or has used up, stay words: another tool shows them as they are.
    """
    available: dict[tuple[str, str | None], list[Code]] = {}
    for code in reversed([*codes_of(source)]):
        available.setdefault((code.opening, code.closing), []).append(code)
    return _Builder(available).build(text)


def codes_of(pieces: Iterable[Piece]) -> Iterator[Code]:
    """All codes, in reading order."""
    for piece in pieces:
        if isinstance(piece, Coded):
            yield piece.code
            yield from codes_of(piece.pieces)


def markdown(parts: Iterable[str | Mark], codes: Mapping[str, Code]) -> str:
    """Words and marks from a file as Markdown again. Raises ForeignCode, TooLong."""
    text: list[str] = []
    length = 0
    for part in parts:
        raw = part if isinstance(part, str) else _raw(part, codes)
        text.append(raw)
        length += len(raw)
        if length > LONGEST_BODY:
            raise TooLong
    return "".join(text)


def _raw(mark: Mark, codes: Mapping[str, Code]) -> str:
    code = codes.get(mark.id)
    if code is None or (mark.end == "alone") != (code.closing is None):
        raise ForeignCode(mark.id)
    return code.closing or "" if mark.end == "close" else code.opening


class _Builder:
    """Makes pieces of tokens; `available` None: every mark becomes a code of its own."""

    def __init__(self, available: dict[tuple[str, str | None], list[Code]] | None) -> None:
        self._available = available
        self._count = 0

    def build(self, text: str) -> tuple[Piece, ...]:
        found = tokens(text)
        ends = {token.pair: token.raw for token in found if token.kind is TokenKind.CLOSE}
        # Each level: the code that is open (None: its signs stay words) and what is in it so far.
        levels: list[tuple[Code | None, list[Piece]]] = [(None, [])]
        for token in found:
            match token.kind:
                case TokenKind.TEXT:
                    levels[-1][1].append(token.raw)
                case TokenKind.OPEN:
                    code = None
                    if len(levels) <= DEEPEST:
                        code = self._code(token, ends[token.pair])
                    levels.append((code, [] if code else [token.raw]))
                case TokenKind.CLOSE:
                    code, inner = levels.pop()
                    if code:
                        levels[-1][1].append(Coded(code, _joined(inner)))
                    else:
                        levels[-1][1].extend((*inner, token.raw))
                case _:
                    code = self._code(token, None)
                    levels[-1][1].append(Coded(code) if code else token.raw)
        return _joined(levels[0][1])

    def _code(self, token: Token, closing: str | None) -> Code | None:
        if not is_legal(token.raw + (closing or "")):
            return None
        if self._available is not None:
            same = self._available.get((token.raw, closing))
            return same.pop() if same else None
        self._count += 1
        return Code(str(self._count), token.value, token.raw, closing)


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Neighbouring words as one piece."""
    joined: list[Piece] = []
    words: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            words.append(piece)
            continue
        if words:
            joined.append("".join(words))
            words.clear()
        joined.append(piece)
    if words:
        joined.append("".join(words))
    return tuple(joined)
