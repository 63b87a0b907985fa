"""Backups of the open library: a copy where one wants it, and one before much is changed."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kbeditor.domain.backups import Backup
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress, Silent
from kbeditor.services.base import Service
from kbeditor.storage.backup import back_up
from kbeditor.storage.store import Store

STEP = "backing_up"

Before = Callable[[str, Progress], object]
"""Called with the reason before many things are changed at once: see `Backups.before`."""


def no_backup(_reason: str, _progress: Progress) -> None:
    """Where nobody keeps backups."""


class Keeps(Protocol):
    """Who keeps backups: knows the folder, and tells of what fails."""

    def keep(self, library: Path, reason: str) -> Backup | None:
        """Write a backup if there is anything to keep; never raises for what is expected."""


class Backups(Service):
    """Writes backups. Without a keeper none are made by themselves."""

    def __init__(self, store: Store, source_locale: str, keeper: Keeps | None = None) -> None:
        super().__init__(store, source_locale)
        self._keeper = keeper

    def write(self, target: Path) -> Report:
        """A checked copy at `target`. Raises KbError; nothing half-written is left."""
        started = time.monotonic()
        copy = back_up(self._store.path, target)
        return Report(str(target), (("bytes", copy.size),), (), time.monotonic() - started)

    def save_elsewhere(self, target: Path) -> Path:
        """Write all that is saved to another place, also when the library's own file is gone.

        A file that is there is replaced only when it is a library. Raises KbError.
        """
        self._store.copy_to(target)
        return target

    def before(self, reason: str, progress: Progress | None = None) -> Backup | None:
        """Keep the state there is now, unless the newest backup is of this very state.

        `reason` is one of `domain.backups.REASONS`. Not within a transaction: what it changed would
        not be in the backup. None: nobody keeps backups here, there is nothing to keep, or it
        failed: then the person is told elsewhere, and the work goes on. Raises Cancelled.
        """
        if self._keeper is None or self._store.read_only:
            return None
        (progress or Silent()).step(STEP, 0, 0)
        return self._keeper.keep(self._store.path, reason)

    def state(self) -> tuple[int, int]:
        """Differs as soon as anything was written, through this connection or another one."""
        return self._store.state()
