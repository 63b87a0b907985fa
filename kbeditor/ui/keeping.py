"""Backups beside all other work: when a day begins, every half hour, when one leaves."""

import logging
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from kbeditor.app.opening import make_keeper
from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences
from kbeditor.domain.backups import CLOSING, DAY, REGULAR, Failure
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Library
from kbeditor.ui.bridge import Bridge, Otherwise
from kbeditor.ui.executors import Executor
from kbeditor.ui.receivers import still_there

if TYPE_CHECKING:  # the real import costs SQLAlchemy: it happens on a worker's thread
    from kbeditor.app.keeping import Keeper
    from kbeditor.app.workspace import Workspace

log = logging.getLogger(__name__)
T = TypeVar("T")
State = tuple[int, int]

REST_MS = 5000
"""So long after a library was opened it is looked at: at first one wants to see it."""
REGULAR_MS = 30 * 60 * 1000


class Keeping(QObject):
    """Knows of the open library whether there is a backup of its present state."""

    changed = Signal()  # there is a new backup, or one could not be made
    failed = Signal(object, object)  # library: Path, Failure; once for each kind of failure
    not_opened = Signal(object, object)  # library: Path, KbError; there may be a backup of it

    def __init__(
        self,
        bridge: Bridge,
        executor: Executor,
        paths: Paths,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._executor = executor
        self._paths = paths
        self._preferences = preferences
        self._made: Keeper | None = None
        self._making = threading.Lock()
        self._gui_thread = threading.get_ident()
        self._first: State | None = None
        self._kept: State | None = None
        self._held = False
        self._told: set[tuple[Path, str, str]] = set()
        self._soon = QTimer(self, singleShot=True, interval=REST_MS)
        self._soon.timeout.connect(self.look)
        self._regular = QTimer(self, interval=REGULAR_MS)
        self._regular.timeout.connect(self.keep_if_changed)
        bridge.opened.connect(self._opened)
        bridge.closed.connect(self._closed)
        bridge.farewell = self._leave

    def keeper(self) -> "Keeper":
        """Who keeps backups; from any thread, at best a worker's."""
        with self._making:
            if self._made is None:
                self._made = make_keeper(self._paths, self._preferences)
                self._made.heard = self._heard
            return self._made

    def run(
        self,
        work: Callable[["Keeper"], T],
        then: Callable[[T], None],
        otherwise: Otherwise | None = None,
    ) -> None:
        """Run work with backups on a thread of its own, with or without an open library."""

        def task() -> None:
            try:
                value = work(self.keeper())
            except Exception as error:
                self._post(partial(self._fail, error, otherwise))
            else:
                self._post(partial(self._land, then, value))

        self._executor.submit_job("backups", task)

    def hold(self) -> None:
        """The library is left in order to be replaced: no backup of its own at that."""
        self._held = True

    # ------------------------------------------------------------------ when

    def look(self) -> None:
        """Make the first backup of the day, or find that there is one of this very state."""
        self._ask(lambda state, path: self.run(partial(_first, path), partial(self._took, state)))

    def keep_if_changed(self) -> None:
        """Make a backup if anything was written since the last one."""

        def keep(state: State, path: Path) -> None:
            if state != self._kept:
                self.run(lambda keeper: keeper.keep(path, REGULAR) is not None, took(state))

        def took(state: State) -> Callable[[bool], None]:
            return partial(self._took, state)

        self._ask(keep)

    def _ask(self, then: Callable[[State, Path], None]) -> None:
        standing = self._bridge.standing
        if standing is not None and not standing.read_only:
            path = standing.path
            self._bridge.run(lambda ws: ws.backups.state(), lambda state: then(state, path))

    def _took(self, state: State, there: bool) -> None:
        if there:
            self._kept = state
            self._told.clear()
        self.changed.emit()

    def _opened(self, _library: Library) -> None:
        self._first = self._kept = None
        self._held = False
        self._soon.start()
        self._regular.start()
        self._ask(self._begin)

    def _begin(self, state: State, _path: Path) -> None:
        self._first = state

    def _closed(self) -> None:
        self._soon.stop()
        self._regular.stop()

    def _leave(self, workspace: "Workspace") -> None:
        """On the library's thread, just before it is closed."""
        if self._held or workspace.read_only:
            return
        try:
            state = workspace.backups.state()
        except KbError as error:  # its drive is gone: it is closed all the same
            log.warning("no backup of %s at closing: %s", workspace.path, error)
            return
        if state == (self._first if self._kept is None else self._kept):
            return
        path = workspace.path
        self._executor.submit_job("backup", lambda: self._keep_at_closing(path))

    def _keep_at_closing(self, path: Path) -> None:
        try:
            self.keeper().keep(path, CLOSING)
        except Exception:  # nobody waits for it; the next opening makes another one
            log.exception("no backup of %s at closing", path)

    # ------------------------------------------------------------------ landing (GUI thread)

    def _heard(self, library: Path, failure: Failure) -> None:
        self._post(partial(self._tell, library, failure))

    def _tell(self, library: Path, failure: Failure) -> None:
        kind = (library, failure.code, failure.folder)
        if kind not in self._told:  # quietly: not every half hour again
            self._told.add(kind)
            self.failed.emit(library, failure)
        self.changed.emit()

    def _post(self, landing: Callable[[], None]) -> None:
        if threading.get_ident() == self._gui_thread:  # the inline executor
            landing()
        else:
            self._bridge.post(landing)

    def _land(self, then: Callable[[Any], None], value: Any) -> None:
        if still_there(then):
            then(value)

    def _fail(self, error: Exception, otherwise: Otherwise | None) -> None:
        if otherwise is None or not still_there(otherwise) or otherwise(error) is False:
            self._bridge.failed.emit(error)


def _first(library: Path, keeper: "Keeper") -> bool:
    """Whether there is a backup of the library as it is now, after making the day's first."""
    if keeper.is_due(library):
        return keeper.keep(library, DAY) is not None
    return keeper.looks_unchanged(library)
