"""The marks within a block: code, links, emphasis, tags and placeholders, told from its words."""

import re
from dataclasses import dataclass

from kbeditor.translation.marks import Mark, Reader, TokenKind

__all__ = ["Token", "TokenKind", "tokens"]

_PLACEHOLDER_NAME = re.compile(r"[A-Z][A-Z0-9]++\b|[A-Za-z0-9]++[ _.-]")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a block's Markdown at character `start`.

    `value` says what it is: `link:ADDRESS`, `image:ADDRESS`, `reference:LABEL`, `vendor:WORD`
    (`[!UICONTROL …]`), `strong`, `em`, `del`, `tag:NAME` (pairs); `code:CONTENT`; `url:ADDRESS`,
    `embed:ADDRESS`, `tag:NAME`, `placeholder:NAME`, `emoji:NAME`, `footnote:NAME`, `marker:WORD`,
    `attributes:{…}`, `entity:NAME`, `comment`, `break` (alone); "" for words. Both ends of a pair
    share `pair` (1 and up, in order of opening), which is 0 for all others.
    """

    kind: TokenKind
    raw: str
    start: int
    value: str = ""
    pair: int = 0


def tokens(text: str) -> tuple[Token, ...]:
    """A block's Markdown in pieces that cover it whole: `"".join(t.raw for t in …) == text`.

    Pairs are properly nested. A mark without its partner is words. Never raises; linear.
    """
    reader = Reader(text)
    reader.read()
    marks = _nested(text, sorted(reader.marks, key=lambda mark: mark.start))
    found: list[Token] = []
    position = 0
    for mark in marks:
        if mark.start > position:
            found.append(Token(TokenKind.TEXT, text[position : mark.start], position))
        raw = text[mark.start : mark.end]
        found.append(Token(mark.kind, raw, mark.start, mark.value, mark.pair))
        position = mark.end
    if position < len(text):
        found.append(Token(TokenKind.TEXT, text[position:], position))
    return tuple(found)


def _nested(text: str, marks: list[Mark]) -> list[Mark]:
    """The marks whose pairs are whole and nest, numbered in order of opening.

    Of two pairs that cross, the one that ends first is kept.
    """
    stack: list[Mark] = []
    waiting: dict[tuple[str, int], int] = {}
    dropped: set[int] = set()
    for mark in marks:
        key = (mark.value, mark.pair)
        if mark.kind is TokenKind.OPEN:
            stack.append(mark)
            waiting[key] = waiting.get(key, 0) + 1
        elif mark.kind is TokenKind.CLOSE:
            if not waiting.get(key):
                dropped.add(id(mark))
                continue
            while True:
                opening = stack.pop()
                opening_key = (opening.value, opening.pair)
                waiting[opening_key] -= 1
                if opening_key == key:
                    break
                dropped.add(id(opening))
    dropped.update(id(mark) for mark in stack)
    kept: list[Mark] = []
    numbers: list[int] = []
    count = 0
    for mark in marks:
        if id(mark) in dropped:
            if mark.kind is TokenKind.OPEN and not mark.pair:
                kept += _lone_tag(text, mark)
            continue
        if mark.kind is TokenKind.OPEN:
            count += 1
            numbers.append(count)
            mark.pair = count
        elif mark.kind is TokenKind.CLOSE:
            mark.pair = numbers.pop()
        kept.append(mark)
    return kept


def _lone_tag(text: str, mark: Mark) -> list[Mark]:
    """`<ORGANIZATION>` or `<your-name>` stand for something; any other lone tag is words."""
    inner = text[mark.start + 1 : mark.end - 1]
    if "=" in inner or not _PLACEHOLDER_NAME.match(inner):
        return []
    return [Mark(mark.start, mark.end, TokenKind.ALONE, f"placeholder:{inner}")]
