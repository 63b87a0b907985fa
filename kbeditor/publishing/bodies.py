"""The text of a page with its links resolved, and what is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kbeditor.domain.rendered import Rendered, Target
from kbeditor.domain.source import Page
from kbeditor.publishing.addresses import as_url, to_root
from kbeditor.publishing.assets import Assets
from kbeditor.publishing.content import page_body
from kbeditor.publishing.for_programs import page_markdown
from kbeditor.publishing.machines import is_own
from kbeditor.publishing.manifest import Broken
from kbeditor.publishing.plan import LocalePlan, PageSpec
from kbeditor.publishing.reporting import Reporter


@dataclass(frozen=True, slots=True)
class Body:
    """A page's HTML; `links` are the ids that it points to, in order."""

    html: str
    links: tuple[str, ...]
    broken: tuple[Broken, ...]


NO_BODY = Body("", (), ())


class Bodies:
    """Makes the bodies of one locale's pages."""

    def __init__(self, plan: LocalePlan, assets: Assets, heading_link: str) -> None:
        self._plan = plan
        self._assets = assets
        self._heading_link = heading_link

    def make(self, page: PageSpec, rendered: Rendered) -> Body:
        """The stored HTML with links for this page."""
        root = to_root(page.address)
        assert page.shown is not None
        text_locale = page.shown.locale
        alternatives: dict[str, str] = {}
        links: set[str] = set()

        def lookup(target_id: str, fragment: str, picture: bool) -> Target | None:
            links.add(target_id)
            target = None if picture else self._plan.pages.get(target_id)
            if target is not None:
                return Target(root + as_url(target.address), target.title)
            asset = self._assets.use(target_id, text_locale)
            if asset is None:
                return None
            address = root + asset.address
            alternatives[address] = self._assets.alternative(target_id, text_locale)
            record = asset.attachment
            return Target(address, record.name, record.width, record.height)

        html, missing = page_body(rendered.html, lookup, alternatives, self._heading_link)
        broken = _broken(rendered, missing) if is_own(self._plan, page) else ()
        return Body(html, tuple(sorted(links)), broken)

    def markdown(self, page: PageSpec, text: Page) -> str:
        """A page's Markdown with addresses instead of ids."""
        root = to_root(page.address)
        locale = self._plan.locale.tag

        def lookup(target_id: str) -> str | None:
            target = self._plan.pages.get(target_id)
            if target is not None:
                return root + as_url(target.address)
            asset = self._assets.use(target_id, locale)
            return root + asset.address if asset else None

        return page_markdown(page, text, lookup)

    def leads_to(self, page: PageSpec, links: Iterable[str]) -> list[object]:
        """What the links of a page lead to now: part of its fingerprint; pictures are taken in."""
        locale = page.shown.locale if page.shown else ""
        found: list[object] = []
        for target_id in links:
            target = self._plan.pages.get(target_id)
            if target is not None:
                found.append((target_id, target.address, target.title))
            else:
                found.append((target_id, *self._asset(target_id, locale)))
        return found

    def _asset(self, target_id: str, locale: str) -> tuple[object, ...]:
        asset = self._assets.use(target_id, locale)
        if asset is None:
            return ()
        record = asset.attachment
        words = self._assets.alternative(target_id, locale)
        return (asset.address, record.name, record.width, record.height, words)


def _broken(rendered: Rendered, missing_ids: Iterable[str]) -> tuple[Broken, ...]:
    found: list[Broken] = []
    if 'class="kb-plain"' in rendered.html:
        found.append(Broken("plain", "", 0))
    missing = set(missing_ids)
    for link in rendered.links:
        if link.target.startswith("data:"):
            continue
        if link.target in missing:
            what = "picture" if link.kind == "picture" else "link"
            found.append(Broken(what, link.target, link.line))
        elif link.kind == "relative" or (link.kind == "picture" and "." in link.target):
            found.append(Broken("relative_link", link.target, link.line))
    return tuple(found)


def report_broken(reporter: Reporter, place: str, broken: Iterable[Broken]) -> None:
    """Tell what is wrong with a page, laid out now or in an earlier build."""
    for each in broken:
        if each.what == "plain":
            reporter.plain(place)
        else:
            reporter.broken(each.what, place, each.target, each.line)
