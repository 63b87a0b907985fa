"""Reading the texts of pages in batches, and rendering those that have no stored HTML."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kbeditor.domain.exchange import RenderMany
from kbeditor.domain.rendered import RenderContext, Rendered
from kbeditor.domain.source import LibrarySource, Page
from kbeditor.publishing.plan import LocalePlan, PageSpec

BATCH = 100


class Folder(NamedTuple):
    """A category (None: the top) with the pages directly in it, its own first."""

    category: str | None
    pages: tuple[PageSpec, ...]


class Reading(NamedTuple):
    """A text with its HTML."""

    text: Page
    rendered: Rendered


def folders(plan: LocalePlan) -> Iterator[Folder]:
    """All folders of a locale in reading order, parents after their children."""
    for category in plan.folders():
        own = (plan.pages[category],) if category is not None else ()
        articles = tuple(plan.pages[each] for each in plan.articles.get(category, ()))
        yield Folder(category, (*own, *articles))


def batches(found: Iterable[Folder]) -> Iterator[list[Folder]]:
    """Folders in groups of about `BATCH` pages: enough to keep all cores rendering."""
    batch: list[Folder] = []
    size = 0
    for folder in found:
        batch.append(folder)
        size += len(folder.pages)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
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
    found: dict[str, Reading] = {}
    for key, page in texts.items():
        rendered = page.rendered or made[key]
        found[key] = Reading(page, rendered)
    return found
