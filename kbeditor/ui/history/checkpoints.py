"""Keeps what was written as versions: when a text is left, while it is written, at the end."""

import logging
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer

from kbeditor.domain.changes import Changes
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.versions import CLOSED, LEFT, WHILE
from kbeditor.ui.desk import Desk

log = logging.getLogger(__name__)

WHILE_MS = 10 * 60 * 1000
"""So long somebody writes on until what they wrote is kept."""


class Checkpoints(QObject):
    """Follows the selection. What nobody wrote since it was opened is not looked at twice."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._place: tuple[Ref, str] | None = None
        self._since = datetime.now(UTC)
        self._while = QTimer(self, singleShot=True, interval=WHILE_MS)
        self._while.timeout.connect(lambda: self.keep(WHILE))
        desk.selection.changed.connect(self._selected)
        desk.bridge.changed.connect(self._changed)
        desk.bridge.closing.connect(lambda: self.keep(CLOSED))
        desk.bridge.closed.connect(self._closed)
        self._selected()

    def keep(self, why: str) -> None:
        """Keep what was written in the open article since it was last kept. The way there goes
        through the library's thread, behind what is saved.
        """
        if self._place is None or self._desk.library is None or self._desk.read_only:
            return
        self._desk.flush()
        owner, locale = self._place
        tags = dict.fromkeys((locale, self._desk.selection.source_locale or locale))
        refs = [TextRef(owner, tag) for tag in tags]
        since, self._since = self._since, datetime.now(UTC)
        self._while.stop()
        self._desk.bridge.run(
            lambda ws: ws.texts.checkpoint(refs, why, since), otherwise=self._failed
        )

    def _selected(self) -> None:
        selection = self._desk.selection
        current = selection.current
        place = (current, selection.locale) if current is not None else None
        if place != self._place:
            self.keep(LEFT)
            self._place, self._since = place, datetime.now(UTC)

    def _changed(self, changes: Changes) -> None:
        written = self._place is not None and any(
            ref.owner == self._place[0] for ref in changes.texts
        )
        if written and not self._while.isActive():
            self._while.start()

    def _closed(self) -> None:
        self._place = None
        self._while.stop()

    def _failed(self, error: Exception) -> bool:
        """What is written was saved, or the saving told why not: nobody waits for a checkpoint."""
        if not isinstance(error, KbError):
            return False
        log.warning("no version could be kept: %s", error)
        return True
