"""The navigator: the category tree with its articles, and the filter above it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.changes import Changes
from kbeditor.domain.records import Kind, Library, Ref, TextRef
from kbeditor.domain.tree import Skeleton
from kbeditor.domain.votes import Votes
from kbeditor.ui import pane_specs
from kbeditor.ui.icons import icon
from kbeditor.ui.menus import context_menu
from kbeditor.ui.models.filter import FilterModel
from kbeditor.ui.models.library_work import Rows, fresh_rows, move
from kbeditor.ui.models.nodes import Node
from kbeditor.ui.models.placement import Target, stays
from kbeditor.ui.models.tree import TreeModel
from kbeditor.ui.pane import Pane
from kbeditor.ui.widgets.empty import EmptyState
from kbeditor.ui.widgets.locale_columns import LocaleColumns
from kbeditor.ui.widgets.navigator_menus import CONTEXT_ACTIONS, NEW_ACTIONS, OWN_KEYS
from kbeditor.ui.widgets.row_views import LibraryTree, RowView
from kbeditor.ui.widgets.title_filter import TitleFilter

if TYPE_CHECKING:
    from kbeditor.ui.desk import Desk

MANY = 2000
"""From so many changed rows on, the whole tree is read anew."""

FEW = 100

SETTLE_MS = 140
"""How long the cursor rests on a row before it is opened, when moved by keyboard."""

NOTHING = Skeleton((), (), ())


class NavigatorPane(Pane):
    """Follows the selection and sets it; what it does to the library comes back as changes."""

    spec = pane_specs.NAVIGATOR

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self.model = TreeModel(self)
        self.found = FilterModel(self.model, self)
        self.tree = LibraryTree(self.model, desk.themes, self)
        self.results = RowView(self.found, desk.themes, self, two_lines=True)
        self.filter = TitleFilter(self.found, self)
        self.columns = LocaleColumns(desk, self.model, (self.tree, self.results))
        self._empty = EmptyState(desk.themes, "folder", self)
        self._nothing = EmptyState(desk.themes, "search", self)
        self._pages = QStackedWidget(self)
        self._rename_next: Ref | None = None
        self._scroll_next: int | None = None
        self._is_new = False  # no session of this library was kept
        self._following = False
        self._shown_locale = ""
        self._build()
        self._connect()

    # --------------------------------------------------------------------------------- building

    def _build(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter titles"))
        self.filter.setAccessibleName(self.tr("Filter titles"))
        self.tree.setAccessibleName(self.tr("Categories and articles"))
        self.results.setAccessibleName(self.tr("Titles found"))
        self.results.setRootIsDecorated(False)
        self.results.setDragEnabled(True)
        self._new = QToolButton(self, autoRaise=True)
        self._new.setToolTip(self.tr("New article, new category"))
        self._new.setAccessibleName(self.tr("New"))
        self._new.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for page in (self.tree, self.results, self._empty, self._nothing):
            self._pages.addWidget(page)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 8, 8, 8)
        bar.addWidget(self.filter)
        bar.addWidget(self._new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self._pages)
        self._empty.say(
            self.tr("No categories yet"),
            self.tr("Begin with a category, or bring in a folder of Markdown files."),
        )
        self._empty.offer(self.tr("New category"), lambda: self._trigger("tree.new_category"))
        self._empty.offer(self.tr("Import…"), lambda: self._trigger("library.import"))
        self._nothing.say(
            self.tr("No title holds these words"),
            self.tr("Search looks into the articles themselves, in all languages."),
        )
        self._nothing.offer(self.tr("Search the texts"), lambda: self._trigger("go.pane.search"))
        self._colour()

    def _connect(self) -> None:
        self._open_soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._open_soon.timeout.connect(self._open_current)
        for view in (self.tree, self.results):
            view.selectionModel().selectionChanged.connect(self._marked)
            view.selectionModel().currentChanged.connect(self._current_changed)
            view.clicked.connect(self._open_current)
            view.chosen.connect(self._chosen)
            view.customContextMenuRequested.connect(self._show_menu)
        self.filter.searched.connect(self._show_page)
        self.filter.entered.connect(self._enter_list)
        self.filter.left.connect(self.tree.setFocus)
        self.model.rename_asked.connect(self._rename)
        self.model.move_asked.connect(self._drop)
        self.model.gone.connect(self.desk.selection.forget)
        self.desk.selection.changed.connect(self._follow)
        if self.desk.presence is not None:
            self.desk.presence.changed.connect(self._show_others)
        self.desk.themes.changed.connect(self._colour)

    def _colour(self) -> None:
        self._new.setIcon(icon("plus", self.desk.themes))
        self.tree.viewport().update()
        self.results.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        if self._new.menu() is None:
            self._adopt_actions()
        super().showEvent(event)
        self._follow()

    def _adopt_actions(self) -> None:
        """Take the tree's own keys (Del, Alt+Up …): they work while it has the focus."""
        registry = self.desk.actions
        for action_id in OWN_KEYS:
            self.tree.addAction(registry.action(action_id))
            self.results.addAction(registry.action(action_id))
        self._new.setMenu(context_menu(QMenu(self._new), registry, *NEW_ACTIONS))

    # ----------------------------------------------------------------------------- what changed

    def refresh(self, changes: Changes) -> None:
        refs = list(changes.owners())
        if changes.everything or changes.locales or len(refs) > MANY:
            self._load()
        elif refs:
            self._patch(refs)
        if changes.votes and not changes.everything:
            self._read_votes()

    def library_opened(self, library: Library) -> None:
        self.filter.reset()

    def library_closed(self) -> None:
        self.model.load(NOTHING, "", {})
        self.model.votes = {}
        self.tree.open_ids.clear()
        self._shown_locale = ""
        self._show_page()

    def _load(self) -> None:
        locale = self._shown_locale = self.desk.selection.locale
        self.desk.bridge.ask_latest(
            "navigator", lambda ws: ws.tree.skeleton(locale), lambda tree: self._land(tree, locale)
        )
        self._read_votes()

    def _show_others(self) -> None:
        """A pencil where somebody else is writing."""
        presence = self.desk.presence
        assert presence is not None
        self.model.present = presence.words_by_owner(self.desk.locales)
        self.view.viewport().update()

    def _read_votes(self) -> None:
        """What readers in this language found helpful; most libraries hold no votes."""
        locale = self.desk.selection.locale

        def land(votes: Votes) -> None:
            self.model.votes = votes
            self.view.viewport().update()

        self.desk.bridge.ask_latest("navigator.votes", lambda ws: ws.votes.summaries(locale), land)

    def _land(self, skeleton: Skeleton, locale: str) -> None:
        names = {each.tag: each.name for each in self.desk.locales}
        in_sight = self._scroll_next is None and self.tree.current_in_sight()
        top = self._scroll_next
        if top is None:
            top = self.tree.verticalScrollBar().value()
        self._following = True
        try:
            if self.model.load(skeleton, locale, names):
                self._open_few()
                self.tree.open_remembered()
        finally:
            self._following = False
        self._show_page()
        self.columns.apply()
        self._leave_gone()
        self._follow()
        self.tree.verticalScrollBar().setValue(top)
        if in_sight:
            self.tree.scrollTo(self.tree.currentIndex())
        self._scroll_next = None

    def _leave_gone(self) -> None:
        """Leave what is no longer in the library (another program, or undo, took it away)."""
        selection = self.desk.selection
        held = (selection.current, *selection.refs)
        gone = frozenset(ref for ref in held if ref and self.model.forest.find(ref) is None)
        selection.forget(gone)

    def _patch(self, refs: list[Ref]) -> None:
        locale = self._shown_locale
        known = self.model.forest.categories
        unknown = frozenset(
            ref.id for ref in refs if ref.kind is Kind.CATEGORY and ref.id not in known
        )
        self.desk.bridge.run(
            lambda ws: fresh_rows(ws, refs, locale, unknown),
            lambda rows: self._land_rows(refs, locale, rows),
        )

    def _land_rows(self, refs: list[Ref], locale: str, rows: Rows) -> None:
        if locale != self._shown_locale:
            return  # the titles of another locale are on their way
        in_sight = self.tree.current_in_sight()
        if not self.model.patch(refs, *rows):
            self._load()
            return
        if in_sight:  # and it stays so when its row moves
            self.tree.scrollTo(self.tree.currentIndex())
        self._show_page()
        if self._rename_next is not None and self.model.index_of(self._rename_next).isValid():
            ref, self._rename_next = self._rename_next, None
            self.begin_rename(ref)

    def _show_page(self) -> None:
        page: QWidget = self.tree
        if self.filter.active:
            page = self.results if self.found.rowCount() else self._nothing
        elif not self.model.rowCount() and self.desk.library is not None:
            page = self._empty
        self._pages.setCurrentWidget(page)

    # -------------------------------------------------------------------------------- selection

    @property
    def view(self) -> RowView:
        """The list in use: the tree, or the titles found."""
        return self.results if self.filter.active else self.tree

    def chosen_nodes(self) -> list[Node]:
        """What is chosen in the tree, without what lies in something chosen."""
        return self.model.nodes(self.desk.selection.refs)

    def _follow(self) -> None:
        """Show the selection of the window; its locale names the titles."""
        selection = self.desk.selection
        # Before the first load there is nothing to retitle: that load comes with the library.
        if self._shown_locale not in ("", selection.locale) and self.isVisible():
            self._load()
        if self.tree.place() == (selection.current, None) or self._following:
            return
        self._following = True
        try:
            self.tree.choose(selection.refs, selection.current)
        finally:
            self._following = False

    def _marked(self) -> None:
        if not self._following and self.sender() is self.view.selectionModel():
            self.desk.selection.set_refs(self.view.refs())

    def _current_changed(self) -> None:
        if self._following or self.sender() is not self.view.selectionModel():
            return
        # A pressed mouse may begin a drag into the open article: that opens on release (`clicked`).
        if not QApplication.mouseButtons():
            self._open_soon.start()

    def _open_current(self) -> None:
        """Open the row that the cursor rests on, unless several are being marked."""
        place = self.view.place()
        if place is not None and len(self.view.selectionModel().selectedRows()) <= 1:
            self.desk.selection.go(*place)

    def _chosen(self) -> None:
        self._open_soon.stop()
        self._open_current()
        self.desk.frame.show_pane("editor")

    def save_state(self) -> dict[str, Any]:
        return {
            "open": sorted(self.tree.open_ids),
            "top": self.tree.verticalScrollBar().value(),
            "hidden": sorted(self.columns.hidden),
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        self.tree.open_ids = set(state.get("open", ()))
        self._is_new = "open" not in state
        self._open_few()
        self.columns.hidden = set(state.get("hidden", ()))
        self._scroll_next = state.get("top")
        if self.model.rowCount():
            self.tree.open_remembered()
            self.columns.apply()
            self.tree.verticalScrollBar().setValue(self._scroll_next or 0)

    def _open_few(self) -> None:
        """A small library that is opened for the first time shows all it has."""
        forest = self.model.forest
        if self._is_new and 0 < len(forest.articles) <= FEW:
            self._is_new = False
            self.tree.open_ids = set(forest.categories)

    # ------------------------------------------------------------------------------------ doing

    def focus(self) -> None:
        self.view.setFocus()

    def begin_filter(self) -> None:
        """Put the cursor into the filter."""
        self.filter.setFocus()
        self.filter.selectAll()

    def begin_rename(self, ref: Ref) -> None:
        """Edit a title in its row."""
        self.filter.reset()
        index = self.model.index_of(ref)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.setFocus()
            self.tree.edit(index)

    def created(self, ref: Ref) -> None:
        """Show something new, and begin to name it as soon as its row is there."""
        self.desk.selection.go(ref, self.desk.selection.source_locale)
        if self.model.index_of(ref).isValid() and self._shown_locale == self.desk.selection.locale:
            self.begin_rename(ref)
        else:
            self._rename_next = ref

    def move_things(self, refs: Sequence[Ref], target: Target) -> None:
        """Move things, unless they are there already."""
        nodes = self.model.nodes(refs)
        if nodes and not stays(nodes, target):
            chosen = [node.ref for node in nodes]
            self.desk.bridge.run(lambda ws: move(ws, chosen, target), lambda _none: self._moved())
            if target.parent_id is not None:
                self.tree.open_ids.add(target.parent_id)

    def _moved(self) -> None:
        self.tree.open_remembered()

    def _drop(self, refs: tuple[Ref, ...], target: Target) -> None:
        # The drop is still being delivered: the rows must not move under the view's hands.
        QTimer.singleShot(0, self, lambda: self.move_things(refs, target))

    def _rename(self, ref: Ref, title: str) -> None:
        text = TextRef(ref, self.desk.selection.locale)

        def refused(_error: Exception) -> bool:
            self._patch([ref])
            return False

        self.desk.bridge.run(lambda ws: ws.texts.rename(text, title), otherwise=refused)

    def _trigger(self, action_id: str) -> None:
        self.desk.actions.trigger(action_id)

    def _enter_list(self) -> None:
        view = self.view
        if not view.currentIndex().isValid():
            view.setCurrentIndex(view.model().index(0, 0))
        view.setFocus()

    # ------------------------------------------------------------------------------------ menus

    def _show_menu(self, position: QPoint) -> None:
        menu = context_menu(QMenu(self), self.desk.actions, *CONTEXT_ACTIONS)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(position))
