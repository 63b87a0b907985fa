"""The frozen records of a library: what every floor passes on."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from kbeditor.domain.states import Significance, State, make_mark


class Kind(StrEnum):
    """What has texts and a place in the tree."""

    ARTICLE = "article"
    CATEGORY = "category"


class Ref(NamedTuple):
    """Names one article or category."""

    kind: Kind
    id: str


class TextRef(NamedTuple):
    """Names one text: an article or category in one locale."""

    owner: Ref
    locale: str


@dataclass(frozen=True, slots=True)
class Library:
    """The library as a whole. `format_version` is the schema's number."""

    id: str
    name: str
    source_locale: str
    format_version: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Locale:
    """One language version. `tag` is BCP 47; `fallback` a tag or None (then the source)."""

    tag: str
    name: str  # in its own language
    direction: str  # "ltr" or "rtl"
    position: int
    fallback: str | None = None
    published: bool = True


@dataclass(frozen=True, slots=True)
class Category:
    """A branch of the tree. `parent_id` None is the top level."""

    id: str
    parent_id: str | None
    position: int
    labels: tuple[str, ...]
    created_at: datetime
    updated_at: datetime
    trashed_at: datetime | None
    extra: dict[str, object]  # front matter that the program does not know, kept


@dataclass(frozen=True, slots=True)
class Article:
    """An article without its texts. `category_id` None is the top level."""

    id: str
    category_id: str | None
    position: int
    labels: tuple[str, ...]
    promoted: bool
    owner: str
    review_by: date | None
    created_at: datetime
    updated_at: datetime
    trashed_at: datetime | None
    extra: dict[str, object]


@dataclass(frozen=True, slots=True)
class TextHead:
    """A text without its body.

    `published` is the id of the live revision, `outdated` is computed: the published source
    changed (more than minor) after what this text is based on; `important` if such a change was.
    `live_stale` is what readers must know: the live version is older than an important change,
    whatever was done to the working text since; `live_outdated`: older than any that is more than
    minor.
    `version` grows with each write and is what a writer hands back.
    """

    id: int
    owner: Ref
    locale: str
    title: str
    slug: str
    state: State
    published: str | None
    based_on: str | None
    outdated: bool
    important: bool
    words: int
    version: int
    edited_at: datetime
    edited_by: str
    live_stale: bool
    live_outdated: bool

    @property
    def ref(self) -> TextRef:
        """What names this text."""
        return TextRef(self.owner, self.locale)

    @property
    def mark(self) -> int:
        """The one-byte mark (see `states`)."""
        return make_mark(self.state, self.outdated, self.published is not None)


@dataclass(frozen=True, slots=True)
class Text(TextHead):
    """The working text of an article or category in one locale."""

    summary: str
    keywords: tuple[str, ...]
    body: str
    extra: dict[str, object]


@dataclass(frozen=True, slots=True)
class Revision:
    """An immutable copy of a text. `number` counts from 1 within its text.

    `kind` is "published" or "checkpoint"; `based_on` the source's revision id (translations).
    `role` is the author's when it was written ("": not known), `name` what the version is called.
    """

    id: str
    text_id: int
    number: int
    kind: str
    title: str
    summary: str
    keywords: tuple[str, ...]
    body: str
    author: str
    created_at: datetime
    based_on: str | None
    significance: Significance
    note: str
    words: int
    content_hash: str
    role: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or file, stored once by its SHA-256. Sizes in bytes and pixels."""

    id: str
    sha256: str
    name: str
    media_type: str
    size: int
    width: int | None
    height: int | None
    alt: dict[str, str]  # alternate text per locale
    variants: dict[str, str]  # another attachment's id per locale
    created_at: datetime


@dataclass(frozen=True, slots=True)
class OldSlug:
    """An address that a published article or category once had: a slug under a parent."""

    owner: Ref
    locale: str
    parent_id: str | None  # the category it stood in then; None is the top level
    slug: str
    retired_at: datetime
