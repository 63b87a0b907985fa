"""Filter as you type: a flat list of the categories and articles whose titles hold the words."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kbeditor.domain.records import Ref
from kbeditor.ui.models.folding import fold
from kbeditor.ui.models.nodes import Node
from kbeditor.ui.models.tree import TreeModel

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


BATCH = 500
"""So many rows are laid out at once; a view asks for more when it is scrolled to their end."""


class FilterModel(QAbstractTableModel):
    """The nodes of a `TreeModel` that match, best first; what they show is asked of that model.

    A recursive proxy over a hundred thousand rows took up to 700 ms a key. This reads one flat
    list, and remembers each title folded.
    """

    def __init__(self, tree: TreeModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self._folded: dict[str, str] = {}
        self._all: list[Node] | None = None  # in the order shown; None: to be listed anew
        self._titles: list[str] | None = None  # theirs, folded; None: some may have changed
        self._found: list[Node] = []
        self._shown = 0
        self._query = ""
        tree.modelAboutToBeReset.connect(self._drop)
        for signal in (
            tree.modelReset,
            tree.rowsInserted,
            tree.rowsMoved,
            tree.layoutChanged,
        ):
            signal.connect(self._renew)
        tree.rowsAboutToBeRemoved.connect(self._drop)
        tree.rowsRemoved.connect(self._renew)
        tree.dataChanged.connect(self._tell)

    def search(self, query: str) -> None:
        """Show what holds all words of `query`; nothing for an empty one."""
        self._query = query
        self.beginResetModel()
        self._found = self._find(fold(query).split())
        self._shown = min(BATCH, len(self._found))
        self.endResetModel()

    def warm(self, count: int) -> bool:
        """Fold `count` titles ahead of the first search; False when all are folded."""
        nodes = self._listed()
        start = len(self._folded)
        for node in nodes[start : start + count]:
            self._fold(node.row.title)
        return start + count < len(nodes) and len(self._folded) > start

    def refs_in(self, top: int, bottom: int, parent: _Index = _ROOT) -> list[Ref]:
        """What rows `top` to `bottom` stand for."""
        return [node.ref for node in self._found[top : bottom + 1]]

    def index_of(self, ref: Ref | None) -> QModelIndex:
        """Where a thing stands in the answer; invalid when it does not."""
        node = self._tree.forest.find(ref) if ref is not None else None
        shown = self._found[: self._shown]
        rows = [row for row, found in enumerate(shown) if found is node]
        return self.index(rows[0], 0) if rows else QModelIndex()

    def _find(self, words: list[str]) -> list[Node]:
        """Titles that begin with the words, then those where a word begins so, then the others."""
        if not words:
            return []
        nodes, titles = self._listed(), self._folded_titles()
        numbers = [number for number, title in enumerate(titles) if words[0] in title]
        for word in words[1:]:
            numbers = [number for number in numbers if word in titles[number]]
        phrase = " ".join(words)
        word_start = f" {phrase}"
        begins: list[Node] = []
        inside: list[Node] = []
        others: list[Node] = []
        for number in numbers:
            title = titles[number]
            if title.startswith(phrase):
                begins.append(nodes[number])
            elif word_start in title:
                inside.append(nodes[number])
            else:
                others.append(nodes[number])
        return begins + inside + others

    def _listed(self) -> list[Node]:
        if self._all is None:
            self._all = list(self._tree.forest.root.walk())
        return self._all

    def _folded_titles(self) -> list[str]:
        if self._titles is None:
            known = self._folded
            self._titles = [
                known.get(title) or self._fold(title)
                for title in [node.row.title for node in self._listed()]
            ]
        return self._titles

    def _fold(self, title: str) -> str:
        folded = self._folded[title] = fold(title)
        return folded

    def _drop(self) -> None:
        """Let go of all nodes: some of them are about to die."""
        self.beginResetModel()
        self._all, self._titles, self._found, self._shown = None, None, [], 0
        self.endResetModel()

    def _renew(self) -> None:
        self._all = self._titles = None
        if self._query:
            self.search(self._query)

    def _tell(self) -> None:
        """Titles or marks changed: rows stay where they are, so that nothing jumps while typing."""
        self._titles = None
        if self._shown:
            last = self.index(self._shown - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: _Index = _ROOT) -> bool:
        return not parent.isValid() and self._shown < len(self._found)

    def fetchMore(self, parent: _Index = _ROOT) -> None:
        more = min(self._shown + BATCH, len(self._found))
        if more == self._shown:
            return  # views ask only where there is more; Qt's model tester asks always
        self.beginInsertRows(_ROOT, self._shown, more - 1)
        self._shown = more
        self.endInsertRows()

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._tree.columnCount()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        return self._tree.data(self._source(index), role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        return self._tree.headerData(section, orientation, role)

    def _source(self, index: _Index) -> QModelIndex:
        return self._tree.index_for(self._found[index.row()], index.column())
