"""A library as it was at a release: all that its site was made of, so that it can be built again.

Texts are named by their revisions, files by their SHA-256: both stay in the library. Only what was
no revision (a working text that the profile let through) is kept in full.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from kbeditor.domain.errors import KbError
from kbeditor.domain.people import Person
from kbeditor.domain.readers import Readers
from kbeditor.domain.records import (
    Article,
    Attachment,
    Category,
    Library,
    Locale,
    OldSlug,
    Revision,
    Text,
    TextHead,
)
from kbeditor.domain.site import ReleasedAddress, SiteOptions, StaleNotice
from kbeditor.domain.source import LibrarySource, Page
from kbeditor.domain.work import KeptTerm, TextWork


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What `LibrarySource` told while a release was built. `titles`: those of live revisions."""

    options: SiteOptions
    library: Library
    settings: dict[str, object]
    locales: tuple[Locale, ...]
    categories: tuple[Category, ...]
    articles: tuple[Article, ...]
    heads: tuple[TextHead, ...]
    working: dict[int, Page]
    attachments: tuple[Attachment, ...]
    old_slugs: tuple[OldSlug, ...]
    links: tuple[tuple[int, str], ...]
    ids: tuple[str, ...]
    addresses: tuple[ReleasedAddress, ...]


_SNAPSHOT = TypeAdapter(Snapshot)


def take(source: LibrarySource, options: SiteOptions, working: Iterable[int]) -> bytes:
    """A library's snapshot; `working` are the ids of texts that were shown unpublished."""
    drafts = {
        text_id: replace(page, rendered=None)
        for text_id, page in source.pages([(each, False) for each in working])
    }
    return zlib.compress(
        _SNAPSHOT.dump_json(
            Snapshot(
                options,
                source.library(),
                dict(source.settings()),
                source.locales(),
                source.categories(),
                tuple(source.articles()),
                tuple(source.heads()),
                drafts,
                tuple(source.attachments()),
                tuple(source.old_slugs()),
                tuple(source.links()),
                source.ids(),
                tuple(source.released_addresses(options.profile)),
            )
        ),
        9,
    )


def opened(data: bytes) -> Snapshot:
    """The snapshot that `take` gave. Raises KbError `damaged_release`."""
    try:
        return _SNAPSHOT.validate_json(zlib.decompress(data))
    except (zlib.error, ValueError) as error:
        raise KbError(
            "damaged_release", "What was kept of this release is damaged: {why}.", why=str(error)
        ) from error


class SnapshotSource:
    """Reads a library as a snapshot has it: a `LibrarySource`.

    `revisions` fetches the pages of published revisions by their ids, `data` bytes by SHA-256; both
    leave out what is gone.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        revisions: Callable[[Mapping[int, str]], Iterator[tuple[int, Page]]],
        data: Callable[[str], bytes | None],
    ) -> None:
        self._snapshot = snapshot
        self._revisions = revisions
        self._data = data
        self._live = {each.id: each.published for each in snapshot.heads}
        self._files = {each.id: each for each in snapshot.attachments}

    def library(self) -> Library:
        """The library's own record."""
        return self._snapshot.library

    def settings(self) -> Mapping[str, object]:
        """All settings by key."""
        return self._snapshot.settings

    def state(self) -> str:
        """A digest of all that a site could show."""
        return hashlib.sha256(_SNAPSHOT.dump_json(self._snapshot)).hexdigest()

    def outline(self, notice: StaleNotice) -> str:
        """Not told: an old release is built once."""
        return ""

    def wordings(self) -> Mapping[int, tuple[str | None, int]]:
        """As they were."""
        return {each.id: (each.published, each.version) for each in self._snapshot.heads}

    def ids(self) -> tuple[str, ...]:
        """Ids of all articles and categories that there were, in their order."""
        return self._snapshot.ids

    def locales(self) -> tuple[Locale, ...]:
        """All locales, in order."""
        return self._snapshot.locales

    def categories(self) -> tuple[Category, ...]:
        """Categories, parents before children, in order."""
        return self._snapshot.categories

    def articles(self) -> Iterator[Article]:
        """Articles, ordered by category and position."""
        return iter(self._snapshot.articles)

    def heads(self) -> Iterator[TextHead]:
        """Texts without bodies."""
        return iter(self._snapshot.heads)

    def texts(self) -> Iterator[Text]:
        """Working texts are no part of a release."""
        return iter(())

    def pages(self, wanted: Iterable[tuple[int, bool]]) -> Iterator[tuple[int, Page]]:
        """The pages of the release, in the order given. Raises KbError `release_incomplete`."""
        asked = list(wanted)
        live = {
            text_id: revision
            for text_id, published in asked
            if published and (revision := self._live.get(text_id)) is not None
        }
        found = dict(self._revisions(live))
        for text_id, published in asked:
            page = found.get(text_id) if published else self._snapshot.working.get(text_id)
            if page is None:
                raise _gone(f"a text ({live.get(text_id, text_id)})")
            yield text_id, page

    def links(self) -> Iterable[tuple[int, str]]:
        """Where the texts pointed to."""
        return self._snapshot.links

    def revisions(self, text_id: int) -> tuple[Revision, ...]:
        """Older versions are no part of a release."""
        return ()

    def work(self, text_id: int) -> TextWork:
        """What translators keep is no part of a release."""
        return TextWork()

    def terms(self) -> tuple[KeptTerm, ...]:
        """The glossary is no part of a release."""
        return ()

    def people(self) -> tuple[Person, ...]:
        """Nor are those who work on it."""
        return ()

    def readers(self) -> Readers:
        """What readers said is no part of a release."""
        return Readers()

    def attachments(self) -> Iterator[Attachment]:
        """All attachments, ordered by id."""
        return iter(self._snapshot.attachments)

    def attachment_bytes(self, attachment_id: str) -> bytes:
        """The bytes of a file. Raises KbError `release_incomplete`."""
        record = self._files[attachment_id]
        data = self._data(record.sha256)
        if data is None:
            raise _gone(f"the file {record.name}")
        return data

    def old_slugs(self) -> Iterator[OldSlug]:
        """Every slug that was retired by then."""
        return iter(self._snapshot.old_slugs)

    def released_addresses(self, profile: str) -> Iterator[ReleasedAddress]:
        """Every address that was released before."""
        return iter(self._snapshot.addresses)


def _gone(what: str) -> KbError:
    return KbError(
        "release_incomplete",
        "This release cannot be built again: {what} was deleted from the library for good.",
        what=what,
    )
