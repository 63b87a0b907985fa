"""Changes of sources that were called minor: no translator was told of them; each is revocable."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.blocks import Equivalence
from kbeditor.domain.changes import Changes
from kbeditor.domain.records import Ref
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import GAP, Dialog
from kbeditor.ui.widgets.changes_view import ChangesView, ShownChange
from kbeditor.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

TITLE, WHY, WHO, WHEN = range(4)
_ROW = Qt.ItemDataRole.UserRole


class MinorChangesDialog(Dialog):
    """Newest first; the words of what is chosen stand below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", 760)
        self.setWindowTitle(self.tr("Minor changes"))
        self.add_sentence(
            self.tr(
                "These changes of source texts were called minor: the translations stay up to "
                "date. Where one is revoked, the block is outdated in every translation that is "
                "older than it."
            )
        )
        self._found: tuple[Equivalence, ...] = ()
        self.list = QTreeWidget()
        self.list.setProperty("framed", "true")
        self.list.setAccessibleName(self.tr("Minor changes"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHeaderLabels(
            [self.tr("Article"), self.tr("Why"), self.tr("Who"), self.tr("When")]
        )
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.changes = ChangesView(desk.themes)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.list, 3)
        column.addWidget(self.changes, 2)
        self._empty = EmptyState(desk.themes, "success", self)
        self._empty.say(
            self.tr("No change was called minor"),
            self.tr("When a changed source is published, you are asked how big the change is."),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self._empty)
        self._pages.setMinimumHeight(400)
        self.column.addWidget(self._pages, 1)
        self.add_buttons(None)
        self.revoke = self.add_extra_button(self.tr("&Revoke"))
        self.revoke.clicked.connect(lambda _checked=False: self._revoke())
        self.list.itemSelectionChanged.connect(self._show_chosen)
        self.list.itemActivated.connect(lambda item, _column: self._open(item))
        desk.bridge.changed.connect(self._library_changed)
        self._read()

    def _library_changed(self, changes: Changes) -> None:
        if changes.everything or changes.texts:
            self._read()

    def _read(self) -> None:
        self.desk.bridge.ask_latest("minor_changes", read_minor, self._show)

    def _show(self, read: tuple[tuple[Equivalence, ...], Mapping[Ref, str]]) -> None:
        found, titles = read
        if found == self._found and self.list.topLevelItemCount():
            return
        self._found = found
        self.list.clear()
        for each in reversed(found):
            moment = QDateTime.fromSecsSinceEpoch(int(each.created_at.timestamp()))
            when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
            title = titles.get(each.source.owner, "") or self.tr("Untitled")
            item = QTreeWidgetItem([title, each.why, each.who, when])
            item.setData(TITLE, _ROW, each)
            self.list.addTopLevelItem(item)
        self.list.setCurrentIndex(self.list.model().index(0, 0, QModelIndex()))
        self._pages.setCurrentIndex(0 if found else 1)
        self._show_chosen()

    def _chosen(self) -> list[Equivalence]:
        return [item.data(TITLE, _ROW) for item in self.list.selectedItems()]

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        self.revoke.setEnabled(bool(chosen))
        self.changes.show_changes(
            [ShownChange("", "", each.old_text, each.new_text) for each in chosen]
        )

    def _revoke(self) -> None:
        ids = [each.id for each in self._chosen()]
        self.desk.bridge.run(
            lambda ws: ws.blocks.revoke(ids),
            self._tell_revoked,
        )

    def _tell_revoked(self, count: int) -> None:
        self.desk.say(self.tr("%Ln minor change(s) revoked. Undo brings them back.", "", count))

    def _open(self, item: QTreeWidgetItem) -> None:
        source = item.data(TITLE, _ROW).source
        self.accept()
        self.desk.selection.go(source.owner, source.locale)
        self.desk.frame.show_pane("editor")


def read_minor(
    workspace: "Workspace",
) -> tuple[tuple[Equivalence, ...], Mapping[Ref, str]]:
    """All minor changes, oldest first, and the titles of their articles."""
    found = workspace.blocks.equivalences()
    owners: Sequence[Ref] = list(dict.fromkeys(each.source.owner for each in found))
    source = workspace.library.source_locale
    categories, articles = workspace.tree.rows(owners, source)
    titles = {row.id: row.title for row in categories}
    titles |= {row.id: row.title for row in articles}
    return found, {owner: titles.get(owner.id, "") for owner in owners}
