"""Building all files of one locale: pages that changed are laid out, the others are kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kbeditor.domain.exchange import RenderMany
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Kind
from kbeditor.domain.source import LibrarySource
from kbeditor.publishing.addresses import NOT_FOUND, SEARCH_PAGE, to_root
from kbeditor.publishing.assets import Assets
from kbeditor.publishing.bodies import NO_BODY, Bodies, Body, report_broken
from kbeditor.publishing.edits import Edits
from kbeditor.publishing.for_programs import has_markdown, markdown_address
from kbeditor.publishing.freshness import Freshness, content_of
from kbeditor.publishing.layout import Layout, short
from kbeditor.publishing.machines import Alternates
from kbeditor.publishing.manifest import PageRecord, Pages
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan
from kbeditor.publishing.reading import Reading, batches, in_order, read
from kbeditor.publishing.redirects import OldAddresses
from kbeditor.publishing.reporting import Reporter
from kbeditor.publishing.searching import SearchWriter
from kbeditor.publishing.theme import Theme
from kbeditor.publishing.views import Card, Entry
from kbeditor.publishing.words import Words
from kbeditor.publishing.writer import SiteWriter


class Steps:
    """Counts pages for the progress; raises Cancelled when the person stops the work."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def page(self, pages: int = 1) -> None:
        """One more page is there, or several."""
        self._done += pages
        self._progress.step("export_pages", self._done, self._total)


