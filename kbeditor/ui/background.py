"""Work that a person waits for while they go on: the status bar shows it, and can stop it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kbeditor.ui.bridge import Bridge
from kbeditor.ui.jobs import Job

PATIENCE_MS = 400
"""What is done by then is not shown: a bar that only flashes tells nobody anything."""


class Background(QObject):
    """One piece of work at a time; the last one begun is shown."""

    progressed = Signal(str, int, int)  # step's code, done, total
    shown = Signal(bool)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._stop: Callable[[], None] = lambda: None
        self._job: Job | None = None
        self._soon = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._soon.timeout.connect(lambda: self.shown.emit(True))

    @property
    def running(self) -> bool:
        """Whether it has lasted so long that it is shown."""
        return self._job is not None and not self._soon.isActive()

    def begin(self, job: Job, stop: Callable[[], None]) -> None:
        """Show a job from now on until it has ended; `stop` is what its button does."""
        self._job, self._stop = job, stop
        job.progressed.connect(self.progressed)
        job.finished.connect(lambda: self._ended(job))
        self._soon.start()

    def stop(self) -> None:
        """The person does not want to wait."""
        self._stop()

    def _ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._soon.stop()
            self.shown.emit(False)


def background_of(bridge: Bridge) -> Background:
    """The one of this program: it outlives the window, as the bridge does."""
    found = bridge.findChild(Background)
    return found if found is not None else Background(bridge)
