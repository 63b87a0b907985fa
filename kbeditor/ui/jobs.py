"""Long work as the window sees it: where it is, and the way to stop it."""

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from kbeditor.domain.errors import Cancelled

if TYPE_CHECKING:  # the real import costs SQLModel
    from kbeditor.app.workspace import Workspace

REPORT_SECONDS = 0.05


class OpensAgain(Protocol):
    """Opens a library's file on the calling thread."""

    def __call__(self, path: Path, *, read_only: bool) -> "Workspace": ...


class Job(QObject):
    """Long work that runs beside the library's thread, on a connection of its own."""

    progressed = Signal(str, int, int)  # step's code, done, total (0: unknown)
    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._reported = 0.0
        self._code = ""

    def stop(self) -> None:
        """Ask it to stop; it ends with `Cancelled` at its next step."""
        self._stop.set()

    def step(self, code: str, done: int, total: int) -> None:
        """The work's `Progress`: called on its thread; tells the window at a bearable rate."""
        if self._stop.is_set():
            raise Cancelled()
        now = time.monotonic()
        if code != self._code or done == total or now - self._reported >= REPORT_SECONDS:
            self._code, self._reported = code, now
            self.progressed.emit(code, done, total)
