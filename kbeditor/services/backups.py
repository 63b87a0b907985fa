"""Backups: checked copies of the library, live."""

import time
from pathlib import Path

from kbeditor.domain.finding import Report
from kbeditor.services.base import Service
from kbeditor.storage.backup import back_up


class Backups(Service):
    """Writes backups."""

    def write(self, target: Path) -> Report:
        """A checked copy at `target`. Raises KbError; nothing half-written is left."""
        started = time.monotonic()
        size = back_up(self._store.path, target)
        return Report(str(target), (("bytes", size),), (), time.monotonic() - started)
