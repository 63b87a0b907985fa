"""A locale's glossary as a table that can be searched and sorted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kbeditor.domain.blocks import GlossaryTerm
from kbeditor.ui.plain import plain_tips

TERM, TRANSLATION, FORBIDDEN, NOTE = range(4)

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class GlossaryModel(QAbstractTableModel):
    """One row per term that holds the words searched for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[GlossaryTerm, ...] = ()
        self._rows: list[GlossaryTerm] = []
        self._wanted = ""
        self._order = (TERM, Qt.SortOrder.AscendingOrder)

    @property
    def total(self) -> int:
        """How many terms there are, found or not."""
        return len(self._all)

    def show_terms(self, terms: Sequence[GlossaryTerm]) -> None:
        """Replace all."""
        self._all = tuple(terms)
        self._build()

    def find(self, words: str) -> None:
        """Show the terms that hold all words, anywhere."""
        self._wanted = words
        self._build()

    def term(self, row: int) -> GlossaryTerm:
        """The term of a row."""
        return self._rows[row]

    def row_of(self, term_id: str) -> int:
        """Where a term stands; -1: it is not shown."""
        ids = [each.id for each in self._rows]
        return ids.index(term_id) if term_id in ids else -1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (max(column, TERM), order)
        self._build()

    def _build(self) -> None:
        wanted = self._wanted.casefold().split()
        column, order = self._order
        self.beginResetModel()
        self._rows = [
            each
            for each in self._all
            if all(word in " ".join(_cells(each)).casefold() for word in wanted)
        ]
        self._rows.sort(
            key=lambda each: _cells(each)[column].casefold(),
            reverse=order == Qt.SortOrder.DescendingOrder,
        )
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    @plain_tips
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _cells(self._rows[index.row()])[index.column()]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Term"), self.tr("Translation"), self.tr("Not"), self.tr("Note"))[section]


def _cells(term: GlossaryTerm) -> tuple[str, str, str, str]:
    note = " ".join(term.note.split())
    return term.term, term.translation, "; ".join(term.forbidden), note
