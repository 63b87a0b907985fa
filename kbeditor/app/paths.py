"""Where this person's own files are: settings, sessions, caches, logs."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

HOME_VARIABLE = "KBEDITOR_HOME"
"""When set, everything of this person is kept in that one folder (tests, a memory stick)."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one person on this machine; each is made when first written to."""

    config: Path
    data: Path
    cache: Path
    logs: Path
    documents: Path

    @property
    def preferences(self) -> Path:
        """The file with this person's settings."""
        return self.config / "preferences.json"

    @property
    def sessions(self) -> Path:
        """The file with the window's layout and, per library, where one was."""
        return self.data / "sessions.json"

    @property
    def log(self) -> Path:
        """The log file that a report of a bug refers to."""
        return self.logs / "kbeditor.log"


def own_paths() -> Paths:
    """The usual places of this system, or all within `KBEDITOR_HOME`."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home)
        return Paths(
            root / "config", root / "data", root / "cache", root / "logs", root / "documents"
        )
    places = platformdirs.PlatformDirs("kbeditor", appauthor=False)
    return Paths(
        places.user_config_path,
        places.user_data_path,
        places.user_cache_path,
        places.user_log_path,
        platformdirs.user_documents_path(),
    )
