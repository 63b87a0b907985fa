"""A tree of groups and what is in them, several of which can be marked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget


class GroupedTree(QTreeView):
    """Enter unfolds a group, and opens what is in it, on every system."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setExpandsOnDoubleClick(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            index = self.currentIndex()
            if index.isValid() and self.model().hasChildren(index.siblingAtColumn(0)):
                self.setExpanded(index, not self.isExpanded(index))
            else:
                self.activated.emit(index)
        else:
            super().keyPressEvent(event)
