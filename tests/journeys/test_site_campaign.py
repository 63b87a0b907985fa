"""The site of a real help centre, 788 files in two languages, read page by page."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kbeditor.app.opening import open_workspace
from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Silent
from tests.helpers.site_check import PageFacts, broken_addresses, read_site

pytestmark = [pytest.mark.corpus, pytest.mark.slow]


@pytest.fixture(scope="module")
def exported(
    imported_campaign: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, Report]]:
    """The site's folder, and what the export said."""
    folder = tmp_path_factory.mktemp("campaign")
    workspace = open_workspace(Path(shutil.copyfile(imported_campaign, folder / "campaign.kb")))
    report = workspace.exporting.export("html", folder / "site", ExportOptions(), Silent())
    yield folder / "site", report
    workspace.close()


@pytest.fixture(scope="module")
def pages(exported: tuple[Path, Report]) -> dict[str, PageFacts]:
    """All pages."""
    return read_site(exported[0])


def test_every_page_is_well_formed_whatever_the_texts_hold(pages: dict[str, PageFacts]) -> None:
    assert len(pages) > 788
    assert {page: facts.wrong for page, facts in pages.items() if facts.wrong} == {}


def test_every_broken_address_was_reported(
    exported: tuple[Path, Report], pages: dict[str, PageFacts]
) -> None:
    site, report = exported
    broken = {line.rpartition(": ")[2] for line in broken_addresses(site, pages)}
    files = {address for address in broken if "#" not in address}
    told = [line.text for line in report.lines if line.code == "relative_link"]
    assert len(files) == len({text.split()[2] for text in told})
    for address in files:
        assert any(address in text for text in told), address


def test_every_picture_has_words_a_size_and_waits(pages: dict[str, PageFacts]) -> None:
    pictures = [each for facts in pages.values() for each in facts.all("img")]
    shown = [each for each in pictures if "/assets/" in each["src"]]
    assert len(shown) > 3000
    assert all("alt" in each and each["loading"] == "lazy" for each in shown)
    sized = [each for each in shown if "width" in each]
    assert len(sized) / len(shown) > 0.99
