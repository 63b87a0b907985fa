"""Looks at the library's file when it was opened, and says what to do when it fails."""

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kbeditor.app.damage import DamageMarks
from kbeditor.app.repairing import check_library
from kbeditor.app.running import Running
from kbeditor.domain.errors import KbError
from kbeditor.domain.finding import Report
from kbeditor.domain.records import Library
from kbeditor.ui.apart import start_apart
from kbeditor.ui.desk import Desk
from kbeditor.ui.elsewhere import AWAY
from kbeditor.ui.errors import WayOut
from kbeditor.ui.texts import report_line_words

log = logging.getLogger(__name__)

REST_MS = 4000
"""So long after a library was opened its file is read through: at first one wants to see it."""


class Health(QObject):
    """A quick check at each start, a full one after an unclean end. `desk` is its parent."""

    def __init__(self, desk: Desk, running: Running) -> None:
        super().__init__(desk)
        self._desk, self._running = desk, running
        self._unclean = False
        self._soon = QTimer(self, singleShot=True, interval=REST_MS)
        self._soon.timeout.connect(self.look)
        desk.bridge.opened.connect(self._opened)
        desk.bridge.closed.connect(self._closed)
        again = WayOut(self.tr("Try Again"), self._try_again)
        elsewhere = WayOut(self.tr("Save the Library Elsewhere…"), self._elsewhere)
        for code in AWAY:
            desk.errors.offer(code, again, elsewhere)
        backups, repair, _ = self._ways()
        desk.errors.offer("damaged", backups, repair)
        for code in ("not_sqlite", "cannot_open"):
            desk.errors.offer(code, repair)

    def look(self) -> None:
        """Check the file now, beside all other work."""
        self._soon.stop()
        path = self._desk.bridge.path
        if path is None:
            return
        quickly, self._unclean = not self._unclean, False
        paths = self._desk.paths
        start_apart(
            self._desk,
            lambda progress: check_library(path, paths, progress, quickly=quickly),
            partial(self._checked, path),
            self._failed,
        )

    def _opened(self, _library: Library) -> None:
        path = self._desk.bridge.path
        assert path is not None
        self._unclean = self._running.enter(path)
        self._soon.start()
        mark = DamageMarks(self._desk.paths).of(path)
        if mark is not None:
            QTimer.singleShot(0, self, lambda: self._tell(path, mark.what))

    def _closed(self) -> None:
        self._soon.stop()
        self._running.leave()

    def _checked(self, path: Path, report: Report) -> None:
        if report.lines and path == self._desk.bridge.path:
            line = max(report.lines, key=lambda each: bool(each.place))
            words = report_line_words(line)
            self._tell(path, f"{line.place}: {words}" if line.place else words)

    def _failed(self, error: Exception) -> bool:
        """Busy, or a disk that reports errors: nothing is known then, and work itself will tell."""
        log.warning("the library's file was not checked: %s", error)
        return isinstance(error, KbError)

    def _tell(self, path: Path, what: str) -> None:
        words = self.tr(
            "The file of this library is damaged. {what} No backups are made of it until it is "
            "whole again."
        )
        if path == self._desk.bridge.path:
            self._desk.errors.notice("error", words.format(what=what), *self._ways())

    def _ways(self) -> tuple[WayOut, ...]:
        trigger = self._trigger
        return (
            WayOut(self.tr("Backups…"), lambda: trigger("library.backups")),
            WayOut(self.tr("Repair…"), lambda: trigger("library.repair")),
            WayOut(self.tr("What Is Damaged…"), lambda: trigger("library.check_file")),
        )

    def _trigger(self, action: str) -> None:
        self._desk.actions.trigger(action)

    def _try_again(self) -> None:
        desk = self._desk
        desk.flush()
        there = self.tr("The library is there and can be written.")
        desk.bridge.run(lambda ws: ws.poll(), lambda _poll: desk.errors.notice("success", there))

    def _elsewhere(self) -> None:
        self._trigger("library.save_elsewhere")
