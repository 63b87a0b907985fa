"""What the status bar says of work that goes on beside all other: words, a bar, a button."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QToolButton, QWidget

from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import number_words

WIDTH = 90


class WorkFact(QWidget):
    """Hidden while nothing runs; the subclass says when something does, and what Stop does."""

    def __init__(self, words: str, tip: str, stop_words: str, stop_tip: str) -> None:
        super().__init__()
        self._words = PlainLabel(words, self)
        self._words.setToolTip(tip)
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setFixedWidth(WIDTH)
        self.stop = QToolButton(self)
        self.stop.setText(stop_words)
        self.stop.setToolTip(stop_tip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._words, self._bar, self.stop):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        # The status bar is as high as its highest part, also while that is hidden.
        self.stop.setStyleSheet("padding: 0 4px; border-width: 0;")
        self.setMaximumHeight(max(self._words.sizeHint().height(), self.stop.sizeHint().height()))
        self._bar.setRange(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Where the work is; `total` 0: it is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(f"{number_words(done)} / {number_words(total)}")
