"""The line that filters titles as one types, with the keys that lead into the list and back."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kbeditor.ui.models.filter import FilterModel

PAUSE_MS = 60
WARM_TITLES = 4000
"""So many titles are folded at a time, between two events."""
REST_MS = 1000
"""So long after a tree was shown its titles are folded, unless the line has the focus before."""


class TitleFilter(QLineEdit):
    """Searches its model soon after each key."""

    searched = Signal()
    entered = Signal()  # Down or Enter: go into the list
    left = Signal()  # Escape: back to the tree

    def __init__(self, model: FilterModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setClearButtonEnabled(True)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self.search)
        self._warm = QTimer(self, interval=0)
        self._warm.timeout.connect(self._warm_up)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._warm.start)
        model.modelReset.connect(self._rest.start)
        self.textChanged.connect(lambda _text: self._soon.start())

    @property
    def active(self) -> bool:
        """Whether something is being filtered."""
        return bool(self.text().strip())

    def search(self) -> None:
        """Search now."""
        self._soon.stop()
        self._model.search(self.text())
        self.searched.emit()

    def reset(self) -> None:
        """Empty it, and show that at once."""
        self.clear()
        self.search()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._warm.start()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.reset()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _warm_up(self) -> None:
        if not self._model.warm(WARM_TITLES):
            self._warm.stop()
