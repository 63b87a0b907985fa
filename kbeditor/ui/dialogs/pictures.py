"""Pictures and files of the library: look, describe per language, insert, add, remove."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.changes import Changes
from kbeditor.domain.records import Attachment, Ref, TextRef
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog, make_form
from kbeditor.ui.editor.pictures import add_all, files, markdown_for
from kbeditor.ui.icons import pixmap
from kbeditor.ui.pane import TakesText
from kbeditor.ui.plain import PlainLabel, plain_tips
from kbeditor.ui.texts import number_words, size_words
from kbeditor.ui.widgets.choose_file import choose_several
from kbeditor.ui.widgets.question import ask
from kbeditor.ui.widgets.thumbnails import Thumbnails, is_picture

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
EDITOR = "editor"
THUMB = QSize(128, 96)
"""Source pixels are scaled down to this."""
CELL = THUMB + QSize(32, 52)
"""With two lines for the name: what tells pictures of one screen apart stands at its end."""


class AttachmentModel(QAbstractListModel):
    """All attachments; pictures are fetched when their row is first painted."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._items: tuple[Attachment, ...] = ()
        self._rows: dict[str, int] = {}
        self._thumbnails = thumbnails
        thumbnails.ready.connect(self._painted)

    def show(self, items: Sequence[Attachment]) -> None:
        """Show these in place of those before."""
        self.beginResetModel()
        self._items = tuple(items)
        self._rows = {item.id: row for row, item in enumerate(self._items)}
        self.endResetModel()

    def attachment(self, row: int) -> Attachment:
        """The attachment of a row."""
        return self._items[row]

    def row_of(self, attachment_id: str) -> int | None:
        """The row of an attachment."""
        return self._rows.get(attachment_id)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    @plain_tips
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self._items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return item.name
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.icon(item)
        return None

    def _painted(self, attachment_id: str) -> None:
        row = self._rows.get(attachment_id)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))


