"""A flat list with columns: sortable, Enter opens on every system."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.delegates import TextDelegate

LEAST = 180
"""Pixels of the first column where there is no room for all: the others are scrolled to."""
HEAD = 18
"""What a head has beside its words."""


class FlatList(QTreeView):
    """`widths` are the columns' in pixels, more where their heads need it; the first takes what
    room is left.
    """

    opened = Signal()  # Enter or a double click on a row

    def __init__(
        self,
        model: QAbstractItemModel,
        themes: Themes,
        parent: QWidget,
        widths: Mapping[int, int],
        sorted_by: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(model)
        self.setItemDelegate(TextDelegate(themes, self))
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(32)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        metrics = QFontMetrics(header.font())
        for column, width in widths.items():
            words = str(model.headerData(column, Qt.Orientation.Horizontal))
            header.resizeSection(column, max(width, metrics.horizontalAdvance(words) + HEAD))
        if sorted_by is not None:
            header.setSortIndicatorShown(True)
            header.setSectionsClickable(True)
            header.setSortIndicator(sorted_by, Qt.SortOrder.AscendingOrder)
            header.sortIndicatorChanged.connect(model.sort)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header = self.header()
        others = header.length() - header.sectionSize(0)
        modes = QHeaderView.ResizeMode
        if self.viewport().width() - others >= LEAST:
            header.setSectionResizeMode(0, modes.Stretch)
        else:
            header.setSectionResizeMode(0, modes.Interactive)
            header.resizeSection(0, LEAST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def go_to(self, line: int) -> None:
        """Make a line the current one, in sight."""
        index = self.model().index(line, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
