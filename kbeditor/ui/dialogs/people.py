"""Who works on the library: names, roles, languages."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from kbeditor.app.account import who
from kbeditor.domain.changes import Changes
from kbeditor.domain.people import Person, name_key
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog
from kbeditor.ui.dialogs.person import PersonDialog
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.roles import role_words
from kbeditor.ui.widgets.delegates import TextDelegate
from kbeditor.ui.widgets.empty import EmptyState

NAME, ROLE, LANGUAGES = range(3)
HEIGHT = 240


class PeopleDialog(Dialog):
    """Each change is made at once, and can be undone like any other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", 640)
        self.setWindowTitle(self.tr("Who works here"))
        self.add_sentence(
            self.tr(
                "Names and roles stand on versions and notes, and the menus show each person what "
                "their role needs. They protect nothing: whoever has the file can change all of it."
            )
        )
        self._people: tuple[Person, ...] = ()
        self._unlisted: tuple[str, ...] = ()
        self.table = self._make_table()
        self._empty = EmptyState(desk.themes, "people", self)
        self._empty.say(
            self.tr("Nobody is listed yet"),
            self.tr("Everybody sees all entries of the menus until they are."),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.table)
        self._pages.setMinimumHeight(HEIGHT)
        row = QHBoxLayout()
        row.addWidget(self._pages, 1)
        row.addLayout(self._make_tools())
        self.column.addLayout(row, 1)
        self._also = PlainLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._also.setProperty("role", "muted")
        self.column.addWidget(self._also)
        self.add_buttons(None)
        desk.bridge.changed.connect(self._changed)
        self._read()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 3)
        table.setProperty("framed", "true")
        table.setAccessibleName(self.tr("People"))
        table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Role"), self.tr("Languages")])
        table.setItemDelegate(TextDelegate(self.desk.themes, table))
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(32)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.resizeSection(NAME, 190)
        header.resizeSection(ROLE, 120)
        header.setSectionResizeMode(LANGUAGES, QHeaderView.ResizeMode.Stretch)
        table.itemSelectionChanged.connect(self._check)
        table.itemDoubleClicked.connect(lambda _item: self._change())
        table.installEventFilter(self)
        return table

    def _make_tools(self) -> QVBoxLayout:
        self.add = QPushButton(self.tr("&Add…"), autoDefault=False)
        self.add.clicked.connect(lambda _checked=False: self._add())
        self.change = QPushButton(self.tr("&Change…"), autoDefault=False)
        self.change.clicked.connect(lambda _checked=False: self._change())
        self.remove = QPushButton(self.tr("&Remove"), autoDefault=False)
        self.remove.clicked.connect(lambda _checked=False: self._remove())
        tools = QVBoxLayout()
        for button in (self.add, self.change, self.remove):
            tools.addWidget(button)
        tools.addStretch(1)
        return tools

    def _changed(self, changes: Changes) -> None:
        if changes.people or changes.locales or changes.everything:
            self._read()

    def _read(self, chosen: str = "") -> None:
        self.desk.bridge.ask_latest(
            "people",
            lambda ws: (ws.people.list(), ws.people.unlisted()),
            lambda found: self._show(*found, chosen),
        )

    def _show(self, people: Sequence[Person], unlisted: Sequence[str], chosen: str) -> None:
        kept = chosen or next((each.id for each in self._chosen()), "")
        self._people, self._unlisted = tuple(people), tuple(unlisted)
        mine = name_key(who(self.desk.preferences))
        self.table.setRowCount(len(people))
        for row, person in enumerate(people):
            name = person.name
            if name_key(name) == mine:
                name = self.tr("{name} (you)").format(name=name)
            cells = (name, role_words(person.role), self._languages(person))
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                self.table.setItem(row, column, item)
            if person.id == kept:
                self.table.selectRow(row)
        self._pages.setCurrentWidget(self.table if people else self._empty)
        words = self.tr("Names on versions and notes that are not listed: {names}")
        self._also.setText(words.format(names=", ".join(unlisted)))
        self._also.setVisible(bool(unlisted))
        self._check()

    def _languages(self, person: Person) -> str:
        names = [each.name for each in self.desk.locales if each.tag in person.locales]
        return ", ".join(names) or self.tr("All")

    def _chosen(self) -> list[Person]:
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return [self._people[row] for row in sorted(rows) if row < len(self._people)]

    def _check(self) -> None:
        count = len(self._chosen())
        self.change.setEnabled(count == 1)
        self.remove.setEnabled(count > 0)

    def _add(self) -> None:
        """The names most likely wanted come first: one's own, then those on versions."""
        mine = who(self.desk.preferences)
        listed = {name_key(each.name) for each in self._people}
        names = (mine, *self._unlisted)
        name = next((each for each in names if name_key(each) not in listed), "")
        role = "manager" if not self._people else "translator"
        PersonDialog(self.desk, Person("", name, role), self._added, self).open()

    def _added(self, person: Person) -> None:
        self._read(person.id)
        self.table.setFocus()

    def _change(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            PersonDialog(self.desk, chosen[0], None, self).open()

    def _remove(self) -> None:
        ids = [each.id for each in self._chosen()]
        if ids:
            self.desk.bridge.run(
                lambda ws: ws.people.remove(ids),
                lambda count: self.desk.say(
                    self.tr("%Ln person(s) taken off the list. Undo brings them back.", "", count)
                ),
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter changes a person, Delete takes one off the list."""
        if (
            watched is self.table
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._change()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
        return super().eventFilter(watched, event)
