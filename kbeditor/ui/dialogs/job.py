"""A dialog for long work: asks, shows progress with a way to stop, then reports."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import GAP, MARGIN, Dialog
from kbeditor.ui.jobs import Job
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import error_words, number_words, step_words
from kbeditor.ui.widgets.report_view import ReportView

T = TypeVar("T")


class ProgressPage(QWidget):
    """The step, a bar, and how many of how many."""

    def __init__(self) -> None:
        super().__init__()
        self._step = PlainLabel()
        self._step.setProperty("role", "heading")
        self._bar = QProgressBar(textVisible=False)
        self._count = PlainLabel()
        self._count.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.addStretch(1)
        for widget in (self._step, self._bar, self._count):
            column.addWidget(widget)
        column.addStretch(2)

    def begin(self) -> None:
        """Before the first step is known."""
        self._step.setText(self.tr("Preparing…"))
        self._bar.setRange(0, 0)
        self._count.setText(" ")

    def show_step(self, code: str, done: int, total: int) -> None:
        """Show where the work is; `total` 0: it is not known."""
        self._step.setText(step_words(code))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if total:
            self._count.setText(
                self.tr("{done} of {total}").format(
                    done=number_words(done), total=number_words(total)
                )
            )
        else:
            self._count.setText(number_words(done) if done else " ")


class JobDialog(Dialog):
    """Pages: those the subclass adds, progress, report. One primary button, one that leaves."""

    def __init__(self, desk: Desk, title: str, width: int = 620) -> None:
        super().__init__(desk, title, width)
        self._job: Job | None = None
        self._came_from: QWidget | None = None
        self._primary_run: Callable[[], None] = self.accept
        self._error = PlainLabel(wordWrap=True)
        self._error.setProperty("role", "error")
        self._error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._error.hide()
        self._pages = QStackedWidget()
        self._progress = ProgressPage()
        self._headline = PlainLabel()
        self._headline.setProperty("role", "heading")
        self.report = ReportView(desk.themes)
        self._report_page = QWidget()
        report_column = QVBoxLayout(self._report_page)
        report_column.setContentsMargins(0, 0, 0, 0)
        report_column.setSpacing(GAP)
        report_column.addWidget(self._headline)
        report_column.addWidget(self.report, 1)
        self._pages.addWidget(self._progress)
        self._pages.addWidget(self._report_page)
        self.extra = QPushButton(autoDefault=False)
        self.extra.hide()
        self.leave = QPushButton(autoDefault=False)
        self.leave.clicked.connect(self.reject)
        self.primary = QPushButton()
        self.primary.setDefault(True)
        self.primary.clicked.connect(self._run_primary)
        row = self._foot = QHBoxLayout()
        row.setContentsMargins(0, MARGIN - GAP, 0, 0)
        row.addWidget(self.extra)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.primary)
        self.column.addWidget(self._pages, 1)
        self.column.addWidget(self._error)
        self.column.addLayout(row)

    @property
    def page(self) -> QWidget | None:
        """The page in sight."""
        return self._pages.currentWidget()

    def show_page(self, page: QWidget, primary: str, run: Callable[[], None]) -> None:
        """Show a page of one's own; `primary` words its button, `run` is what it does."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self._primary_run = run
        self.primary.setText(primary)
        self.primary.show()
        self.leave.setText(self.tr("Cancel"))
        self.leave.setEnabled(True)
        self.extra.hide()

    def watch(self, start: Callable[[Callable[[Exception], bool | None]], Job]) -> None:
        """Show the progress of a job. `start` gets what takes its errors, and starts it."""
        self._came_from = self.page
        self._error.hide()
        self._progress.begin()
        self._pages.setCurrentWidget(self._progress)
        self.primary.hide()
        self.extra.hide()
        self.leave.setText(self.tr("Stop"))
        job = start(self._failed)
        if self.page is self._progress:  # the inline executor is done already
            self._job = job
            job.progressed.connect(self._progress.show_step)
            job.finished.connect(self._ended)

    def show_report(self, headline: str) -> None:
        """Show the report page; fill `self.report` first."""
        self._headline.setText(headline)
        self._pages.setCurrentWidget(self._report_page)
        self.resize(max(self.width(), 760), max(self.height(), 460))
        self.primary.setText(self.tr("Done"))
        self._primary_run = self.accept
        self.primary.show()
        self.leave.hide()

    def offer(self, words: str, run: Callable[[], None]) -> None:
        """One more button beside the report, for what can be done next."""
        button = QPushButton(words, autoDefault=False)
        button.clicked.connect(lambda _checked=False: run())
        self._foot.insertWidget(self._foot.indexOf(self.leave) - 1, button)

    def show_error(self, words: str) -> None:
        """Say what is wrong, below the page."""
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def reject(self) -> None:
        """While work runs: ask it to stop; the dialog closes at the next try."""
        if self._job is not None:
            self._job.stop()
            self.leave.setText(self.tr("Stopping…"))
            self.leave.setEnabled(False)
        else:
            super().reject()

    def _run_primary(self) -> None:
        self._primary_run()

    def _ended(self) -> None:
        self._job = None
        self.leave.setEnabled(True)

    def _failed(self, error: Exception) -> bool:
        self._job = None
        if self._came_from is not None:
            self._pages.setCurrentWidget(self._came_from)
        self.primary.show()
        self.leave.setText(self.tr("Cancel"))
        self.leave.setEnabled(True)
        if isinstance(error, KbError):
            self.show_error(error_words(error))
            if isinstance(error, Cancelled):
                self.desk.say(error_words(error))
            return True
        return False
