"""How far each category is, as a tree with bars."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from kbeditor.domain.status import CategoryProgress
from kbeditor.ui.models.roles import Role
from kbeditor.ui.texts import number_words
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.delegates import TextDelegate
from kbeditor.ui.widgets.queue_delegates import PercentDelegate

CATEGORY, DONE, LEFT, OUTDATED_WORDS, ARTICLES, MISSING, OUTDATED = range(7)
_WIDTHS = {DONE: 150, LEFT: 104, OUTDATED_WORDS: 120, ARTICLES: 72, MISSING: 88, OUTDATED: 88}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CategoryProgressTree(QTreeWidget):
    """The whole library first, then its categories, each with all below it."""

    opened = Signal(object)  # a category's id; None: the whole library

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[CategoryProgress, ...] = ()
        self.setAccessibleName(self.tr("Progress by category"))
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.setHeaderLabels(
            [
                self.tr("Category"),
                self.tr("Done"),
                self.tr("Words left"),
                self.tr("Outdated words"),
                self.tr("Articles"),
                self.tr("Missing"),
                self.tr("Outdated"),
            ]
        )
        for column in range(LEFT, OUTDATED + 1):
            self.headerItem().setTextAlignment(column, _RIGHT)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(CATEGORY, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.setItemDelegate(TextDelegate(themes, self))
        self.setItemDelegateForColumn(DONE, PercentDelegate(themes, self))
        self.itemDoubleClicked.connect(lambda item, _column: self._open(item))

    def show_rows(self, rows: Sequence[CategoryProgress]) -> None:
        """Replace all; nothing happens when nothing changed."""
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        closed = {id_ for id_, item in self._items() if item.childCount() and not item.isExpanded()}
        current = self.currentItem()
        kept = current.data(0, Role.REF) if current is not None else None
        self.clear()
        parents: dict[tuple[str, ...], QTreeWidgetItem] = {}
        made = []
        for row in rows:
            item = self._item(row)
            made.append((row.id, item))
            above = None if row.id is None else parents.get(row.path[:-1])
            if above is None:
                self.addTopLevelItem(item)
            else:
                above.addChild(item)
            if row.id is not None:
                parents[row.path] = item
        for id_, item in made:
            item.setExpanded(id_ not in closed)
            if current is not None and id_ == kept:
                self.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._open(item)
        else:
            super().keyPressEvent(event)

    def _open(self, item: QTreeWidgetItem) -> None:
        self.opened.emit(item.data(0, Role.REF))

    def _item(self, row: CategoryProgress) -> QTreeWidgetItem:
        title = row.path[-1] if row.id is not None else self.tr("All articles")
        numbers = (
            row.words_left,
            row.words_outdated,
            row.articles,
            row.missing,
            row.outdated,
        )
        percent = self.tr("{percent} %").format(percent=number_words(row.percent))
        item = QTreeWidgetItem(
            [title, percent, *(number_words(each) if each else "" for each in numbers)]
        )
        item.setData(0, Role.REF, row.id)
        item.setData(DONE, Role.COUNT, row.percent)
        for column in range(LEFT, OUTDATED + 1):
            item.setTextAlignment(column, _RIGHT)
        return item

    def _items(self) -> list[tuple[str | None, QTreeWidgetItem]]:
        waiting = [self.topLevelItem(number) for number in range(self.topLevelItemCount())]
        found = []
        while waiting:
            item = waiting.pop()
            if item is not None:
                found.append((item.data(0, Role.REF), item))
                waiting += [item.child(number) for number in range(item.childCount())]
        return found
