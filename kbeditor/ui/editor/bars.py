"""A bar above the text that says one thing and offers ways out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from kbeditor.ui.themes import Themes

Way = tuple[str, Callable[[], None]]


class Bar(QWidget):
    """One sentence and its buttons. `level` is "info", "warning" or "error"."""

    def __init__(self, themes: Themes, level: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._level = themes, level
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 12, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self.label, 1)
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
            button = QPushButton(title)
            button.clicked.connect(lambda _checked=False, run=run: run())
            self._row.addWidget(button)
            self.buttons.append(button)
        self.show()

    def _colour(self) -> None:
        hex_of = self._themes.hex
        self.setStyleSheet(
            f"#bar {{ background: {hex_of(f'{self._level}_soft')};"
            f" border-bottom: 1px solid {hex_of('border')}; }}"
            f"#bar QLabel {{ color: {hex_of(self._level)}; background: transparent; }}"
        )
