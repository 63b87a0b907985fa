"""Makes what blocks are missing, beside all other work: old libraries, imports, new texts."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from kbeditor.domain.changes import Changes, Outcome
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.records import Library
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.jobs import Job

log = logging.getLogger(__name__)

REST_MS = 1500
"""So long after a library was opened, or changed as a whole, it is looked at."""


class Linking(QObject):
    """One run at a time. Who stops it is not asked again before the library is opened anew."""

    progressed = Signal(int, int)  # done, total
    running_changed = Signal(bool)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._job: Job | None = None
        self._stopped = False
        self._again = False
        self._soon = QTimer(self, singleShot=True, interval=REST_MS)
        self._soon.timeout.connect(self.look)
        bridge.opened.connect(self._opened)
        bridge.changed.connect(self._changed)
        bridge.closed.connect(self._closed)

    @property
    def running(self) -> bool:
        """Whether blocks are being made."""
        return self._job is not None

    def look(self) -> None:
        """Start when anything is missing; the question goes to the library's thread."""
        self._soon.stop()
        standing = self._bridge.standing
        if standing is not None and standing.read_only:
            return  # nothing can be made
        if not self._stopped and self._job is None:
            self._bridge.run(lambda ws: ws.linking.lacking(), self._answered)

    def stop(self) -> None:
        """End soon; what is made stays."""
        if self._job is not None:
            self._stopped = True
            self._job.stop()

    def _answered(self, lacking: bool) -> None:
        if not lacking or self._job is not None or self._stopped:
            return
        self._over = False
        job = self._bridge.start(
            lambda ws, progress: Outcome(*ws.linking.link(progress)), self._done, self._failed
        )
        if self._over:  # an executor without threads
            return
        self._job = job
        job.progressed.connect(lambda _code, done, total: self.progressed.emit(done, total))
        job.finished.connect(self._ended)
        self.running_changed.emit(True)

    def _done(self, _count: int) -> None:
        self._over = True

    def _failed(self, error: Exception) -> bool:
        """A bug is presented; that another program writes, or that it was stopped, is none."""
        self._over = True
        if isinstance(error, Cancelled):
            return True
        self._stopped = True  # what failed once would fail again at once
        log.warning("blocks were not made: %s", error)
        return isinstance(error, KbError)

    def _ended(self) -> None:
        self._job = None
        self.running_changed.emit(False)
        if self._again:
            self._again = False
            self._soon.start()

    def _opened(self, _library: Library) -> None:
        self._stopped = False
        self._again = self._job is not None  # that of the library before is still ending
        self._soon.start()

    def _changed(self, changes: Changes) -> None:
        if not (changes.everything or changes.locales):
            return
        if self._job is not None:
            self._again = True
        else:
            self._soon.start()

    def _closed(self) -> None:
        self._soon.stop()
        self._again = False
