"""axe-core on the site's pages: every kind of page in every way it is read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, Literal

from playwright.sync_api import Browser, Page

from tools.judging.judgement import Judgement, counted
from tools.judging.programs import Programs
from tools.judging.sites import JudgedSite

PHONE, DESKTOP = (390, 844), (1280, 900)


@dataclass(frozen=True, slots=True)
class Look:
    """A page as somebody reads it. `state`: "" as it comes, "search" with answers, "drawer"."""

    url: str
    scheme: Literal["light", "dark"] = "light"
    size: tuple[int, int] = DESKTOP
    state: str = ""
    query: str = ""

    def __str__(self) -> str:
        width = "phone" if self.size == PHONE else "desktop"
        return " ".join(filter(None, (self.url, self.scheme, width, self.state)))


def judge_access(site: JudgedSite, browser: Browser, programs: Programs) -> list[Judgement]:
    """Violations of any of axe's rules: picked pages in all looks, every page in one."""
    picked = list(_picked(site))
    found, incomplete = _audit(browser, programs, picked)
    judgements = [
        counted(
            "axe-core: home, category, article, search, 404; light, dark; phone, desktop; "
            + ", ".join(site.locales),
            f"{site.name}, {len(picked)} looks",
            found,
            "violations",
        )
    ]
    if site.name == "sample":
        every = [
            Look(site.url(address), scheme=("light", "dark")[number % 2])
            for number, address in enumerate(site.pages)
            if site.pages[address].kind
        ]
        found, incomplete_too = _audit(browser, programs, every)
        incomplete |= incomplete_too
        judgements.append(
            counted(
                "axe-core, every page once", f"{site.name}, {len(every)} pages", found, "violations"
            )
        )
    judgements.append(
        Judgement(
            "axe-core: left to a person to decide",
            site.name,
            f"{len(incomplete)} kinds",
            details=tuple(sorted(incomplete)),
        )
    )
    return judgements


def _picked(site: JudgedSite) -> Iterator[Look]:
    """Pages of each kind in each locale, in all looks, and what opens on them."""
    for locale, scheme, size in product(site.locales, ("light", "dark"), (PHONE, DESKTOP)):
        article = site.heaviest("article", locale)
        query = site.pages[article].title.partition(" – ")[0]
        look = Look(site.url(article), scheme, size)  # type: ignore[arg-type]
        yield look
        yield replace(look, state="search", query=query)
        if size == PHONE:
            yield replace(look, state="drawer")
        for address in (
            f"{locale}/index.html",
            site.heaviest("category", locale),
            f"{locale}/404.html",
        ):
            yield replace(look, url=site.url(address))
        search = f"{site.base}/{locale}/search.html?q="
        yield replace(look, url=f"{search}{query}", state="answers")
        yield replace(look, url=f"{search}qzxjv", state="none")


def _audit(browser: Browser, programs: Programs, looks: list[Look]) -> tuple[list[str], set[str]]:
    """Violations, one a line, and what axe could not decide."""
    script = programs.axe.read_text("utf-8")
    found: list[str] = []
    incomplete: set[str] = set()
    for scheme, size in product(("light", "dark"), (PHONE, DESKTOP)):
        group = [look for look in looks if (look.scheme, look.size) == (scheme, size)]
        if not group:
            continue
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        page = context.new_page()
        for look in group:
            page.goto(look.url)
            _bring(page, look)
            page.evaluate(script)
            result: dict[str, Any] = page.evaluate("axe.run(document)")
            for rule in result["violations"]:
                for node in rule["nodes"]:
                    found.append(f"{look}: {rule['id']}: {node['html'][:160]} {node['any'][:1]}")
            incomplete |= {
                rule["id"] + ": " + rule["nodes"][0]["html"][:120] for rule in result["incomplete"]
            }
        context.close()
    return found, incomplete


def _bring(page: Page, look: Look) -> None:
    """Bring a page into its state."""
    if look.state == "search":
        page.keyboard.press("Control+K")
        page.keyboard.type(look.query)
        page.locator("#dialog-panel a").first.wait_for()
    elif look.state == "drawer":
        page.locator(".menu-button").click()
        page.locator(".side.open").wait_for()
    elif look.state == "answers":
        page.locator("#page-panel a").first.wait_for()
    elif look.state == "none":
        page.locator("#page-panel > *").first.wait_for()
