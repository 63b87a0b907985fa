"""What every pane, action and dialog is given: the bridge, the selection, settings, errors."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences, Sessions
from kbeditor.app.previewing import Previewer
from kbeditor.domain.records import Library, Locale, Ref, TextRef
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.errors import Errors
from kbeditor.ui.keeping import Keeping
from kbeditor.ui.linking import Linking
from kbeditor.ui.presence import Presences
from kbeditor.ui.selection import Selection
from kbeditor.ui.themes import Themes


class Actions(Protocol):
    """What a part of the window may ask of the actions."""

    @property
    def specs(self) -> Mapping[str, object]:
        """All actions as data, by id."""

    def action(self, action_id: str) -> QAction:
        """The QAction of an id."""

    def trigger(self, action_id: str) -> None:
        """Do it, as if picked in the menu."""

    def refresh(self) -> None:
        """Bring enabled, checked and words up to date soon."""

    def refresh_now(self) -> None:
        """Bring them up to date at once."""


class Frame(Protocol):
    """What a part of the window may ask of the main window."""

    def show_pane(self, pane_id: str, *, focus: bool = True) -> None:
        """Show a pane and go there."""

    def hide_pane(self, pane_id: str) -> None:
        """Take a pane out of sight."""

    def pane_shown(self, pane_id: str) -> bool:
        """Whether a pane is in sight."""

    def next_pane(self, step: int) -> None:
        """Go to the next pane in sight, or the one before (-1)."""

    def enter(self, library: Library) -> None:
        """Show the panes: a library is open."""


class Desk(QObject):
    """Everything a part of the window may use. Filled by `application`, in one place.

    `actions`, `frame` and `window` exist once the main window is built: after the constructor of
    the pane with the web view.
    """

    preference_changed = Signal(str)  # key
    flush_wanted = Signal()  # panes hand in what is pending
    status_message = Signal(str)  # a short note in the status bar
    fact_changed = Signal(str, str)  # a lasting fact in the status bar: slot, words

    actions: Actions
    frame: Frame
    window: QWidget

    def __init__(
        self,
        *,
        bridge: Bridge,
        selection: Selection,
        preferences: Preferences,
        sessions: Sessions,
        errors: Errors,
        previewer: Previewer,
        themes: Themes,
        paths: Paths,
        early_view: Any = None,
        linking: Linking | None = None,
        presence: Presences | None = None,
        keeping: Keeping | None = None,
    ) -> None:
        super().__init__()
        self.bridge = bridge
        self.selection = selection
        self.preferences = preferences
        self.sessions = sessions
        self.errors = errors
        self.previewer = previewer
        self.themes = themes
        self.paths = paths
        self.early_view = early_view  # `preview.early.EarlyView` or None: for the preview to take
        self.linking = linking  # what runs in the background; None in a window without
        self.presence = presence  # who else has the library open; None in a window without
        self.keeping = keeping  # who makes backups; None in a window without
        self.not_opened: Path | None = None  # the library that could not be opened last
        self._panes: dict[str, QWidget] = {}
        self._places: dict[str, Callable[[], QWidget]] = {}

    @property
    def library(self) -> Library | None:
        """The open library, None when none is."""
        return self.bridge.library

    @property
    def read_only(self) -> bool:
        """Whether the open library can only be read."""
        standing = self.bridge.standing
        return standing is not None and standing.read_only

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The library's locales in order, fresh."""
        standing = self.bridge.standing
        return standing.locales if standing else ()

    def locale(self, tag: str) -> Locale | None:
        """One of the library's locales."""
        return next((each for each in self.locales if each.tag == tag), None)

    def right_to_left(self, tag: str) -> bool:
        """Whether a locale is written from right to left."""
        locale = self.locale(tag)
        return locale is not None and locale.direction == "rtl"

    def text_refs(self, refs: Sequence[Ref]) -> tuple[TextRef, ...]:
        """The texts of several things in the current locale."""
        return tuple(TextRef(ref, self.selection.locale) for ref in refs)

    def add_pane(self, pane_id: str, pane: QWidget) -> None:
        """Make a pane known to the actions."""
        self._panes[pane_id] = pane

    def add_place(self, pane_id: str, fill: Callable[[], QWidget]) -> None:
        """Make known how a pane is made that nobody has looked at yet."""
        self._places[pane_id] = fill

    def pane(self, pane_id: str) -> QWidget | None:
        """A pane by its id: an action checks that it is the one it means.

        With an open library it is made now if it was not needed before.
        """
        pane = self._panes.get(pane_id)
        if pane is None and self.library is not None and pane_id in self._places:
            pane = self._places[pane_id]()
        return pane

    def flush(self) -> None:
        """Let every pane hand in what is pending."""
        self.flush_wanted.emit()

    def set_preference(self, key: str, value: Any) -> None:
        """Keep a setting and tell who follows it."""
        if self.preferences.get(key) != value:
            self.preferences.set(key, value)
            self.preference_changed.emit(key)

    def say(self, words: str) -> None:
        """A short note in the status bar, gone after some seconds."""
        self.status_message.emit(words)

    def set_fact(self, slot: str, words: str) -> None:
        """A lasting fact in the status bar. Slots: "save", "words", "render"; "" takes it away."""
        self.fact_changed.emit(slot, words)
