"""The profiles by which a library is published, and the ways to make, name and delete them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QWidget,
)

from kbeditor.domain.releases import Profile
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.ask_words import AskWords
from kbeditor.ui.icons import icon
from kbeditor.ui.plain import plain_tip
from kbeditor.ui.widgets.question import ask

ROWS = 3


class ProfileList(QWidget):
    """Says what is wanted; who owns it writes, and shows the list again."""

    chosen = Signal(object)  # Profile
    save_wanted = Signal(object)  # Profile; a new one has no id
    remove_wanted = Signal(object)  # Profile

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._profiles: dict[str, Profile] = {}
        self.list = QListWidget()
        self.list.setProperty("framed", "true")
        self.list.setAccessibleName(self.tr("Profiles"))
        self.list.setFixedHeight(ROWS * 28 + 6)
        self.list.currentItemChanged.connect(lambda *_items: self._choose())
        self.list.itemDoubleClicked.connect(lambda _item: self.rename())
        self._icons = {
            "plus": self._tool(self.tr("New profile"), self.new),
            "copy": self._tool(self.tr("Copy this profile"), self.copy),
            "pencil": self._tool(self.tr("Rename this profile (F2)"), self.rename),
            "trash": self._tool(self.tr("Delete this profile"), self.remove),
        }
        self._icons["pencil"].setShortcut("F2")
        tools = QGridLayout()
        tools.setSpacing(0)
        for number, button in enumerate(self._icons.values()):
            tools.addWidget(button, number // 2, number % 2)
        tools.setRowStretch(2, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.list, 1)
        row.addLayout(tools)
        desk.themes.changed.connect(self._colour)
        self._colour()

    @property
    def current(self) -> Profile | None:
        """The profile that is chosen."""
        index = self.list.currentIndex()
        return self._profiles.get(str(index.data(Qt.ItemDataRole.UserRole)))

    def show_profiles(self, profiles: Sequence[Profile], chosen: str = "") -> None:
        """Show these; `chosen` or the one before stays chosen, else the first is."""
        current = self.current
        wanted = chosen or (current.id if current else "")
        self._profiles = {each.id: each for each in profiles}
        self.list.blockSignals(True)
        self.list.clear()
        for each in profiles:
            item = QListWidgetItem(each.name)
            item.setToolTip(plain_tip(each.target or self.tr("It does not say yet where to.")))
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            self.list.addItem(item)
            if each.id == wanted:
                self.list.setCurrentItem(item)
        self.list.setCurrentRow(max(0, self.list.currentRow()))
        self.list.blockSignals(False)
        self._icons["trash"].setEnabled(len(profiles) > 1)
        self._choose()

    def new(self) -> None:
        """Ask how a new profile is called."""
        self._ask_name(self.tr("New Profile"), self.tr("Staging"), Profile("", ""))

    def copy(self) -> None:
        """Ask how a copy of this profile is called. Where it goes is not copied."""
        if self.current is not None:
            words = self.tr("{name} (copy)").format(name=self.current.name)
            self._ask_name(
                self.tr("Copy a Profile"), words, replace(self.current, id="", target="")
            )

    def rename(self) -> None:
        """Ask how this profile is called from now on."""
        if self.current is not None:
            self._ask_name(self.tr("Rename a Profile"), self.current.name, self.current)

    def remove(self) -> None:
        """Ask whether to delete this profile."""
        profile = self.current
        if profile is not None and self._icons["trash"].isEnabled():
            ask(
                self,
                self.tr("Delete the profile “{name}”?").format(name=profile.name),
                self.tr("Its releases stay, and so does what it published. It can be undone."),
                (self.tr("Delete"), lambda: self.remove_wanted.emit(profile)),
            )

    def _ask_name(self, title: str, words: str, profile: Profile) -> None:
        sentence = self.tr("What is it called?")
        AskWords(
            title,
            sentence,
            words,
            lambda name: self.save_wanted.emit(replace(profile, name=name)),
            self,
        ).open()

    def _choose(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)

    def _tool(self, words: str, run: Callable[[], None]) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: run())
        return button

    def _colour(self) -> None:
        for name, button in self._icons.items():
            button.setIcon(icon(name, self._desk.themes))
