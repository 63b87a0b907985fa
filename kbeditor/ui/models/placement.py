"""Where things go in the tree when they are dropped or moved by keyboard; no Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass

from kbeditor.domain.records import Kind
from kbeditor.ui.models.nodes import Branch, Node


@dataclass(frozen=True, slots=True)
class Target:
    """A place: within a category (None: the top level), before a sibling of each kind.

    `before_category` and `before_article` are ids; None means at the end of that kind.
    """

    parent_id: str | None
    before_category: str | None = None
    before_article: str | None = None

    def before(self, kind: Kind) -> str | None:
        """The sibling of this kind that the moved things come before."""
        return self.before_category if kind is Kind.CATEGORY else self.before_article


def drop_target(nodes: Sequence[Node], branch: Branch, row: int) -> Target | None:
    """Where `nodes` go when dropped in `branch` before its child `row` (-1: at the end).

    None where they cannot go: a category into itself, or nothing at all.
    """
    if not nodes or any(isinstance(node, Branch) and node.holds(branch) for node in nodes):
        return None
    if row < 0:
        return Target(_id(branch))
    moved = {node.ref for node in nodes}
    after = [child for child in branch.children[row:] if child.ref not in moved]
    return Target(_id(branch), _first(after, Kind.CATEGORY), _first(after, Kind.ARTICLE))


def stays(nodes: Sequence[Node], target: Target) -> bool:
    """Whether moving `nodes` to `target` would leave everything where it is."""
    if any(_id(node.parent) != target.parent_id for node in nodes):
        return False
    moved = {node.ref for node in nodes}
    for kind in {node.kind for node in nodes}:
        siblings = nodes[0].parent.siblings(kind)
        others = [sibling for sibling in siblings if sibling.ref not in moved]
        ids = [sibling.row.id for sibling in others]
        before = target.before(kind)
        place = ids.index(before) if before in ids else len(ids)
        ours = [node for node in nodes if node.kind is kind]
        if [*others[:place], *ours, *others[place:]] != siblings:
            return False
    return True


def up(nodes: Sequence[Node]) -> Target | None:
    """One place up among siblings; None when they are at the top or not siblings of one kind."""
    family = _family(nodes)
    first = family.index(nodes[0]) if family else 0
    return _among(nodes, family[first - 1]) if first > 0 else None


def down(nodes: Sequence[Node]) -> Target | None:
    """One place down among siblings; None when they are at the end or not siblings of one kind."""
    family = _family(nodes)
    last = family.index(nodes[-1]) if family else 0
    if last + 1 >= len(family):
        return None
    return _among(nodes, family[last + 2] if last + 2 < len(family) else None)


def outdent(nodes: Sequence[Node]) -> Target | None:
    """Out of their category, to the place right after it; None at the top level."""
    family = _family(nodes)
    if not family or _id(nodes[0].parent) is None:
        return None
    inner = nodes[0].parent
    outer = inner.parent
    after = outer.children[inner.place + 1 :]
    return Target(_id(outer), _first(after, Kind.CATEGORY), _first(after, Kind.ARTICLE))


def indent(nodes: Sequence[Node]) -> Target | None:
    """Into the nearest category above among their siblings, at its end; None when there is none."""
    family = _family(nodes)
    if not family:
        return None
    above = [
        child for child in nodes[0].parent.children[: nodes[0].place] if isinstance(child, Branch)
    ]
    return Target(above[-1].row.id) if above else None


def markdown_links(nodes: Sequence[Node]) -> str:
    """Links to things of the library by their stable ids, one a line when there are several."""
    return "\n".join(
        f"[{node.row.title.replace('[', chr(92) + '[').replace(']', chr(92) + ']')}]"
        f"(kb:{node.row.id})"
        for node in nodes
    )


def _family(nodes: Sequence[Node]) -> list[Node]:
    """The siblings of one kind that all of `nodes` belong to; empty when they do not."""
    kinds = {(id(node.parent), node.kind) for node in nodes}
    return nodes[0].parent.siblings(nodes[0].kind) if len(kinds) == 1 else []


def _among(nodes: Sequence[Node], before: Node | None) -> Target:
    name = before.row.id if before is not None else None
    parent = _id(nodes[0].parent)
    if nodes[0].kind is Kind.CATEGORY:
        return Target(parent, before_category=name)
    return Target(parent, before_article=name)


def _first(nodes: Sequence[Node], kind: Kind) -> str | None:
    return next((node.row.id for node in nodes if node.kind is kind), None)


def _id(branch: Branch) -> str | None:
    return branch.row.id or None
