"""Actions as data, and the registry that makes QActions of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenuBar

from kbeditor.ui.desk import Desk
from kbeditor.ui.icons import icon


def always(_desk: Desk) -> bool:
    """For what can be done at any time."""
    return True


def library_open(desk: Desk) -> bool:
    """For what needs a library."""
    return desk.library is not None


WRITERS = ("editor", "manager")
"""Who writes articles and arranges them."""

MANAGERS = ("manager",)
"""Who publishes, and says which languages there are."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do. `title` is a source string of the context "Action".

    `menu` is a menu's id, or "" for what only the palette and its shortcut offer. Actions of a
    menu with the same `group` stand together. `text` gives words that depend on the moment
    (already translated). `shortcut` may hold alternatives, split by "; ".
    `widget_shortcut` leaves the key to the widget that has the focus (copy, paste).
    `submenu` is the title (a source string, too) of a menu within the menu: all of a group that
    say the same stand in it. `roles`: whose menus it stands in, where the library lists who works
    there; none: everybody's. Palette and shortcut are for all.
    """

    id: str
    title: str
    menu: str
    run: Callable[[Desk], None]
    shortcut: str = ""
    enabled: Callable[[Desk], bool] = always
    icon: str = ""
    checkable: bool = False
    checked: Callable[[Desk], bool] | None = None
    group: str = ""
    tool_bar: bool = False
    tip: str = ""
    text: Callable[[Desk], str] | None = None
    widget_shortcut: bool = False
    submenu: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a submenu. `title` is shown as it is: it is translated, or a name."""

    title: str
    value: Any
    checked: bool | None = None
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class ChoiceSpec:
    """A submenu whose entries depend on the moment (recent libraries, locales, themes)."""

    id: str
    title: str
    menu: str
    choices: Callable[[Desk], Sequence[Choice]]
    pick: Callable[[Desk, Any], None]
    enabled: Callable[[Desk], bool] = always
    group: str = ""
    roles: tuple[str, ...] = ()


Spec = ActionSpec | ChoiceSpec


def spec_title(spec: Spec) -> str:
    """The spec's words in the window's language."""
    return action_words(spec.title)


def action_words(source: str) -> str:
    """A source string of the context "Action" in the window's language."""
    return QCoreApplication.translate("Action", source)


class ActionRegistry(QObject):
    """The QActions of all specs, by id; keeps enabled, checked and words up to date."""

    def __init__(self, desk: Desk, specs: Iterable[Spec]) -> None:
        super().__init__()
        self._desk = desk
        self.specs: dict[str, Spec] = {}
        self._actions: dict[str, QAction] = {}
        for spec in specs:
            if spec.id in self.specs:
                raise ValueError(f"two actions are called {spec.id}")
            self.specs[spec.id] = spec
            if isinstance(spec, ActionSpec):
                self._actions[spec.id] = self._make(spec)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh_now)
        for signal in (
            desk.bridge.standing_changed,
            desk.bridge.changed,
            desk.selection.changed,
            desk.selection.refs_changed,
            desk.preference_changed,
        ):
            signal.connect(self.refresh)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.refresh)
        desk.themes.changed.connect(self._colour_icons)

    def action(self, action_id: str) -> QAction:
        """The QAction of a spec; KeyError when there is none."""
        return self._actions[action_id]

    def actions(self) -> Iterable[QAction]:
        """All of them."""
        return self._actions.values()

    def trigger(self, action_id: str) -> None:
        """Do it, as if picked in the menu; nothing happens while it is disabled."""
        self.refresh_now()
        self._actions[action_id].trigger()

    def refresh(self) -> None:
        """Bring enabled, checked and words up to date soon (many calls: once)."""
        if not self._timer.isActive():
            self._timer.start()

    def refresh_now(self) -> None:
        """Bring them up to date at once; not while one walks the menus by keyboard.

        The menu bar has the focus then, and what the menus offer is for who had it before.
        """
        if isinstance(QApplication.focusWidget(), QMenuBar):
            return
        for action_id, action in self._actions.items():
            spec = self.specs[action_id]
            assert isinstance(spec, ActionSpec)
            action.setEnabled(spec.enabled(self._desk))
            if spec.checked is not None:
                action.setChecked(spec.checked(self._desk))
            if spec.text is not None:
                action.setText(spec.text(self._desk))

    def _make(self, spec: ActionSpec) -> QAction:
        words = spec_title(spec)
        action = QAction(words, self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        # A menu role guessed from a word ("Settings", "About") would move the wrong entry on macOS.
        action.setMenuRole(QAction.MenuRole.NoRole)
        if spec.shortcut:
            keys = [QKeySequence(part) for part in spec.shortcut.split("; ")]
            action.setShortcuts(keys)
            if spec.widget_shortcut:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if spec.tool_bar:  # menus show words only; the palette makes its own when it opens
            action.setIcon(icon(spec.icon, self._desk.themes))
            action.setIconVisibleInMenu(False)
        tip = QCoreApplication.translate("Action", spec.tip) if spec.tip else words.replace("&", "")
        keys_shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip.rstrip('…')} ({keys_shown})" if keys_shown else tip.rstrip("…"))
        action.triggered.connect(lambda _checked=False, run=spec.run: self._run(run))
        return action

    def _run(self, run: Callable[[Desk], None]) -> None:
        try:
            run(self._desk)
        except Exception as error:
            self._desk.errors.present(error)
        self.refresh()

    def _colour_icons(self) -> None:
        for action_id, action in self._actions.items():
            spec = self.specs[action_id]
            if isinstance(spec, ActionSpec) and spec.tool_bar:
                action.setIcon(icon(spec.icon, self._desk.themes))
