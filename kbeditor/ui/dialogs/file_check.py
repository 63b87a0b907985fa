"""Check the library's file down to each hash; then what is damaged, and the ways out."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbeditor.app.repairing import check_library
from kbeditor.domain.finding import Report
from kbeditor.ui.apart import start_apart
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.job import JobDialog
from kbeditor.ui.plain import PlainLabel


class FileCheckDialog(JobDialog):
    """Begins at once; one can go on working when it is stopped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.setWindowTitle(self.tr("Check the file"))
        path = desk.bridge.path
        assert path is not None
        page = QWidget()
        column = QVBoxLayout(page)
        words = self.tr(
            "Every text, version and picture is compared with what was saved. Nothing is written."
        )
        column.addWidget(PlainLabel(words, wordWrap=True))
        column.addStretch(1)
        self.show_page(page, self.tr("Check"), self._check)
        self._path = path
        self._check()

    def _check(self) -> None:
        path, paths = self._path, self.desk.paths
        self.watch(
            lambda failed: start_apart(
                self.desk,
                lambda progress: check_library(path, paths, progress),
                self._checked,
                failed,
            )
        )

    def _checked(self, report: Report) -> None:
        self.report.show_report(report.counts, report.lines)
        if not report.lines:
            self.show_report(self.tr("The file is sound."))
            return
        words = self.tr("The file is damaged: %Ln finding(s).", "", len(report.lines))
        self.show_report(words)
        self.offer(self.tr("&Backups…"), lambda: self._go("library.backups"))
        self.offer(self.tr("&Repair…"), lambda: self._go("library.repair"))

    def _go(self, action: str) -> None:
        self.accept()
        self.desk.actions.trigger(action)
