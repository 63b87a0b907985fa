"""What a translators' file would change: ticks, filter, and each block word by word."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.finding import ReportLine
from kbeditor.domain.handing import HandingPlan, Verdict
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import GAP, make_form
from kbeditor.ui.models.planned import (
    ARTICLE,
    SOURCE,
    THEN,
    VERDICT,
    PlannedModel,
    left_out_words,
    reason_words,
    verdict_words,
)
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import number_words
from kbeditor.ui.widgets.diff_view import DiffView
from kbeditor.ui.widgets.report_view import ReportView

_WIDTHS = {ARTICLE: 210, SOURCE: 230, THEN: 230, VERDICT: 180}
_LINES = 3


class PlanPage(QWidget):
    """Shows a plan; `chosen_changed` tells how many blocks are ticked."""

    chosen_changed = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = PlainLabel(wordWrap=True)
        self._title.setProperty("role", "heading")
        self._brings = PlainLabel(wordWrap=True)
        self._brings.setProperty("role", "muted")
        self.model = PlannedModel(desk.themes, self)
        self.model.chosen_changed.connect(self.chosen_changed)
        self.filter = QComboBox()
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter.currentIndexChanged.connect(self._filter)
        self.table = _Table(self.model)
        self.table.setAccessibleName(self.tr("Blocks of the file"))
        self.table.selectionModel().currentRowChanged.connect(self._show_block)
        self._all = QPushButton(self.tr("Tick all shown"), autoDefault=False)
        self._all.clicked.connect(lambda _checked=False: self._choose_shown(True))
        self._none = QPushButton(self.tr("Untick all shown"), autoDefault=False)
        self._none.clicked.connect(lambda _checked=False: self._choose_shown(False))
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.filter)
        tools.addStretch(1)
        tools.addWidget(self._all)
        tools.addWidget(self._none)
        blocks = QWidget()
        inner = QVBoxLayout(blocks)
        inner.setContentsMargins(0, GAP, 0, 0)
        inner.setSpacing(GAP)
        inner.addLayout(tools)
        inner.addWidget(self.table, 1)
        inner.addLayout(self._make_detail())
        self._findings = ReportView(desk.themes)
        self._tabs = QTabWidget(documentMode=True)
        self._tabs.addTab(blocks, self.tr("Blocks"))
        self._tabs.addTab(self._findings, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addWidget(self._brings)
        column.addWidget(self._tabs, 1)

    def _make_detail(self) -> QFormLayout:
        form = make_form()
        self._source, self._target = DiffView(self._desk.themes), DiffView(self._desk.themes)
        self._why = PlainLabel(wordWrap=True)
        self._why.setProperty("role", "muted")
        height = self.fontMetrics().lineSpacing() * _LINES + 16
        for view, name in (
            (self._source, self.tr("Source")),
            (self._target, self.tr("Translation")),
        ):
            view.setFixedHeight(height)
            view.setAccessibleName(name)
            form.addRow(name, view)
        form.addRow("", self._why)
        return form

    def show_plan(self, plan: HandingPlan) -> None:
        """Show what a file would change."""
        self._title.setText(
            self.tr("“{title}” was read; nothing is changed yet").format(title=plan.path.name)
        )
        self._brings.setText(self._summary(plan))
        self.model.show_plan(plan.blocks)
        self._fill_filter(plan)
        self._tabs.setTabVisible(0, bool(plan.blocks))
        self._findings.show_report(plan.counts if not plan.blocks else (), plan.lines)
        self._tabs.setTabText(1, self.tr("Notes (%Ln)", "", len(plan.lines)))
        self._tabs.setTabVisible(1, bool(plan.lines) or not plan.blocks)

    def _summary(self, plan: HandingPlan) -> str:
        names = [self._desk.locale(tag) for tag in plan.locales]
        parts = [each.name for each in names if each is not None]
        counts = dict(plan.counts)
        if plan.blocks:
            parts += [
                self.tr("{verdict}: {count}").format(
                    verdict=verdict_words(verdict), count=number_words(counts[verdict.value])
                )
                for verdict in Verdict
                if counts.get(verdict.value)
            ]
        if plan.begins:
            parts.append(self.tr("%Ln translation(s) will be begun", "", plan.begins))
        return " · ".join(parts)

    def _fill_filter(self, plan: HandingPlan) -> None:
        counts = dict(plan.counts)
        self.filter.blockSignals(True)
        self.filter.clear()
        changes = sum(each.verdict is not Verdict.UNCHANGED for each in plan.blocks)
        self.filter.addItem(
            self.tr("All but the unchanged ({count})").format(count=number_words(changes)), None
        )
        for verdict in Verdict:
            if count := counts.get(verdict.value):
                words = f"{verdict_words(verdict)} ({number_words(count)})"
                self.filter.addItem(words, verdict.value)
        self.filter.blockSignals(False)
        self._filter()

    def _filter(self) -> None:
        code = self.filter.currentData()
        self.model.filter(Verdict(code) if code else None)
        self.table.selectRow(0)
        if not self.model.rowCount():
            self._show_block(QModelIndex())

    def _choose_shown(self, ticked: bool) -> None:
        self.model.choose(range(self.model.rowCount()), ticked)

    def _show_block(self, current: QModelIndex, _before: QModelIndex | None = None) -> None:
        planned = self.model.planned(current)
        if planned is None:
            self._source.clear()
            self._target.clear()
            self._why.setText("")
            return
        old = planned.base if planned.verdict is Verdict.OUTDATED and planned.base else None
        before = planned.source if old is None else old
        self._source.show_change(before, planned.source, flowing=True)
        self._target.show_change(planned.now, planned.then or planned.now)
        hint = self.tr("Tick it to overwrite that.")
        why = reason_words(planned)
        self._why.setText(f"{why} {hint}" if planned.verdict is Verdict.CONFLICT else why)


def left_out_lines(plan: HandingPlan, lines: Sequence[ReportLine]) -> tuple[ReportLine, ...]:
    """A report's lines in the window's language, where they are about blocks of the plan."""
    blocks = {(each.why, each.place): each for each in plan.blocks}
    said = []
    for line in lines:
        planned = blocks.get((line.code, line.line))
        words = left_out_words(planned) if planned is not None else line.text
        said.append(replace(line, text=words))
    return tuple(said)


class _Table(QTableView):
    """Space ticks all selected rows as the current one is."""

    def __init__(self, model: PlannedModel) -> None:
        super().__init__()
        self._planned = model
        self.setModel(model)
        self.setProperty("framed", "true")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(16, 16))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(140)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if event.key() == Qt.Key.Key_Space and rows:
            self._planned.choose(rows, not self._planned.is_chosen(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)