class PicturesDialog(Dialog):
    """A grid to look through, details of the chosen one at the side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", 860)
        self.setWindowTitle(self.tr("Pictures and files"))
        self._uses: tuple[TextRef, ...] = ()
        self._shown: Attachment | None = None
        self._thumbnails = Thumbnails(desk.bridge, desk.themes, THUMB, self)
        self._model = AttachmentModel(self._thumbnails)
        self._found = QSortFilterProxyModel()
        self._found.setSourceModel(self._model)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.view = QListView()
        self._make_view()
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(self._make_left(), 3)
        columns.addWidget(self._make_details(), 2)
        self.column.addLayout(columns, 1)
        self.insert = self.add_buttons(self.tr("Insert into the Article"), self.tr("Close"))
        assert self.insert is not None
        self.add_extra_button(self.tr("Add Files…")).clicked.connect(self._choose_files)
        self.remove = self.add_extra_button(self.tr("Remove…"))
        self.remove.clicked.connect(self._ask_remove)
        self.resize(940, 620)
        desk.bridge.changed.connect(self._changed)
        self._show_details(None)
        self._load()

    # ------------------------------------------------------------------ making

    def _make_view(self) -> None:
        self.view.setProperty("framed", "true")
        self.view.setModel(self._found)
        self.view.setViewMode(QListView.ViewMode.IconMode)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setMovement(QListView.Movement.Static)
        self.view.setIconSize(THUMB)
        self.view.setGridSize(CELL)
        self.view.setUniformItemSizes(True)
        self.view.setWordWrap(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.view.doubleClicked.connect(self.accept)

    def _make_left(self) -> QVBoxLayout:
        self.field = QLineEdit(placeholderText=self.tr("Find by name"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.textChanged.connect(self._find)
        self._count = PlainLabel()
        self._count.setProperty("role", "muted")
        column = QVBoxLayout()
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        column.addWidget(self._count)
        return column

    def _make_details(self) -> QWidget:
        self._large = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._large.setMinimumSize(260, 180)
        self.name = QLineEdit()
        self.name.editingFinished.connect(self._rename)
        self._locale = QComboBox()
        for locale in self.desk.locales:
            self._locale.addItem(locale.name, locale.tag)
        self._locale.setCurrentIndex(max(0, self._locale.findData(self.desk.selection.locale)))
        self._locale.currentIndexChanged.connect(self._show_alt)
        self.alt = QLineEdit(placeholderText=self.tr("What a person who cannot see it should know"))
        self.alt.editingFinished.connect(self._keep_alt)
        self._facts = PlainLabel(wordWrap=True)
        self._facts.setProperty("role", "muted")
        self._used = QComboBox()
        self._used.activated.connect(self._go)
        self._details = QWidget()
        form: QFormLayout = make_form()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Description"), self.alt)
        form.addRow(self.tr("&Language of the description"), self._locale)
        form.addRow(self.tr("&Used in"), self._used)
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._large)
        column.addWidget(self._facts)
        column.addLayout(form)
        column.addStretch(1)
        return self._details

    # ------------------------------------------------------------------ showing

    def _load(self) -> None:
        self.desk.bridge.run(lambda ws: ws.attachments.list(), self._show_all)

    def _changed(self, changes: Changes) -> None:
        if changes.attachments or changes.everything:
            self._load()

    def _show_all(self, items: tuple[Attachment, ...]) -> None:
        kept = self._shown.id if self._shown else None
        self._model.show(items)
        self._tell_count()
        row = self._model.row_of(kept) if kept else None
        if row is None and items:
            row = 0
        if row is None:
            self._show_details(None)
        else:
            self.view.setCurrentIndex(self._found.mapFromSource(self._model.index(row)))

    def _find(self, words: str) -> None:
        self._found.setFilterFixedString(words)
        self._tell_count()
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._found.index(0, 0))

    def _tell_count(self) -> None:
        found, every = self._found.rowCount(), self._model.rowCount()
        words = self.tr("%Ln picture(s) and file(s)", "", every)
        if found < every:
            words = self.tr("{found} of {all}").format(found=number_words(found), all=words)
        self._count.setText(words)

    def _chosen(self, current: QModelIndex) -> None:
        source = self._found.mapToSource(current)
        self._show_details(self._model.attachment(source.row()) if source.isValid() else None)

    def _show_details(self, shown: Attachment | None) -> None:
        self._shown = shown
        self._details.setEnabled(shown is not None)
        self.remove.setEnabled(False)
        assert self.insert is not None
        self.insert.setEnabled(shown is not None and self._editor() is not None)
        self._used.clear()
        self._large.clear()
        if shown is None:
            self.name.clear()
            self.alt.clear()
            self._facts.setText(
                self.tr("No name holds these words.")
                if self._model.rowCount()
                else self.tr("The library holds no pictures or files yet.")
            )
            return
        self.name.setText(shown.name)
        self._facts.setText(self._describe(shown))
        self._show_alt()
        self._show_large(shown)
        self.desk.bridge.ask_latest(
            "uses", lambda ws: _uses_of(ws, shown.id, self._titles_in()), self._show_uses
        )

    def _titles_in(self) -> str:
        return self.desk.selection.locale

    def _describe(self, item: Attachment) -> str:
        parts = [item.media_type, size_words(item.size)]
        if item.width and item.height:
            parts.append(
                self.tr("{width} × {height} pixels").format(width=item.width, height=item.height)
            )
        return " · ".join(parts)

    def _show_alt(self) -> None:
        if self._shown is not None:
            self.alt.setText(self._shown.alt.get(str(self._locale.currentData()), ""))

    def _show_large(self, item: Attachment) -> None:
        if not is_picture(item):
            colour = self.desk.themes.colour("faint")
            self._large.setPixmap(pixmap("attachment", colour, 64, self.devicePixelRatioF()))
            return
        self.desk.bridge.ask_latest(
            "large", lambda ws: ws.attachments.data(item.id), self._show_data
        )

    def _show_data(self, data: bytes) -> None:
        picture = self._thumbnails.decode(data, QSize(300, 220))
        self._large.setPixmap(QPixmap.fromImage(picture))

    def _show_uses(self, uses: tuple[tuple[TextRef, str], ...]) -> None:
        self._used.clear()
        self._uses = tuple(ref for ref, _title in uses)
        for ref, title in uses:
            self._used.addItem(f"{title} ({ref.locale})")
        if not uses:
            self._used.addItem(self.tr("no text"))
        self._used.setEnabled(bool(uses))
        self.remove.setEnabled(self._shown is not None and not uses)

    # ------------------------------------------------------------------ doing

    def accept(self) -> None:
        editor = self._editor()
        if self._shown is None or editor is None:
            return
        locale = self.desk.selection.locale
        typed = self._locale.currentData() == locale  # perhaps just now, and not yet kept
        description = self.alt.text().strip() if typed else self._shown.alt.get(locale, "")
        words = markdown_for(self._shown, description)
        super().accept()
        editor.insert_text(words)

    def _editor(self) -> TakesText | None:
        pane: object = self.desk.pane(EDITOR)
        return pane if isinstance(pane, TakesText) and pane.can_edit() else None

    def _rename(self) -> None:
        shown, name = self._shown, self.name.text().strip()
        if shown is not None and name and name != shown.name:
            self.desk.bridge.run(lambda ws: ws.attachments.rename(shown.id, name))

    def _keep_alt(self) -> None:
        shown, words = self._shown, self.alt.text().strip()
        locale = str(self._locale.currentData())
        if shown is not None and words != shown.alt.get(locale, ""):
            self.desk.bridge.run(lambda ws: ws.attachments.set_alt(shown.id, locale, words))

    def _go(self, number: int) -> None:
        if number < len(self._uses):
            text = self._uses[number]
            self.reject()
            self.desk.selection.go(text.owner, text.locale)

    def _choose_files(self) -> None:
        choose_several(self, self.tr("Pictures and files to add"), "", self.add_files)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take files into the library."""
        add_all(self.desk.bridge, files([str(path) for path in paths]), lambda _markdown: None)

    def _ask_remove(self) -> None:
        shown = self._shown
        if shown is not None:
            ask(
                self,
                self.tr("Remove {name}?").format(name=shown.name),
                self.tr("No text uses it. Undo brings it back."),
                (self.tr("Remove"), lambda: self._do_remove(shown.id)),
            )

    def _do_remove(self, attachment_id: str) -> None:
        self.desk.bridge.run(lambda ws: ws.attachments.remove([attachment_id]))


def _uses_of(
    workspace: "Workspace", attachment_id: str, locale: str
) -> tuple[tuple[TextRef, str], ...]:
    """The texts that show it, with their titles."""
    uses = workspace.attachments.uses(attachment_id)
    owners: list[Ref] = list({text.owner for text in uses})
    categories, articles = workspace.tree.rows(owners, locale)
    titles = {row.id: row.title for row in categories} | {row.id: row.title for row in articles}
    return tuple((text, titles[text.owner.id]) for text in uses if text.owner.id in titles)
