"""The blocks that hold others and that markdown-it does not know: ours and the vendor's."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from markdown_it.rules_block import StateBlock

from kbeditor.rendering.lines import (
    ADMONITION,
    BLOCK_TAGS,
    COLLAPSIBLE,
    FENCE,
    FOOTNOTE,
    HTML_OPEN,
    MIXED_TAGS,
    SHADE_BEGIN,
    SHADE_END,
    VOID_TAGS,
)
from kbeditor.translation.splitting.state import BlockState

_SUMMARY = re.compile(r"<summary(?:\s[^<>\n]*)?>([^\n]*?)</summary>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def _at(state: StateBlock, line: int, first: str) -> str | None:
    """The text of a line that may open a block with one of the given characters."""
    assert isinstance(state, BlockState)
    if state.sCount[line] >= 4 or state.blank(line):
        return None
    text = state.line_text(line)
    return text if text[0] in first else None


def admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`!!! note "Title"` or `??? note`, its inside indented by four."""
    assert isinstance(state, BlockState)
    line = _at(state, start, "!?")
    found = ADMONITION.match(line) if line else None
    if found is None or silent:
        return found is not None
    last = position = start + 1
    while position < end:
        if not state.blank(position):
            if state.sCount[position] < 4:
                break
            last = position + 1
        position += 1
    with state.box("admonition", start, last):
        if found[3] and found[3].strip():
            text_start, text_end = state.text_span(start)
            quoted = state.src.find('"', text_start) + 1
            title = state.trimmed((quoted, state.src.rfind('"', quoted, text_end)))
            gap = (text_start + len(state.src[text_start : quoted - 1].rstrip()), text_end)
            state.leaf("caption", start, start + 1, [title], gap=gap, quoted=True)
        state.inside(start + 1, last, 4)
    return True


