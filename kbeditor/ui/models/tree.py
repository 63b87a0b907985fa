"""The navigator's item model: categories and articles as a tree, patched row by row."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.tree import ArticleRow, CategoryRow, Skeleton
from kbeditor.domain.votes import Votes
from kbeditor.ui.models.columns import header_text, locale_data
from kbeditor.ui.models.nodes import Branch, Forest, Node, Row, parent_id, topmost
from kbeditor.ui.models.placement import Target, drop_target, markdown_links
from kbeditor.ui.models.roles import Role
from kbeditor.ui.plain import plain_tips
from kbeditor.ui.vote_words import told_words

REFS_MIME = "application/x-kbeditor-refs"
"""A drag's own format: one `kind:id` a line."""

_EMPTY = Skeleton((), (), ())
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


def _flags(is_branch: bool, editable: bool, is_title: bool) -> Qt.ItemFlag:
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if not is_branch:
        flags |= Qt.ItemFlag.ItemNeverHasChildren
    if editable:
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        if is_title:
            flags |= Qt.ItemFlag.ItemIsEditable
            if is_branch:
                flags |= Qt.ItemFlag.ItemIsDropEnabled
    return flags


# Views ask for every row they lay out, and putting flags together costs more than all else there.
_FLAGS = {key: _flags(*key) for key in product((False, True), repeat=3)}


