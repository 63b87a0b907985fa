"""Old addresses: a small page at each, that leads to where the page is now."""

from collections.abc import Iterable, Iterator

from kbeditor.domain.records import Kind, OldSlug
from kbeditor.publishing.addresses import OWN_PAGES, clean_slug
from kbeditor.publishing.plan import LocalePlan, PageSpec


def old_addresses(plan: LocalePlan, old: Iterable[OldSlug]) -> Iterator[tuple[str, PageSpec]]:
    """Pairs of an address that a page once had and the page; none that a live page has.

    When a category got another address, all pages below it did: each gets its redirect. Of two
    pages that had the same address the one that had it last keeps it.
    """
    live = {page.address.casefold() for page in plan.pages.values()}
    live.update(f"{plan.locale.tag}/{name}".casefold() for name in OWN_PAGES)
    found: dict[str, tuple[str, PageSpec]] = {}
    for each in old:
        page = plan.pages.get(each.owner.id)
        slug = clean_slug(each.slug)
        above = _folder(plan, each.parent_id)
        if each.locale != plan.locale.tag or page is None or above is None or not slug:
            continue
        if page.ref.kind is Kind.ARTICLE:
            moves = [(f"{above}{slug}.html", page)]
        else:
            start = len(page.folder)
            moves = [(f"{above}{slug}/{it.address[start:]}", it) for it in _below(plan, page)]
        found.update((address.casefold(), (address, moved)) for address, moved in moves)
    for key, move in found.items():
        if key not in live:
            yield move


def _folder(plan: LocalePlan, category_id: str | None) -> str | None:
    """Where the pages of a category lie; None when it is no longer there."""
    if category_id is None:
        return f"{plan.locale.tag}/"
    category = plan.pages.get(category_id)
    return category.folder if category else None


def _below(plan: LocalePlan, category: PageSpec) -> Iterator[PageSpec]:
    """A category and all pages in it, at any depth."""
    yield category
    for article in plan.articles.get(category.ref.id, ()):
        yield plan.pages[article]
    for child in plan.categories.get(category.ref.id, ()):
        yield from _below(plan, plan.pages[child])
