"""Known payloads in every field of a library: none does anything in the exported site."""

import http.server
import json
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from kbeditor.app.opening import create_library
from kbeditor.domain.exchange import ExportOptions
from tests.helpers import hostile_library as hostile
from tests.helpers.guarded_browser import GuardedBrowser
from tests.helpers.page_waits import wait_until
from tests.helpers.payloads import GROUPS, HOST, payloads

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium"),
]
# Written by hand: each of these payloads alone. The other two libraries hold them all, in groups.
ALONE = payloads()[::4]
GROUPED = len(hostile.together(payloads()))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page was left before its pictures came."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder over http; gives its address."""
    with _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    arguments = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        # What a payload asks for must not leave the machine while we watch it ask.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield started
        started.close()


@contextmanager
def guarded(browser: Browser, root: str) -> Iterator[GuardedBrowser]:
    """A new tab without memory."""
    context = browser.new_context()
    try:
        yield GuardedBrowser(context, root)
    finally:
        context.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a library written service by service."""
    folder = tmp_path_factory.mktemp("written")
    ws = hostile.by_hand(folder / "hostile.kb", ALONE)
    ws.exporting.export("html", folder / "site", ExportOptions(fallback=False))
    ws.close()
    return folder / "site"


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a library that came as a JSON bundle."""
    folder = tmp_path_factory.mktemp("bundled")
    hostile.write_bundle(folder / "source", payloads())
    return imported(folder)