def collapsible(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`+++ Title` up to its `+++`."""
    assert isinstance(state, BlockState)
    line = _at(state, start, "+")
    found = COLLAPSIBLE.match(line) if line else None
    if found is None or (not found[1] and state.parentType == "paragraph"):
        return False
    if silent:
        return True
    closing = _closing(state, start, end, shade=False)
    if closing is None:
        return False
    with state.box("collapsible", start, closing + 1):
        if found[1]:
            first, last = state.text_span(start)
            while state.src[first] == "+":
                first += 1
            state.leaf("caption", start, start + 1, [state.trimmed((first, last))])
        state.inside(start + 1, closing)
    state.line = closing + 1
    return True


def shade(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`>[!BEGINSHADEBOX]` up to `>[!ENDSHADEBOX]`."""
    assert isinstance(state, BlockState)
    line = _at(state, start, ">")
    if line is None or not SHADE_BEGIN.match(line):
        return False
    if silent:
        return True
    closing = _closing(state, start, end, shade=True)
    if closing is None:
        return False
    with state.box("shade", start, closing + 1):
        state.inside(start + 1, closing)
    state.line = closing + 1
    return True


def _closing(state: BlockState, start: int, end: int, shade: bool) -> int | None:
    """The line with the end mark of a collapsible or shaded part, or None without one."""
    key = (state.level, end, shade)
    if key not in state.pairs:
        # All of them at once: to look from each that opens would take the square of the time.
        state.pairs[key] = dict(_pairs(state, start, end, shade))
    return state.pairs[key].get(start)


def _pairs(state: BlockState, start: int, end: int, shade: bool) -> Iterator[tuple[int, int]]:
    """The lines that open a collapsible or shaded part, each with the one that ends it."""
    opened: list[int] = []
    fenced = -1
    for position in range(start, end):
        if position <= fenced or state.blank(position):
            continue
        line = state.line_text(position)
        opener = FENCE.match(line) if line[0] in "`~" else None
        if opener:
            fenced = state.fence_end(position, end, opener[2]) or position
        elif state.sCount[position] >= 4:
            continue
        elif _opens(line, shade):
            opened.append(position)
        elif opened and _ends(line, shade):
            yield opened.pop(), position


def _opens(line: str, shade: bool) -> bool:
    if shade:
        return SHADE_BEGIN.match(line) is not None
    found = COLLAPSIBLE.match(line) if line[0] == "+" else None
    return found is not None and bool(found[1])


def _ends(line: str, shade: bool) -> bool:
    return (SHADE_END if shade else COLLAPSIBLE).match(line) is not None


def footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[^name]: text`, further lines indented by four or following at once."""
    assert isinstance(state, BlockState)
    line = _at(state, start, "[")
    if silent or line is None or state.level or not FOOTNOTE.match(line):
        return False
    last = position = start + 1
    while position < end:
        if not state.blank(position):
            if state.sCount[position] < 4 and (
                last != position
                or FOOTNOTE.match(state.line_text(position))
                or state.interrupts(position, end)
            ):
                break
            last = position + 1
        position += 1
    first = state.src.find("]:", state.text_span(start)[0]) + 2
    with state.box("footnote", start, last):
        state.after_mark(start, last, first + state.src.startswith(" ", first))
    state.line = last
    return True


def html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Raw HTML to its end; a comment is no segment, the inside of a `div` may be Markdown again."""
    assert isinstance(state, BlockState)
    line = _at(state, start, "<")
    found = HTML_OPEN.match(line) if line else None
    if found is None:
        return False
    if found[2]:
        interrupting = state.parentType == "paragraph"
        if found[2].lower() not in BLOCK_TAGS or (interrupting and found[1]):
            return False
    elif state.parentType == "paragraph" and not found[3]:
        return False
    if silent:
        return True
    if found[3]:
        _comment(state, start, end)
        return True
    tag = (found[2] or "").lower()
    closed = None
    if tag and not found[1] and tag not in VOID_TAGS:
        closed = state.element_end(start, tag, end)
    if closed is None:
        _raw(state, start, _blank_after(state, start, end))
        return True
    opening = next((line for line in range(start, closed) if state.blank(line)), None)
    if opening is None or tag not in MIXED_TAGS:
        _raw(state, start, closed)
    else:
        _mixed(state, start, opening, closed)
    return True


def _comment(state: BlockState, start: int, end: int) -> None:
    """A comment is no segment, but for what follows it on its last line."""
    state.line = start + 1
    if state.known_unclosed(start, end, "-->"):
        return
    found = state.src.find("-->", state.bMarks[start], state.eMarks[end - 1])
    if found < 0:
        state.note_unclosed(start, end, "-->")
        return
    line = bisect_right(state.eMarks, found, start, end)
    closing = state.src.rfind("-->", state.bMarks[line], state.eMarks[line])
    if state.src[closing + 3 : state.eMarks[line]].strip():
        _raw(state, start, line + 1)
    state.line = line + 1


def _blank_after(state: BlockState, start: int, end: int) -> int:
    line = start + 1
    while line < end and not state.blank(line):
        line += 1
    return line


def _raw(state: BlockState, start: int, end: int) -> None:
    """A block of HTML that is shown as it is."""
    spans = [state.raw_span(line, 0) for line in range(start, end)]
    spans[0] = (state.text_span(start)[0], spans[0][1])
    spans[-1] = (spans[-1][0], state.trimmed(spans[-1])[1])
    state.leaf("html", start, end, spans)
    state.line = end


def _mixed(state: BlockState, start: int, opening: int, end: int) -> None:
    """A `div`, `details` … with Markdown in it."""
    with state.box("html", start, end):
        _tags(state, start, opening)
        if opening < end - 1:
            state.inside(opening, end - 1)
            _tags(state, end - 1, end)
    state.line = end


def _tags(state: BlockState, start: int, end: int) -> None:
    """Lines of tags: no segment, but what they say is."""
    first, last = state.bMarks[start], state.eMarks[end - 1]
    summary = _SUMMARY.search(state.src, first, last)
    if summary and not _TAG.sub("", state.src[first : summary.start()]).strip():
        span = state.trimmed(summary.span(1))
        if span[0] < span[1]:
            line = start + state.src.count("\n", first, span[0])
            state.leaf("caption", line, line + 1, [span])
    elif _TAG.sub("", state.src[first:last]).strip(" \t\n>"):
        _raw(state, start, end)
