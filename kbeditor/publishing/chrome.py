"""What stands around the pages of a locale: bar, footer and search, rendered once per depth."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields

from jinja2 import Template
from markupsafe import Markup

from kbeditor.domain.errors import KbError
from kbeditor.domain.site import SiteLink
from kbeditor.publishing.addresses import INDEX, SEARCH_PAGE, as_url
from kbeditor.publishing.feeds import feed_address
from kbeditor.publishing.plan import LocalePlan, SitePlan
from kbeditor.publishing.theme import Theme
from kbeditor.publishing.views import Chrome
from kbeditor.publishing.words import Words

_PARTS = tuple(each.name for each in fields(Chrome) if not each.repr)
_PAGE = re.compile(r"kb:([A-Za-z0-9-]+)")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|/(?!/))[^\s<>\"\\]+", re.I)


@dataclass(frozen=True, slots=True)
class OwnLink:
    """A link of the theme. `inside`: `href` begins at the site's root."""

    title: str
    href: str
    inside: bool


class ChromeMaker:
    """Makes and keeps the chrome of one locale. `missing`: pages that the theme's links want."""

    def __init__(self, theme: Theme, site: SitePlan, plan: LocalePlan, words: Words) -> None:
        """Raises KbError `bad_link`."""
        self.missing: list[str] = []
        self._plan = plan
        self._made: dict[str, Chrome] = {}
        self._folder = plan.home.removesuffix(INDEX)
        self._template: Template = theme.environment.get_template("chrome.html")
        contact = (SiteLink(words["contact"], theme.look.contact),) if theme.look.contact else ()
        self._values = {
            "w": words,
            "locale": plan.locale,
            "site": site,
            "feed": feed_address(plan) if site.base_url else "",
            "header_links": self._links(theme.look.header_links),
            "footer_links": self._links(theme.look.footer_links),
            "contact_to": next(iter(self._links(contact)), None),
        }

    def at(self, root: str) -> Chrome:
        """The chrome for pages from which `root` leads to the site's root."""
        if root not in self._made:
            home = root + as_url(self._plan.home)
            search = root + as_url(self._folder + SEARCH_PAGE)
            module = self._template.make_module(
                {**self._values, "root": root, "home": home, "search": search}
            )
            made = [Markup(getattr(module, name)().strip()) for name in _PARTS]
            key = hashlib.sha256("\0".join((root, *made)).encode()).hexdigest()
            self._made[root] = Chrome(key, home, search, *made)
        return self._made[root]

    def _links(self, links: Iterable[SiteLink]) -> tuple[OwnLink, ...]:
        """The links of this locale; those for all where it has none of its own."""
        links = tuple(links)
        own = tuple(link for link in links if link.locale == self._plan.locale.tag)
        chosen = own or tuple(link for link in links if not link.locale)
        return tuple(made for link in chosen if (made := self._link(link)) is not None)

    def _link(self, link: SiteLink) -> OwnLink | None:
        page = _PAGE.fullmatch(link.href)
        if page is not None:
            found = self._plan.pages.get(page[1])
            if found is None:
                self.missing.append(link.href)
                return None
            return OwnLink(link.title or found.title, as_url(found.address), True)
        if not _ADDRESS.fullmatch(link.href):
            raise KbError(
                "bad_link",
                "“{address}” cannot be a link of the site. Write an address with https:// or"
                " mailto:, or kb: and the id of an article.",
                address=link.href,
            )
        return OwnLink(link.title, link.href, False)
