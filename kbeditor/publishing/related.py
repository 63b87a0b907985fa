"""Related articles: what links here or is linked, shares labels, or lies beside an article."""

from bisect import bisect_left
from collections.abc import Collection, Mapping
from functools import cached_property
from math import log2

from kbeditor.publishing.plan import LocalePlan, PageSpec

MOST = 4

_LINK = 3.0
_LABEL = 3.0  # for a label that only two articles have; less for more common ones
_SIBLING = 0.5
_NEAREST = 8  # of those with one label, and of one category: a huge one must not cost more


class Related:
    """Finds them article by article; the first time it sorts all articles by label and link."""

    def __init__(self, plan: LocalePlan, links: Mapping[int, Collection[str]]) -> None:
        """`links`: ids that texts point to, by the texts' ids."""
        self._plan = plan
        self._by_text = links

    @cached_property
    def _place(self) -> dict[str, int]:
        return {page_id: place for place, page_id in enumerate(self._plan.reading)}

    @cached_property
    def _labelled(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, page_id in enumerate(self._plan.reading):
            for label in self._plan.pages[page_id].labels:
                found.setdefault(label, []).append(place)
        return found

    @cached_property
    def _pointing(self) -> dict[str, list[str]]:
        """The articles that link to each id."""
        found: dict[str, list[str]] = {}
        pages, by_text = self._plan.pages, self._by_text
        for page_id in self._plan.reading:
            shown = pages[page_id].shown
            for target in by_text.get(shown.text_id, ()) if shown else ():
                found.setdefault(target, []).append(page_id)
        return found

    def _linked(self, page: PageSpec) -> set[str]:
        """The articles that an article links to, and those that link to it."""
        own = self._by_text.get(page.shown.text_id, ()) if page.shown else ()
        found = {*own, *self._pointing.get(page.ref.id, ())}
        return {each for each in found if each in self._place}

    def of(self, page: PageSpec) -> tuple[str, ...]:
        """Ids of the most related articles, best first; not the previous and the next one, which
        its page shows anyway."""
        place = self._place[page.ref.id]
        scores: dict[int, float] = {}
        for label in page.labels:
            holders = self._labelled[label]
            weight = _LABEL / (1 + log2(max(len(holders) - 1, 1)))
            for other in _nearest(holders, place):
                scores[other] = scores.get(other, 0.0) + weight
        for linked in self._linked(page):
            other = self._place[linked]
            scores[other] = scores.get(other, 0.0) + _LINK
        for other in self._beside(page):
            scores[other] = scores.get(other, 0.0) + _SIBLING
        for shown in (place - 1, place, place + 1):
            scores.pop(shown, None)
        best = sorted(scores, key=lambda other: (-scores[other], abs(other - place), other))
        return tuple(self._plan.reading[other] for other in best[:MOST])

    def _beside(self, page: PageSpec) -> list[int]:
        """The nearest articles of the same category; they follow one another in reading order."""
        siblings = self._plan.articles.get(page.parent, ())
        if not siblings:
            return []
        first = self._place[siblings[0]]
        return _nearest(range(first, first + len(siblings)), self._place[page.ref.id])


def _nearest(places: Collection[int] | range, place: int) -> list[int]:
    """Some of the sorted `places`, on both sides of `place`, without it."""
    ordered = places if isinstance(places, range | list) else list(places)
    middle = bisect_left(ordered, place)
    around = ordered[max(middle - _NEAREST, 0) : middle + _NEAREST + 1]
    return [other for other in around if other != place]
