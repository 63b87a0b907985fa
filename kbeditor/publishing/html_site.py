"""The export as a static help centre: one folder per locale, readable without any server."""

from collections.abc import Mapping
from pathlib import Path

from kbeditor.domain.exchange import ExportOptions, FormatInfo, RenderMany
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress
from kbeditor.domain.site import SiteOptions
from kbeditor.domain.source import LibrarySource
from kbeditor.publishing.assets import Assets
from kbeditor.publishing.choice import chosen_locales
from kbeditor.publishing.compiled import CompiledTemplates
from kbeditor.publishing.edits import Edits, edits_since, shown_now
from kbeditor.publishing.fingerprints import made_of, page_version, structure_of
from kbeditor.publishing.garbage import collected_rarely
from kbeditor.publishing.machines import Alternates
from kbeditor.publishing.manifest import Manifest
from kbeditor.publishing.memory import Ids, Memory, digest_of_sizes
from kbeditor.publishing.plan import plan_site
from kbeditor.publishing.plan_memory import plan_key, read_plan, write_plan
from kbeditor.publishing.redirects import OldAddresses, old_addresses
from kbeditor.publishing.reporting import Reporter
from kbeditor.publishing.root_files import write_root
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
        self._compiled = CompiledTemplates()

    def export(
        self,
        source: LibrarySource,
        target: Path,
        options: ExportOptions,
        render: RenderMany,
        progress: Progress,
    ) -> Report:
        """Write the site at `target`, as a whole or not at all; of a folder only what changed.

        `target` is a folder, or a file with `options.zip`; what lies there is replaced only if an
        earlier export made it. Raises KbError (`target_not_ours`, `cannot_write`,
        `unknown_locale`, `no_locale`, the theme's) and Cancelled.
        """
        return self.build(source, target, site_options(options), render, progress)

    def build(
        self,
        source: LibrarySource,
        target: Path,
        options: SiteOptions,
        render: RenderMany,
        progress: Progress,
    ) -> Report:
        """The same with all that a site can be told."""
        with collected_rarely():
            return self._build(source, target, options, render, progress)

    def _build(
        self,
        source: LibrarySource,
        target: Path,
        options: SiteOptions,
        render: RenderMany,
        progress: Progress,
    ) -> Report:
        reporter = Reporter()
        progress.step("export_plan", 0, 1)
        locales = chosen_locales(source.locales(), options, source.library().source_locale)
        writer = SiteWriter(target, options.zip)
        made = "" if options.zip else made_of(source, options, self._resources)
        last = writer.same_as(made)
        if last is not None:
            reporter.again(last.counts, last.lines)
            return reporter.report(str(target))
        with writer:
            key = "" if options.zip else plan_key(source, options, self._resources)
            kept = read_plan(writer.plan, key, source, locales, options, reporter)
            attachments = tuple(source.attachments())
            assets = Assets(attachments, source.attachment_bytes, writer.had)
            if kept is not None:
                (plan, structure), planned = kept, b""
            else:
                plan = plan_site(source, locales, options, reporter)
                structure = structure_of(plan, options, self._resources, attachments)
                lines = reporter.result()[1]
                planned = write_plan(key, plan, structure, lines) if key else b""
            ids = source.ids()
            site = Site(
                source,
                render,
                load_theme(
                    self._resources,
                    options.theme,
                    options.vote_endpoint,
                    assets,
                    reporter,
                    self._compiled,
                ),
                plan,
                self._resources,
                structure,
                ids,
                Alternates(plan),
                assets,
                writer,
                reporter,
                edits_since(writer.earlier, structure, plan),
            )
            old = _write_locales(site, options, progress)
            write_root(site, options, old)
            _write_assets(site, progress)
            progress.step("export_finish", 0, 1)
            manifest = Manifest(
                plan.library_id,
                options.profile,
                options.release,
                tuple(locale.tag for locale in locales),
                page_version(self._resources),
                writer.files,
                site.pages,
            )
            counts, lines = reporter.result()
            sizes = digest_of_sizes((name, size) for name, (_, size) in writer.files.items())
            memory = Memory(made, structure, Ids.of(ids), sizes, counts, lines)
            shown = shown_now(plan, site.updated, assets.held())
            lost = writer.finish(manifest, memory, shown, planned)
        reporter.foreign(writer.foreign, lost)
        return reporter.report(str(target))


def site_options(options: ExportOptions) -> SiteOptions:
    """The options for a site: those given, else what options of all formats say."""
    return options.site or SiteOptions(
        locales=options.locales,
        least_state=options.least_state,
        fallback=options.fallback,
        base_url=options.base_url,
        zip=options.zip,
    )


def _write_locales(
    site: Site, options: SiteOptions, progress: Progress
) -> Mapping[str, OldAddresses]:
    """Write all locales; returns their old addresses."""
    steps = Steps(progress, sum(len(plan.pages) for plan in site.plan.locales))
    old_slugs = tuple(site.source.old_slugs())
    released = tuple(site.source.released_addresses(options.profile)) if options.profile else ()
    found: dict[str, OldAddresses] = {}
    for plan in site.plan.locales:
        words = load_words(site.theme.words, plan.locale.tag, site.theme.look.words)
        if words.missing:
            site.reporter.words_missing(plan.locale.tag, len(words.missing))
        builder = LocaleBuilder(site, plan, words)
        builder.build(steps)
        old = old_addresses(site.plan, plan, old_slugs, released)
        builder.write_old(old)
        found[plan.locale.tag] = old
        site.reporter.count("locales")
    return found


def _keep_assets(site: Site, edits: Edits) -> None:
    """Take in the attachments of pages that were kept."""
    if not edits.assets_lost:
        site.assets.use_again(edits.shown.assets)
        return
    for plan in site.plan.locales:
        for page in plan.pages.values():
            record = site.pages[page.address]
            for target in record.links:
                if target not in plan.pages:
                    site.assets.use(target, record.shown or "")


def _write_assets(site: Site, progress: Progress) -> None:
    if site.edits is not None:
        _keep_assets(site, site.edits)
    total = len(site.assets)
    for number, asset in enumerate(site.assets.used(), start=1):
        record = asset.attachment
        if not site.writer.keep(asset.address, (record.sha256, record.size)):
            data = site.source.attachment_bytes(record.id)
            site.writer.write(asset.address, data, record.sha256)
        site.reporter.count("attachments")
        if asset.disarmed:
            site.reporter.disarmed(record.name)
        progress.step("export_attachments", number, total)
