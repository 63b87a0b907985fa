"""The field-like button of the tool bar that opens quick open: everything is one key away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kbeditor.ui.desk import Desk
from kbeditor.ui.icons import icon


class SearchButton(QWidget):
    """Stands at the right end of the tool bar."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        keys = QKeySequence("Ctrl+P").toString(QKeySequence.SequenceFormat.NativeText)
        self._button = QPushButton(self.tr("Go to an article…") + f"      {keys}", autoDefault=True)
        self._button.setObjectName("search_button")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setMinimumWidth(240)
        self._button.setStyleSheet("text-align: left; padding-left: 10px;")
        self._button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        desk.themes.changed.connect(self._dress)
        self._dress()

    def _open(self) -> None:
        self._desk.actions.trigger("go.quick_open")

    def _dress(self) -> None:
        self._button.setIcon(icon("search", self._desk.themes, "muted"))
