"""The state of markdown-it's block parser with the little that our own rules need beside it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from kbeditor.rendering.lines import ITEM

Span = tuple[int, int]

_MAY_OPEN = frozenset("#>`~-+*_<!?|0123456789")
_EVENT = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$)", re.M)


class BlockState(StateBlock):
    """Lines of the text being parsed; leaves and boxes are pushed as tokens.

    A leaf token's `meta` holds the spans of its text: (start, end) of each line in `src`. A box is
    a pair of tokens around what stands in it.
    """

    def __init__(self, src: str, md: MarkdownIt) -> None:
        super().__init__(src, md, {}, [])
        self.marker_line = -1
        self.in_item = False
        self._unclosed: dict[tuple[int, str], tuple[int, int]] = {}
        self.pairs: dict[tuple[int, int, bool], dict[int, int]] = {}
        self._elements: dict[int, tuple[str, int]] | None = None

    def is_code_block(self, line: int) -> bool:
        """Whether a line is indented code; in a list item a list marker counts anywhere."""
        if self.sCount[line] < 4:
            return False
        return not self.in_item or ITEM.match(self.line_text(line)) is None

    def line_text(self, line: int) -> str:
        """A line without what it stands in and without indentation."""
        return self.src[self.bMarks[line] + self.tShift[line] : self.eMarks[line]]

    def blank(self, line: int) -> bool:
        """Whether a line has nothing but white space of any kind."""
        start = self.bMarks[line] + self.tShift[line]
        end = self.eMarks[line]
        return start >= end or self.src[start:end].isspace()

    def first_end(self, start: int, end: int) -> int:
        """`end` without the blank lines before it."""
        while end > start and self.blank(end - 1):
            end -= 1
        return end

    def text_span(self, line: int) -> Span:
        """A line from its first character that is no space on; spaces at its end included."""
        end = self.eMarks[line]
        return min(self.bMarks[line] + self.tShift[line], end), end

    def raw_span(self, line: int, column: int) -> Span:
        """A line from a column on, or from its text when that begins before it."""
        start = self.bMarks[line] + min(column, self.tShift[line])
        return min(start, self.eMarks[line]), self.eMarks[line]

    def fence_end(self, start: int, end: int, mark: str) -> int | None:
        """The line that closes a fence, indented at will, before `end`; or None."""
        if self.known_unclosed(start, end, mark):
            return None
        for line in range(start + 1, end):
            if self.src.find(mark, self.bMarks[line], self.eMarks[line]) >= 0:
                body = self.line_text(line).strip()
                if body.startswith(mark) and not body.strip(mark[0]):
                    return line
        self.note_unclosed(start, end, mark)
        return None

    def known_unclosed(self, start: int, end: int, mark: str) -> bool:
        """Whether it was seen already that no line between closes what a mark opens."""
        first, last = self._unclosed.get((self.level, mark), (end, start))
        return first <= start and end <= last

    def note_unclosed(self, start: int, end: int, mark: str) -> None:
        """Keep that, so that it is not looked for again from each line that opens the same."""
        self._unclosed[self.level, mark] = (start, end)

    def trimmed(self, span: Span, margin: str = " ") -> Span:
        """A span without the characters of `margin` at its ends."""
        inner = self.src[span[0] : span[1]]
        start = span[0] + len(inner) - len(inner.lstrip(margin))
        return start, max(start, span[0] + len(inner.rstrip(margin)))

    def trimmed_lines(self, start: int, end: int) -> list[Span]:
        """The spans of a text's lines: spaces at the ends of lines stay, but the last's."""
        spans = [self.text_span(line) for line in range(start, end)]
        spans[-1] = self.trimmed(spans[-1])
        return spans

    def interrupts(self, line: int, end: int) -> bool:
        """Whether a line opens a block that ends a paragraph; most begin with a letter."""
        start, last = self.text_span(line)
        if self.src[start : start + 1] not in _MAY_OPEN and self.src.find("|", start, last) < 0:
            return False
        if self.sCount[line] >= 4 and not self.in_item:
            return False
        parent, self.parentType = self.parentType, "paragraph"
        rules = self.md.block.ruler.getRules("paragraph")
        found = any(rule(self, line, end, True) for rule in rules)
        self.parentType = parent
        return found

    def leaf(self, kind: str, start: int, end: int, spans: list[Span], **meta: Any) -> Token:
        """Push a block that is a segment, of lines `start` to before `end`."""
        token = self.push("leaf", kind, 0)
        token.map = [start, end]
        token.meta = {"at": self.text_span(start)[0], "spans": spans, **meta}
        return token

    @contextmanager
    def box(self, kind: str, start: int, end: int) -> Iterator[Token]:
        """Push a box around what is pushed within."""
        token = self.push("box_open", kind, 1)
        token.map = [start, end]
        token.meta = {"at": self.text_span(start)[0]}
        yield token
        self.push("box_close", kind, -1)

    @contextmanager
    def moved(self, start: int, end: int) -> Iterator[None]:
        """Afterwards, lines begin and are indented as before."""
        columns = (self.bMarks, self.tShift, self.sCount)
        before = [column[start:end] for column in columns]
        yield
        for column, values in zip(columns, before, strict=True):
            column[start:end] = values

    def inside(self, start: int, end: int, width: int = 0) -> None:
        """Parse lines as the inside of a box; up to `width` columns of indentation are dropped."""
        with self.moved(start, end):
            for line in range(start, end) if width else ():
                self._dedent(line, width)
            self.tokenized(start, end)

    def after_mark(
        self, start: int, end: int, position: int, width: int = 4, in_item: bool = False
    ) -> None:
        """As `inside`, for a box whose mark ends at a position of the first line."""
        with self.moved(start, end):
            for line in range(start + 1, end):
                self._dedent(line, width)
            self.begin_at(start, position)
            self.tokenized(start, end, in_item)

    def begin_at(self, line: int, position: int) -> None:
        """Let a line begin at a position, as if nothing stood before it."""
        self.bMarks[line] = position
        self.tShift[line] = self.sCount[line] = self.skipSpaces(position) - position

    def tokenized(self, start: int, end: int, in_item: bool = False) -> None:
        """Parse lines as blocks of their own."""
        saved = self.lineMax, self.parentType, self.in_item
        self.lineMax, self.parentType, self.in_item = end, "root", in_item
        self.md.block.tokenize(self, start, end)
        self.lineMax, self.parentType, self.in_item = saved
        self.line = end

    def _dedent(self, line: int, width: int) -> None:
        columns = min(width, self.tShift[line])
        self.bMarks[line] += columns
        self.tShift[line] -= columns
        self.sCount[line] -= columns

    def element_end(self, line: int, tag: str, end: int) -> int | None:
        """The line after the one that closes the element opened first on a line, before `end`."""
        if self._elements is None:
            self._elements = self._matched()
        found = self._elements.get(line)
        if found is None or found[0] != tag or found[1] >= end:
            return None
        return found[1] + 1

    def _matched(self) -> dict[int, tuple[str, int]]:
        """For each line whose first tag opens an element: its name and the line that closes it."""
        firsts: dict[int, tuple[str, int]] = {}
        opened: dict[str, list[tuple[int, bool]]] = {}
        seen = -1
        line = 0
        line_end = self.src.find("\n")
        for found in _EVENT.finditer(self.src):
            while 0 <= line_end < found.start():
                line += 1
                line_end = self.src.find("\n", line_end + 1)
            tag = found[2].lower()
            stack = opened.setdefault(tag, [])
            if not found[1]:
                stack.append((line, line != seen))
                seen = line
            elif stack:
                start, first = stack.pop()
                if first:
                    firsts[start] = (tag, line)
        return firsts
