"""How long work tells where it is and learns that it should stop."""

from typing import Protocol

from kbeditor.domain.errors import Cancelled


class Progress(Protocol):
    """Handed to every long work. Called from the worker's thread."""

    def step(self, code: str, done: int, total: int) -> None:
        """Tell that `done` of `total` (0: unknown) things of step `code` are finished.

        Raises Cancelled when the person asked to stop.
        """


class Silent:
    """Tells nobody and never stops."""

    def step(self, code: str, done: int, total: int) -> None:
        """Do nothing."""


class Stoppable:
    """Keeps the last step, and stops at the next one once `stop()` was called."""

    def __init__(self) -> None:
        self.code, self.done, self.total = "", 0, 0
        self._stopped = False

    def stop(self) -> None:
        """Ask the work to stop; may be called from any thread."""
        self._stopped = True

    def step(self, code: str, done: int, total: int) -> None:
        """Keep the step; raise Cancelled when asked to stop."""
        self.code, self.done, self.total = code, done, total
        if self._stopped:
            raise Cancelled()
