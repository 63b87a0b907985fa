"""Somebody who works on the library: name, role, languages."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from kbeditor.domain.errors import KbError
from kbeditor.domain.people import Person
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog, with_note
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.roles import ROLES, role_words
from kbeditor.ui.texts import error_words

IN_LOCALES = ("translator", "reviewer")
HEIGHT = 112


class PersonDialog(Dialog):
    """Stays open with what is wrong when the library refuses the person."""

    def __init__(
        self,
        desk: Desk,
        person: Person,
        then: Callable[[Person], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`person` with an empty id is a new one."""
        super().__init__(desk, "", 440)
        if parent is not None:
            self.setParent(parent, self.windowFlags())
        self._known = person
        self._then = then
        self.setWindowTitle(self.tr("Change person") if person.id else self.tr("Add a person"))
        self.name = QLineEdit(person.name)
        self.role = QComboBox()
        for each in ROLES:
            self.role.addItem(role_words(each), each)
        self.role.setCurrentIndex(max(0, self.role.findData(person.role)))
        self.locales = self._make_locales()
        form = self.add_form()
        words = self.tr("As it stands in that person’s settings: versions are signed with it.")
        form.addRow(self.tr("&Name"), with_note(self.name, words))
        form.addRow(self.tr("&Role"), self.role)
        words = self.tr("None ticked: all of them.")
        self._languages = with_note(self.locales, words)
        form.addRow(self.tr("&Languages"), self._languages)
        self.error = PlainLabel(wordWrap=True)
        self.error.setProperty("role", "error")
        self.error.hide()
        self.column.addWidget(self.error)
        self.save = self.add_buttons(self.tr("Save") if person.id else self.tr("Add"))
        self.name.textChanged.connect(self._check)
        self.role.currentIndexChanged.connect(self._check)
        self._check()
        self.name.setFocus()

    def _make_locales(self) -> QListWidget:
        listed = QListWidget()
        listed.setProperty("framed", "true")
        listed.setFixedHeight(HEIGHT)
        for locale in self.desk.locales:
            item = QListWidgetItem(locale.name, listed)
            item.setData(Qt.ItemDataRole.UserRole, locale.tag)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = locale.tag in self._known.locales
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return listed

    def accept(self) -> None:
        """Hand it to the library; close when it has taken it."""
        role = str(self.role.currentData())
        wanted = replace(
            self._known,
            name=self.name.text(),
            role=role,
            locales=self._ticked() if role in IN_LOCALES else (),
        )
        if wanted.id:
            self.desk.bridge.run(lambda ws: ws.people.update(wanted), self._done, self._refused)
        else:
            self.desk.bridge.run(
                lambda ws: ws.people.add(wanted.name, wanted.role, wanted.locales),
                self._done,
                self._refused,
            )

    def _ticked(self) -> tuple[str, ...]:
        items = [self.locales.item(row) for row in range(self.locales.count())]
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def _done(self, person: Person) -> None:
        super().accept()
        if self._then is not None:
            self._then(person)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, KbError):
            return False
        self.error.setText(error_words(error))
        self.error.show()
        return True

    def _check(self) -> None:
        if self.save is not None:
            self.save.setEnabled(bool(self.name.text().strip()))
        self._languages.setEnabled(self.role.currentData() in IN_LOCALES)
        self.error.hide()
