"""What machines read: JSON-LD, feeds, the index of pages, llms.txt, Markdown; the theme’s links."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kbeditor.domain.errors import KbError
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Silent
from kbeditor.domain.site import SiteLink, SiteOptions, SiteTheme
from kbeditor.domain.votes import VoteSummary
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.shipped import resources
from tests.helpers.help_centre import help_centre
from tests.helpers.memory_library import MemoryLibrary, Words
from tests.helpers.site_check import PageFacts, read_page

BASE = "https://help.example/docs"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def build(library: MemoryLibrary, target: Path, **options: Any) -> Report:
    site = HtmlSite(resources() / "site")
    chosen = SiteOptions(**{"base_url": BASE, **options})
    return site.build(library, target, chosen, library.render_many(), Silent())


def page(target: Path, address: str) -> PageFacts:
    return read_page((target / address).read_text("utf-8"))


def graph(target: Path, address: str) -> list[dict[str, Any]]:
    """The JSON-LD of a page; [] where it has none."""
    text = (target / address).read_text("utf-8")
    _, found, rest = text.partition('<script type="application/ld+json">')
    if not found:
        return []
    nodes: list[dict[str, Any]] = json.loads(rest.partition("</script>")[0])["@graph"]
    return nodes


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    library = help_centre()
    library.category("faq", None, labels=("questions",), en=Words("FAQ", slug="faq"))
    library.article("why", "faq", en=Words("Why </script>?", slug="why", summary="Be<cause>."))
    library.article("silent", "faq", en=Words("No summary", slug="silent"))
    build(library, target / "site", markdown=True)
    return target / "site"


def test_an_article_says_what_it_is_and_where(site: Path) -> None:
    article, crumbs = graph(site, "fr/mes-commandes/ou.html")
    assert article["@type"] == "Article"
    assert article["inLanguage"] == "fr"
    assert article["description"] == "Trouver votre colis."
    assert article["dateModified"] == "2026-03-14"
    assert "image" not in article
    items = crumbs["itemListElement"]
    assert [each["position"] for each in items] == [1, 2, 3]
    assert [each["item"] for each in items] == [
        f"{BASE}/fr/",
        f"{BASE}/fr/mes-commandes/",
        f"{BASE}/fr/mes-commandes/ou.html",
    ]


def test_a_fallback_claims_nothing(site: Path) -> None:
    assert graph(site, "fr/mes-commandes/cancel.html") == []


def test_a_category_of_questions_gives_their_answers(site: Path) -> None:
    crumbs, questions = graph(site, "en/faq/index.html")
    assert crumbs["@type"] == "BreadcrumbList"
    assert questions["@type"] == "FAQPage"
    assert [(each["name"], each["acceptedAnswer"]["text"]) for each in questions["mainEntity"]] == [
        ("Why </script>?", "Be<cause>.")
    ], "what the page shows, and only what has an answer"
    assert [each["@type"] for each in graph(site, "en/my-orders/index.html")] == ["BreadcrumbList"]


def test_without_a_public_address_there_is_no_json_ld_and_no_feed(tmp_path: Path) -> None:
    build(help_centre(), tmp_path / "site", base_url="")
    assert graph(tmp_path / "site", "en/my-orders/where.html") == []
    assert not (tmp_path / "site/en/feed.xml").exists()


def test_the_feed_has_the_newest_articles_of_the_locale_itself(tmp_path: Path) -> None:
    library = help_centre()
    for number in range(40):
        library.article(f"n{number}", None, en=Words(f"News {number}\x0b", f"Body {number}."))
    for owner, day in (("track", 20), ("n7", 21)):
        library.change(owner, "en", edited_at=datetime(2026, 4, day, 8, tzinfo=UTC))
    build(library, tmp_path / "site")
    feed = ElementTree.parse(tmp_path / "site/en/feed.xml").getroot()
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) == 30
    titles = [entry.findtext("a:title", "", ATOM) for entry in entries]
    assert titles[:2] == ["News 7", "Where is my order?"]
    assert entries[0].findtext("a:summary", "", ATOM) == "Body 7."
    assert feed.findtext("a:updated", "", ATOM) == "2026-04-21T08:00:00+00:00"
    links = {each.get("rel"): each.get("href") for each in feed.findall("a:link", ATOM)}
    assert links == {"alternate": f"{BASE}/en/", "self": f"{BASE}/en/feed.xml"}
    french = ElementTree.parse(tmp_path / "site/fr/feed.xml").getroot()
    assert {each.findtext("a:title", "", ATOM) for each in french.findall("a:entry", ATOM)} == {
        "Où est ma commande ?",
        "Et la douane ?",
    }
    ids = [each.text for tree in (feed, french) for each in tree.iter(f"{{{ATOM['a']}}}id")]
    assert len(set(ids)) == len(ids)
    facts = page(tmp_path / "site", "en/index.html")
    assert "feed.xml" in [each["href"].rpartition("/")[2] for each in facts.all("link")]


def test_the_index_names_every_page(site: Path) -> None:
    found = json.loads((site / "pages.json").read_text("utf-8"))
    assert (found["format"], found["version"], found["base_url"]) == ("kbeditor-pages", 1, BASE)
    pages = {each["address"]: each for each in found["pages"]}
    assert pages["fr/mes-commandes/ou.html"] == {
        "id": "track",
        "kind": "article",
        "locale": "fr",
        "address": "fr/mes-commandes/ou.html",
        "title": "Où est ma commande ?",
        "updated": "2026-03-14T09:30:00+00:00",
    }
    assert pages["fr/mes-commandes/cancel.html"]["shown"] == "en"
    assert all((site / address).is_file() for address in pages)
    assert len(pages) == len(found["pages"])


def test_every_page_is_there_as_markdown_and_listed(site: Path) -> None:
    text = (site / "en/my-orders/where.html.md").read_text("utf-8")
    assert text.startswith("# Where is my order?\n\n> Find your parcel.\n\nLook at **My orders**.")
    assert "[](../../en/my-orders/cancel.html)" in text
    assert "[the points](../../en/rewards/points.html#h-earn)" in text
    assert "![](../../assets/map-of-steps-" in text
    assert "[old page](kb:gone)" in text
    assert not (site / "fr/mes-commandes/cancel.html.md").exists(), "that is English"
    links = page(site, "en/my-orders/where.html").all("link")
    assert [each["href"] for each in links if each.get("type") == "text/markdown"] == [
        "where.html.md"
    ]
    listed = (site / "en/llms.txt").read_text("utf-8")
    assert listed.startswith("# Lumenne Help\n\n")
    assert (
        f"## My orders › Parcels\n\n- [What about customs?]({BASE}/en/my-orders/parcels/" in listed
    )
    addresses = [line.partition("](")[2].rstrip(")") for line in listed.splitlines()]
    for address in filter(None, addresses):
        assert (site / address.removeprefix(f"{BASE}/")).is_file()


def test_the_guide_for_newcomers_stands_apart_on_the_first_page(tmp_path: Path) -> None:
    library = help_centre()
    library.category("start", None, labels=("guide",), en=Words("Start here", slug="start"))
    library.category("nested", "orders", labels=("guide",), en=Words("Deep", slug="deep"))
    for step in ("one", "two"):
        library.article(step, "start", en=Words(f"Step {step}", slug=step))
    votes: Mapping[str, Any] = {"en": {"two": VoteSummary(19, 20), "gone": VoteSummary(20, 20)}}
    build(library, tmp_path / "site", votes=votes)
    text = (tmp_path / "site/en/index.html").read_text("utf-8")
    guide = text.partition('class="guide"')[2].partition("</section>")[0]
    assert guide.index("Step one") < guide.index("Step two")
    cards = text.partition('class="cards"')[2].partition("</section>")[0]
    assert "Start here" not in cards
    assert "My orders" in cards
    helpful = text.partition('id="helpful"')[2].partition("</section>")[0]
    assert "Step two" in helpful
    assert "Step one" not in helpful
    assert "Deep" in (tmp_path / "site/en/my-orders/index.html").read_text("utf-8")


def test_the_themes_links_lead_to_pages_of_the_locale(tmp_path: Path) -> None:
    links = (
        SiteLink("Shop", "https://shop.example/"),
        SiteLink("", "kb:cancel"),
        SiteLink("Boutique", "https://shop.example/fr", "fr"),
        SiteLink("Nul", "kb:nowhere", "fr"),
    )
    look = SiteTheme(header_links=links, contact="tel:+3312345", favicon="picture")
    report = build(help_centre(), tmp_path / "site", theme=look)
    english = page(tmp_path / "site", "en/rewards/points.html")
    assert "../../en/my-orders/cancel.html" in english.addresses()
    assert "https://shop.example/" in english.addresses()
    assert "tel:+3312345" in english.addresses()
    french = page(tmp_path / "site", "fr/index.html")
    assert "https://shop.example/fr" in french.addresses()
    assert "https://shop.example/" not in french.addresses()
    assert [line.place for line in report.lines if line.code == "theme_link_missing"] == ["fr"]
    icon = next(each for each in english.all("link") if each["rel"] == "icon")
    assert (tmp_path / "site/en/rewards" / icon["href"]).resolve().is_file()


@pytest.mark.parametrize("href", ["javascript:alert(1)", "//evil.example", "data:text/html,x", ""])
def test_a_link_that_could_act_is_refused(tmp_path: Path, href: str) -> None:
    look = SiteTheme(footer_links=(SiteLink("x", href),))
    with pytest.raises(KbError) as caught:
        build(help_centre(), tmp_path / "site", theme=look)
    assert caught.value.code == "bad_link"
    assert not (tmp_path / "site").exists()
