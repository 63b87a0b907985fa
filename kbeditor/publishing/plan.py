"""What the site consists of: for each locale its tree of pages, their titles and addresses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from kbeditor.domain.records import Article, Category, Kind, Locale, Ref, TextHead
from kbeditor.domain.site import SiteOptions, SlugScript
from kbeditor.domain.source import LibrarySource
from kbeditor.domain.states import State
from kbeditor.publishing.addresses import INDEX, OWN_FOLDERS, OWN_PAGES, slug_of, unique, was_made
from kbeditor.publishing.choice import (
    Heads,
    Shown,
    chains,
    first_shown,
    heads_by_owner,
    public_base,
)
from kbeditor.publishing.helpful import most_helpful
from kbeditor.publishing.reporting import Reporter

_NAMELESS = "…"


class PageSpec(NamedTuple):
    """One page of one locale. `parent` is the id of the category it lies in.

    `title_locale` differs from the page's locale where a fallback is shown. `shown` None: a
    category that has nothing but a name.
    """

    ref: Ref
    address: str  # from the site's root: "fr/commandes/suivre.html"
    title: str
    title_locale: str
    parent: str | None
    labels: tuple[str, ...]
    promoted: bool
    shown: Shown | None

    @property
    def folder(self) -> str:
        """Where it lies, with a slash at the end; of a category: its own folder."""
        return self.address[: self.address.rfind("/") + 1]


@dataclass(frozen=True, slots=True)
class LocalePlan:
    """All pages of one locale. `categories` and `articles` are ids in order, by parent.

    `reading` holds the articles as one who reads everything meets them; `counts` the articles
    in a category and below. `folder` is where they lie, with a slash at its end; "" is the root.
    """

    locale: Locale
    folder: str
    pages: Mapping[str, PageSpec]
    categories: Mapping[str | None, tuple[str, ...]]
    articles: Mapping[str | None, tuple[str, ...]]
    reading: tuple[str, ...]
    counts: Mapping[str, int]

    @property
    def home(self) -> str:
        """The address of the locale's first page."""
        return f"{self.folder}{INDEX}"

    def path(self, page: PageSpec) -> tuple[PageSpec, ...]:
        """The categories that a page lies in, from the top."""
        found: list[PageSpec] = []
        parent = page.parent
        while parent is not None:
            found.append(self.pages[parent])
            parent = self.pages[parent].parent
        return tuple(reversed(found))

    def folders(self, parent: str | None = None) -> Iterator[str | None]:
        """Categories in reading order, children before their parent; None (the top) last."""
        for child in self.categories.get(parent, ()):
            yield from self.folders(child)
        yield parent


@dataclass(frozen=True, slots=True)
class SitePlan:
    """The whole site: one plan per locale, the library's source (or else the first) first."""

    name: str
    library_id: str
    base_url: str  # without a slash at the end; "" where none was given
    source_locale: str
    locales: tuple[LocalePlan, ...]
    known: Mapping[str, Locale]  # every locale of the library, by tag
    links: Mapping[int, tuple[str, ...]] = field(default_factory=dict)  # ids, by text
    markdown: bool = False  # whether each page's Markdown lies beside it
    helpful: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # ids by locale, best first

    def direction(self, tag: str) -> str:
        """ "ltr" or "rtl" of a locale of the library."""
        return self.known[tag].direction


