"""What the pages of a locale tell machines in their heads: addresses, OpenGraph, JSON-LD."""

import re
from collections.abc import Iterable
from textwrap import shorten

from markupsafe import Markup

from kbeditor.publishing import structured
from kbeditor.publishing.addresses import as_url, public_url, to_root
from kbeditor.publishing.for_programs import markdown_address
from kbeditor.publishing.machines import Alternates, is_own
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan
from kbeditor.publishing.views import Entry, Head
from kbeditor.publishing.words import Words

MOST_LISTED = 160
"""Letters of a description made of titles: search engines show no more."""

_PICTURE = re.compile(r'<img [^>]*?src="([^"]+\.(?:png|jpe?g|gif|webp))"', re.I)


class Heads:
    """Makes the heads of one locale's pages."""

    def __init__(
        self, site: SitePlan, plan: LocalePlan, words: Words, alternates: Alternates
    ) -> None:
        self._site = site
        self._plan = plan
        self._words = words
        self._alternates = alternates
        self._tag = plan.locale.tag
        self._trails: dict[str | None, tuple[tuple[str, str], ...]] = {}

    def unlisted(self, title: str) -> Head:
        """Of a page that is nothing to be found: search, 404."""
        return Head(title, "", "", (), "website", False)

    def home(self) -> Head:
        """Of the first page."""
        url = self._public(self._plan.home)
        data = structured.site_data(self._site.name, url, self._tag) if url else Markup()
        return Head(
            self._site.name,
            self._words["hero_title"],
            url,
            self._alternates.of_homes(),
            "website",
            True,
            data,
        )

    def category(
        self, page: PageSpec, description: str, html: str, entries: Iterable[Entry]
    ) -> Head:
        """Of a category; `entries` are the articles that its page lists."""
        head = self._of(page, description or self._listed(page), "website")
        if not head.canonical:
            return head
        data = Markup()
        if is_own(self._plan, page):
            asked = [(each.link.title, each.summary) for each in entries if each.summary]
            questions = asked if structured.QUESTIONS in page.labels else []
            data = structured.category_data(self._trail(page), self._tag, questions)
        return head._replace(structured=data, image=self._image(page, html))

    def _listed(self, page: PageSpec) -> str:
        """What lies in a category, for one that says nothing of itself."""
        under = self._plan.categories.get(page.ref.id, ()), self._plan.articles.get(page.ref.id, ())
        words = " · ".join(self._plan.pages[each].title for ids in under for each in ids)
        return shorten(words[: MOST_LISTED * 4], MOST_LISTED, placeholder=" …")

    def article(self, page: PageSpec) -> tuple[Head, tuple[tuple[str, str], ...]]:
        """Of an article, without what its text says; and its trail for `with_text`."""
        head = self._of(page, "", "article")
        trail = self._trail(page) if head.canonical and is_own(self._plan, page) else ()
        return head, trail

    def with_text(
        self,
        head: Head,
        trail: structured.Trail,
        page: PageSpec,
        description: str,
        updated: str,
        html: str,
    ) -> Head:
        """An article's head with what its text says; `updated` is a day."""
        image = self._image(page, html) if head.canonical else ""
        data = Markup()
        if trail:
            data = structured.article_data(
                trail, self._tag, description, updated, self._site.name, image
            )
        return head._replace(description=description, image=image, structured=data)

    def _of(self, page: PageSpec, description: str, kind: str) -> Head:
        canonical = self._alternates.canonical(self._plan, page)
        own = is_own(self._plan, page)
        alternates = self._alternates.of(page.ref.id) if own else ()
        beside = markdown_address(page) if self._site.markdown and own else ""
        return Head(
            page.title,
            description,
            canonical,
            alternates,
            kind,
            True,
            markdown=as_url(beside.rpartition("/")[2]),
        )

    def _image(self, page: PageSpec, html: str) -> str:
        """The public address of the first picture that can be shown elsewhere; "" without one."""
        root = to_root(page.address)
        found = _PICTURE.search(html) if "<img" in html else None
        if found is None or not found[1].startswith(f"{root}assets/"):
            return ""
        return f"{self._site.base_url}/{found[1][len(root) :]}"

    def _trail(self, page: PageSpec) -> tuple[tuple[str, str], ...]:
        """Titles and public addresses from the first page to this one."""
        return (*self._way(page.parent), (page.title, self._public(page.address)))

    def _way(self, category: str | None) -> tuple[tuple[str, str], ...]:
        """The same down to a category; None: the first page alone."""
        if category not in self._trails:
            if category is None:
                way: tuple[tuple[str, str], ...] = (
                    (self._words["home"], self._public(self._plan.home)),
                )
            else:
                way = self._trail(self._plan.pages[category])
            self._trails[category] = way
        return self._trails[category]

    def _public(self, address: str) -> str:
        return public_url(self._site.base_url, address) if self._site.base_url else ""
