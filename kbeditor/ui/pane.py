"""What every pane has in common: it refreshes when shown, and remembers when it is stale."""

from typing import Any, ClassVar, Protocol, runtime_checkable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kbeditor.domain.changes import EVERYTHING, Changes
from kbeditor.domain.records import Library
from kbeditor.ui.desk import Desk
from kbeditor.ui.pane_specs import Area, PaneSpec


@runtime_checkable
class TakesText(Protocol):
    """A pane into whose text words can be put, where its cursor is."""

    def can_edit(self) -> bool:
        """Whether a text is open there."""

    def insert_text(self, words: str) -> None:
        """Put `words` at the cursor."""


@runtime_checkable
class TakesTranslation(TakesText, Protocol):
    """A pane in which `desk.selection.block` is being translated."""

    def can_translate(self) -> bool:
        """Whether a block is open there for writing."""

    def target_text(self) -> str:
        """What its translation says now, typed words included."""

    def replace_target(self, words: str) -> None:
        """Put `words` in place of its translation, as one step of undo."""

    def replace_span(self, start: int, end: int, words: str) -> None:
        """Put `words` in place of the characters `start` to `end` of its translation."""


@runtime_checkable
class Suggests(Protocol):
    """A pane that suggests translations of `desk.selection.block`."""

    def suggestion(self, number: int) -> str | None:
        """The one of this number, from 1; None: there are fewer."""


class Pane(QWidget):
    """One part of the window. Panes do not know each other: they share `desk.selection`.

    Its names are those of its spec (`pane_specs`).
    """

    id: ClassVar[str]
    title: ClassVar[str]
    icon: ClassVar[str] = ""
    area: ClassVar[Area] = "right"
    visible_at_first: ClassVar[bool] = True
    shortcut: ClassVar[str] = ""  # goes to this pane

    spec: ClassVar[PaneSpec | None] = None

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        spec = cls.__dict__.get("spec")
        if spec is not None:
            cls.id, cls.title, cls.icon, cls.area = spec.id, spec.title, spec.icon, spec.area
            cls.visible_at_first, cls.shortcut = spec.visible_at_first, spec.shortcut

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName(self.id)
        self._missed = Changes()
        desk.flush_wanted.connect(self.flush)
        desk.bridge.changed.connect(self._library_changed)
        desk.bridge.opened.connect(self._library_opened)
        desk.bridge.closing.connect(self.flush)
        desk.bridge.closed.connect(self._library_closed)

    def refresh(self, changes: Changes) -> None:
        """Show what changed: called while visible, or on becoming so with all changes merged."""

    def library_opened(self, library: Library) -> None:
        """Another library is open; `refresh(EVERYTHING)` follows when the pane is visible."""

    def library_closed(self) -> None:
        """Forget everything of the library that was just left."""

    def flush(self) -> None:
        """Hand in what is pending (autosave); called before the library is left or exported."""

    def focus(self) -> None:
        """Take the keyboard; a pane with a better first widget overrides this."""
        self.setFocus()

    def can_undo_text(self) -> bool:
        """Whether Ctrl+Z means this pane's text now (it has the focus and something to undo)."""
        return False

    def can_redo_text(self) -> bool:
        """As `can_undo_text`, for redo."""
        return False

    def undo_text(self) -> None:
        """Undo the last typing."""

    def redo_text(self) -> None:
        """Redo the last undone typing."""

    def dispose(self) -> None:
        """Let go of what must end in a certain order; called once, before the window ends."""

    def save_state(self) -> dict[str, Any]:
        """What the session keeps of this pane for this library, as JSON data."""
        return {}

    def restore_state(self, state: dict[str, Any]) -> None:
        """Take up what `save_state` gave; may be of an older version or empty."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._missed and self.desk.bridge.library is not None:
            missed, self._missed = self._missed, Changes()
            self.refresh(missed)

    def take_up(self) -> None:
        """Show the library that is open already: the window was made anew."""
        if self.desk.bridge.library is not None:
            self._library_opened(self.desk.bridge.library)

    def _library_changed(self, changes: Changes) -> None:
        if self.isVisible():
            self.refresh(changes)
        else:
            self._missed |= changes

    def _library_opened(self, library: Library) -> None:
        self.library_opened(library)
        self._missed = Changes()
        self._library_changed(EVERYTHING)

    def _library_closed(self) -> None:
        self._missed = Changes()
        self.library_closed()
