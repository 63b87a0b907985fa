"""What the checks found, as a table; and the checks' codes in words."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kbeditor.domain.finding import Finding
from kbeditor.ui.models.columns import short_tag
from kbeditor.ui.models.roles import Role
from kbeditor.ui.plain import plain_tips
from kbeditor.ui.texts import words_of
from kbeditor.ui.words import QT_TRANSLATE_NOOP

PROBLEM, TITLE, LOCALE, LINE, DETAIL = range(5)

CODES = {
    "broken_link": QT_TRANSLATE_NOOP("Finding", "Broken link"),
    "missing_heading": QT_TRANSLATE_NOOP("Finding", "Link to a heading that is not there"),
    "missing_picture": QT_TRANSLATE_NOOP("Finding", "Picture not in the library"),
    "untranslated_category": QT_TRANSLATE_NOOP("Finding", "Category without a name"),
    "duplicate_slug": QT_TRANSLATE_NOOP("Finding", "Address used twice"),
}

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


def finding_words(code: str) -> str:
    """What a check's code means, in the window's language."""
    return words_of("Finding", CODES, code)


class FindingModel(QAbstractTableModel):
    """One row per finding, grouped by kind as the checks gave them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Finding] = []

    def show_rows(self, rows: Sequence[Finding]) -> None:
        """Replace all."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def finding(self, index: _Index) -> Finding | None:
        """The finding of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._rows.sort(
            key=lambda row: (row.line,) if column == LINE else (_words(row, column).casefold(),),
            reverse=order == Qt.SortOrder.DescendingOrder,
        )
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 5

    @plain_tips
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return _words(row, index.column())
            case Role.REF:
                return row.owner
            case Role.LOCALE:
                return row.locale
        return None

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
                self.tr("Problem"),
                self.tr("Where"),
                self.tr("Language"),
                self.tr("Line"),
                self.tr("What"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _words(row: Finding, column: int) -> str:
    match column:
        case 0:
            return finding_words(row.code)
        case 1:
            return row.title
        case 2:
            return short_tag(row.locale)
        case 3:
            return str(row.line) if row.line else ""
        case _:
            return row.detail
