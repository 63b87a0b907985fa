"""Choose a category from a list that one filters by typing: where to move things."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kbeditor.ui.models.folding import fold, matches
from kbeditor.ui.models.nodes import Branch, Forest, Node
from kbeditor.ui.widgets.delegates import PATH_SEPARATOR

LONGEST = 500
"""So many lines are shown at most; typing narrows them."""

_ID = Qt.ItemDataRole.UserRole


class ChooseCategory(QDialog):
    """Lists every category with its path, less those that `moved` lie in or hold."""

    def __init__(
        self,
        forest: Forest,
        moved: Sequence[Node],
        then: Callable[[str | None], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Move %Ln thing(s) to…", "", len(moved)))
        self.resize(480, 420)
        self._then = then
        self._choices = self._collect(forest, moved)
        self.filter = QLineEdit(self, placeholderText=self.tr("Type to find a category"))
        self.list = QListWidget(self)
        self.list.setProperty("framed", True)
        self.list.setUniformItemSizes(True)
        self.list.setStyleSheet("QListWidget::item { padding: 4px; }")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._move = buttons.addButton(self.tr("Move here"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._move.setDefault(True)
        layout = QVBoxLayout(self)
        for widget in (self.filter, self.list, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.filter.textChanged.connect(self._fill)
        self.filter.installEventFilter(self)
        self._fill()
        self.filter.setFocus()

    def accept(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            super().accept()
            self._then(item.data(_ID))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while one types."""
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if (
            watched is self.filter
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in arrows
        ):
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _collect(self, forest: Forest, moved: Sequence[Node]) -> list[tuple[str | None, str, str]]:
        """Id, path in words, and the path folded; the top level first."""
        top = self.tr("Top level")
        found: list[tuple[str | None, str, str]] = [(None, top, fold(top))]
        shut = {id(node) for node in moved}
        for node in forest.root.walk():
            if not isinstance(node, Branch):
                continue
            if id(node.parent) in shut:  # walked before: a category that is moved takes all along
                shut.add(id(node))
            if id(node) not in shut:
                path = PATH_SEPARATOR.join((*node.path(), node.row.title))
                found.append((node.row.id, path, fold(path)))
        return found

    def _fill(self) -> None:
        words = fold(self.filter.text()).split()
        self.list.clear()
        fitting = (choice for choice in self._choices if matches(words, choice[2]))
        for (category_id, path, _folded), _number in zip(fitting, range(LONGEST), strict=False):
            item = QListWidgetItem(path, self.list)
            item.setData(_ID, category_id)
        self.list.setCurrentRow(0)
        self._move.setEnabled(self.list.count() > 0)
