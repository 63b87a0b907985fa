"""A new library: its name, its file, the language it is written in, languages to translate to."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.app.locales_list import KnownLocale, known_locales
from kbeditor.domain.errors import KbError
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog, with_note
from kbeditor.ui.dialogs.pick_locale import PickLocale
from kbeditor.ui.icons import icon
from kbeditor.ui.libraries import SUFFIX, make_library, unused_name
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import error_words
from kbeditor.ui.widgets.choose_file import choose_save

FORBIDDEN = '<>:"/\\|?*'


class NewLibraryDialog(Dialog):
    """Suggests a file after the name until another is chosen."""

    def __init__(
        self, desk: Desk, *, for_import: bool = False, then: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(desk, "", 560)
        self.setWindowTitle(self.tr("New library"))
        self._then = then
        self._known = {each.tag: each for each in known_locales()}
        self._own_path = False
        self._chosen: list[KnownLocale] = []
        if for_import:
            self.add_sentence(self.tr("What you import needs a library to live in."))
        form = self.add_form()
        self.name = QLineEdit(self.tr("Help centre"))
        self.name.textChanged.connect(self._suggest)
        form.addRow(self.tr("&Name"), self.name)
        self.path = QLineEdit()
        self.path.textEdited.connect(self._path_edited)
        choose = QPushButton(self.tr("Choose…"), autoDefault=False)
        choose.clicked.connect(self._choose_path)
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(choose)
        form.addRow(self.tr("&File"), place)
        self.source = QComboBox()
        for each in self._known.values():
            self.source.addItem(f"{each.name}  ({each.tag})", each.tag)
        self.source.setMaxVisibleItems(16)
        self.source.setCurrentIndex(max(0, self.source.findData(self._window_language())))
        self.source.currentIndexChanged.connect(self._source_chosen)
        words = self.tr("The others are translated from this language. It stays.")
        form.addRow(self.tr("Written in"), with_note(self.source, words))
        form.addRow(self.tr("Translated &to"), self._make_list())
        self._error = PlainLabel(wordWrap=True)
        self._error.setProperty("role", "error")
        self._error.hide()
        self.column.addWidget(self._error)
        accept = self.add_buttons(self.tr("Create Library"))
        assert accept is not None
        self._accept = accept
        self.name.textChanged.connect(self._check)
        self.path.textChanged.connect(self._check)
        self._suggest()
        self.name.selectAll()
        self.name.setFocus()

    def accept(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        if not path.suffix:
            path = path.with_suffix(SUFFIX)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._refused(_cannot_write(path.parent, error))
            return
        self._accept.setEnabled(False)
        make_library(
            self.desk,
            path,
            self.name.text().strip(),
            str(self.source.currentData()),
            tuple(each.tag for each in self._chosen),
            self._made,
            self._refused,
        )

    def _made(self) -> None:
        super().accept()
        self._then()

    def _refused(self, error: Exception) -> bool:
        self._accept.setEnabled(True)
        if not isinstance(error, KbError):
            return False
        self._error.setText(error_words(error))
        self._error.show()
        return True

    def _make_list(self) -> QWidget:
        self._list = QListWidget()
        self._list.setProperty("framed", "true")
        self._list.setFixedHeight(120)
        add = QToolButton()
        add.setToolTip(self.tr("Add a language"))
        add.setAccessibleName(self.tr("Add a language"))
        add.setIcon(icon("plus", self.desk.themes))
        add.clicked.connect(self._add)
        remove = QToolButton()
        remove.setToolTip(self.tr("Take the language off"))
        remove.setAccessibleName(self.tr("Take the language off"))
        remove.setIcon(icon("minus", self.desk.themes))
        remove.clicked.connect(self._remove)
        buttons = QVBoxLayout()
        buttons.addWidget(add)
        buttons.addWidget(remove)
        buttons.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._list, 1)
        row.addLayout(buttons)
        return holder

    def _window_language(self) -> str:
        return QLocale().name().split("_")[0]

    def _add(self) -> None:
        taken = {str(self.source.currentData()), *(each.tag for each in self._chosen)}
        PickLocale(self.desk, self, taken, self.add_locale).open()

    def add_locale(self, chosen: KnownLocale) -> None:
        """One more language to translate to."""
        self._chosen.append(chosen)
        item = QListWidgetItem(f"{chosen.name}  ({chosen.tag})")
        item.setData(Qt.ItemDataRole.UserRole, chosen.tag)
        self._list.addItem(item)

    def _remove(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            self._list.takeItem(row)
            del self._chosen[row]

    def _source_chosen(self) -> None:
        source = self.source.currentData()
        for row in reversed(range(len(self._chosen))):
            if self._chosen[row].tag == source:
                self._list.takeItem(row)
                del self._chosen[row]

    def _path_edited(self) -> None:
        self._own_path = True

    def _choose_path(self) -> None:
        libraries = self.tr("kbeditor libraries") + f" (*{SUFFIX})"
        choose_save(
            self,
            self.tr("The library’s file"),
            libraries,
            Path(self.path.text()),
            self._path_chosen,
        )

    def _path_chosen(self, path: Path) -> None:
        self._own_path = True
        self.path.setText(str(path))

    def _suggest(self) -> None:
        if self._own_path:
            return
        name = "".join("-" if c in FORBIDDEN else c for c in self.name.text()).strip(" .")
        self.path.setText(
            str(unused_name(self.desk.paths.documents / f"{name or 'Library'}{SUFFIX}"))
        )

    def _check(self) -> None:
        self._error.hide()
        self._accept.setEnabled(bool(self.name.text().strip() and self.path.text().strip()))


def _cannot_write(folder: Path, error: OSError) -> KbError:
    return KbError(
        "cannot_write",
        "{path} cannot be written ({why}); choose another place.",
        path=str(folder),
        why=error.strerror or type(error).__name__,
    )