@pytest.fixture(scope="module")
def from_markdown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a library that came as a folder of Markdown."""
    folder = tmp_path_factory.mktemp("markdown")
    hostile.write_markdown(folder / "source", payloads())
    return imported(folder)


def imported(folder: Path) -> Path:
    ws = create_library(folder / "hostile.kb", "Hostile", "en")
    ws.importing.apply(ws.importing.plan(folder / "source"))
    ws.exporting.export("html", folder / "site", ExportOptions(fallback=False))
    ws.close()
    return folder / "site"


def unguarded(site: Path) -> Path:
    """The same site without its policy: what the sanitiser and the templates hold alone."""
    copy = site.with_name("unguarded")
    assert hostile.stripped_of_policy(site, copy) == len(list(site.rglob("*.html")))
    return copy


def titles(site: Path) -> dict[str, str]:
    """The title of each article and category by address."""
    pages = json.loads((site / "pages.json").read_text(encoding="utf-8"))["pages"]
    return {each["address"]: each["title"] for each in pages}


def plain(text: str) -> str:
    """A text as a page shows it: without signs that no page can hold, white space as one."""
    return " ".join(re.sub(r"[\x01-\x1f\x7f-\x9f\ufeff]+", " ", text.replace("\0", "")).split())


def look_through(guard: GuardedBrowser, site: Path) -> None:
    """Open all pages; what was put into titles must be there, as words."""
    known = titles(site)
    guard.open("index.html")  # its own script leads to the reader's language
    guard.page.wait_for_url(f"{guard.root}en/index.html")
    for path in sorted(set(site.rglob("*.html")) - {site / "index.html"}):
        address = quote(path.relative_to(site).as_posix())
        leads = re.search(r'"refresh" content="0; url=([^"]*)"', path.read_text(encoding="utf-8"))
        if leads:
            assert (path.parent / unquote(leads[1])).resolve().is_relative_to(site.resolve())
            assert (path.parent / unquote(leads[1])).is_file()
            continue
        heading = guard.visit(address)
        if address in known:
            assert plain(heading) == plain(known.pop(address))
    assert not known


# Texts are loaded when their results are seen: each is brought into sight.
_ALL_FILLED = """(() => {
  const snippets = [...document.querySelectorAll("#page-panel .snippet")];
  const empty = snippets.find((each) => !each.textContent);
  empty?.scrollIntoView();
  return snippets.length > 0 && !empty;
})()"""


def search(guard: GuardedBrowser, articles: int) -> int:
    """Ask for all articles, batch by batch: the script writes titles, categories and snippets."""
    found = 0
    guard.open("en/search.html")
    field = guard.page.locator("[data-search=page] input")
    for batch in range(-(-articles // hostile.BATCH)):
        field.fill("")
        expect(guard.page.locator("#page-panel .result")).to_have_count(0)
        field.fill(hostile.keyword(batch * hostile.BATCH))
        wait_until(guard.page, _ALL_FILLED)
        found += guard.page.locator("#page-panel .result").count()
        guard.look()
    return found


def test_there_are_some_hundreds_of_payloads() -> None:
    assert len(payloads()) >= 600
    assert len(hostile.DRAWINGS) >= 30


def test_the_guard_notices_what_nothing_stops(browser: Browser, tmp_path: Path) -> None:
    """The control: in a page as they are, the payloads act, and the guard sees it."""
    groups = ("script elements", "event handlers", "mutation and malformed tags", "forms")
    raw = [each for group in groups for each in GROUPS[group]]
    raw += GROUPS["SVG and MathML"] + GROUPS["documents within"] + GROUPS["styles"]
    raw = raw[::2]
    seen: dict[str, list[str]] = {}
    for number, payload in enumerate(raw):
        page = f"<!doctype html><meta charset=utf-8><main class=kb-article>{payload}"
        (tmp_path / f"{number}.html").write_text(page, encoding="utf-8", newline="")
    with served(tmp_path) as root, guarded(browser, root) as guard:
        for number, payload in enumerate(raw):
            seen[payload] = guard.act(f"{number}.html")
    acted = [payload for payload, faults in seen.items() if faults]
    for kind in ("pwned() was called", f"asked for https://{HOST}", "frames:", "led"):
        assert any(kind in fault for faults in seen.values() for fault in faults), kind
    assert len(acted) >= len(raw) // 2


def test_a_written_site_holds_behind_its_policy(browser: Browser, written: Path) -> None:
    with served(written) as root, guarded(browser, root) as guard:
        look_through(guard, written)
        assert search(guard, len(ALONE)) >= len(ALONE)
    assert guard.faults == []


def test_a_site_from_a_bundle_holds_without_its_policy(browser: Browser, bundled: Path) -> None:
    """From disk: titles, names of locales and files, and old addresses as no dialog takes them."""
    site = unguarded(bundled)
    with guarded(browser, f"{site.as_uri()}/") as guard:
        look_through(guard, site)
        assert search(guard, GROUPED) >= GROUPED
    assert guard.faults == []


def test_a_site_from_markdown_holds_without_its_policy(
    browser: Browser, from_markdown: Path
) -> None:
    site = unguarded(from_markdown)
    with served(site) as root, guarded(browser, root) as guard:
        look_through(guard, site)
        assert search(guard, GROUPED) >= GROUPED
    assert guard.faults == []


@pytest.mark.parametrize("site", ["written", "from_markdown"])
def test_attachments_opened_by_themselves_do_nothing(
    browser: Browser, request: pytest.FixtureRequest, site: str
) -> None:
    """A drawing that is opened is a page of the site, without any policy."""
    folder: Path = request.getfixturevalue(site)
    # Chromium shows a PDF in frames of its own, which the guard would report.
    files = [
        each
        for each in sorted((folder / "assets").iterdir())
        if each.suffix not in (".png", ".pdf")
    ]
    assert len(files) >= 8
    with served(folder) as root, guarded(browser, root) as guard:
        for file in files:
            guard.act(f"assets/{quote(file.name)}")
    assert guard.faults == []


def test_a_person_uses_a_hostile_site(browser: Browser, written: Path) -> None:
    """By mouse and keyboard: search, results, the side tree, languages, look, votes."""
    with served(written) as root, guarded(browser, root) as guard:
        page = guard.page
        guard.open("en/index.html")
        links = page.locator("#content a[href]")
        for number in range(links.count()):
            links.nth(number).click()
            page.go_back()
        page.locator("[data-open-search]").click()
        page.locator("#search-dialog input, .hero-search input").first.fill("batch01")
        expect(page.locator(".result").first).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator("article h1")).to_be_visible()
        guard.look()
        for button in page.locator("[data-vote] [name=helpful], [data-theme-switch]").all():
            button.click()
        page.keyboard.press("/")
        page.keyboard.type("batch02")
        expect(page.locator("#dialog-panel .result").first).to_be_visible()
        guard.look()
        page.locator("[data-close-search]").click()
        page.locator(".languages summary").click()
        page.locator(".languages [lang=fr]").click()
        guard.look()
    assert guard.faults == []
