"""Where the program writes what happened: one log file of bounded size."""

import logging
import os
from pathlib import Path

BYTES = 1_000_000
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class BoundedFile(logging.FileHandler):
    """Sets a full file aside as `.1` in place of the one before, and begins anew.

    The standard library's own comes with its sockets and pickles, which nobody needs before the
    window is shown.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        try:
            if self.stream is not None and self.stream.tell() >= BYTES:
                self.close()  # opened again by the next write
                os.replace(self.baseFilename, f"{self.baseFilename}.1")
        except OSError:
            self.handleError(record)
        super().emit(record)


def start_logging(path: Path) -> None:
    """Write warnings of everybody and notes of our own to `path`; a full disk stops nothing."""
    root = logging.getLogger()
    logging.raiseExceptions = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = BoundedFile(path, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("kbeditor").setLevel(logging.INFO)
