"""A single segment written anew, with the marks of what it stood in."""

import re
from collections.abc import Sequence

from kbeditor.translation.splitting.escaping import fitted, longer_fence
from kbeditor.translation.splitting.parsing import Node
from kbeditor.translation.splitting.rows import to_cell
from kbeditor.translation.splitting.source import Source

ITEM_MARK = re.compile(r"(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+|$)")

_TASK_MARK = re.compile(r"\[[ xX]\][ \t]+")
_CALLOUT_MARK = re.compile(r"> ?\[!([A-Za-z]+)[^\]\n]*\](\([^)\s]*\))?")
_ADMONITION_MARK = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+[\w-]+")
_SUMMARY = re.compile(r"(<summary[^>\n]*>)[^\n]*?(</summary>)", re.IGNORECASE)


class Skeleton:
    """Writes a source's segment with another text, within what it stands in from a block on."""

    def __init__(self, source: Source, index: int, text: str) -> None:
        self._source = source
        self._leaf = source.leaves[index]
        self._text = fitted(self._leaf.kind, text, bool(self._leaf.meta.get("underlined")))

    def lines(self, nodes: Sequence[Node]) -> list[str]:
        """The lines of the first of `nodes`, which stand in one another; the last is the leaf."""
        node, inner = nodes[0], nodes[1:]
        if not inner:
            return self.leaf()
        if node.kind == "table":
            return self._table(node)
        if inner[0].kind == "caption":
            return self._titled(node, self._text)
        content = self.lines(inner)
        if node.kind == "item":
            return self._item(node, inner[0], content)
        if node.kind in ("quote", "callout"):
            mark = self._titled(node, "") if node.kind == "callout" else []
            return [*mark, *(f"> {line}".rstrip() for line in content)]
        if node.kind == "admonition":
            return [*self._titled(node, ""), *_indented(content, "    ")]
        if node.kind == "footnote":
            name = self._written(node.at).partition("]:")[0]
            return [f"{name}]: {content[0]}", *_indented(content[1:], "    ")]
        if node.kind == "definition":
            return [f":   {content[0]}", *_indented(content[1:], "    ")]
        if node.kind == "shade":
            first, last = self._line(node.start), self._line(node.end - 1)
            return [first, "", *content, "", last]
        if node.kind == "html":
            return [*self._titled(node, "")[:-1], *content, "", self._line(node.end - 1)]
        # A list is its items; a collapsible part cannot be without its title.
        return content

    def leaf(self) -> list[str]:
        """The segment as a block of its own."""
        lines = self._text.split("\n")
        if self._leaf.kind == "heading" and not self._leaf.meta.get("underlined"):
            return [f"{'#' * self._leaf.meta['level']} {lines[0]}"]
        if self._leaf.kind == "heading":
            return [*lines, "=" * 3 if self._leaf.meta["level"] == 1 else "-" * 3]
        if self._leaf.kind == "code" and "mark" in self._leaf.meta:
            mark = self._leaf.meta["mark"]
            fence = longer_fence(mark, self._text)
            return [fence + self._written(self._leaf.at)[len(mark) :].rstrip(), *lines, fence]
        return _indented(lines, "    ") if self._leaf.kind == "code" else lines

    def row(self, columns: int) -> str:
        """A table row with the segment in its column and nothing in the others."""
        cells = [""] * max(columns, self._leaf.meta["column"] + 1)
        cells[self._leaf.meta["column"]] = to_cell(self._text)
        return f"| {' | '.join(cells)} |"

    def _table(self, table: Node) -> list[str]:
        rule = self._line(table.start + 1)
        columns = max(1, rule.strip("| ").count("|") + 1)
        if self._leaf.start == table.start:
            return [self.row(columns), rule]
        return [f"|{'  |' * columns}", rule, self.row(columns)]

    def _item(self, item: Node, child: Node, content: list[str]) -> list[str]:
        written = self._written(item.at)
        mark = ITEM_MARK.match(written)
        assert mark is not None
        sign = mark[0].rstrip() + " "
        if child.start != item.start:
            # It is not what the item itself says: that place stays free.
            return [sign.rstrip(), "", *_indented(content, " " * len(sign))]
        task = _TASK_MARK.match(written, mark.end())
        return [
            f"{sign}{task[0] if task else ''}{content[0]}",
            *_indented(content[1:], " " * len(sign)),
        ]

    def _titled(self, box: Node, title: str) -> list[str]:
        """The lines a box begins with, with a title; all of it where it ends with a mark."""
        written = self._written(box.at)
        if box.kind == "callout":
            mark = _CALLOUT_MARK.match(written)
            assert mark is not None
            return [f"> [!{mark[1]}{' ' * bool(title)}{title}]{mark[2] or ''}"]
        if box.kind == "admonition":
            name = _ADMONITION_MARK.match(written)
            assert name is not None
            return [name[0] + (f' "{title}"' if title else "")]
        if box.kind == "collapsible":
            return [f"+++ {title}", "", "+++"]
        first = "\n".join(self._line(line) for line in range(box.start, self._opening_end(box)))
        opening = _SUMMARY.sub(lambda found: found[1] + title + found[2], first)
        return [*opening.split("\n"), "", self._line(box.end - 1)]

    def _opening_end(self, box: Node) -> int:
        line = box.start + 1
        while line < box.end - 1 and self._line(line):
            line += 1
        return line

    def _written(self, at: int) -> str:
        """What is written from a place of the parsed text to the end of its line."""
        place = self._source.plain.place(at)
        return self._source.body[place : self._source.plain.ends[self._source.plain.line_of(place)]]

    def _line(self, line: int) -> str:
        plain = self._source.plain
        return self._source.body[plain.starts[line] : plain.ends[line]].strip(" \t")


def _indented(lines: Sequence[str], indent: str) -> list[str]:
    return [indent + line if line else line for line in lines]
