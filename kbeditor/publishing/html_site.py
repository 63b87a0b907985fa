"""The export as a static help centre: one folder per locale, readable without any server."""

from pathlib import Path

from kbeditor.domain.exchange import ExportOptions, FormatInfo, RenderMany
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress
from kbeditor.domain.source import LibrarySource
from kbeditor.publishing.addresses import INDEX, NOT_FOUND
from kbeditor.publishing.assets import Assets
from kbeditor.publishing.choice import chosen_locales
from kbeditor.publishing.feeds import FeedEntry, atom_feed, feed_address, newest_pages
from kbeditor.publishing.for_programs import PAGES, llms_address, llms_text, page_index
from kbeditor.publishing.layout import described
from kbeditor.publishing.machines import Alternates, robots, sitemap
from kbeditor.publishing.plan import LocalePlan, plan_site
from kbeditor.publishing.reading import read
from kbeditor.publishing.redirects import old_addresses
from kbeditor.publishing.reporting import Reporter
from kbeditor.publishing.site_builder import LocaleBuilder, Site, Steps
from kbeditor.publishing.theme import load_theme
from kbeditor.publishing.words import load_words
from kbeditor.publishing.writer import SiteWriter


class HtmlSite:
    """Writes a library as a help centre that works in any folder, from a server or from disk."""

    info = FormatInfo(id="html", title="HTML help centre", suffix="", zippable=True)

    def __init__(self, resources: Path) -> None:
        """`resources`: the folder resources/site."""
        self._resources = resources

    def export(
        self,
        source: LibrarySource,
        target: Path,
        options: ExportOptions,
        render: RenderMany,
        progress: Progress,
    ) -> Report:
        """Write the site at `target`, as a whole or not at all.

        `target` is a folder, or a file with `options.zip`; what lies there is replaced only if an
        earlier export made it. Raises KbError (`target_not_ours`, `cannot_write`,
        `unknown_locale`, `no_locale`) and Cancelled.
        """
        reporter = Reporter()
        progress.step("export_plan", 0, 1)
        locales = chosen_locales(source.locales(), options, source.library().source_locale)
        with SiteWriter(target, options.zip) as writer:
            plan = plan_site(source, locales, options, reporter)
            assets = Assets(source.attachments(), source.attachment_bytes)
            site = Site(
                source,
                render,
                load_theme(self._resources, assets=assets, reporter=reporter),
                plan,
                Alternates(plan),
                assets,
                writer,
                reporter,
            )
            _write_locales(site, progress)
            _write_root(site)
            _write_assets(site, progress)
            progress.step("export_finish", 0, 1)
            tags = [locale.tag for locale in locales]
            writer.finish({"library": plan.library_id, "locales": tags}, site.pages)
        return reporter.report(str(target))


def _write_locales(site: Site, progress: Progress) -> None:
    steps = Steps(progress, sum(len(plan.pages) for plan in site.plan.locales))
    old_slugs = tuple(site.source.old_slugs())
    for plan in site.plan.locales:
        words = load_words(site.theme.words, plan.locale.tag, site.theme.look.words)
        if words.missing:
            site.reporter.words_missing(plan.locale.tag, len(words.missing))
        builder = LocaleBuilder(site, plan, words)
        builder.build(steps)
        for address, page in old_addresses(plan, old_slugs):
            builder.redirect(address, page)
        site.reporter.count("locales")


def _write_root(site: Site) -> None:
    """What lies beside the locales' folders: the way to them, and the files for machines."""
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
    if site.plan.base_url:
        site.writer.write("sitemap.xml", sitemap(site.plan, site.alternates, site.updated))
        site.writer.write("robots.txt", robots(site.plan))
    site.writer.write(PAGES, page_index(site.plan, site.updated))
    for plan in site.plan.locales:
        if site.plan.base_url:
            site.writer.write(feed_address(plan), _feed(site, plan))
        if site.plan.markdown:
            site.writer.write(llms_address(plan), llms_text(site.plan, plan))
    for address, data in site.theme.files.items():
        site.writer.write(address, data)


def _feed(site: Site, plan: LocalePlan) -> bytes:
    newest = newest_pages(plan, site.updated)
    texts = read(site.source, site.render, newest)
    entries = (
        FeedEntry(page, found.text.updated_at, described(found.text.summary, found.rendered))
        for page in newest
        for found in (texts[page.ref.id],)
    )
    return atom_feed(site.plan, plan, tuple(entries))


def _write_assets(site: Site, progress: Progress) -> None:
    total = len(site.assets)
    for number, (asset, data) in enumerate(site.assets.files(), start=1):
        site.writer.write(asset.address, data, asset.attachment.sha256)
        site.reporter.count("attachments")
        if asset.disarmed:
            site.reporter.disarmed(asset.attachment.name)
        progress.step("export_attachments", number, total)
