"""What a list shows when it holds nothing: what that means, and what to do next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kbeditor.ui.icons import pixmap
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.themes import Themes

ICON = 32


class EmptyState(QWidget):
    """An icon, a short headline, a sentence, and buttons that lead on."""

    def __init__(self, themes: Themes, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._icon_name = icon_name
        self._icon = PlainLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self._headline = PlainLabel(self, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._headline.setProperty("role", "heading")
        self._sentence = PlainLabel(self, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._sentence.setProperty("role", "muted")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 24, 24, 24)
        self._layout.setSpacing(8)
        self._layout.addStretch(2)
        for label in (self._icon, self._headline, self._sentence):
            self._layout.addWidget(label)
        self._layout.addSpacing(8)
        self._layout.addStretch(3)
        themes.changed.connect(self._colour)
        self._colour()

    def say(self, headline: str, sentence: str = "") -> None:
        """The words, already in the window's language."""
        self._headline.setText(headline)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def offer(self, words: str, run: Callable[[], None]) -> QPushButton:
        """Add a button below the sentence."""
        button = QPushButton(words, self, autoDefault=True)
        button.clicked.connect(lambda _checked=False: run())
        self._layout.insertWidget(
            self._layout.count() - 1, button, alignment=Qt.AlignmentFlag.AlignCenter
        )
        return button

    def _colour(self) -> None:
        colour = self._themes.colour("faint")
        self._icon.setPixmap(pixmap(self._icon_name, colour, ICON, self.devicePixelRatioF()))
