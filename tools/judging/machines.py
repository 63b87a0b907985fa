"""What machines read of a site: sitemap, robots.txt, language alternates, canonical addresses."""

from collections.abc import Iterator, Mapping
from urllib.parse import unquote
from urllib.robotparser import RobotFileParser

from lxml import etree

from tools.judging.judgement import Judgement, counted
from tools.judging.pages import SitePage
from tools.judging.sites import JudgedSite

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
MOST_IN_MAP = 50_000

# The rules of the sitemap protocol (sitemaps.org/protocol.html): what may stand where.
_MAP_SCHEMA = f"""
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{MAP[1:-1]}"
 xmlns="{MAP[1:-1]}" elementFormDefault="qualified">
<xs:element name="urlset"><xs:complexType><xs:sequence>
<xs:element name="url" maxOccurs="{MOST_IN_MAP}"><xs:complexType><xs:sequence>
<xs:element name="loc"><xs:simpleType><xs:restriction base="xs:anyURI">
<xs:minLength value="12"/><xs:maxLength value="2048"/></xs:restriction></xs:simpleType>
</xs:element>
<xs:element name="lastmod" minOccurs="0"><xs:simpleType>
<xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType></xs:element>
<xs:any namespace="http://www.w3.org/1999/xhtml" processContents="skip" minOccurs="0"
 maxOccurs="unbounded"/>
</xs:sequence></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>
</xs:schema>
"""

Alternates = Mapping[str, Mapping[str, str]]
"""By a page's public address: address by language tag."""


def judge_machines(site: JudgedSite) -> list[Judgement]:
    """All that is wrong with what search engines are told."""
    on = f"{site.name}, {sum(page.indexed for page in site.pages.values())} indexed pages"
    return [
        counted("sitemap.xml", site.name, list(map_faults(site))),
        counted("robots.txt", site.name, list(robots_faults(site))),
        counted("hreflang, reciprocal and as in the sitemap", on, list(language_faults(site))),
        counted("canonical addresses, titles", on, list(head_faults(site))),
    ]


def by_url(site: JudgedSite) -> dict[str, SitePage]:
    """The pages by the address they are served at."""
    return {site.url(page.address): page for page in site.pages.values()}


def read_map(site: JudgedSite) -> dict[str, dict[str, str]]:
    """The alternates of each address in the sitemap."""
    root = etree.parse(site.folder / "sitemap.xml").getroot()
    return {
        unquote(url.findtext(f"{MAP}loc") or ""): {
            link.get("hreflang", ""): unquote(link.get("href", "")) for link in url.iter(LINK)
        }
        for url in root.iter(f"{MAP}url")
    }


def map_faults(site: JudgedSite) -> Iterator[str]:
    """The schema's errors; pages that are not in the map or should not be."""
    tree = etree.parse(site.folder / "sitemap.xml")
    schema = etree.XMLSchema(etree.XML(_MAP_SCHEMA))
    if not schema.validate(tree):
        yield from (f"line {error.line}: {error.message}" for error in schema.error_log)
    addresses = [unquote(element.text or "") for element in tree.iter(f"{MAP}loc")]
    yield from (f"{each}: twice" for each in set(addresses) if addresses.count(each) > 1)
    pages = by_url(site)
    for address in addresses:
        page = pages.get(address)
        if page is None:
            yield f"{address}: no page"
        elif not page.indexed or unquote(page.canonical) != address:
            yield f"{address}: a page that is not to be found, or not at this address"
    for url, page in pages.items():
        if page.kind and page.indexed and unquote(page.canonical) == url and url not in addresses:
            yield f"{url}: not in the sitemap"


def robots_faults(site: JudgedSite) -> Iterator[str]:
    """What robots.txt forbids or does not say."""
    parser = RobotFileParser()
    parser.parse((site.folder / "robots.txt").read_text("utf-8").splitlines())
    if parser.site_maps() != [f"{site.base}/sitemap.xml"]:
        yield f"names {parser.site_maps()} as its map"
    for page in site.pages.values():
        if page.indexed and not parser.can_fetch("*", site.url(page.address)):
            yield f"{page.address}: forbidden"


def language_faults(site: JudgedSite) -> Iterator[str]:
    """Alternates that do not answer, do not name the page itself, or differ from the sitemap's."""
    pages = by_url(site)
    said = {
        url: {tag: unquote(href) for tag, href in page.alternates.items()}
        for url, page in pages.items()
        if page.alternates
    }
    for url, alternates in said.items():
        page = pages[url]
        if page.kind and alternates.get(page.locale) != url:
            yield f"{page.address}: does not name itself"
        if "x-default" not in alternates:
            yield f"{page.address}: no x-default"
        for tag, other in alternates.items():
            if other not in pages:
                yield f"{page.address}: {tag} leads to {other}, which is no page"
            elif page.kind and said.get(other) != alternates:
                yield f"{page.address}: {tag} does not answer the same"
    for url, alternates in read_map(site).items():
        if alternates != said.get(url, {}):
            yield f"{url}: the sitemap says other languages than the page"


def head_faults(site: JudgedSite) -> Iterator[str]:
    """Pages without title or canonical address; canonical addresses that are no page's own."""
    pages = by_url(site)
    for page in pages.values():
        if not page.title.strip():
            yield f"{page.address}: no title"
        if not page.indexed or not page.kind:
            continue
        original = pages.get(unquote(page.canonical))
        if original is None:
            yield f"{page.address}: canonical address {page.canonical!r} is no page"
        elif unquote(original.canonical) != unquote(page.canonical):
            yield f"{page.address}: its original has another original"
