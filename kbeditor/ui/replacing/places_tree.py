"""The tree of places: Space ticks all that is marked, Enter opens a place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kbeditor.ui.replacing.model import PlacesModel
from kbeditor.ui.widgets.grouped_tree import GroupedTree


class PlacesTree(GroupedTree):
    """Enter unfolds a text, and opens a place; a double click opens either."""

    def __init__(self, model: PlacesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._places = model
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setAlternatingRowColors(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        marked = self.selectionModel().selectedIndexes()
        if event.key() == Qt.Key.Key_Space and marked:
            checked = self.currentIndex().data(Qt.ItemDataRole.CheckStateRole)
            if checked is not None:
                self._places.tick(marked, checked != Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)
