"""The category tree as linked nodes, slim enough for a hundred thousand articles; no Qt here."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.tree import ArticleRow, CategoryRow, Skeleton

Row = CategoryRow | ArticleRow


class Node:
    """An article in the tree. `place` is its number among its parent's children."""

    __slots__ = ("parent", "place", "row")
    parent: "Branch"  # of the root: itself

    def __init__(self, row: Row, parent: "Branch", place: int) -> None:
        self.row = row
        self.parent = parent
        self.place = place

    @property
    def kind(self) -> Kind:
        """What the node stands for."""
        return Kind.ARTICLE

    @property
    def ref(self) -> Ref:
        """The name of the article or category."""
        return Ref(self.kind, self.row.id)

    @property
    def weight(self) -> int:
        """How many articles it adds to the counts of the categories around it."""
        return 1

    @property
    def promoted(self) -> bool:
        """Whether it is a promoted article."""
        return isinstance(self.row, ArticleRow) and self.row.promoted

    @property
    def order(self) -> tuple[int, str]:
        """What it is sorted by among siblings of its kind."""
        return self.row.position, self.row.id

    def ancestors(self) -> "Iterator[Branch]":
        """The categories around it, nearest first; without the root."""
        branch = self.parent
        while branch.parent is not branch:
            yield branch
            branch = branch.parent

    def path(self) -> tuple[str, ...]:
        """The titles of the categories around it, from the top."""
        return tuple(branch.row.title for branch in self.ancestors())[::-1]


class Branch(Node):
    """A category, or the root. The first `split` children are categories, the others articles."""

    __slots__ = ("children", "count", "split")

    def __init__(self, row: Row, parent: "Branch | None", place: int) -> None:
        super().__init__(row, parent or self, place)
        self.children: list[Node] = []
        self.split = 0
        self.count = 0

    @property
    def kind(self) -> Kind:
        return Kind.CATEGORY

    @property
    def weight(self) -> int:
        return self.count

    @property
    def branches(self) -> "Iterator[Branch]":
        """The categories directly within."""
        for child in self.children[: self.split]:
            assert isinstance(child, Branch)
            yield child

    def siblings(self, kind: Kind) -> list[Node]:
        """Its children of one kind, in order."""
        split = self.split
        return self.children[:split] if kind is Kind.CATEGORY else self.children[split:]

    def insert(self, place: int, node: Node) -> None:
        """Take in a child."""
        self.children.insert(place, node)
        node.parent = self
        self.split += isinstance(node, Branch)
        self._number(place)
        self._count(node.weight)

    def remove(self, node: Node) -> None:
        """Let a child go."""
        del self.children[node.place]
        self.split -= isinstance(node, Branch)
        self._number(node.place)
        self._count(-node.weight)

    def _number(self, start: int) -> None:
        children = self.children
        for place in range(start, len(children)):
            children[place].place = place

    def _count(self, weight: int) -> None:
        branch = self
        branch.count += weight
        while branch.parent is not branch:
            branch = branch.parent
            branch.count += weight

    def walk(self) -> Iterator[Node]:
        """Everything within, in the order shown. A stack, for categories may nest very deep."""
        waiting = self.children[::-1]
        while waiting:
            node = waiting.pop()
            yield node
            if isinstance(node, Branch):
                waiting += node.children[::-1]

    def holds(self, node: Node) -> bool:
        """Whether `node` is this branch or lies within it."""
        return node is self or any(branch is self for branch in node.ancestors())


class Forest:
    """All nodes by id, and the root above them."""

    def __init__(self, skeleton: Skeleton) -> None:
        self.root = Branch(CategoryRow("", None, 0, "", b""), None, 0)
        self.categories: dict[str, Branch] = {}
        self.articles: dict[str, Node] = {}
        with _collector_paused():
            self._plant(skeleton)

    def _plant(self, skeleton: Skeleton) -> None:
        branches = self.categories
        root = self.root
        for row in skeleton.categories:
            branches[row.id] = Branch(row, None, 0)
        for row, branch in zip(skeleton.categories, branches.values(), strict=True):
            parent = root if row.parent_id is None else branches[row.parent_id]
            branch.parent = parent
            branch.place = len(parent.children)
            parent.children.append(branch)
        for branch in branches.values():
            branch.split = len(branch.children)
        root.split = len(root.children)
        articles = self.articles
        for leaf in skeleton.articles:
            category_id = leaf.category_id
            parent = root if category_id is None else branches[category_id]
            children = parent.children
            node = Node(leaf, parent, len(children))
            children.append(node)
            articles[leaf.id] = node
        self._sum()

    def _sum(self) -> None:
        """Count the articles of every branch: each adds to the one around it, deepest first."""
        found = [self.root]
        for branch in found:
            found += branch.branches
            branch.count = len(branch.children) - branch.split
        for branch in reversed(found[1:]):
            branch.parent.count += branch.count

    def find(self, ref: Ref) -> Node | None:
        """The node of an article or category, if it is in the tree."""
        if ref.kind is Kind.CATEGORY:
            return self.categories.get(ref.id)
        return self.articles.get(ref.id)

    def branch(self, category_id: str | None) -> Branch | None:
        """The branch of a category id; None names the root."""
        return self.root if category_id is None else self.categories.get(category_id)

    def keep(self, node: Node) -> None:
        """Make a node known by its id."""
        if isinstance(node, Branch):
            self.categories[node.row.id] = node
        else:
            self.articles[node.row.id] = node

    def forget(self, node: Node) -> None:
        """Drop a node and everything within."""
        if isinstance(node, Branch):
            for inner in node.walk():
                known = self.categories if isinstance(inner, Branch) else self.articles
                del known[inner.row.id]
            del self.categories[node.row.id]
        else:
            del self.articles[node.row.id]


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Nothing becomes garbage while a tree is built, yet each pass looks at all nodes made so far.

    Pausing it takes a hundred thousand nodes from 120 ms to 32.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def parent_id(row: Row) -> str | None:
    """The id of the category that a row lies in; None at the top."""
    return row.parent_id if isinstance(row, CategoryRow) else row.category_id


def topmost(nodes: Iterable[Node]) -> list[Node]:
    """The nodes that lie within no other of them, in the order shown."""
    chosen = {node.ref: node for node in nodes}
    found = [
        node
        for node in chosen.values()
        if not any(branch.ref in chosen for branch in node.ancestors())
    ]
    return sorted(found, key=shown_order)


def shown_order(node: Node) -> tuple[int, ...]:
    """The places from the top down to a node: sorts nodes in the order shown."""
    return (node.place, *(branch.place for branch in node.ancestors()))[::-1]
