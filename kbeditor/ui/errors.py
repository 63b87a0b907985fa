"""The one presenter of errors: a banner for what is expected, a report for a bug."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.ui.texts import error_words

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WayOut:
    """What a banner offers: the words of a button and what it does."""

    words: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner says. `level` is "info", "success", "warning" or "error"."""

    level: str
    words: str
    ways_out: tuple[WayOut, ...] = ()


class Errors(QObject):
    """Decides how an error is shown; the main window shows it."""

    noticed = Signal(object)  # Notice
    broke = Signal(str)  # a bug: its traceback

    _elsewhere = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._elsewhere.connect(self.present)
        self._ways_out: dict[str, tuple[WayOut, ...]] = {}

    def offer(self, code: str, *ways_out: WayOut) -> None:
        """Offer these buttons whenever an error with this code is shown."""
        self._ways_out[code] = ways_out

    def present(self, error: BaseException) -> None:
        """Show an error that nobody took. Stopping on purpose is not one."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, KbError):
            log.warning("%s: %s", error.code, error)
            level = "warning" if error.code == "conflict" else "error"
            self.notice(level, error_words(error), *self._ways_out.get(error.code, ()))
            return
        report = "".join(traceback.format_exception(error))
        log.error("a bug:\n%s", report)
        self.broke.emit(report)

    def notice(self, level: str, words: str, *ways_out: WayOut) -> None:
        """Show a banner."""
        self.noticed.emit(Notice(level, words, ways_out))

    def install_hooks(self) -> None:
        """Present what no code caught, on any thread."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def remove_hooks(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _uncaught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.present(error)

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._elsewhere.emit(args.exc_value)
