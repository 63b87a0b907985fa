"""The exported help centre in a real browser: from disk and over http, with and without script."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.helpers.help_centre import help_centre
from tests.helpers.page_waits import wait_until
from tests.helpers.site_visits import Visit, export, visiting

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export(help_centre(), tmp_path_factory.mktemp("site") / "help centre & more")


@pytest.fixture
def phone(browser: Browser, site: Path) -> Iterator[Visit]:
    yield from visiting(
        browser, f"{site.as_uri()}/", viewport={"width": 390, "height": 844}, has_touch=True
    )


@pytest.fixture
def scriptless(browser: Browser, site: Path) -> Iterator[Visit]:
    yield from visiting(
        browser,
        f"{site.as_uri()}/",
        java_script_enabled=False,
        viewport={"width": 390, "height": 844},
    )


def addresses(site: Path) -> list[str]:
    """All pages that stay: not those that lead on to another."""
    return [
        file.relative_to(site).as_posix()
        for file in sorted(site.rglob("*.html"))
        if 'http-equiv="refresh"' not in file.read_text("utf-8")
    ]


def test_the_first_page_is_in_the_readers_language(browser: Browser, site: Path) -> None:
    for visit in visiting(browser, f"{site.as_uri()}/", locale="fr-CA"):
        page = visit.go("index.html")
        page.wait_for_url("**/fr/index.html")
        expect(page.locator("h1")).to_contain_text("Comment pouvons")


def test_a_language_once_chosen_is_remembered(visit: Visit) -> None:
    page = visit.go("en/my-orders/where.html")
    page.locator(".languages summary").click()
    page.locator(".languages [data-language=fr]").click()
    page.wait_for_url("**/fr/mes-commandes/ou.html")
    visit.go("index.html")
    page.wait_for_url("**/fr/index.html")


def test_every_page_opens_without_a_complaint(visit: Visit, site: Path) -> None:
    for address in addresses(site):
        visit.go(address)


def test_an_old_address_leads_to_the_page(visit: Visit) -> None:
    page = visit.go("fr/commandes/ou.html")
    page.wait_for_url("**/fr/mes-commandes/ou.html")


def test_a_vote_is_an_event_and_is_remembered(visit: Visit) -> None:
    page = visit.go("en/my-orders/where.html")
    page.evaluate(
        "document.addEventListener('kb:vote', (event) => { window.votes = "
        "[...(window.votes || []), event.detail]; })"
    )
    page.get_by_role("button", name="Not helpful").click()
    page.get_by_role("button", name="Not helpful").click()
    (vote,) = page.evaluate("votes")
    assert len(vote.pop("id")) == 32
    assert vote == {
        "article": "track",
        "locale": "en",
        "revision": "revision-8",
        "helpful": False,
        "comment": "",
    }
    expect(page.get_by_role("status")).to_have_text(["Thank you for telling us."])
    page.reload()
    voted = page.get_by_role("button", name="Not helpful")
    expect(voted).to_have_attribute("aria-pressed", "true")
    other = page.get_by_role("button", name="Helpful", exact=True)
    expect(other).to_have_attribute("aria-pressed", "false")


def test_the_theme_follows_the_system_until_one_is_chosen(visit: Visit) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    page = visit.go("en/index.html")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == "rgb(21, 24, 27)"
    page.get_by_role("button", name="Use light colours").click()
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.reload()
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.get_by_role("button", name="Use dark colours").click()
    page.emulate_media(color_scheme="light")
    assert page.evaluate(ground) == "rgb(255, 255, 255)", "dark was the system's own: none is kept"


def test_on_paper_all_is_dark_on_white_and_links_say_where_they_lead(visit: Visit) -> None:
    page = visit.go("en/my-orders/where.html")
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="Use dark colours").click()
    page.emulate_media(media="print")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    words = "getComputedStyle(document.querySelector('.kb-article p')).color"
    assert max(map(int, re.findall(r"\d+", str(page.evaluate(words)))[:3])) < 100
    link = "document.querySelector('.kb-article a[href^=http]')"
    shown = page.evaluate(f"getComputedStyle({link}, '::after').content")
    assert "https://shop.example/orders" in shown
    expect(page.get_by_role("navigation").first).to_be_hidden()


def test_contents_are_marked_while_one_scrolls(visit: Visit) -> None:
    page = visit.go("en/my-orders/where.html")
    # To the end again and again: pictures that load on the way there make the page grow.
    marked = "document.querySelector('.contents [aria-current]')?.textContent"
    wait_until(page, f"(scrollTo(0, 1e6), {marked} == 'What to do')")


def test_code_can_be_copied(browser: Browser, served: str) -> None:
    for visit in visiting(browser, served, permissions=["clipboard-read", "clipboard-write"]):
        page = visit.go("en/my-orders/where.html")
        page.locator(".code-frame").hover()
        page.get_by_role("button", name="Copy").click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == 'print("parcel")'


def test_the_drawer_opens_and_closes_on_a_phone(phone: Visit) -> None:
    page = phone.go("en/my-orders/where.html")
    side = page.locator("#topics")
    expect(side).to_be_hidden()
    page.get_by_role("button", name="Show the topics").click()
    expect(side).to_be_visible()
    expect(page.locator("#topics :focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(side).to_be_hidden()
    expect(page.get_by_role("button", name="Show the topics")).to_be_focused()
    page.get_by_role("button", name="Show the topics").click()
    side.get_by_role("link", name="How do I cancel?").click()
    page.wait_for_url("**/cancel.html")


def test_nothing_is_wider_than_a_phone(phone: Visit, site: Path) -> None:
    for address in addresses(site):
        width = phone.go(address).evaluate("document.documentElement.scrollWidth")
        assert width <= 390, address


def test_all_can_be_read_without_script(scriptless: Visit) -> None:
    page = scriptless.go("en/index.html")
    expect(page.locator(".search-box").first).to_be_hidden()
    page.get_by_role("link", name="My orders").click()
    page.locator(".entries a").first.click()
    expect(page.locator("h1")).to_have_text("Where is my order?")
    expect(page.locator(".kb-article")).to_contain_text("Wait a day.")
    expect(page.locator(".vote")).to_be_hidden()
    page.locator(".menu-button").click()
    expect(page.locator("#topics")).to_be_visible()
    page.locator("#topics .side-close").click()
    expect(page.locator("#topics")).to_be_hidden()
    page.locator(".contents summary").click()
    expect(page.locator(".contents a").first).to_be_visible()
    page.locator(".languages summary").click()
    page.locator(".languages [data-language=ar]").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    scriptless.go("ar/search.html")
    expect(page.locator("noscript .notice, .notice")).to_contain_text("JavaScript")