class Planner:
    """Reads the library's skeleton once and plans each locale from it."""

    def __init__(self, source: LibrarySource, options: SiteOptions, reporter: Reporter) -> None:
        library = source.library()
        locales = source.locales()
        self._source_locale = library.source_locale
        self._options = options
        self._reporter = reporter
        self._order = tuple(locale.tag for locale in locales)
        self._chains = chains(locales, library.source_locale)
        self._heads: Heads = heads_by_owner(source.heads())
        self._categories: dict[str | None, list[Category]] = {}
        for category in source.categories():
            self._categories.setdefault(category.parent_id, []).append(category)
        self._articles: dict[str | None, list[Article]] = {}
        for article in source.articles():
            self._articles.setdefault(article.category_id, []).append(article)
        self._live_titles = _live_titles(source, self._heads)

    def plan(self, locale: Locale, folder: str) -> LocalePlan:
        """The pages of one locale, in a folder of the site ("" or with a slash at its end)."""
        draft = _Draft()
        self._add_folder(locale, draft, None, folder)
        return LocalePlan(
            locale,
            folder,
            draft.pages,
            draft.categories,
            draft.articles,
            tuple(draft.reading),
            draft.counts,
        )

    def _add_folder(self, locale: Locale, draft: "_Draft", parent: str | None, folder: str) -> int:
        """Add what lies in a category (None: the top); returns how many articles, all below too."""
        # Categories at the root must leave the locales' and our own folders alone.
        taken = {name.casefold() for name in (*OWN_FOLDERS, *self._order)} if not folder else set()
        children: list[str] = []
        count = 0
        for category in self._categories.get(parent, ()):
            if not self._kept(locale, category):
                continue
            page = self._category_page(locale, category, folder, taken)
            draft.pages[category.id] = page
            children.append(category.id)
            below = self._add_folder(locale, draft, category.id, page.folder)
            draft.counts[category.id] = below
            count += below
        draft.categories[parent] = tuple(children)
        pages = self._article_pages(locale, parent, folder)
        draft.pages.update((page.ref.id, page) for page in pages)
        draft.articles[parent] = tuple(page.ref.id for page in pages)
        draft.reading.extend(draft.articles[parent])
        return count + len(pages)

    def _shown(self, ref: Ref, locale: Locale) -> Shown | None:
        chain = self._chains[locale.tag] if self._options.fallback else (locale.tag,)
        options = self._options
        heads = self._heads.get(ref, {})
        return first_shown(heads, chain, options.least_state, options.stale_notice)

    def _slug(self, slug: str, title: str, other: str) -> str:
        if self._options.slugs is SlugScript.LATIN:
            return slug_of(slug, title, other)
        # The library gives each text a slug in Latin letters; one that somebody chose stays.
        return slug_of("" if was_made(slug, title) else slug, title, other, latin=False)

    def _kept(self, locale: Locale, category: Category) -> bool:
        """Whether a category has a place in this locale.

        Without fallback one whose articles are all missing here is left out; one that has no
        articles at all stays if it has a name here.
        """
        if self._options.fallback:
            return True
        in_library, here = self._count(locale, category.id)
        if here or in_library:
            return here > 0
        return locale.tag in self._heads.get(Ref(Kind.CATEGORY, category.id), {})

    def _count(self, locale: Locale, category_id: str) -> tuple[int, int]:
        """Articles in a category and below: in the whole library, and shown in this locale."""
        in_library = here = 0
        for article in self._articles.get(category_id, ()):
            in_library += 1
            here += self._shown(Ref(Kind.ARTICLE, article.id), locale) is not None
        for category in self._categories.get(category_id, ()):
            deeper = self._count(locale, category.id)
            in_library, here = in_library + deeper[0], here + deeper[1]
        return in_library, here

    def _category_page(
        self, locale: Locale, category: Category, folder: str, taken: set[str]
    ) -> PageSpec:
        ref = Ref(Kind.CATEGORY, category.id)
        shown = self._shown(ref, locale)
        head = self._naming_head(ref, locale, shown)
        title = _NAMELESS if head is None else self._title(head, shown)
        title_locale = locale.tag if head is None else head.locale
        if title_locale != locale.tag or head is None:
            self._reporter.category_name_missing(title, locale.tag)
        slug = unique(self._slug(head.slug if head else "", title, category.id), taken)
        taken.add(slug.casefold())
        address = f"{folder}{slug}/{INDEX}"
        return PageSpec(
            ref, address, title, title_locale, category.parent_id, category.labels, False, shown
        )

    def _naming_head(self, ref: Ref, locale: Locale, shown: Shown | None) -> TextHead | None:
        """The text that names a category: a tree needs a name, even one from a draft."""
        heads = self._heads.get(ref, {})
        if shown is not None:
            return heads[shown.locale]
        for tag in (*self._chains[locale.tag], *self._order):
            if tag in heads and heads[tag].title:
                return heads[tag]
        return None

    def _article_pages(self, locale: Locale, parent: str | None, folder: str) -> list[PageSpec]:
        """The articles of one category that are shown; the locale's own get their slugs first."""
        shown = {
            article.id: (article, shown, self._heads[ref][shown.locale])
            for article in self._articles.get(parent, ())
            for ref in (Ref(Kind.ARTICLE, article.id),)
            if (shown := self._shown(ref, locale)) is not None
        }
        reserved = {
            name.removesuffix(".html") for name in (OWN_PAGES if parent is None else (INDEX,))
        }
        taken: set[str] = set()
        slugs: dict[str, str] = {}
        for own in (True, False):
            for article, text, head in shown.values():
                if (text.locale == locale.tag) is not own:
                    continue
                wanted = self._slug(head.slug, head.title, article.id)
                slugs[article.id] = unique(wanted, taken, reserved)
                taken.add(slugs[article.id].casefold())
                if own and slugs[article.id] != wanted:
                    self._reporter.slug_changed(head.title, locale.tag, slugs[article.id])
        return [
            PageSpec(
                Ref(Kind.ARTICLE, article.id),
                f"{folder}{slugs[article.id]}.html",
                self._title(head, text),
                head.locale,
                parent,
                article.labels,
                article.promoted,
                text,
            )
            for article, text, head in shown.values()
        ]

    def _title(self, head: TextHead, shown: Shown | None) -> str:
        live = shown is not None and shown.live
        return (self._live_titles.get(head.id) if live else None) or head.title or _NAMELESS


