"""Ways through a locale's pages: the side tree, the path to a page, previous and next."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from kbeditor.domain.records import Kind
from kbeditor.publishing.addresses import as_url
from kbeditor.publishing.plan import LocalePlan, PageSpec


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page. `lang` and `direction` are "" when they are the page's own."""

    title: str
    href: str
    lang: str = ""
    direction: str = ""

    @property
    def words(self) -> Markup:
        """The title as HTML, marked with its language where that is another."""
        title = escape(self.title)
        if not self.lang:
            return title
        direction = f' dir="{escape(self.direction)}"' if self.direction else ""
        return Markup(f'<span lang="{escape(self.lang)}"{direction}>{title}</span>')


@dataclass(frozen=True, slots=True)
class Branch:
    """A category in the side tree; only those on the way to the page are `open`, with content."""

    link: PageLink
    open: bool
    branches: tuple["Branch", ...] = ()
    articles: tuple[PageLink, ...] = ()


class Navigator:
    """Answers where a page stands among the others of its locale."""

    def __init__(self, plan: LocalePlan, directions: dict[str, str]) -> None:
        self._plan = plan
        self._directions = directions
        self._place = {page_id: number for number, page_id in enumerate(plan.reading)}

    def link(self, page: PageSpec, root: str) -> PageLink:
        """A link to a page; `root` leads from the page that holds it to the site's root."""
        href = root + as_url(page.address)
        if page.title_locale == self._plan.locale.tag:
            return PageLink(page.title, href)
        direction = self._directions[page.title_locale]
        own = self._plan.locale.direction
        return PageLink(page.title, href, page.title_locale, "" if direction == own else direction)

    def links(self, ids: tuple[str, ...], root: str) -> tuple[PageLink, ...]:
        """Links to several pages."""
        return tuple(self.link(self._plan.pages[each], root) for each in ids)

    def tree(self, category: PageSpec | None, root: str) -> Branch:
        """The side tree for pages in a category (None: at the top); its own link is the home."""
        on_the_way = {category.ref.id} if category else set()
        if category is not None:
            on_the_way.update(each.ref.id for each in self._plan.path(category))
        home = PageLink("", root + as_url(self._plan.home))
        return self._branch(None, home, on_the_way, root)

    def _branch(
        self, category_id: str | None, link: PageLink, on_the_way: set[str], root: str
    ) -> Branch:
        branches = tuple(
            self._branch(child, self.link(self._plan.pages[child], root), on_the_way, root)
            if child in on_the_way
            else Branch(self.link(self._plan.pages[child], root), False)
            for child in self._plan.categories.get(category_id, ())
        )
        articles = self.links(self._plan.articles.get(category_id, ()), root)
        return Branch(link, True, branches, articles)

    def crumbs(self, page: PageSpec, root: str) -> tuple[PageLink, ...]:
        """The categories that a page lies in, from the top."""
        return tuple(self.link(each, root) for each in self._plan.path(page))

    def neighbours(self, page: PageSpec, root: str) -> tuple[PageLink | None, PageLink | None]:
        """The articles before and after one, in the order of the tree."""
        place = self._place[page.ref.id]
        reading = self._plan.reading
        before = reading[place - 1] if place else None
        after = reading[place + 1] if place + 1 < len(reading) else None
        return (
            self.link(self._plan.pages[before], root) if before else None,
            self.link(self._plan.pages[after], root) if after else None,
        )

    def promoted(self) -> Iterator[PageSpec]:
        """Articles that the first page shows, in order."""
        for page_id in self._plan.reading:
            page = self._plan.pages[page_id]
            if page.promoted and page.ref.kind is Kind.ARTICLE:
                yield page
