"""One way through the help centre that every reader must be able to go, wherever it lies.

Search, an article, the next one, another language, a vote, and back: by mouse and by keys alone,
from disk and in a sub-folder behind a strict policy; without scripts all that can be had then.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.helpers.help_centre import help_centre
from tests.helpers.reader_hands import Keys, Mouse, ReaderHands
from tests.helpers.site_visits import Visit, export, visiting
from tests.helpers.strict_server import strictly_served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="there is no Chromium"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export(help_centre(), tmp_path_factory.mktemp("site") / "help centre")


@pytest.fixture(scope="module", params=["disk", "strict"])
def root(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """From disk; then from a server that has it in a sub-folder and sends the policy, too."""
    if request.param == "disk":
        yield f"{site.as_uri()}/"
    else:
        with strictly_served(site) as strict:
            yield strict.root


@pytest.fixture
def visit(browser: Browser, root: str) -> Iterator[Visit]:
    yield from visiting(browser, root)


@pytest.fixture
def scriptless(browser: Browser, root: str) -> Iterator[Visit]:
    yield from visiting(browser, root, java_script_enabled=False)


@pytest.mark.parametrize("hands_of", [Mouse, Keys])
def test_the_way_of_a_reader(visit: Visit, hands_of: type[ReaderHands]) -> None:
    page = visit.go("en/index.html")
    hands = hands_of(page)
    hands.search("customs", "What about customs?")
    page.wait_for_url("**/en/my-orders/parcels/customs.html")
    hands.take(page.locator("a[rel=next]"))
    page.wait_for_url("**/en/my-orders/where.html")
    expect(page.locator("h1")).to_have_text("Where is my order?")
    hands.take(page.locator(".languages summary"))
    hands.take(page.locator(".languages [data-language=fr]"))
    page.wait_for_url("**/fr/mes-commandes/ou.html")
    expect(page.locator("h1")).to_have_text("Où est ma commande ?")
    yes = page.get_by_role("button", name="Utile", exact=True)
    hands.take(yes)
    expect(yes).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status").first).to_be_visible()
    # The browser's own key for it is no part of a page.
    page.go_back()
    page.wait_for_url("**/en/my-orders/where.html")
    page.go_back()
    page.wait_for_url("**/en/my-orders/parcels/customs.html")


def test_the_way_of_a_reader_without_scripts(scriptless: Visit) -> None:
    page = scriptless.go("en/index.html")
    expect(page.get_by_role("search").first).to_be_hidden()
    keys = Keys(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the way past the header
    keys.take(page.locator("main").get_by_role("link", name="My orders"))
    page.wait_for_url("**/en/my-orders/index.html")
    keys.take(page.locator("main").get_by_role("link", name="Parcels"))
    page.wait_for_url("**/en/my-orders/parcels/index.html")
    page.get_by_role("main").get_by_role("link", name="What about customs?").click()
    page.wait_for_url("**/en/my-orders/parcels/customs.html")
    keys.take(page.locator("a[rel=next]"))
    page.wait_for_url("**/en/my-orders/where.html")
    expect(page.locator(".kb-article")).to_contain_text("Wait a day.")
    expect(page.locator(".kb-article img").first).to_be_visible()
    keys.take(page.locator(".languages summary"))
    keys.take(page.locator(".languages [data-language=fr]"))
    page.wait_for_url("**/fr/mes-commandes/ou.html")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator(".vote")).to_be_hidden()
    page.go_back()
    page.wait_for_url("**/en/my-orders/where.html")
