"""Releases of the help centre: profiles to build by, what blocks one, what one changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.records import Ref
from kbeditor.domain.site import SiteOptions, SiteTheme
from kbeditor.domain.votes import Votes


@dataclass(frozen=True, slots=True)
class Profile:
    """How and where one help centre is published. `theme` names a theme, "": the built-in one.

    `options.theme`, `.votes`, `.profile` and `.release` are filled in when it is built.
    """

    id: str
    name: str
    target: str = ""  # a folder, or a .zip file with `options.zip`; "" until somebody says it
    theme: str = ""
    options: SiteOptions = field(default_factory=SiteOptions)

    def built_with(
        self, themes: Mapping[str, SiteTheme], votes: Mapping[str, Votes], release: int
    ) -> SiteOptions:
        """What the builder is given. `votes` are by locale."""
        theme = themes.get(self.theme, SiteTheme())
        return replace(self.options, theme=theme, votes=votes, profile=self.id, release=release)


class Gate(StrEnum):
    """What may be wrong with a page of a release."""

    BROKEN_LINK = "broken_link"
    MISSING_HEADING = "missing_heading"
    MISSING_PICTURE = "missing_picture"
    MISSING_ALT = "missing_alt"
    EMPTY_TITLE = "empty_title"
    EMPTY_PAGE = "empty_page"
    UNTRANSLATED = "untranslated"
    UNTRANSLATED_CATEGORY = "untranslated_category"
    STALE = "stale"
    STALE_IMPORTANT = "stale_important"


BLOCKS_AT_FIRST = frozenset({Gate.BROKEN_LINK, Gate.MISSING_PICTURE, Gate.EMPTY_TITLE})
"""What stops a release until a manager says otherwise."""


@dataclass(frozen=True, slots=True)
class GateRules:
    """What blocks a release: `own` per locale, `general` for those without rules of their own."""

    general: frozenset[Gate] = BLOCKS_AT_FIRST
    own: Mapping[str, frozenset[Gate]] = field(default_factory=dict)

    def blocks(self, locale: str, gate: Gate) -> bool:
        """Whether a finding in a locale stops the release."""
        return gate in self.own.get(locale, self.general)


@dataclass(frozen=True, slots=True)
class GateFinding:
    """Something wrong with a page. `detail` is what it is about: a link's target, a picture."""

    gate: Gate
    owner: Ref
    locale: str
    title: str
    line: int
    detail: str
    blocks: bool


class ChangeKind(StrEnum):
    """What a release does to a page, beside the one before."""

    ADDED = "added"
    CHANGED = "changed"  # its words
    MOVED = "moved"  # its address; its words may have changed, too
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class PageChange:
    """One page that the release changes. Revisions are "" for a working text or where none was."""

    kind: ChangeKind
    owner: Ref
    locale: str
    title: str
    address: str  # in this release; of a removed page the one it had
    before: str  # the address in the last release, "" where it was not
    old_revision: str
    new_revision: str


@dataclass(frozen=True, slots=True)
class LocaleState:
    """How far a locale of the release is. Words are the source's."""

    locale: str
    pages: int
    fallbacks: int  # pages shown in another language
    left_out: int
    stale: int
    words_left: int


@dataclass(frozen=True, slots=True)
class ReleasePreview:
    """What a release would change against the last one of its profile, and what speaks against it.

    `against` is the number of that release, 0: there was none. `redirects` are the old addresses
    that will lead on. `lines` are what a build would report.
    """

    profile: Profile
    number: int
    against: int
    changes: tuple[PageChange, ...]
    redirects: int
    findings: tuple[GateFinding, ...]
    locales: tuple[LocaleState, ...]
    lines: tuple[ReportLine, ...]

    @property
    def blocked(self) -> bool:
        """Whether a finding stops the release."""
        return any(each.blocks for each in self.findings)


@dataclass(frozen=True, slots=True)
class Release:
    """One release, as it is remembered."""

    number: int
    profile: str  # its id
    profile_name: str
    note: str
    author: str
    created_at: datetime
    page_version: str
    digest: str  # SHA-256 of its manifest
    pages: int
    files: int


@dataclass(frozen=True, slots=True)
class Released:
    """What came of a release."""

    release: Release
    report: Report


@dataclass(frozen=True, slots=True)
class Problem:
    """What `verify` found in a bundle: `code` is missing, changed, extra or damaged."""

    code: str
    address: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of verifying a bundle. `release` is its number, 0: it is none."""

    files: int
    release: int
    problems: tuple[Problem, ...]
