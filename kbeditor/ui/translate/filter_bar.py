"""The bar above the blocks: which of them are listed, what is left to do, words to find."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.ui.texts import number_words
from kbeditor.ui.translate.rows import Counts, Filter
from kbeditor.ui.widgets.elided import ElidedLabel


class FilterBar(QWidget):
    """Two lines: filters with their numbers, and below them how much is left."""

    changed = Signal()  # filter or words
    left = Signal()  # by Enter or Escape from the words: on to the blocks

    def __init__(self) -> None:
        super().__init__()
        titles = {
            Filter.ALL: self.tr("All"),
            Filter.WORK: self.tr("Needs work"),
            Filter.OUTDATED: self.tr("Outdated"),
            Filter.EMPTY: self.tr("Empty"),
        }
        self._titles = titles
        self._group = QButtonGroup(self)
        self.buttons: dict[Filter, QToolButton] = {}
        filters = QHBoxLayout()
        filters.setSpacing(2)
        for each, words in titles.items():
            button = self.buttons[each] = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            self._group.addButton(button)
            filters.addWidget(button)
        filters.addStretch(1)
        self.buttons[Filter.ALL].setChecked(True)
        self.status = ElidedLabel()
        self.status.setProperty("role", "muted")
        self.status.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.words = _Words()
        self.words.setPlaceholderText(self.tr("Find in the blocks"))
        self.words.setAccessibleName(self.words.placeholderText())
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(110)
        self.words.setMaximumWidth(220)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.status)
        below.addStretch(1)
        below.addWidget(self.words, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(6)
        column.addLayout(filters)
        column.addLayout(below)
        self._group.buttonToggled.connect(lambda _button, on: self.changed.emit() if on else None)
        self.words.textChanged.connect(lambda _words: self.changed.emit())
        self.words.left.connect(self.left)

    @property
    def filter(self) -> Filter:
        """Which blocks are wanted."""
        return next(each for each, button in self.buttons.items() if button.isChecked())

    def choose(self, wanted: Filter) -> None:
        """Want these, whatever words are looked for."""
        self.words.clear()
        self.buttons[wanted].setChecked(True)

    def show_counts(self, counts: Counts) -> None:
        """How many blocks each filter lists, and what is left."""
        for each, button in self.buttons.items():
            number = counts.by_filter[each]
            words = self._titles[each]
            button.setText(f"{words} {number_words(number)}" if each is not Filter.ALL else words)
        self.status.setText(self.words_for(counts))

    def words_for(self, counts: Counts) -> str:
        """What is left to do, in a few words."""
        if not counts.left:
            return self.tr("Nothing left to do")
        blocks = self.tr("%Ln of {all} blocks left", "", counts.left)
        words = self.tr("%Ln word(s)", "", counts.words_left)
        return f"{blocks.format(all=number_words(counts.all))} · {words}"


class _Words(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)
