"""What Enter, Tab and Shift+Tab do within lists and quotes."""

import re

from kbeditor.ui.editor.edit import Command, Edit
from kbeditor.ui.editor.line_commands import ITEM, line_span

_QUOTE = re.compile(r"^( {0,3}(?:>[ ]?)+)")
STEP = 4
"""Columns of one level: what Python-Markdown takes for a nested list."""


def enter(text: str, anchor: int, position: int) -> Edit | None:
    """Continue the list or quote in a new line; an empty item or quote line ends it.

    What ends stands apart from what follows by an empty line: Markdown would take the next words
    for more of the last item or quote. None: nothing special here, a plain new line will do.
    """
    if anchor != position:
        return None
    start = text.rfind("\n", 0, position) + 1
    stop = text.find("\n", position)
    line = text[start : len(text) if stop < 0 else stop]
    quote = _QUOTE.match(line)
    ahead = quote[1] if quote else ""
    item = ITEM.match(line[len(ahead) :])
    column = position - start
    if item is None:
        if quote is None or column < len(ahead):
            return None
        if not line[len(ahead) :].strip():
            return _end(text, start, start + len(line), "")
        new = "\n" + ahead
        return Edit(position, position, new, position + len(new), position + len(new))
    mark = len(ahead) + item.end()
    if column < mark:
        return None
    if not line[mark:].strip():
        nested = len(item[1].expandtabs(STEP)) >= STEP  # out one level first
        if not nested:
            return _end(text, start, start + len(line), ahead)
        new = ahead + _out(line[len(ahead) :])
        return Edit(start, start + len(line), new, start + len(new), start + len(new))
    number = item[2]
    if number[0].isdigit():
        number = f"{int(number[:-1]) + 1}{number[-1]}"
    task = "[ ] " if item[4] else ""
    new = f"\n{ahead}{item[1]}{number}{item[3]}{task}"
    return Edit(position, position, new, position + len(new), position + len(new))


def shift(outwards: bool) -> Command:
    """Indent the touched lines by a level, or take a level away."""

    def command(text: str, anchor: int, position: int) -> Edit | None:
        start, end = line_span(text, anchor, position)
        lines = text[start:end].split("\n")
        if outwards:
            changed = [_out(line) for line in lines]
        else:
            changed = [" " * STEP + line if line.strip() else line for line in lines]
        if changed == lines:
            return None
        new = "\n".join(changed)
        first = len(changed[0]) - len(lines[0])
        if anchor == position:
            place = max(start, position + first)
            return Edit(start, end, new, place, place)
        low, high = sorted((anchor, position))
        low = max(start, low + first) if low > start else start
        high = min(high, end) + len(new) - (end - start)
        return Edit(start, end, new, *((low, high) if anchor <= position else (high, low)))

    return command


def wants_indent(text: str, anchor: int, position: int) -> bool:
    """Whether Tab means a level here: several lines are selected, or a list item."""
    start, end = line_span(text, anchor, position)
    return "\n" in text[start:end] or ITEM.match(text[start:end]) is not None


def _end(text: str, start: int, stop: int, ahead: str) -> Edit:
    """Empty a line down to `ahead`; one above that holds something is kept apart from it."""
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    gap = f"{ahead.rstrip()}\n" if above[len(ahead) :].strip() else ""
    new = gap + ahead
    return Edit(start, stop, new, start + len(new), start + len(new))


def _out(line: str) -> str:
    if line.startswith("\t"):
        return line[1:]
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(spaces, STEP) :]