class TreeModel(QAbstractItemModel):
    """Column 0 is the title, then one column per locale with its status mark.

    It changes nothing by itself: renaming and dropping are asked for by signals, and what the
    library did comes back through `load` and `patch`.
    """

    rename_asked = Signal(object, str)  # Ref, new title
    move_asked = Signal(object, object)  # tuple of Ref, Target
    gone = Signal(object)  # frozenset of Ref: what a patch took out, with all within

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.forest = Forest(_EMPTY)
        self.locales: tuple[str, ...] = ()
        self.editable = True
        self._shown = ""
        self._names: Mapping[str, str] = {}
        self.present: Mapping[Ref, str] = {}  # who else writes what, in words
        self.votes: Votes = {}  # of the readers of the locale shown, by article

    # ------------------------------------------------------------------------------- from outside

    def load(self, skeleton: Skeleton, shown: str, names: Mapping[str, str]) -> bool:
        """Show a whole library: titles in locale `shown`, locale columns named by `names`.

        Returns True when everything was made anew (views lose what was open and selected), False
        when only titles and marks had to be changed.
        """
        self._shown, self._names = shown, names
        if self._same_shape(skeleton):
            self.layoutAboutToBeChanged.emit()
            for row in skeleton.categories:
                self.forest.categories[row.id].row = row
            for leaf in skeleton.articles:
                self.forest.articles[leaf.id].row = leaf
            self.layoutChanged.emit()
            return False
        self.beginResetModel()
        self.forest = Forest(skeleton)
        self.locales = skeleton.locales
        self.endResetModel()
        return True

    def patch(
        self,
        asked: Iterable[Ref],
        categories: Sequence[CategoryRow],
        articles: Sequence[ArticleRow],
    ) -> bool:
        """Bring the rows `asked` for up to date; those not answered are gone.

        Returns False when the rows do not fit what is shown (a parent is unknown): load anew.
        """
        rows: list[Row] = [*categories, *articles]
        waiting: list[Node] = []
        for row in rows:
            node = self._known(row)
            if node is None:
                waiting.append(self._new(row))
                continue
            old, node.row = node.row, row
            if (parent_id(old), old.position) != (parent_id(row), row.position):
                waiting.append(node)
            elif old != row:
                self._tell(node)
        if not self._settle(waiting):
            return False
        live = {row.id for row in rows}
        for ref in asked:
            gone = None if ref.id in live else self.forest.find(ref)
            if gone is not None:
                self._take_out(gone)
        return True

    def refs_in(self, top: int, bottom: int, parent: _Index = _ROOT) -> list[Ref]:
        """What rows `top` to `bottom` of a parent stand for."""
        branch = self._branch(parent)
        children = branch.children if isinstance(branch, Branch) else []
        return [node.ref for node in children[top : bottom + 1]]

    def index_of(self, ref: Ref | None, column: int = 0) -> QModelIndex:
        """Where an article or category is; an invalid index when it is not in the tree."""
        node = self.forest.find(ref) if ref is not None else None
        return self.index_for(node, column) if node is not None else QModelIndex()

    def nodes(self, refs: Iterable[Ref]) -> list[Node]:
        """Those of `refs` that are in the tree and lie within no other of them, as shown."""
        return topmost(node for ref in refs if (node := self.forest.find(ref)) is not None)

    def retitle(self, ref: Ref, title: str) -> None:
        """Show a title before the library has answered, so that a rename does not flicker."""
        node = self.forest.find(ref)
        if node is not None:
            node.row = node.row._replace(title=title)
            self._tell(node)

    # --------------------------------------------------------------------------------- patching

    def _same_shape(self, skeleton: Skeleton) -> bool:
        forest = self.forest
        return (
            skeleton.locales == self.locales
            and len(skeleton.categories) == len(forest.categories)
            and len(skeleton.articles) == len(forest.articles)
            and all(
                (node := forest.categories.get(row.id)) is not None and node.row[1:3] == row[1:3]
                for row in skeleton.categories
            )
            and all(
                (leaf := forest.articles.get(row.id)) is not None and leaf.row[1:3] == row[1:3]
                for row in skeleton.articles
            )
        )

    def _known(self, row: Row) -> Node | None:
        if isinstance(row, CategoryRow):
            return self.forest.categories.get(row.id)
        return self.forest.articles.get(row.id)

    def _new(self, row: Row) -> Node:
        """A node that is nowhere yet: its place is negative."""
        if isinstance(row, CategoryRow):
            return Branch(row, self.forest.root, -1)
        return Node(row, self.forest.root, -1)

    def _settle(self, waiting: list[Node]) -> bool:
        """Put each node where its row says. A node whose parent is still to come waits its turn."""
        unsettled = set(map(id, waiting))
        while waiting:
            later: list[Node] = []
            for node in waiting:
                branch = self.forest.branch(parent_id(node.row))
                if branch is None or (isinstance(node, Branch) and node.holds(branch)):
                    later.append(node)
                    continue
                self._put(node, branch, self._place(node, branch, unsettled))
                unsettled.discard(id(node))
            if len(later) == len(waiting):
                return False
            waiting = later
        return True

    def _place(self, node: Node, branch: Branch, unsettled: set[int]) -> int:
        """The place after the last settled sibling that sorts before `node`."""
        place = 0 if node.kind is Kind.CATEGORY else branch.split
        for sibling in branch.siblings(node.kind):
            if id(sibling) not in unsettled and sibling.order < node.order:
                place = sibling.place + 1
        return place

    def _put(self, node: Node, branch: Branch, place: int) -> None:
        above = self.branch_index(branch)
        if node.place < 0:
            self.beginInsertRows(above, place, place)
            branch.insert(place, node)
            self.forest.keep(node)
            self.endInsertRows()
            self._tell_around(node)
        elif node.parent is branch and place in (node.place, node.place + 1):
            self._tell(node)
        else:
            self._move(node, branch, place)

    def _move(self, node: Node, branch: Branch, place: int) -> None:
        old = node.parent
        source, target = self.branch_index(old), self.branch_index(branch)
        self.beginMoveRows(source, node.place, node.place, target, place)
        if old is branch and place > node.place:
            place -= 1
        old.remove(node)
        branch.insert(place, node)
        self.endMoveRows()
        self._tell(node)
        self._tell_around(node)
        if old is not self.forest.root:
            self._tell(old)
            self._tell_around(old)

    def _take_out(self, node: Node) -> None:
        branch = node.parent
        around = tuple(node.ancestors())
        within = node.walk() if isinstance(node, Branch) else ()
        gone = frozenset((node.ref, *(inner.ref for inner in within)))
        self.beginRemoveRows(self.branch_index(branch), node.place, node.place)
        branch.remove(node)
        self.forest.forget(node)
        self.endRemoveRows()
        for ancestor in around:
            self._tell(ancestor)
        self.gone.emit(gone)

    def _tell(self, node: Node) -> None:
        self.dataChanged.emit(self.index_for(node, 0), self.index_for(node, len(self.locales)))

    def _tell_around(self, node: Node) -> None:
        for branch in node.ancestors():
            self._tell(branch)

    # ------------------------------------------------------------------------------ Qt's questions

    def index_for(self, node: Node, column: int = 0) -> QModelIndex:
        """Where a node is."""
        # The forest's dicts keep the node alive: createIndex() holds no reference to it.
        return self.createIndex(node.place, column, node)

    def branch_index(self, branch: Branch) -> QModelIndex:
        """Where a branch is; invalid for the root."""
        return QModelIndex() if branch is self.forest.root else self.index_for(branch, 0)

    def _branch(self, index: _Index) -> Node:
        return index.internalPointer() if index.isValid() else self.forest.root

    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        branch = self._branch(parent)
        if (
            not isinstance(branch, Branch)
            or parent.column() > 0
            or not 0 <= row < len(branch.children)
            or not 0 <= column <= len(self.locales)
        ):
            return QModelIndex()
        return self.createIndex(row, column, branch.children[row])

    def parent(self, index: _Index = _ROOT) -> Any:
        if not index.isValid():
            return QModelIndex()
        return self.branch_index(index.internalPointer().parent)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        branch = self._branch(parent)
        return len(branch.children) if isinstance(branch, Branch) and parent.column() <= 0 else 0

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 1 + len(self.locales)

    def hasChildren(self, parent: _Index = _ROOT) -> bool:
        return self.rowCount(parent) > 0

    @plain_tips
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node: Node = index.internalPointer()
        if role == Role.REF:
            return node.ref
        if index.column() > 0:
            tag, mark = self.locales[index.column() - 1], node.row.marks[index.column() - 1]
            return locale_data(role, tag, self._names.get(tag, tag), mark)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return node.row.title
            case Qt.ItemDataRole.ToolTipRole:
                votes, others = self.votes.get(node.row.id), self.present.get(node.ref, "")
                said = node.row.title, told_words(votes) if votes else "", others
                return "\n".join(filter(None, said))
            case Role.PRESENT:
                return self.present.get(node.ref, "")
            case Role.VOTES:
                return self.votes.get(node.row.id)
            case Role.COUNT:
                return node.count if isinstance(node, Branch) else None
            case Role.PROMOTED:
                return node.promoted
            case Role.BORROWED:
                return self._borrowed(node)
            case Role.PATH:
                return node.path()
        return None

    def _borrowed(self, node: Node) -> bool:
        """Whether the title is the source's because the shown locale has none."""
        own = self._shown in self.locales
        return own and not node.row.marks[self.locales.index(self._shown)] & 3

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 < section <= len(self.locales):
            tag = self.locales[section - 1]
            return header_text(role, tag, self._names.get(tag, tag))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.editable else Qt.ItemFlag.NoItemFlags
        is_branch = isinstance(index.internalPointer(), Branch)
        return _FLAGS[is_branch, self.editable, index.column() == 0]

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or index.column() != 0 or not title:
            return False
        node: Node = index.internalPointer()
        if title != node.row.title or self._borrowed(node):
            self.retitle(node.ref, title)
            self.rename_asked.emit(node.ref, title)
        return True

    # ------------------------------------------------------------------------------------ dragging

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [REFS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged things, and Markdown links to them for where they are dropped as text."""
        chosen = self.nodes({index.internalPointer().ref for index in indexes})
        data = QMimeData()
        names = "\n".join(f"{node.kind}:{node.row.id}" for node in chosen)
        data.setData(REFS_MIME, QByteArray(names.encode()))
        data.setText(markdown_links(chosen))
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        return self.editable and self._target(data, row, parent) is not None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Ask for the move; False, so that the view does not remove the dragged rows itself."""
        target = self._target(data, row, parent)
        if target is not None and self.editable:
            self.move_asked.emit(refs_of(data), target)
        return False

    def _target(self, data: QMimeData, row: int, parent: _Index) -> Target | None:
        branch = self._branch(parent)
        if not isinstance(branch, Branch):
            return None
        return drop_target(self.nodes(refs_of(data)), branch, row)


def refs_of(data: QMimeData) -> tuple[Ref, ...]:
    """The articles and categories in a drag of ours; empty for any other."""
    names = data.data(REFS_MIME).toStdString().split() if data.hasFormat(REFS_MIME) else []
    pairs = [name.partition(":") for name in names]
    return tuple(Ref(Kind(kind), id_) for kind, _, id_ in pairs)
