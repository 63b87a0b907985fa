"""Who keeps backups, for tests: with a home and a clock of their own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbeditor.app.keeping import Keeper
from kbeditor.app.opening import open_workspace
from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences
from kbeditor.app.workspace import Workspace
from tests.helpers.library import article

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Clock:
    """A clock that one sets; it moves on by a second each time it is read."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    home = tmp_path / "home"
    return Paths(home, home, home / "cache", home / "logs", tmp_path)


@pytest.fixture
def preferences(paths: Paths) -> Preferences:
    return Preferences(paths.preferences)


@pytest.fixture
def keeper(paths: Paths, preferences: Preferences, clock: Clock) -> Keeper:
    return Keeper(paths, preferences, clock)


@pytest.fixture
def kept(path: Path, keeper: Keeper) -> Iterator[Workspace]:
    """A library with an article, open with its keeper."""
    workspace = open_workspace(path, "Ada", keeper=keeper)
    article(workspace, "Where?", "In the post.")
    yield workspace
    workspace.close()


def reasons(keeper: Keeper, library: Path) -> list[str]:
    return [each.reason for each in keeper.list(library)]
