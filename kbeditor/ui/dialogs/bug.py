"""Tells of an unexpected error: what to do, where the log is, the report to copy."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.ui.plain import PlainLabel

NAME = "bug"


class BugDialog(QDialog):
    """One at a time: a fault that repeats adds to the report that is open."""

    def __init__(self, parent: QWidget, log: Path, report: str) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(640, 420)
        headline = PlainLabel(self.tr("kbeditor met an error it did not expect"))
        headline.setProperty("role", "heading")
        sentence = PlainLabel(
            self.tr(
                "What you wrote is saved. You can go on; if something looks wrong, start the "
                "program anew. The report below is also in the log:"
            ),
            wordWrap=True,
        )
        place = PlainLabel(str(log), wordWrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._report = QPlainTextEdit(report, readOnly=True)
        self._report.setProperty("framed", "true")
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        copy = QPushButton(self.tr("Copy Report"))
        copy.clicked.connect(self._copy)
        box.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        folder = QPushButton(self.tr("Open Log Folder"))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(_url(log.parent)))
        box.addButton(folder, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(10)
        for widget in (headline, sentence, place, self._report, box):
            column.addWidget(widget)

    def add(self, report: str) -> None:
        """One more fault."""
        self._report.appendPlainText(f"\n{report}")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def show_bug(parent: QWidget, log: Path, report: str) -> None:
    """Show the report, or add it to the one that is open."""
    shown = parent.findChild(BugDialog, NAME)
    if shown is not None:
        shown.add(report)
    else:
        BugDialog(parent, log, report).open()


def _url(path: Path) -> QUrl:
    return QUrl.fromLocalFile(str(path))
