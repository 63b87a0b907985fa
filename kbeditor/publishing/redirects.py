"""Old addresses: a small page at each, that leads to where the page is now."""

from collections.abc import Iterable, Iterator

from kbeditor.domain.records import Kind, OldSlug
from kbeditor.publishing.addresses import OWN_PAGES, clean_slug
from kbeditor.publishing.plan import LocalePlan, PageSpec


def old_addresses(plan: LocalePlan, old: Iterable[OldSlug]) -> Iterator[tuple[str, PageSpec]]:
    """Pairs of an address that a page once had and the page; none that a live page has.

    When a category changed its slug, all pages below it moved: each gets its redirect. Of two
    pages that had the same address the one that had it last keeps it.
    """
    live = {page.address.casefold() for page in plan.pages.values()}
    live.update(f"{plan.locale.tag}/{name}".casefold() for name in OWN_PAGES)
    found: dict[str, PageSpec] = {}
    for each in old:
        page = plan.pages.get(each.owner.id)
        slug = clean_slug(each.slug)
        if each.locale != plan.locale.tag or page is None or not slug:
            continue
        if page.ref.kind is Kind.ARTICLE:
            found[f"{page.folder}{slug}.html"] = page
            continue
        above = page.folder[: page.folder[:-1].rfind("/") + 1]
        for moved in _below(plan, page):
            found[f"{above}{slug}/{moved.address[len(page.folder) :]}"] = moved
    for address, page in found.items():
        if address.casefold() not in live:
            yield address, page


def _below(plan: LocalePlan, category: PageSpec) -> Iterator[PageSpec]:
    yield category
    for article in plan.articles.get(category.ref.id, ()):
        yield plan.pages[article]
    for child in plan.categories.get(category.ref.id, ()):
        yield from _below(plan, plan.pages[child])
