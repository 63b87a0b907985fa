"""A searchable list of all languages one may write in."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from kbeditor.app.locales_list import KnownLocale

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW = QSize(0, 26)


class KnownLocales(QAbstractListModel):
    """Languages by their own name, found also by their English name and tag."""

    def __init__(self, known: Sequence[KnownLocale]) -> None:
        super().__init__()
        self._all = tuple(known)
        self._words = [f"{e.name} {e.english} {e.tag}".casefold() for e in self._all]
        self._shown = self._all
        self._left_out: Collection[str] = ()
        self._filter = ""

    def leave_out(self, tags: Collection[str]) -> None:
        """Do not offer what is chosen already."""
        self._left_out = tags
        self.find(self._filter)

    def find(self, words: str) -> None:
        """Show those that hold all of the words."""
        self._filter = words
        wanted = words.casefold().split()
        self.beginResetModel()
        self._shown = tuple(
            each
            for each, text in zip(self._all, self._words, strict=True)
            if each.tag not in self._left_out and all(word in text for word in wanted)
        )
        self.endResetModel()

    def locale(self, row: int) -> KnownLocale:
        """The language of a row."""
        return self._shown[row]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        each = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            other = f"{each.english}, {each.tag}" if each.english != each.name else each.tag
            return f"{each.name}  —  {other}"
        if role == Qt.ItemDataRole.SizeHintRole:
            return ROW
        return None


class LocalePicker(QWidget):
    """A field to search and the list below it; Enter or a double click picks."""

    picked = Signal(object)  # KnownLocale

    def __init__(self, known: Sequence[KnownLocale]) -> None:
        super().__init__()
        self.model = KnownLocales(known)
        self.search = QLineEdit(placeholderText=self.tr("Find a language"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Find a language"))
        self.view = QListView(uniformItemSizes=True)
        self.view.setProperty("framed", "true")
        self.view.setModel(self.model)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.doubleClicked.connect(self.pick)
        self.search.textChanged.connect(self._find)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        self._find("")

    def current(self) -> KnownLocale | None:
        """The language that is marked."""
        index = self.view.currentIndex()
        return self.model.locale(index.row()) if index.isValid() else None

    def pick(self) -> None:
        """Take the marked language."""
        chosen = self.current()
        if chosen is not None:
            self.picked.emit(chosen)

    def leave_out(self, tags: Collection[str]) -> None:
        """Do not offer these."""
        self.model.leave_out(tags)
        self._mark_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pick()  # once: field and list leave this key to us, the default button gets none
        else:
            super().keyPressEvent(event)

    def _find(self, words: str) -> None:
        self.model.find(words)
        self._mark_first()

    def _mark_first(self) -> None:
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
