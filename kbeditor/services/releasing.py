"""Releases: what one would change, building it, building an old one again."""

import hashlib
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from kbeditor.domain.changes import Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.records import Text, TextRef
from kbeditor.domain.releases import (
    ChangeKind,
    LocaleState,
    PageChange,
    Profile,
    Release,
    Released,
    ReleasePreview,
)
from kbeditor.domain.site import SiteOptions
from kbeditor.domain.source import LibrarySource, Page
from kbeditor.publishing.choice import chosen_locales
from kbeditor.publishing.fingerprints import page_version
from kbeditor.publishing.garbage import collected_rarely
from kbeditor.publishing.gate import Inspection
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.publishing.machines import is_own
from kbeditor.publishing.manifest import Manifest, read_manifest
from kbeditor.publishing.plan import LocalePlan, SitePlan, plan_site
from kbeditor.publishing.redirects import old_addresses
from kbeditor.publishing.release_diff import compare
from kbeditor.publishing.reporting import Reporter
from kbeditor.publishing.snapshot import SnapshotSource, opened, take
from kbeditor.publishing.verify import manifest_bytes
from kbeditor.rendering.client import RenderPool
from kbeditor.rendering.pipeline import RENDERER_VERSION
from kbeditor.services.base import Service
from kbeditor.services.filling import Filling
from kbeditor.services.profiles import Profiles
from kbeditor.services.statuses import Statuses
from kbeditor.services.votes import Votes
from kbeditor.shipped import resources
from kbeditor.storage import releases, texts
from kbeditor.storage.reading import StoredSource
from kbeditor.storage.releases import AddressedPage

SITE = resources() / "site"


class Sides(NamedTuple):
    """What a page said in the last release, and what it says in the next one; None: it is not
    there.
    """

    old: Page | None
    new: Page | None


