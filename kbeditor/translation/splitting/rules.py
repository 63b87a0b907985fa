"""How markdown-it finds the blocks that our renderer knows, and where their texts begin and end.

markdown-it walks the lines and brings its rule for horizontal ones; all others are ours, here, in
`boxes` and in `lists`, with the renderer's own patterns for lines.
"""

import re

from markdown_it.rules_block import StateBlock

from kbeditor.rendering.lines import (
    ABBREVIATION,
    ATTRIBUTES,
    CONTENTS,
    DEFINITION,
    FENCE,
    HEADING,
    REFERENCE,
    ROW_RULE,
    SHADE_BEGIN,
    UNDERLINE,
)
from kbeditor.translation.splitting.definitions import definition_after, definitions
from kbeditor.translation.splitting.rows import cells_of
from kbeditor.translation.splitting.state import BlockState

_MARKER = re.compile(r"\[!([A-Za-z]+)(?:([ ]+)([^\]]*))?\](?:\([^)\s]*\))?[ ]*")
_INLINE_MARKERS = frozenset({"UICONTROL", "DNL", "BADGE"})
_CLOSING_HASHES = re.compile(r"(?:^|[ ]+)#+[ ]*$")


def _own(state: StateBlock) -> BlockState:
    assert isinstance(state, BlockState)
    return state


def quote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A quotation; its first line may be the marker of a call-out."""
    own = _own(state)
    if not _quoted(own, start) or (not silent and SHADE_BEGIN.match(own.line_text(start))):
        return False
    if silent:
        return True
    line = start + 1
    while line < end and not own.blank(line):
        if not _quoted(own, line) and not _continues(own, line, end):
            break
        line += 1
    with own.box("quote", start, line), own.moved(start, line):
        for quoted in range(start, line):
            if _quoted(own, quoted):
                after = own.text_span(quoted)[0] + 1
                own.begin_at(quoted, after + own.src.startswith(" ", after))
        own.marker_line = start
        own.tokenized(start, line)
    return True


def _quoted(own: BlockState, line: int) -> bool:
    return own.sCount[line] < 4 and own.src.startswith(">", own.bMarks[line] + own.tShift[line])


def _continues(own: BlockState, line: int, end: int) -> bool:
    """Whether a line without mark goes on with the paragraph quoted in the line before it."""
    before = own.line_text(line - 1).removeprefix(">").removeprefix(" ")
    plain = before.lstrip(" ")[:1] not in ("", "#", "`", "~", "|") and "[!" not in before[:4]
    return plain and not own.interrupts(line, end)


def marker(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[!NOTE Title](address)` at the start of a quotation: a mark, its title is a caption."""
    own = _own(state)
    if own.marker_line != start or silent:
        return False
    own.marker_line = -1
    first, last = own.text_span(start)
    found = _MARKER.match(own.src, first, last)
    if found is None or found[1].upper() in _INLINE_MARKERS:
        return False
    own.tokens[-1].tag = "callout"
    title = own.trimmed(found.span(3), ' "') if found[3] else None
    if title and title[0] < title[1]:
        own.leaf("caption", start, start + 1, [title], gap=(found.start(2), found.end(3)))
    if found.end() >= last:
        own.line = start + 1
        return True
    # What follows on the line begins a block of its own.
    own.begin_at(start, found.end())
    return False


