"""Whether the file at a library's path is still the one that is open.

A file that was deleted goes on taking writes on most systems, and nothing of them is kept: SQLite
reports success. Whatever was written is confirmed only when the file is still at its place.
"""

from pathlib import Path

from kbeditor.domain.errors import KbError


class Whereabouts:
    """Made when the file was opened; looking costs some microseconds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = _identity(path)

    @property
    def replaced(self) -> bool:
        """Whether another file is at the library's place."""
        return _identity(self._path) not in (None, self._file)

    def check(self) -> None:
        """Raises KbError `file_gone` or `file_replaced`."""
        found = _identity(self._path)
        if found is None:
            raise KbError(
                "file_gone",
                "{path} is no longer there: it was deleted or moved, or its drive was removed. "
                "Put it back and try again, or save the library elsewhere.",
                path=str(self._path),
            )
        if found != self._file:
            raise KbError(
                "file_replaced",
                "{path} is another file now: it was replaced while it was open here. Save the "
                "library elsewhere, then compare the two.",
                path=str(self._path),
            )


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
