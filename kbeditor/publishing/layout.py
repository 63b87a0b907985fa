"""Laying out the pages of one locale: from the plan and a text to finished HTML."""

import re
from collections.abc import Iterable
from itertools import chain, islice

from markupsafe import Markup

from kbeditor.domain.rendered import Heading, Rendered
from kbeditor.domain.source import Page
from kbeditor.publishing.addresses import (
    INDEX,
    NOT_FOUND,
    SEARCH_PAGE,
    as_url,
    public_url,
    to_root,
)
from kbeditor.publishing.chrome import ChromeMaker
from kbeditor.publishing.heads import Heads
from kbeditor.publishing.helpful import MOST as MOST_HELPFUL
from kbeditor.publishing.machines import Alternates, is_own
from kbeditor.publishing.navigation import Navigator, PageLink, page_link
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan
from kbeditor.publishing.redirects import Removed
from kbeditor.publishing.related import Related
from kbeditor.publishing.side_tree import SideTrees, Tree
from kbeditor.publishing.theme import Theme
from kbeditor.publishing.views import (
    Around,
    ArticleView,
    Card,
    CategoryView,
    Content,
    Entry,
    Frame,
    Head,
    HomeView,
    LanguageLink,
)
from kbeditor.publishing.words import Words, babel_locale

GUIDE = "guide"
"""A category at the top with this label stands apart on the first page, for those who are new."""

_NO_TREE = Markup()
_BLANKS = re.compile(r"[ \t\r\n]+")  # no-break spaces stay
_DESCRIPTION = 200
_CARD = 140
_NAMED = 5


