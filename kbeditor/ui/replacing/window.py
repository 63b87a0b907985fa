"""Find and replace in the whole library: looks, lists every place, replaces what is ticked."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from kbeditor.domain.changes import Changes
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import TextRef
from kbeditor.domain.replacing import Found, Query, Replaced, Scope, Template
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.text_pane import EDITOR, TextPane
from kbeditor.ui.going import go_to_line
from kbeditor.ui.jobs import Job
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.publish.workbench import Workbench
from kbeditor.ui.replacing.delegate import PlaceDelegate
from kbeditor.ui.replacing.form import ReplaceForm
from kbeditor.ui.replacing.model import PlacesModel
from kbeditor.ui.replacing.places_tree import PlacesTree
from kbeditor.ui.replacing.words import done_words, found_words, left_words, nothing_words
from kbeditor.ui.texts import error_words, step_words
from kbeditor.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

UNFOLDED = 300
"""Up to so many places all are unfolded; of more only the texts are listed."""
WIDTH, HEIGHT = 980, 680


class ReplaceWindow(Workbench):
    """Beside the main window, so that a place can be looked at in its text."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        standing = desk.bridge.standing
        self._writable = standing is not None and not standing.read_only
        self.setWindowTitle(
            self.tr("Find and Replace in the Library")
            if self._writable
            else self.tr("Find in the Library")
        )
        self.resize(min(WIDTH, self.width()), min(HEIGHT, self.height()))
        self._job: Job | None = None
        self._closed = self._ended = self._replacing = False
        self._asked: tuple[Query, Scope] | None = None
        self._listed: frozenset[TextRef] = frozenset()
        self._stale = False
        self.found: Found | None = None
        self.form = ReplaceForm(desk)
        self.model = PlacesModel(self)
        self.tree = PlacesTree(self.model, self)
        self.tree.setItemDelegate(PlaceDelegate(desk.themes, self.tree))
        self.tree.setAccessibleName(self.tr("Places found"))
        self.idle = EmptyState(desk.themes, "search", self)
        self.nothing = EmptyState(desk.themes, "search", self)
        self.done_page = EmptyState(desk.themes, "success", self)
        self.undo_button = self.done_page.offer(self.tr("Undo"), self._undo)
        self.pages = QStackedWidget()
        self.error = PlainLabel(wordWrap=True)
        self.error.setProperty("role", "error")
        self.said = PlainLabel(wordWrap=True)
        self.said.setProperty("role", "muted")
        self._bar = QProgressBar(textVisible=False)
        self.stop_button = QPushButton(self.tr("Stop"), autoDefault=False)
        self.find_button = QPushButton(self.tr("Fin&d"), autoDefault=False)
        self.all_button = QPushButton(autoDefault=False)
        self.close_button = QPushButton(self.tr("Close"), autoDefault=False)
        self.replace_button = QPushButton(autoDefault=False)
        self.find_button.setDefault(True)  # never the other one: Enter alone replaces nothing
        self._bad = False
        self._build()
        self._connect()
        self._show_work(False)
        self._offer()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.form, 1)
        head.addWidget(self.find_button, 0, Qt.AlignmentFlag.AlignTop)
        work = QHBoxLayout()
        work.addWidget(self.said, 1)
        work.addWidget(self._bar)
        work.addWidget(self.stop_button)
        work.addWidget(self.all_button)
        foot = QHBoxLayout()
        foot.addWidget(self.error, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.replace_button)
        self.idle.say(
            self.tr("Nothing is looked for yet"),
            self.tr(
                "Type the words and press Enter. Every place is listed before anything is replaced."
            )
            if self._writable
            else self.tr("Type the words and press Enter. This library can only be read."),
        )
        for page in (self.idle, self.nothing, self.done_page, self.tree):
            self.pages.addWidget(page)
        self.column.addLayout(head)
        self.column.addLayout(work)
        self.column.addWidget(self.pages, 1)
        self.column.addLayout(foot)
        if not self._writable:
            self.form.only_find()
            self.replace_button.hide()
            self.all_button.hide()
        self.form.words.setText(_selected_words(self.desk))
        self.form.words.selectAll()
        self.form.words.setFocus()

    def _connect(self) -> None:
        self.form.asked.connect(self.search)
        self.form.query_changed.connect(self._offer)
        self.form.new_changed.connect(self._offer)
        self.find_button.clicked.connect(lambda _checked=False: self.search())
        self.stop_button.clicked.connect(lambda _checked=False: self._stop())
        self.all_button.clicked.connect(lambda _checked=False: self._tick_all())
        self.close_button.clicked.connect(lambda _checked=False: self.reject())
        self.replace_button.clicked.connect(lambda _checked=False: self.replace())
        self.tree.activated.connect(self.open_place)
        self.model.dataChanged.connect(self._count)
        bridge = self.desk.bridge
        bridge.changed.connect(self._library_changed)
        bridge.closed.connect(self.reject)
        self._read_tree()

    def _read_tree(self) -> None:
        locale = self.desk.selection.locale
        self.desk.bridge.ask_latest(
            "replacing.tree", lambda ws: ws.tree.categories(locale), self.form.show_tree
        )

    # ------------------------------------------------------------------ finding

    def search(self) -> None:
        """Look for what the form says; what was listed goes."""
        if self._job is not None:
            return
        query, scope = self.form.query, self.form.scope
        if not query.words:
            self.form.words.setFocus()
            return
        self.form.remember()
        self.desk.flush()
        self._show(None)
        self.pages.setCurrentWidget(self.idle)
        self._asked = query, scope
        self._start(lambda ws, progress: ws.replacing.find(query, scope, progress), self._list)

    def _list(self, found: Found) -> None:
        self._end()
        self._show(found)
        if not found.count:
            self.nothing.say(*nothing_words(found))
            self.pages.setCurrentWidget(self.nothing)
        else:
            self.pages.setCurrentWidget(self.tree)
            if found.count <= UNFOLDED:
                self.tree.expandAll()
            self.tree.setCurrentIndex(self.model.index(0, 0))
            self.tree.setFocus()

    def _show(self, found: Found | None) -> None:
        self.found = found
        self._listed = frozenset(each.ref for each in found.texts) if found else frozenset()
        self._stale = False
        self.model.show_found(found)
        self._offer()

    # ------------------------------------------------------------------ replacing

    def replace(self) -> None:
        """Replace what is ticked, as one act."""
        found, new, keep = self.found, self.form.new.text(), self.form.keeps_case
        if found is None or self._job is not None or not self.replace_button.isEnabled():
            return
        chosen = self.model.chosen()
        self.desk.flush()
        self._replacing = True
        self._start(
            lambda ws, progress: ws.replacing.replace(
                found, new, chosen, keep_case=keep, progress=progress
            ),
            self._replaced,
        )

    def _replaced(self, done: Replaced) -> None:
        self._end()
        self._show(None)
        self._asked = None
        words = done_words(done)
        self.done_page.say(words, left_words(done.left))
        self.undo_button.setVisible(done.places > 0)
        self.pages.setCurrentWidget(self.done_page)
        (self.undo_button if done.places else self.find_button).setFocus()
        self.desk.say(f"{words}.")

    def _undo(self) -> None:
        self.desk.actions.trigger("edit.undo")
        self.pages.setCurrentWidget(self.idle)
        self.form.words.setFocus()

    # ------------------------------------------------------------------ work

    def _start(
        self, work: Callable[["Workspace", Progress], Any], land: Callable[[Any], None]
    ) -> None:
        self._ended = False
        self._show_work(True)
        run = self.desk.bridge.run_long if self._replacing else self.desk.bridge.start
        job = run(work, land, self._failed)
        if not self._ended:  # with an inline executor it has landed already
            self._job = job
            job.progressed.connect(self._step)
            self._offer()

    def _step(self, code: str, done: int, total: int) -> None:
        self.said.setText(step_words(code))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self.stop_button.setEnabled(False)

    def _end(self) -> None:
        self._job = None
        self._ended, self._replacing = True, False
        self._show_work(False)

    def _failed(self, error: Exception) -> bool:
        finding = not self._replacing
        self._end()
        if finding:
            self._asked = None
        self._offer()
        if not isinstance(error, KbError):
            return False
        self.error.setText(error_words(error))
        if isinstance(error, Cancelled) and finding:
            self.error.setText(self.tr("Stopped."))
        return True

    def _show_work(self, working: bool) -> None:
        self._bar.setVisible(working)
        self._bar.setRange(0, 0)
        self.stop_button.setVisible(working)
        self.stop_button.setEnabled(True)
        self.form.setEnabled(not working)
        self.tree.setEnabled(not (working and self._replacing))

    # ------------------------------------------------------------------ what can be done now

    def _offer(self) -> None:
        """Bring the replacement, the buttons and the words in step with what is asked for."""
        self.error.setText("")
        template = None
        if self.found is not None and self._writable:
            try:
                template = Template(
                    self.form.new.text(),
                    keep_case=self.form.keeps_case,
                    groups=self.found.group_count if self.found.query.regex else None,
                    names=self.found.names,
                )
            except KbError as error:
                self.error.setText(error_words(error))
        self._bad = self.found is not None and template is None
        self.model.set_template(template)
        self._count()

    def _count(self) -> None:
        found, working = self.found, self._job is not None
        ticked = self.model.ticked
        other = self._asked != (self.form.query, self.form.scope)
        self.find_button.setEnabled(not working and bool(self.form.words.text()))
        ready = found is not None and ticked > 0 and not (working or other or self._bad)
        self.replace_button.setEnabled(ready)
        self.replace_button.setText(
            self.tr("&Replace %Ln place(s)", "", ticked) if ticked else self.tr("&Replace")
        )
        self.all_button.setVisible(self._writable and bool(found and found.count) and not working)
        self.all_button.setText(
            self.tr("Lea&ve all out") if ticked == self.model.total else self.tr("Tic&k all")
        )
        if not working:
            self.said.setText(
                found_words(found, other, self._stale) if found and found.count else ""
            )

    def _tick_all(self) -> None:
        self.model.tick_all(self.model.ticked < self.model.total)

    def _library_changed(self, changes: Changes) -> None:
        if changes.everything or changes.tree or changes.locales:
            self._read_tree()
        if self.found is not None and (changes.everything or changes.texts & self._listed):
            self._stale = True
            self._count()

    def open_place(self, index: QModelIndex) -> None:
        """Open the text of a row in the editor, at the line of its place."""
        text, place = self.model.text(index), self.model.place(index)
        if text is not None:
            go_to_line(self.desk, text.ref.owner, text.ref.locale, place.line if place else 0)

    # ------------------------------------------------------------------ the window itself

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.tree.hasFocus():
            event.accept()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            # Else it would stay above what it leads to. C++ takes a null; the stubs do not say so.
            handle.setTransientParent(None)  # type: ignore[arg-type]

    def done(self, result: int) -> None:
        """Whatever closes it: searching stops; replacing goes on to its end."""
        if not self._closed:
            self._closed = True
            if not self._replacing:
                self._stop()
        super().done(result)


def _selected_words(desk: Desk) -> str:
    """What is selected in the text, where that is one line."""
    pane: QWidget | None = desk.pane(EDITOR)
    if not isinstance(pane, TextPane) or desk.selection.current is None:
        return ""
    selected = pane.edit.textCursor().selectedText()
    return "" if "\u2029" in selected else selected


def show_replacing(desk: Desk) -> None:
    """Show the window, or bring the one that is open to the front."""
    for window in desk.window.findChildren(ReplaceWindow):
        if not window._closed:
            window.raise_()
            window.activateWindow()
            return
    ReplaceWindow(desk).show()
