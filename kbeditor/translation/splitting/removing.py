"""Segments taken out of a body with the marks that nothing is left of."""

import re
from collections.abc import Collection, Iterator
from enum import Enum

from kbeditor.translation.splitting.parsing import Node
from kbeditor.translation.splitting.source import Source
from kbeditor.translation.splitting.writing import Edit, edited

_ONLY_AROUND = re.compile(r"[\s>]*$")
_TASK_MARK = re.compile(r"\[[ xX]\]\s*$")
_FILLER = "…"
"""Stands where a title or a definition cannot be empty without becoming something else."""


class _Gap(Enum):
    """What is done about blank lines around what was taken out; tried in this order."""

    FEWER = 1
    ONE = 2
    ALL = 3


def without(source: Source, indexes: Collection[int]) -> str:
    """See `Document.without`."""
    gone = {index for index in indexes if 0 <= index < len(source.leaves)}
    if not gone:
        return source.body
    left = [
        (source.kind(index), source.text(index).split())
        for index in range(len(source.leaves))
        if index not in gone
    ]
    body = source.body
    for gap in _Gap:
        body = _Removal(source, gone).body(gap)
        new = Source(body)
        if left == [(new.kind(index), new.text(index).split()) for index in range(len(new.leaves))]:
            break
    return body


class _Removal:
    """Which lines go, and which parts of lines."""

    def __init__(self, source: Source, gone: Collection[int]) -> None:
        self._source = source
        self._gone = gone
        self._lines: set[int] = set()
        self._edits: list[Edit] = []
        for child in source.root.children:
            self._visit(child)

    def _is_gone(self, node: Node) -> bool:
        if node.index >= 0:
            return node.index in self._gone
        return bool(node.children) and all(self._is_gone(child) for child in node.children)

    def _visit(self, node: Node) -> None:
        if not self._is_gone(node):
            for child in node.children:
                self._visit(child)
        elif node.kind == "cell":
            self._empty_cell(node)
        elif node.kind == "row" and node.parent is not None and node.parent.start == node.start:
            for cell in node.children:
                self._empty_cell(cell)
        elif node.kind == "caption":
            self._untitle(node)
        else:
            self._cut(node)

    def _empty_cell(self, cell: Node) -> None:
        """A first cell without a pipe before it gets one, or the others would move up."""
        start, end = self._source.spans(cell.index)[0]
        before = self._source.before(start)
        first = cell.meta["column"] == 0 and "|" not in before
        self._edits.append((start, end, "| " if first else ""))

    def _untitle(self, caption: Node) -> None:
        """A title goes with its marks; what cannot be without a title is no longer one box."""
        start, end = self._source.spans(caption.index)[0]
        place = self._source.plain.place
        box = caption.parent
        if "gap" in caption.meta:
            start, end = (place(position) for position in caption.meta["gap"])
        elif box is not None and box.kind == "collapsible":
            if _ONLY_AROUND.match(self._source.before(place(box.at))):
                self._lines.update((box.start, box.end - 1))
                return
            self._edits.append((start, end, _FILLER))
            return
        self._edits.append((start, end, ""))

    def _cut(self, node: Node) -> None:
        """The lines of a block; of the first what is a mark of something around it stays."""
        plain = self._source.plain
        at = plain.place(node.at)
        before = self._source.before(at)
        first = node.start
        if not _ONLY_AROUND.match(before):
            keep = len(_TASK_MARK.sub("", before).rstrip())
            filler = f" {_FILLER}" if before[:keep].endswith(":") and _defined(node) else ""
            start = plain.starts[first]
            self._edits.append((start + keep, plain.ends[first], filler))
            first += 1
        self._lines.update(range(first, node.end))

    def body(self, gap: _Gap) -> str:
        """The body without what goes."""
        edits = list(self._edits)
        starts = [*self._source.plain.starts, len(self._source.body)]
        for first, end in self._runs():
            text = ""
            if gap is _Gap.FEWER:
                first, end = self._without_blank(first, end)
            elif first and gap is _Gap.ONE and self._around(first - 1) and self._around(end):
                text = self._prefix(first - 1).rstrip() + self._source.line_end
            edits.append((starts[first], starts[min(end, len(starts) - 1)], text))
        return edited(self._source.body, edits)

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Lines that go, as (first, line after the last)."""
        lines = sorted(self._lines)
        first = 0
        for number, line in enumerate(lines):
            if number + 1 == len(lines) or lines[number + 1] != line + 1:
                yield lines[first], line + 1
                first = number + 1

    def _around(self, line: int) -> str | None:
        """What a line says beside marks of quotation; None beyond the text."""
        plain = self._source.plain
        if not 0 <= line < len(plain.starts) or (
            line and plain.starts[line] == len(self._source.body)
        ):
            return None
        return self._source.body[plain.starts[line] : plain.ends[line]].strip(" \t>")

    def _prefix(self, line: int) -> str:
        plain = self._source.plain
        text = self._source.body[plain.starts[line] : plain.ends[line]]
        return text[: len(text) - len(text.lstrip(" \t>"))]

    def _without_blank(self, first: int, end: int) -> tuple[int, int]:
        """A run of lines with the blank ones that only parted it from its neighbours."""
        before, after = self._around(first - 1), self._around(end)
        if before == "" and (after is None or (after == "" and self._deeper(first - 1, end))):
            prefix = self._prefix(first - 1).strip()
            while self._around(first - 1) == "" and self._prefix(first - 1).strip() == prefix:
                first -= 1
        elif after == "" and not before:
            prefix = self._prefix(end).strip()
            while self._around(end) == "" and self._prefix(end).strip() == prefix:
                end += 1
        return first, end

    def _deeper(self, line: int, other: int) -> bool:
        return self._prefix(line).count(">") > self._prefix(other).count(">")


def _defined(node: Node) -> bool:
    return node.parent is not None and node.parent.kind == "definition"
