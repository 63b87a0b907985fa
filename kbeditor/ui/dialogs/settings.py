"""Settings: of this person (kept on this machine) and of the library (travel with it)."""

from collections.abc import Sequence

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kbeditor.app.account import account_name
from kbeditor.ui.action import Choice
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog, make_form, note, with_note
from kbeditor.ui.looks import language_choices, theme_choices
from kbeditor.ui.restoring import FOLDER as BACKUPS
from kbeditor.ui.restoring import choose_backup_folder
from kbeditor.ui.roles import ROLES, role_words
from kbeditor.ui.work import role_of, take_role

SITE_NAME, BASE_URL = "site_name", "base_url"


class SettingsDialog(Dialog):
    """What changes the look is shown at once; words typed are kept when the dialog closes."""

    def __init__(self, desk: Desk, page: str = "") -> None:
        super().__init__(desk, "", 560)
        self.setWindowTitle(self.tr("Settings"))
        self._library_words: dict[str, str] = {}
        self.tabs = QTabWidget(documentMode=True)
        self.column.addWidget(self.tabs, 1)
        self._add_general()
        self._add_editor()
        if desk.library is not None:
            self._add_library()
            if page == "library":
                self.tabs.setCurrentIndex(self.tabs.count() - 1)
        self.add_buttons(None)
        self.finished.connect(self._keep)

    def _page(self, title: str) -> QFormLayout:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(4, 20, 4, 8)
        form = make_form()
        column.addLayout(form)
        column.addStretch(1)
        self.tabs.addTab(page, title)
        return form

    def _add_general(self) -> None:
        form = self._page(self.tr("General"))
        self.who = QLineEdit(str(self.desk.preferences.get("who")), placeholderText=account_name())
        words = self.tr("Stands on what you publish and on each version.")
        form.addRow(self.tr("Your name"), with_note(self.who, words))
        words = self.tr("Whose work the queue shows. It stands on your versions, too.")
        form.addRow(self.tr("Your &role"), with_note(self._make_roles(), words))
        self.theme = self._choices("theme", theme_choices(self.desk))
        form.addRow(self.tr("&Theme"), self.theme)
        self.language = self._choices("language", language_choices(self.desk))
        form.addRow(self.tr("&Language of the window"), self.language)
        form.addRow("", self._check("start.reopen", self.tr("Open the last library at start")))
        form.addRow(self.tr("&Backups"), self._make_backups())

    def _make_backups(self) -> QWidget:
        """Where they go; the former ones stay where they are."""
        change = QPushButton(self.tr("Change Folder…"), autoDefault=False)
        usual = QPushButton(self.tr("Usual Folder"), autoDefault=False)
        place = note()

        def show() -> None:
            chosen = str(self.desk.preferences.get(BACKUPS))
            place.setText(chosen or self.tr("Kept among your own data on this computer"))
            usual.setVisible(bool(chosen))

        def go_back() -> None:
            self.desk.set_preference(BACKUPS, "")
            show()

        change.clicked.connect(lambda _checked=False: choose_backup_folder(self.desk, show))
        usual.clicked.connect(lambda _checked=False: go_back())
        show()
        row = QHBoxLayout()
        row.addWidget(change)
        row.addWidget(usual)
        row.addStretch(1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(place)
        return holder

    def _make_roles(self) -> QComboBox:
        box = QComboBox()
        for role in ROLES:
            box.addItem(role_words(role), role)
        box.setCurrentIndex(box.findData(role_of(self.desk)))
        box.activated.connect(lambda: take_role(self.desk, box.currentData()))
        return box

    def _add_editor(self) -> None:
        form = self._page(self.tr("Editor"))
        self.font_family = QComboBox()
        self.font_family.addItem(self.tr("The system’s"), "")
        for family in QFontDatabase.families():
            if QFontDatabase.isFixedPitch(family) or family == self._font_now():
                self.font_family.addItem(family, family)
        self.font_family.setCurrentIndex(max(0, self.font_family.findData(self._font_now())))
        self.font_family.activated.connect(
            lambda: self.desk.set_preference("editor.font", self.font_family.currentData())
        )
        form.addRow(self.tr("&Font"), self.font_family)
        self.size_ = QSpinBox(minimum=8, maximum=32, suffix=self.tr(" px"))
        self.size_.setValue(int(self.desk.preferences.get("editor.size")))
        self.size_.valueChanged.connect(lambda size: self.desk.set_preference("editor.size", size))
        form.addRow(self.tr("&Size"), self.size_)
        form.addRow("", self._check("editor.wrap", self.tr("Wrap long lines")))
        form.addRow("", self._check("editor.line_numbers", self.tr("Show line numbers")))
        form.addRow(
            self.tr("Preview"),
            self._check("preview.scroll_together", self.tr("Scrolls with the editor")),
        )
        form.addRow(
            self.tr("Saving"),
            note(self.tr("What you type is saved by itself, within two seconds.")),
        )

    def _font_now(self) -> str:
        return str(self.desk.preferences.get("editor.font"))

    def _add_library(self) -> None:
        library = self.desk.library
        assert library is not None
        form = self._page(self.tr("This library"))
        self.name = QLineEdit(library.name)
        form.addRow(self.tr("&Name"), self.name)
        self.site_name = QLineEdit(placeholderText=library.name)
        words = self.tr("Stands at the top of every exported page.")
        form.addRow(self.tr("Name of the site"), with_note(self.site_name, words))
        self.base_url = QLineEdit(placeholderText="https://help.example.com/")
        words = self.tr("Search engines need it; pages work without.")
        form.addRow(self.tr("Address of the site"), with_note(self.base_url, words))
        form.addRow(self.tr("File"), note(str(self.desk.bridge.path)))
        self.desk.bridge.run(lambda ws: ws.settings.all(), self._know)

    def _know(self, settings: dict[str, object]) -> None:
        for key, field in ((SITE_NAME, self.site_name), (BASE_URL, self.base_url)):
            words = str(settings.get(key) or "")
            self._library_words[key] = words
            field.setText(words)

    def _keep(self) -> None:
        self.desk.set_preference("who", self.who.text().strip())
        if self.desk.library is None:
            return
        self._keep_library()

    def _keep_library(self) -> None:
        library, name = self.desk.library, self.name.text().strip()
        if library is not None and name and name != library.name:
            self.desk.bridge.run(lambda ws: ws.settings.rename_library(name))
        for key, field in ((SITE_NAME, self.site_name), (BASE_URL, self.base_url)):
            words = field.text().strip()
            if key in self._library_words and words != self._library_words[key]:
                self._set(key, words or None)

    def _set(self, key: str, value: str | None) -> None:
        self.desk.bridge.run(lambda ws: ws.settings.set(key, value))

    def _choices(self, key: str, choices: Sequence[Choice]) -> QComboBox:
        box = QComboBox()
        for choice in choices:
            box.addItem(choice.title, choice.value)
        box.setCurrentIndex(max(0, box.findData(self.desk.preferences.get(key))))
        box.activated.connect(lambda: self._choose(key, box.currentData()))
        return box

    def _choose(self, key: str, value: str) -> None:
        if key == "language" and value != self.desk.preferences.get(key):
            self.accept()  # the window is made anew, and this dialog with it
        self.desk.set_preference(key, value)

    def _check(self, key: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setChecked(bool(self.desk.preferences.get(key)))
        box.toggled.connect(lambda on: self.desk.set_preference(key, on))
        return box
