"""Repair: a new library of all that can be read of a damaged one, and what is missing in it."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kbeditor.app.repairing import repair_library
from kbeditor.domain.finding import Report
from kbeditor.ui.apart import start_apart
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import make_form, note
from kbeditor.ui.dialogs.job import JobDialog
from kbeditor.ui.libraries import SUFFIX, open_library, unused_name
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import number_words
from kbeditor.ui.widgets.choose_file import choose_open, choose_save


class RepairDialog(JobDialog):
    """`path`: the damaged library; None: the open one, or one to be chosen."""

    def __init__(self, desk: Desk, path: Path | None = None) -> None:
        super().__init__(desk, "")
        self.setWindowTitle(self.tr("Repair a library"))
        self.damaged, self.new = QLineEdit(), QLineEdit()
        self._own_name = False
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        words = self.tr(
            "All that can be read goes into a new library: every text, version and picture that is "
            "left. The damaged file is only read, and stays as it is. You are told what is missing."
        )
        column.addWidget(PlainLabel(words, wordWrap=True))
        form = make_form()
        form.addRow(self.tr("&Damaged library"), self._field(self.damaged, self._choose_damaged))
        form.addRow(self.tr("&New library"), self._field(self.new, self._choose_new))
        column.addLayout(form)
        words = self.tr("A backup of yesterday may hold more than a repair: compare them.")
        column.addWidget(note(words))
        column.addStretch(1)
        self.damaged.textChanged.connect(self._suggest)
        self.new.textEdited.connect(self._named)
        self.new.textChanged.connect(self._dress)
        self.show_page(page, self.tr("Repair"), self._repair)
        known = path or desk.bridge.path or desk.not_opened
        self.damaged.setText("" if known is None else str(known))
        self._dress()

    def _field(self, line: QLineEdit, choose: object) -> QHBoxLayout:
        button = QPushButton(self.tr("Choose…"), autoDefault=False)
        button.clicked.connect(choose)
        row = QHBoxLayout()
        row.addWidget(line, 1)
        row.addWidget(button)
        return row

    def _choose_damaged(self) -> None:
        choose_open(
            self,
            self.tr("Which library is damaged?"),
            self._filter(),
            lambda path: self.damaged.setText(str(path)),
            Path(self.damaged.text()).parent if self.damaged.text() else self.desk.paths.documents,
        )

    def _choose_new(self) -> None:
        suggestion = Path(self.new.text() or self.desk.paths.documents / f"Repaired{SUFFIX}")
        title = self.tr("The new library")
        choose_save(self, title, self._filter(), suggestion, self._chosen)

    def _filter(self) -> str:
        return self.tr("kbeditor libraries") + f" (*{SUFFIX});;" + self.tr("All files") + " (*)"

    def _chosen(self, path: Path) -> None:
        self._own_name = True
        self.new.setText(str(path))

    def _named(self) -> None:
        self._own_name = True

    def _suggest(self) -> None:
        if not self._own_name and self.damaged.text():
            damaged = Path(self.damaged.text())
            name = self.tr("{name} repaired").format(name=damaged.stem)
            folder = damaged.parent if damaged.parent.is_dir() else self.desk.paths.documents
            self.new.setText(str(unused_name(folder / f"{name}{SUFFIX}")))
        self._dress()

    def _dress(self) -> None:
        self.primary.setEnabled(bool(self.damaged.text().strip() and self.new.text().strip()))

    def _repair(self) -> None:
        damaged = Path(self.damaged.text().strip()).expanduser().absolute()
        new = Path(self.new.text().strip()).expanduser().absolute()
        if damaged == self.desk.bridge.path:
            # SQLite must not have it open while it is read byte by byte.
            self.desk.flush()
            self.desk.bridge.close()
        self.watch(
            lambda failed: start_apart(
                self.desk,
                lambda progress: repair_library(damaged, new, progress),
                lambda report: self._repaired(new, report),
                failed,
            )
        )

    def _repaired(self, new: Path, report: Report) -> None:
        self.report.show_report(report.counts, report.lines)
        if report.lines:
            words = self.tr("The new library is made. {count} things in it need a look:")
            self.show_report(words.format(count=number_words(len(report.lines))))
        else:
            self.show_report(self.tr("The new library is made, and nothing is missing in it."))
        self.offer(self.tr("&Open the New Library"), lambda: self._open(new))

    def _open(self, new: Path) -> None:
        self.accept()
        open_library(self.desk, new)
