"""A report for reading: what was counted, and lines that name a place and say what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.finding import ReportLine
from kbeditor.ui.icons import icon
from kbeditor.ui.plain import PlainLabel, plain_tips
from kbeditor.ui.texts import count_words, number_words, report_line_words
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.flow import FlowLayout

Index = QModelIndex | QPersistentModelIndex
LEVELS = ("error", "warning", "info")
ROOT = QModelIndex()


class ReportLines(QAbstractTableModel):
    """Lines with their level as an icon, their place, and what they say."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._icons = {level: icon(level, themes, level) for level in LEVELS}
        self._all: tuple[ReportLine, ...] = ()
        self._shown: tuple[ReportLine, ...] = ()

    def show(self, lines: Sequence[ReportLine], level: str | None = None) -> None:
        """Show these lines, or those of one level."""
        self.beginResetModel()
        self._all = tuple(lines)
        self._shown = tuple(line for line in lines if level in (None, line.level))
        self.endResetModel()

    def lines(self) -> tuple[ReportLine, ...]:
        """The lines now shown."""
        return self._shown

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 2

    @plain_tips
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._shown[index.row()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return self._icons.get(line.level)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return place_words(line) if index.column() == 0 else report_line_words(line)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Place"), self.tr("What was found"))[section]
        return None


class ReportView(QWidget):
    """Counts as a row of figures, lines as a table; the chosen lines can be copied."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._lines: tuple[ReportLine, ...] = ()
        self._figures = FlowLayout(24)
        self._levels = QComboBox()
        self._levels.currentIndexChanged.connect(self._choose_level)
        self._copy = QPushButton(self.tr("Copy"), autoDefault=False)
        self._copy.clicked.connect(self.copy)
        self._model = ReportLines(themes)
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.setProperty("framed", "true")
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.setIconSize(QSize(16, 16))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(28)
        header = self._table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 260)
        self._quiet = PlainLabel()
        self._quiet.setProperty("role", "muted")
        tools = QHBoxLayout()
        tools.addWidget(self._levels)
        tools.addStretch(1)
        tools.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._figures)
        column.addLayout(tools)
        column.addWidget(self._table, 1)
        column.addWidget(self._quiet)

    def show_report(self, counts: Sequence[tuple[str, int]], lines: Sequence[ReportLine]) -> None:
        """Show figures and lines in place of those before."""
        self._lines = tuple(sorted(lines, key=_severity))
        self._show_figures(counts)
        self._levels.blockSignals(True)
        self._levels.clear()
        self._levels.addItem(self.tr("All (%Ln)", "", len(self._lines)), None)
        for level in LEVELS:
            number = sum(line.level == level for line in self._lines)
            if number:
                self._levels.addItem(self._level_words(level, number), level)
        self._levels.blockSignals(False)
        for widget in (self._levels, self._copy, self._table):
            widget.setVisible(bool(self._lines))
        self._quiet.setText("" if self._lines else self.tr("Nothing to report: all is well."))
        self._quiet.setVisible(not self._lines)
        self._model.show(self._lines)

    def copy(self) -> None:
        """Put the chosen lines, or all that are shown, on the clipboard."""
        rows = sorted({index.row() for index in self._table.selectedIndexes()})
        lines = self._model.lines()
        chosen = [lines[row] for row in rows] if len(rows) > 1 else list(lines)
        text = "\n".join(
            f"{line.level}\t{place_words(line)}\t{report_line_words(line)}" for line in chosen
        )
        QGuiApplication.clipboard().setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _show_figures(self, counts: Sequence[tuple[str, int]]) -> None:
        while (item := self._figures.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for code, number in counts:
            figure = QLabel(
                f"<span style='font-size:20px;font-weight:600'>{number_words(number)}</span>"
                f"<br>{count_words(code)}"
            )
            self._figures.addWidget(figure)

    def _level_words(self, level: str, number: int) -> str:
        if level == "error":
            return self.tr("%Ln error(s)", "", number)
        if level == "warning":
            return self.tr("%Ln warning(s)", "", number)
        return self.tr("%Ln note(s)", "", number)

    def _choose_level(self) -> None:
        self._model.show(self._lines, self._levels.currentData())


def place_words(line: ReportLine) -> str:
    """`guide/start.md:12`."""
    return f"{line.place}:{line.line}" if line.line else line.place


def _severity(line: ReportLine) -> int:
    return LEVELS.index(line.level) if line.level in LEVELS else len(LEVELS)
