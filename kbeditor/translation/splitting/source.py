"""A body with the tree of its blocks, and where everything of it stands to the character."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from kbeditor.domain.blocks import BlockKind
from kbeditor.translation.splitting.parsing import parse
from kbeditor.translation.splitting.rows import from_cell
from kbeditor.translation.splitting.state import Span

LINE_END = re.compile(r"\r\n?|\n")

_FIRST_OF = {
    "item": BlockKind.ITEM,
    "definition": BlockKind.DEFINITION,
    "footnote": BlockKind.FOOTNOTE,
}
_CALLOUT_MARK = re.compile(r"\[![^\]\n]*\](?:\([^)\s]*\))?[ \t]*")
_TASK_MARK = re.compile(r"\[[ xX]\][ \t]+$")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\n]*\]:[ \t]*$")
_MARK = re.compile(r"[^\s>]")


class Source:
    """What `Document` and the writers of texts work on. Lines count from 0 here."""

    def __init__(self, body: str) -> None:
        self.body = body
        ends = [found.span() for found in LINE_END.finditer(body)]
        self.starts = [0, *(end for _, end in ends)]
        self.ends = [*(start for start, _ in ends), len(body)]
        self._plain = "\r" not in body
        parsed = body if self._plain else LINE_END.sub("\n", body)
        self._parsed_starts = self.starts
        if not self._plain:
            self._parsed_starts = [0]
            for start, end in zip(self.starts, self.ends, strict=True):
                self._parsed_starts.append(self._parsed_starts[-1] + end - start + 1)
        self.root, self.leaves = parse(parsed)
        self.line_end = "\r\n" if body.count("\r\n") * 2 > len(ends) else "\n"

    def place(self, position: int) -> int:
        """Where a character of the parsed text stands in the body."""
        if self._plain:
            return position
        line = bisect_right(self._parsed_starts, position) - 1
        return self.starts[line] + position - self._parsed_starts[line]

    def spans(self, index: int) -> Sequence[Span]:
        """Where the lines of a segment's text are in the body: (start, end) each, at least one."""
        spans = self.leaves[index].spans
        if self._plain:
            return spans
        return [(self.place(start), self.place(end)) for start, end in spans]

    def text(self, index: int) -> str:
        """A segment's text, its lines parted by line feeds."""
        text = "\n".join(self.body[start:end] for start, end in self.spans(index))
        return from_cell(text) if self.leaves[index].kind == "cell" else text

    def kind(self, index: int) -> BlockKind:
        """What a segment is."""
        leaf = self.leaves[index]
        if leaf.kind != "paragraph" or leaf.parent is None:
            return BlockKind(leaf.kind)
        if leaf.parent.kind == "quote":
            return BlockKind.QUOTE
        first = leaf.parent.children[0] is leaf and leaf.parent.start == leaf.start
        return (
            _FIRST_OF.get(leaf.parent.kind, BlockKind.PARAGRAPH) if first else BlockKind.PARAGRAPH
        )

    def path(self, index: int) -> tuple[str, ...]:
        """The kinds of what a segment stands in, outermost first."""
        return tuple(node.kind for node in self.leaves[index].chain[1:])

    def level(self, index: int) -> int:
        """A heading's level, else 0."""
        level: int = self.leaves[index].meta.get("level", 0)
        return level

    def shape(self) -> list[tuple[BlockKind, tuple[str, ...], int]]:
        """Kind, path and level of every segment."""
        count = range(len(self.leaves))
        return [(self.kind(index), self.path(index), self.level(index)) for index in count]

    def line_of(self, position: int) -> int:
        """The line a character of the body is in."""
        return bisect_right(self.starts, position) - 1

    def before(self, position: int) -> str:
        """What stands before a character in its line."""
        return self.body[self.starts[self.line_of(position)] : position]

    def joints(self, index: int) -> list[str]:
        """What is between the lines of a segment: line end and marks of the next line."""
        return [self.body[a[1] : b[0]] for a, b in pairwise(self.spans(index))]

    def follow(self, index: int) -> str:
        """What a further line of a segment begins with: marks of quotations, indentation."""
        spans = self.spans(index)
        if self.leaves[index].kind in ("code", "html"):
            written = [span for span in spans if span[0] < span[1]]
            return max((continued(self.before(start)) for start, _ in written), key=len)
        return continued(self.before(spans[0][0]))


def continued(prefix: str) -> str:
    """From what stands before a block's first line, what its other lines begin with."""
    prefix = _TASK_MARK.sub("", _CALLOUT_MARK.sub("", prefix))
    return _MARK.sub(" ", _FOOTNOTE_MARK.sub("    ", prefix))
