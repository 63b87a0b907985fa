"""The search of an exported help centre in a real browser: from disk and over http."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.site import SiteOptions, SiteTheme
from tests.helpers.help_centre import help_centre
from tests.helpers.memory_library import Words
from tests.helpers.page_waits import wait_until
from tests.helpers.site_visits import Visit, export, visiting

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = help_centre()
    library.article(
        "pay", "rewards", labels=("delivery",), en=Words("How do I pay for delivery?", "By card.")
    )
    theme = SiteTheme(contact="mailto:help@shop.example")
    options = ExportOptions(site=SiteOptions(theme=theme))
    return export(library, tmp_path_factory.mktemp("site") / "help centre & more", options)


def results(page: Page, box: str) -> list[str]:
    page.locator(f"#{box}-panel .result").first.wait_for()
    return page.locator(f"#{box}-panel .name").all_inner_texts()


def test_search_finds_by_prefix_without_accents_and_with_slips(visit: Visit) -> None:
    page = visit.go("fr/index.html")
    page.locator("#hero-input").fill("etrang")
    assert results(page, "hero") == ["Où est ma commande ?"]
    expect(page.locator("#hero-panel .snippet mark")).to_have_text("étranger")
    expect(page.locator("#hero-panel .where")).to_have_text("Mes commandes")
    page = visit.go("en/index.html")
    page.locator("#hero-input").fill("custms")
    assert results(page, "hero")[0] == "What about customs?"
    page.locator("#hero-input").fill("parcel find")
    assert results(page, "hero")[0] == "Where is my order?"
    page.locator("#hero-input").fill("delivery")
    assert "Where is my order?" in results(page, "hero"), "labels are searched too"
    page.locator("#hero-input").fill("xylophone")
    expect(page.locator("#hero-panel")).to_contain_text("Nothing found for “xylophone”.")
    page.keyboard.press("Escape")
    expect(page.locator("#hero-panel")).to_be_empty()


def test_search_works_by_keyboard_alone(visit: Visit) -> None:
    page = visit.go("en/my-orders/cancel.html")
    page.keyboard.press("/")
    field = page.locator("#dialog-input")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search-dialog")).to_be_hidden()
    page.keyboard.press("Control+k")
    page.keyboard.type("order")
    found = results(page, "dialog")
    assert found[0] == "Where is my order?"
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#dialog-panel [aria-selected=true]")
    expect(chosen).to_have_count(1)
    expect(field).to_have_attribute("aria-activedescendant", "dialog-0")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/my-orders/where.html")


def test_enter_without_a_choice_opens_the_page_of_all_results(visit: Visit) -> None:
    page = visit.go("en/index.html")
    page.locator("#hero-input").fill("order")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search.html?q=order")
    expect(page.locator("#page-input")).to_have_value("order")
    assert "Where is my order?" in results(page, "page")


def test_nothing_is_loaded_before_a_reader_turns_to_the_search(visit: Visit) -> None:
    asked: list[str] = []
    page = visit.go("en/my-orders/where.html")
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert not any("search" in each for each in asked)
    page.keyboard.press("/")
    wait_until(page, "typeof kbSearch === 'function'")
    wait_until(page, "typeof MiniSearch !== 'undefined'")
    assert any(each.endswith("static/search/en/index.js") for each in asked)


def test_nothing_found_offers_topics_and_whom_to_ask_and_is_told_once(visit: Visit) -> None:
    page = visit.go("en/my-orders/where.html")
    page.evaluate(
        "document.addEventListener('kb:search-empty', (event) => { window.empty = "
        "[...(window.empty || []), event.detail]; })"
    )
    page.keyboard.press("/")
    page.keyboard.type("xylophone")
    panel = page.locator("#dialog-panel")
    expect(panel).to_contain_text("Nothing found for “xylophone”.")
    links = panel.locator(".search-ways a")
    expect(links).to_have_text(["My orders", "Rewards", "Gift cards", "Contact us"])
    expect(links.last).to_have_attribute("href", "mailto:help@shop.example")
    wait_until(page, "window.empty && empty.length")
    assert page.evaluate("empty") == [{"query": "xylophone", "locale": "en"}]
    links.first.click()
    page.wait_for_url("**/en/my-orders/index.html")


def test_results_can_be_narrowed_by_topic_and_by_label(visit: Visit) -> None:
    page = visit.go("en/search.html?q=how")
    found = results(page, "page")
    assert set(found) >= {"How do I cancel?", "How do I pay for delivery?"}
    topics, labels = page.get_by_label("All topics"), page.get_by_label("All labels")
    topics.focus()
    topics.select_option(label="Rewards (2)")
    expect(page.locator("#page-panel .where").first).to_have_text("Rewards")
    assert set(results(page, "page")) == {"How do I earn points?", "How do I pay for delivery?"}
    expect(topics).to_be_focused()
    topics.select_option("")
    page.locator("#page-input").fill("delivery")
    expect(page.locator("#page-panel .result")).to_have_count(2)
    expect(labels).to_be_visible()
    labels.select_option(label="status (1)")
    assert results(page, "page") == ["Where is my order?"]


def test_forms_of_a_word_are_found_and_words_that_say_nothing_do_not_matter(
    visit: Visit,
) -> None:
    page = visit.go("en/search.html")
    wait_until(page, "typeof kbSearch === 'function'")
    title = "kbSearch({query}).then((found) => found.map((each) => each.title))"

    def found(query: str) -> list[str]:
        titles: list[str] = page.evaluate(title.replace("{query}", repr(query)))
        return titles

    assert found("cancelled")[0] == found("cancelling")[0] == "How do I cancel?"
    assert found("what about the custom")[0] == "What about customs?"
    assert found("earning point")[0] == "How do I earn points?"
    assert found("cancle")[0] == "How do I cancel?"
    assert found("")[:1] == found("xylophone") == []


def test_a_word_is_found_while_it_is_typed_though_it_is_kept_without_its_ending(
    visit: Visit,
) -> None:
    page = visit.go("fr/index.html")
    for typed in ("command", "commandes", "comm", "commandes ", "ou est ma commande"):
        page.locator("#hero-input").fill(typed)
        assert "Où est ma commande ?" in results(page, "hero"), typed


def test_the_page_of_all_results_goes_on_at_its_end(browser: Browser, tmp_path: Path) -> None:
    library = help_centre()
    for number in range(30):
        words = Words(f"Parcel {number}", "A parcel.\n\n" + "Padding. " * 40 + "\n\nA ribbon.")
        library.article(f"more-{number}", "parcels", en=words)
    site = export(library, tmp_path / "site")
    for visit in visiting(browser, f"{site.as_uri()}/"):
        page = visit.go("en/search.html?q=ribbon")
        shown = page.locator("#page-panel .result")
        expect(shown.first.locator("mark")).to_have_text("ribbon")
        assert shown.count() < 30
        wait_until(
            page,
            "(document.querySelector('#page-panel li:last-child').scrollIntoView(), "
            "document.querySelectorAll('#page-panel .result').length === 30)",
        )
        page.locator("#page-input").fill("parcel")
        page.locator("#page-input").press("ArrowUp")
        expect(page.locator("[aria-selected=true]")).to_have_count(1)
