"""Ways through a locale's pages: the side tree, the path to a page, previous and next."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from kbeditor.domain.records import Kind
from kbeditor.publishing.addresses import as_url
from kbeditor.publishing.plan import LocalePlan, PageSpec


class PageLink(NamedTuple):
    """A link to a page. `lang` and `direction` are "" when they are the page's own.

    `words`: the title as HTML, marked with its language where that is another.
    """

    title: str
    href: str
    lang: str
    direction: str
    words: Markup


def page_link(title: str, href: str, lang: str = "", direction: str = "") -> PageLink:
    """A link with its words."""
    words = escape(title)
    if lang:
        marked = f' dir="{escape(direction)}"' if direction else ""
        words = Markup(f'<span lang="{escape(lang)}"{marked}>{words}</span>')
    return PageLink(title, href, lang, direction, words)


class Navigator:
    """Answers where a page stands among the others of its locale."""

    def __init__(self, plan: LocalePlan, directions: dict[str, str]) -> None:
        self._plan = plan
        self._directions = directions
        self._place = {page_id: number for number, page_id in enumerate(plan.reading)}
        self._links: dict[str, dict[str, PageLink]] = {}  # by root and page: most stand on several
        self._crumbs: dict[tuple[str, str], tuple[PageLink, ...]] = {}

    def link(self, page: PageSpec, root: str) -> PageLink:
        """A link to a page; `root` leads from the page that holds it to the site's root."""
        made = self._links.setdefault(root, {})
        page_id = page.ref.id
        link = made.get(page_id)
        if link is None:
            link = made[page_id] = self._link(page, root)
        return link

    def _link(self, page: PageSpec, root: str) -> PageLink:
        href = root + as_url(page.address)
        if page.title_locale == self._plan.locale.tag:
            return page_link(page.title, href)
        direction = self._directions[page.title_locale]
        own = self._plan.locale.direction
        return page_link(page.title, href, page.title_locale, "" if direction == own else direction)

    def links(self, ids: tuple[str, ...], root: str) -> tuple[PageLink, ...]:
        """Links to several pages."""
        return tuple(self.link(self._plan.pages[each], root) for each in ids)

    def crumbs(self, page: PageSpec, root: str) -> tuple[PageLink, ...]:
        """The categories that a page lies in, from the top."""
        if page.parent is None:
            return ()
        key = (root, page.parent)
        if key not in self._crumbs:
            parent = self._plan.pages[page.parent]
            self._crumbs[key] = (*self.crumbs(parent, root), self.link(parent, root))
        return self._crumbs[key]

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
