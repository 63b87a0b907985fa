"""The list of blocks: painted rows, and the open one under its editor."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kbeditor.domain.blocks import BlockPair
from kbeditor.ui.themes import Themes
from kbeditor.ui.translate.geometry import Columns
from kbeditor.ui.translate.looks import Looks
from kbeditor.ui.translate.painting import BlockPainter
from kbeditor.ui.translate.row_editor import RowEditor
from kbeditor.ui.translate.rows import BlockRows, Index

TYPED = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Tab))


class BlockList(QListView):
    """Scrolls by pixels: rows are as high as their texts."""

    row_wanted = Signal(int)  # the current row is another, by key or mouse
    write_wanted = Signal()  # the keyboard belongs into the open row

    def __init__(self, themes: Themes, rows: BlockRows, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.painter_of = BlockPainter(themes, rows, looks, self)
        self._shown = (True, True)
        # First of all: what Qt sets up below asks for it.
        self.editor = RowEditor(themes, self.painter_of, self.viewport())
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Blocks"))
        self.verticalScrollBar().setSingleStep(24)
        self.setModel(rows)
        self.setItemDelegate(self.painter_of)
        self.editor.grown.connect(self._grow)
        # A row that grows while its list is being laid out must not lay it out within.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._lay_out)
        rows.modelReset.connect(self.place_editor)

    # ------------------------------------------------------------------ looks

    def set_look(self, looks: Looks) -> None:
        """Other fonts or colours."""
        self._set_columns(looks)
        self.editor.set_look()
        self.viewport().update()

    def show_columns(self, source: bool, target: bool) -> None:
        """Which of the texts are shown; one of them always is."""
        self._shown = (source or not target, target)
        self._set_columns(self.painter_of.looks)

    def set_directions(self, source_rtl: bool, target_rtl: bool) -> None:
        """Whether source and target are written from right to left."""
        self.painter_of.right_to_left = (source_rtl, target_rtl)

    def _set_columns(self, looks: Looks) -> None:
        columns = Columns(self.viewport().width(), *self._shown)
        if self.painter_of.set_look(looks, columns):
            self.editor.arrange()
            self._lay_out()

    # ------------------------------------------------------------------ the open row

    def open_row(self, pair: BlockPair) -> None:
        """The row of this pair is the open one; its editor shows it already."""
        painter = self.painter_of
        before = (painter.open_id, painter.open_height)
        painter.open_id, painter.open_height = pair.id, self.editor.wanted_height()
        row = self._rows.row_of(painter.open_id)
        index = self._rows.index(row) if row >= 0 else QModelIndex()
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
        if before == (painter.open_id, painter.open_height):
            self.place_editor()
            return
        self._lay_out()
        if row >= 0:
            self.scrollTo(index)

    def place_editor(self) -> None:
        """Put the editor over its row, wherever that is now."""
        row = self._rows.row_of(self.painter_of.open_id)
        if row < 0 or self.editor.pair is None:
            self.editor.hide()
            return
        place = self.visualRect(self._rows.index(row))
        place.setWidth(self.viewport().width())
        if self.editor.geometry() != place:
            self.editor.setGeometry(place)
        self.editor.show()

    def _grow(self) -> None:
        height = self.editor.wanted_height()
        if height != self.painter_of.open_height:
            self.painter_of.open_height = height
            self._later.start()

    def _lay_out(self) -> None:
        self._later.stop()
        self.doItemsLayout()
        self.place_editor()

    # ------------------------------------------------------------------ Qt's side

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.row_wanted.emit(current.row())

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.place_editor()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.place_editor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The open row stays in sight, if it was: panes open and close while one writes."""
        seen = QRect(QPoint(), event.oldSize()).intersects(self.editor.geometry())
        super().resizeEvent(event)
        self._set_columns(self.painter_of.looks)
        self.place_editor()
        if seen and self.editor.pair is not None:
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in TYPED and not event.modifiers():
            self.write_wanted.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump about: they are for the open row."""
