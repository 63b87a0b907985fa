"""Where the blocks of a Markdown text begin and end, line by line, without rendering anything.

The rules are those writers know from GitHub (a list may follow a paragraph at once, lists nest by
the place of their text, fences may stand in lists and quotations), a little more forgiving about
indentation. Python-Markdown's own block parser wants four spaces everywhere and is not linear.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kbeditor.rendering.html_blocks import html_block
from kbeditor.rendering.lines import (
    ABBREVIATION,
    ADMONITION,
    ATTRIBUTES,
    BLOCK_TAGS,
    COLLAPSIBLE,
    CONTENTS,
    DEFINITION,
    FENCE,
    FOOTNOTE,
    HEADING,
    HTML_OPEN,
    ITEM,
    QUOTE,
    REFERENCE,
    ROW_RULE,
    RULE,
    SHADE_BEGIN,
    SHADE_END,
    UNDERLINE,
    columns_of,
    fence_closing,
    indent_of,
    is_blank,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A block: its kind and its lines, `start` to before `end` (blank lines after it excluded)."""

    kind: str
    start: int
    end: int


class Scanner:
    """Finds the blocks of a run of lines.

    `top` is true for the text itself (only there are definitions of references, footnotes and
    abbreviations taken out); `in_item` for the inside of a list item, where list markers count at
    any indentation.
    """

    def __init__(self, lines: Sequence[str], top: bool = False, in_item: bool = False) -> None:
        self.lines = lines
        self.top = top
        self.in_item = in_item

    def spans(self) -> Iterator[Span]:
        """All blocks, in order."""
        index = 0
        while index < len(self.lines):
            if is_blank(self.lines[index]):
                index += 1
                continue
            span = self._span_at(index)
            yield span
            index = span.end

    def _span_at(self, index: int) -> Span:
        line = self.lines[index]
        kind = self._opening(index)
        if kind is None:
            if indent_of(line) >= 4:
                return Span("code", index, self._code_end(index))
            return self._paragraph(index)
        if kind in ("heading", "rule", "contents", "reference", "abbreviation"):
            return Span(kind, index, index + 1)
        if kind == "fence":
            return Span(kind, index, self._fence_end(index))
        if kind == "quote":
            return Span(kind, index, self._quote_end(index))
        if kind == "list":
            return Span(kind, index, self._list_end(index))
        if kind == "html":
            return Span(*html_block(self.lines, index))
        if kind == "table":
            return Span(kind, index, self._table_end(index))
        if kind == "footnote":
            return Span(kind, index, self._indented_end(index, lazy=True))
        if kind == "admonition":
            return Span(kind, index, self._indented_end(index, lazy=False))
        end = self._closing(index, kind)
        if end is None:
            return self._paragraph(index)
        return Span(kind, index, end)

    def _opening(self, index: int, in_paragraph: bool = False) -> str | None:
        """The kind of block that begins at a line; within a paragraph, only what may end it."""
        line = self.lines[index]
        body = line.lstrip(" ")
        first = body[0]
        indent = len(line) - len(body)
        if first in "-*+" or first.isdigit():
            if first in "-*" and RULE.match(line):
                return "rule"
            item = ITEM.match(line)
            placed = item is not None and (indent < 4 or self.in_item)
            if item and placed and (not in_paragraph or self._may_interrupt(item)):
                return "list"
            if self.top and first == "*" and not in_paragraph and ABBREVIATION.match(line):
                return "abbreviation"
        if indent >= 4:
            return None
        if first == "+" and body.startswith("+++"):
            opener = COLLAPSIBLE.match(line)
            if opener and (opener[1] or not in_paragraph):
                return "collapsible"
        if first == "#":
            return "heading" if HEADING.match(line) else None
        if first in "`~":
            return "fence" if FENCE.match(line) else None
        if first == ">":
            return "shade" if SHADE_BEGIN.match(line) else "quote"
        if first == "_":
            return "rule" if RULE.match(line) else None
        if first == "<":
            return "html" if self._opens_html(line, in_paragraph) else None
        if first in "!?" and body[:3] in ("!!!", "???") and ADMONITION.match(line):
            return "admonition"
        if not in_paragraph and first == "[":
            if CONTENTS.match(line):
                return "contents"
            if self.top and FOOTNOTE.match(line):
                return "footnote"
            if self.top and REFERENCE.match(line):
                return "reference"
        return "table" if self._opens_table(index) else None

    @staticmethod
    def _may_interrupt(item: re.Match[str]) -> bool:
        """A paragraph is ended by an item with text; a numbered one only as "1"."""
        return bool(item[3]) and (item[2] in "-*+" or item[2][:-1] == "1")

    @staticmethod
    def _opens_html(line: str, in_paragraph: bool) -> bool:
        found = HTML_OPEN.match(line)
        if not found:
            return False
        if found[2]:
            return found[2].lower() in BLOCK_TAGS and not (in_paragraph and found[1])
        return not in_paragraph or bool(found[3])

    def _opens_table(self, index: int) -> bool:
        if index + 1 >= len(self.lines) or "|" not in self.lines[index]:
            return False
        rule = self.lines[index + 1]
        return (
            "-" in rule
            and ROW_RULE.match(rule) is not None
            and columns_of(rule) == columns_of(self.lines[index])
        )

    def _paragraph(self, index: int) -> Span:
        lines = self.lines
        position = index + 1
        while position < len(lines):
            line = lines[position]
            if is_blank(line):
                break
            if line.lstrip(" ")[0] in "=-" and UNDERLINE.match(line):
                return Span("underlined", index, position + 1)
            if self._opening(position, in_paragraph=True) or DEFINITION.match(line):
                break
            position += 1
        following = position
        while following < len(lines) and is_blank(lines[following]):
            following += 1
        if (
            following < len(lines)
            and following - position <= 1
            and DEFINITION.match(lines[following])
        ):
            return Span("definitions", index, self._definitions_end(following))
        return Span("paragraph", index, position)

    def _definitions_end(self, index: int) -> int:
        """The end of a definition list whose first `:` line is given; further terms may follow."""
        lines = self.lines
        end = position = index + 1
        while position < len(lines):
            line = lines[position]
            if is_blank(line):
                position += 1
                continue
            belongs = (
                DEFINITION.match(line)
                or indent_of(line) >= 2
                or (self._opening(position) is None and self._is_term(position))
            )
            if not belongs and (end != position or self._opening(position, in_paragraph=True)):
                break
            position += 1
            end = position
        return end

    def _is_term(self, index: int) -> bool:
        """Whether a line (or the lines right after it) leads to a `:` line."""
        position = index
        while position < len(self.lines) and not is_blank(self.lines[position]):
            position += 1
            if position < len(self.lines) and DEFINITION.match(self.lines[position]):
                return True
            if position - index > 8:
                return False
        position += 1
        return position < len(self.lines) and bool(DEFINITION.match(self.lines[position]))

    def _code_end(self, index: int) -> int:
        end = position = index + 1
        while position < len(self.lines):
            line = self.lines[position]
            if not is_blank(line):
                if indent_of(line) < 4:
                    break
                end = position + 1
            position += 1
        return end

    def _fence_end(self, index: int) -> int:
        closing = fence_closing(self.lines, index)
        return len(self.lines) if closing is None else closing + 1

    def _quote_end(self, index: int) -> int:
        lines = self.lines
        position = index + 1
        while position < len(lines):
            line = lines[position]
            if is_blank(line):
                break
            if not QUOTE.match(line):
                before = QUOTE.sub("", lines[position - 1], count=1)
                plain = not is_blank(before) and "[!" not in before[:4]
                if not plain or before.lstrip()[0] in "#`~|" or self._opening(position, True):
                    break
            position += 1
        return position

    def _list_end(self, index: int) -> int:
        return self.items(index)[-1][1]

    def items(self, index: int) -> list[tuple[int, int, int]]:
        """The items of the list that begins at a line: (start, end, column of their text)."""
        lines = self.lines
        found = self._item_at(index)
        assert found is not None
        column, kind, marker_indent = found
        items: list[tuple[int, int, int]] = []
        start, end, position = index, index + 1, index + 1
        fence_until = self._fence_within(index, column)
        while position < len(lines):
            line = lines[position]
            if position <= fence_until:
                position += 1
                end = position
                continue
            if is_blank(line):
                position += 1
                continue
            indent = indent_of(line)
            if indent < column:
                marker = self._item_at(position)
                if marker and marker[1] == kind:
                    items.append((start, end, column))
                    start, column, marker_indent = position, marker[0], marker[2]
                    position += 1
                    end = position
                    fence_until = self._fence_within(start, column)
                    continue
                if indent < marker_indent + 2:
                    lazy = end == position and self._is_text(position - 1)
                    if marker or not lazy or self._opening(position, in_paragraph=True):
                        break
            opener = FENCE.match(line)
            if opener:
                closing = fence_closing(lines, position)
                fence_until = position if closing is None else closing
            position += 1
            end = position
        items.append((start, end, column))
        return items

    def _item_at(self, index: int) -> tuple[int, str, int] | None:
        """Column of the text, kind of marker and indentation of a list item's first line."""
        line = self.lines[index]
        found = ITEM.match(line)
        if not found or RULE.match(line):
            return None
        marker = found[2]
        width = len(found[3])
        if not 1 <= width <= 4:
            width = 1
        indent = len(found[1])
        return indent + len(marker) + width, marker[-1], indent

    def _fence_within(self, index: int, column: int) -> int:
        """The last line of a fence that opens on an item's first line, or -1."""
        if not FENCE.match(self.lines[index][column:]):
            return -1
        closing = fence_closing(self.lines, index, column)
        return index if closing is None else closing

    def _is_text(self, index: int) -> bool:
        line = self.lines[index].strip()
        return bool(line) and line[0] not in "#|" and not FENCE.match(line)

    def _indented_end(self, index: int, lazy: bool) -> int:
        end = position = index + 1
        while position < len(self.lines):
            line = self.lines[position]
            if not is_blank(line):
                if indent_of(line) < 4:
                    adjacent = lazy and end == position
                    if not adjacent or FOOTNOTE.match(line) or self._opening(position, True):
                        break
                end = position + 1
            position += 1
        return end

    def _table_end(self, index: int) -> int:
        position = index + 2
        while position < len(self.lines):
            line = self.lines[position]
            if is_blank(line) or ATTRIBUTES.match(line):
                break
            if "|" not in line and self._opening(position, in_paragraph=True):
                break
            position += 1
        return position

    def _closing(self, index: int, kind: str) -> int | None:
        """The line after the end mark of a collapsible or shaded part, or None without one."""
        depth = 0
        fence_until = -1
        for position in range(index, len(self.lines)):
            line = self.lines[position]
            if position <= fence_until or is_blank(line):
                continue
            if FENCE.match(line) and position > index:
                closing = fence_closing(self.lines, position)
                fence_until = position if closing is None else closing
                continue
            if kind == "collapsible":
                found = COLLAPSIBLE.match(line)
                if found:
                    depth += 1 if found[1] else -1
            elif SHADE_BEGIN.match(line):
                depth += 1
            elif SHADE_END.match(line):
                depth -= 1
            if depth <= 0:
                return position + 1 if position > index else None
        return None
