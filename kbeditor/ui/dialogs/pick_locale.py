"""Asks for one of all languages."""

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QWidget

from kbeditor.app.locales_list import KnownLocale, known_locales
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog
from kbeditor.ui.widgets.locale_picker import LocalePicker


class PickLocale(Dialog):
    """The list of languages, with those of no use left out."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        taken: Collection[str],
        then: Callable[[KnownLocale], None],
    ) -> None:
        super().__init__(desk, "", 460)
        self.setParent(parent, self.windowFlags())
        self.setWindowTitle(self.tr("Add a language"))
        self._then = then
        self.picker = LocalePicker(known_locales())
        self.picker.leave_out(taken)
        self.picker.picked.connect(self._picked)
        self.column.addWidget(self.picker, 1)
        self.add_buttons(self.tr("Add"))
        self.resize(460, 460)
        self.picker.search.setFocus()

    def accept(self) -> None:
        self.picker.pick()

    def _picked(self, chosen: KnownLocale) -> None:
        super().accept()
        self._then(chosen)
