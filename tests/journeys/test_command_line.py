"""The main job on the sample library, by the command line alone."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.command_line import at_home_in, files_of, kbeditor, kbeditor_json


@pytest.fixture(autouse=True)
def here(tmp_path: Path) -> Iterator[Path]:
    """Stand in the test's folder."""
    with at_home_in(tmp_path):
        yield tmp_path


def test_from_the_sample_to_a_site_and_through_a_bundle(here: Path) -> None:
    kbeditor("sample", "shop.kb")
    assert kbeditor_json("check", "shop.kb") == []
    hit = kbeditor_json("search", "shop.kb", "wire transfer", "--locale", "en")[0]
    assert hit["path"] == ["Payment"]

    report = kbeditor_json("export", "shop.kb", "site", "--format", "html")
    assert report["counts"]["locales"] == 3
    pages = list((here / "site" / "en").rglob("*.html"))
    assert len(pages) > 40
    assert any(hit["title"] in page.read_text(encoding="utf-8") for page in pages)

    kbeditor("export", "shop.kb", "bundle", "--format", "json", "--state", "draft")
    kbeditor("new", "copy.kb", "--source-locale", "de")
    kbeditor("import", "copy.kb", "bundle")
    kbeditor("export", "copy.kb", "again", "--format", "json", "--state", "draft")
    assert files_of(here / "bundle") == files_of(here / "again")
    assert kbeditor_json("status", "copy.kb") == kbeditor_json("status", "shop.kb")


def test_a_zip_goes_the_same_way(here: Path) -> None:
    kbeditor("sample", "shop.kb")
    kbeditor("export", "shop.kb", "one.zip", "--format", "json")
    kbeditor("new", "copy.kb", "--source-locale", "en")
    kbeditor("import", "copy.kb", "one.zip")
    kbeditor("export", "copy.kb", "two.zip", "--format", "json", "--zip")
    assert (here / "one.zip").read_bytes() == (here / "two.zip").read_bytes()
    kbeditor("export", "shop.kb", "site.zip", "--format", "html", "--locale", "fr", "--omit")
    with zipfile.ZipFile(here / "site.zip") as site:
        assert site.testzip() is None
        assert any(name.endswith("fr/index.html") for name in site.namelist())
        assert not any("/ar/" in f"/{name}" for name in site.namelist())


def test_a_bundle_goes_only_into_an_empty_library(here: Path) -> None:
    kbeditor("sample", "shop.kb")
    kbeditor("export", "shop.kb", "bundle", "--format", "json")
    before = kbeditor_json("status", "shop.kb")
    refused = kbeditor("import", "shop.kb", "bundle", code=1)
    assert refused.stderr.count("\n") == 1
    assert kbeditor_json("status", "shop.kb") == before
