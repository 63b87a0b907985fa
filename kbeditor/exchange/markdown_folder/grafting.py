"""Puts pages where the tables of contents want them, and pairs the tables of two languages."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from kbeditor.domain.finding import ReportLine
from kbeditor.exchange.folder import fold
from kbeditor.exchange.markdown_folder import links
from kbeditor.exchange.markdown_folder.table_of_contents import Item
from kbeditor.exchange.markdown_folder.tree import Branch, Leaf

Find = Callable[[str, str], Branch | Leaf | None]
"""(locale, path within the imported folder) -> who owns the page there."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of contents: where it lies, its locale, its list, and the title of the whole."""

    path: str
    locale: str
    items: Item
    title: str


@dataclass(slots=True)
class Grafter:
    """Applies tables one by one; the tables of one folder in the order of the locales."""

    find: Find
    lines: list[ReportLine] = field(default_factory=list)
    _places: Iterator[int] = field(default_factory=count)

    def apply(self, table: Table, branch: Branch) -> None:
        """Arrange what lies beneath `branch` as the table says."""
        if table.title:
            branch.titles.setdefault(table.locale, table.title)
        elsewhere = sum(_leads_elsewhere(item) for item in table.items.walk())
        if elsewhere:
            text = f"{elsewhere} links to other sites in this table were left out."
            self.lines.append(ReportLine("info", "table_links_out", table.path, 0, text))
        self._graft(table, branch, table.items.children)

    def _graft(self, table: Table, branch: Branch, items: list[Item]) -> None:
        owners = [self._owner(table, item) for item in items]
        named = _pair(
            table.locale,
            [each for each in branch.branches if each.place is not None],
            [
                (item, {id(self._owner(table, child)) for child in (item, *item.children)})
                for item, owner in zip(items, owners, strict=True)
                if item.children and not isinstance(owner, Branch)
            ],
        )
        for item, owner in zip(items, owners, strict=True):
            holder = branch
            if isinstance(owner, Branch):
                holder = owner
                if owner.place is None and not branch.has_ancestor(owner):
                    owner.move(branch, next(self._places))
            elif item.children:
                holder = named.get(id(item)) or self._new_branch(branch, item)
                holder.titles.setdefault(table.locale, item.title)
            if isinstance(owner, Leaf):
                self._place(table, owner, holder, item)
            self._graft(table, holder, item.children)

    def _new_branch(self, parent: Branch, item: Item) -> Branch:
        made = Branch(item.title, parent, place=next(self._places), anchor=fold(item.anchor))
        parent.branches.append(made)
        return made

    def _place(self, table: Table, leaf: Leaf, holder: Branch, item: Item) -> None:
        if not leaf.table:
            leaf.move(holder, next(self._places), table.path)
        elif leaf.table == table.path:
            text = f"“{item.target}” stands in this table twice; its first place counts."
            self.lines.append(ReportLine("info", "listed_twice", table.path, item.line, text))

    def _owner(self, table: Table, item: Item) -> Branch | Leaf | None:
        target = links.destination(item.target) if item.target else None
        if target is None or not target.path:
            return None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(table.path), target.path))
        return self.find(table.locale, path)

    def report_missing(self, table: Table) -> None:
        """Note what the table lists and the folder does not have."""
        for item in table.items.walk():
            if item.target and not _leads_elsewhere(item) and not self._owner(table, item):
                text = f"“{item.target}” is listed here but there is no such file."
                line = ReportLine("warning", "missing_page", table.path, item.line, text)
                self.lines.append(line)


def _leads_elsewhere(item: Item) -> bool:
    return item.target is not None and links.destination(item.target) is None


def _pair(
    locale: str, branches: list[Branch], items: list[tuple[Item, set[int]]]
) -> dict[int, Branch]:
    """Which branch, named by another locale's table, an item means: by anchor, pages, place."""
    scored = []
    for place, (item, owners) in enumerate(items):
        for rank, branch in enumerate(branches):
            if locale in branch.titles:
                continue
            shared = any(id(leaf) in owners for leaf in branch.leaves)
            same_anchor = bool(item.anchor) and branch.anchor == fold(item.anchor)
            score = 4 * same_anchor + 2 * shared + (place == rank)
            if score:
                scored.append((-score, place, rank, item, branch))
    pairs: dict[int, Branch] = {}
    taken: set[int] = set()
    for _, _, _, item, branch in sorted(scored, key=lambda each: each[:3]):
        if id(item) not in pairs and id(branch) not in taken:
            pairs[id(item)] = branch
            taken.add(id(branch))
    return pairs
