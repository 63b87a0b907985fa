"""What changed, for feed readers: one Atom feed per locale (RFC 4287)."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from xml.etree import ElementTree

from kbeditor.publishing.addresses import INDEX, public_url
from kbeditor.publishing.machines import is_own
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan

FEED = "feed.xml"
MOST = 30
"""Entries of a feed: the articles changed last."""

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"
_NEVER = "1970-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article of a feed; `updated` is ISO 8601 with its zone."""

    page: PageSpec
    updated: str
    summary: str


def feed_address(plan: LocalePlan) -> str:
    """Where a locale's feed lies: beside its first page."""
    return plan.home.removesuffix(INDEX) + FEED


def newest_pages(plan: LocalePlan, updated: Mapping[str, str]) -> tuple[PageSpec, ...]:
    """The locale's own articles that changed last, newest first; `updated` by address."""
    own = (plan.pages[each] for each in plan.reading)
    found = (page for page in own if page.shown is not None and is_own(plan, page))
    return tuple(nlargest(MOST, found, lambda page: (updated.get(page.address, ""), page.ref.id)))


def atom_feed(site: SitePlan, plan: LocalePlan, entries: Sequence[FeedEntry]) -> bytes:
    """The feed of a locale, newest first. Needs the site's public address.

    Ids stay when titles and addresses change: they are made from the ids in the library.
    """
    ElementTree.register_namespace("", _ATOM)
    newest = sorted(entries, key=lambda each: (each.updated, each.page.ref.id), reverse=True)[:MOST]
    feed = ElementTree.Element(f"{{{_ATOM}}}feed", {f"{{{_XML}}}lang": plan.locale.tag})
    _add(feed, "id", _id(site, plan, ""))
    _add(feed, "title", site.name)
    _add(feed, "updated", newest[0].updated if newest else _NEVER)
    _link(feed, "alternate", "text/html", public_url(site.base_url, plan.home))
    _link(feed, "self", "application/atom+xml", public_url(site.base_url, feed_address(plan)))
    author = ElementTree.SubElement(feed, f"{{{_ATOM}}}author")
    _add(author, "name", site.name)
    for each in newest:
        entry = ElementTree.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(entry, "id", _id(site, plan, each.page.ref.id))
        _add(entry, "title", each.page.title)
        _add(entry, "updated", each.updated)
        _link(entry, "alternate", "text/html", public_url(site.base_url, each.page.address))
        if each.summary:
            _add(entry, "summary", each.summary)
    ElementTree.indent(feed, " ")
    text: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}").text = _allowed(text)


def _allowed(text: str) -> str:
    """Without the control characters that no XML may hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")


def _link(parent: ElementTree.Element, relation: str, kind: str, href: str) -> None:
    attributes = {"rel": relation, "type": kind, "href": href}
    ElementTree.SubElement(parent, f"{{{_ATOM}}}link", attributes)


def _id(site: SitePlan, plan: LocalePlan, page_id: str) -> str:
    name = f"{site.library_id}/{plan.locale.tag}/{page_id}"
    return uuid.uuid5(uuid.NAMESPACE_OID, name).urn
