"""What a release lacks, as a table, and the groups it falls into."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kbeditor.domain.records import Kind
from kbeditor.domain.status import Lack
from kbeditor.ui.models.folding import fold, sort_key
from kbeditor.ui.models.queue_rows import PATH_SEPARATOR
from kbeditor.ui.models.roles import Role
from kbeditor.ui.plain import plain_tips
from kbeditor.ui.texts import number_words, words_of
from kbeditor.ui.words import QT_TRANSLATE_NOOP

TITLE, PATH, WHAT, WORDS, NOTES = range(5)

CODES: Mapping[str, str] = {
    "missing": QT_TRANSLATE_NOOP("Lack", "Not translated"),
    "outdated": QT_TRANSLATE_NOOP("Lack", "Outdated"),
    "unfinished": QT_TRANSLATE_NOOP("Lack", "Not finished"),
    "unpublished": QT_TRANSLATE_NOOP("Lack", "Translated, not published"),
    "notes": QT_TRANSLATE_NOOP("Lack", "Open notes"),
}


def _article(code: str) -> Callable[[Lack], bool]:
    return lambda lack: lack.owner.kind is Kind.ARTICLE and lack.code == code


GROUPS: Mapping[str, tuple[str, Callable[[Lack], bool]]] = {
    "all": (QT_TRANSLATE_NOOP("Lack", "Everything"), lambda _lack: True),
    "names": (
        QT_TRANSLATE_NOOP("Lack", "Categories without a name"),
        lambda lack: lack.owner.kind is Kind.CATEGORY,
    ),
    "important": (
        QT_TRANSLATE_NOOP("Lack", "Outdated, important"),
        lambda lack: lack.code == "outdated" and lack.important,
    ),
    "outdated": (QT_TRANSLATE_NOOP("Lack", "Outdated"), _article("outdated")),
    "missing": (QT_TRANSLATE_NOOP("Lack", "Not translated"), _article("missing")),
    "unfinished": (QT_TRANSLATE_NOOP("Lack", "Not finished"), _article("unfinished")),
    "unpublished": (
        QT_TRANSLATE_NOOP("Lack", "Translated, not published"),
        _article("unpublished"),
    ),
    "notes": (QT_TRANSLATE_NOOP("Lack", "With open notes"), lambda lack: lack.open_notes > 0),
}
"""Groups by code: their words, and what belongs to them. A lack may be in several."""

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class LackModel(QAbstractTableModel):
    """The lacks of one group, in the tree's order until a column is sorted by."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Lack, ...] = ()
        self._shown: list[Lack] = []
        self._group = "all"
        self._sorted: tuple[int, bool] | None = None

    def load(self, lacks: Sequence[Lack]) -> None:
        """Show others."""
        self._all = tuple(lacks)
        self._arrange()

    def show(self, group: str) -> None:
        """Show one group."""
        self._group = group
        self._arrange()

    def counts(self) -> dict[str, int]:
        """How many lacks each group has."""
        return {code: sum(map(belongs, self._all)) for code, (_words, belongs) in GROUPS.items()}

    def lack(self, index: _Index) -> Lack | None:
        """What a line shows."""
        return self._shown[index.row()] if index.isValid() else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        belongs = GROUPS[self._group][1]
        self._shown = [lack for lack in self._all if belongs(lack)]
        if self._sorted is not None:
            column, descending = self._sorted
            self._shown.sort(key=lambda lack: _key(lack, column), reverse=descending)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 5

    @plain_tips
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        lack, column = self._shown[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(lack, column)
            case Qt.ItemDataRole.ToolTipRole if column == PATH:
                return PATH_SEPARATOR.join(lack.path)
            case Qt.ItemDataRole.ToolTipRole:
                return self._words(lack, column)
            case Qt.ItemDataRole.TextAlignmentRole if column in (WORDS, NOTES):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Role.REF:
                return lack.owner
        return None

    def _words(self, lack: Lack, column: int) -> str:
        match column:
            case 0:
                return lack.title or self.tr("Untitled")
            case 1:
                return lack.path[-1] if lack.path else ""
            case 2:
                return self._what(lack)
            case 3:
                return number_words(lack.words) if lack.words else ""
        return number_words(lack.open_notes) if lack.open_notes else ""

    def _what(self, lack: Lack) -> str:
        if lack.owner.kind is Kind.CATEGORY:
            if lack.code == "missing":
                return self.tr("Category without a name")
            return self.tr("Category with an outdated name")
        if lack.important:
            return self.tr("Outdated, important")
        return words_of("Lack", CODES, lack.code)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("What"),
                self.tr("Category"),
                self.tr("Lacks"),
                self.tr("Words left"),
                self.tr("Notes"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in (WORDS, NOTES)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def _key(lack: Lack, column: int) -> Any:
    match column:
        case 0:
            return sort_key(fold(lack.title))
        case 1:
            return sort_key(fold(PATH_SEPARATOR.join(lack.path)))
        case 2:
            return (lack.owner.kind, lack.code, not lack.important)
        case 3:
            return lack.words
    return lack.open_notes
