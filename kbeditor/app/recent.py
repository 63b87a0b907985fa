"""The libraries opened lately, newest first."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kbeditor.app.preferences import Preferences

KEPT = 12
KEY = "recent"


@dataclass(frozen=True, slots=True)
class Recent:
    """A library opened before. `there` is whether its file (still) exists."""

    path: Path
    name: str
    opened_at: datetime
    there: bool


def recent_libraries(preferences: Preferences) -> tuple[Recent, ...]:
    """All of them, newest first."""
    return tuple(
        Recent(
            Path(entry["path"]),
            entry["name"],
            datetime.fromisoformat(entry["opened_at"]),
            Path(entry["path"]).is_file(),
        )
        for entry in _entries(preferences)
    )


def remember(preferences: Preferences, path: Path, name: str, now: datetime) -> None:
    """Put a library at the top."""
    entry = {"path": str(path), "name": name, "opened_at": now.isoformat(timespec="seconds")}
    others = [other for other in _entries(preferences) if other["path"] != str(path)]
    preferences.set(KEY, [entry, *others][:KEPT])


def forget(preferences: Preferences, path: Path) -> None:
    """Take a library off the list; its file stays."""
    preferences.set(KEY, [each for each in _entries(preferences) if each["path"] != str(path)])


def _entries(preferences: Preferences) -> list[dict[str, str]]:
    """What the file of settings holds of them, whoever wrote it."""
    return [each for each in preferences.get(KEY) if _is_entry(each)]


def _is_entry(value: object) -> bool:
    match value:
        case {"path": str(), "name": str(), "opened_at": str(moment)}:
            try:
                datetime.fromisoformat(moment)
            except ValueError:
                return False
            return True
    return False
