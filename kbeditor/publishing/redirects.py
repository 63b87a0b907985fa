"""Old addresses: each leads in one step to where its page is now, or says that it was removed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kbeditor.domain.records import Kind, OldSlug, Ref
from kbeditor.domain.site import ReleasedAddress
from kbeditor.publishing.addresses import INDEX, NOT_FOUND, OWN_PAGES, SEARCH_PAGE, clean_slug
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan

_NAMES = (INDEX, SEARCH_PAGE)
"""What each locale has beside its articles and categories, and readers keep in mind."""


@dataclass(frozen=True, slots=True)
class Move:
    """An address that a page once had, and the page where it is now."""

    address: str
    page: PageSpec


@dataclass(frozen=True, slots=True)
class Removed:
    """An address whose page is gone. `category`: the nearest one left above it, None: the home.

    `elsewhere` are the page's versions in other locales, with their locales' plans.
    """

    address: str
    category: PageSpec | None
    elsewhere: tuple[tuple[LocalePlan, PageSpec], ...] = ()


@dataclass(frozen=True, slots=True)
class OldAddresses:
    """All old addresses of one locale. `taken`: those where another page lives now.

    `own` are old and new addresses of its home and search page, whose folder is another now.
    """

    moves: tuple[Move, ...]
    removed: tuple[Removed, ...]
    taken: tuple[Move, ...]
    own: tuple[tuple[str, str], ...] = ()


def old_addresses(
    site: SitePlan,
    plan: LocalePlan,
    old: Iterable[OldSlug],
    released: Iterable[ReleasedAddress] = (),
) -> OldAddresses:
    """What becomes of the old addresses of one locale, none of which a live page has.

    When a category got another address, all pages below it did: each gets its redirect. Of two
    pages that had the same address the one that had it last keeps it. `released` holds all
    locales' addresses, oldest first; what locales had that are no longer published is gone, and
    the first locale says so.
    """
    # Of all locales: where the source lies at the root, its old folders may be theirs now.
    every = [page for each in site.locales for page in each.pages.values()]
    live = {page.address.casefold(): page for page in every}
    own = {f"{each.folder}{name}".casefold() for each in site.locales for name in OWN_PAGES}
    own.update(each.casefold() for each in (INDEX, NOT_FOUND))
    found = {move.address.casefold(): move for move in _from_slugs(plan, old)}
    gone: dict[str, ReleasedAddress] = {}
    published = {each.locale.tag for each in site.locales}
    folders: dict[str, None] = {}  # where the locale's own pages lay
    for each in released:
        orphan = each.locale not in published and plan is site.locales[0]
        if each.locale != plan.locale.tag and not orphan:
            continue
        key = each.address.casefold()
        folder = f"{each.locale}/" if each.address.startswith(f"{each.locale}/") else ""
        page = None if orphan else plan.pages.get(each.owner.id)
        if orphan and folder:
            for name in _NAMES:
                nobodys = Ref(each.owner.kind, "")
                home = replace(each, address=f"{folder}{name}", owner=nobodys)
                gone.setdefault(home.address.casefold(), home)
        elif not orphan and folder != plan.folder:
            folders[folder] = None
        if page is None:
            gone[key] = each
        else:
            found[key] = Move(each.address, page)
            gone.pop(key, None)
    moves = {key: move for key, move in found.items() if key not in live and key not in own}
    taken = tuple(
        move for key, move in found.items() if key in live and live[key].ref.id != move.page.ref.id
    )
    removed = tuple(
        _removed(site, plan, each, live, moves)
        for key, each in gone.items()
        if key not in live and key not in own and key not in moves
    )
    names = ((f"{folder}{it}", f"{plan.folder}{it}") for folder in folders for it in _NAMES)
    homes = tuple(
        pair for pair in names if pair[0].casefold() not in (live.keys() | own | moves.keys())
    )
    return OldAddresses(tuple(moves.values()), removed, taken, homes)


def _from_slugs(plan: LocalePlan, old: Iterable[OldSlug]) -> Iterator[Move]:
    for each in old:
        page = plan.pages.get(each.owner.id)
        slug = clean_slug(each.slug)
        above = _folder(plan, each.parent_id)
        if each.locale != plan.locale.tag or page is None or above is None or not slug:
            continue
        if page.ref.kind is Kind.ARTICLE:
            yield Move(f"{above}{slug}.html", page)
        else:
            start = len(page.folder)
            for below in _below(plan, page):
                yield Move(f"{above}{slug}/{below.address[start:]}", below)


def _removed(
    site: SitePlan,
    plan: LocalePlan,
    gone: ReleasedAddress,
    live: Mapping[str, PageSpec],
    moves: Mapping[str, Move],
) -> Removed:
    folder = gone.address.removesuffix(f"/{INDEX}").rpartition("/")[0]
    category = None
    while category is None and folder and f"{folder}/" != plan.folder:
        key = f"{folder}/{INDEX}".casefold()
        category = live.get(key) or (moves[key].page if key in moves else None)
        folder = folder.rpartition("/")[0]
    elsewhere = tuple(
        (other, other.pages[gone.owner.id])
        for other in site.locales
        if other.locale.tag != gone.locale and gone.owner.id in other.pages
    )
    return Removed(gone.address, category, elsewhere)


def _folder(plan: LocalePlan, category_id: str | None) -> str | None:
    """Where the pages of a category lie; None when it is no longer there."""
    if category_id is None:
        return plan.folder
    category = plan.pages.get(category_id)
    return category.folder if category else None


def _below(plan: LocalePlan, category: PageSpec) -> Iterator[PageSpec]:
    """A category and all pages in it, at any depth."""
    yield category
    for article in plan.articles.get(category.ref.id, ()):
        yield plan.pages[article]
    for child in plan.categories.get(category.ref.id, ()):
        yield from _below(plan, plan.pages[child])
