"""The main job on a real help centre of 788 files in two languages, by the command line alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.command_line import at_home_in, files_of, kbeditor, kbeditor_json

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

TABLES = ("toc.md", "summary.md")


@pytest.fixture(scope="module")
def campaign(corpus: Path) -> Path:
    """The folder of Markdown files."""
    return corpus / "campaign"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Stand in a folder that all these tests share."""
    folder = tmp_path_factory.mktemp("campaign")
    with at_home_in(folder):
        yield folder


@pytest.fixture(scope="module")
def imported(campaign: Path, here: Path) -> Any:
    """What the import reports; the library is campaign.kb."""
    kbeditor("new", "campaign.kb", "--source-locale", "en")
    return kbeditor_json("import", "campaign.kb", campaign)


@pytest.fixture(scope="module")
def site(imported: object, here: Path) -> Path:
    """The exported help centre."""
    kbeditor("export", "campaign.kb", "site", "--format", "html")
    return here / "site"


def articles_of(campaign: Path, locale: str) -> list[Path]:
    """The files that become texts: all but tables of contents."""
    files = (campaign / "content" / locale).rglob("*.md")
    return [file for file in files if file.name.lower() not in TABLES]


def test_both_languages_are_recognised_and_belong_together(imported: Any, campaign: Path) -> None:
    counts = imported["counts"]
    assert counts["locales"] == 2
    assert counts["articles"] == len(articles_of(campaign, "en"))
    assert counts["articles"] == len(articles_of(campaign, "fr"))
    assert counts["unpaired"] == 0


def test_what_could_not_be_resolved_is_missing_in_the_source_too(
    imported: Any, campaign: Path
) -> None:
    lost = [each for each in imported["lines"] if each["code"].startswith("missing_")]
    assert len(lost) == imported["counts"]["unresolved"]
    for each in lost:
        address = each["text"].partition("“")[2].partition("”")[0]
        file = campaign / each["place"]
        assert address in file.read_text(encoding="utf-8").splitlines()[each["line"] - 1]
        assert not (file.parent / address).exists()


@pytest.mark.usefixtures("imported")
def test_status_and_search_see_all_of_it() -> None:
    english, french = kbeditor_json("status", "campaign.kb")["locales"]
    assert (english["locale"], french["locale"]) == ("en", "fr")
    assert english["published"] == french["published"] == english["articles"]
    assert french["percent"] == 100
    assert french["outdated"] == 0
    hits = kbeditor_json("search", "campaign.kb", "modèles de diffusion", "--locale", "fr")
    assert len(hits) == 20
    assert {hit["locale"] for hit in hits} == {"fr"}


def test_check_finds_the_broken_links_that_the_import_found(imported: Any) -> None:
    found = kbeditor_json("check", "campaign.kb", code=1)
    lost = [each for each in found if each["code"] in ("broken_link", "missing_picture")]
    assert len(lost) == imported["counts"]["unresolved"]


def test_every_article_has_its_page(site: Path, campaign: Path) -> None:
    for locale in ("en", "fr"):
        pages = list((site / locale).rglob("*.html"))
        assert len(pages) >= len(articles_of(campaign, locale))


@pytest.mark.usefixtures("imported")
def test_a_bundle_comes_back_byte_for_byte(here: Path) -> None:
    kbeditor("export", "campaign.kb", "bundle", "--format", "json")
    kbeditor("new", "copy.kb", "--source-locale", "fr")
    kbeditor("import", "copy.kb", "bundle")
    kbeditor("export", "copy.kb", "again", "--format", "json")
    first, second = files_of(here / "bundle"), files_of(here / "again")
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []
