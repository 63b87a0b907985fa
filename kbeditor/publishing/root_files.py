"""What lies beside the locales' pages: the way to them, style and script, files for machines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kbeditor.domain.site import SiteOptions
from kbeditor.publishing.addresses import INDEX, NOT_FOUND
from kbeditor.publishing.edits import Edits
from kbeditor.publishing.feeds import FeedEntry, atom_feed, feed_address, newest_pages
from kbeditor.publishing.for_programs import (
    PAGES,
    index_line,
    llms_address,
    llms_text,
    page_index,
)
from kbeditor.publishing.layout import described
from kbeditor.publishing.machines import (
    is_own,
    is_sitemap,
    robots,
    sitemap_entries,
    sitemaps,
)
from kbeditor.publishing.plan import LocalePlan
from kbeditor.publishing.reading import read
from kbeditor.publishing.redirects import OldAddresses
from kbeditor.publishing.server_files import server_files
from kbeditor.publishing.site_builder import Site
from kbeditor.publishing.words import load_words


def write_root(site: Site, options: SiteOptions, old: Mapping[str, OldAddresses]) -> None:
    """Write all that belongs to no single page. `old`: old addresses by locale."""
    write = site.writer.write
    updated = site.updated
    if site.plan.locales[0].folder:
        _write_choice(site)
    lists = None if site.edits is None else _edited_lists(site, site.edits)
    for address, text in _lists(site) if lists is None else lists.items():
        write(address, text)
    if site.plan.base_url:
        write("robots.txt", robots(site.plan))
    for plan in site.plan.locales:
        if site.plan.base_url and not (
            _unedited(site, plan) and site.writer.keep(feed_address(plan))
        ):
            write(feed_address(plan), _feed(site, plan, updated))
        if site.plan.markdown:
            write(llms_address(plan), llms_text(site.plan, plan))
    for address, data in site.theme.files.items():
        write(address, data)
    moves = [(it.address, it.page.address) for each in old.values() for it in each.moves]
    moves += [pair for each in old.values() for pair in each.own]
    removed = [it.address for each in old.values() for it in each.removed]
    files = server_files(options.server_files, site.plan.base_url, moves, removed)
    for address, text in files.items():
        write(address, text)


def _unedited(site: Site, plan: LocalePlan) -> bool:
    """Whether no page of a locale is other than in the last build."""
    return site.edits is not None and not site.edits.stale[plan.locale.tag]


def _lists(site: Site) -> Iterator[tuple[str, str]]:
    """The sitemaps and the list of pages, by address."""
    if site.plan.base_url:
        yield from sitemaps(site.plan, site.alternates, site.updated)
    yield PAGES, page_index(site.plan, site.updated)


def _edited_lists(site: Site, edits: Edits) -> Mapping[str, str] | None:
    """The sitemaps and the list of pages with the times of edited pages put in, by address; those
    that stay are kept. None where they must be made anew.
    """
    assert site.writer.earlier is not None
    redated = list(edits.redated(site.plan, site.updated))
    lines = [
        (index_line(plan, page, before), index_line(plan, page, now))
        for plan, page, before, now in redated
    ]
    found = [_Exchange([PAGES], lines)]
    if site.plan.base_url:
        entries = (
            sitemap_entries(site.plan, site.alternates, page, before, now)
            for plan, page, before, now in redated
            if is_own(plan, page)
        )
        maps = [each for each in site.writer.earlier.manifest.files if is_sitemap(each)]
        found.append(_Exchange(maps, [pair for pair in entries if pair[0] != pair[1]]))
    texts: dict[str, str] = {}
    for addresses, pairs in found:
        if pairs:
            texts.update((it, (site.writer.read_earlier(it) or b"").decode()) for it in addresses)
        for old, new in pairs:
            holding = [each for each in addresses if old in texts[each]]
            if len(holding) != 1:
                return None
            texts[holding[0]] = texts[holding[0]].replace(old, new, 1)
    every = [address for addresses, _ in found for address in addresses]
    site.writer.keep_all([address for address in every if address not in texts])
    return texts


class _Exchange(NamedTuple):
    """Lines to exchange in some files: what stands there, what is to stand there."""

    addresses: Sequence[str]
    pairs: Sequence[tuple[str, str]]


def _write_choice(site: Site) -> None:
    """The root's own pages, where no locale lies there."""
    first = site.plan.locales[0]
    words = load_words(site.theme.words, first.locale.tag, site.theme.look.words)
    for name, template in ((INDEX, "root"), (NOT_FOUND, "root_not_found")):
        base = site.plan.base_url
        root = f"{base}/" if base and name == NOT_FOUND else ""
        page = site.theme.environment.get_template(f"{template}.html").render(
            site=site.plan,
            locale=first.locale,
            w=words,
            root=root,
            alternates=site.alternates.of_homes(),
        )
        site.writer.write(name, page)


def _feed(site: Site, plan: LocalePlan, updated: Mapping[str, str]) -> bytes:
    newest = newest_pages(plan, updated)
    texts = read(site.source, site.render, newest)
    entries = (
        FeedEntry(page, found.text.updated_at, described(found.text.summary, found.rendered))
        for page in newest
        for found in (texts[page.ref.id],)
    )
    return atom_feed(site.plan, plan, tuple(entries))
