"""The glossary of the library, language by language."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
)

from kbeditor.domain.blocks import GlossaryTerm
from kbeditor.domain.changes import Changes
from kbeditor.domain.errors import KbError
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog
from kbeditor.ui.dialogs.importing import ImportDialog
from kbeditor.ui.dialogs.term import TermDialog
from kbeditor.ui.models.glossary import FORBIDDEN, NOTE, TERM, TRANSLATION, GlossaryModel
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import error_words
from kbeditor.ui.widgets.choose_file import choose_open, choose_save
from kbeditor.ui.widgets.delegates import TextDelegate
from kbeditor.ui.widgets.empty import EmptyState

WIDTH, HEIGHT = 820, 380


class GlossaryDialog(Dialog):
    """Each change is made at once, and can be undone like any other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", WIDTH)
        self.setWindowTitle(self.tr("Glossary"))
        self.add_sentence(
            self.tr(
                "What terms are to be called in each language. They are shown beside the blocks "
                "that hold them, and checked in their translations."
            )
        )
        self.locales = QComboBox()
        self.locales.setAccessibleName(self.tr("Language"))
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.setPlaceholderText(self.tr("Search terms"))
        self.line.setAccessibleName(self.tr("Search terms"))
        self.model = GlossaryModel(self)
        self.table = QTableView()
        self._empty = EmptyState(desk.themes, "book", self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.table)
        self._pages.setMinimumHeight(HEIGHT)
        self._count = PlainLabel()
        self._count.setProperty("role", "muted")
        self._make_table()
        self._build()
        self._connect()
        self._fill_locales()
        self.line.setFocus()

    def _make_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(TextDelegate(self.desk.themes, table))
        table.setProperty("framed", "true")
        table.setAccessibleName(self.tr("Terms"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSortingEnabled(True)
        table.sortByColumn(TERM, Qt.SortOrder.AscendingOrder)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(30)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((TERM, 180), (TRANSLATION, 180), (FORBIDDEN, 140)):
            header.resizeSection(column, width)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        table.installEventFilter(self)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.locales)
        head.addWidget(self.line, 1)
        self.add = QPushButton(self.tr("&Add…"), autoDefault=False)
        self.change = QPushButton(self.tr("&Change…"), autoDefault=False)
        self.remove = QPushButton(self.tr("&Remove"), autoDefault=False)
        tools = QVBoxLayout()
        for button in (self.add, self.change, self.remove):
            tools.addWidget(button)
        tools.addStretch(1)
        self.take_in = QPushButton(self.tr("&Import…"), autoDefault=False)
        self.export = QPushButton(self.tr("&Export…"), autoDefault=False)
        tools.addWidget(self.take_in)
        tools.addWidget(self.export)
        row = QHBoxLayout()
        row.addWidget(self._pages, 1)
        row.addLayout(tools)
        self.column.addLayout(head)
        self.column.addLayout(row, 1)
        self.column.addWidget(self._count)
        self.add_buttons(None)

    def _connect(self) -> None:
        self.locales.currentIndexChanged.connect(lambda _index: self._read())
        self.line.textChanged.connect(self._find)
        self.add.clicked.connect(lambda _checked=False: self._add())
        self.change.clicked.connect(lambda _checked=False: self._change())
        self.remove.clicked.connect(lambda _checked=False: self._remove())
        self.take_in.clicked.connect(lambda _checked=False: self._choose_import())
        self.export.clicked.connect(lambda _checked=False: self._choose_export())
        self.table.doubleClicked.connect(lambda _index: self._change())
        self.table.selectionModel().selectionChanged.connect(lambda *_each: self._check())
        self.desk.bridge.changed.connect(self._changed)

    @property
    def tag(self) -> str:
        """The language whose terms are shown."""
        return str(self.locales.currentData() or "")

    def _fill_locales(self) -> None:
        selection = self.desk.selection
        for each in self.desk.locales:
            if each.tag != selection.source_locale:
                self.locales.addItem(each.name, each.tag)
        self.locales.setCurrentIndex(max(0, self.locales.findData(selection.locale)))
        self._read()

    def _changed(self, changes: Changes) -> None:
        if changes.glossary or changes.everything:
            self._read()

    def _read(self, chosen: str = "") -> None:
        locale = self.tag
        if not locale:
            self._show((), chosen)
            return
        self.desk.bridge.ask_latest(
            "glossary", lambda ws: ws.glossary.list(locale), lambda terms: self._show(terms, chosen)
        )

    def _show(self, terms: Sequence[GlossaryTerm], chosen: str) -> None:
        kept = chosen or next(iter(self._chosen()), "")
        self.model.show_terms(terms)
        self._choose(kept)
        self._say()

    def _choose(self, term_id: str) -> None:
        row = self.model.row_of(term_id)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(
                self.model.index(row, TERM), flags.ClearAndSelect | flags.Rows
            )

    def _find(self, words: str) -> None:
        self.model.find(words)
        self._say()

    def _say(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if not self.tag:
            self._empty.say(
                self.tr("There is no other language yet"),
                self.tr("Add one under Library › Languages: a glossary says how terms go there."),
            )
        elif total:
            self._empty.say(self.tr("Nothing found"), self.tr("No term holds these words."))
        else:
            self._empty.say(
                self.tr("No terms yet"),
                self.tr("Add the words that are always to be translated the same way."),
            )
        self._pages.setCurrentWidget(self.table if shown else self._empty)
        self._count.setText(self.tr("%Ln term(s)", "", shown) if total else "")
        self._check()

    def _check(self) -> None:
        count = len(self._chosen())
        self.add.setEnabled(bool(self.tag))
        self.change.setEnabled(count == 1)
        self.remove.setEnabled(count > 0)
        self.take_in.setEnabled(bool(self.tag))
        self.export.setEnabled(self.model.total > 0)

    def _chosen(self) -> list[str]:
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return [self.model.term(row).id for row in sorted(rows) if row < self.model.rowCount()]

    def _add(self) -> None:
        new = GlossaryTerm("", self.line.text().strip(), self.tag, "")
        TermDialog(self.desk, new, self._added, self).open()

    def _added(self, term: GlossaryTerm) -> None:
        self.line.clear()
        self._read(term.id)
        self.table.setFocus()

    def _change(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            term = self.model.term(self.model.row_of(chosen[0]))
            TermDialog(self.desk, term, None, self).open()

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.desk.bridge.run(
                lambda ws: ws.glossary.remove(chosen),
                lambda count: self.desk.say(
                    self.tr("%Ln term(s) removed. Undo brings them back.", "", count)
                ),
            )

    # ------------------------------------------------------------------ files

    def _choose_import(self) -> None:
        kinds = self.tr("Glossaries") + " (*.csv *.tsv *.tbx)"
        choose_open(self, self.tr("The glossary to import"), kinds, self.read, self._folder())

    def read(self, path: Path) -> None:
        """Show what a file would bring into this language's glossary; nothing is changed yet."""
        dialog = ImportDialog(self.desk)
        dialog.open()
        dialog.read(path, self.tag)

    def _choose_export(self) -> None:
        kinds = ";;".join((self.tr("Table") + " (*.csv)", self.tr("TBX") + " (*.tbx)"))
        name = self.tr("glossary") + f"-{self.tag}.csv"
        title = self.tr("Where to write the glossary")
        choose_save(self, title, kinds, self._folder() / name, self.write)

    def write(self, path: Path) -> None:
        """Write this language's glossary: TBX by that ending, else as a table."""
        locale = self.tag
        format_id = "tbx" if path.suffix.lower() == ".tbx" else "glossary-csv"
        self.desk.bridge.run(
            lambda ws: ws.handing.export(format_id, locale, path),
            lambda report: self._count.setText(
                self.tr("Written to {target}").format(target=report.target)
            ),
            self._refused,
        )

    def _refused(self, error: Exception) -> bool:
        if isinstance(error, KbError):
            self._count.setText(error_words(error))
        return isinstance(error, KbError)

    def _folder(self) -> Path:
        return self.desk.bridge.path.parent if self.desk.bridge.path else self.desk.paths.documents

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter changes a term, Delete removes it."""
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
