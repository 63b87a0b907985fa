"""What lies in the trash, as a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.tree import TrashRow
from kbeditor.ui.models.roles import Role
from kbeditor.ui.plain import plain_tips

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class TrashModel(QAbstractTableModel):
    """Column 0 the title, column 1 when it was put here; latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[TrashRow] = ()

    def show_rows(self, rows: Sequence[TrashRow]) -> None:
        """Replace all."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def refs(self) -> list[Ref]:
        """Everything in the trash."""
        return [_ref(row) for row in self._rows]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 2

    @plain_tips
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Role.REF:
                return _ref(row)
            case Role.COUNT if row.kind == Kind.CATEGORY:
                return row.articles
            case Qt.ItemDataRole.DisplayRole:
                return _when(row) if index.column() else row.title
            case Qt.ItemDataRole.ToolTipRole:
                return row.title
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Put here") if section else self.tr("Title")
        return None


def _ref(row: TrashRow) -> Ref:
    return Ref(Kind(row.kind), row.id)


def _when(row: TrashRow) -> str:
    when = QDateTime.fromString(row.trashed_at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)
