"""One stretch that both changed: what it said, what each made of it, and what to take."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.merging import Stretch
from kbeditor.ui.editor.direction import set_text_direction
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.diff_view import DiffView

MINE, THEIRS, BOTH, HAND = "mine", "theirs", "both", "hand"


class ClashCard(QWidget):
    """Says by `chosen` what is taken: "mine", "theirs", "both" or "hand"."""

    chosen = Signal(str)

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._heads: list[QLabel] = []
        self._views: list[DiffView] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for _ in range(3):
            head, view = PlainLabel(), DiffView(themes)
            head.setProperty("role", "field")
            head.setBuddy(view)
            # What is long is scrolled: it does not make the window longer than the screen.
            view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            view.setMinimumHeight(view.fontMetrics().lineSpacing() * 3)
            view.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            self._heads.append(head)
            self._views.append(view)
            column.addWidget(head)
            column.addWidget(view, 1)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        for key, words in (
            (MINE, self.tr("&Mine")),
            (THEIRS, self.tr("&Theirs")),
            (BOTH, self.tr("&Both")),
            (HAND, self.tr("By &hand")),
        ):
            button = QPushButton(words, autoDefault=False)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        self.buttons[BOTH].setToolTip(self.tr("Mine, and theirs behind it"))
        self.buttons[HAND].setToolTip(self.tr("Write it in the result"))
        column.addSpacing(4)
        column.addLayout(row)

    def show_clash(
        self, clash: Stretch, who: str, right_to_left: bool, *, one_line: bool, choice: str
    ) -> None:
        """Show a stretch; `who` wrote theirs, `choice` is what was taken for it ("": nothing)."""
        theirs = self.tr("Theirs ({who})").format(who=who) if who else self.tr("Theirs")
        heads = (self.tr("Before"), self.tr("Mine"), theirs)
        said = (clash.base, clash.mine, clash.theirs)
        for head, words, view, text in zip(self._heads, heads, self._views, said, strict=True):
            none = self.tr("nothing") if view is self._views[0] else self.tr("taken out")
            head.setText(words if text else f"{words}: {none}")
            view.setAccessibleName(head.text())
            view.show_change(text if view is self._views[0] else clash.base, text)
            set_text_direction(view, right_to_left)
        both = not one_line and bool(clash.mine and clash.theirs)
        self.buttons[BOTH].setVisible(both)
        self._group.setExclusive(False)
        for key, button in self.buttons.items():
            button.setChecked(key == choice)
        self._group.setExclusive(True)
