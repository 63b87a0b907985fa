"""A bar above the text that says one thing and offers ways out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.themes import Themes

Way = tuple[str, Callable[[], None]]


class Bar(QWidget):
    """One sentence and its buttons. `level` is "info", "warning" or "error"."""

    def __init__(self, themes: Themes, level: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._level = themes, level
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = PlainLabel()
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch()
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(16, 6, 12, 6)
        self._whole.setSpacing(6)
        self._whole.addWidget(self.label, 1)
        self._whole.addLayout(self._row)
        self.buttons: list[QPushButton] = []
        themes.changed.connect(self._colour)
        self._colour()
        self.hide()

    def say(self, words: str, ways: Sequence[Way] = ()) -> None:
        """Show the sentence and the buttons."""
        self.label.setText(words)
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        for title, run in ways:
            button = QPushButton(title, autoDefault=True)
            button.clicked.connect(lambda _checked=False, run=run: run())
            self._row.insertWidget(self._row.count() - 1, button)
            self.buttons.append(button)
        self._fit()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words and buttons on one line where they have room, else the buttons below the words."""
        words = self.label.fontMetrics().horizontalAdvance(self.label.text())
        margins = self._whole.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._whole.spacing()
        below = self.buttons and words + self._row.sizeHint().width() > room
        ways = QBoxLayout.Direction
        self._whole.setDirection(ways.TopToBottom if below else ways.LeftToRight)

    def _colour(self) -> None:
        hex_of = self._themes.hex
        self.setStyleSheet(
            f"#bar {{ background: {hex_of(f'{self._level}_soft')};"
            f" border-bottom: 1px solid {hex_of('border')}; }}"
            f"#bar QLabel {{ color: {hex_of(self._level)}; background: transparent; }}"
        )
