"""Lists, as forgiving about indentation as the renderer: see `rendering.scanner.Scanner.items`."""

import re
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock

from kbeditor.rendering.lines import FENCE, ITEM, RULE
from kbeditor.translation.splitting.state import BlockState

_TASK = re.compile(r"\[[ xX]\][ ]+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Marker:
    """The marker of an item: its kind, its indentation, its text, and where that begins."""

    kind: str
    indent: int
    column: int
    text: str
    position: int


def bullets(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list. It ends a paragraph only with an item that has text; a numbered one only as 1."""
    assert isinstance(state, BlockState)
    marker = _marker(state, start)
    if marker is None or (marker.indent >= 4 and not state.in_item):
        return False
    if state.parentType == "paragraph":
        number = state.line_text(start).split(marker.kind, 1)[0]
        if not marker.text or number not in ("", "1"):
            return False
    if silent:
        return True
    items = list(_items(state, start, end, marker))
    with state.box("list", start, items[-1][1]):
        for first, last, item in items:
            with state.box("item", first, last):
                _inside(state, first, last, item)
    state.line = items[-1][1]
    return True


def _marker(state: BlockState, line: int) -> _Marker | None:
    text = state.line_text(line)
    found = ITEM.match(text)
    if found is None or RULE.match(text):
        return None
    indent = state.sCount[line]
    mark = found[2]
    start, end = state.text_span(line)
    position = state.skipSpaces(start + len(mark))
    if position >= end:
        return _Marker(mark[-1], indent, indent + len(mark) + 1, "", end)
    column = indent + position - start
    if column - indent - len(mark) > 4:
        position, column = start + len(mark) + 1, indent + len(mark) + 1
    return _Marker(mark[-1], indent, column, text[found.end() :], position)


def _items(
    state: BlockState, start: int, end: int, marker: _Marker
) -> list[tuple[int, int, _Marker]]:
    """The items: first line, line after the last, marker."""
    items: list[tuple[int, int, _Marker]] = []
    kind = marker.kind
    line = last = start + 1
    fenced = _fenced(state, start, end, marker.text)
    while line < end:
        if line <= fenced:
            line += 1
            last = line
            continue
        if state.blank(line):
            line += 1
            continue
        indent = state.sCount[line]
        if indent < marker.column:
            following = _marker(state, line)
            if following and following.kind == kind:
                items.append((start, last, marker))
                start, marker = line, following
                line += 1
                last = line
                fenced = _fenced(state, start, end, marker.text)
                continue
            if indent < marker.indent + 2:
                lazy = last == line and _is_text(state, line - 1)
                if following or not lazy or state.interrupts(line, end):
                    break
        fenced = _fenced(state, line, end, state.line_text(line))
        line += 1
        last = line
    items.append((start, last, marker))
    return items


def _fenced(state: BlockState, line: int, end: int, text: str) -> int:
    """The last line of a fence that opens on a line, or -1."""
    opener = FENCE.match(text) if text[:1] in ("`", "~") else None
    if opener is None:
        return -1
    closing = state.fence_end(line, end, opener[2])
    return line if closing is None else closing


def _is_text(state: BlockState, line: int) -> bool:
    text = state.line_text(line).strip()
    return bool(text) and text[0] not in "#|" and not FENCE.match(text)


def _inside(state: BlockState, start: int, end: int, marker: _Marker) -> None:
    """Parse an item. Lines that stand too far left are still in it, with the others in step."""
    position = marker.position
    width = marker.column
    for line in range(start + 1, end):
        if 2 <= state.sCount[line] < width and not state.blank(line):
            width = state.sCount[line]
    task = _TASK.match(state.src, position, state.eMarks[start])
    state.after_mark(start, end, task.end() if task else position, width, in_item=True)
