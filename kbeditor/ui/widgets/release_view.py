"""What a release in one locale lacks: groups at the side, the list of one, ways to each place."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.records import Ref
from kbeditor.domain.status import Lack
from kbeditor.ui.models.lacks import GROUPS, NOTES, PATH, WHAT, WORDS, LackModel
from kbeditor.ui.models.matrix_filter import NOTED, OUTDATED, UNFINISHED
from kbeditor.ui.models.roles import Role
from kbeditor.ui.texts import number_words
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.flat_list import FlatList

SIDE = 210
_WIDTHS = {PATH: 130, WHAT: 140, WORDS: 96, NOTES: 60}
_STATES = {
    "missing": "missing",
    "outdated": OUTDATED,
    "important": OUTDATED,
    "unfinished": UNFINISHED,
    "unpublished": UNFINISHED,
    "notes": NOTED,
}
"""What the matrix calls a group's articles."""


class ReleaseView(QWidget):
    """Groups with nothing in them are not offered."""

    opened = Signal(object)  # Ref
    matrix_wanted = Signal(str)  # a state's code

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = LackModel(self)
        self.groups = QListWidget(self)
        self.groups.setAccessibleName(self.tr("What a release lacks"))
        self.groups.setFixedWidth(SIDE)
        self.list = FlatList(self.model, themes, self, _WIDTHS, sorted_by=-1)
        self.list.setAccessibleName(self.tr("Articles and categories"))
        self.go = QPushButton(self.tr("Open"), self, autoDefault=True)
        self.matrix = QPushButton(self.tr("Show in the matrix"), self, autoDefault=True)
        tools = QHBoxLayout()
        tools.setContentsMargins(8, 6, 8, 6)
        tools.addStretch(1)
        tools.addWidget(self.matrix)
        tools.addWidget(self.go)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.list, 1)
        right.addLayout(tools)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.groups)
        row.addLayout(right, 1)
        self.groups.currentItemChanged.connect(lambda *_items: self._show_group())
        self.list.opened.connect(self._open)
        self.go.clicked.connect(lambda _checked=False: self._open())
        self.matrix.clicked.connect(
            lambda _checked=False: self.matrix_wanted.emit(_STATES[self._group()])
        )
        self._show_group()

    def show_lacks(self, lacks: Sequence[Lack]) -> None:
        """Show others; the group and the current row stay, if they are still there."""
        kept, here = self._group(), self.list.currentIndex().data(Role.REF)
        self.model.load(lacks)
        self.groups.blockSignals(True)
        self.groups.clear()
        for code, count in self.model.counts().items():
            if count or code == "all":
                words = QCoreApplication.translate("Lack", GROUPS[code][0])
                item = QListWidgetItem(f"{words} ({number_words(count)})")
                item.setData(Qt.ItemDataRole.UserRole, code)
                self.groups.addItem(item)
                if code == kept:
                    self.groups.setCurrentItem(item)
        self.groups.setCurrentRow(max(0, self.groups.currentRow()))
        self.groups.blockSignals(False)
        self._show_group()
        for line in range(self.model.rowCount()):
            if self.model.index(line, 0).data(Role.REF) == here:
                self.list.go_to(line)

    def show_group(self, code: str) -> None:
        """Show one group, if it has anything."""
        for number in range(self.groups.count()):
            item = self.groups.item(number)
            if item.data(Qt.ItemDataRole.UserRole) == code:
                self.groups.setCurrentItem(item)

    def _group(self) -> str:
        return str(self.groups.currentIndex().data(Qt.ItemDataRole.UserRole) or "all")

    def _show_group(self) -> None:
        code = self._group()
        self.model.show(code)
        self.matrix.setEnabled(code in _STATES)
        self.go.setEnabled(self.model.rowCount() > 0)
        self.list.go_to(0)

    def _open(self) -> None:
        ref = self.list.currentIndex().data(Role.REF)
        if isinstance(ref, Ref):
            self.opened.emit(ref)
