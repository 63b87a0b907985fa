"""Which libraries were open when the program ended without leaving them: killed, or a power cut.

A small file per open library, in this person's own data, locked while the program lives: the
system lets go of the lock however it ends, and the file stays behind.
"""

import contextlib
import hashlib
import logging
import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

log = logging.getLogger(__name__)


class Running:
    """The library that is open in this process; made once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mark: tuple[Path, IO[bytes]] | None = None

    def enter(self, library: Path) -> bool:
        """A library was opened; whether somebody left it uncleanly before."""
        self.leave()
        name = hashlib.sha256(os.path.realpath(library).encode()).hexdigest()[:24]
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            found = [each for each in self._folder.glob(f"{name}-*") if _abandoned(each)]
            path = self._folder / f"{name}-{os.getpid()}"
            file = path.open("wb")
        except OSError as error:
            log.warning("it cannot be kept that %s is open: %s", library, error)
            return False
        _lock(file)
        self._mark = (path, file)
        return bool(found)

    def leave(self) -> None:
        """It was closed as it should be."""
        if self._mark is not None:
            path, file = self._mark
            self._mark = None
            file.close()
            with contextlib.suppress(OSError):
                path.unlink()


def _abandoned(path: Path) -> bool:
    """Whether whoever made a mark is gone; the mark then is, too."""
    try:
        with path.open("r+b") as file:
            if not _lock(file):
                return False
    except OSError:
        return False
    with contextlib.suppress(OSError):
        path.unlink()
    return True


def _lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
