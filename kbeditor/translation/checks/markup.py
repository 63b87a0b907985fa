"""Checks that marks come in pairs, as they do in the source."""

import re
from collections import Counter
from collections.abc import Iterator

from kbeditor.translation.checks.block import ERROR, WARNING, Block, Found, Side
from kbeditor.translation.inline import TokenKind

_LEFTOVER = re.compile(
    r"\*{1,3}|~~|(?<!\w)__?(?=\w)|(?<=\w)__?(?!\w)|`+|\]\(|!?\[|</?[A-Za-z]\w*>|\]"
)
_BRACKETED = re.compile(r"\[([^\[\]\n]*+)\](?!\()")  # `[like this]` is no mark: maybe a reference
_ESCAPED = re.compile(r"\\.", re.S)


def markup(block: Block) -> Iterator[Found]:
    """No mark without its partner that the source does not have, and as many tags."""
    there = _leftovers(block.target)
    if there:
        left = Counter(mark for mark, _ in _leftovers(block.source))
        for mark, start in there:
            left[mark] -= 1
            if left[mark] < 0:
                yield Found(ERROR, mark, start, start + len(mark))
                return  # the others are its consequences
    wanted, found = _pairs(block.source), _pairs(block.target)
    for value in wanted.keys() - found.keys():
        yield Found(WARNING, value, 0, len(block.target.text))


def _leftovers(side: Side) -> list[tuple[str, int]]:
    return [
        (found[0], token.start + found.start())
        for token in side.tokens
        if token.kind is TokenKind.TEXT
        for found in _LEFTOVER.finditer(_BRACKETED.sub(r" \1 ", _ESCAPED.sub("  ", token.raw)))
    ]


def _pairs(side: Side) -> Counter[str]:
    return Counter(
        token.value
        for token in side.tokens
        if token.kind is TokenKind.OPEN and token.value.startswith(("tag:", "vendor:", "strong"))
    )