@dataclass(frozen=True)
class Site:
    """What all locales of one build share. `structure` is what `structure_of` gives.

    `ids` are those of all articles and categories of the library: by their places there search
    numbers its documents.
    """

    source: LibrarySource
    render: RenderMany
    theme: Theme
    plan: SitePlan
    resources: Path
    structure: str
    ids: tuple[str, ...]
    alternates: Alternates
    assets: Assets
    writer: SiteWriter
    reporter: Reporter
    edits: Edits | None
    pages: Pages = field(default_factory=Pages)  # the manifest's
    updated: dict[str, str] = field(default_factory=dict)
    """Times of the last change, by address, of pages that have a text."""

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The places in `ids`."""
        return {each: number for number, each in enumerate(self.ids)}

    @property
    def numbers_last(self) -> bool:
        """Whether all that the earlier build numbered has the same number now."""
        memory = self.writer.earlier.memory if self.writer.earlier else None
        return memory is not None and memory.ids.begin(self.ids)

    @property
    def same_structure(self) -> bool:
        """Whether nothing but texts changed since the earlier build."""
        earlier = self.writer.earlier
        memory = earlier.memory if earlier else None
        return memory is not None and memory.structure == self.structure


class LocaleBuilder:
    """Builds one locale, folder by folder, so that only some texts are in memory at a time."""

    def __init__(self, site: Site, plan: LocalePlan, words: Words) -> None:
        self._site = site
        self._plan = plan
        self._layout = Layout(site.theme, site.plan, plan, words, site.alternates)
        self._bodies = Bodies(plan, site.assets, words["heading_link"])
        self._search = SearchWriter(
            site.writer, plan, site.numbers, site.numbers_last, site.resources, words
        )
        self._summaries: dict[str, str] = {}  # of pages whose category is not written yet
        self._kept: list[PageSpec] = []
        self._freshness = Freshness(
            site.writer.earlier, site.same_structure, site.plan, plan, self._layout, self._bodies
        )

    def build(self, steps: Steps) -> None:
        """Write or keep all pages of the locale."""
        edits = self._site.edits
        for batch in batches(self._edited(edits, steps) if edits else self._to_lay_out(steps)):
            texts = read(self._site.source, self._site.render, batch)
            for page in batch:
                if page.ref.kind is Kind.ARTICLE:
                    self._write_article(page, texts[page.ref.id])
                else:
                    self._write_category(page, texts.get(page.ref.id))
                steps.page()
        self._write_home()
        folder = self._plan.folder
        write = self._site.writer.write
        write(f"{folder}{SEARCH_PAGE}", self._layout.search())
        write(f"{folder}{NOT_FOUND}", self._layout.not_found(f"{folder}{NOT_FOUND}"))
        self._search.write(self._texts_of_kept, only_texts=edits is not None)

    def write_old(self, old: OldAddresses) -> None:
        """Write the pages at old addresses: those that lead on, and those that say what is gone."""
        reporter, tag = self._site.reporter, self._plan.locale.tag
        writer = self._site.writer
        for move in old.moves:
            if move.address not in writer.files:  # another locale's old address, too
                writer.write(move.address, self._layout.moved(move.address, move.page))
                reporter.count("redirects")
        for address, now in old.own:
            if address not in writer.files:
                writer.write(address, self._layout.moved_own(address, now))
                reporter.count("redirects")
        for removed in old.removed:
            if removed.address not in writer.files:
                writer.write(removed.address, self._layout.removed(removed))
                reporter.count("removed")
        for move in old.taken:
            reporter.address_taken(move.page.title, tag, move.address)
        for href in self._layout.chrome.missing:
            reporter.theme_link_missing(tag, href)

    # --------------------------------------------------------------------- what can be kept

    def _edited(self, edits: Edits, steps: Steps) -> Iterator[PageSpec]:
        """The pages to lay out where only texts changed; the others are kept before."""
        site, tag = self._site, self._plan.locale.tag
        assert site.writer.earlier is not None
        stale, last = edits.stale[tag], site.writer.earlier.manifest.pages.lines
        updated = zip(self._plan.pages.values(), edits.shown.updated[tag], strict=True)
        kept: list[str] = []
        for page, time in updated:
            if page.ref.id in stale:
                continue
            address = page.address
            kept.append(address)
            self._kept.append(page)
            line = site.pages.lines[address] = last[address]
            if time:
                site.updated[address] = time
            if '"broken": ' in line:
                self._report_broken(page, site.pages[address])
        site.writer.keep_all(kept)
        if site.plan.markdown:
            has = [page for page in self._kept if has_markdown(site.plan, self._plan, page)]
            site.writer.keep_all([markdown_address(page) for page in has])
        articles = sum(page.ref.kind is Kind.ARTICLE for page in self._kept)
        site.reporter.count("articles", articles)
        site.reporter.count("categories", len(kept) - articles)
        steps.page(len(kept))
        yield from (page for page in in_order(self._plan) if page.ref.id in stale)

    def _to_lay_out(self, steps: Steps) -> Iterator[PageSpec]:
        """The pages that changed, in order; the others are kept meanwhile."""
        for page in in_order(self._plan):
            record = self._freshness.unchanged(page)
            if record is None:
                yield page
                continue
            self._site.writer.keep(page.address)
            if has_markdown(self._site.plan, self._plan, page):
                self._site.writer.keep(markdown_address(page))
            for target in record.links:
                if target not in self._plan.pages:
                    self._site.assets.use(target, record.shown or "")
            self._summaries[page.ref.id] = record.summary
            self._kept.append(page)
            self._note(page, record)
            steps.page()

    # --------------------------------------------------------------------- what is laid out

    def _write_article(self, page: PageSpec, reading: Reading) -> None:
        body = self._bodies.make(page, reading.rendered)
        around = self._layout.around(page)
        html = self._layout.article(page, around, reading.text, reading.rendered, body.html)
        fingerprint = self._freshness.of_article(page, around, body.links)
        self._write(page, html, fingerprint, reading, reading.text.summary, body)

    def _write_category(self, page: PageSpec, reading: Reading | None) -> None:
        root = to_root(page.address)
        body = NO_BODY if reading is None else self._bodies.make(page, reading.rendered)
        text, rendered = reading or (None, None)
        cards = self._cards(page.ref.id, root)
        entries = self._entries(page.ref.id, root)
        html = self._layout.category(page, text, rendered, body.html, cards, entries)
        fingerprint = self._freshness.of_category(page, body.links)
        self._write(page, html, fingerprint, reading, _summary(reading), body)

    def _write_home(self) -> None:
        root = to_root(self._plan.home)
        promoted = [self._layout.link(page, root) for page in self._layout.navigator.promoted()]
        html = self._layout.home(promoted, self._entries(None, root), self._cards(None, root))
        self._site.writer.write(self._plan.home, html)

    def _entries(self, parent: str | None, root: str) -> list[Entry]:
        """The articles of a category as a list."""
        return [
            self._layout.entry(self._plan.pages[each], self._summary_of(each), root)
            for each in self._plan.articles[parent]
        ]

    def _cards(self, parent: str | None, root: str) -> list[Card]:
        return [
            self._layout.card(self._plan.pages[each], self._summary_of(each), root)
            for each in self._plan.categories[parent]
        ]

    def _summary_of(self, page_id: str) -> str:
        """How a page begins that was laid out or kept before."""
        if page_id not in self._summaries:
            record = self._site.pages[self._plan.pages[page_id].address]
            self._summaries[page_id] = record.summary
        return self._summaries[page_id]

    def _write(
        self,
        page: PageSpec,
        html: str,
        fingerprint: str,
        reading: Reading | None,
        summary: str,
        body: Body,
    ) -> None:
        """Write a page, and note it in the manifest and the search."""
        self._site.writer.write(page.address, html)
        self._summaries[page.ref.id] = summary
        record = PageRecord(
            page.ref,
            self._plan.locale.tag,
            page.title,
            page.shown.locale if page.shown else None,
            None if reading is None else reading.text.revision,
            content_of(page),
            fingerprint,
            "" if reading is None else reading.text.updated_at,
            summary,
            body.links,
            body.broken,
        )
        if reading is not None and has_markdown(self._site.plan, self._plan, page):
            text = self._bodies.markdown(page, reading.text)
            self._site.writer.write(markdown_address(page), text)
        self._search.add(page, reading)
        self._note_lost(record, page)
        self._note(page, record)

    def _note(self, page: PageSpec, record: PageRecord) -> None:
        """Whatever every page needs, laid out now or kept."""
        self._site.pages.put(page.address, record)
        if record.updated:
            self._site.updated[page.address] = record.updated
        self._report_broken(page, record)
        articles = page.ref.kind is Kind.ARTICLE
        self._site.reporter.count("articles" if articles else "categories")

    def _report_broken(self, page: PageSpec, record: PageRecord) -> None:
        report_broken(self._site.reporter, f"{page.title} ({record.locale})", record.broken)

    def _note_lost(self, record: PageRecord, page: PageSpec) -> None:
        """See whether an edit took attachments off its page."""
        edits, earlier = self._site.edits, self._site.writer.earlier
        if edits is not None and earlier is not None and not edits.assets_lost:
            before = earlier.manifest.pages[page.address].links
            gone = set(before) - set(record.links) - self._plan.pages.keys()
            edits.assets_lost = bool(gone)

    def _texts_of_kept(self) -> Iterator[tuple[PageSpec, Reading | None]]:
        """The texts of all pages that were kept."""
        for batch in batches(self._kept):
            texts = read(self._site.source, self._site.render, batch)
            yield from ((page, texts.get(page.ref.id)) for page in batch)


def _summary(reading: Reading | None) -> str:
    if reading is None:
        return ""
    return short(reading.text.summary or reading.rendered.plain)
