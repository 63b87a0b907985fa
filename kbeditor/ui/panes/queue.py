"""The work queue of a language: what waits for one's role, how far it is, what a release lacks."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.changes import Changes
from kbeditor.domain.records import Library, Ref
from kbeditor.domain.status import CategoryProgress, Lack
from kbeditor.ui import pane_specs
from kbeditor.ui.desk import Desk
from kbeditor.ui.models.matrix_filter import MatrixFilter
from kbeditor.ui.models.queue import QueueModel
from kbeditor.ui.models.queue_rows import (
    BLOCKS,
    IMPORTANT,
    NOTES,
    PATH,
    PROMOTED,
    SINCE,
    STEP,
    TITLE,
    VOTES,
    WORDS,
    QueueRows,
)
from kbeditor.ui.models.roles import Role
from kbeditor.ui.pane import Pane
from kbeditor.ui.showing import show_in_matrix
from kbeditor.ui.texts import number_words
from kbeditor.ui.widgets.category_progress import CategoryProgressTree
from kbeditor.ui.widgets.empty import EmptyState
from kbeditor.ui.widgets.flat_list import FlatList
from kbeditor.ui.widgets.queue_delegates import IconDelegate, MarkedTitleDelegate
from kbeditor.ui.widgets.queue_head import QueueHead
from kbeditor.ui.widgets.release_view import ReleaseView
from kbeditor.ui.work import (
    ROLE,
    locale_name,
    open_next_work,
    open_work,
    role_of,
    take_role,
    work_locale,
)

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

SOONEST_MS = 300
"""It is read again so long after a change; later when reading takes long."""
REST = 10
"""Reading takes up at most one part in so many of the library thread's time."""
FILTER_MS = 80

_WIDTHS = {
    PATH: 130,
    STEP: 84,
    WORDS: 80,
    BLOCKS: 80,
    SINCE: 96,
    IMPORTANT: 38,
    PROMOTED: 38,
    NOTES: 60,
    VOTES: 110,
}
T = TypeVar("T")


