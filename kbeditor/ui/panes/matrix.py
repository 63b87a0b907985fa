"""All articles in all locales: find what is to be done, and do it to many at once."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from kbeditor.domain.changes import Changes
from kbeditor.domain.records import Kind, Library, TextRef
from kbeditor.domain.states import State, mark_outdated
from kbeditor.domain.status import MatrixRow
from kbeditor.ui import pane_specs
from kbeditor.ui.desk import Desk
from kbeditor.ui.models.columns import behind_words
from kbeditor.ui.models.matrix import MatrixModel
from kbeditor.ui.models.matrix_filter import NOTED, STATE_CODES, UNFINISHED, MatrixFilter
from kbeditor.ui.models.matrix_rows import MatrixRows
from kbeditor.ui.models.roles import Role
from kbeditor.ui.models.selecting import ranges
from kbeditor.ui.pane import Pane
from kbeditor.ui.plain import PlainLabel, plain_tip
from kbeditor.ui.state_changes import change_state, mark_still_valid
from kbeditor.ui.texts import STATES, mark_words, number_words, words_of
from kbeditor.ui.widgets.empty import EmptyState
from kbeditor.ui.widgets.matrix_table import MatrixTable

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

FILTER_MS = 80
SUMMARY_MS = 60
RELOAD_MS = 600
MANY_CELLS = 2000
"""A larger selection is not carried over a new order."""

MANY_ROWS = 2000

KEYS = {
    "Ctrl+Shift+Return": "publish",
    "Ctrl+Shift+Enter": "publish",
    "Ctrl+Shift+R": "submit",
    "Ctrl+Alt+V": "still_valid",
}


def read_rows(workspace: "Workspace", locale: str) -> MatrixRows:
    """All rows, ready to be sorted; on the library's thread."""
    tags = [each.tag for each in workspace.locales.list()]
    rows, categories = workspace.status.matrix(), workspace.tree.categories(locale)
    return MatrixRows(tags, rows, categories, read_noted(workspace))


def read_noted(workspace: "Workspace") -> dict[str, frozenset[str]]:
    """Ids of the articles with open notes, by locale."""
    tags = [each.tag for each in workspace.locales.list()]
    return {tag: frozenset(ref.id for ref in workspace.notes.open_counts(tag)) for tag in tags}


