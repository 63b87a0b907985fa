"""What exporters and importers take and give: options, import plans, and the two protocols."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.people import Person
from kbeditor.domain.progress import Progress
from kbeditor.domain.readers import Readers
from kbeditor.domain.records import OldSlug, Ref, TextRef
from kbeditor.domain.rendered import RenderContext, Rendered
from kbeditor.domain.site import SiteOptions
from kbeditor.domain.source import LibrarySource
from kbeditor.domain.states import Significance, State
from kbeditor.domain.work import KeptTerm, TextWork

RenderMany = Callable[
    [Iterable[tuple[Any, str, RenderContext]]],
    Iterator[tuple[Any, Rendered]],
]
"""Renders many texts in the pool: (key, Markdown, context) in, (key, result) out, any order."""


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """What dialog and command line say of a format. `suffix` with its dot, "" for a folder."""

    id: str
    title: str
    suffix: str
    zippable: bool


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What to export. `locales` None: all; `least_state` MISSING: texts in whatever state.

    `fallback`: pages that a locale lacks are shown in its fallback locale, else left out. `site`:
    all that a site can be told, instead of the rest.
    """

    locales: tuple[str, ...] | None = None
    least_state: State = State.PUBLISHED
    fallback: bool = True
    base_url: str = ""
    zip: bool = False
    site: SiteOptions | None = None


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import. `locale` None: as the files say, else the library's source locale.

    `state` is the most that a text may become (files may say less, e.g. `draft: true`);
    `parent_id` the category that receives what is imported, None the top level.
    """

    locale: str | None = None
    state: State = State.PUBLISHED
    parent_id: str | None = None


@dataclass(frozen=True, slots=True)
class ImportTarget:
    """What a planner must know of the library that it plans for.

    `empty`: it has no category, article or attachment, not even in the trash. `attachment_ids`
    maps SHA-256 to the id of what is stored already; `ids` are those of all articles and
    categories, the trash included.
    """

    source_locale: str
    locales: tuple[str, ...]
    empty: bool
    attachment_ids: Mapping[str, str] = field(default_factory=dict)
    ids: Collection[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NewLibrary:
    """What becomes of the (empty) library itself: a bundle brings its own name and identity."""

    id: str
    name: str
    source_locale: str
    created_at: datetime
    settings: Mapping[str, object] = field(default_factory=dict)
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class NewLocale:
    """A locale to add behind those there, in the plan's order. None: as CLDR has it.

    With a whole library (`ImportPlan.library`) the plan names all locales, and they replace those
    of the empty library.
    """

    tag: str
    name: str | None = None
    direction: str | None = None
    fallback: str | None = None
    published: bool = True


@dataclass(frozen=True, slots=True)
class NewCategory:
    """A category to insert. `position` counts 0, 1, 2 … among the plan's categories of that
    parent: storage puts them, in this order, behind those already there. Times None: now.
    """

    id: str
    parent_id: str | None
    position: int
    labels: tuple[str, ...] = ()
    extra: dict[str, object] = field(default_factory=dict)
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article to insert. `position` as in `NewCategory`, among the category's articles."""

    id: str
    category_id: str | None
    position: int
    labels: tuple[str, ...] = ()
    promoted: bool = False
    owner: str = ""
    review_by: date | None = None
    extra: dict[str, object] = field(default_factory=dict)
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewRevision:
    """A revision to insert with its text. Author None: who imports; time None: now."""

    id: str
    number: int
    kind: str  # "published" or "checkpoint"
    title: str
    summary: str
    keywords: tuple[str, ...]
    body: str
    based_on: str | None
    significance: Significance = Significance.UPDATE
    note: str = ""
    author: str | None = None
    created_at: datetime | None = None
    role: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class NewText:
    """A text to insert, with *all* its revisions (oldest first): storage makes none of its own.

    `slug` "" is made from the title. `published` is the live revision's id; `based_on` that of
    the source's revision which this translation follows. Words and hashes are left to storage.
    """

    owner: Ref
    locale: str
    title: str
    slug: str
    summary: str
    keywords: tuple[str, ...]
    body: str
    state: State
    published: str | None = None
    based_on: str | None = None
    revisions: tuple[NewRevision, ...] = ()
    extra: dict[str, object] = field(default_factory=dict)
    edited_at: datetime | None = None
    edited_by: str | None = None
    work: TextWork | None = None  # what its translators left with it

    @property
    def ref(self) -> TextRef:
        """What names this text."""
        return TextRef(self.owner, self.locale)


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """An attachment to insert; `read` fetches its bytes when they are wanted.

    `read` raises KbError when the file changed since the plan was made.
    """

    id: str
    sha256: str
    name: str
    media_type: str
    size: int
    width: int | None
    height: int | None
    read: Callable[[], bytes]
    alt: dict[str, str] = field(default_factory=dict)
    variants: dict[str, str] = field(default_factory=dict)
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything an import will insert, checked; nothing is changed yet.

    `categories` stand parents first. `texts()` starts anew at each call and reads the bodies as
    it goes, source locale first within an owner: 100,000 articles are never in memory at once.
    It raises KbError when a file changed meanwhile; the transaction then goes back. `library` is
    None unless a whole library comes (a bundle). Of attachments only new ones are listed.
    """

    importer: str
    title: str
    library: NewLibrary | None
    locales: tuple[NewLocale, ...]
    categories: tuple[NewCategory, ...]
    articles: tuple[NewArticle, ...]
    texts: Callable[[], Iterator[NewText]]
    text_count: int
    attachments: tuple[NewAttachment, ...]
    old_slugs: tuple[OldSlug, ...] = ()
    lines: tuple[ReportLine, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    terms: tuple[KeptTerm, ...] = ()
    readers: Readers = field(default_factory=Readers)


class Exporter(Protocol):
    """One export format; named in its folder's `catalogue.py`."""

    @property
    def info(self) -> FormatInfo:
        """What the format is called."""

    def export(
        self,
        source: LibrarySource,
        target: Path,
        options: ExportOptions,
        render: RenderMany,
        progress: Progress,
    ) -> Report:
        """Write `target` as a whole or not at all. Raises KbError, Cancelled."""


class Importer(Protocol):
    """One import format; named in `exchange/catalogue.py`."""

    @property
    def id(self) -> str:
        """The stable word that names the format."""

    def recognises(self, source: Path) -> bool:
        """Whether `source` (a file or folder) looks like this format; cheap, never raises."""

    def plan(
        self, source: Path, target: ImportTarget, options: ImportOptions, progress: Progress
    ) -> ImportPlan:
        """Read and check everything, change nothing. Raises KbError with path and line."""
