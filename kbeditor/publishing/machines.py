"""What the site tells machines: canonical and alternate addresses, sitemap.xml, robots.txt."""

from collections.abc import Mapping
from xml.etree import ElementTree

from kbeditor.publishing.addresses import public_url
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


class Alternates:
    """Knows in which locales a page really is in that locale's language."""

    def __init__(self, site: SitePlan) -> None:
        self._site = site

    def of(self, page_id: str) -> tuple[tuple[str, str], ...]:
        """Pairs of language tag and public address, x-default last; () with no public address."""
        if not self._site.base_url:
            return ()
        found = [
            (plan.locale.tag, public_url(self._site.base_url, page.address))
            for plan in self._site.locales
            if (page := plan.pages.get(page_id)) is not None and is_own(plan, page)
        ]
        return _with_default(found)

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


def sitemap(site: SitePlan, alternates: Alternates, updated: Mapping[str, str]) -> bytes:
    """sitemap.xml with alternates (https://www.sitemaps.org/protocol.html).

    `updated` by address.
    """
    ElementTree.register_namespace("", _SITEMAP)
    ElementTree.register_namespace("xhtml", _XHTML)
    root = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
    for plan in site.locales:
        _add(root, public_url(site.base_url, plan.home), "", alternates.of_homes())
        for page in sorted(plan.pages.values(), key=lambda page: page.address):
            if is_own(plan, page):
                url = public_url(site.base_url, page.address)
                _add(root, url, updated.get(page.address, "")[:10], alternates.of(page.ref.id))
    ElementTree.indent(root, " ")
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add(
    root: ElementTree.Element, url: str, day: str, alternates: tuple[tuple[str, str], ...]
) -> None:
    entry = ElementTree.SubElement(root, f"{{{_SITEMAP}}}url")
    ElementTree.SubElement(entry, f"{{{_SITEMAP}}}loc").text = url
    if day:
        ElementTree.SubElement(entry, f"{{{_SITEMAP}}}lastmod").text = day
    for tag, address in alternates:
        link = {"rel": "alternate", "hreflang": tag, "href": address}
        ElementTree.SubElement(entry, f"{{{_XHTML}}}link", link)


def robots(site: SitePlan) -> str:
    """robots.txt: everything may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}/sitemap.xml\n"
