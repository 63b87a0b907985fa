"""Which libraries are known to be damaged; kept with this person's files, not in the library."""

import contextlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Store

_KEPT = 50


@dataclass(frozen=True, slots=True)
class Mark:
    """When damage was found, and what (a plain English sentence)."""

    found_at: datetime
    what: str


class DamageMarks:
    """Marks files, not names: one that was replaced by a backup has no mark any more."""

    def __init__(self, paths: Paths) -> None:
        self._store = Store(paths.data / "damaged.json", {})

    def of(self, library: Path) -> Mark | None:
        """What is known against a library; None: nothing."""
        kept = self._known().get(_key(library))
        if not isinstance(kept, dict) or kept.get("file") != _identity(library):
            return None
        return Mark(datetime.fromisoformat(str(kept["found_at"])), str(kept["what"]))

    def add(self, library: Path, what: str) -> None:
        """Remember that a library is damaged; no backup is made of it from now on."""
        known = self._known()
        known.pop(_key(library), None)
        known[_key(library)] = {
            "file": _identity(library),
            "found_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "what": what,
        }
        self._store.set("libraries", dict(list(known.items())[-_KEPT:]))

    def clear(self, library: Path) -> None:
        """A full check found it sound, or it was replaced."""
        known = self._known()
        if known.pop(_key(library), None) is not None:
            self._store.set("libraries", known)

    def _known(self) -> dict[str, Any]:
        return dict(self._store.get("libraries", {}))


def _key(library: Path) -> str:
    return os.path.realpath(library)


def _identity(library: Path) -> list[int]:
    with contextlib.suppress(OSError):
        found = library.stat()
        return [found.st_dev, found.st_ino]
    return []
