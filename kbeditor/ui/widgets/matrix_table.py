"""The table view of the matrix: cells, keys of its own, narrow locale columns."""

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kbeditor.ui.models.matrix import MatrixModel
from kbeditor.ui.models.matrix_rows import CATEGORY, FIRST_LOCALE, TITLE, WORDS
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.delegates import BehindDelegate, TextDelegate

ROW_HEIGHT = 28
_WIDTHS = {TITLE: 300, CATEGORY: 200, WORDS: 64}
_EDITED = 140
BEHIND = 84
"""A mark and a number of five digits."""


class MatrixTable(QTableView):
    """`keys` maps key sequences to ids of commands; they win over the window's own shortcuts."""

    opened = Signal()  # Enter or a double click
    command = Signal(str)

    def __init__(
        self, model: MatrixModel, themes: Themes, keys: dict[str, str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._commands = {QKeySequence(key): command for key, command in keys.items()}
        self._marks = BehindDelegate(themes, self)
        self._words = TextDelegate(themes, self)
        self._columns = 0
        self.setModel(model)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # A header asks for each section whether all of its cells are selected, and asks the model
        # about each of them: with everything selected that took four seconds a repaint.
        header.setSelectionModel(QItemSelectionModel(model, header))
        header.setStretchLastSection(True)
        header.setSortIndicator(CATEGORY, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        model.modelReset.connect(self._arrange)
        self._arrange()

    def _arrange(self) -> None:
        """Widths and delegates, once for each number of locales: a person may change the widths."""
        count = self._model.columnCount()
        if count == self._columns:
            return
        self._columns = count
        header = self.horizontalHeader()
        metrics = QFontMetrics(header.font())
        for column in range(count):
            words = self._model.headerData(column, Qt.Orientation.Horizontal)
            is_locale = FIRST_LOCALE <= column < count - 1
            self.setItemDelegateForColumn(column, self._marks if is_locale else self._words)
            narrow = max(BEHIND, metrics.horizontalAdvance(words) + 30)
            header.resizeSection(column, narrow if is_locale else _WIDTHS.get(column, _EDITED))

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the commands: elsewhere in the window they mean the open article."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._command(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._command(event)
        if command:
            self.command.emit(command)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> str:
        return self._commands.get(QKeySequence(event.keyCombination()), "")