class _Draft:
    """A locale's plan while it grows."""

    def __init__(self) -> None:
        self.pages: dict[str, PageSpec] = {}
        self.categories: dict[str | None, tuple[str, ...]] = {}
        self.articles: dict[str | None, tuple[str, ...]] = {}
        self.reading: list[str] = []
        self.counts: dict[str, int] = {}


def _live_titles(source: LibrarySource, heads: Heads) -> dict[int, str]:
    """Published titles of texts whose working text has moved on since."""
    wanted = [
        (head.id, True)
        for by_locale in heads.values()
        for head in by_locale.values()
        if head.published is not None and head.state is not State.PUBLISHED
    ]
    return {text_id: page.title for text_id, page in source.pages(wanted)} if wanted else {}


def _links(source: LibrarySource) -> dict[int, tuple[str, ...]]:
    """The ids that each text points to."""
    return {
        text_id: tuple(target for _, target in pairs)
        for text_id, pairs in groupby(source.links(), key=itemgetter(0))
    }


def plan_site(
    source: LibrarySource, locales: Sequence[Locale], options: SiteOptions, reporter: Reporter
) -> SitePlan:
    """Plan the pages of all chosen locales."""
    base_url = public_base(options.base_url)
    planner = Planner(source, options, reporter)
    plans = tuple(
        planner.plan(locale, "" if options.source_at_root and not place else f"{locale.tag}/")
        for place, locale in enumerate(locales)
    )
    return site_plan(source, plans, options, base_url)


def site_plan(
    source: LibrarySource, plans: tuple[LocalePlan, ...], options: SiteOptions, base_url: str
) -> SitePlan:
    """The whole site from the plans of its locales."""
    library = source.library()
    return SitePlan(
        name=library.name,
        library_id=library.id,
        base_url=base_url,
        source_locale=library.source_locale,
        locales=plans,
        known={locale.tag: locale for locale in source.locales()},
        links=_links(source),
        markdown=options.markdown,
        helpful=most_helpful(options.votes),
    )
