"""Building all files of one locale: articles, categories, home, search, redirects."""

from dataclasses import dataclass, field
from hashlib import blake2b

from kbeditor.domain.exchange import RenderMany
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Kind
from kbeditor.domain.rendered import Rendered, Target
from kbeditor.domain.source import LibrarySource
from kbeditor.publishing.addresses import NOT_FOUND, SEARCH_PAGE, as_url, to_root
from kbeditor.publishing.assets import Assets
from kbeditor.publishing.content import page_body
from kbeditor.publishing.layout import Layout, short
from kbeditor.publishing.machines import Alternates, is_own
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan
from kbeditor.publishing.reading import Reading, batches, in_order, read
from kbeditor.publishing.reporting import Reporter
from kbeditor.publishing.search_index import Document, SearchIndex, text_script
from kbeditor.publishing.theme import SEARCH, Theme
from kbeditor.publishing.views import Card, Entry
from kbeditor.publishing.words import Words
from kbeditor.publishing.writer import SiteWriter


class Steps:
    """Counts pages for the progress; raises Cancelled when the person stops the work."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def page(self) -> None:
        """One more page is written."""
        self._done += 1
        self._progress.step("export_pages", self._done, self._total)


@dataclass(frozen=True, slots=True)
class Site:
    """What all locales of one build share."""

    source: LibrarySource
    render: RenderMany
    theme: Theme
    plan: SitePlan
    alternates: Alternates
    assets: Assets
    writer: SiteWriter
    reporter: Reporter
    pages: dict[str, object] = field(default_factory=dict)  # the manifest's, by address
    updated: dict[str, str] = field(default_factory=dict)  # time of the last change, by address


class LocaleBuilder:
    """Builds one locale, folder by folder, so that only some texts are in memory at a time."""

    def __init__(self, site: Site, plan: LocalePlan, words: Words) -> None:
        self._site = site
        self._plan = plan
        self._words = words
        self._layout = Layout(site.theme, site.plan, plan, words, site.alternates)
        self._index = SearchIndex()
        self._summaries: dict[str, str] = {}  # of pages whose category is not written yet

    def build(self, steps: Steps) -> None:
        """Write all pages of the locale."""
        for batch in batches(in_order(self._plan)):
            texts = read(self._site.source, self._site.render, batch)
            for page in batch:
                if page.ref.kind is Kind.ARTICLE:
                    self._write_article(page, texts[page.ref.id])
                else:
                    self._write_category(page, texts.get(page.ref.id))
                steps.page()
        self._write_home()
        tag = self._plan.locale.tag
        write = self._site.writer.write
        write(f"{tag}/{SEARCH_PAGE}", self._layout.search())
        write(f"{tag}/{NOT_FOUND}", self._layout.not_found(f"{tag}/{NOT_FOUND}"))
        write(f"{SEARCH}/{tag}/index.js", self._index.script())

    def redirect(self, address: str, page: PageSpec) -> None:
        """Write a page at an old address that leads to the new one."""
        self._site.writer.write(address, self._layout.moved(address, page))
        self._site.reporter.count("redirects")

    def _write_article(self, page: PageSpec, reading: Reading) -> None:
        self._summaries[page.ref.id] = reading.text.summary
        html = self._body(page, reading.rendered)
        self._write(page, self._layout.article(page, reading.text, reading.rendered, html), reading)
        self._site.reporter.count("articles")

    def _write_category(self, page: PageSpec, reading: Reading | None) -> None:
        self._summaries[page.ref.id] = _summary(reading)
        root = to_root(page.address)
        html = "" if reading is None else self._body(page, reading.rendered)
        text, rendered = reading or (None, None)
        cards = self._cards(page.ref.id, root)
        entries = self._entries(page.ref.id, root)
        self._write(
            page, self._layout.category(page, text, rendered, html, cards, entries), reading
        )
        self._site.reporter.count("categories")

    def _write_home(self) -> None:
        root = to_root(self._plan.home)
        promoted = [self._layout.link(page, root) for page in self._layout.navigator.promoted()]
        html = self._layout.home(promoted, self._entries(None, root), self._cards(None, root))
        self._site.writer.write(self._plan.home, html)

    def _entries(self, parent: str | None, root: str) -> list[Entry]:
        """The articles of a category as a list; their summaries are not needed after that."""
        return [
            self._layout.entry(self._plan.pages[each], self._summaries.pop(each), root)
            for each in self._plan.articles[parent]
        ]

    def _cards(self, parent: str | None, root: str) -> list[Card]:
        return [
            self._layout.card(self._plan.pages[each], self._summaries.pop(each), root)
            for each in self._plan.categories[parent]
        ]

    def _write(self, page: PageSpec, html: str, reading: Reading | None) -> None:
        """Write a page, and note it in the manifest, the sitemap and the search index."""
        self._site.writer.write(page.address, html)
        self._site.pages[page.address] = {
            page.ref.kind.value: page.ref.id,
            "locale": self._plan.locale.tag,
            "shown": page.shown.locale if page.shown else None,
            "revision": None if reading is None else reading.text.revision,
        }
        if reading is not None:
            self._site.updated[page.address] = reading.text.updated_at
        self._add_to_search(page, reading)

    def _add_to_search(self, page: PageSpec, reading: Reading | None) -> None:
        tag = self._plan.locale.tag
        key = blake2b(page.ref.id.encode(), digest_size=6).hexdigest()
        headings = keywords = summary = body = ""
        if reading is not None:
            headings = " ".join(heading.text for heading in reading.rendered.toc)
            keywords = " ".join((*reading.text.keywords, *page.labels))
            summary, body = reading.text.summary, reading.rendered.plain
        category = " › ".join(each.title for each in self._plan.path(page))
        self._index.add(
            Document(
                as_url(page.address),
                page.title,
                category,
                key,
                (page.title, headings, keywords, summary, body),
            )
        )
        self._site.writer.write(f"{SEARCH}/{tag}/{key}.js", text_script(key, summary, body))

    def _body(self, page: PageSpec, rendered: Rendered) -> str:
        """The stored HTML with links for this page; what leads nowhere is reported."""
        root = to_root(page.address)
        assert page.shown is not None
        text_locale = page.shown.locale
        alternatives: dict[str, str] = {}

        def lookup(target_id: str, fragment: str, picture: bool) -> Target | None:
            target = None if picture else self._plan.pages.get(target_id)
            if target is not None:
                return Target(root + as_url(target.address), target.title)
            asset = self._site.assets.use(target_id, text_locale)
            if asset is None:
                return None
            address = root + asset.address
            alternatives[address] = self._site.assets.alternative(target_id, text_locale)
            record = asset.attachment
            return Target(address, record.name, record.width, record.height)

        html, broken = page_body(rendered.html, lookup, alternatives, self._words["heading_link"])
        if is_own(self._plan, page):
            self._report(page, rendered, broken)
        return html

    def _report(self, page: PageSpec, rendered: Rendered, broken: tuple[str, ...]) -> None:
        place = f"{page.title} ({self._plan.locale.tag})"
        if 'class="kb-plain"' in rendered.html:
            self._site.reporter.plain(place)
        missing = set(broken)
        for link in rendered.links:
            if link.target.startswith("data:"):
                continue
            if link.target in missing:
                what = "picture" if link.kind == "picture" else "link"
                self._site.reporter.broken(what, place, link.target, link.line)
            elif link.kind == "relative" or (link.kind == "picture" and "." in link.target):
                self._site.reporter.broken("relative_link", place, link.target, link.line)


def _summary(reading: Reading | None) -> str:
    if reading is None:
        return ""
    return short(reading.text.summary or reading.rendered.plain)
