"""The search of one locale, fed page by page while they are built."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from kbeditor.domain.records import Kind
from kbeditor.publishing.addresses import as_url
from kbeditor.publishing.plan import LocalePlan, PageSpec
from kbeditor.publishing.reading import Reading
from kbeditor.publishing.search.counting import Document, SearchText
from kbeditor.publishing.search.files import SearchLostError
from kbeditor.publishing.search.index import SearchFiles
from kbeditor.publishing.search.stemming import load_language
from kbeditor.publishing.theme import SEARCH
from kbeditor.publishing.words import Words
from kbeditor.publishing.writer import SiteWriter

_SAID = (
    "search_hint",
    "search_results",
    "search_none",
    "search_none_hint",
    "search_all",
    "search_topics",
    "search_labels",
)
"""What the search's script (static/search/page.js) says to readers."""

Texts = Callable[[], Iterator[tuple[PageSpec, Reading | None]]]


class SearchWriter:
    """Takes the pages that are laid out; at the end writes the locale's search.

    What the earlier build wrote is built upon, as long as `numbers` (what search calls articles
    and categories, by id) are `lasting`.
    """

    def __init__(
        self,
        writer: SiteWriter,
        plan: LocalePlan,
        numbers: Mapping[str, int],
        lasting: bool,
        resources: Path,
        words: Words,
    ) -> None:
        self._writer = writer
        self._plan = plan
        self._numbers = numbers
        tag = plan.locale.tag
        language = load_language(resources, tag)
        earlier = writer.read_earlier if lasting else None
        self._files = SearchFiles(
            f"{SEARCH}/{tag}", language, {key: words[key] for key in _SAID}, earlier
        )

    def add(self, page: PageSpec, reading: Reading | None) -> None:
        """Take a page whose text changed."""
        self._files.add(self._document(page), _text(reading))

    def write(self, kept: Texts, *, only_texts: bool = False) -> None:
        """Write the locale's search. `kept` gives the texts of all pages that were not added.

        `only_texts`: nothing but the texts that were added is other than in the last build.
        """
        if only_texts and self._write_texts():
            return
        for address, data in self._changes(kept):
            if data is None:
                self._writer.keep(address)
            else:
                self._writer.write(address, data)

    def _write_texts(self) -> bool:
        """Write what follows from the added texts and keep the rest; whether that could be done."""
        try:
            changed = self._files.edited()
        except SearchLostError:
            return False
        earlier = self._writer.earlier
        if changed is None or earlier is None:
            return False
        folder = f"{self._files.folder}/"
        every = (address for address in earlier.manifest.files if address.startswith(folder))
        self._writer.keep_all([address for address in every if address not in changed])
        for address, data in changed.items():
            if data is not None:
                self._writer.write(address, data)
        return True

    def _changes(self, kept: Texts) -> Iterable[tuple[str, bytes | None]]:
        documents = [self._document(page) for page in self._plan.pages.values()]
        if not self._files.fresh:
            try:
                made = list(self._files.files(documents))
            except SearchLostError:
                made = []
            if made and all(data or self._can_keep(address) for address, data in made):
                return made
            self._files.forget()
        for page, reading in kept():
            self.add(page, reading)
        return self._files.files(documents)

    def _can_keep(self, address: str) -> bool:
        earlier = self._writer.earlier
        return earlier is not None and address in earlier.sound

    def _document(self, page: PageSpec) -> Document:
        above = self._plan.path(page)
        category = page.ref.kind is Kind.CATEGORY
        top = above[0] if above else page if category else None
        return Document(
            self._numbers[page.ref.id],
            as_url(page.address),
            page.title,
            " › ".join(each.title for each in above),
            (top.title, as_url(top.address)) if top else None,
            page.labels,
            category,
        )


def _text(reading: Reading | None) -> SearchText:
    if reading is None:
        return SearchText()
    headings = tuple(heading.text for heading in reading.rendered.toc)
    text = reading.text
    return SearchText(headings, text.keywords, text.summary, reading.rendered.plain)
