"""What templates are given: plain records, nothing to look up and nothing to compute.

They are named tuples, of which a large site has a million: quick to make, and to take digests of.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from kbeditor.domain.rendered import Heading
from kbeditor.publishing.navigation import PageLink

_NOTHING = Markup()


class LanguageLink(NamedTuple):
    """One line of the language switcher. `elsewhere`: leads to another page than this one."""

    name: str
    tag: str
    direction: str
    href: str
    current: bool
    elsewhere: bool


class Head(NamedTuple):
    """What a page tells machines. Addresses are whole, "" where no public address was given.

    `alternates` are pairs of language tag and address.
    """

    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    kind: str  # OpenGraph: "website" or "article"
    indexed: bool
    structured: Markup = _NOTHING  # JSON-LD
    image: str = ""  # what is shown where the page is shared
    markdown: str = ""  # from this page to its Markdown


@dataclass(frozen=True, slots=True)
class Chrome:
    """What is the same on all pages of a locale at one depth: rendered once, as HTML.

    `home` and `search` are the addresses of the first and the search page. `key` stands for all
    the HTML: equal keys, equal chrome.
    """

    key: str
    home: str
    search: str
    head: Markup = field(repr=False)
    brand: Markup = field(repr=False)
    find: Markup = field(repr=False)
    theme: Markup = field(repr=False)
    footer: Markup = field(repr=False)
    dialog: Markup = field(repr=False)
    vote: Markup = field(repr=False)
    contact: Markup = field(repr=False)
    menu: Markup = field(repr=False)
    side_close: Markup = field(repr=False)
    language: Markup = field(repr=False)
    info: Markup = field(repr=False)
    alert: Markup = field(repr=False)


class Frame(NamedTuple):
    """What stands around every page. `root` leads to the site's root."""

    head: Head
    root: str
    chrome: Chrome
    languages: tuple[LanguageLink, ...]
    tree: Markup  # "" where the page has no side tree


class Card(NamedTuple):
    """A category on the first page or in its parent. `steps`: the articles of a guide, in order."""

    link: PageLink
    summary: str
    summary_lang: str
    count: str  # type: ignore[assignment]  # not the tuple's method
    steps: tuple[PageLink, ...] = ()


class Entry(NamedTuple):
    """An article in a list."""

    link: PageLink
    summary: str


class Content(NamedTuple):
    """A body with the language it is in; `lang` and `direction` are "" when the page's own."""

    html: Markup
    lang: str
    direction: str


class HomeView(NamedTuple):
    """The first page of a locale. `guides` are the categories for those who are new."""

    guides: tuple[Card, ...]
    cards: tuple[Card, ...]
    promoted: tuple[PageLink, ...]
    helpful: tuple[PageLink, ...]
    articles: tuple[Entry, ...]


class CategoryView(NamedTuple):
    """A category's page."""

    title: str
    summary: str
    content: Content
    crumbs: tuple[PageLink, ...]
    untranslated: bool
    cards: tuple[Card, ...]
    articles: tuple[Entry, ...]


class Around(NamedTuple):
    """What an article's page shows besides its text; its fingerprint is made from this.

    `head` lacks what comes from the text. `tree` is a digest of the side tree. `trail` are titles
    and public addresses from the first page to this one.
    """

    head: Head
    languages: tuple[LanguageLink, ...]
    tree: str
    trail: tuple[tuple[str, str], ...]
    crumbs: tuple[PageLink, ...]
    labels: tuple[str, ...]
    fallback_language: str
    stale: bool
    original: PageLink | None
    related: tuple[PageLink, ...]
    before: PageLink | None
    after: PageLink | None


class ArticleView(NamedTuple):
    """An article's page. `fallback_language` is "" when the article is in the page's language."""

    id: str
    title: str
    summary: str
    content: Content
    crumbs: tuple[PageLink, ...]
    contents: tuple[Heading, ...]
    labels: tuple[str, ...]
    updated: str
    updated_iso: str
    revision: str
    fallback_language: str
    stale: bool
    original: PageLink | None
    related: tuple[PageLink, ...]
    before: PageLink | None
    after: PageLink | None
