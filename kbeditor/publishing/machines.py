"""What the site tells machines: canonical and alternate addresses, sitemap.xml, robots.txt."""

import html as markup
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from kbeditor.publishing.addresses import public_url
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_MOST = 40_000  # pages of one file: the protocol allows 50,000 and 50 MB

SITEMAP = "sitemap.xml"
_NAME = re.compile(r"sitemap(?:-\d+)?\.xml")


class Alternates:
    """Knows in which locales a page really is in that locale's language."""

    def __init__(self, site: SitePlan) -> None:
        self._site = site
        self._made: dict[str, tuple[tuple[str, str], ...]] = {}  # by page: for all its locales

    def of(self, page_id: str) -> tuple[tuple[str, str], ...]:
        """Pairs of language tag and public address, x-default last; () with no public address."""
        if not self._site.base_url:
            return ()
        if page_id not in self._made:
            found = [
                (plan.locale.tag, public_url(self._site.base_url, page.address))
                for plan in self._site.locales
                if (page := plan.pages.get(page_id)) is not None and is_own(plan, page)
            ]
            self._made[page_id] = _with_default(found)
        return self._made[page_id]

    def of_homes(self) -> tuple[tuple[str, str], ...]:
        """The same for the locales' first pages."""
        if not self._site.base_url:
            return ()
        base = self._site.base_url
        return _with_default([(p.locale.tag, public_url(base, p.home)) for p in self._site.locales])

    def canonical(self, plan: LocalePlan, page: PageSpec) -> str:
        """A page's public address; of a fallback that of its original, "" if that is not here."""
        if not self._site.base_url:
            return ""
        if is_own(plan, page):
            return public_url(self._site.base_url, page.address)
        original = self.original(page)
        return public_url(self._site.base_url, original.address) if original else ""

    def original(self, page: PageSpec) -> PageSpec | None:
        """The page, in its own locale, of the text that a fallback shows."""
        for plan in self._site.locales:
            if page.shown is not None and plan.locale.tag == page.shown.locale:
                return plan.pages.get(page.ref.id)
        return None


def is_own(plan: LocalePlan, page: PageSpec) -> bool:
    """Whether a page shows a text of its own locale, no fallback."""
    return page.shown is not None and page.shown.locale == plan.locale.tag


def _with_default(found: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return (*found, ("x-default", found[0][1])) if found else ()


def sitemaps(
    site: SitePlan, alternates: Alternates, updated: Mapping[str, str], most: int = _MOST
) -> Iterator[tuple[str, str]]:
    """sitemap.xml with alternates, by address (https://www.sitemaps.org/protocol.html).

    Above `most` pages it only lists the others. `updated` by address. Written by hand: a tree of
    elements costs twenty times as much.
    """
    entries = _entries(site, alternates, updated)
    parts = iter(lambda: list(islice(entries, most)), [])
    first = next(parts, [])
    second = next(parts, None)
    if second is None:
        yield SITEMAP, _document("urlset", _XHTML, first)
        return
    base = markup.escape(site.base_url)
    listed: list[str] = []
    for number, part in enumerate(chain((first, second), parts), start=1):
        name = f"sitemap-{number}.xml"
        listed.append(f" <sitemap>\n  <loc>{base}/{name}</loc>\n </sitemap>\n")
        yield name, _document("urlset", _XHTML, part)
    yield SITEMAP, _document("sitemapindex", "", listed)


def is_sitemap(address: str) -> bool:
    """Whether a file is one of those that `sitemaps` gives."""
    return _NAME.fullmatch(address) is not None


def sitemap_entries(
    site: SitePlan, alternates: Alternates, page: PageSpec, before: str, now: str
) -> tuple[str, str]:
    """What a sitemap says of a page that was changed then, and now."""
    url, links = public_url(site.base_url, page.address), _links(alternates.of(page.ref.id))
    return _entry(url, before[:10], links), _entry(url, now[:10], links)


def _entries(site: SitePlan, alternates: Alternates, updated: Mapping[str, str]) -> Iterator[str]:
    links: dict[str, str] = {}  # by page: all its locales have the same
    for plan in site.locales:
        home = public_url(site.base_url, plan.home)
        yield _entry(home, "", _links(alternates.of_homes()))
        for page in sorted(plan.pages.values(), key=lambda page: page.address):
            if is_own(plan, page):
                page_id = page.ref.id
                if page_id not in links:
                    links[page_id] = _links(alternates.of(page_id))
                url = public_url(site.base_url, page.address)
                yield _entry(url, updated.get(page.address, "")[:10], links[page_id])


def _entry(url: str, day: str, links: str) -> str:
    changed = f"  <lastmod>{day}</lastmod>\n" if day else ""
    return f" <url>\n  <loc>{_safe(url)}</loc>\n{changed}{links} </url>\n"


def _links(alternates: tuple[tuple[str, str], ...]) -> str:
    return "".join(
        f'  <xhtml:link rel="alternate" hreflang="{tag}" href="{_safe(address)}" />\n'
        for tag, address in alternates
    )


def _safe(url: str) -> str:
    """Of what XML minds only the ampersand can stand in a public address."""
    return url.replace("&", "&amp;")


def _document(root: str, more: str, entries: Iterable[str]) -> str:
    first = f'<?xml version="1.0" encoding="utf-8"?>\n<{root} xmlns="{_SITEMAP}"{more}>\n'
    return f"{first}{''.join(entries)}</{root}>\n"


def robots(site: SitePlan) -> str:
    """robots.txt: everything may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}/sitemap.xml\n"
