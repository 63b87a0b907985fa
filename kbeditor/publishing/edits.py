"""What to lay out where nothing but texts changed since the last build: those, and what shows them.

Then the other pages, 20,000 perhaps, need not be looked at one by one: their files stay, and their
lines of the manifest are taken over as they are.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kbeditor.publishing.earlier import Earlier
from kbeditor.publishing.freshness import content_of
from kbeditor.publishing.memory import Shown
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan


@dataclass(slots=True)
class Edits:
    """`stale`: ids of the pages to lay out, by locale. `shown`: what the last build showed.

    `assets_lost`: pages no longer hold attachments that they held, so that other pages must be
    asked which of them are still wanted.
    """

    shown: Shown
    stale: Mapping[str, frozenset[str]]
    assets_lost: bool = field(default=False)

    def redated(
        self, site: SitePlan, updated: Mapping[str, str]
    ) -> Iterator[tuple[LocalePlan, PageSpec, str, str]]:
        """Pages whose time of change is another, with that of the last build and that of now.

        `updated` by address.
        """
        for plan in site.locales:
            if not self.stale[plan.locale.tag]:
                continue
            times = self.shown.updated[plan.locale.tag]
            for page, before in zip(plan.pages.values(), times, strict=True):
                now = updated.get(page.address, "")
                if now != before:
                    yield plan, page, before, now


def edits_since(earlier: Earlier | None, structure: str, site: SitePlan) -> Edits | None:
    """The edits; None where more changed, or the last build is not there as a whole."""
    if earlier is None or earlier.memory is None or earlier.shown is None:
        return None
    if earlier.memory.structure != structure or not earlier.whole:
        return None
    stale: dict[str, frozenset[str]] = {}
    for plan in site.locales:
        before = earlier.shown.contents.get(plan.locale.tag, ())
        if len(before) != len(plan.pages):
            return None
        stale[plan.locale.tag] = frozenset(_stale(plan, before))
    return Edits(earlier.shown, stale)


def _stale(plan: LocalePlan, before: Iterable[str]) -> Iterable[str]:
    """Pages whose text is another, and the categories that show how those begin."""
    for page, content in zip(plan.pages.values(), before, strict=True):
        if content_of(page) != content:
            yield page.ref.id
            if page.parent is not None:
                yield page.parent


def shown_now(site: SitePlan, updated: Mapping[str, str], assets: list[str]) -> Shown:
    """What this build shows; `updated` by address."""
    return Shown(
        {
            plan.locale.tag: [content_of(page) for page in plan.pages.values()]
            for plan in site.locales
        },
        {
            plan.locale.tag: [updated.get(page.address, "") for page in plan.pages.values()]
            for plan in site.locales
        },
        assets,
    )
