"""What is wrong with the pages of a release: found before anything is built."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kbeditor.domain.exchange import RenderMany
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Attachment, Kind, Ref, TextHead
from kbeditor.domain.releases import Gate, GateFinding, GateRules
from kbeditor.domain.rendered import ID_PREFIX, Link
from kbeditor.domain.source import LibrarySource
from kbeditor.publishing.machines import is_own
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan
from kbeditor.publishing.reading import Reading, batches, in_order, read

STEP = "checking_release"

_PICTURE = re.compile(r'<img (?=[^>]*?src="kb:(?P<id>[A-Za-z0-9-]+)")(?P<attributes>[^>]*)>')
_SAID = re.compile(r'(?:^| )alt="[^"]')


@dataclass(frozen=True, slots=True)
class _Fragment:
    """A link to a heading of another page."""

    page: PageSpec
    link: Link


class Inspection:
    """Looks through all pages of a plan, locale by locale."""

    def __init__(
        self, source: LibrarySource, plan: SitePlan, rules: GateRules, render: RenderMany
    ) -> None:
        self._source = source
        self._plan = plan
        self._rules = rules
        self._render = render
        self._attachments: Mapping[str, Attachment] = {
            each.id: each for each in source.attachments()
        }
        self._heads: dict[int, TextHead] = {head.id: head for head in source.heads()}

    def run(self, progress: Progress) -> tuple[GateFinding, ...]:
        """All findings, in the order of the pages; those that block first. Raises Cancelled."""
        found: list[GateFinding] = []
        total = sum(len(plan.pages) for plan in self._plan.locales)
        done = 0
        for plan in self._plan.locales:
            fragments: list[_Fragment] = []
            for batch in batches(in_order(plan)):
                progress.step(STEP, done, total)
                done += len(batch)
                readings = read(self._source, self._render, batch)
                for page in batch:
                    found += self._page(plan, page, readings.get(page.ref.id), fragments)
            found += self._headings(plan, fragments)
            found += self._untranslated(plan)
        progress.step(STEP, total, total)
        return tuple(sorted(found, key=lambda each: not each.blocks))

    def _page(
        self,
        plan: LocalePlan,
        page: PageSpec,
        reading: Reading | None,
        fragments: list[_Fragment],
    ) -> Iterator[GateFinding]:
        if page.ref.kind is Kind.CATEGORY and page.title_locale != plan.locale.tag:
            yield self._finding(Gate.UNTRANSLATED_CATEGORY, plan, page)
        if page.shown is None or reading is None or not is_own(plan, page):
            return  # a fallback is looked at where it is at home
        if not reading.text.title.strip():
            yield self._finding(Gate.EMPTY_TITLE, plan, page)
        if page.ref.kind is Kind.ARTICLE and not reading.text.body.strip():
            yield self._finding(Gate.EMPTY_PAGE, plan, page)
        yield from self._freshness(plan, page)
        yield from self._links(plan, page, reading, fragments)
        yield from self._pictures(plan, page, reading)

    def _freshness(self, plan: LocalePlan, page: PageSpec) -> Iterator[GateFinding]:
        assert page.shown is not None
        head = self._heads[page.shown.text_id]
        if head.live_stale if page.shown.live else head.outdated and head.important:
            yield self._finding(Gate.STALE_IMPORTANT, plan, page)
        elif head.outdated:
            yield self._finding(Gate.STALE, plan, page)

    def _links(
        self, plan: LocalePlan, page: PageSpec, reading: Reading, fragments: list[_Fragment]
    ) -> Iterator[GateFinding]:
        for link in reading.rendered.links:
            if link.kind == "picture":
                if link.target not in self._attachments and not _is_data(link.target):
                    yield self._finding(Gate.MISSING_PICTURE, plan, page, link.line, link.target)
            elif link.kind == "relative":
                yield self._finding(Gate.BROKEN_LINK, plan, page, link.line, link.target)
            elif link.kind == "article":
                if link.target in plan.pages:
                    if link.fragment:
                        fragments.append(_Fragment(page, link))
                elif link.target not in self._attachments:
                    yield self._finding(Gate.BROKEN_LINK, plan, page, link.line, link.target)
            elif link.kind == "anchor" and f'id="{link.fragment}"' not in reading.rendered.html:
                words = "#" + link.fragment.removeprefix(ID_PREFIX)
                yield self._finding(Gate.MISSING_HEADING, plan, page, link.line, words)

    def _pictures(
        self, plan: LocalePlan, page: PageSpec, reading: Reading
    ) -> Iterator[GateFinding]:
        """Pictures that say nothing to who cannot see them."""
        for found in _PICTURE.finditer(reading.rendered.html):
            record = self._attachments.get(found["id"])
            if record is None or _SAID.search(found["attributes"]):
                continue
            if not record.alt.get(plan.locale.tag):
                lines = (each.line for each in reading.rendered.links if each.target == found["id"])
                yield self._finding(Gate.MISSING_ALT, plan, page, next(lines, 0), record.name)

    def _headings(self, plan: LocalePlan, fragments: Iterable[_Fragment]) -> Iterator[GateFinding]:
        """Links to headings that their page does not have. Those pages are read once more."""
        by_target: dict[str, list[_Fragment]] = defaultdict(list)
        for each in fragments:
            by_target[each.link.target].append(each)
        for batch in batches(plan.pages[each] for each in by_target):
            readings = read(self._source, self._render, batch)
            for target in batch:
                reading = readings.get(target.ref.id)
                html = reading.rendered.html if reading is not None else ""
                for page, link in ((e.page, e.link) for e in by_target[target.ref.id]):
                    if f'id="{link.fragment}"' not in html:
                        heading = link.fragment.removeprefix(ID_PREFIX)
                        words = f"{target.title} #{heading}"
                        yield self._finding(Gate.MISSING_HEADING, plan, page, link.line, words)

    def _untranslated(self, plan: LocalePlan) -> Iterator[GateFinding]:
        """Articles that the source's own part of the site has, and this locale not as its own."""
        source = self._plan.locales[0]
        if plan is source:
            return
        for page_id in source.reading:
            original = source.pages[page_id]
            if not is_own(source, original):
                continue
            here = plan.pages.get(page_id)
            if here is None or not is_own(plan, here):
                yield self._finding(Gate.UNTRANSLATED, plan, here or original)

    def _finding(
        self, gate: Gate, plan: LocalePlan, page: PageSpec, line: int = 0, detail: str = ""
    ) -> GateFinding:
        locale = plan.locale.tag
        owner: Ref = page.ref
        blocks = self._rules.blocks(locale, gate)
        return GateFinding(gate, owner, locale, page.title, line, detail, blocks)


def _is_data(address: str) -> bool:
    """A picture that is written out in the text."""
    return address.startswith("data:")
