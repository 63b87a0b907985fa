"""What pages weigh over the wire, and what the search loads."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tools.judging.judgement import Judgement, counted, limited
from tools.judging.pages import SitePage
from tools.judging.serving import compressed
from tools.judging.sites import JudgedSite

ARTICLE_KB = 25
SEARCH_MB = 1
KB, MB = 1000, 1_000_000


def judge_pages(site: JudgedSite) -> list[Judgement]:
    """HTML, style and script of every article.

    Words and tables of an article weigh what they weigh; so what is ours is judged apart, too: the
    page without them.
    """
    shared = sum(
        len(compressed((site.folder / "static" / name).read_bytes()))
        for name in ("site.css", "site.js")
    )
    articles = [page for page in site.pages.values() if page.kind == "article"]
    whole = sorted((_kb(site, page, shared), page.address) for page in articles)
    ours = max(_kb(site, page, shared, without_body=True) for page in articles)
    over = [f"{address}: {weight:.1f} kB" for weight, address in whole if weight > ARTICLE_KB]
    on = f"{site.name}, {len(articles)} articles"
    middle, heaviest = whole[len(whole) // 2][0], whole[-1][0]
    return [
        Judgement(
            "article page: HTML, style, script, gzip; middle, heaviest",
            on,
            f"{middle:.1f} kB, {heaviest:.1f} kB ({len(over)} over)",
            f"≤ {ARTICLE_KB} kB but for long texts",
            middle <= ARTICLE_KB and (site.name != "sample" or not over),
            tuple(reversed(over)),
        ),
        limited("the same without the article's own words, heaviest", on, ours, ARTICLE_KB, "kB"),
        Judgement("style and script of every page, gzip", site.name, f"{shared / KB:.1f} kB"),
    ]


def _kb(site: JudgedSite, page: SitePage, shared: int, *, without_body: bool = False) -> float:
    """What an article's page weighs over the wire, in kB."""
    data = (site.folder / page.address).read_bytes()
    if without_body:
        lines = data.splitlines(keepends=True)
        data = b"".join([*lines[: page.body[0] - 1], *lines[page.body[1] - 1 :]])
    return (shared + len(compressed(data))) / KB


def judge_search(site: JudgedSite, browser: Browser) -> list[Judgement]:
    """What the browser loads for the search, before the box has the focus and to the first answer.

    Asked from the heaviest article of the first locale, for the words of its title.
    """
    address = site.heaviest("article", site.locales[0])
    page = browser.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(urlsplit(request.url).path.lstrip("/")))
    page.goto(site.url(address), wait_until="networkidle")
    before = [path for path in loaded if path.startswith("static/") and "search" in path]
    start = len(loaded)
    page.keyboard.press("Control+K")
    page.keyboard.type(site.pages[address].title.partition(" – ")[0])
    page.locator("#dialog-panel a").first.wait_for()
    page.wait_for_load_state("networkidle")
    after = loaded[start:]
    page.close()
    sizes = [(len(compressed((site.folder / path).read_bytes())), path) for path in after]
    weight = sum(size for size, _ in sizes) / MB
    articles = sum(
        page.kind == "article" and page.locale == site.locales[0] for page in site.pages.values()
    )
    on = f"{site.name}, {articles} articles"
    told = [f"{path}: {size / KB:.1f} kB" for size, path in sorted(sizes, reverse=True)]
    return [
        counted("search files loaded before the box has the focus", on, before, "files"),
        Judgement(
            "loaded until the first answer, script included, gzip",
            f"{on}, {len(after)} files",
            f"{weight:.2f} MB",
            f"≤ {SEARCH_MB} MB",
            weight <= SEARCH_MB,
            tuple(told),
        ),
    ]
