"""The pages that a release changes, as a table that can be filtered and sorted."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kbeditor.domain.releases import ChangeKind, PageChange
from kbeditor.ui.models.columns import short_tag
from kbeditor.ui.models.folding import fold, matches, sort_key
from kbeditor.ui.models.roles import Role
from kbeditor.ui.plain import plain_tips
from kbeditor.ui.publish.words import kind_words

TITLE, KIND, LOCALE, ADDRESS = range(4)
ORDER = tuple(ChangeKind)

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ChangesModel(QAbstractTableModel):
    """One row per page, in the order of the site until a column is sorted by."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[PageChange, ...] = ()
        self._folded: dict[int, str] = {}
        self._shown: list[PageChange] = []
        self._filter: tuple[ChangeKind | None, str, str] = (None, "", "")
        self._sorted: tuple[int, bool] | None = None

    @property
    def total(self) -> int:
        """How many pages the release changes, shown or not."""
        return len(self._all)

    def load(self, changes: Sequence[PageChange]) -> None:
        """Show others; the filter stays."""
        self._all = tuple(changes)
        self._folded.clear()
        self._arrange()

    def show(self, kind: ChangeKind | None, locale: str, words: str) -> None:
        """Show one kind (None: all), one locale ("": all), what holds these words."""
        self._filter = (kind, locale, words)
        self._arrange()

    def counts(self) -> Counter[ChangeKind]:
        """How many pages of each kind."""
        return Counter(each.kind for each in self._all)

    def locales(self) -> list[str]:
        """The locales that have changes, in order."""
        return list(dict.fromkeys(each.locale for each in self._all))

    def change(self, index: _Index) -> PageChange | None:
        """What a line shows."""
        return self._shown[index.row()] if index.isValid() else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._arrange()

    def _arrange(self) -> None:
        kind, locale, words = self._filter
        wanted = fold(words).split()
        self.beginResetModel()
        self._shown = [
            each
            for number, each in enumerate(self._all)
            if kind in (None, each.kind)
            and locale in ("", each.locale)
            and (not wanted or matches(wanted, self._text(number)))
        ]
        if self._sorted is not None:
            column, descending = self._sorted
            self._shown.sort(key=lambda each: _key(each, column), reverse=descending)
        self.endResetModel()

    def _text(self, number: int) -> str:
        if number not in self._folded:
            each = self._all[number]
            self._folded[number] = fold(f"{each.title} {each.address} {each.before}")
        return self._folded[number]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    @plain_tips
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        change = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._words(change, index.column())
            case Role.REF:
                return change.owner
            case Role.LOCALE:
                return change.locale
        return None

    def _words(self, change: PageChange, column: int) -> str:
        match column:
            case 0:
                return change.title or self.tr("Untitled")
            case 1:
                return kind_words(change.kind)
            case 2:
                return short_tag(change.locale)
        return address_words(change)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Page"),
                self.tr("What happens"),
                self.tr("Language"),
                self.tr("Address"),
            )[section]
        return None


def address_words(change: PageChange) -> str:
    """`fr/old.html → fr/new.html` for a page that moves, else where it is."""
    if change.kind is ChangeKind.MOVED:
        return f"{change.before} → {change.address}"
    return change.address


def _key(change: PageChange, column: int) -> Any:
    match column:
        case 0:
            return sort_key(fold(change.title))
        case 1:
            return ORDER.index(change.kind)
        case 2:
            return change.locale
    return change.address