def marks(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that are no text: contents, references, abbreviations, odd white space."""
    own = _own(state)
    if silent:
        return False
    if own.blank(start):
        own.line = start + 1
        return True
    if own.sCount[start] >= 4 or own.src[own.text_span(start)[0]] not in "[*":
        return False
    line = own.line_text(start)
    at_top = own.level == 0
    if CONTENTS.match(line) or (at_top and (REFERENCE.match(line) or ABBREVIATION.match(line))):
        own.line = start + 1
        return True
    return False


def code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Indented code."""
    own = _own(state)
    if silent or not own.is_code_block(start):
        return False
    line = last = start + 1
    while line < end:
        if not own.blank(line):
            if own.sCount[line] < 4:
                break
            last = line + 1
        line += 1
    own.leaf("code", start, last, [own.raw_span(line, 4) for line in range(start, last)])
    own.line = last
    return True


def fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Fenced code. The closing fence may be indented at will, and less than the list around it."""
    own = _own(state)
    if own.sCount[start] >= 4:
        return False
    opener = FENCE.match(own.line_text(start))
    if opener is None:
        return False
    if silent:
        return True
    closing = own.fence_end(start, end, opener[2])
    last = own.first_end(start + 1, end) if closing is None else closing
    column = own.sCount[start]
    spans = [own.raw_span(line, column) for line in range(start + 1, last)]
    own.line = last if closing is None else closing + 1
    if any(first < after for first, after in spans):
        fences = [own.text_span(start)] + ([] if closing is None else [own.text_span(closing)])
        own.leaf("code", start, own.line, spans, fences=fences, mark=opener[2])
    return True


def heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`## Heading ##`; attributes at the end belong to the text."""
    own = _own(state)
    if own.sCount[start] >= 4:
        return False
    first, last = own.text_span(start)
    if own.src[first] != "#" or not HEADING.match(own.line_text(start)):
        return False
    if silent:
        return True
    level = 1
    while own.src.startswith("#", first + level):
        level += 1
    text = own.src[first + level : last]
    closing = _CLOSING_HASHES.search(text)
    whole = closing.start() if closing else len(text)
    span = own.trimmed((first + level, first + level + whole))
    if span[0] < span[1]:
        own.leaf("heading", start, start + 1, [span], level=level)
    own.line = start + 1
    return True


def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table: its rows are boxes, its cells that are not empty are leaves."""
    own = _own(state)
    if start + 1 >= end or own.sCount[start] >= 4:
        return False
    first, last = own.text_span(start)
    if own.src.find("|", first, last) < 0 or own.blank(start + 1):
        return False
    rule = own.line_text(start + 1)
    if "-" not in rule or own.sCount[start + 1] >= 4 or not ROW_RULE.match(rule):
        return False
    columns = len(cells_of(rule))
    if columns != len(cells_of(own.src[first:last])):
        return False
    if silent:
        return True
    line = start + 2
    while line < end and not own.blank(line):
        if own.src[own.text_span(line)[0]] == "{" and ATTRIBUTES.match(own.line_text(line)):
            break
        if "|" not in own.line_text(line) and own.interrupts(line, end):
            break
        line += 1
    with own.box("table", start, line):
        for row in (start, *range(start + 2, line)):
            _row(own, row, columns)
    own.line = line
    return True


def _row(own: BlockState, line: int, columns: int) -> None:
    first, last = own.text_span(line)
    with own.box("row", line, line + 1):
        for column, (start, end) in enumerate(cells_of(own.src[first:last])[:columns]):
            if start < end:
                own.leaf("cell", line, line + 1, [(first + start, first + end)], column=column)


def text(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph, an underlined heading, or the terms of a definition list: what is left."""
    own = _own(state)
    if silent:
        return False
    line = start + 1
    while line < end and not own.blank(line):
        if own.sCount[line] < 4 and own.src[own.text_span(line)[0]] in "=-:":
            written = own.line_text(line)
            if UNDERLINE.match(written):
                _underlined(own, start, line)
                return True
            if DEFINITION.match(written):
                break
        if own.interrupts(line, end):
            break
        line += 1
    definition = definition_after(own, line, end)
    if definition is not None:
        definitions(own, start, line, definition, end)
        return True
    last = line
    if own.src[own.text_span(last - 1)[0]] == "{" and ATTRIBUTES.match(own.line_text(last - 1)):
        last -= 1
    if last > start:
        own.leaf("paragraph", start, last, own.trimmed_lines(start, last))
    own.line = line
    return True


def _underlined(own: BlockState, start: int, line: int) -> None:
    level = 1 if own.src[own.text_span(line)[0]] == "=" else 2
    own.leaf(
        "heading", start, line + 1, own.trimmed_lines(start, line), level=level, underlined=True
    )
    own.line = line + 1
