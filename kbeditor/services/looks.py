"""Trying a theme on before it is saved: what its accent becomes, and a small site in it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Article, Category, Kind, OldSlug, Ref, TextHead
from kbeditor.domain.site import ReleasedAddress, SiteOptions, SiteTheme, StaleNotice
from kbeditor.domain.states import State
from kbeditor.publishing.accent import shades
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.publishing.manifest import MANIFEST, read_manifest
from kbeditor.publishing.own_blocks import BLOCKS
from kbeditor.publishing.words import LAST_RESORT, load_words
from kbeditor.rendering.client import RenderPool
from kbeditor.rendering.pipeline import RENDERER_VERSION
from kbeditor.services.base import Service
from kbeditor.shipped import resources
from kbeditor.storage.reading import StoredSource

SITE = resources() / "site"
EACH = 4
"""So many articles of each category are in the small site."""
MOST = 12
"""So many of the category of the page that is looked at."""


class Pages(NamedTuple):
    """Where the pages to look at are in the small site; "" is its first page."""

    home: str
    category: str
    article: str


class Looks(Service):
    """Use cases of making a theme. Nothing of the library is changed."""

    def accent(self, accent: str) -> tuple[str, str, bool]:
        """The colour of text on light and on dark pages, and whether the first is another than
        asked for, which was too weak. Raises KbError `bad_accent`.
        """
        made = shades(accent)
        return (*made.accent, made.corrected)

    def blocks(self) -> tuple[str, ...]:
        """Names of the template blocks that a library may fill."""
        return tuple(BLOCKS)

    def words(self, tag: str) -> Mapping[str, str]:
        """The site's own words in a locale as they are shipped, by key."""
        keys = json.loads((SITE / "words" / f"{LAST_RESORT}.json").read_text(encoding="utf-8"))
        words = load_words(SITE / "words", tag)
        return {key: words[key] for key in keys}

    def build(
        self, theme: SiteTheme, ref: Ref | None, locale: str, folder: Path, progress: Progress
    ) -> Pages:
        """Build a small site with the page of `ref` (None: some article) in a theme.

        Raises KbError (the theme's: `bad_accent`, `bad_font`, `bad_template`), Cancelled.
        """
        locales = tuple(dict.fromkeys((self._source, locale)))
        options = SiteOptions(locales=locales, least_state=State.DRAFT, theme=theme)
        folder.parent.mkdir(parents=True, exist_ok=True)
        branch = _Branch(self._store.reading(), RENDERER_VERSION)
        branch.around = ref
        with branch, RenderPool() as pool:
            HtmlSite(SITE).build(branch, folder, options, pool.render_many, progress)
            shown = branch.shown
        pages = read_manifest((folder / MANIFEST).read_bytes()).pages
        found = {each.owner: address for address, each in pages.items() if each.locale == locale}
        article = found.get(shown, "") if shown is not None else ""
        above = article.rpartition("/")[0] + "/index.html"
        categories = [each for owner, each in found.items() if owner.kind is Kind.CATEGORY]
        category = above if above in pages else next(iter(categories), "")
        return Pages(f"{locale}/index.html", category, article)


class _Branch(StoredSource):
    """A library as if it held only what stands around one page: quick to lay out at any size."""

    around: Ref | None = None

    def state(self) -> str:
        """Around another page it is another library."""
        return f"{super().state()} {self.around}"

    def outline(self, notice: StaleNotice) -> str:
        """Small enough to be planned anew each time."""
        return ""

    @cached_property
    def shown(self) -> Ref | None:
        """The article that is looked at: this one, the first one of this category, or of all."""
        articles, ref = list(super().articles()), self.around
        of_category = (each for each in articles if ref and each.category_id == ref.id)
        this = (each for each in articles if ref and each.id == ref.id)
        chosen = next(this, None) or next(of_category, None) or next(iter(articles), None)
        return Ref(Kind.ARTICLE, chosen.id) if chosen is not None else None

    @cached_property
    def _parents(self) -> dict[str, str | None]:
        return {each.id: each.parent_id for each in super().categories()}

    @cached_property
    def _chain(self) -> frozenset[str]:
        """The categories above the article."""
        shown = self.shown
        here = next((each for each in super().articles() if shown and each.id == shown.id), None)
        found: set[str] = set()
        at = here.category_id if here is not None else None
        while at is not None:
            found.add(at)
            at = self._parents.get(at)
        return frozenset(found)

    @cached_property
    def _homes(self) -> dict[str, str | None]:
        """Where each article stands here: in the nearest category that is there."""
        there = {each.id for each in self.categories()}
        homes: dict[str, str | None] = {}
        for each in super().articles():
            at = each.category_id
            while at is not None and at not in there:
                at = self._parents.get(at)
            homes[each.id] = at
        return homes

    @cached_property
    def _kept(self) -> frozenset[str]:
        """Ids of the articles: some of each category, and those that the one shown leads to."""
        inside: dict[str | None, list[str]] = {}
        for article, home in self._homes.items():
            inside.setdefault(home, []).append(article)
        kept: set[str] = set()
        for home, articles in inside.items():
            kept.update(articles[: MOST if home in self._chain else EACH])
        if self.shown is not None:
            own = {head.id for head in super().heads() if head.owner == self.shown}
            kept.update(target for text_id, target in super().links() if text_id in own)
            kept.add(self.shown.id)
        return frozenset(kept)

    def categories(self) -> tuple[Category, ...]:
        """Those of the top, those above the article, and what is in these."""
        return tuple(
            each
            for each in super().categories()
            if each.parent_id is None or each.parent_id in self._chain
        )

    def articles(self) -> Iterator[Article]:
        """Those that are kept, each where it stands here."""
        for each in super().articles():
            if each.id in self._kept:
                yield replace(each, category_id=self._homes[each.id])

    def heads(self) -> Iterator[TextHead]:
        """Those of what is kept."""
        kept = self._kept | {each.id for each in self.categories()}
        return (head for head in super().heads() if head.owner.id in kept)

    def old_slugs(self) -> Iterator[OldSlug]:
        """None: nobody has an address of this site."""
        return iter(())

    def released_addresses(self, profile: str) -> Iterator[ReleasedAddress]:
        """None."""
        return iter(())
