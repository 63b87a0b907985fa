"""Who walks the journeys, a real help centre's library imported once, and readers of a site."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library
from tests.helpers.site_visits import Visit, serving, start_chromium, visiting
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


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """The address of a module's `site` on a server."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser, for a whole module."""
    chromium = shutil.which("chromium")
    assert chromium is not None
    with sync_playwright() as playwright:
        started = start_chromium(playwright, chromium)
        yield started
        started.close()


@pytest.fixture(params=["file", "http"])
def visit(
    request: pytest.FixtureRequest, browser: Browser, site: Path, served: str
) -> Iterator[Visit]:
    """A reader of a module's `site`: from disk, then over http."""
    root = f"{site.as_uri()}/" if request.param == "file" else served
    yield from visiting(browser, root)
