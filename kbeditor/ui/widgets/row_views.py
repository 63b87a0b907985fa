"""Trees and lists of library rows: a title column that stretches, narrow status mark columns."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from kbeditor.domain.records import Kind, Ref
from kbeditor.ui.models.filter import FilterModel
from kbeditor.ui.models.roles import Role
from kbeditor.ui.models.selecting import ranges
from kbeditor.ui.models.tree import TreeModel
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.delegates import MarkDelegate, TitleDelegate
from kbeditor.ui.widgets.drag_label import BESIDE, drag_label


class RowView(QTreeView):
    """Rows with a title and a status mark per locale; several can be chosen."""

    chosen = Signal()  # Enter or a double click on an article

    def __init__(
        self, model: TreeModel | FilterModel, themes: Themes, parent: QWidget, *, two_lines: bool
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._themes = themes
        self._titles = TitleDelegate(themes, self, two_lines=two_lines)
        self._marks = MarkDelegate(themes, self)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(16)
        self.setModel(model)
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(24)
        self.arrange()
        model.modelReset.connect(self.arrange)

    def arrange(self) -> None:
        """Give the columns their delegates and widths; after the locales changed."""
        model = self.model()
        header = self.header()
        metrics = QFontMetrics(header.font())
        for column in range(model.columnCount()):
            self.setItemDelegateForColumn(column, self._marks if column else self._titles)
            if column == 0:
                header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
                continue
            words = model.headerData(column, Qt.Orientation.Horizontal) or ""
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, max(28, metrics.horizontalAdvance(words) + 10))

    def refs(self) -> tuple[Ref, ...]:
        """What is chosen, in the order shown. Ranges are walked: a selection may be huge."""
        found: list[Ref] = []
        for part in ranges(self.selectionModel().selection()):
            if part.left() == 0:
                found += self._rows.refs_in(part.top(), part.bottom(), part.parent())
        return tuple(found)

    def place(self) -> tuple[Ref, str | None] | None:
        """The current row's thing, and the locale of its column (None: the title's)."""
        index = self.currentIndex()
        return (index.data(Role.REF), index.data(Role.LOCALE)) if index.isValid() else None

    def current_in_sight(self) -> bool:
        """Whether the current row can be seen; also True while there is none to be seen."""
        index = self.currentIndex()
        seen = self.visualRect(index)
        return not index.isValid() or self.viewport().rect().intersects(seen)

    def startDrag(self, actions: Qt.DropAction) -> None:
        # Qt hangs a picture of the rows on the pointer: it hides the row that one aims at. Nor
        # must it take moved rows out: the library tells when they have moved.
        indexes = self.selectedIndexes()
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData(indexes))
        titles = [index for index in indexes if index.column() == 0]
        drag.setPixmap(
            drag_label(
                str(titles[0].data()) if titles else "",
                len(titles) - 1,
                self._themes,
                self.font(),
                self.devicePixelRatioF(),
            )
        )
        drag.setHotSpot(BESIDE)
        drag.exec(actions, Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        # While a title is edited, the Enter that ends it comes by here too.
        if enter and self.state() != QAbstractItemView.State.EditingState:
            self.chosen.emit()
            return
        super().keyPressEvent(event)


class LibraryTree(RowView):
    """The category tree. It knows what is open by id, and so keeps it over any renewal."""

    def __init__(self, model: TreeModel, themes: Themes, parent: QWidget) -> None:
        super().__init__(model, themes, parent, two_lines=False)
        self._tree = model
        self.open_ids: set[str] = set()
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(500)
        self.expanded.connect(lambda index: self.open_ids.add(index.data(Role.REF).id))
        self.collapsed.connect(lambda index: self.open_ids.discard(index.data(Role.REF).id))
        self.doubleClicked.connect(self._double_clicked)

    def open_remembered(self) -> None:
        """Open what was open. One layout for all: each alone would move all rows below it."""
        self.scheduleDelayedItemsLayout()
        for category_id in tuple(self.open_ids):
            index = self._tree.index_of(Ref(Kind.CATEGORY, category_id))
            if index.isValid():
                self.expand(index)
        self.executeDelayedItemsLayout()

    def open_all(self) -> None:
        """Open every category that holds something."""
        self.open_ids = set(self._tree.forest.categories)
        self.open_remembered()

    def close_all(self) -> None:
        """Close every category."""
        self.collapseAll()
        self.open_ids.clear()

    def selectAll(self) -> None:
        """All rows in sight, by whole families: row by row takes seconds for a huge tree."""
        chosen = QItemSelection()
        last = self._tree.columnCount() - 1
        waiting = [self._tree.forest.root]
        for branch in waiting:
            above = self._tree.branch_index(branch)
            first = self._tree.index(0, 0, above)
            if first.isValid():
                end = self._tree.index(len(branch.children) - 1, last, above)
                chosen.append(QItemSelectionRange(first, end))
            waiting += [child for child in branch.branches if child.row.id in self.open_ids]
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(chosen, flags.ClearAndSelect)

    def choose(self, refs: Iterable[Ref], current: Ref | None) -> None:
        """Mark things, show the current one. What is not in the tree is left out."""
        chosen = QItemSelection()
        for ref in refs:
            index = self._tree.index_of(ref)
            if index.isValid():
                chosen.select(index, self._tree.index_of(ref, self._tree.columnCount() - 1))
        flags = QItemSelectionModel.SelectionFlag
        at = self._tree.index_of(current)
        if at.isValid():
            self.selectionModel().setCurrentIndex(at, flags.NoUpdate)
            self.scrollTo(at)
        self.selectionModel().select(chosen, flags.ClearAndSelect)

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.data(Role.REF).kind is Kind.CATEGORY:
            self.edit(index.siblingAtColumn(0))
        else:
            self.chosen.emit()
