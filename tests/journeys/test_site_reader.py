"""A reader's ways through a help centre that is served in a sub-folder behind a strict policy."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from kbeditor.domain.progress import Silent
from kbeditor.domain.site import SiteLink, SiteOptions, SiteTheme
from kbeditor.exchange.votes import read
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.shipped import resources
from tests.helpers.help_centre import help_centre
from tests.helpers.memory_library import Words
from tests.helpers.page_waits import wait_until
from tests.helpers.site_visits import Visit, start_chromium, visiting
from tests.helpers.strict_server import VOTES, Strict, strictly_served

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium"),
]
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 400" width="1600" height="400">'
    '<rect width="1600" height="400" fill="#ccc"/></svg>'
)
OPTIONS = SiteOptions(
    base_url="https://help.example/docs",
    vote_endpoint=VOTES,
    theme=SiteTheme(
        accent="#7b2ff7",
        contact="mailto:help@shop.example",
        header_links=(SiteLink("Shop", "https://shop.example/"),),
        footer_links=(SiteLink("", "kb:contact"),),
        templates={"article_end": "<p class='own'>{{ view.title|length }} letters</p>"},
        words={"fr": {"vote_yes": "Oui, merci"}},
    ),
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Strict]:
    library = help_centre()
    library.attachment("big", "big.svg", DRAWING.encode(), "image/svg+xml", size=(1600, 400))
    library.article("sizes", "rewards", en=Words("Sizes", "![Chart](kb:big)", slug="sizes"))
    site = tmp_path_factory.mktemp("site") / "site"
    HtmlSite(resources() / "site").build(library, site, OPTIONS, library.render_many(), Silent())
    with strictly_served(site) as strict:
        yield strict


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM is not None
    with sync_playwright() as playwright:
        started = start_chromium(playwright, CHROMIUM)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, server: Strict) -> Iterator[Visit]:
    server.sent.clear()
    for visit in visiting(browser, server.root):
        # What a page sends for its readers goes to the same host, but not to the site.
        yield visit
        visit.foreign = [each for each in visit.foreign if not each.endswith(VOTES)]


def focused(page: Page) -> str:
    """What has the focus: its words."""
    return str(page.evaluate("document.activeElement.innerText || document.activeElement.id"))


def tab_to(page: Page, words: str) -> None:
    """Press Tab until something that says this has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page).strip() == words:
            return
    raise AssertionError(f"Tab never comes to {words}")


def test_from_a_search_to_a_vote_and_back(visit: Visit, server: Strict, tmp_path: Path) -> None:
    page = visit.go("en/index.html")
    page.locator("#hero-input").fill("cancel")
    page.locator("#hero-panel .result", has_text="How do I cancel?").click()
    page.wait_for_url("**/en/my-orders/cancel.html")
    page.locator("a[rel=prev]").click()
    page.wait_for_url("**/en/my-orders/where.html")
    page.locator(".languages summary").click()
    page.locator(".languages [data-language=fr]").click()
    page.wait_for_url("**/fr/mes-commandes/ou.html")
    page.get_by_role("button", name="Oui, merci").click()
    page.get_by_role("button", name="Pas utile").click()
    page.get_by_role("textbox").fill("Et le délai ?")
    expect(page.locator(".vote-contact a")).to_have_attribute("href", "mailto:help@shop.example")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("status").first).to_be_focused()
    (sent,) = server.wait_for(1)
    page.go_back()
    page.wait_for_url("**/en/my-orders/where.html")
    page.go_forward()
    voted = page.get_by_role("button", name="Pas utile")
    expect(voted).to_have_attribute("aria-pressed", "true")
    file = tmp_path / "votes.jsonl"
    file.write_text(sent + "\n", "utf-8")
    found = read(file)
    assert found.lines == []
    (vote,) = found.votes
    assert (vote.article_id, vote.locale, vote.revision) == ("track", "fr", "revision-9")
    assert (vote.helpful, vote.comment) == (False, "Et le délai ?")


