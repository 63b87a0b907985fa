"""From a text to the tree of its blocks, by markdown-it's block parser with our rules."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import Ruler
from markdown_it.rules_block import hr
from markdown_it.token import Token

from kbeditor.translation.splitting import boxes, lists, rules
from kbeditor.translation.splitting.state import BlockState, Span

MAX_NESTING = 42
"""Blocks opened within one another; what is deeper is nobody's text and stays as it is."""

_FRONT_MATTER = re.compile(r"---[ \t]*\n[A-Za-z_\"'][^\n:]*:(?:[ \t\n])")


@dataclass(slots=True)
class Node:
    """A block, of lines `start` to before `end` (0-based); `index` is a leaf's place, else -1.

    `at` is where the block's first mark or character stands in the parsed text, `spans` where the
    lines of a leaf's text do: (start, end) each. `meta` holds what its rule noted beside.
    """

    kind: str
    start: int
    end: int
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    spans: Sequence[Span] = ()
    index: int = -1
    at: int = 0
    meta: dict[str, Any] = field(default_factory=dict)

    @property
    def chain(self) -> "list[Node]":
        """What the block stands in, outermost (the text itself) first."""
        nodes: list[Node] = []
        node = self.parent
        while node is not None:
            nodes.append(node)
            node = node.parent
        return nodes[::-1]


def _parser() -> MarkdownIt:
    """Only the rules of blocks are used, so only those are set."""
    parser = MarkdownIt("zero", {"maxNesting": MAX_NESTING})
    ruler = parser.block.ruler = Ruler()
    ends = ["paragraph", "blockquote", "list"]
    known: tuple[tuple[str, Callable[..., bool], list[str]], ...] = (
        ("marker", rules.marker, []),
        ("marks", rules.marks, []),
        ("footnote", boxes.footnote, []),
        ("code", rules.code, []),
        ("fence", rules.fence, ends),
        ("shade", boxes.shade, ends),
        ("quote", rules.quote, ends),
        ("hr", hr, ends),
        ("list", lists.bullets, ["paragraph", "blockquote"]),
        ("collapsible", boxes.collapsible, ends),
        ("admonition", boxes.admonition, ends),
        ("html", boxes.html, ["paragraph", "blockquote"]),
        ("heading", rules.heading, ["paragraph", "blockquote"]),
        ("table", rules.table, ["paragraph"]),
        ("text", rules.text, []),
    )
    for name, rule, alternatives in known:
        ruler.push(name, rule, {"alt": alternatives})
    # Its tables are filled at the first use, which two threads must not do at once.
    ruler.getRules("")
    return parser


_PARSER = _parser()


def front_matter_lines(text: str) -> int:
    """How many lines of `key: value` between `---` a text begins with: no text of anybody's."""
    if not _FRONT_MATTER.match(text):
        return 0
    found = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M).search(text, 4)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def parse(text: str) -> tuple[Node, list[Node]]:
    """The tree of a text (lines end in "\\n") and its leaves in order."""
    root = Node("text", 0, 0)
    if not text:
        return root, []
    state = BlockState(text, _PARSER)
    first = min(front_matter_lines(text), state.lineMax)
    _PARSER.block.tokenize(state, first, state.lineMax)
    root.end = state.lineMax
    return root, _grown(state, root)


def _grown(state: BlockState, root: Node) -> list[Node]:
    """The leaves, after hanging all blocks into the tree."""
    leaves: list[Node] = []
    at = root
    for token in state.tokens:
        if token.nesting < 0:
            assert at.parent is not None
            at = at.parent
            continue
        if token.type == "hr":
            continue
        node = _node(token, state, at)
        at.children.append(node)
        if token.nesting > 0:
            at = node
        else:
            node.index = len(leaves)
            leaves.append(node)
    return leaves


def _node(token: Token, state: BlockState, parent: Node) -> Node:
    assert token.map is not None
    start, end = token.map
    meta = dict(token.meta)
    spans = meta.pop("spans", ())
    at = meta.pop("at")
    return Node(token.tag, start, state.first_end(start, end), parent, [], spans, -1, at, meta)
