"""Where the program writes what happened: one log file of bounded size."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

BYTES = 1_000_000
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_logging(path: Path) -> None:
    """Write warnings of everybody and notes of our own to `path`; a full disk stops nothing."""
    root = logging.getLogger()
    logging.raiseExceptions = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=BYTES, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("kbeditor").setLevel(logging.INFO)
