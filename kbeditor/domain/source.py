"""What publishing and exchange read a library through; the storage floor provides it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from kbeditor.domain.people import Person
from kbeditor.domain.readers import Readers
from kbeditor.domain.records import (
    Article,
    Attachment,
    Category,
    Library,
    Locale,
    OldSlug,
    Ref,
    Revision,
    Text,
    TextHead,
)
from kbeditor.domain.rendered import Rendered
from kbeditor.domain.site import ReleasedAddress, StaleNotice
from kbeditor.domain.work import KeptTerm, TextWork


@dataclass(frozen=True, slots=True)
class Page:
    """The content that is shown for one article or category in one locale.

    `rendered` is None where nothing is stored (a draft, or another renderer version): the reader
    renders `body` itself. `revision` is the published revision's id, None for a working text.
    """

    owner: Ref
    locale: str
    title: str
    summary: str
    keywords: tuple[str, ...]
    body: str
    revision: str | None
    updated_at: str  # ISO 8601, UTC
    rendered: Rendered | None


class LibrarySource(Protocol):
    """A library, read consistently (one snapshot) and iterated, never held as a whole."""

    def library(self) -> Library:
        """The library's own record."""

    def settings(self) -> Mapping[str, object]:
        """All settings by key."""

    def state(self) -> str:
        """A digest that changes whenever anything changes that a site could show; cheap."""

    def outline(self, notice: StaleNotice) -> str:
        """A digest that stays while only the words of texts change: not which texts there are,
        their titles, states, places and links, nor what `notice` has readers told of them.

        "" where that cannot be said.
        """

    def wordings(self) -> Mapping[int, tuple[str | None, int]]:
        """What names the words of each text: its published revision, its working text's version."""

    def ids(self) -> tuple[str, ...]:
        """Ids of all articles and categories, those in the trash, too, in their order."""

    def locales(self) -> tuple[Locale, ...]:
        """All locales, in order."""

    def categories(self) -> tuple[Category, ...]:
        """Live categories (none of their ancestors trashed), parents before children, in order."""

    def articles(self) -> Iterator[Article]:
        """Live articles (no ancestor trashed), ordered by category and position."""

    def heads(self) -> Iterator[TextHead]:
        """Texts of live articles and categories, without bodies."""

    def texts(self) -> Iterator[Text]:
        """Texts of live articles and categories, whole, ordered as `articles`/`categories`."""

    def pages(self, wanted: Iterable[tuple[int, bool]]) -> Iterator[tuple[int, Page]]:
        """For pairs (text id, published?) the published or the working content, in order given."""

    def links(self) -> Iterable[tuple[int, str]]:
        """Pairs of a text's id and an id that its working text points to, in order."""

    def revisions(self, text_id: int) -> tuple[Revision, ...]:
        """A text's published versions, oldest first."""

    def work(self, text_id: int) -> TextWork:
        """What is kept with a text for its translators."""

    def terms(self) -> tuple[KeptTerm, ...]:
        """The whole glossary."""

    def people(self) -> tuple[Person, ...]:
        """Who works here, in alphabetical order."""

    def readers(self) -> Readers:
        """What readers of the published site said, and the addresses they were given."""

    def attachments(self) -> Iterator[Attachment]:
        """All attachments, ordered by id."""

    def attachment_bytes(self, attachment_id: str) -> bytes:
        """The stored bytes."""

    def old_slugs(self) -> Iterator[OldSlug]:
        """Every retired slug, oldest first."""

    def released_addresses(self, profile: str) -> Iterator[ReleasedAddress]:
        """Every address that a page had in a release of a profile, oldest release first."""
