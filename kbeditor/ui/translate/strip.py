"""The line below the open block: how far it is, and what can be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QWidget

from kbeditor.ui.widgets.elided import ElidedLabel

Way = tuple[str, str, Callable[[], None]]
"""Words of a button, its tip, what it does."""

GAP = 6


class Strip(QWidget):
    """Buttons stand at the end; where one line has no room for them, in several."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = ElidedLabel()
        self.state.setParent(self)
        self.state.setProperty("role", "muted")
        self.buttons: list[QPushButton] = []

    def offer(self, ways: Sequence[Way]) -> None:
        """Other buttons."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for words, tip, run in ways:
            button = QPushButton(words, self)
            button.setObjectName("block.way")
            button.setToolTip(tip)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, run=run: run())
            button.show()
            self.buttons.append(button)
        self._place()

    def set_look(self, font: QFont) -> None:
        """The font of the words; buttons are low here."""
        self.state.setFont(font)
        self.setStyleSheet("#block\\.way { padding: 1px 10px; min-height: 0; }")

    def height_for(self, width: int) -> int:
        """Pixels that it takes at a width."""
        count = len(self._lines(width))
        return count * self._line_height() + (count - 1) * GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _line_height(self) -> int:
        heights = [button.sizeHint().height() for button in self.buttons]
        return max(self.state.sizeHint().height(), *heights, 0)

    def _lines(self, width: int) -> list[list[QPushButton]]:
        lines: list[list[QPushButton]] = [[]]
        for button in self.buttons:
            if lines[-1] and _width([*lines[-1], button]) > width:
                lines.append([])
            lines[-1].append(button)
        return lines

    def _place(self) -> None:
        height = self._line_height()
        for number, line in enumerate(self._lines(self.width())):
            top = number * (height + GAP)
            left = max(0, self.width() - _width(line))
            if not number:
                self._put(self.state, QRect(0, top, max(0, left - 2 * GAP), height))
            for button in line:
                width = min(button.sizeHint().width(), self.width())
                self._put(button, QRect(left, top, width, height))
                left += width + GAP

    def _put(self, widget: QWidget, place: QRect) -> None:
        widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))


def _width(line: Sequence[QPushButton]) -> int:
    return sum(button.sizeHint().width() for button in line) + GAP * max(0, len(line) - 1)
