"""Whether addresses within a site lead somewhere, and what pages ask other hosts for."""

import posixpath
from urllib.parse import unquote, urlsplit

from tools.judging.judgement import Judgement, counted
from tools.judging.pages import SitePage
from tools.judging.sites import JudgedSite


def judge_links(site: JudgedSite) -> list[Judgement]:
    """Links, pictures, scripts and anchors within the site, and what is loaded from elsewhere."""
    files = {
        each.relative_to(site.folder).as_posix()
        for each in site.folder.rglob("*")
        if each.is_file()
    }
    broken: list[str] = []
    sources: list[str] = []
    foreign: list[str] = []
    count = 0
    for page in site.pages.values():
        for address in page.addresses:
            if not _is_inside(address.text, site.base):
                if address.loaded and not address.text.startswith("data:"):
                    foreign.append(f"{page.address}: {address.text}")
                continue
            count += 1
            if not leads(site, files, page, address.text):
                (sources if address.own else broken).append(f"{page.address}: {address.text}")
    on = f"{site.name}, {count:,} addresses"
    return [
        counted("links and anchors within the site", on, broken, "broken"),
        Judgement(
            "the same, broken in the articles' own source",
            site.name,
            f"{len(sources)} broken",
            "listed",
            details=tuple(sources),
        ),
        counted("files from other hosts", f"{site.name}, all pages", foreign, "asked for"),
    ]


def leads(site: JudgedSite, files: set[str], page: SitePage, address: str) -> bool:
    """Whether an address of a page leads to a file of the site and, in a page, to an anchor."""
    parts = urlsplit(address.removeprefix(site.base) or "/")
    path = unquote(parts.path)
    if path:
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(page.address), path))[1:]
        if path.endswith("/"):
            target = posixpath.join(target, "index.html")
    else:
        target = page.address
    if target not in files:
        return False
    if not parts.fragment or target not in site.pages:
        return True
    return unquote(parts.fragment) in site.pages[target].ids


def _is_inside(address: str, base: str) -> bool:
    if address.startswith(base):
        return True
    return not urlsplit(address).scheme and not address.startswith("//")
