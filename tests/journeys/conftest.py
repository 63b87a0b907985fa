"""Who walks the journeys, and a real help centre's library, imported once for all of them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library
from tests.helpers.window import Person, at_the_window


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """A person whose program is not started yet."""
    with at_the_window(qtbot, tmp_path) as person:
        yield person


@pytest.fixture(scope="session")
def imported_campaign(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("campaign") / "campaign.kb"
    made = create_library(path, "Campaign", "en")
    made.importing.apply(made.importing.plan(corpus / "campaign" / "content"))
    # Else each window that opens a copy does it anew, beside all that is watched.
    made.linking.fill()
    made.close()
    return path


@pytest.fixture
def campaign(imported_campaign: Path, tmp_path: Path) -> Path:
    """A copy of one's own: English and French, 391 articles, 3,111 pictures."""
    return Path(shutil.copyfile(imported_campaign, tmp_path / "campaign.kb"))
