"""What the session keeps of each library: where one was."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kbeditor.app.preferences import Sessions
from kbeditor.domain.records import Kind, Ref

LIBRARIES_KEPT = 50


@dataclass(frozen=True, slots=True)
class LibrarySession:
    """Where one was in a library."""

    ref: Ref | None
    locale: str
    panes: dict[str, dict[str, Any]]


def load_library(sessions: Sessions, path: Path) -> LibrarySession:
    """What was kept for the library; empty when it is new here or damaged."""
    kept = _object(sessions.get("libraries", {}).get(str(path)))
    panes = {name: _object(each) for name, each in _object(kept.get("panes")).items()}
    return LibrarySession(_ref(kept.get("current")), str(kept.get("locale", "")), panes)


def save_library(sessions: Sessions, path: Path, session: LibrarySession) -> None:
    """Keep it; libraries not used for long are forgotten."""
    libraries = dict(sessions.get("libraries", {}))
    libraries.pop(str(path), None)
    libraries[str(path)] = {
        "current": list(session.ref) if session.ref else None,
        "locale": session.locale,
        "panes": session.panes,
    }
    for old in list(libraries)[:-LIBRARIES_KEPT]:
        del libraries[old]
    sessions.set("libraries", libraries)


def _ref(value: object) -> Ref | None:
    match value:
        case [str(kind), str(which)] if kind in {each.value for each in Kind}:
            return Ref(Kind(kind), which)
    return None


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
