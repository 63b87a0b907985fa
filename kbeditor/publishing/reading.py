"""Reading the texts of pages in batches, and rendering those that have no stored HTML."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from kbeditor.domain.exchange import RenderMany
from kbeditor.domain.rendered import RenderContext, Rendered
from kbeditor.domain.source import LibrarySource, Page
from kbeditor.publishing.plan import LocalePlan, PageSpec

BATCH = 100


class Reading(NamedTuple):
    """A text with its HTML."""

    text: Page
    rendered: Rendered


def in_order(plan: LocalePlan) -> Iterator[PageSpec]:
    """All pages of a locale; a category after all that lies in it."""
    for category in plan.folders():
        for article in plan.articles.get(category, ()):
            yield plan.pages[article]
        if category is not None:
            yield plan.pages[category]


def batches(pages: Iterable[PageSpec]) -> Iterator[list[PageSpec]]:
    """Pages in groups: few enough to hold, and enough to keep all cores rendering."""
    waiting = iter(pages)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def read(
    source: LibrarySource, render: RenderMany, pages: Sequence[PageSpec]
) -> dict[str, Reading]:
    """The shown texts of some pages, by article or category id; without those that have none."""
    by_text = {page.shown.text_id: page.ref.id for page in pages if page.shown is not None}
    wanted = [(page.shown.text_id, page.shown.live) for page in pages if page.shown is not None]
    texts = {by_text[text_id]: page for text_id, page in source.pages(wanted)}
    missing = (
        (key, page.body, RenderContext(page.locale))
        for key, page in texts.items()
        if page.rendered is None
    )
    made: dict[str, Rendered] = dict(render(missing))
    return {key: Reading(page, page.rendered or made[key]) for key, page in texts.items()}
