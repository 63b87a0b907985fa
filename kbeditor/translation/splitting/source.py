"""A body with the tree of its blocks, and where everything of it stands to the character."""

import re
from itertools import pairwise

from kbeditor.domain.blocks import BlockKind
from kbeditor.translation.splitting.parsing import parse
from kbeditor.translation.splitting.plain import PlainText
from kbeditor.translation.splitting.rows import from_cell
from kbeditor.translation.splitting.state import Span

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
        self.plain = PlainText(body)
        self.root, self.leaves = parse(self.plain.text)
        self.line_end = "\r\n" if body.count("\r\n") * 2 > body.count("\n") else "\n"
        self._spans = [
            [(self.plain.place(start), self.plain.place(end)) for start, end in leaf.spans]
            for leaf in self.leaves
        ]

    def spans(self, index: int) -> list[Span]:
        """Where the lines of a segment's text are in the body: (start, end) each, at least one."""
        return self._spans[index]

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

    def before(self, position: int) -> str:
        """What stands before a character in its line."""
        return self.body[self.plain.starts[self.plain.line_of(position)] : position]

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
