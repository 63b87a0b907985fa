"""What the checks found in articles and in translations, and the way to each place."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.changes import Changes
from kbeditor.domain.errors import Cancelled
from kbeditor.domain.finding import Finding
from kbeditor.domain.records import Library
from kbeditor.ui import pane_specs
from kbeditor.ui.aids.library_checks import LibraryChecks
from kbeditor.ui.desk import Desk
from kbeditor.ui.jobs import Job
from kbeditor.ui.models.findings import DETAIL, LINE, LOCALE, PROBLEM, TITLE, FindingModel
from kbeditor.ui.pane import Pane
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import step_words
from kbeditor.ui.widgets.delegates import TextDelegate
from kbeditor.ui.widgets.empty import EmptyState

ARTICLES, TRANSLATIONS = range(2)

_WIDTHS = {PROBLEM: 240, TITLE: 300, LOCALE: 76, LINE: 60, DETAIL: 240}


class FindingsPane(Pane):
    """Runs the checks beside all other work; says when what it shows is older than the library."""

    spec = pane_specs.FINDINGS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._job: Job | None = None
        self._checked = False
        self.model = FindingModel(self)
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Findings"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(TextDelegate(desk.themes, self.list))
        for column, width in _WIDTHS.items():
            self.list.header().resizeSection(column, width)
        self.said = PlainLabel(self)
        self.said.setProperty("role", "muted")
        self.check_button = QPushButton(self.tr("Check library"), self, autoDefault=True)
        self.stop_button = QPushButton(self.tr("Stop"), self, autoDefault=True)
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setMaximumWidth(200)
        self._empty = EmptyState(desk.themes, "check", self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.list)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 8)
        head.setSpacing(6)
        head.addWidget(self.said, 1)
        for widget in (self._bar, self.stop_button, self.check_button):
            head.addWidget(widget)
        page = QWidget(self)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self._pages, 1)
        self.translations = LibraryChecks(desk, self)
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("What is checked"))
        self.tabs.addTab(self.tr("Articles"))
        self.tabs.addTab(self.tr("Translations"))
        self._parts = QStackedWidget(self)
        self._parts.addWidget(page)
        self._parts.addWidget(self.translations)
        self.tabs.currentChanged.connect(self._parts.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._parts, 1)
        self.check_button.clicked.connect(lambda _checked=False: self.check())
        self.stop_button.clicked.connect(lambda _checked=False: self._stop())
        self.list.activated.connect(lambda _index: self.open_current())
        self._running(None)
        self._forget()

    def refresh(self, changes: Changes) -> None:
        self.translations.refresh(changes)
        if self._checked and (changes.everything or changes.tree or changes.texts):
            self.said.setText(self.tr("The library has changed since it was checked."))

    def library_opened(self, library: Library) -> None:
        self._forget()
        self.translations.forget()

    def library_closed(self) -> None:
        self._forget()
        self.translations.forget()

    def save_state(self) -> dict[str, Any]:
        return {"tab": self.tabs.currentIndex()}

    def restore_state(self, state: dict[str, Any]) -> None:
        self.tabs.setCurrentIndex(int(state.get("tab") == TRANSLATIONS))

    def focus(self) -> None:
        if self.tabs.currentIndex() == TRANSLATIONS:
            listed = self.translations.model.rowCount()
            (self.translations.tree if listed else self.translations.check_button).setFocus()
            return
        (self.list if self.model.rowCount() else self.check_button).setFocus()

    def check_translations(self) -> None:
        """Check the translations of the current language."""
        self.tabs.setCurrentIndex(TRANSLATIONS)
        self.translations.choose(self.desk.selection.locale)
        self.translations.check()

    def check(self) -> None:
        """Check the whole library; one run at a time."""
        self.tabs.setCurrentIndex(ARTICLES)
        if self._job is not None or self.desk.library is None:
            return
        self.desk.flush()
        self._bar.setRange(0, 0)
        self._ended = False
        job = self.desk.bridge.start(
            lambda ws, progress: ws.checks.run(progress), self._land, self._failed
        )
        job.progressed.connect(self._progressed)
        if not self._ended:  # with an inline executor it has landed already
            self._running(job)

    def open_current(self) -> None:
        """Open the place of the current finding."""
        finding = self.model.finding(self.list.currentIndex())
        if finding is not None and finding.owner is not None:
            locale = finding.locale if self.desk.locale(finding.locale) else None
            self.desk.selection.go(finding.owner, locale)
            self.desk.frame.show_pane("editor")

    def _progressed(self, code: str, done: int, total: int) -> None:
        self.said.setText(step_words(code))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _land(self, findings: Sequence[Finding]) -> None:
        self._running(None)
        self._checked = True
        self.model.show_rows(findings)
        self.said.setText(self.tr("%Ln finding(s)", "", len(findings)) if findings else "")
        self._empty.say(
            self.tr("Nothing to mend"),
            self.tr("All links, pictures, category names and addresses are as they should be."),
        )
        self._pages.setCurrentWidget(self.list if findings else self._empty)
        if findings:
            self.list.setCurrentIndex(self.model.index(0, 0))
        if self.check_button.hasFocus():
            self.focus()

    def _failed(self, error: Exception) -> bool:
        self._running(None)
        self.said.setText("")
        return isinstance(error, Cancelled)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _running(self, job: Job | None) -> None:
        self._job = job
        self._ended = job is None
        before, after = self.check_button, self.stop_button
        if job is None:
            before, after = after, before
        self._bar.setVisible(job is not None)
        self.stop_button.setVisible(True)
        self.check_button.setEnabled(True)
        if before.hasFocus():  # the one that goes must not give the keyboard to just anyone
            after.setFocus()
        self.stop_button.setVisible(job is not None)
        self.check_button.setEnabled(job is None)

    def _forget(self) -> None:
        self._checked = False
        self.model.show_rows(())
        self.said.setText("")
        self._empty.say(
            self.tr("Not checked yet"),
            self.tr("Looks for broken links, missing pictures and categories without a name."),
        )
        self._pages.setCurrentWidget(self._empty)


class _List(QTreeView):
    """A flat, sortable list; Enter opens on every system."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setSortingEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(lambda column, order: self.model().sort(column, order))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
