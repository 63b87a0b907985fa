"""What the checks hold against translations, grouped by check."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kbeditor.domain.blocks import LibraryIssue
from kbeditor.domain.records import TextRef
from kbeditor.ui.aids.issue_cards import excerpt
from kbeditor.ui.aids.words import check_order, check_words, issue_words
from kbeditor.ui.plain import plain_tips
from kbeditor.ui.texts import number_words

PROBLEM, TEXT, WORDS = range(3)

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class IssueTree(QAbstractItemModel):
    """A row per check, in the order of their weight; below it a row per issue.

    An index below a group carries the group's number + 1; a group's carries 0.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checks: list[str] = []
        self._groups: list[list[LibraryIssue]] = []

    @property
    def total(self) -> int:
        """How many issues there are."""
        return sum(map(len, self._groups))

    def show_issues(self, issues: Iterable[LibraryIssue]) -> None:
        """Replace all."""
        groups: dict[str, list[LibraryIssue]] = {}
        for each in issues:
            groups.setdefault(each.issue.check, []).append(each)
        self.beginResetModel()
        self._checks = sorted(groups, key=check_order)
        self._groups = [groups[check] for check in self._checks]
        self.endResetModel()

    def all_issues(self) -> list[LibraryIssue]:
        """Every issue, as grouped."""
        return [each for group in self._groups for each in group]

    def replaced(self, refs: Iterable[TextRef], fresh: Sequence[LibraryIssue]) -> None:
        """Put what was found anew in some texts in the place of what was found before."""
        touched = set(refs)
        kept = [each for each in self.all_issues() if each.text not in touched]
        self.show_issues([*kept, *fresh])

    def check(self, index: _Index) -> str:
        """The check that a row belongs to; "" for none."""
        group = self._group(index)
        return self._checks[group] if group >= 0 else ""

    def index_of(self, check: str) -> QModelIndex:
        """A check's row; none when nothing was found."""
        if check in self._checks:
            return self.index(self._checks.index(check), PROBLEM)
        return QModelIndex()

    def issue(self, index: _Index) -> LibraryIssue | None:
        """The issue of a row; None for a group."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self._groups[index.internalId() - 1][index.row()]

    def issues(self, indexes: Iterable[QModelIndex]) -> list[LibraryIssue]:
        """The issues of rows, each once; a group stands for all of its own."""
        found: dict[tuple[int, int], LibraryIssue] = {}
        for index in indexes:
            group = self._group(index)
            rows = range(len(self._groups[group])) if not index.internalId() else [index.row()]
            found |= {(group, row): self._groups[group][row] for row in rows}
        return [found[key] for key in sorted(found)]

    def _group(self, index: _Index) -> int:
        if not index.isValid():
            return -1
        return index.internalId() - 1 if index.internalId() else index.row()

    # ------------------------------------------------------------------ what Qt asks

    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() or parent.column():
            return 0
        return len(self._groups[parent.row()])

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 3

    @plain_tips
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        issue = self.issue(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(index, issue)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and issue is not None:
            return self.tr("An error") if issue.issue.level == "error" else self.tr("A warning")
        return None

    def _words(self, index: _Index, issue: LibraryIssue | None) -> str:
        if issue is None:
            if index.column() != PROBLEM:
                return ""
            count = number_words(len(self._groups[index.row()]))
            return f"{check_words(self._checks[index.row()])}  {count}"
        if index.column() == PROBLEM:
            return issue_words(issue.issue, issue.target)
        return issue.title if index.column() == TEXT else excerpt(issue)[0]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Problem"), self.tr("Where"), self.tr("Words"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
