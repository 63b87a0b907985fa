"""Publishing, building a release again, verifying one: each asks, works and reports."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.app.verifying import verify_bundle
from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.releases import Checked, Release, Released, ReleasePreview
from kbeditor.ui.bridge import Otherwise
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import make_form, note, with_note
from kbeditor.ui.dialogs.job import JobDialog
from kbeditor.ui.jobs import Job
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.publish.words import problem_words, summary_words
from kbeditor.ui.texts import number_words
from kbeditor.ui.widgets.choose_file import choose_folder, choose_open

NOTE_LINES = 4


class ReleaseDialog(JobDialog):
    """Says once more what will be published and where; takes the note; publishes."""

    def __init__(self, desk: Desk, preview: ReleasePreview, then: Callable[[], None]) -> None:
        super().__init__(desk, "")
        self.setWindowTitle(self.tr("Publish"))
        self._profile = preview.profile
        self._then = then
        self._form = QWidget()
        headline = PlainLabel(
            self.tr("Release {number} of “{profile}”").format(
                number=number_words(preview.number), profile=preview.profile.name
            )
        )
        headline.setProperty("role", "heading")
        self.note = QPlainTextEdit()
        self.note.setProperty("framed", "true")
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("What is new, for those who look back"))
        self.note.setFixedHeight(self.fontMetrics().lineSpacing() * NOTE_LINES + 16)
        form = make_form()
        form.addRow(self.tr("Changes"), note(summary_words(preview)))
        form.addRow(self.tr("Goes to"), note(preview.profile.target))
        form.addRow(self.tr("&Note"), self.note)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(headline)
        column.addLayout(form)
        column.addStretch(1)
        self.show_page(self._form, self.tr("Publish"), self._publish)
        self.note.setFocus()

    def _publish(self) -> None:
        profile, words = self._profile, self.note.toPlainText()
        self.desk.flush()

        def start(failed: Otherwise) -> Job:
            return self.desk.bridge.start(
                lambda ws, progress: ws.releasing.release(profile, words, progress),
                self._done,
                failed,
            )

        self.watch(start)

    def _done(self, released: Released) -> None:
        self._then()
        report, number = released.report, released.release.number
        self.report.show_report(report.counts, report.lines)
        target = Path(report.target)
        self.offer(self.tr("Open folder"), lambda: open_place(target))
        if not self._profile.options.zip:
            self.offer(self.tr("Open site"), lambda: open_first_page(target))
        words = self.tr("Release {number} is published").format(number=number_words(number))
        self.desk.say(words)
        self.show_report(words)


class AgainDialog(JobDialog):
    """Builds an old release again, in a folder of its own."""

    def __init__(self, desk: Desk, release: Release) -> None:
        super().__init__(desk, "")
        self.setWindowTitle(self.tr("Build Release {number} Again").format(number=release.number))
        self._release = release
        self._form = QWidget()
        self.target = QLineEdit(str(desk.paths.documents / f"release-{release.number}"))
        self.target.textChanged.connect(lambda text: self.primary.setEnabled(bool(text.strip())))
        words = self.tr(
            "Its texts, pictures, theme and settings are those of then, and so are the files, "
            "byte by byte, while this version of the program lays pages out the same way."
        )
        form = make_form()
        holder = _with_button(self.target, self.tr("Choose…"), self._choose)
        form.addRow(self.tr("&Folder"), with_note(holder, words))
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)
        self.show_page(self._form, self.tr("Build"), self._build)

    def _choose(self) -> None:
        choose_folder(
            self,
            self.tr("The folder that receives the release"),
            lambda path: self.target.setText(str(path)),
            Path(self.target.text()).parent,
        )

    def _build(self) -> None:
        number, target = self._release.number, Path(self.target.text().strip()).expanduser()

        def start(failed: Otherwise) -> Job:
            return self.desk.bridge.start(
                lambda ws, progress: ws.releasing.rebuild(number, target, progress),
                self._done,
                failed,
            )

        self.watch(start)

    def _done(self, report: Report) -> None:
        self.report.show_report(report.counts, report.lines)
        self.offer(self.tr("Open folder"), lambda: open_place(Path(report.target)))
        self.show_report(
            self.tr("Release {number} was built again, byte by byte as it was").format(
                number=number_words(self._release.number)
            )
        )


class VerifyDialog(JobDialog):
    """Compares a published site, folder or zip, with what its manifest says."""

    def __init__(self, desk: Desk, bundle: str) -> None:
        super().__init__(desk, "")
        self.setWindowTitle(self.tr("Verify a Site"))
        self._form = QWidget()
        self.bundle = QLineEdit(bundle, placeholderText=self.tr("A folder or a zip file"))
        self.bundle.textChanged.connect(self._check)
        words = self.tr("Every file is read and compared with what was built. Nothing is changed.")
        form = make_form()
        folder = _with_button(self.bundle, self.tr("Folder…"), self._choose_folder)
        row = folder.layout()
        assert row is not None
        file = QPushButton(self.tr("Zip…"), autoDefault=False)
        file.clicked.connect(lambda _checked=False: self._choose_zip())
        row.addWidget(file)
        form.addRow(self.tr("&Site"), with_note(folder, words))
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)
        self.show_page(self._form, self.tr("Verify"), self._verify)
        self._check()

    def _check(self) -> None:
        self.primary.setEnabled(bool(self.bundle.text().strip()))

    def _choose_folder(self) -> None:
        choose_folder(
            self,
            self.tr("The folder of the site"),
            lambda path: self.bundle.setText(str(path)),
            Path(self.bundle.text()),
        )

    def _choose_zip(self) -> None:
        choose_open(
            self,
            self.tr("The zip file of the site"),
            self.tr("Zip files") + " (*.zip)",
            lambda path: self.bundle.setText(str(path)),
        )

    def _verify(self) -> None:
        bundle = Path(self.bundle.text().strip()).expanduser()

        def start(failed: Otherwise) -> Job:
            return self.desk.bridge.start(
                lambda _ws, progress: verify_bundle(bundle, progress), self._done, failed
            )

        self.watch(start)

    def _done(self, checked: Checked) -> None:
        problems = checked.problems
        lines = tuple(
            ReportLine("error", each.code, each.address, 0, _said(each.code, each.detail))
            for each in problems
        )
        self.report.show_report((("checked_files", checked.files),), lines)
        if problems:
            words = self.tr("%Ln file(s) are not as they were published", "", len(problems))
        elif checked.release:
            words = self.tr("This is release {number}, file by file").format(
                number=number_words(checked.release)
            )
        else:
            words = self.tr("Every file is as it was built")
        self.show_report(words)


def _said(code: str, detail: str) -> str:
    words = problem_words(code)
    return f"{words} {detail}" if detail else words


def open_place(target: Path) -> None:
    """Show a folder, or the folder of a file, in the system's own program."""
    folder = target if target.is_dir() else target.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def open_first_page(folder: Path) -> None:
    """Show a published site in the browser, from disk."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder / "index.html")))


def _with_button(field: QLineEdit, words: str, run: Callable[[], None]) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    button = QPushButton(words, autoDefault=False)
    button.clicked.connect(lambda _checked=False: run())
    row.addWidget(field, 1)
    row.addWidget(button)
    return holder
