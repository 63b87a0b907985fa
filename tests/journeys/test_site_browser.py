"""The exported help centre in a real browser: from disk and over http, with and without script."""

import http.server
import json
import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect, sync_playwright

from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.progress import Silent
from kbeditor.publishing.folding import words
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.publishing.search_index import FIELDS, Document, SearchIndex
from kbeditor.shipped import resources
from tests.helpers.help_centre import help_centre
from tests.helpers.memory_library import MemoryLibrary
from tests.helpers.page_waits import wait_until

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium"),
]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class Visit:
    """A browser's window on the site, and everything that went wrong in it."""

    def __init__(self, context: BrowserContext, root: str) -> None:
        self.root = root
        self.wrong: list[str] = []
        self.foreign: list[str] = []
        context.on("request", self._request)
        self.page: Page = context.new_page()
        self.page.on("console", lambda said: self._said(said.type, said.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", self._dialog)

    def go(self, address: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.root + address)
        return self.page

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.wrong.append(text)

    def _dialog(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.root, "data:")):
            self.foreign.append(request.url)


def export(library: MemoryLibrary, target: Path) -> Path:
    HtmlSite(resources() / "site").export(
        library, target, ExportOptions(), library.render_many(), Silent()
    )
    return target


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export(help_centre(), tmp_path_factory.mktemp("site") / "help centre & more")


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    arguments = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield started
        started.close()


@pytest.fixture(params=["file", "http"])
def visit(
    request: pytest.FixtureRequest, browser: Browser, site: Path, served: str
) -> Iterator[Visit]:
    root = f"{site.as_uri()}/" if request.param == "file" else served
    yield from visiting(browser, root)


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


def visiting(browser: Browser, root: str, **options: Any) -> Iterator[Visit]:
    """A visit; afterwards nothing may have gone wrong, and no other host have been asked."""
    context = browser.new_context(**options)
    visit = Visit(context, root)
    yield visit
    context.close()
    assert visit.wrong == []
    assert visit.foreign == []


def addresses(site: Path) -> list[str]:
    """All pages that stay: not those that lead on to another."""
    return [
        file.relative_to(site).as_posix()
        for file in sorted(site.rglob("*.html"))
        if 'http-equiv="refresh"' not in file.read_text("utf-8")
    ]


def results(page: Page, box: str) -> list[str]:
    page.locator(f"#{box}-panel .result").first.wait_for()
    return page.locator(f"#{box}-panel .name").all_inner_texts()


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
    assert results(page, "hero") == ["Where is my order?"], "labels are searched too"
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


def test_a_vote_is_an_event_and_is_remembered(visit: Visit) -> None:
    page = visit.go("en/my-orders/where.html")
    page.evaluate(
        "document.addEventListener('kb:vote', (event) => { window.votes = "
        "[...(window.votes || []), event.detail]; })"
    )
    page.get_by_role("button", name="Not helpful").click()
    page.get_by_role("button", name="Not helpful").click()
    assert page.evaluate("votes") == [
        {
            "article": "track",
            "locale": "en",
            "revision": "revision-8",
            "helpful": False,
            "comment": "",
        }
    ]
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


def test_contents_are_marked_while_one_scrolls(visit: Visit) -> None:
    page = visit.go("en/my-orders/where.html")
    marked = page.locator(".contents [aria-current]")
    page.keyboard.press("End")
    expect(marked).to_have_text("What to do", timeout=30_000)


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


def test_words_are_folded_alike_in_python_and_in_the_browser(visit: Visit) -> None:
    source = (resources() / "site" / "static" / "search.js").read_text("utf-8")
    start = source.index("const FOLDED")
    part = source[start : source.index("// Words with the place")]
    page = visit.go("en/index.html")
    table = [
        "ÉLAN Straße Œuvre ŁÓDŹ Þór ænd Øre ðe Đà Nẵng",
        "İstanbul ISTANBUL ısı",
        "e\u0301te\u0301 ﬁn Ⅳ ² ½ ㎏ ｗｉｄｅ",
        "طَلَبِيَّة أين إلى آخر ٱلله مسؤول ـــ ٣٤",
        "שָׁלוֹם",
        "送货时间 ガイド ｶﾞｲﾄﾞ 한국어 々 𠮷野",
        "Σίσυφος ΣΊΣΥΦΟΣ Ёлка й",
        "हिन्दी ไทย",
        "don’t e-mail a_b 3.14 C++ x²",
    ]
    folded = page.evaluate(f"(table) => {{ {part} return table.map(words); }}", table)
    assert folded == [words(text) for text in table]


def test_the_index_is_what_minisearch_itself_would_write(visit: Visit) -> None:
    index = SearchIndex()
    documents = [
        Document("a", "Order status", "", "k0", ("order status", "", "way", "", "order order it")),
        Document("b", "Refund", "", "k1", ("refund", "when how", "", "money", "the order")),
        Document("c", "送货", "", "k2", ("送货", "", "", "", "")),
    ]
    for document in documents:
        index.add(document)
    ours = json.loads(index.script()[len("kbSearchIndex(") : -3])
    page = visit.go("en/index.html")
    page.locator("#hero-input").focus()
    wait_until(page, "typeof MiniSearch !== 'undefined'")
    theirs = page.evaluate(
        """([fields, documents]) => {
            const index = new MiniSearch({ fields, storeFields: ["t", "c", "a", "k"],
                tokenize: (text) => text.match(/[送货]|[a-z]+/g) || [],
                processTerm: (term) => term });
            index.addAll(documents);
            return JSON.parse(JSON.stringify(index));
        }""",
        [
            list(FIELDS),
            [
                {"id": number, "t": each.title, "c": "", "a": each.address, "k": each.key}
                | dict(zip(FIELDS, each.fields, strict=True))
                for number, each in enumerate(documents)
            ],
        ],
    )
    ours["index"], theirs["index"] = dict(ours["index"]), dict(theirs["index"])
    assert ours == theirs
