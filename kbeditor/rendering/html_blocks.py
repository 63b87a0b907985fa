"""Where a block of raw HTML ends, and whether its inside is Markdown again."""

import re
from collections.abc import Sequence

from kbeditor.rendering.lines import HTML_OPEN, MIXED_TAGS, VOID_TAGS, is_blank


def html_block(lines: Sequence[str], index: int) -> tuple[str, int, int]:
    """Kind ("comment", "html" or "mixed"), first line and end of the block opened at a line."""
    found = HTML_OPEN.match(lines[index])
    assert found is not None
    if found[3]:
        closing = _line_with("-->", lines, index)
        _, mark, rest = lines[closing - 1].rpartition("-->")
        return "html" if mark and rest.strip() else "comment", index, closing
    tag = (found[2] or "").lower()
    whole = bool(tag) and not found[1] and tag not in VOID_TAGS
    end = _element_end(tag, lines, index) if whole else None
    if end is None:
        return "html", index, _blank_after(lines, index)
    mixed = tag in MIXED_TAGS and any(is_blank(line) for line in lines[index:end])
    return "mixed" if mixed else "html", index, end


def _element_end(tag: str, lines: Sequence[str], index: int) -> int | None:
    """The line after the one that closes an element, or None when nothing does."""
    pattern = re.compile(rf"<(/?){tag}(?=[\s/>]|$)", re.IGNORECASE)
    depth = 0
    for position in range(index, len(lines)):
        for mark in pattern.finditer(lines[position]):
            depth += -1 if mark[1] else 1
            if depth <= 0:
                return position + 1
    return None


def _line_with(text: str, lines: Sequence[str], index: int) -> int:
    """The line after the first that holds a text; only the given one when none does."""
    for position in range(index, len(lines)):
        if text in lines[position]:
            return position + 1
    return index + 1


def _blank_after(lines: Sequence[str], index: int) -> int:
    position = index + 1
    while position < len(lines) and not is_blank(lines[position]):
        position += 1
    return position
