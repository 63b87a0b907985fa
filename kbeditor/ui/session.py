"""Takes one back to where one was: in a library, and in the list of recent ones."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from kbeditor.app.recent import remember
from kbeditor.domain.backups import read_name
from kbeditor.domain.changes import Changes
from kbeditor.domain.records import Library, Ref
from kbeditor.ui.desk import Desk
from kbeditor.ui.library_session import LibrarySession, load_library, save_library
from kbeditor.ui.pane import Pane
from kbeditor.ui.pane_slot import PaneSlot
from kbeditor.ui.work import me


class Session(QObject):
    """Make it before the panes: they then find the right locale when a library opens."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._slots: tuple[PaneSlot, ...] = ()
        self._kept = LibrarySession(None, "", {})
        self._restored = False
        desk.bridge.opened.connect(self._opened)
        desk.bridge.changed.connect(self._changed)
        desk.bridge.closing.connect(self.save)
        desk.bridge.closed.connect(self._closed)

    def follow(self, slots: Sequence[PaneSlot]) -> None:
        """Keep and restore the state of the panes in these slots."""
        self._slots = tuple(slots)
        for slot in slots:
            slot.filled.connect(self._pane_made)
        self._desk.bridge.opened.connect(self._return)

    def save(self) -> None:
        """Keep where one is now."""
        path = self._desk.bridge.path
        if path is None or not self._restored or self._desk.bridge.visits.now is not None:
            return
        panes = dict(self._kept.panes)  # also of panes that nobody has looked at
        panes.update((pane.id, pane.save_state()) for pane in self._panes())
        panes = {pane_id: state for pane_id, state in panes.items() if state}
        selection = self._desk.selection
        save_library(
            self._desk.sessions, path, LibrarySession(selection.current, selection.locale, panes)
        )

    def reload(self) -> None:
        """The window was made anew: take it back to where it was."""
        library = self._desk.bridge.library
        if library is not None:
            self._opened(library)
            for pane in self._panes():
                pane.take_up()
            self._desk.frame.enter(library)
            self._return(library)

    def _opened(self, library: Library) -> None:
        """Before the panes: the locale one was in."""
        path, visit = self._desk.bridge.path, self._desk.bridge.visits.now
        assert path is not None
        if visit is None and read_name(path.name) is None:  # a backup is looked at, not worked with
            remember(self._desk.preferences, path, library.name, datetime.now(UTC))
        self._kept = load_library(self._desk.sessions, path if visit is None else visit.home)
        self._restored = False
        known = {locale.tag for locale in self._desk.locales}
        listed = me(self._desk)
        mine = [tag for tag in listed.locales if tag in known] if listed is not None else []
        first = mine[0] if mine else library.source_locale
        locale = self._kept.locale if self._kept.locale in known else first
        self._desk.selection.start(library.source_locale, locale)

    def _return(self, _library: Library) -> None:
        """After the panes: what one had open, if it still exists."""
        ref, locale = self._kept.ref, self._desk.selection.locale
        if ref is None:
            self._restore(None)
            return
        self._desk.bridge.run(lambda ws: ws.tree.rows([ref], locale), self._found)

    def _found(self, rows: tuple[Sequence[object], Sequence[object]]) -> None:
        self._restore(self._kept.ref if any(rows) else None)

    def _restore(self, ref: Ref | None) -> None:
        if ref is not None and self._desk.selection.current is None:
            self._desk.selection.go(ref)
        self._restored = True
        for pane in self._panes():
            self._pane_made(pane)
        centre = next((slot.id for slot in self._slots if slot.area == "centre"), None)
        if centre is not None and self._desk.selection.current is not None:
            self._desk.frame.show_pane(centre)  # one goes on writing where one stopped
        else:
            self._desk.frame.next_pane(1)

    def _panes(self) -> list[Pane]:
        return [slot.pane for slot in self._slots if slot.pane is not None]

    def _pane_made(self, pane: Pane) -> None:
        if self._restored:
            pane.restore_state(self._kept.panes.get(pane.id, {}))

    def _changed(self, changes: Changes) -> None:
        """A locale that was removed is left."""
        selection = self._desk.selection
        if (changes.locales or changes.everything) and not self._desk.locale(selection.locale):
            selection.set_locale(selection.source_locale)

    def _closed(self) -> None:
        self._restored = False
        self._desk.selection.start("")
