"""What every pane, action and dialog is given: the bridge, the selection, settings, errors."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences, Sessions
from kbeditor.domain.records import Library, Locale, Ref, TextRef
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.errors import Errors
from kbeditor.ui.pane import Pane
from kbeditor.ui.selection import Selection
from kbeditor.ui.themes import Themes

if TYPE_CHECKING:
    from kbeditor.app.previewing import Previewer
    from kbeditor.ui.action import ActionRegistry


class Desk(QObject):
    """Everything a part of the window may use. Filled by `application`, in one place.

    `actions` and `window` exist once the main window is built: after the panes' constructors.
    """

    preference_changed = Signal(str)  # key
    status_message = Signal(str)  # a short note in the status bar
    fact_changed = Signal(str, str)  # a lasting fact in the status bar: slot, words

    actions: "ActionRegistry"
    window: QWidget

    def __init__(
        self,
        *,
        bridge: Bridge,
        selection: Selection,
        preferences: Preferences,
        sessions: Sessions,
        errors: Errors,
        previewer: "Previewer",
        themes: Themes,
        paths: Paths,
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
        self.panes: dict[str, Pane] = {}

    @property
    def library(self) -> Library | None:
        """The open library, None when none is."""
        return self.bridge.library

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The library's locales in order, fresh."""
        standing = self.bridge.standing
        return standing.locales if standing else ()

    def locale(self, tag: str) -> Locale | None:
        """One of the library's locales."""
        return next((each for each in self.locales if each.tag == tag), None)

    def text_refs(self, refs: Sequence[Ref]) -> tuple[TextRef, ...]:
        """The texts of several things in the current locale."""
        return tuple(TextRef(ref, self.selection.locale) for ref in refs)

    def pane(self, pane_id: str) -> Pane | None:
        """A pane by its id."""
        return self.panes.get(pane_id)

    def flush(self) -> None:
        """Let every pane hand in what is pending."""
        for pane in self.panes.values():
            pane.flush()

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
