"""Hand out: which blocks of which language go to translators, in which format, where to."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.finding import Report
from kbeditor.domain.units import UnitOptions
from kbeditor.ui.bridge import Otherwise
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import make_form, with_note
from kbeditor.ui.dialogs.job import JobDialog
from kbeditor.ui.jobs import Job
from kbeditor.ui.texts import format_words
from kbeditor.ui.widgets.choose_file import choose_save

KEY = "hand_out"
_FIRST = "package"
_WITHOUT_BLOCKS = ("tmx", "glossary-csv", "tbx")
_NARROWEST = 280
"""Pixels that a note under a field has at least."""


class HandOutDialog(JobDialog):
    """Remembers what was chosen last; what comes back is taken in by Import."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.setWindowTitle(self.tr("Hand Out for Translation"))
        kept = desk.preferences.get(KEY, {})
        self._kept = kept
        self._folder = Path(kept.get("folder") or desk.paths.documents)
        self._form = QWidget()
        self._make_form()
        self.prefill.setChecked(bool(kept.get("prefill")))
        self.show_page(self._form, self.tr("Hand Out"), self._hand_out)
        self.primary.setEnabled(False)
        self.formats.setFocus()
        desk.bridge.run(lambda ws: ws.handing.formats(), self._know_formats)

    def _make_form(self) -> None:
        self.formats = QComboBox()
        self.formats.currentIndexChanged.connect(self._format_chosen)
        self.languages = QComboBox()
        self._fill_locales()
        self.languages.currentIndexChanged.connect(self._suggest)
        self.only = QComboBox()
        for words, code in (
            (self.tr("What is missing or outdated"), "todo"),
            (self.tr("Only what is outdated"), "outdated"),
            (self.tr("Only what is missing"), "missing"),
            (self.tr("All blocks"), "all"),
        ):
            self.only.addItem(words, code)
        self.only.setCurrentIndex(max(0, self.only.findData(self._kept.get("only"))))
        self.xliff = QComboBox()
        self.xliff.addItem(self.tr("XLIFF 2.0"), "2.0")
        self.xliff.addItem(self.tr("XLIFF 1.2, for older tools"), "1.2")
        self.xliff.setCurrentIndex(max(0, self.xliff.findData(self._kept.get("xliff"))))
        self.prefill = QCheckBox(self.tr("Put the source where there is no translation"))
        prefill = with_note(self.prefill, self.tr("OmegaT shows no other blocks."))
        self.target = QLineEdit()
        self.target.textChanged.connect(self._check)
        choose = QPushButton(self.tr("Choose…"), autoDefault=False)
        choose.clicked.connect(self._choose)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.target, 1)
        place.addWidget(choose)
        explained = with_note(self.formats, "")
        self._explained = explained.findChildren(QLabel)[-1]
        form = make_form()
        form.addRow(self.tr("&Language"), self.languages)
        form.addRow(self.tr("&Format"), explained)
        form.addRow(self.tr("&Blocks"), self.only)
        form.addRow(self.tr("In the package"), self.xliff)
        form.addRow("", prefill)
        form.addRow(self.tr("Write to"), place)
        self._rows, self._prefill_row = form, prefill
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)

    def _fill_locales(self) -> None:
        library = self.desk.library
        for locale in self.desk.locales:
            if library is not None and locale.tag != library.source_locale:
                self.languages.addItem(f"{locale.name} ({locale.tag})", locale.tag)
        for tag in (self._kept.get("locale"), self.desk.selection.locale):
            if (row := self.languages.findData(tag)) >= 0:
                self.languages.setCurrentIndex(row)
        if not self.languages.count():
            words = self.tr("This library is in one language only: add another one first.")
            self.show_error(words)

    def _know_formats(self, formats: tuple[FormatInfo, ...]) -> None:
        first = [each for each in formats if each.id == _FIRST]
        for info in (*first, *(each for each in formats if each not in first)):
            self.formats.addItem(format_words(info), info)
        wanted = self._kept.get("format")
        for row in range(self.formats.count()):
            if self.formats.itemData(row).id == wanted:
                self.formats.setCurrentIndex(row)
        self._format_chosen()

    def _info(self) -> FormatInfo | None:
        info = self.formats.currentData()
        return info if isinstance(info, FormatInfo) else None

    def _format_chosen(self) -> None:
        info = self._info()
        if info is None:
            return
        blocks = info.id not in _WITHOUT_BLOCKS
        self._rows.setRowVisible(self.only, blocks)
        self._rows.setRowVisible(self._prefill_row, blocks)
        self._rows.setRowVisible(self.xliff, info.id == "package")
        self._explained.setText(self._explanation(info.id))
        # The pages of a dialog ask for no height by their width: a second line would be cut.
        width = max(self._explained.width(), _NARROWEST)
        self._explained.setMinimumHeight(self._explained.heightForWidth(width))
        self._suggest()

    def _explanation(self, format_id: str) -> str:
        return {
            "package": self.tr(
                "One zip for a translator: the XLIFF, pages that show the articles with their "
                "pictures, memory, glossary and a readme."
            ),
            "xliff": self.tr("For most tools: OmegaT, memoQ, Trados, Lokalize."),
            "xliff2": self.tr("For newer tools, Poedit among them."),
            "po": self.tr("For Poedit, Lokalize, Weblate and all of gettext’s tools."),
            "csv": self.tr("A table for any spreadsheet: fill in the column of the translation."),
            "xlsx": self.tr(
                "A workbook: the white columns, translation and state, are to be filled in."
            ),
            "tmx": self.tr("Everything that was translated so far, for another tool’s memory."),
            "glossary-csv": self.tr("The terms as a table."),
            "tbx": self.tr("The terms, for the term bases of other tools."),
        }.get(format_id, "")

    def _suggest(self) -> None:
        info, library = self._info(), self.desk.library
        if info is None or library is None:
            return
        name = "".join(c if c.isalnum() or c in " -_" else "-" for c in library.name).strip()
        place = f"{name or 'library'} {self.languages.currentData() or ''}".strip()
        self.target.setText(str(self._folder / f"{place}{info.suffix}"))

    def _choose(self) -> None:
        choose_save(self, self.tr("Write to"), "", Path(self.target.text()), self._chosen)

    def _chosen(self, path: Path) -> None:
        self.target.setText(str(path))

    def _check(self) -> None:
        ready = self._info() is not None and bool(self.target.text().strip())
        self.primary.setEnabled(ready and self.languages.count() > 0)

    def _hand_out(self) -> None:
        info, locale = self._info(), str(self.languages.currentData())
        assert info is not None
        target = Path(self.target.text().strip()).expanduser()
        options = UnitOptions(
            self.only.currentData(), self.prefill.isChecked(), self.xliff.currentData()
        )
        self.desk.preferences.set(
            KEY,
            {
                "format": info.id,
                "locale": locale,
                "only": options.only,
                "xliff": options.xliff,
                "prefill": options.prefill,
                "folder": str(target.parent),
            },
        )
        self.desk.flush()
        format_id = info.id

        def start(failed: Otherwise) -> Job:
            return self.desk.bridge.start(
                lambda ws, progress: ws.handing.export(
                    format_id, locale, target, options, progress
                ),
                self._done,
                failed,
            )

        self.watch(start)

    def _done(self, report: Report) -> None:
        self.report.show_report(report.counts, report.lines)
        self.extra.setText(self.tr("Open Folder"))
        self.extra.show()
        self.extra.clicked.connect(lambda: _open_folder(Path(report.target)))
        self.show_report(self.tr("Handed out to {target}").format(target=report.target))


def _open_folder(target: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent)))
