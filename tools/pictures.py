"""`make pictures`: draws the window and the published site into docs/pictures, without a screen."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tools.picture_libraries import WHO, change_source, give_back, make_drift

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "pictures"
CORPUS = ROOT.parent / "shared" / "corpus"
PRICES = "What does shipping cost?"
OUTDATED = "In which currency do I pay?"
ARABIC = "Which payment methods can I use?"
WIDE = ("--size", "1920x1080")
ENVIRONMENT = {
    "QT_QPA_PLATFORM": "offscreen",
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
    "LOGNAME": WHO,  # no picture shows who took it
}
PHONE, DESKTOP = (390, 844), (1280, 860)
PAPER = 794, 1123  # CSS pixels of A4


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture of the window: its name, and the words for `kbeditor.ui.picture`."""

    name: str
    words: tuple[str, ...] = ()


def article(title: str, *more: str) -> tuple[str, ...]:
    """The words that open an article, and what else is wanted."""
    return ("--article", title, *more)


WINDOW = (
    Shot("window-light", article(PRICES)),
    Shot("window-dark", article(PRICES, "--dark")),
    Shot("window-french", article(PRICES, "--locale", "fr", "--language", "fr")),
    Shot("window-arabic", article(ARABIC, "--locale", "ar")),
    Shot("translate-blocks", article(OUTDATED, "--locale", "fr", "--show", "aids", *WIDE)),
    Shot(
        "translate-dark-french",
        article(OUTDATED, "--locale", "fr", "--show", "aids", "--language", "fr", "--dark", *WIDE),
    ),
    Shot("translate-arabic", article(ARABIC, "--locale", "ar", "--show", "aids", *WIDE)),
    Shot("queue", article(OUTDATED, "--locale", "fr", "--show", "queue", "--tall")),
    Shot("hand-out", article(OUTDATED, "--locale", "fr", "--action", "library.hand_out")),
    Shot("glossary", article(PRICES, "--locale", "fr", "--action", "library.glossary")),
    Shot("matrix", article(PRICES, "--show", "matrix", "--tall")),
    Shot("search", article(PRICES, "--show", "search", "--type", "refund")),
    Shot("quick-open", article(PRICES, "--action", "go.quick_open", "--type", "size")),
    Shot("palette", article(PRICES, "--action", "go.palette", "--type", "pub")),
    Shot("export", article(PRICES, "--action", "library.export")),
    Shot("publish", article(PRICES, "--action", "library.publish")),
    Shot("themes", article(PRICES, "--action", "library.themes")),
    Shot("settings", article(PRICES, "--action", "app.settings")),
    Shot("settings-dark", article(PRICES, "--action", "app.settings", "--dark")),
)
CAMPAIGN = (
    Shot("campaign", article("Get started with campaigns", "--show", "navigator")),
    Shot("campaign-matrix", article("Get started with campaigns", "--show", "matrix", "--tall")),
)
DRIFT = (
    Shot(
        "drift",
        article(
            "Extending instrumentations with the API", "--locale", "fr", "--show", "aids", *WIDE
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class PageShot:
    """One picture of the site: its name, the page below the site, and the reader's screen.

    `query` is searched for; `printed` is how its first sheet looks on paper.
    """

    name: str
    page: str
    size: tuple[int, int] = DESKTOP
    dark: bool = False
    query: str = ""
    printed: bool = False


def run(*words: object) -> None:
    """Run a module of the program; its failure ends the script with what it said."""
    done = subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        cwd=ROOT,
        env=os.environ | ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout}")


def draw_window(library: Path, shots: Iterable[Shot]) -> None:
    """Take the pictures of the window on a library."""
    for shot in shots:
        target = OUT / f"{shot.name}.png"
        run("kbeditor.ui.picture", library, target, *shot.words)
        tell(target)


def draw_pages(site: Path, shots: Iterable[PageShot]) -> None:
    """Take the pictures of the site, from its files, as somebody sees it who got them by mail."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--force-color-profile=srgb"],
        )
        for shot in shots:
            draw_page(browser, site, shot)
        browser.close()


def draw_page(browser: Browser, site: Path, shot: PageShot) -> None:
    """Take one of these pictures."""
    width, height = PAPER if shot.printed else shot.size
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.dark else "light",
    )
    page.goto((site / shot.page).as_uri() + (f"?q={shot.query}" if shot.query else ""))
    page.wait_for_load_state("networkidle")
    if shot.query:
        page.locator(".result").first.wait_for()
    target = OUT / f"{shot.name}.png"
    if shot.printed:
        page.emulate_media(media="print")  # as on paper, but for the margins of the sheet
    page.screenshot(path=target)
    page.close()
    tell(target)


def page_of(site: Path, locale: str, words: str) -> str:
    """The page of a locale that has these words in its address, relative to the site."""
    found = sorted(path for path in (site / locale).rglob("*.html") if words in str(path))
    if not found:
        sys.exit(f"the site has no page in {locale} that is called {words}")
    return found[0].relative_to(site).as_posix()


def shrink(target: Path) -> None:
    """At most 256 colours, chosen for this picture: a third of the size, and no eye sees it.

    The colour space is cut into cubes of 8 steps a side; the fullest cubes each give the one colour
    that most of their pixels have, so that grounds and accents stay exactly what they are.
    """
    picture = QImage(str(target)).convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(picture.constBits()).cast("I"))
    cubes: Counter[int] = Counter()
    best: dict[int, int] = {}
    for colour, count in pixels.most_common():
        cube = colour & 0xF8F8F8
        cubes[cube] += count
        best.setdefault(cube, colour)
    colours = [best[cube] for cube, _count in cubes.most_common(256)]
    few = picture.convertToFormat(
        QImage.Format.Format_Indexed8, colours, Qt.ImageConversionFlag.ThresholdDither
    )
    few.save(str(target))


def tell(target: Path) -> None:
    """Make it small, and say what was drawn."""
    shrink(target)
    print(target.relative_to(ROOT), flush=True)


def draw_sample(folder: Path) -> None:
    """The pictures of the sample library, of its site, and of the window without a library."""
    library = folder / "sample.kb"
    run("kbeditor", "sample", library)
    draw_window(library, WINDOW)
    draw_window(library, [Shot("import", ("--plan", str(ROOT / "sample_data" / "content")))])
    run("kbeditor.ui.picture", "", OUT / "welcome.png")
    tell(OUT / "welcome.png")
    draw_site(library, folder / "site")


def draw_site(library: Path, site: Path) -> None:
    """The pictures of the sample library's site."""
    run("kbeditor", "export", library, site, "--format", "html")
    shipping = page_of(site, "en", "shipping-cost")
    status = page_of(site, "ar", "tlby.html")
    shots = (
        PageShot("site-home", "en/index.html"),
        PageShot("site-home-dark-phone", "en/index.html", PHONE, dark=True),
        PageShot("site-category", page_of(site, "en", "delivery/index.html")),
        PageShot("site-article", shipping),
        PageShot("site-dark", shipping, dark=True),
        PageShot("site-phone", shipping, PHONE),
        PageShot("site-print", shipping, printed=True),
        PageShot("site-search", "en/search.html", query="refund"),
        PageShot("site-search-arabic", "ar/search.html", PHONE, dark=True, query="طلب"),
        PageShot("site-404", "en/404.html", PHONE),
        PageShot("site-french", "fr/index.html"),
        PageShot("site-french-category", page_of(site, "fr", "livraison/index"), PHONE, dark=True),
        PageShot("site-arabic", status, PHONE),
        PageShot("site-arabic-dark", "ar/index.html", dark=True),
        PageShot("site-arabic-print", status, printed=True),
    )
    draw_pages(site, shots)


def draw_work(folder: Path) -> None:
    """What is asked before publishing, a text's history, and what a translator's file changes."""
    changed, returned = folder / "changed.kb", folder / "returned.kb"
    for library in (changed, returned):
        run("kbeditor", "sample", library)
    title = change_source(changed)
    draw_window(changed, [Shot("publish-cost", article(title, "--action", "article.publish"))])
    draw_window(changed, [Shot("history", article(title, "--action", "text.history"))])
    package = give_back(returned, folder)
    draw_window(returned, [Shot("take-in", article(title, "--plan", str(package)))])


def draw_corpus(folder: Path) -> None:
    """The pictures of libraries of real content, where that lies beside the clone."""
    library = folder / "campaign.kb"
    run("kbeditor", "new", library, "--source-locale", "en", "--locale", "fr", "--name", "Campaign")
    run("kbeditor", "import", library, CORPUS / "campaign" / "content")
    draw_window(library, CAMPAIGN)
    site = folder / "campaign"
    run("kbeditor", "export", library, site, "--format", "html")
    query = page_of(site, "en", "query-the-database-with")
    campaigns = page_of(site, "fr", "documentation-adobe-campaign-v8/index.html")
    shots = (
        PageShot("campaign-site", query),
        PageShot("campaign-site-dark", query, PHONE, dark=True),
        PageShot("campaign-site-home", "fr/index.html", PHONE),
        PageShot("campaign-site-category", campaigns, dark=True),
        PageShot("campaign-site-search", "fr/search.html", query="requête"),
        PageShot("campaign-site-404", "fr/404.html", PHONE, dark=True),
        PageShot("campaign-site-print", query, printed=True),
    )
    draw_pages(site, shots)
    make_drift(folder / "drift.kb", CORPUS / "drift", folder / "pages")
    draw_window(folder / "drift.kb", DRIFT)


def main(names: Sequence[str]) -> int:
    """Draw all pictures; `names` (of WINDOW, or "site") draws only those."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as text:
        folder = Path(text)
        if names:
            run("kbeditor", "sample", folder / "sample.kb")
            draw_window(folder / "sample.kb", (shot for shot in WINDOW if shot.name in names))
            if "site" in names:
                draw_site(folder / "sample.kb", folder / "site")
            return 0
        draw_sample(folder)
        draw_work(folder)
        if CORPUS.is_dir():
            draw_corpus(folder)
    drawn = sorted(OUT.glob("*.png"))
    print(f"{len(drawn)} pictures, {sum(path.stat().st_size for path in drawn) / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
