"""Asks for one line of words."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from kbeditor.ui.plain import PlainLabel


class AskWords(QDialog):
    """A sentence, a line to fill in, OK and Cancel."""

    def __init__(
        self,
        title: str,
        sentence: str,
        words: str,
        then: Callable[[str], None],
        parent: QWidget,
        *,
        may_be_empty: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self._then = then
        label = PlainLabel(sentence, self, wordWrap=True)
        self.line = QLineEdit(words, self)
        label.setBuddy(self.line)
        self.line.selectAll()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        accept = buttons.button(QDialogButtonBox.StandardButton.Ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        for widget in (label, self.line, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        if not may_be_empty:
            self.line.textChanged.connect(lambda text: accept.setEnabled(bool(text.strip())))

    def accept(self) -> None:
        super().accept()
        self._then(self.line.text().strip())
