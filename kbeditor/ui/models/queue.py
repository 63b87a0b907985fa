"""A work queue as a table."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kbeditor.domain.blocks import QueueRow
from kbeditor.domain.records import Kind, Ref
from kbeditor.ui.ages import age_words
from kbeditor.ui.models.queue_rows import (
    BLOCKS,
    COLUMNS,
    IMPORTANT,
    NOTES,
    PATH,
    PATH_SEPARATOR,
    PROMOTED,
    SINCE,
    STEP,
    TITLE,
    VOTES,
    WORDS,
    QueueRows,
)
from kbeditor.ui.models.roles import Role
from kbeditor.ui.plain import plain_tips
from kbeditor.ui.texts import mark_words, number_words, words_of
from kbeditor.ui.vote_words import short_words, told_words
from kbeditor.ui.words import QT_TRANSLATE_NOOP

STEPS: Mapping[str, str] = {
    "translate": QT_TRANSLATE_NOOP("Work", "Translate"),
    "update": QT_TRANSLATE_NOOP("Work", "Update"),
    "finish": QT_TRANSLATE_NOOP("Work", "Finish"),
    "review": QT_TRANSLATE_NOOP("Work", "Review"),
    "publish": QT_TRANSLATE_NOOP("Work", "Publish"),
    "answer": QT_TRANSLATE_NOOP("Work", "Answer"),
}

NUMBERS = frozenset((WORDS, BLOCKS, SINCE, NOTES, VOTES))
ICONS = {IMPORTANT: ("warning", "error"), PROMOTED: ("star", "warning")}
"""Columns that show an icon: its name and the role of its colour."""

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class QueueModel(QAbstractTableModel):
    """Shows the rows that hold the filter's words, in the order of a column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = QueueRows(())
        self._order: list[int] = []
        self._words = ""
        self._sorted = (STEP, False)
        self._now = datetime.now(UTC)

    # ------------------------------------------------------------------------------- from outside

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._all.rows)

    def load(self, rows: QueueRows, now: datetime) -> None:
        """Show other rows; ages are told as of `now`."""
        self.beginResetModel()
        self._all, self._now = rows, now
        self._arrange()
        self.endResetModel()

    def show(self, words: str) -> None:
        """Show only what holds these words in its title or path."""
        self.beginResetModel()
        self._words = words
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        self.endResetModel()

    def row(self, number: int) -> QueueRow:
        """What a line shows."""
        return self._all.rows[self._order[number]]

    def line_of(self, id_: str) -> int | None:
        """The line that shows an article."""
        for line, number in enumerate(self._order):
            if self._all.rows[number].id == id_:
                return line
        return None

    def words_left(self) -> int:
        """Of all rows that are shown."""
        return sum(self._all.rows[number].words_left for number in self._order)

    def _arrange(self) -> None:
        self._order = self._all.arranged(self._words, *self._sorted)

    # ------------------------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else COLUMNS

    @plain_tips
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.row(index.row()), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, column)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._told(row, column)
            case Qt.ItemDataRole.TextAlignmentRole if column in NUMBERS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Role.REF:
                return Ref(Kind.ARTICLE, row.id)
            case Role.MARK if column == TITLE:
                return row.mark
            case Role.COUNT if column in ICONS:
                return row.important if column == IMPORTANT else row.promoted
        return None

    def _shown(self, row: QueueRow, column: int) -> str:
        match column:
            case 0:
                return row.title or self.tr("Untitled")
            case 1:
                return row.path[-1] if row.path else ""
            case 2:
                return words_of("Work", STEPS, row.step)
            case 3:
                return number_words(row.words_left) if row.words_left else ""
            case 4:
                return number_words(row.blocks_left) if row.blocks_left else ""
            case 5:
                return age_words(row.stale_since, self._now)
            case 8:
                return number_words(row.open_notes) if row.open_notes else ""
            case 9:
                votes = self._all.votes.get(row.id)
                return short_words(votes) if votes is not None else ""
        return ""

    def _told(self, row: QueueRow, column: int) -> str:
        if column == TITLE:
            return f"{self._shown(row, column)} — {mark_words(row.mark)}"
        if column == PATH:
            return PATH_SEPARATOR.join(row.path)
        if column == IMPORTANT and row.important:
            return self.tr("Important: readers of the outdated text are warned")
        votes = self._all.votes.get(row.id)
        if column == VOTES and votes is not None:
            return told_words(votes)
        if column == PROMOTED and row.promoted:
            return self.tr("Promoted")
        return self._shown(row, column)

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
                self.tr("Article"),
                self.tr("Category"),
                self.tr("To do"),
                self.tr("Words left"),
                self.tr("Blocks left"),
                self.tr("Outdated for"),
                "!",
                "★",
                self.tr("Notes"),
                self.tr("Helpful"),
            )[section]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return {
                STEP: self.tr("Sorted by this, what calls loudest stands first"),
                IMPORTANT: self.tr("Important: readers of the outdated text are warned"),
                PROMOTED: self.tr("Promoted"),
                NOTES: self.tr("Open notes"),
                VOTES: self.tr("How many readers found it helpful, and whether that changes"),
            }.get(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if section in NUMBERS:
                side = Qt.AlignmentFlag.AlignRight
            elif section in ICONS:
                side = Qt.AlignmentFlag.AlignHCenter
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
