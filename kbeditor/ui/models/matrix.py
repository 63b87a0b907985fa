"""The matrix as a table: an article a row, a locale a column."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QItemSelection,
    QItemSelectionRange,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.status import MatrixRow
from kbeditor.ui.models.columns import header_text, locale_data
from kbeditor.ui.models.matrix_filter import MatrixFilter
from kbeditor.ui.models.matrix_rows import CATEGORY, FIRST_LOCALE, TITLE, WORDS, MatrixRows
from kbeditor.ui.models.roles import Role
from kbeditor.ui.models.selecting import ranges
from kbeditor.ui.plain import plain_tips
from kbeditor.ui.texts import number_words

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MatrixModel(QAbstractTableModel):
    """Shows the rows that pass the filter, in the order of a column.

    Each new arrangement is a reset: cheaper than telling a view where each of a hundred thousand
    rows went. Who holds a selection keeps it by article and column.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = MatrixRows((), (), ())
        self._names: Mapping[str, str] = {}
        self._order: list[int] = []
        self._filter = MatrixFilter()
        self._sorted = (CATEGORY, False)

    # ------------------------------------------------------------------------------- from outside

    @property
    def all(self) -> MatrixRows:
        """All rows, shown or not."""
        return self._rows

    @property
    def filter(self) -> MatrixFilter:
        """What is shown."""
        return self._filter

    def load(self, rows: MatrixRows, names: Mapping[str, str]) -> None:
        """Show other rows; `names` are the locales' own."""
        self.beginResetModel()
        self._rows, self._names = rows, names
        self._arrange()
        self.endResetModel()

    def show(self, wanted: MatrixFilter) -> None:
        """Show what passes a filter."""
        self.beginResetModel()
        self._filter = wanted
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        self.endResetModel()

    def update_rows(self, fresh: Iterable[MatrixRow]) -> bool:
        """Show newer marks in place, so that nothing jumps; False: load all anew."""
        numbers = self._rows.update(fresh)
        if numbers is None:
            return False
        wanted = set(numbers)
        for row, number in enumerate(self._order):
            if number in wanted:
                last = self.index(row, self.columnCount() - 1)
                self.dataChanged.emit(self.index(row, 0), last)
        return True

    def know_notes(self, noted: Mapping[str, Collection[str]]) -> None:
        """Which articles have open notes, by locale; shown at the next filtering."""
        self._rows.noted = dict(noted)

    def row(self, number: int) -> MatrixRow:
        """What a line of the table shows."""
        return self._rows.rows[self._order[number]]

    def locale(self, column: int) -> str | None:
        """The tag of a locale's column."""
        place = column - FIRST_LOCALE
        return self._rows.tags[place] if 0 <= place < len(self._rows.tags) else None

    def texts(self, selection: QItemSelection) -> list[tuple[TextRef, int]]:
        """The selected texts with their marks; cells that are no text do not count."""
        tags, rows = self._rows.tags, self._rows.rows
        return [
            (TextRef(Ref(Kind.ARTICLE, rows[number].id), tags[place]), rows[number].marks[place])
            for part in ranges(selection)
            for number in self._order[part.top() : part.bottom() + 1]
            for place in self._places(part)
        ]

    def marks(self, selection: QItemSelection) -> Counter[int]:
        """How many selected texts carry which mark."""
        found: Counter[int] = Counter()
        rows = self._rows.rows
        for part in ranges(selection):
            lines = self._order[part.top() : part.bottom() + 1]
            for place in self._places(part):
                found.update([rows[number].marks[place] for number in lines])
        return found

    def behind(self, selection: QItemSelection) -> int:
        """How many words the selected texts are behind their sources, in sum."""
        rows = self._rows.rows
        return sum(
            rows[number].behind[place]
            for part in ranges(selection)
            for number in self._order[part.top() : part.bottom() + 1]
            for place in self._places(part)
            if rows[number].behind
        )

    def _places(self, part: QItemSelectionRange) -> range:
        """Which locales, by their place, a rectangle of cells covers."""
        first = max(0, part.left() - FIRST_LOCALE)
        return range(first, min(len(self._rows.tags), part.right() - FIRST_LOCALE + 1))

    def cells(self, ids_and_columns: Iterable[tuple[str, int]]) -> QItemSelection:
        """A selection of these cells, as far as they are shown."""
        line_of = {number: line for line, number in enumerate(self._order)}
        chosen = QItemSelection()
        for id_, column in ids_and_columns:
            number = self._rows.number_of.get(id_)
            if number in line_of:
                index = self.index(line_of[number], column)
                chosen.select(index, index)
        return chosen

    def _arrange(self) -> None:
        self._order = self._rows.arranged(self._filter, *self._sorted)

    # ------------------------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else FIRST_LOCALE + len(self._rows.tags) + 1

    @plain_tips
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row(index.row())
        column = index.column()
        if role == Role.REF:
            return Ref(Kind.ARTICLE, row.id)
        tag = self.locale(column)
        if tag is not None:
            place = column - FIRST_LOCALE
            behind = row.behind[place] if row.behind else 0
            return locale_data(role, tag, self._names.get(tag, tag), row.marks[place], behind)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in (TITLE, CATEGORY):
            return self._words(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == WORDS:
            return _NUMBERS
        return None

    def _words(self, row: MatrixRow, column: int) -> str:
        if column == TITLE:
            return row.title
        if column == CATEGORY:
            return self._rows.place(row).path
        if column == WORDS:
            return number_words(row.words)
        when = QDateTime.fromString(row.edited_at, Qt.DateFormat.ISODateWithMs).toLocalTime()
        return QLocale().toString(when, QLocale.FormatType.ShortFormat)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        tag = self.locale(section)
        if tag is not None:
            return header_text(role, tag, self._names.get(tag, tag))
        if role == Qt.ItemDataRole.DisplayRole:
            heads: Sequence[str] = (self.tr("Title"), self.tr("Category"), self.tr("Words"))
            return heads[section] if section < FIRST_LOCALE else self.tr("Edited")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == WORDS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
