"""The main window's furniture: it lays out panes, menus and bars that it does not know by name."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QSplitter, QTabWidget, QToolBar

from kbeditor.domain.records import Library
from kbeditor.ui.action import ActionRegistry
from kbeditor.ui.desk import Desk
from kbeditor.ui.main_window import MainWindow
from kbeditor.ui.menus import fill_menus, fill_tool_bar
from kbeditor.ui.pane import Pane
from kbeditor.ui.pane_slot import PaneSlot
from kbeditor.ui.widgets.banner import Banner
from kbeditor.ui.widgets.dock import Dock
from kbeditor.ui.widgets.locale_switcher import LocaleSwitcher
from kbeditor.ui.widgets.search_button import SearchButton
from kbeditor.ui.widgets.status_facts import StatusFacts
from kbeditor.ui.window_state import from_text, to_text

AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
WIDTHS = {"left": 336, "right": 244}
HEIGHT = 260
LAYOUT_VERSION = 1

Placed = Pane | PaneSlot


class Furniture(QObject):
    """Fills a window; then it is the desk's frame. With the window shown, nothing of it is seen
    until a library is open: the welcome page stays in front.
    """

    def __init__(
        self, window: MainWindow, desk: Desk, panes: Sequence[Placed], actions: ActionRegistry
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._panes = {pane.id: pane for pane in panes}
        self._docks: dict[str, Dock] = {}
        self._welcome = window.welcome
        actions.setParent(window)  # they end with the window they act on
        window.addActions(list(actions.actions()))  # keys work although a menu is not opened yet
        self._fill_centre()
        self._fill_docks()
        fill_menus(window.menus, desk, actions)
        self._bar = self._make_tool_bar(actions)
        window.setStatusBar(StatusFacts(desk))
        desk.errors.noticed.connect(self.banner.show_notice)
        desk.bridge.opened.connect(self.enter)
        desk.bridge.closed.connect(self._library_closed)
        desk.bridge.standing_changed.connect(self._title)
        window.closing.connect(self._window_closing)
        self._show_welcome()

    # ------------------------------------------------------------------ building

    def _fill_centre(self) -> None:
        self.banner = Banner(self._desk.themes)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for pane in self._centre():
            self._splitter.addWidget(pane)
            pane.setVisible(pane.visible_at_first)
        self._window.stack.addWidget(self._splitter)
        self._window.column.insertWidget(0, self.banner)

    def _fill_docks(self) -> None:
        window = self._window
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomLeftCorner, AREAS["left"])
        window.setCorner(Qt.Corner.BottomRightCorner, AREAS["right"])
        firsts: dict[str, Dock] = {}
        for pane in self._panes.values():
            if pane.area == "centre":
                continue
            dock = Dock(pane.id, pane_title(pane), pane, self._desk.themes)
            window.addDockWidget(AREAS[pane.area], dock)
            if pane.area in firsts:
                window.tabifyDockWidget(firsts[pane.area], dock)
            firsts.setdefault(pane.area, dock)
            self._docks[pane.id] = dock
            dock.visibilityChanged.connect(self._desk_refresh)
            dock.visibilityChanged.connect(self._title_docks)
            dock.dockLocationChanged.connect(self._title_docks)
        self._first_layout()

    def _first_layout(self) -> None:
        for pane_id, dock in self._docks.items():
            dock.setVisible(self._panes[pane_id].visible_at_first)
        for area, orientation, size in (
            ("left", Qt.Orientation.Horizontal, WIDTHS["left"]),
            ("right", Qt.Orientation.Horizontal, WIDTHS["right"]),
            ("bottom", Qt.Orientation.Vertical, HEIGHT),
        ):
            docks: list[QDockWidget] = [
                dock for pane_id, dock in self._docks.items() if self._panes[pane_id].area == area
            ]
            self._window.resizeDocks(docks, [size] * len(docks), orientation)

    def _title_docks(self) -> None:
        """A dock among others says its name on its tab."""
        for dock in self._docks.values():
            beside = self._window.tabifiedDockWidgets(dock)
            dock.show_title(all(each.isHidden() for each in beside))

    def _make_tool_bar(self, actions: ActionRegistry) -> QToolBar:
        bar = QToolBar(self.tr("Tool bar"))
        bar.setObjectName("tool_bar")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.toggleViewAction().setEnabled(False)
        self._window.addToolBar(bar)
        fill_tool_bar(bar, actions)
        bar.addSeparator()
        bar.addWidget(LocaleSwitcher(self._desk))
        bar.addWidget(SearchButton(self._desk))
        return bar

    # ------------------------------------------------------------------ the desk's frame

    def show_pane(self, pane_id: str, *, focus: bool = True) -> None:
        """Show a pane and go there."""
        dock = self._docks.get(pane_id)
        pane = self._panes[pane_id]
        if dock is not None:
            dock.show()
            dock.raise_()
        else:
            pane.show()
        if focus:
            pane.focus()
        self._desk_refresh()

    def hide_pane(self, pane_id: str) -> None:
        """Take a pane out of sight; the last one of the centre stays."""
        pane = self._panes[pane_id]
        if pane_id in self._docks:
            self._docks[pane_id].hide()
        elif any(other is not pane and not other.isHidden() for other in self._centre()):
            pane.hide()
        self._desk_refresh()

    def pane_shown(self, pane_id: str) -> bool:
        """Whether a pane is in sight (a tab behind another counts)."""
        return not self._docks.get(pane_id, self._panes[pane_id]).isHidden()

    def next_pane(self, step: int) -> None:
        """Go to the next pane in sight, or the one before (-1)."""
        visible = [pane for pane in self._panes.values() if pane.isVisible()]
        if not visible:
            return
        focused = QApplication.focusWidget()
        here = [i for i, pane in enumerate(visible) if focused and pane.isAncestorOf(focused)]
        start = here[0] if here else (-1 if step > 0 else 0)  # no pane: the first, the last
        visible[(start + step) % len(visible)].focus()

    def _centre(self) -> list[Placed]:
        return [pane for pane in self._panes.values() if pane.area == "centre"]

    # ------------------------------------------------------------------ with and without library

    def enter(self, _library: Library) -> None:
        """Show the panes: a library is open."""
        if not self._working:
            self._window.stack.setCurrentWidget(self._splitter)
            self._bar.show()
            self.restore_layout()
        self.banner.hide()

    def _library_closed(self) -> None:
        self.save_layout()
        self._show_welcome()

    def _show_welcome(self) -> None:
        for dock in self._docks.values():
            dock.hide()
        self._bar.hide()
        self._window.stack.setCurrentWidget(self._welcome)
        self._title()

    def _title(self) -> None:
        standing = self._desk.bridge.standing
        if standing is None:
            self._window.setWindowTitle("kbeditor")
            self._window.setWindowFilePath("")
        else:
            self._window.setWindowFilePath(str(standing.path))
            self._window.setWindowTitle(f"{standing.library.name}[*] — kbeditor")

    def _desk_refresh(self) -> None:
        self._desk.actions.refresh()

    # ------------------------------------------------------------------ session

    @property
    def _working(self) -> bool:
        return self._window.stack.currentWidget() is self._splitter

    def save_layout(self) -> None:
        """Keep where everything is. Without a library the docks are away: only the window's own."""
        layout: dict[str, object] = {}
        if self._working:
            layout = {
                "docks": to_text(self._window.saveState(LAYOUT_VERSION)),
                "splitter": to_text(self._splitter.saveState()),
                "hidden": [pane.id for pane in self._centre() if pane.isHidden()],
            }
        self._window.save_geometry(layout)

    def restore_layout(self) -> None:
        """Put panes and docks where they were, or where they belong at first."""
        kept = self._desk.sessions.get("window", {})
        if not self._window.restoreState(from_text(kept.get("docks")), LAYOUT_VERSION):
            self._first_layout()
        hidden = kept.get("hidden", [p.id for p in self._centre() if not p.visible_at_first])
        centre = self._centre()
        if centre and all(pane.id in hidden for pane in centre):
            hidden = []
        for pane in centre:
            pane.setVisible(pane.id not in hidden)
        if not self._splitter.restoreState(from_text(kept.get("splitter"))):
            self._splitter.setSizes([self._splitter.width() // max(1, len(centre))] * len(centre))
        self._bar.show()

    def _window_closing(self) -> None:
        self._desk.flush()
        self.save_layout()


def pane_title(pane: Placed) -> str:
    """A pane's words in the window's language."""
    return QCoreApplication.translate("Pane", pane.title)
