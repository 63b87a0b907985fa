"""Whether readers find what they look for: twenty questions per help centre and language.

tests/search/queries.json holds them, with titles (in English) of the articles that answer each;
they were written down before any engine was asked.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from kbeditor.app.opening import create_library
from kbeditor.domain.exchange import ExportOptions, ImportOptions
from kbeditor.domain.progress import Silent
from kbeditor.shipped import sample_data
from tests.helpers.page_waits import wait_until
from tests.helpers.site_visits import start_chromium

CHROMIUM = shutil.which("chromium")
QUERIES = Path(__file__).parents[1] / "search" / "queries.json"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium"),
]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    assert CHROMIUM is not None
    with sync_playwright() as playwright:
        browser = start_chromium(playwright, CHROMIUM)
        yield browser.new_page()
        browser.close()


def _exported(content: Path, folder: Path) -> Path:
    workspace = create_library(folder / "library.kb", "Help", "en", ["fr"])
    plan = workspace.importing.plan(content, ImportOptions(), Silent())
    workspace.importing.apply(plan, Silent())
    workspace.exporting.export("html", folder / "site", ExportOptions(), Silent())
    workspace.close()
    return folder / "site"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _exported(sample_data() / "content", tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def campaign_site(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _exported(corpus / "campaign" / "content", tmp_path_factory.mktemp("campaign"))


def find(page: Page, query: str) -> list[str]:
    """Addresses of what is found, best first."""
    found: list[str] = page.evaluate(
        "(query) => kbSearch(query, 500).then((found) => found.map((each) => each.address))", query
    )
    return found


def open_search(page: Page, site: Path, tag: str) -> None:
    page.goto((site / tag / "search.html").as_uri())
    wait_until(page, "typeof kbSearch === 'function'")


def _addresses(site: Path, tag: str) -> dict[str, set[str]]:
    """Addresses of articles in a locale, as results give them, by their title in English."""
    pages = json.loads((site / "manifest.json").read_text("utf-8"))["pages"]
    owners: dict[str, set[str]] = {}
    for record in pages.values():
        if record["locale"] == "en":
            owners.setdefault(record["title"], set()).add(_owner(record))
    return {
        title: {
            f"../{address}"
            for address, record in pages.items()
            if record["locale"] == tag and _owner(record) in ids
        }
        for title, ids in owners.items()
    }


def _owner(record: dict[str, str]) -> str:
    return record.get("article") or record["category"]


def _answered_first(page: Page, site: Path, name: str, tag: str) -> list[str]:
    addresses = _addresses(site, tag)
    open_search(page, site, tag)
    queries = json.loads(QUERIES.read_text("utf-8"))[name]
    assert len(queries) == 20
    return [
        each[tag]
        for each in queries
        if find(page, each[tag])[:1]
        and find(page, each[tag])[0] in set().union(*(addresses[title] for title in each["right"]))
    ]


@pytest.mark.parametrize("tag", ["en", "fr"])
def test_the_sample_answers_what_readers_ask(page: Page, sample: Path, tag: str) -> None:
    assert len(_answered_first(page, sample, "sample", tag)) >= 18


@pytest.mark.corpus
@pytest.mark.parametrize("tag", ["en", "fr"])
def test_a_real_help_centre_answers_what_readers_ask(
    page: Page, campaign_site: Path, tag: str
) -> None:
    assert len(_answered_first(page, campaign_site, "campaign", tag)) >= 18


@pytest.mark.corpus
def test_accents_do_not_matter_and_a_word_finds_its_forms_only(
    page: Page, campaign_site: Path
) -> None:
    open_search(page, campaign_site, "fr")
    found = find(page, "délai")
    assert find(page, "delai") == find(page, "DÉLAIS") == found
    holding = {
        f"../{file.relative_to(campaign_site).as_posix()}"
        for file in (campaign_site / "fr").rglob("*.html")
        if "délai" in file.read_text("utf-8").lower()
    }
    assert set(found) <= holding
    assert len(found) > 20
    assert set(find(page, "délia")) & set(found)


def test_articles_elisions_and_slips_do_not_matter(page: Page, sample: Path) -> None:
    open_search(page, sample, "fr")
    found = find(page, "colis")
    assert find(page, "le colis") == find(page, "du colis") == found
    assert find(page, "suivre mon colis")[0] == find(page, "suivi du coli")[0]
    right = find(page, "remboursement")[0]
    for slip in ("rembousement", "remborusement", "remboursment", "remmboursement"):
        assert find(page, slip)[0] == right, slip