def test_a_vote_without_a_comment_is_sent_when_the_page_is_left(
    visit: Visit, server: Strict
) -> None:
    page = visit.go("en/my-orders/where.html")
    page.get_by_role("button", name="Helpful", exact=True).click()
    expect(page.get_by_role("status").first).to_have_text("Thank you for telling us.")
    assert server.sent == []
    page.locator("a[rel=next]").click()
    page.wait_for_url("**/cancel.html")
    (sent,) = server.wait_for(1)
    vote = json.loads(sent)
    assert vote["helpful"] is True
    assert vote["comment"] == ""
    visit.go("en/my-orders/where.html")
    page.get_by_role("button", name="Not helpful").click()
    visit.go("en/index.html")
    changed = json.loads(server.wait_for(2)[1])
    assert changed["id"] == vote["id"], "it is the same reader's, who thought better of it"
    assert changed["helpful"] is False


def test_the_sites_own_script_may_take_the_vote(visit: Visit, server: Strict) -> None:
    page = visit.go("en/my-orders/cancel.html")
    page.evaluate(
        "document.addEventListener('kb:vote', (event) => {"
        " event.preventDefault(); window.votes = [...(window.votes || []), event.detail]; })"
    )
    page.get_by_role("button", name="Not helpful").click()
    page.get_by_role("textbox").fill("More, please")
    page.get_by_role("button", name="Send").click()
    first, second = page.evaluate("votes")
    assert first["id"] == second["id"]
    assert (first["comment"], second["comment"]) == ("", "More, please")
    visit.go("en/index.html")
    assert server.sent == []


def test_a_search_without_an_answer_is_sent_once(
    visit: Visit, server: Strict, tmp_path: Path
) -> None:
    page = visit.go("en/index.html")
    page.locator("#hero-input").press_sequentially("xylophone")
    expect(page.locator("#hero-panel")).to_contain_text("Nothing found")
    sent = server.wait_for(1)
    visit.go("en/my-orders/index.html")
    assert server.sent == sent
    file = tmp_path / "searches.jsonl"
    file.write_text("\n".join(sent), "utf-8")
    (search,) = read(file).searches
    assert (search.locale, search.query) == ("en", "xylophone")


def test_all_is_reached_by_keyboard(visit: Visit) -> None:
    page = visit.go("en/index.html")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    tab_to(page, "My orders")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/my-orders/index.html")
    tab_to(page, "Where is my order?")
    page.keyboard.press("Enter")
    page.wait_for_url("**/where.html")
    tab_to(page, "Not helpful")
    page.keyboard.press("Enter")
    voted = page.get_by_role("button", name="Not helpful")
    expect(voted).to_have_attribute("aria-pressed", "true")
    tab_to(page, "vote-comment")
    page.keyboard.type("Hm")
    tab_to(page, "Send")
    page.keyboard.press("Enter")
    expect(page.locator(".vote-more")).to_be_hidden()
    tab_to(page, "Next\nHow do I cancel?")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cancel.html")


def test_a_picture_opens_large_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit.go("en/rewards/sizes.html")
    picture = page.get_by_role("button", name="Enlarge the picture: Chart")
    picture.focus()
    page.keyboard.press("Enter")
    large = page.locator(".zoom-view img")
    expect(large).to_be_visible()
    expect(large).to_have_attribute("alt", "Chart")
    page.keyboard.press("Escape")
    expect(large).to_be_hidden()
    expect(picture).to_be_focused()
    picture.click()
    page.get_by_role("button", name="Close").click()
    expect(large).to_be_hidden()


def test_what_machines_read_is_data_that_the_policy_lets_stand(visit: Visit) -> None:
    page = visit.go("en/my-orders/where.html")
    graph = json.loads(page.locator("script[type='application/ld+json']").inner_text())["@graph"]
    article, crumbs = graph
    assert article["headline"] == "Where is my order?"
    assert article["mainEntityOfPage"] == "https://help.example/docs/en/my-orders/where.html"
    assert article["image"].startswith("https://help.example/docs/assets/map-of-steps-")
    assert [each["name"] for each in crumbs["itemListElement"]] == [
        "Home",
        "My orders",
        "Where is my order?",
    ]
    expect(page.locator(".own")).to_have_text("18 letters")


def test_nothing_is_asked_for_before_a_reader_searches(browser: Browser, server: Strict) -> None:
    asked: list[str] = []
    for visit in visiting(browser, server.root):
        visit.page.on("request", lambda request: asked.append(request.url[len(server.root) :]))
        page = visit.go("en/rewards/points.html")
        wait_until(page, "document.readyState === 'complete'")
    assert {each.partition("?")[0] for each in asked} == {
        "en/rewards/points.html",
        "static/site.css",
        "static/site.js",
        "static/icon.svg",
    }
