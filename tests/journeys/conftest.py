"""The library of a real help centre, imported once for all journeys that begin with it."""

import shutil
from pathlib import Path

import pytest

from kbeditor.app.opening import create_library


@pytest.fixture(scope="session")
def imported_campaign(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("campaign") / "campaign.kb"
    made = create_library(path, "Campaign", "en")
    made.importing.apply(made.importing.plan(corpus / "campaign" / "content"))
    made.close()
    return path


@pytest.fixture
def campaign(imported_campaign: Path, tmp_path: Path) -> Path:
    """A copy of one's own: English and French, 391 articles, 3,111 pictures."""
    return Path(shutil.copyfile(imported_campaign, tmp_path / "campaign.kb"))
