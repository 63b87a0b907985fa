"""What this program is, and which versions it runs on: what a report of a fault needs."""

import platform
from importlib.metadata import version

from PySide6.QtCore import QLibraryInfo, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout

from kbeditor import __version__
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog
from kbeditor.ui.footing import drive_words
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.preview.scheme import MISSING, is_sandboxed

PACKAGES = ("SQLModel", "SQLAlchemy", "Markdown", "Pygments", "nh3")


class AboutDialog(Dialog):
    """Versions can be copied as text."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", 440)
        self.setWindowTitle(self.tr("About kbeditor"))
        title = PlainLabel("kbeditor")
        title.setProperty("role", "title")
        self.column.addWidget(title)
        self.add_sentence(self.tr("Write, translate and publish your help centre."))
        self._facts = self._read_facts()
        form: QFormLayout = self.add_form()
        for name, value in self._facts:
            label = PlainLabel(value, wordWrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(name, label)
        self.add_sentence(self.tr("Free software under the MIT licence."))
        self.add_buttons(None)
        copy = self.add_extra_button(self.tr("Copy"))
        copy.clicked.connect(self._copy)

    def _read_facts(self) -> list[tuple[str, str]]:
        standing = self.desk.bridge.standing
        return [
            (self.tr("Version"), __version__),
            ("Python", platform.python_version()),
            ("Qt", f"{qVersion()} (PySide6 {version('PySide6-Essentials')})"),
            (self.tr("Database"), standing.driver if standing else self.tr("no library is open")),
            (self.tr("Library’s drive"), drive_words(standing.footing) if standing else "–"),
            (self.tr("Libraries"), ", ".join(f"{each} {version(each)}" for each in PACKAGES)),
            (self.tr("System"), f"{platform.system()} {platform.release()}, {platform.machine()}"),
            (self.tr("Preview"), self._preview_words()),
            (self.tr("Settings"), str(self.desk.paths.config)),
            (self.tr("Qt’s files"), QLibraryInfo.path(QLibraryInfo.LibraryPath.PrefixPath)),
        ]

    def _preview_words(self) -> str:
        if MISSING:
            return self.tr("the simple one, without Chromium")
        if is_sandboxed():
            return self.tr("Chromium, in its sandbox")
        return self.tr("Chromium, without its sandbox: it has none for the user root")

    def _copy(self) -> None:
        text = "\n".join(f"{name}: {value}" for name, value in self._facts)
        QGuiApplication.clipboard().setText(f"kbeditor\n{text}")
