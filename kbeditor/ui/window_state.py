"""The session: the window's layout, and where one was in each library."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray

from kbeditor.app.preferences import Sessions
from kbeditor.domain.records import Kind, Ref

LIBRARIES_KEPT = 50


def to_text(state: QByteArray) -> str:
    """Qt's state as text for JSON."""
    return bytes(state.toBase64().data()).decode("ascii")


def from_text(text: object) -> QByteArray:
    """The reverse; empty for anything else."""
    return (
        QByteArray.fromBase64(QByteArray(text.encode("ascii", "ignore")))
        if isinstance(text, str)
        else QByteArray()
    )


@dataclass(frozen=True, slots=True)
class LibrarySession:
    """Where one was in a library."""

    ref: Ref | None
    locale: str
    panes: dict[str, dict[str, Any]]


def load_library(sessions: Sessions, path: Path) -> LibrarySession:
    """What was kept for the library; empty when it is new here or damaged."""
    kept = sessions.get("libraries", {}).get(str(path), {})
    panes = kept.get("panes", {})
    return LibrarySession(_ref(kept.get("current")), str(kept.get("locale", "")), dict(panes))


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
