"""Digests of what pages are made from: equal digests mean that nothing needs to be made anew.

Three sizes. `made_of`: everything; `structure_of`: everything but the texts, so that after an
edited paragraph only its page is looked at; `Fingerprints`: one page. A page's fingerprint is taken
from what its template would be given, with the text left blank (whatever a view gains is covered),
and from the text's name, the texts below it, and what its links lead to.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from kbeditor.domain.records import Attachment
from kbeditor.domain.rendered import Rendered
from kbeditor.domain.site import SiteOptions
from kbeditor.domain.source import LibrarySource, Page
from kbeditor.publishing.plan import PageSpec, SitePlan
from kbeditor.rendering.pipeline import RENDERER_VERSION

PAGE_VERSION = 3
"""Raised with every change of the program that makes the same library look different."""

BLANK = Rendered("", (), (), (), 0, "")
_NO_DAY = "1970-01-01"
_ENCODER = json.JSONEncoder(separators=(",", ":"))  # of named tuples, eight times as quick as repr


def digest(*parts: object) -> str:
    """A digest of the parts' text forms."""
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(repr(part).encode("utf-8", "surrogatepass"))
        made.update(b"\0")
    return made.hexdigest()


def made_of(source: LibrarySource, options: SiteOptions, resources: Path) -> str:
    """A digest of everything that a site depends on."""
    return digest(page_version(resources), replace(options, zip=False), source.state())


def structure_of(
    site: SitePlan, options: SiteOptions, resources: Path, attachments: Iterable[Attachment]
) -> str:
    """A digest of all that pages show besides texts: places, titles, addresses, files, theme."""
    lasting = replace(options, zip=False, release=0, profile="")
    made = blake2b(digest_size=16)
    made.update(digest(page_version(resources), lasting, site.name, site.known).encode())
    made.update(_ENCODER.encode(site.links).encode())
    for plan in site.locales:
        made.update(repr(plan.locale).encode())
        made.update(_ENCODER.encode((plan.folder, plan.articles, plan.categories)).encode())
        made.update(_ENCODER.encode([_place(page) for page in plan.pages.values()]).encode())
    for each in attachments:
        made.update(repr((each.id, each.sha256, each.name, each.alt, each.variants)).encode())
    return made.hexdigest()


def _place(page: PageSpec) -> tuple[object, ...]:
    """All that a plan says of a page but which words it shows."""
    return (*page[:-1], page.shown and (page.shown.locale, page.shown.live, page.shown.stale))


def page_fingerprint(
    content: str, below: Iterable[str], values: object, links: Iterable[object]
) -> str:
    """The fingerprint of one page. `below`: names of the texts that it shows beginnings of.

    `values` and `links` are named tuples, texts and numbers, however deep: all of it counts.
    """
    seen = _ENCODER.encode((content, tuple(below), values, tuple(links)))
    return blake2b(seen.encode(), digest_size=16).hexdigest()


def blank_text(page: PageSpec) -> Page:
    """A text that says nothing, to see what stands around one."""
    locale = page.shown.locale if page.shown else page.title_locale
    return Page(page.ref, locale, "", "", (), "", None, _NO_DAY, BLANK)


@lru_cache(maxsize=4)
def page_version(resources: Path) -> str:
    """A digest of the program's part in a page. `resources`: the folder resources/site."""
    files = sorted(file for file in resources.rglob("*") if file.is_file())
    seen = [(file.relative_to(resources).as_posix(), file.read_bytes()) for file in files]
    return digest(PAGE_VERSION, RENDERER_VERSION, seen)
