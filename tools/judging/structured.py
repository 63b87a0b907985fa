"""JSON-LD against the shapes that search engines ask for, feeds against RFC 4287."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from tools.judging.judgement import Judgement, counted
from tools.judging.machines import by_url
from tools.judging.pages import SitePage
from tools.judging.sites import JudgedSite

ATOM = "{http://www.w3.org/2005/Atom}"
_WANTED = {"home": {"WebSite"}, "category": {"BreadcrumbList"}, "article": {"Article"}}

Shape = dict[str, Callable[[Any], bool]]


def judge_structured(site: JudgedSite) -> list[Judgement]:
    """JSON-LD of all pages, and the feeds."""
    pages = [page for page in site.pages.values() if page.data]
    known = by_url(site)
    faults = [f"{page.address}: {fault}" for page in pages for fault in data_faults(known, page)]
    lacking = [
        f"{page.address}: has no {', '.join(sorted(wanted - kinds(page)))}"
        for page in site.pages.values()
        if page.indexed
        and unquote(page.canonical) == site.url(page.address)
        and (wanted := _WANTED.get(page.kind, set())) - kinds(page)
    ]
    feeds = sorted(site.folder.rglob("feed.xml"))
    return [
        counted("JSON-LD", f"{site.name}, {len(pages)} pages", faults + lacking),
        counted(
            "Atom feeds",
            f"{site.name}, {len(feeds)} feeds",
            [
                fault
                for feed in feeds
                for fault in feed_faults(site, feed.relative_to(site.folder).as_posix())
            ],
        ),
    ]


def kinds(page: SitePage) -> set[str]:
    """The types that a page's JSON-LD tells of."""
    return {item["@type"] for data in page.data for item in data.get("@graph", [data])}


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _url(value: Any) -> bool:
    return _text(value) and bool(urlsplit(value).scheme and urlsplit(value).netloc)


def _day(value: Any) -> bool:
    try:
        date.fromisoformat(str(value)[:10])
    except ValueError:
        return False
    return True


def _moment(value: Any) -> bool:
    try:
        return datetime.fromisoformat(str(value)).tzinfo is not None
    except ValueError:
        return False


def _organization(value: Any) -> bool:
    return isinstance(value, dict) and value.get("@type") == "Organization" and _text(value["name"])


def _crumbs(value: Any) -> bool:
    return (
        isinstance(value, list)
        and [each["position"] for each in value] == list(range(1, len(value) + 1))
        and all(each["@type"] == "ListItem" and _text(each["name"]) for each in value)
        and all(_url(each["item"]) for each in value)
    )


def _questions(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(
            each["@type"] == "Question"
            and _text(each["name"])
            and each["acceptedAnswer"]["@type"] == "Answer"
            and _text(each["acceptedAnswer"]["text"])
            for each in value
        )
    )


# What each type must have; then what it may have. Every other property is a fault.
_SHAPES: dict[str, tuple[Shape, Shape]] = {
    "WebSite": ({"name": _text, "url": _url}, {"inLanguage": _text}),
    "Article": (
        {"headline": _text, "dateModified": _day, "mainEntityOfPage": _url, "inLanguage": _text},
        {"description": _text, "image": _url, "publisher": _organization},
    ),
    "BreadcrumbList": ({"itemListElement": _crumbs}, {}),
    "FAQPage": ({"mainEntity": _questions}, {"inLanguage": _text}),
}


def data_faults(pages: Mapping[str, SitePage], page: SitePage) -> Iterator[str]:
    """What is wrong with the JSON-LD of a page; `pages` by the address they are served at."""
    for data in page.data:
        if data.get("@context") != "https://schema.org":
            yield "another context than schema.org"
        for item in data.get("@graph", [data]):
            kind = item["@type"]
            must, may = _SHAPES.get(kind, ({}, {}))
            yield from (f"{kind} lacks {name}" for name in must if name not in item)
            for name, value in item.items():
                if name == "@type":
                    continue
                fits = (must | may).get(name)
                if fits is None or not fits(value):
                    yield f"{kind}.{name} may not be {value!r}"
            if kind == "Article" and unquote(item["mainEntityOfPage"]) != unquote(page.canonical):
                yield "Article is not of this page"
            if kind == "BreadcrumbList":
                for crumb in item["itemListElement"]:
                    if unquote(crumb["item"]) not in pages:
                        yield f"a crumb leads to {crumb['item']}, which is no page"


def feed_faults(site: JudgedSite, address: str) -> Iterator[str]:
    """What is wrong with a feed by RFC 4287, section 4."""
    feed = etree.parse(site.folder / address).getroot()
    pages = by_url(site)
    links = {
        link.get("rel"): unquote(link.get("href", "")) for link in feed.iterfind(f"{ATOM}link")
    }
    if links.get("self") != f"{site.base}/{address}" or links.get("alternate") not in pages:
        yield f"{address}: links {links}"
    if not (feed.findtext(f"{ATOM}author/{ATOM}name") or "").strip():
        yield f"{address}: no author"
    ids = [feed.findtext(f"{ATOM}id") or ""]
    times = []
    for item in (feed, *feed.iterfind(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            found = item.findall(f"{ATOM}{name}")
            if len(found) != 1 or not (found[0].text or "").strip():
                yield f"{address}: {len(found)} × {name}"
        if not _moment(item.findtext(f"{ATOM}updated")):
            yield f"{address}: a time that is none, or without its zone"
    for entry in feed.iterfind(f"{ATOM}entry"):
        ids.append(entry.findtext(f"{ATOM}id") or "")
        times.append(entry.findtext(f"{ATOM}updated") or "")
        link = entry.find(f"{ATOM}link")
        if link is None or unquote(link.get("href", "")) not in pages:
            yield f"{address}: an entry leads to no page"
    if len(set(ids)) != len(ids) or not all(urlsplit(each).scheme for each in ids):
        yield f"{address}: ids are not addresses of their own"
    if times != sorted(times, reverse=True):
        yield f"{address}: not newest first"
