"""Which pages of an earlier build can stay as they are."""

from collections.abc import Iterable, Iterator
from itertools import chain

from kbeditor.domain.records import Kind
from kbeditor.publishing.addresses import to_root
from kbeditor.publishing.bodies import Bodies
from kbeditor.publishing.earlier import Earlier
from kbeditor.publishing.fingerprints import BLANK, blank_text, digest, page_fingerprint
from kbeditor.publishing.for_programs import has_markdown, markdown_address
from kbeditor.publishing.layout import Layout
from kbeditor.publishing.manifest import PageRecord
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan
from kbeditor.publishing.views import Around, Frame


class Freshness:
    """Compares the pages of one locale with what an earlier build says of them."""

    def __init__(
        self,
        earlier: Earlier | None,
        same_structure: bool,
        site: SitePlan,
        plan: LocalePlan,
        layout: Layout,
        bodies: Bodies,
    ) -> None:
        """`same_structure`: nothing but texts changed, so that only texts need to be compared."""
        self._earlier = earlier
        self._same_structure = same_structure
        self._site = site
        self._plan = plan
        self._layout = layout
        self._bodies = bodies
        self._chromes: dict[str, str] = {}  # digests, by what leads to the root

    def unchanged(self, page: PageSpec) -> PageRecord | None:
        """The page's record in the earlier build, if it shows the same now and can be kept."""
        earlier = self._earlier
        record = earlier.page(page.address) if earlier else None
        if earlier is None or record is None or record.content != content_of(page):
            return None
        if record.owner != page.ref or record.locale != self._plan.locale.tag:
            return None
        if (
            has_markdown(self._site, self._plan, page)
            and markdown_address(page) not in earlier.sound
        ):
            return None
        if self._same_structure:
            pages = earlier.manifest.pages
            below = self._below(page)
            same = all(pages[each.address].content == content_of(each) for each in below)
        elif page.ref.kind is Kind.ARTICLE:
            around = self._layout.around(page)
            same = self.of_article(page, around, record.links) == record.fingerprint
        else:
            same = self.of_category(page, record.links) == record.fingerprint
        return record if same else None

    def of_article(self, page: PageSpec, around: Around, links: Iterable[str]) -> str:
        """The fingerprint of an article's page."""
        shown = (around, self._chrome(to_root(page.address)))
        return page_fingerprint(content_of(page), (), shown, self._bodies.leads_to(page, links))

    def of_category(self, page: PageSpec, links: Iterable[str]) -> str:
        """The fingerprint of a category's page: it shows beginnings of the texts below it."""
        root = to_root(page.address)
        cards = [
            self._layout.card(self._plan.pages[each], "", root)
            for each in self._plan.categories[page.ref.id]
        ]
        entries = [
            self._layout.entry(self._plan.pages[each], "", root)
            for each in self._plan.articles[page.ref.id]
        ]
        text = None if page.shown is None else blank_text(page)
        rendered = None if page.shown is None else BLANK
        values = self._layout.category_values(page, text, rendered, "", cards, entries)
        frame = values["frame"]
        assert isinstance(frame, Frame)
        around = (frame.head, frame.languages, frame.tree, self._chrome(root), values["view"])
        below = map(content_of, self._below(page))
        return page_fingerprint(content_of(page), below, around, self._bodies.leads_to(page, links))

    def _below(self, page: PageSpec) -> Iterator[PageSpec]:
        """Pages whose beginnings a category shows."""
        if page.ref.kind is Kind.CATEGORY:
            articles = self._plan.articles.get(page.ref.id, ())
            below = chain(articles, self._plan.categories.get(page.ref.id, ()))
            yield from (self._plan.pages[each] for each in below)

    def _chrome(self, root: str) -> str:
        if root not in self._chromes:
            self._chromes[root] = digest(self._layout.chrome.at(root))
        return self._chromes[root]


def content_of(page: PageSpec) -> str:
    """What names the text that a page shows, "" where it has none."""
    return page.shown.content if page.shown else ""