class Releasing(Service):
    """Use cases of releases. A release is not undone: it was published."""

    def list(self) -> tuple[Release, ...]:
        """All releases, the newest first."""
        with self._store.reading() as session:
            return tuple(releases.listed(session))

    def preview(self, profile: Profile, progress: Progress | None = None) -> ReleasePreview:
        """What a release by this profile would change, and what speaks against it.

        Nothing is written. Raises KbError (`unknown_locale`, `no_locale`, `bad_base_url`),
        Cancelled.
        """
        with collected_rarely():  # else a window stands still while garbage is looked for
            return self._preview(profile, progress or Silent())

    def _preview(self, profile: Profile, progress: Progress) -> ReleasePreview:
        self._fill(progress)
        with self._store.reading() as session:
            number, last = releases.next_number(session), releases.last_of(session, profile.id)
        options = self._options(profile, number)
        rules = Profiles(self._store, self._source).gate()
        reporter = Reporter()
        with self._source_of() as source, RenderPool() as pool:
            plan = _planned(source, options, reporter)
            findings = Inspection(source, plan, rules, pool.render_many).run(progress)
            slugs = tuple(source.old_slugs())
            released = tuple(source.released_addresses(profile.id))
            old = [old_addresses(plan, each, slugs, released) for each in plan.locales]
            redirects = sum(len(each.moves) + len(each.own) for each in old)
        changes = compare(self._manifest(last).pages if last else {}, plan)
        states = tuple(self._states(plan))
        return ReleasePreview(
            profile, number, last, changes, redirects, findings, states, reporter.result()[1]
        )

    def sides(self, change: PageChange) -> Sides:
        """The words of a page in the last release and in the next one."""
        ref = TextRef(change.owner, change.locale)
        with self._store.reading() as session:
            found = dict(
                releases.revision_pages(
                    session,
                    {
                        place: revision
                        for place, revision in enumerate((change.old_revision, change.new_revision))
                        if revision
                    },
                    RENDERER_VERSION,
                )
            )
            removed = change.kind is ChangeKind.REMOVED
            text = None if removed else texts.get(session, ref, self._source)
        return Sides(found.get(0), found.get(1) or (_as_page(text) if text else None))

    def release(
        self,
        profile: Profile,
        note: str = "",
        progress: Progress | None = None,
        target: Path | None = None,
    ) -> Outcome[Released]:
        """Build a release and remember it. `target`: elsewhere than the profile says.

        Raises KbError: `release_blocked` by the gate, `no_target`, and what an export raises;
        Cancelled. The last release stays in place then.
        """
        progress = progress or Silent()
        place = target or (Path(profile.target) if profile.target else None)
        if place is None:
            raise KbError(
                "no_target", "The profile “{name}” does not say where to.", name=profile.name
            )
        preview = self.preview(profile, progress)
        blocking = [each for each in preview.findings if each.blocks]
        if blocking:
            raise KbError(
                "release_blocked",
                "{count} findings block this release; the first is in “{title}” ({locale}).",
                count=len(blocking),
                title=blocking[0].title,
                locale=blocking[0].locale,
            )
        options = self._options(profile, preview.number)
        with self._source_of() as source, RenderPool() as pool:
            plan = _planned(source, options, Reporter())
            snapshot = take(source, options, _working(plan))
            report = HtmlSite(SITE).build(source, place, options, pool.render_many, progress)
        data = manifest_bytes(place)
        manifest = read_manifest(data)
        release = Release(
            preview.number,
            profile.id,
            profile.name,
            note.strip(),
            self._store.who,
            datetime.now(UTC),
            page_version(SITE),
            hashlib.sha256(data).hexdigest(),
            len(manifest.pages),
            len(manifest.files),
        )
        with self._store.writing() as unit:
            releases.add(unit, release, snapshot, zlib.compress(data, 9), _addressed(plan))
        return Outcome(Released(release, report), unit.changes)

    def rebuild(self, number: int, target: Path, progress: Progress | None = None) -> Report:
        """Build an old release again, elsewhere: the same bytes, while the program is the same.

        Raises NotFound, KbError: `release_incomplete` when texts were deleted for good,
        `other_pages` when this program makes pages differently, and what an export raises.
        """
        with self._store.reading() as session:
            snapshot = opened(releases.snapshot(session, number))
            digest = next(each.digest for each in releases.listed(session) if each.number == number)
            source = SnapshotSource(
                snapshot,
                lambda wanted: releases.revision_pages(session, wanted, RENDERER_VERSION),
                lambda sha256: releases.bytes_of(session, sha256),
            )
            with RenderPool() as pool:
                report = HtmlSite(SITE).build(
                    source, target, snapshot.options, pool.render_many, progress or Silent()
                )
        if hashlib.sha256(manifest_bytes(target)).hexdigest() != digest:
            raise KbError(
                "other_pages",
                "Release {number} was built again at {path}, but its pages look different: another "
                "version of the program had built it.",
                number=number,
                path=str(target),
            )
        return report

    def _options(self, profile: Profile, number: int) -> SiteOptions:
        themes = Profiles(self._store, self._source).themes()
        return profile.built_with(themes, Votes(self._store, self._source).by_locale(), number)

    def _source_of(self) -> StoredSource:
        return StoredSource(self._store.reading(), RENDERER_VERSION)

    def _fill(self, progress: Progress) -> None:
        if not self._store.read_only:
            Filling(self._store, self._source).fill(progress)

    def _manifest(self, number: int) -> Manifest:
        with self._store.reading() as session:
            return read_manifest(zlib.decompress(releases.manifest(session, number)))

    def _states(self, plan: SitePlan) -> Iterator[LocaleState]:
        status = {each.locale: each for each in Statuses(self._store, self._source).overview()}
        articles = len({each for locale in plan.locales for each in locale.reading})
        for locale in plan.locales:
            yield _state(locale, articles, status[locale.locale.tag].words_left)


def _as_page(text: Text) -> Page:
    """A working text as the page it will be."""
    return Page(
        text.owner,
        text.locale,
        text.title,
        text.summary,
        text.keywords,
        text.body,
        None,
        text.edited_at.isoformat(),
        None,
    )


def _planned(source: LibrarySource, options: SiteOptions, reporter: Reporter) -> SitePlan:
    locales = chosen_locales(source.locales(), options, source.library().source_locale)
    return plan_site(source, locales, options, reporter)


def _working(plan: SitePlan) -> list[int]:
    """The texts that are shown although they are not published."""
    shown = (page.shown for locale in plan.locales for page in locale.pages.values())
    return sorted({each.text_id for each in shown if each is not None and not each.live})


def _addressed(plan: SitePlan) -> Iterator[AddressedPage]:
    for locale in plan.locales:
        for page in locale.pages.values():
            yield AddressedPage(page.address, page.ref, locale.locale.tag, page.parent, page.title)


def _state(locale: LocalePlan, articles: int, words_left: int) -> LocaleState:
    pages = [locale.pages[each] for each in locale.reading]
    own = [page for page in pages if is_own(locale, page)]
    stale = sum(page.shown is not None and page.shown.stale for page in own)
    return LocaleState(
        locale.locale.tag,
        len(pages),
        len(pages) - len(own),
        articles - len(pages),
        stale,
        words_left,
    )
