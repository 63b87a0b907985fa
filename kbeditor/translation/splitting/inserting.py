"""A segment of the source put into a target that lacks it, beside its neighbours' counterparts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kbeditor.domain.blocks import BlockKind
from kbeditor.translation.splitting.parsing import Node
from kbeditor.translation.splitting.rows import cells_of, to_cell
from kbeditor.translation.splitting.skeletons import ITEM_MARK, Skeleton
from kbeditor.translation.splitting.source import Source, continued

_ALIKE = {"callout": "quote"}
_CLOSE = frozenset({"term", "definition", "row"})
"""Blocks that follow one another without a blank line."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where to insert: before or after the block of the target that has a neighbour's counterpart.

    `leaf` is that counterpart, `nodes` are the source's to write.
    """

    block: Node
    leaf: Node
    after: bool
    nodes: Sequence[Node]


def insert(source: Source, index: int, target: Source, links: Mapping[int, int], text: str) -> str:
    """See `splitting.insert_block`."""
    insertion = _Insertion(source, index, target, links, text)
    places = (body for body in insertion.bodies() if insertion.holds(body))
    return next(places, None) or insertion.appended()


class _Insertion:
    def __init__(
        self, source: Source, index: int, target: Source, links: Mapping[int, int], text: str
    ) -> None:
        self._source = source
        self._target = target
        self._leaf = source.leaves[index]
        self._index = index
        self._kind = source.kind(index)
        self._text = text
        self._links = {from_: to for from_, to in links.items() if 0 <= to < len(target.leaves)}
        self._skeleton = Skeleton(source, index, text)
        self._before = _said(target)

    def bodies(self) -> Iterator[str]:
        """The target with the segment put in, the best place first."""
        chain = [*self._leaf.chain, self._leaf]
        for depth in range(len(chain) - 2, -1, -1):
            anchors = list(self._anchors(chain, depth))
            if len(anchors) == 2 and anchors[0].block is anchors[1].block:
                yield self._between(*anchors)
            for anchor in anchors:
                if anchor.nodes[0].kind == "cell":
                    yield from self._filled(anchor)
                elif anchor.nodes[0].kind == "row":
                    yield self._with_row(anchor)
                else:
                    yield self._with_block(anchor)

    def holds(self, body: str) -> bool:
        """Whether a body is the target with one more segment: this one."""
        after = _said(Source(body))
        if len(after) != len(self._before) + 1:
            return False
        new = next((n for n, said in enumerate(self._before) if after[n] != said), len(after) - 1)
        said = (self._kind, self._text.split())
        while new > 0 and after[new] != said and after[new - 1] == said:
            new -= 1
        return after[new] == said and after[:new] + after[new + 1 :] == self._before

    def appended(self) -> str:
        """The target with the segment as a block of its own at its end."""
        lines = self._skeleton.lines([self._leaf])
        if self._kind is BlockKind.ITEM:
            lines = ["- " + lines[0], *(f"  {line}" for line in lines[1:])]
        return self._inserted(len(self._target.plain.starts), lines, "", True, False)

    def _anchors(self, chain: Sequence[Node], depth: int) -> Iterator[_Anchor]:
        """The nearest linked segments before and after, within the block at a depth."""
        box, child = chain[depth], chain[depth + 1]
        nodes = chain[depth + 1 :]
        first, last = _range(child)
        begin, end = _range(box)
        kinds = [_kind_of(node) for node in chain[1 : depth + 1]]
        for index in range(first - 1, begin - 1, -1):
            found = self._counterpart(index, kinds)
            if found is not None:
                yield _Anchor(*found, True, nodes)
                break
        for index in range(last, end):
            found = self._counterpart(index, kinds)
            if found is not None:
                yield _Anchor(*found, False, nodes)
                break

    def _counterpart(self, index: int, kinds: Sequence[str]) -> tuple[Node, Node] | None:
        """The block of the target, in boxes of these kinds, with a counterpart; and that."""
        linked = self._links.get(index)
        if linked is None:
            return None
        leaf = self._target.leaves[linked]
        chain = [*leaf.chain[1:], leaf]
        depth = len(kinds)
        if len(chain) <= depth or [_kind_of(node) for node in chain[:depth]] != kinds:
            return None
        return chain[depth], leaf

    # Tables

    def _filled(self, anchor: _Anchor) -> Iterator[str]:
        """The text in the empty cell of a row."""
        row = anchor.block.parent
        if row is None or row.kind != "row":
            return
        column = self._leaf.meta["column"]
        text = to_cell(self._text)
        start = self._target.plain.place(row.at)
        end = self._target.plain.ends[row.start]
        line = self._target.body[start:end]
        cells = cells_of(line)
        if column < len(cells):
            place, stop = cells[column]
            if place < stop:
                return
            new = f"{line[:place].rstrip()} {text} {line[place:].lstrip()}".rstrip()
        else:
            new = line.rstrip()
            new += "" if new.endswith("|") else " |"
            new += "  |" * (column - len(cells)) + f" {text} |"
        yield self._target.body[:start] + new + self._target.body[end:]

    def _with_row(self, anchor: _Anchor) -> str:
        table = anchor.block.parent
        assert table is not None
        header = self._target.plain.place(table.at)
        columns = len(cells_of(self._target.body[header : self._target.plain.ends[table.start]]))
        line = anchor.block.end if anchor.after else anchor.block.start
        prefix = continued(self._target.before(header))
        row = self._skeleton.row(columns)
        return self._inserted(max(line, table.start + 2), [row], prefix, False, False)

    # Other blocks

    def _between(self, before: _Anchor, after: _Anchor) -> str:
        """Within the one block of the target that has both neighbours, such as a list grown one."""
        prefix = continued(self._target.before(self._target.plain.place(before.block.at)))
        line = before.block.end
        box: Node | None = before.block
        while box is not None:
            within = [child for child in box.children if _holds(child, before.leaf)]
            box = within[0] if within else None
            if box is not None and not _holds(box, after.leaf):
                line = box.end
                break
        return self._inserted(line, self._skeleton.lines(before.nodes), prefix, True, True)

    def _with_block(self, anchor: _Anchor) -> str:
        block = anchor.block
        at = self._target.plain.place(block.at)
        before = self._target.before(at)
        prefix = continued(before)
        kind = anchor.nodes[0].kind
        lines = self._skeleton.lines(anchor.nodes)
        if kind == "item" and block.kind == "item":
            lines = self._marked(lines, block, anchor.after)
            apart = self._loose(block, anchor.nodes[0])
        else:
            apart = kind not in _CLOSE
        if block.kind == "caption" and block.parent is not None:
            prefix += "    " * (block.parent.kind == "admonition")
            if not anchor.after:
                return self._inserted(block.parent.start, lines, prefix, apart, apart)
        if anchor.after:
            return self._inserted(block.end, lines, prefix, apart, apart)
        item = block.parent
        if self._kind is BlockKind.ITEM and item is not None and item.start < block.start:
            return self._in_empty_item(item, lines, prefix)
        if before.strip(" \t>") and block.parent is not None and block.parent.kind != "text":
            return self._before_first(at, lines, prefix)
        return self._inserted(block.start, lines, prefix, apart, apart)

    def _before_first(self, at: int, lines: Sequence[str], prefix: str) -> str:
        """Text before the first block of an item, which stands on the marker's line."""
        line_end = self._target.line_end
        text = line_end.join([lines[0], *(prefix + line for line in lines[1:])])
        gap = line_end + prefix.rstrip() + line_end + prefix
        return self._target.body[:at] + text + gap + self._target.body[at:]

    def _in_empty_item(self, item: Node, lines: Sequence[str], prefix: str) -> str:
        """Text on the line of a marker that stands alone."""
        body = self._target.body
        place = self._target.plain.ends[item.start]
        text = self._target.line_end.join([lines[0], *(prefix + line for line in lines[1:])])
        return body[:place].rstrip(" \t") + " " + text + body[place:]

    def _marked(self, lines: list[str], sibling: Node, after: bool) -> list[str]:
        """An item's lines with a marker as its sibling has it."""
        place = self._target.plain.place(sibling.at)
        mark = ITEM_MARK.match(self._target.body, place, self._target.plain.ends[sibling.start])
        own = ITEM_MARK.match(lines[0])
        if mark is None or own is None:
            return lines
        sign = mark[0].rstrip()
        if mark[1] and after and not self._same_numbers(sibling):
            sign = f"{int(mark[1]) + 1}{sign[-1]}"
        width = len(sign) + 1
        rest = [" " * width + line[own.end() :] if line.strip() else "" for line in lines[1:]]
        return [f"{sign} {lines[0][own.end() :]}", *rest]

    def _same_numbers(self, item: Node) -> bool:
        """Whether the items of a list all have the same number; of one item the source says."""
        assert item.parent is not None
        if len(item.parent.children) > 1:
            return _numbers(self._target, item.parent) == 1
        box = next((node for node in self._leaf.chain if node.kind == "list"), None)
        return box is not None and _numbers(self._source, box) == 1

    def _loose(self, sibling: Node, own: Node) -> bool:
        items = sibling.parent.children if sibling.parent else []
        if len(items) < 2 and own.parent is not None:
            items = own.parent.children
        return any(after.start > before.end for before, after in pairwise(items))

    def _inserted(
        self, line: int, lines: Sequence[str], prefix: str, apart: bool, apart_after: bool
    ) -> str:
        """The target with lines put before a line, blank lines around them if `apart`."""
        body = self._target.body
        plain = self._target.plain
        line_end = self._target.line_end
        blank = prefix.rstrip() + line_end
        text = "".join((prefix + each).rstrip(" \t") + line_end for each in lines)
        place = plain.starts[line] if line < len(plain.starts) else len(body)
        if place and body[place - 1] not in "\r\n":
            text = line_end + text
        if apart and line and self._says(line - 1):
            text = blank + text if place == 0 or body[place - 1] in "\r\n" else line_end + text
        if apart_after and line < len(plain.starts) and self._says(line):
            text += blank
        return body[:place] + text + body[place:]

    def _says(self, line: int) -> bool:
        plain = self._target.plain
        line = min(line, len(plain.starts) - 1)
        return bool(self._target.body[plain.starts[line] : plain.ends[line]].strip(" \t>"))


def _said(source: Source) -> list[tuple[BlockKind, list[str]]]:
    count = range(len(source.leaves))
    return [(source.kind(index), source.text(index).split()) for index in count]


def _range(node: Node) -> tuple[int, int]:
    """The indexes of a block's first leaf and of the one after its last."""
    if node.index >= 0:
        return node.index, node.index + 1
    ranges = [_range(child) for child in node.children]
    filled = [(first, last) for first, last in ranges if first < last]
    return (filled[0][0], filled[-1][1]) if filled else (0, 0)


def _holds(node: Node, leaf: Node) -> bool:
    return node is leaf or any(box is node for box in leaf.chain)


def _kind_of(node: Node) -> str:
    return _ALIKE.get(node.kind, node.kind)


def _numbers(source: Source, items: Node) -> int:
    """How many different numbers the items of a list have."""
    places = [source.plain.place(item.at) for item in items.children]
    marks = [ITEM_MARK.match(source.body, place) for place in places]
    return len({mark[1] for mark in marks if mark is not None})