class QueuePane(Pane):
    """Who, in which language; then three pages: what to do, categories, a release."""

    spec = pane_specs.QUEUE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._locale = ""
        self._followed = ""
        self._loaded = False
        self._release_old = True
        self.model = QueueModel(self)
        self.head = QueueHead(desk.themes, self)
        self.role, self.locales = self.head.role, self.head.locales
        self.words, self.next = self.head.words, self.head.next
        self.list = FlatList(self.model, desk.themes, self, _WIDTHS, sorted_by=STEP)
        self._nothing = EmptyState(desk.themes, "success", self)
        self._alone = EmptyState(desk.themes, "globe", self)
        self._filtered = EmptyState(desk.themes, "filter", self)
        self._complete = EmptyState(desk.themes, "success", self)
        self.categories = CategoryProgressTree(desk.themes, self)
        self.release = ReleaseView(desk.themes, self)
        self._todo = QStackedWidget(self)
        self._lacks = QStackedWidget(self)
        self.tabs = QTabWidget(self)
        self._build()
        self._connect()

    # --------------------------------------------------------------------------------- building

    def _build(self) -> None:
        themes = self.desk.themes
        self.list.setAccessibleName(self.tr("Work queue"))
        self.list.setItemDelegateForColumn(TITLE, MarkedTitleDelegate(themes, self.list))
        self.list.header().moveSection(VOTES, WORDS)
        for column in (IMPORTANT, PROMOTED):
            self.list.setItemDelegateForColumn(column, IconDelegate(themes, self.list))
        self._alone.say(
            self.tr("There is no other language yet"),
            self.tr("Add the languages that this library is to be translated to."),
        )
        self._alone.offer(
            self.tr("Languages…"), lambda: self.desk.actions.trigger("library.locales")
        )
        self._filtered.say(self.tr("No article passes this filter"))
        self._filtered.offer(self.tr("Clear the filter"), self.words.clear)
        for page in (self.list, self._nothing, self._alone, self._filtered):
            self._todo.addWidget(page)
        self._lacks.addWidget(self.release)
        self._lacks.addWidget(self._complete)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._todo, self.tr("To do"))
        self.tabs.addTab(self.categories, self.tr("By category"))
        self.tabs.addTab(self._lacks, self.tr("What a release lacks"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=SOONEST_MS)
        self._soon.timeout.connect(self._load)
        self._filter_soon = QTimer(self, singleShot=True, interval=FILTER_MS)
        self._filter_soon.timeout.connect(self._filter)
        self._took: dict[str, float] = {}
        self.role.activated.connect(lambda _index: take_role(self.desk, self.role.currentData()))
        self.locales.activated.connect(lambda _index: self.show_locale(self.locales.currentData()))
        self.words.textChanged.connect(lambda _text: self._filter_soon.start())
        self.words.returnPressed.connect(self._enter_list)
        self.next.clicked.connect(lambda _checked=False: self.open_next())
        self.list.opened.connect(self.open_current)
        self.categories.opened.connect(self._show_category)
        self.release.opened.connect(self._open_lack)
        self.release.matrix_wanted.connect(
            lambda state: show_in_matrix(self.desk, MatrixFilter(locale=self._locale, state=state))
        )
        self.tabs.currentChanged.connect(self._tab_changed)
        self.desk.selection.changed.connect(self._follow)
        self.desk.preference_changed.connect(self._preference_changed)
        self._take_role()

    # ----------------------------------------------------------------------------- what changed

    def refresh(self, changes: Changes) -> None:
        if changes.everything or changes.locales:
            self._fill_locales()
            self._load()
        elif (
            changes.tree or changes.texts or changes.notes or changes.votes
        ) and not self._soon.isActive():
            self._soon.start()

    def library_opened(self, library: Library) -> None:
        self._soon.setInterval(SOONEST_MS)
        self._took.clear()
        self._loaded, self._locale, self._followed = False, "", self.desk.selection.locale
        self.words.clear()

    def library_closed(self) -> None:
        self._soon.stop()
        self._filter_soon.stop()
        self._loaded = False
        self._show_rows(QueueRows(()))
        self._show_progress(())
        self._show_lacks(())

    def _preference_changed(self, key: str) -> None:
        if key == ROLE:
            self._locale = ""
            self._take_role()
            self._fill_locales()
            if self.isVisible():
                self._load()

    def _take_role(self) -> None:
        role = role_of(self.desk)
        self.role.setCurrentIndex(self.role.findData(role))
        self.locales.setEnabled(role != "editor")  # an editor's work is the source
        if role == "manager":
            self.tabs.setCurrentWidget(self._lacks)
        elif self.tabs.currentWidget() is self._lacks:
            self.tabs.setCurrentWidget(self._todo)

    def _follow(self) -> None:
        """Who begins to work in another language means its queue; the open article is current."""
        if self._open_line is not None:
            self.list.go_to(self._open_line)
        locale = self.desk.selection.locale
        if locale != self._followed and self.desk.library is not None:
            self._followed = locale
            if self.desk.selection.translating:
                self.show_locale(work_locale(self.desk))

    # ---------------------------------------------------------------------------------- reading

    def show_locale(self, tag: str) -> None:
        """Show the queue of another language."""
        if tag != self._locale and self.desk.locale(tag) is not None:
            self._locale = tag
            self.head.choose_locale(tag)
            if self.isVisible():
                self._load()
            else:
                self._missed |= Changes(everything=True)

    def _fill_locales(self) -> None:
        if self.desk.locale(self._locale) is None:
            self._locale = work_locale(self.desk)
        self.head.fill_locales(self.desk.locales, self.desk.selection.source_locale, self._locale)

    def _load(self) -> None:
        self._soon.stop()
        if self.desk.library is None or not self._locale:
            return
        locale, role = self._locale, role_of(self.desk)
        self._release_old = True
        self._ask(
            "rows",
            lambda ws: QueueRows(ws.queue.rows(locale, role), ws.votes.summaries(locale)),
            self._show_rows,
        )
        self._ask("progress", lambda ws: ws.queue.progress(locale), self._show_progress)
        self._load_release()

    def _load_release(self) -> None:
        if self._release_old and self.tabs.currentWidget() is self._lacks:
            locale = self._locale
            self._release_old = False
            self._ask("release", lambda ws: ws.queue.release(locale), self._show_lacks)

    def _ask(self, what: str, read: Callable[["Workspace"], T], then: Callable[[T], None]) -> None:
        """Ask the library's thread; remember how long that took, so as not to hold it up."""

        def timed(workspace: "Workspace") -> tuple[float, T]:
            start = time.perf_counter()
            value = read(workspace)
            return time.perf_counter() - start, value

        def land(took_and_value: tuple[float, T]) -> None:
            self._took[what], value = took_and_value
            self._soon.setInterval(max(SOONEST_MS, round(REST * 1000 * sum(self._took.values()))))
            then(value)

        self.desk.bridge.ask_latest(f"queue.{what}", timed, land)

    # ---------------------------------------------------------------------------------- showing

    def _show_rows(self, rows: QueueRows) -> None:
        kept = self.list.currentIndex().data(Role.REF)
        self.list.setColumnHidden(VOTES, not rows.votes)
        self.model.load(rows, datetime.now(UTC))
        self._loaded = True
        self._keep(kept)

    def _filter(self) -> None:
        self._filter_soon.stop()
        kept = self.list.currentIndex().data(Role.REF)
        self.model.show(self.words.text())
        self._keep(kept)

    def _keep(self, ref: object) -> None:
        """Stay at the row one was at, else at the open article's; say why where there are none."""
        line = self.model.line_of(ref.id) if isinstance(ref, Ref) else None
        self.list.go_to((self._open_line if line is None else line) or 0)
        shown, total = self.model.rowCount(), self.model.total
        name = locale_name(self.desk, self._locale)
        alone = len(self.desk.locales) < 2 and role_of(self.desk) != "editor"
        page: QWidget = self.list
        if not shown and total:
            page = self._filtered
        elif not shown and self._loaded and alone:
            page = self._alone
        elif not shown and self._loaded:
            headline = self.tr("Nothing waits for you in {language}").format(language=name)
            self._nothing.say(headline, self._why_nothing())
            page = self._nothing
        leaves = self.list.hasFocus() and page is not self.list
        self._todo.setCurrentWidget(page)
        if leaves:  # else the focus would go on to whatever pane comes next
            self.focus()
        self.next.setEnabled(total > 0)
        number = number_words(total) if shown == total else self._of(shown, total)
        self.tabs.setTabText(0, self.tr("To do ({number})").format(number=number))

    @property
    def _open_line(self) -> int | None:
        """The line of the article that is open; None: it is not among those shown."""
        current = self.desk.selection.current
        return self.model.line_of(current.id) if current is not None else None

    def _of(self, shown: int, total: int) -> str:
        return self.tr("{shown} of {total}").format(
            shown=number_words(shown), total=number_words(total)
        )

    def _why_nothing(self) -> str:
        return {
            "translator": self.tr("All that is published is translated, and nothing is outdated."),
            "reviewer": self.tr("Nothing is handed in that was not reviewed."),
            "editor": self.tr("All drafts are published, and no note is open."),
            "manager": self.tr("All that is published is translated, reviewed and published."),
        }[role_of(self.desk)]

    def _show_progress(self, rows: tuple[CategoryProgress, ...]) -> None:
        self.categories.show_rows(rows)
        self.head.show_progress(rows[0] if rows else None)

    def _show_lacks(self, lacks: tuple[Lack, ...]) -> None:
        self.release.show_lacks(lacks)
        name = locale_name(self.desk, self._locale)
        self._complete.say(
            self.tr("A release in {language} lacks nothing").format(language=name),
            self.tr("Every category has its name; every article is translated, current and live."),
        )
        self._lacks.setCurrentWidget(self.release if lacks else self._complete)

    def _tab_changed(self) -> None:
        self.words.setVisible(self.tabs.currentWidget() is self._todo)
        self._load_release()

    # ------------------------------------------------------------------------------------ doing

    def focus(self) -> None:
        pages = (self.list, self.categories, self.release.list)
        wanted: QWidget = pages[self.tabs.currentIndex()]
        if not wanted.isVisibleTo(self):
            wanted = self.role  # where nothing is to be done, the role is what one may change
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_current(self) -> None:
        """Open the current row's article in this language."""
        index = self.list.currentIndex()
        if index.isValid():
            open_work(self.desk, index.data(Role.REF), self._locale)

    def open_next(self) -> None:
        """Open the article behind the open one; the first when it is not in the queue."""
        open_next_work(self.desk, self._locale)

    def _enter_list(self) -> None:
        self._filter()
        self.focus()

    def _open_lack(self, ref: Ref) -> None:
        open_work(self.desk, ref, self._locale)

    def _show_category(self, category_id: str | None) -> None:
        wanted = MatrixFilter(category_id=category_id or "", locale=self._locale)
        show_in_matrix(self.desk, wanted)

    def save_state(self) -> dict[str, Any]:
        header = self.list.header()
        return {
            "locale": self._locale,
            "tab": self.tabs.currentIndex(),
            "column": header.sortIndicatorSection(),
            "descending": header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        if state.get("locale") and role_of(self.desk) != "editor":
            self.show_locale(str(state["locale"]))
        if "tab" in state:
            self.tabs.setCurrentIndex(int(state["tab"]))
        if "column" in state:
            orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
            order = orders[bool(state.get("descending"))]
            self.list.header().setSortIndicator(int(state["column"]), order)