class MatrixPane(Pane):
    """Filters above, the table, and below it what is selected and what can be done with it."""

    spec = pane_specs.MATRIX

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = MatrixModel(self)
        self.table = MatrixTable(self.model, desk.themes, KEYS, self)
        self.table.setAccessibleName(self.tr("Articles by language"))
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(self.tr("Filter by title or category"))
        self.words.setAccessibleName(self.tr("Filter by title or category"))
        self.categories = QComboBox(self)
        self.locales = QComboBox(self)
        self.states = QComboBox(self)
        self._summary = PlainLabel(self)
        self._summary.setProperty("role", "muted")
        self._nothing = EmptyState(desk.themes, "filter", self)
        self._pages = QStackedWidget(self)
        self._kept: list[tuple[str, int]] = []
        self._kept_current: tuple[str, int] | None = None
        self._wanted_category = ""
        self.commands: dict[str, Callable[[], None]] = {
            "open": self.open_current,
            "submit": partial(self._change, State.IN_REVIEW),
            "publish": partial(self._change, State.PUBLISHED),
            "back_to_draft": partial(self._change, State.DRAFT),
            "still_valid": self._still_valid,
        }
        self.buttons = {
            command: QPushButton(self._command_words(command), self, autoDefault=True)
            for command in self.commands
            if command != "open"
        }
        self._build()
        self._connect()

    # --------------------------------------------------------------------------------- building

    def _build(self) -> None:
        self.categories.setMaximumWidth(240)
        self.categories.setAccessibleName(self.tr("Category"))
        self.locales.setAccessibleName(self.tr("Language"))
        self.states.setAccessibleName(self.tr("State"))
        self.states.addItem(self.tr("Any state"), "")
        for code in STATE_CODES:
            own = {UNFINISHED: self.tr("Unfinished"), NOTED: self.tr("With open notes")}
            self.states.addItem(own.get(code) or words_of("State", STATES, code), code)
        self._nothing.say(self.tr("No article passes these filters"))
        self._nothing.offer(self.tr("Clear the filters"), self.clear_filters)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._nothing)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 8, 8, 8)
        bar.setSpacing(6)
        bar.addWidget(self.words, 1)
        for box in (self.categories, self.locales, self.states):
            bar.addWidget(box)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 8, 6)
        foot.setSpacing(6)
        foot.addWidget(self._summary, 1)
        for button in self.buttons.values():
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        self._fill_boxes()

    def _connect(self) -> None:
        self._filter_soon = QTimer(self, singleShot=True, interval=FILTER_MS)
        self._filter_soon.timeout.connect(self._filter)
        self._summary_soon = QTimer(self, singleShot=True, interval=SUMMARY_MS)
        self._summary_soon.timeout.connect(self._summarise)
        self._reload_soon = QTimer(self, singleShot=True, interval=RELOAD_MS)
        self._reload_soon.timeout.connect(self._load)
        self.words.textChanged.connect(lambda _text: self._filter_soon.start())
        for box in (self.categories, self.locales, self.states):
            box.currentIndexChanged.connect(lambda _index: self._filter())
        self.model.modelAboutToBeReset.connect(self._keep_selection)
        self.model.modelReset.connect(self._restore_selection)
        self.model.dataChanged.connect(lambda *_cells: self._summary_soon.start())
        self.table.selectionModel().selectionChanged.connect(
            lambda *_cells: self._summary_soon.start()
        )
        self.table.opened.connect(self.open_current)
        self.table.command.connect(lambda command: self.commands[command]())
        self.table.customContextMenuRequested.connect(self._show_menu)
        for command, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, run=self.commands[command]: run())
        self.desk.themes.changed.connect(self.table.viewport().update)
        self._summarise()

    def _command_words(self, command: str) -> str:
        return {
            "open": self.tr("Open"),
            "submit": self.tr("Submit for review"),
            "publish": self.tr("Publish"),
            "back_to_draft": self.tr("Back to draft"),
            "still_valid": self.tr("Still valid"),
        }[command]

    def _fill_boxes(self) -> None:
        """Locales and categories as they are now; what was chosen stays chosen."""
        places = sorted(self.model.all.places.items(), key=lambda item: item[1].folded)
        entries = [(place.path, id_) for id_, place in places]
        _refill(self.categories, self.tr("All categories"), entries)
        named = [(locale.name, locale.tag) for locale in self.desk.locales]
        _refill(self.locales, self.tr("Any language"), named)

    # ----------------------------------------------------------------------------- what changed

    def refresh(self, changes: Changes) -> None:
        owners = list(changes.owners())
        if changes.everything or changes.locales:
            self._load()
        elif len(owners) > MANY_ROWS or any(ref.kind is Kind.CATEGORY for ref in owners):
            self._reload_soon.start()
        elif owners:
            self._patch([ref.id for ref in owners])
        if changes.notes:
            self.desk.bridge.ask_latest("matrix.notes", read_noted, self._know_notes)

    def _know_notes(self, noted: dict[str, frozenset[str]]) -> None:
        self.model.know_notes(noted)
        if self.model.filter.state == NOTED:
            self.model.show(self.model.filter)

    def library_opened(self, library: Library) -> None:
        self._wanted_category = ""
        self.clear_filters()

    def library_closed(self) -> None:
        self._reload_soon.stop()
        self._land(MatrixRows((), (), ()))

    def _load(self) -> None:
        locale = self.desk.selection.source_locale
        self.desk.bridge.ask_latest("matrix", lambda ws: read_rows(ws, locale), self._land)

    def _land(self, rows: MatrixRows) -> None:
        self.model.load(rows, {locale.tag: locale.name for locale in self.desk.locales})
        self._fill_boxes()
        if self._wanted_category:
            self.categories.setCurrentIndex(max(0, self.categories.findData(self._wanted_category)))
            self._wanted_category = ""

    def _patch(self, ids: Sequence[str]) -> None:
        def land(fresh: tuple[MatrixRow, ...]) -> None:
            if len(fresh) < len(ids) or not self.model.update_rows(fresh):
                self._reload_soon.start()

        self.desk.bridge.run(lambda ws: ws.status.matrix(ids), land)

    # ------------------------------------------------------------------------------------ filters

    def show_filtered(self, wanted: MatrixFilter) -> None:
        """Set the filters. A category that is not read yet is chosen when it is."""
        self._fill_boxes()
        known = self.categories.findData(wanted.category_id) >= 0
        self._wanted_category = "" if known else wanted.category_id
        for box, value in (
            (self.categories, wanted.category_id),
            (self.locales, wanted.locale),
            (self.states, wanted.state),
        ):
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(value)))
            box.blockSignals(False)
        self.words.setText(wanted.words)
        self._filter()

    def clear_filters(self) -> None:
        """Show all articles."""
        self.show_filtered(MatrixFilter())

    def _filter(self) -> None:
        self._filter_soon.stop()
        wanted = MatrixFilter(
            self.words.text(),
            self.categories.currentData() or "",
            self.locales.currentData() or "",
            self.states.currentData() or "",
        )
        if wanted != self.model.filter:
            self.model.show(wanted)

    # ---------------------------------------------------------------------------------- selection

    def _keep_selection(self) -> None:
        """By article and column: the lines are about to be others."""
        self._kept.clear()
        current = self.table.currentIndex()
        self._kept_current = None
        if current.isValid():
            self._kept_current = (self.model.row(current.row()).id, current.column())
        selection = ranges(self.table.selectionModel().selection())
        if sum(part.width() * part.height() for part in selection) > MANY_CELLS:
            return
        for part in selection:
            for line in range(part.top(), part.bottom() + 1):
                id_ = self.model.row(line).id
                self._kept += [(id_, column) for column in range(part.left(), part.right() + 1)]

    def _restore_selection(self) -> None:
        filtered_out = not self.model.rowCount() and bool(self.model.all.rows)
        self._pages.setCurrentWidget(self._nothing if filtered_out else self.table)
        flags = QItemSelectionModel.SelectionFlag
        selection_model = self.table.selectionModel()
        if self._kept_current is not None:
            for index in self.model.cells([self._kept_current]).indexes():
                selection_model.setCurrentIndex(index, flags.NoUpdate)
                self.table.scrollTo(index)
        if self._kept:
            selection_model.select(self.model.cells(self._kept), flags.ClearAndSelect)
        self._summary_soon.start()

    def chosen_texts(self) -> list[tuple[TextRef, int]]:
        """The selected texts with their marks."""
        return self.model.texts(self.table.selectionModel().selection())

    def _summarise(self) -> None:
        """Say what is selected, else how much is shown."""
        self._summary_soon.stop()
        marks = self.model.marks(self.table.selectionModel().selection())
        for button in self.buttons.values():
            button.setEnabled(bool(marks))
        self.buttons["still_valid"].setEnabled(any(map(mark_outdated, marks)))
        if not marks:
            shown, total = self.model.rowCount(), len(self.model.all.rows)
            words = self.tr("%Ln article(s)", "", shown)
            if shown != total:
                words = self.tr("{shown} of {total} articles").format(
                    shown=number_words(shown), total=number_words(total)
                )
            self._summary.setText(words)
            return
        parts = [
            f"{number_words(count)} {mark_words(mark).lower()}"
            for mark, count in sorted(marks.items())
        ]
        words = self.tr("%Ln text(s) selected", "", marks.total())
        behind = self.model.behind(self.table.selectionModel().selection())
        if behind:
            parts.append(behind_words(behind))
        self._summary.setText(f"{words}: {' · '.join(parts)}")
        self._summary.setToolTip(plain_tip(self._summary.text()))

    # ------------------------------------------------------------------------------------ doing

    def focus(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def open_current(self) -> None:
        """Open the current cell's text; from a column that is no locale's, in the locale in use."""
        index = self.table.currentIndex()
        if index.isValid():
            self.desk.selection.go(index.data(Role.REF), index.data(Role.LOCALE))
            self.desk.frame.show_pane("editor")

    def _change(self, state: State) -> None:
        texts = [text for text, _mark in self.chosen_texts()]
        if texts:
            change_state(self.desk, texts, state)

    def _still_valid(self) -> None:
        texts = [text for text, mark in self.chosen_texts() if mark_outdated(mark)]
        if texts:
            mark_still_valid(self.desk, texts)

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys = {command: key for key, command in reversed(KEYS.items())}
        for command, run in self.commands.items():
            words = self._command_words(command)
            key = keys.get(command)
            action = menu.addAction(f"{words}\t{key}" if key else words, run)
            if command in self.buttons:
                action.setEnabled(self.buttons[command].isEnabled())
            else:
                menu.addSeparator()
        menu.popup(self.table.viewport().mapToGlobal(position))

    def save_state(self) -> dict[str, Any]:
        header = self.table.horizontalHeader()
        return {
            "locale": self.locales.currentData(),
            "state": self.states.currentData(),
            "column": header.sortIndicatorSection(),
            "descending": header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        self._fill_boxes()
        self.show_filtered(
            MatrixFilter(locale=state.get("locale") or "", state=state.get("state") or "")
        )
        if "column" in state:
            orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
            self.table.sortByColumn(int(state["column"]), orders[bool(state.get("descending"))])


def _refill(box: QComboBox, everything: str, entries: Sequence[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, "")
    for words, value in entries:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
