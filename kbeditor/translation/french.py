"""The spaces that French typography puts before `; : ! ? »` and after `«`."""

import re
from collections.abc import Iterator

from kbeditor.domain.blocks import Fix
from kbeditor.translation.prose import FILL, MARK

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"

_GOOD = NO_BREAK + NARROW_NO_BREAK
_SIGNS = re.compile("[«»]|[;:!?]++")
# A sign ends something only where this follows: `10:30`, `nms:recipient` and `a?b` are no phrases.
_FOLLOWING = frozenset(' \t\n»”"…,.)]*_' + _GOOD)
_NOT_BEFORE = frozenset('\n([{«“";:!?/\\')


def is_french(locale: str) -> bool:
    """Whether the rules hold for a locale (BCP 47)."""
    return locale.split("-")[0].lower() == "fr"


def spacing_fixes(blanked: str, locale: str = "fr") -> Iterator[Fix]:
    """What is to be mended in a block's words (from `prose`), in order.

    The code is "no_break_space" where a plain space stands, "missing_space" where none does. In
    Canada only `:` and the quotation marks have a space.
    """
    signs = ":»" if locale.lower() == "fr-ca" else ";:!?»"
    for found in _SIGNS.finditer(blanked):
        sign = found[0]
        if sign == "«":
            yield from _after(blanked, found.end())
        elif sign[0] in signs and (sign == "»" or _ends(blanked, sign, found.end())):
            yield from _before(blanked, found.start(), sign[0])


def _ends(blanked: str, sign: str, end: int) -> bool:
    if sign.startswith("::") or (sign[-1] in ":;" and blanked[end : end + 1] == ")"):
        return False
    while blanked.startswith(MARK, end):
        end += 1
    return end == len(blanked) or blanked[end] in _FOLLOWING


def _before(blanked: str, start: int, sign: str) -> Iterator[Fix]:
    end = start
    while end and blanked[end - 1] == MARK and blanked[start - 1] == MARK:
        end -= 1  # `**Name**:` — the space may stand before the marks
    if end < start and blanked[end - 1 : end] not in (" ", NO_BREAK, NARROW_NO_BREAK):
        end = start
    begin = end
    while begin and blanked[begin - 1] in " \t":
        begin -= 1
    before = blanked[max(0, begin - 12) : begin].rstrip(MARK + FILL)[-1:]
    if not before or before in _GOOD or before in _NOT_BEFORE:
        return
    space = NO_BREAK if sign in ":»" else NARROW_NO_BREAK
    yield Fix("no_break_space" if begin < end else "missing_space", begin, end, space)


def _after(blanked: str, start: int) -> Iterator[Fix]:
    end = start
    while end < len(blanked) and blanked[end] in " \t":
        end += 1
    if end < len(blanked) and blanked[end] not in _GOOD + "\n":
        code = "no_break_space" if end > start else "missing_space"
        yield Fix(code, start, end, NO_BREAK)