class Layout:
    """Makes the pages of one locale."""

    def __init__(
        self,
        theme: Theme,
        site: SitePlan,
        plan: LocalePlan,
        words: Words,
        alternates: Alternates,
    ) -> None:
        self._site = site
        self._plan = plan
        self._words = words
        self._alternates = alternates
        self._locale = plan.locale
        self.navigator = Navigator(
            plan, {tag: locale.direction for tag, locale in site.known.items()}
        )
        self._theme = theme
        self._heads = Heads(site, plan, words, alternates)
        self._related = Related(plan, site.links)
        self.chrome = ChromeMaker(theme, site, plan, words)
        self._trees = SideTrees(theme, plan, self.navigator, words)

    def home(
        self, promoted: Iterable[PageLink], articles: Iterable[Entry], cards: Iterable[Card]
    ) -> str:
        """The locale's first page."""
        root = to_root(self._plan.home)
        tag = self._locale.tag
        frame = self._frame(self._heads.home(), root, self._languages(None, root, INDEX))
        cards = tuple(cards)
        helpful = (each for each in self._site.helpful.get(tag, ()) if each in self._plan.pages)
        view = HomeView(
            tuple(card for card in cards if card.steps),
            tuple(card for card in cards if not card.steps),
            tuple(promoted),
            self.navigator.links(tuple(islice(helpful, MOST_HELPFUL)), root),
            tuple(articles),
        )
        return self._render("home", frame=frame, view=view)

    def category(
        self,
        page: PageSpec,
        text: Page | None,
        rendered: Rendered | None,
        html: str,
        cards: Iterable[Card],
        articles: Iterable[Entry],
    ) -> str:
        """A category's page; `text` and `rendered` None where it has nothing but a name."""
        values = self.category_values(page, text, rendered, html, cards, articles)
        return self._render("category", **values)

    def category_values(
        self,
        page: PageSpec,
        text: Page | None,
        rendered: Rendered | None,
        html: str,
        cards: Iterable[Card],
        articles: Iterable[Entry],
    ) -> dict[str, object]:
        """All that a category's page shows: what its template is given."""
        root = to_root(page.address)
        summary = "" if text is None else text.summary
        entries = tuple(articles)
        view = CategoryView(
            page.title,
            summary,
            self._content(page, html),
            self.navigator.crumbs(page, root),
            page.title_locale != self._locale.tag,
            tuple(cards),
            entries,
        )
        head = self._heads.category(page, described(summary, rendered), html, entries)
        tree = self._trees.at(page, root).for_page(page, root)
        frame = self._frame(head, root, self._languages(page, root), tree)
        return {"frame": frame, "view": view}

    def around(self, page: PageSpec) -> Around:
        """What an article's page shows besides its text."""
        root = to_root(page.address)
        before, after = self.navigator.neighbours(page, root)
        own = is_own(self._plan, page)
        head, trail = self._heads.article(page)
        assert page.shown is not None
        return Around(
            head=head,
            languages=self._languages(page, root),
            tree=self._tree(page, root).digest,
            trail=trail,
            crumbs=self.navigator.crumbs(page, root),
            labels=page.labels,
            fallback_language="" if own else self._name_of(page.shown.locale),
            stale=page.shown.stale,
            original=self._original(page, root),
            related=self.navigator.links(self._related.of(page), root),
            before=before,
            after=after,
        )

    def article(
        self, page: PageSpec, around: Around, text: Page, rendered: Rendered, html: str
    ) -> str:
        """An article's page: its text with what stands around it, and nothing else."""
        root = to_root(page.address)
        view = ArticleView(
            id=page.ref.id,
            title=page.title,
            summary=text.summary,
            content=self._content(page, html),
            crumbs=around.crumbs,
            contents=_contents(rendered.toc),
            labels=around.labels,
            updated=self._words.date(text.updated_at),
            updated_iso=text.updated_at[:10],
            revision=text.revision or "",
            fallback_language=around.fallback_language,
            stale=around.stale,
            original=around.original,
            related=around.related,
            before=around.before,
            after=around.after,
        )
        head = self._heads.with_text(
            around.head,
            around.trail,
            page,
            described(text.summary, rendered),
            view.updated_iso,
            html,
        )
        tree = self._tree(page, root).for_page(page, root)
        frame = self._frame(head, root, around.languages, tree)
        return self._render("article", frame=frame, view=view)

    def search(self) -> str:
        """The page with all results of a search."""
        root = to_root(self._plan.home)
        head = self._heads.unlisted(self._words["search_title"])
        frame = self._frame(head, root, self._languages(None, root, SEARCH_PAGE))
        return self._render("search", frame=frame)

    def not_found(self, address: str) -> str:
        """What a server shows for an address that does not exist, at whatever depth."""
        base = self._site.base_url
        root = f"{base}/" if base else to_root(address)
        head = self._heads.unlisted(self._words["not_found_title"])
        frame = self._frame(head, root, self._languages(None, root, NOT_FOUND))
        return self._render("not_found", frame=frame)

    def moved(self, address: str, page: PageSpec) -> str:
        """A small page at an old address."""
        link = self.navigator.link(page, to_root(address))
        canonical = self._alternates.canonical(self._plan, page)
        return self._render("moved", link=link, canonical=canonical, root=to_root(address))

    def moved_own(self, address: str, now: str) -> str:
        """The same for a page of our own: the locale's home, its search."""
        root, base = to_root(address), self._site.base_url
        link = page_link(self._site.name, root + as_url(now))
        canonical = public_url(base, now) if base else None
        return self._render("moved", link=link, canonical=canonical, root=root)

    def removed(self, gone: Removed) -> str:
        """What stands where a page was that is no longer part of the site."""
        root = to_root(gone.address)
        home = page_link(self._site.name, root + as_url(self._plan.home))
        link = home if gone.category is None else self.navigator.link(gone.category, root)
        elsewhere = [
            LanguageLink(
                page.title,
                it.locale.tag,
                it.locale.direction,
                root + as_url(page.address),
                False,
                True,
            )
            for it, page in gone.elsewhere
        ]
        return self._render("removed", link=link, elsewhere=elsewhere, root=root)

    def link(self, page: PageSpec, root: str) -> PageLink:
        """A link to a page."""
        return self.navigator.link(page, root)

    def card(self, page: PageSpec, summary: str, root: str) -> Card:
        """A category as a card. One that says nothing of itself names what lies in it."""
        count = self._words.count("articles", self._plan.counts[page.ref.id])
        lang = "" if page.shown is None or is_own(self._plan, page) else page.shown.locale
        steps: tuple[PageLink, ...] = ()
        if GUIDE in page.labels and page.parent is None:
            steps = self.navigator.links(self._plan.articles.get(page.ref.id, ()), root)
        return Card(
            self.navigator.link(page, root), summary or self._inside(page), lang, count, steps
        )

    def _inside(self, category: PageSpec) -> str:
        """The titles of what comes first in a category."""
        below = chain(
            self._plan.categories.get(category.ref.id, ()),
            self._plan.articles.get(category.ref.id, ()),
        )
        return short(" · ".join(self._plan.pages[each].title for each in islice(below, _NAMED)))

    def entry(self, page: PageSpec, summary: str, root: str) -> Entry:
        """An article as a line of a list."""
        return Entry(self.navigator.link(page, root), summary)

    def _render(self, name: str, **values: object) -> str:
        shared = {"w": self._words, "locale": self._locale, "site": self._site}
        return self._theme.render(name, {**shared, **values})

    def _frame(
        self, head: Head, root: str, languages: tuple[LanguageLink, ...], tree: Markup = _NO_TREE
    ) -> Frame:
        return Frame(head, root, self.chrome.at(root), languages, tree)

    def _content(self, page: PageSpec, html: str) -> Content:
        if page.shown is None or is_own(self._plan, page):
            return Content(Markup(html), "", "")
        tag = page.shown.locale
        return Content(Markup(html), tag, self._site.direction(tag))

    def _original(self, page: PageSpec, root: str) -> PageLink | None:
        """Where the source of a stale translation is."""
        if page.shown is None or not page.shown.stale:
            return None
        for plan in self._site.locales:
            original = plan.pages.get(page.ref.id)
            if plan.locale.tag == self._site.source_locale and original is not None:
                return page_link(original.title, root + as_url(original.address))
        return None

    def _name_of(self, tag: str) -> str:
        """What a language is called in this locale's language, or else in its own."""
        name = babel_locale(tag).get_display_name(babel_locale(self._locale.tag))
        return name or self._site.known[tag].name

    def _tree(self, page: PageSpec, root: str) -> Tree:
        """The side tree of an article's page."""
        return self._trees.at(self._plan.pages[page.parent] if page.parent else None, root)

    def _languages(
        self, page: PageSpec | None, root: str, own_page: str = ""
    ) -> tuple[LanguageLink, ...]:
        """The same page in each locale; where a locale lacks it, the nearest category it has."""
        if len(self._site.locales) == 1:
            return ()
        return tuple(self._language(plan, page, root, own_page) for plan in self._site.locales)

    def _language(
        self, plan: LocalePlan, page: PageSpec | None, root: str, own_page: str
    ) -> LanguageLink:
        locale = plan.locale
        address = plan.home.removesuffix(INDEX) + own_page if own_page else plan.home
        elsewhere = False
        if page is not None:
            there = plan.pages.get(page.ref.id)
            if there is None:
                elsewhere = True
                ways = (each.ref.id for each in reversed(self._plan.path(page)))
                there = next((plan.pages[each] for each in ways if each in plan.pages), None)
            address = there.address if there else plan.home
        current = locale.tag == self._locale.tag
        return LanguageLink(
            locale.name, locale.tag, locale.direction, root + as_url(address), current, elsewhere
        )


def short(text: str, longest: int = _CARD) -> str:
    """The beginning of a plain text, cut between words."""
    text = _BLANKS.sub(" ", text[: longest * 3]).strip()
    if len(text) <= longest:
        return text
    cut = text[:longest].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:.…')}…"


def described(summary: str, rendered: Rendered | None) -> str:
    """What a page is about in some words: its summary, else its beginning."""
    return short(summary or (rendered.plain if rendered else ""), _DESCRIPTION)


def _contents(toc: Iterable[Heading]) -> tuple[Heading, ...]:
    """The headings worth listing: two levels, and only when there is more than one."""
    listed = tuple(heading for heading in toc if heading.level in (2, 3))
    return listed if len(listed) > 1 else ()
