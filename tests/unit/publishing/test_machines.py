"""What search engines read: alternates, canonical addresses, sitemap, robots."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from kbeditor.domain.errors import KbError
from tests.helpers.help_centre import help_centre
from tests.helpers.site_check import PageFacts, read_site
from tests.unit.publishing.conftest import Export

BASE = "https://help.example/docs"


@pytest.fixture
def pages(export: Export, tmp_path: Path) -> dict[str, PageFacts]:
    export(help_centre(), base_url=f"{BASE}/")
    return read_site(tmp_path / "site")


def links(facts: PageFacts, rel: str) -> list[tuple[str, str]]:
    return [
        (each.get("hreflang", ""), each["href"])
        for each in facts.all("link")
        if each["rel"] == rel and "type" not in each
    ]


def test_a_category_without_a_summary_is_described_by_what_lies_in_it(
    pages: dict[str, PageFacts],
) -> None:
    def described(page: str) -> list[str]:
        metas = pages[page].all("meta")
        return [each["content"] for each in metas if each.get("name") == "description"]

    assert described("en/my-orders/index.html") == ["Follow and change an order."]
    assert described("en/rewards/index.html") == ["How do I earn points?"]
    assert described("ar/orders/index.html") == ["Parcels · أين طلبي؟ · How do I cancel?"]
    assert described("en/gift-cards/index.html") == []


def test_a_translated_page_names_its_alternates(pages: dict[str, PageFacts]) -> None:
    facts = pages["fr/mes-commandes/ou.html"]
    assert links(facts, "canonical") == [("", f"{BASE}/fr/mes-commandes/ou.html")]
    assert links(facts, "alternate") == [
        ("en", f"{BASE}/en/my-orders/where.html"),
        ("fr", f"{BASE}/fr/mes-commandes/ou.html"),
        ("ar", f"{BASE}/ar/orders/where.html"),
        ("x-default", f"{BASE}/en/my-orders/where.html"),
    ]


def test_a_fallback_points_to_its_original_and_is_no_alternate(
    pages: dict[str, PageFacts],
) -> None:
    fallback = pages["fr/mes-commandes/cancel.html"]
    assert links(fallback, "canonical") == [("", f"{BASE}/en/my-orders/cancel.html")]
    assert links(fallback, "alternate") == []
    original = links(pages["en/my-orders/cancel.html"], "alternate")
    assert [tag for tag, _ in original] == ["en", "x-default"]


def test_alternates_are_reciprocal(pages: dict[str, PageFacts]) -> None:
    named = {
        links(facts, "canonical")[0][1]: set(links(facts, "alternate"))
        for facts in pages.values()
        if links(facts, "alternate") and links(facts, "canonical")
    }
    for address, alternates in named.items():
        for tag, other in alternates:
            if tag != "x-default":
                assert named[other] == alternates, (address, other)


def test_the_sitemap_lists_what_is_really_there(
    pages: dict[str, PageFacts], tmp_path: Path
) -> None:
    tree = ElementTree.parse(tmp_path / "site" / "sitemap.xml")
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = {each.text for each in tree.iterfind(".//s:loc", space)}
    assert f"{BASE}/en/" in listed
    assert f"{BASE}/fr/mes-commandes/" in listed
    assert f"{BASE}/fr/mes-commandes/ou.html" in listed
    assert f"{BASE}/fr/mes-commandes/cancel.html" not in listed, "a fallback is no page of its own"
    assert "2026-03-14" in {each.text for each in tree.iterfind(".//s:lastmod", space)}
    assert f"Sitemap: {BASE}/sitemap.xml" in (tmp_path / "site" / "robots.txt").read_text()


def test_without_a_public_address_nothing_claims_one(export: Export, tmp_path: Path) -> None:
    export(help_centre())
    assert not (tmp_path / "site" / "sitemap.xml").exists()
    for page, facts in read_site(tmp_path / "site").items():
        assert not links(facts, "canonical"), page
        assert not links(facts, "alternate"), page


def test_a_wrong_public_address_is_refused_before_anything_is_written(
    export: Export, tmp_path: Path
) -> None:
    with pytest.raises(KbError) as caught:
        export(help_centre(), base_url="help.example")
    assert caught.value.code == "bad_base_url"
    assert list(tmp_path.iterdir()) == []
