"""The tree that an import will make: folders as branches, pages as leaves, both across locales."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.folder import fold
from kbeditor.exchange.markdown_folder.layout import INDEXES, LocaleRoot, stem
from kbeditor.exchange.markdown_folder.source_file import SourceFile


@dataclass(slots=True, eq=False)
class Branch:
    """A category to be. `files` are its own texts by locale, `titles` come from tables of
    contents; `place` is its rank in the table that names it. The root stands for the target.
    """

    name: str
    parent: "Branch | None"
    id: str = ""
    files: dict[str, SourceFile] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    locales: set[str] = field(default_factory=set)
    branches: "list[Branch]" = field(default_factory=list)
    leaves: "list[Leaf]" = field(default_factory=list)
    place: int | None = None
    anchor: str = ""

    def walk(self) -> "Iterator[Branch]":
        """This branch and all beneath it, parents first, in order."""
        waiting = [self]
        while waiting:
            branch = waiting.pop()
            yield branch
            waiting.extend(reversed(branch.branches))

    def has_ancestor(self, other: "Branch") -> bool:
        """Whether `other` is this branch or stands above it."""
        branch: Branch | None = self
        while branch is not None:
            if branch is other:
                return True
            branch = branch.parent
        return False

    def move(self, parent: "Branch", place: int) -> None:
        """Stand last beneath another parent."""
        if self.parent is not None:
            self.parent.branches.remove(self)
        parent.branches.append(self)
        self.parent, self.place = parent, place


@dataclass(slots=True, eq=False)
class Leaf:
    """An article to be; `table` is the table of contents (its path) that placed it."""

    name: str
    parent: Branch
    id: str = ""
    files: dict[str, SourceFile] = field(default_factory=dict)
    place: int | None = None
    table: str = ""

    def move(self, parent: Branch, place: int, table: str) -> None:
        """Stand last beneath another parent."""
        self.parent.leaves.remove(self)
        parent.leaves.append(self)
        self.parent, self.place, self.table = parent, place, table


@dataclass(slots=True)
class Tree:
    """The root, and who owns which file (as spelled) and which folder (folded, no end slash)."""

    root: Branch
    owners: dict[str, Branch | Leaf]
    folders: dict[str, Branch]


def folder_tree(roots: tuple[LocaleRoot, ...], files: dict[str, list[SourceFile]]) -> Tree:
    """The tree as the folders have it. The same path in another locale is the same page.

    Raises BadFile when two files of one locale differ in nothing but case or ending.
    """
    tree = Tree(Branch("", None), {}, {})
    branches: dict[str, Branch] = {"": tree.root}
    leaves: dict[str, Leaf] = {}
    for root in roots:
        for folder, sources in _by_folder(root, files[root.locale]).items():
            branch = _branch(branches, folder)
            _note_folder(tree, branch, root, folder)
            index = _index_of(sources) if folder else None
            for source in sources:
                owner: Branch | Leaf = branch
                if source is not index:
                    key = fold(f"{folder}{stem(source.path)}")
                    owner = leaves.get(key) or _leaf(leaves, key, stem(source.path), branch)
                other = owner.files.setdefault(root.locale, source)
                if other is not source:
                    raise BadFile(
                        "name_clash",
                        source.path,
                        "its name is too much like that of {other}; rename one of them",
                        other=other.path,
                    )
                tree.owners[source.path] = owner
    return tree


def prune(root: Branch) -> list[Branch]:
    """Take out branches without page and own text; gives those that a table had named."""
    dropped: list[Branch] = []
    for branch in reversed(list(root.walk())):
        if branch.parent and not (branch.branches or branch.leaves or branch.files):
            branch.parent.branches.remove(branch)
            if branch.place is not None:
                dropped.append(branch)
    return dropped[::-1]


def _by_folder(root: LocaleRoot, sources: list[SourceFile]) -> dict[str, list[SourceFile]]:
    folders: dict[str, list[SourceFile]] = {}
    for source in sources:
        inside = source.path[len(root.prefix) :]
        folder = inside[: inside.rfind("/") + 1]
        folders.setdefault(folder, []).append(source)
    return folders


def _index_of(sources: list[SourceFile]) -> SourceFile | None:
    names = {fold(stem(source.path)): source for source in sources}
    return next((names[name] for name in INDEXES if name in names), None)


def _branch(branches: dict[str, Branch], folder: str) -> Branch:
    """The branch of a folder; those above it are made on the way."""
    path, branch = "", branches[""]
    for name in folder.split("/")[:-1]:
        path = f"{path}{fold(name)}/"
        if path not in branches:
            branches[path] = Branch(name, branch)
            branch.branches.append(branches[path])
        branch = branches[path]
    return branch


def _note_folder(tree: Tree, branch: Branch, root: LocaleRoot, folder: str) -> None:
    path = f"{root.prefix}{folder}"
    while branch.parent is not None:
        branch.locales.add(root.locale)
        tree.folders[fold(path.rstrip("/"))] = branch
        branch, path = branch.parent, path.rstrip("/").rpartition("/")[0] + "/"


def _leaf(leaves: dict[str, Leaf], key: str, name: str, branch: Branch) -> Leaf:
    leaf = leaves[key] = Leaf(name, branch)
    branch.leaves.append(leaf)
    return leaf
