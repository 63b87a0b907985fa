"""Export: the format, which languages and states, where to; then progress and the report."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.exchange import ExportOptions, FormatInfo
from kbeditor.domain.finding import Report
from kbeditor.domain.states import State
from kbeditor.ui.bridge import Otherwise
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import make_form, with_note
from kbeditor.ui.dialogs.job import JobDialog
from kbeditor.ui.jobs import Job
from kbeditor.ui.texts import format_words, state_words
from kbeditor.ui.widgets.choose_file import choose_folder, choose_save

KEY = "export"


class ExportDialog(JobDialog):
    """Lists the formats the library can be written in; remembers what was chosen last."""

    def __init__(self, desk: Desk, format_id: str = "") -> None:
        super().__init__(desk, "")
        self.setWindowTitle(self.tr("Export"))
        kept = desk.preferences.get(KEY, {})
        self._wanted = format_id or str(kept.get("format", ""))
        self._folder = Path(kept.get("folder") or desk.paths.documents)
        self._form = QWidget()
        self._make_form()
        self._base_url.setText(str(kept.get("base_url", "")))
        self._fallback.setChecked(bool(kept.get("fallback", True)))
        self.show_page(self._form, self.tr("Export"), self._export)
        self.primary.setEnabled(False)
        self.formats.setFocus()
        desk.bridge.run(lambda ws: ws.exporting.formats(), self._know_formats)
        desk.bridge.run(lambda ws: ws.settings.get("base_url", ""), self._know_base_url)

    def _make_form(self) -> None:
        self.formats = QComboBox()
        self.formats.currentIndexChanged.connect(self._format_chosen)
        self.locales = QListWidget()
        self.locales.setProperty("framed", "true")
        for locale in self.desk.locales:
            item = QListWidgetItem(f"{locale.name} ({locale.tag})")
            item.setData(Qt.ItemDataRole.UserRole, locale.tag)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(
                Qt.CheckState.Checked if locale.published else Qt.CheckState.Unchecked
            )
            self.locales.addItem(item)
        rows = min(6, max(2, self.locales.count()))
        self.locales.setFixedHeight(rows * 26 + 10)
        self.locales.itemChanged.connect(self._check)
        self._state = QComboBox()
        for state in (State.PUBLISHED, State.IN_REVIEW, State.DRAFT):
            words = state_words(state)
            if state is not State.PUBLISHED:
                words = self.tr("{state} and further").format(state=words)
            self._state.addItem(words, state)
        self._fallback = QCheckBox(
            self.tr("Show pages that are not translated in another language")
        )
        self._base_url = QLineEdit(placeholderText="https://help.example.com/")
        self._zip = QCheckBox(self.tr("As one .zip file"))
        self._zip.toggled.connect(self._suggest)
        self.target = QLineEdit()
        self.target.textChanged.connect(self._check)
        choose = QPushButton(self.tr("Choose…"), autoDefault=False)
        choose.clicked.connect(self._choose)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.target, 1)
        place.addWidget(choose)
        form = make_form()
        explained = with_note(self.formats, "")
        self._explained = explained.findChildren(QLabel)[-1]
        form.addRow(self.tr("Format"), explained)
        form.addRow(self.tr("&Languages"), self.locales)
        form.addRow(self.tr("Articles &that are"), self._state)
        form.addRow("", self._fallback)
        form.addRow(self.tr("&Address of the site"), self._base_url)
        form.addRow(self.tr("Write to"), place)
        form.addRow("", self._zip)
        self._rows = form
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)

    def _know_formats(self, formats: tuple[FormatInfo, ...]) -> None:
        for info in formats:
            self.formats.addItem(format_words(info), info)
        chosen = [i for i, info in enumerate(formats) if info.id == self._wanted]
        self.formats.setCurrentIndex(chosen[0] if chosen else 0)
        self._format_chosen()

    def _know_base_url(self, base_url: object) -> None:
        if base_url:
            self._base_url.setText(str(base_url))

    def _info(self) -> FormatInfo | None:
        info = self.formats.currentData()
        return info if isinstance(info, FormatInfo) else None

    def _format_chosen(self) -> None:
        info = self._info()
        if info is None:
            return
        site = info.id == "html"
        self._rows.setRowVisible(self._base_url, site)
        self._rows.setRowVisible(self._fallback, site)
        self._rows.setRowVisible(self._zip, info.zippable)
        self._explained.setText(self._explanation(info.id))
        self._suggest()

    def _explanation(self, format_id: str) -> str:
        if format_id == "html":
            return self.tr(
                "A website of plain files: it works from any folder and without JavaScript."
            )
        if format_id == "json":
            return self.tr("Everything in one documented bundle, pictures included.")
        return ""

    def _suggest(self) -> None:
        info, library = self._info(), self.desk.library
        if info is None or library is None:
            return
        name = "".join(c if c.isalnum() or c in " -_" else "-" for c in library.name).strip()
        suffix = ".zip" if self._zipped(info) else info.suffix
        kind = f" {info.id}" if not suffix else ""
        self.target.setText(str(self._folder / f"{name or 'library'}{kind}{suffix}"))

    def _zipped(self, info: FormatInfo) -> bool:
        return info.zippable and self._zip.isChecked()

    def _choose(self) -> None:
        info, now = self._info(), Path(self.target.text())
        if info is None:
            return
        if self._zipped(info) or info.suffix:
            choose_save(self, self.tr("Write to"), "", now, self._chosen)
        else:
            choose_folder(
                self,
                self.tr("The folder that receives the export"),
                lambda folder: self._chosen(folder / now.name),
                now.parent,
            )

    def _chosen(self, path: Path) -> None:
        self.target.setText(str(path))

    def chosen_locales(self) -> tuple[str, ...]:
        """The locales that are ticked."""
        items = [self.locales.item(row) for row in range(self.locales.count())]
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )

    def _check(self) -> None:
        ready = self._info() is not None and bool(self.target.text().strip())
        self.primary.setEnabled(ready and bool(self.chosen_locales()))

    def _export(self) -> None:
        info = self._info()
        assert info is not None
        target = Path(self.target.text().strip()).expanduser()
        options = ExportOptions(
            locales=self.chosen_locales(),
            least_state=self._state.currentData(),
            fallback=self._fallback.isChecked(),
            base_url=self._base_url.text().strip(),
            zip=self._zipped(info),
        )
        self.desk.preferences.set(
            KEY,
            {
                "format": info.id,
                "folder": str(target.parent),
                "base_url": options.base_url,
                "fallback": options.fallback,
            },
        )
        self.desk.flush()
        format_id = info.id

        def start(failed: Otherwise) -> Job:
            return self.desk.bridge.start(
                lambda ws, progress: ws.exporting.export(format_id, target, options, progress),
                self._done,
                failed,
            )

        self.watch(start)

    def _done(self, report: Report) -> None:
        self.report.show_report(report.counts, report.lines)
        self.extra.setText(self.tr("Open Folder"))
        self.extra.show()
        self.extra.clicked.connect(lambda: _open_place(Path(report.target)))
        self.show_report(self.tr("Exported to {target}").format(target=report.target))


def _open_place(target: Path) -> None:
    folder = target if target.is_dir() else target.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
