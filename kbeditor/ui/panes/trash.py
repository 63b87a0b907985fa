"""The trash: what was thrown away, to be taken back or deleted for ever."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
)

from kbeditor.domain.changes import Changes
from kbeditor.domain.records import Library, Ref
from kbeditor.domain.tree import TrashRow
from kbeditor.ui import pane_specs
from kbeditor.ui.desk import Desk
from kbeditor.ui.models.roles import Role
from kbeditor.ui.models.trash import TrashModel
from kbeditor.ui.pane import Pane
from kbeditor.ui.widgets.delegates import TextDelegate, TitleDelegate
from kbeditor.ui.widgets.empty import EmptyState
from kbeditor.ui.widgets.flow import FlowLayout
from kbeditor.ui.widgets.question import ask


class TrashPane(Pane):
    """Deleting for ever is the one thing that undo does not bring back: it is asked for twice."""

    spec = pane_specs.TRASH

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = TrashModel(self)
        self.list = QTreeView(self)
        self.list.setAccessibleName(self.tr("Things in the trash"))
        self.list.setModel(self.model)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setItemDelegateForColumn(0, TitleDelegate(desk.themes, self.list))
        self.list.setItemDelegateForColumn(1, TextDelegate(desk.themes, self.list))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.restore_button = QPushButton(self.tr("Restore"), self, autoDefault=True)
        self.delete_button = QPushButton(self.tr("Delete for ever…"), self, autoDefault=True)
        self.empty_button = QPushButton(self.tr("Empty trash…"), self, autoDefault=True)
        self._empty = EmptyState(desk.themes, "trash", self)
        self._empty.say(
            self.tr("The trash is empty"),
            self.tr("What you delete in the navigator waits here until you empty the trash."),
        )
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        self._build()
        self.show_rows(())

    def _build(self) -> None:
        bar = FlowLayout(6)  # side by side they would keep the whole window wide
        for button, run in (
            (self.restore_button, self.restore),
            (self.delete_button, self.delete),
            (self.empty_button, self.delete_all),
        ):
            button.clicked.connect(lambda _checked=False, run=run: run())
            bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 8, 8, 8)
        foot.addLayout(bar)
        layout.addLayout(foot)
        self.list.selectionModel().selectionChanged.connect(lambda *_rows: self._enable())
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.doubleClicked.connect(lambda _index: self.restore())
        for key, run in (("Return", self.restore), ("Del", self.delete)):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(run)

    # ----------------------------------------------------------------------------- what changed

    def refresh(self, changes: Changes) -> None:
        if changes.everything or changes.tree:
            self.desk.bridge.ask_latest("trash", lambda ws: ws.tree.trashed(), self.show_rows)

    def library_opened(self, library: Library) -> None:
        self.show_rows(())

    def library_closed(self) -> None:
        self.show_rows(())

    def show_rows(self, rows: Sequence[TrashRow]) -> None:
        """Show what lies in the trash."""
        chosen = set(self.chosen())
        self.model.show_rows(rows)
        for number in range(len(rows)):
            index = self.model.index(number, 0)
            if index.data(Role.REF) in chosen:
                flags = self.list.selectionModel().SelectionFlag
                self.list.selectionModel().select(index, flags.Select | flags.Rows)
        self._pages.setCurrentWidget(self.list if rows else self._empty)
        self._enable()

    def chosen(self) -> list[Ref]:
        """What is selected."""
        return [index.data(Role.REF) for index in self.list.selectionModel().selectedRows()]

    def focus(self) -> None:
        self.list.setFocus()

    def _enable(self) -> None:
        some = bool(self.chosen())
        self.restore_button.setEnabled(some)
        self.delete_button.setEnabled(some)
        self.empty_button.setEnabled(self.model.rowCount() > 0)

    # ------------------------------------------------------------------------------------ doing

    def restore(self) -> None:
        """Take the selected things back to where they were."""
        refs = self.chosen()
        if refs:
            self.desk.bridge.run(
                lambda ws: ws.tree.restore(refs),
                lambda count: self.desk.say(self.tr("%Ln thing(s) restored.", "", count)),
            )

    def delete(self) -> None:
        """Ask, then delete the selected things for ever."""
        refs = self.chosen()
        if refs:
            self._ask(self.tr("Delete %Ln thing(s) for ever?", "", len(refs)), refs)

    def delete_all(self) -> None:
        """Ask, then delete everything in the trash for ever."""
        self._ask(self.tr("Empty the trash?"), self.model.refs())

    def _ask(self, question: str, refs: list[Ref]) -> None:
        ask(
            self.desk.window,
            question,
            self.tr("All texts and their earlier versions go too. This cannot be undone."),
            (self.tr("Delete for ever"), lambda: self._purge(refs)),
            dangerous=True,
        )

    def _purge(self, refs: list[Ref]) -> None:
        self.desk.bridge.run(
            lambda ws: ws.tree.purge(refs),
            lambda _count: self.desk.say(self.tr("%Ln thing(s) deleted.", "", len(refs))),
        )

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, run in (
            (self.tr("Restore"), self.restore),
            (self.tr("Delete for ever…"), self.delete),
        ):
            menu.addAction(words, run).setEnabled(self.restore_button.isEnabled())
        menu.popup(self.list.viewport().mapToGlobal(position))
