"""A part of a column that can be folded away: its words, how many it holds, its own buttons."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kbeditor.ui.desk import Desk
from kbeditor.ui.icons import icon
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import number_words
from kbeditor.ui.widgets.layouts import clear


class Section(QWidget):
    """Shows widgets below a line of words; a sentence where there are none."""

    folded = Signal(bool)

    def __init__(self, desk: Desk, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._title = title
        self.header = QToolButton(self)
        self.header.setCheckable(True)
        self.header.setChecked(True)
        self.header.setProperty("role", "section")
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2)
        self._line.addWidget(self.header, 1)
        self.nothing = PlainLabel(self, wordWrap=True)
        self.nothing.setProperty("role", "muted")
        self.nothing.setContentsMargins(6, 0, 6, 4)
        self._body = QWidget(self)
        self.items = QVBoxLayout()
        self.items.setContentsMargins(0, 0, 0, 0)
        self.items.setSpacing(6)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 2, 0, 4)
        inside.setSpacing(6)
        inside.addLayout(self.items)
        inside.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._line)
        layout.addWidget(self._body)
        self.header.toggled.connect(self._fold)
        desk.themes.changed.connect(self._look)
        self.show_count(0)
        self._look()

    @property
    def is_folded(self) -> bool:
        """Whether its widgets are hidden."""
        return not self.header.isChecked()

    def add_button(self, icon_name: str, words: str, run: Callable[[], None]) -> QToolButton:
        """A small button at the end of the line."""
        button = QToolButton(self)
        button.setIcon(icon(icon_name, self._desk.themes))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: run())
        self._desk.themes.changed.connect(
            lambda: button.setIcon(icon(icon_name, self._desk.themes))
        )
        self._line.addWidget(button)
        return button

    def show_items(
        self, widgets: Sequence[QWidget], nothing: str, count: int | None = None
    ) -> None:
        """Replace what it holds; `nothing` is said where that is none."""
        clear(self.items)
        for widget in widgets:
            self.items.addWidget(widget)
        self.nothing.setText(nothing)
        self.nothing.setVisible(not widgets and bool(nothing))
        self.show_count(len(widgets) if count is None else count)

    def show_count(self, count: int) -> None:
        """Say a number behind the words; none for 0."""
        self.header.setText(f"{self._title}  {number_words(count)}" if count else self._title)

    def fold(self, folded: bool) -> None:
        """Fold or unfold."""
        self.header.setChecked(not folded)

    def _fold(self, unfolded: bool) -> None:
        self._body.setVisible(unfolded)
        self._look()
        self.folded.emit(not unfolded)

    def _look(self) -> None:
        name = "chevron-down" if self.header.isChecked() else "chevron-right"
        self.header.setIcon(icon(name, self._desk.themes))
