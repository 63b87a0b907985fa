"""What lies beside the locales' pages: the way to them, style and script, files for machines."""

from collections.abc import Mapping

from kbeditor.domain.site import SiteOptions
from kbeditor.publishing.addresses import INDEX, NOT_FOUND
from kbeditor.publishing.feeds import FeedEntry, atom_feed, feed_address, newest_pages
from kbeditor.publishing.for_programs import PAGES, llms_address, llms_text, page_index
from kbeditor.publishing.layout import described
from kbeditor.publishing.machines import robots, sitemaps
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
    if site.plan.base_url:
        for address, text in sitemaps(site.plan, site.alternates, updated):
            write(address, text)
        write("robots.txt", robots(site.plan))
    write(PAGES, page_index(site.plan, updated))
    for plan in site.plan.locales:
        if site.plan.base_url:
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
