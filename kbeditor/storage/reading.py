"""The library as publishing and exchange read it: iterated, one consistent snapshot."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import cached_property
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session
from sqlmodel import SQLModel

from kbeditor.domain.errors import KbError, NotFound
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
from kbeditor.domain.rendered import Rendered, rendered_to_json
from kbeditor.domain.site import ReleasedAddress, StaleNotice
from kbeditor.domain.source import Page
from kbeditor.domain.work import KeptTerm, TextWork
from kbeditor.storage import people, readers, records, releases, site_rows, site_state, work
from kbeditor.storage.chunks import batched, chunked
from kbeditor.storage.faults import DAMAGED
from kbeditor.storage.opening import FORMAT
from kbeditor.storage.people_tables import VERSION_NAME, VersionNameRow
from kbeditor.storage.skeleton import LIVE_ARTICLE, LIVE_CATEGORIES
from kbeditor.storage.tables import (
    LOCALE,
    OLD_SLUG,
    REVISION,
    SETTING,
    TEXT,
    CategoryRow,
    LibraryRow,
    LocaleRow,
    OldSlugRow,
    RevisionRow,
    SettingRow,
    TextRow,
)
from kbeditor.storage.types import to_text

_BATCH = 500
_BYTES = text(
    "SELECT d.data FROM attachment a JOIN attachment_data d ON d.sha256 = a.sha256 WHERE a.id = :id"
)


def parts_of(rendered: Rendered) -> str:
    """What a rendering holds besides its HTML, as JSON."""
    data = rendered_to_json(rendered)
    del data["html"]
    return json.dumps(data, ensure_ascii=False)


def library_record(session: Session) -> Library:
    """The library's own record."""
    row = session.execute(select(LibraryRow)).scalars().first()
    if row is None:
        raise KbError("damaged", DAMAGED)
    return Library(row.id, row.name, row.source_locale, FORMAT, row.created_at)


class StoredSource:
    """Implements `domain.source.LibrarySource` on one read session. Used within a `with`."""

    def __init__(self, reading: AbstractContextManager[Session], renderer: int) -> None:
        self._reading = reading
        self._renderer = renderer
        self._session: Session

    def __enter__(self) -> "StoredSource":
        self._session = self._reading.__enter__()
        self._library = library_record(self._session)
        return self

    def __exit__(self, *exc: Any) -> None:
        self._reading.__exit__(*exc)

    def library(self) -> Library:
        """The library's own record."""
        return self._library

    def settings(self) -> Mapping[str, object]:
        """All settings by key."""
        rows = self._session.execute(select(SettingRow).order_by(SETTING.key)).scalars()
        return {row.key: row.value for row in rows}

    def state(self) -> str:
        """A digest that changes whenever anything changes that a site could show; cheap."""
        return self._state.digest()

    def outline(self, notice: StaleNotice) -> str:
        """A digest that stays while only the words of published texts change."""
        return self._state.outline(self.links(), notice)

    def wordings(self) -> Mapping[int, tuple[str | None, int]]:
        """Each text's published revision and the version of its working text."""
        return self._state.wordings()

    @cached_property
    def _state(self) -> site_state.SiteState:
        connection = self._session.connection()
        return site_state.SiteState(connection, self._renderer, self._library.source_locale)

    def ids(self) -> tuple[str, ...]:
        """Ids of all articles and categories, those in the trash, too, in their order."""
        return site_state.ids(self._session.connection())

    def links(self) -> Iterable[tuple[int, str]]:
        """Pairs of a text's id and an id that its working text points to, in order."""
        return self._links

    @cached_property
    def _links(self) -> list[tuple[int, str]]:
        return site_state.links(self._session.connection())

    def locales(self) -> tuple[Locale, ...]:
        """All locales, in order."""
        rows = self._session.execute(select(LocaleRow).order_by(LOCALE.position)).scalars()
        return tuple(map(records.locale_record, rows))

    def categories(self) -> tuple[Category, ...]:
        """Live categories, parents before children, in order."""
        rows = self._whole(
            CategoryRow,
            LIVE_CATEGORIES + "SELECT * FROM category c WHERE id IN (SELECT id FROM live) "
            "ORDER BY position, id",
        )
        children: dict[str | None, list[CategoryRow]] = {}
        for row in rows:
            children.setdefault(row.parent_id, []).append(row)
        ordered: list[CategoryRow] = []
        waiting = list(reversed(children.get(None, [])))
        while waiting:
            row = waiting.pop()
            ordered.append(row)
            waiting.extend(reversed(children.get(row.id, [])))
        return tuple(map(records.category_record, ordered))

    def articles(self) -> Iterator[Article]:
        """Live articles, ordered by category and position."""
        return site_rows.articles(self._session.connection())

    def heads(self) -> Iterator[TextHead]:
        """Texts of live articles and categories, without bodies."""
        return site_rows.heads(self._session.connection(), self._library.source_locale)

    def texts(self) -> Iterator[Text]:
        """Texts of live articles and categories, whole, in the order of their owners' ids."""
        for ids in self._live_texts():
            statement = records.select_heads(self._library.source_locale, whole=True)
            found = {
                row.id: row for row in self._session.execute(statement.where(TEXT.id.in_(ids)))
            }
            yield from (records.text_record(found[each]) for each in ids)

    def _live_texts(self) -> Iterator[list[int]]:
        rows = self._session.execute(
            text(
                LIVE_CATEGORIES
                + "SELECT t.id FROM text t LEFT JOIN article a ON a.id = t.article_id "
                "LEFT JOIN locale l ON l.tag = t.locale "
                "WHERE t.category_id IN (SELECT id FROM live) OR (a.id IS NOT NULL AND "
                f"{LIVE_ARTICLE}) ORDER BY t.owner_id, l.position"
            )
        ).all()
        for some in chunked(rows, _BATCH):
            yield [row[0] for row in some]

    def pages(self, wanted: Iterable[tuple[int, bool]]) -> Iterator[tuple[int, Page]]:
        """For pairs (text id, published?) the published or the working content, in order given."""
        for batch in batched(wanted, _BATCH):
            yield from self._pages(batch)

    def _pages(self, batch: list[tuple[int, bool]]) -> Iterator[tuple[int, Page]]:
        live = self._live_pages([text_id for text_id, published in batch if published])
        working = self._working_pages([text_id for text_id, published in batch if not published])
        for text_id, published in batch:
            yield text_id, (live if published else working)[text_id]

    def _live_pages(self, ids: list[int]) -> dict[int, Page]:
        if not ids:
            return {}
        return dict(site_rows.live_pages(self._session.connection(), ids, self._renderer))

    def _working_pages(self, ids: list[int]) -> dict[int, Page]:
        rows = self._session.execute(select(TextRow).where(TEXT.id.in_(ids))).scalars()
        return {
            row.id or 0: Page(
                records.owner_of(row.article_id, row.category_id),
                row.locale,
                row.title,
                row.summary,
                tuple(row.keywords),
                row.body,
                None,
                to_text(row.edited_at),
                None,
            )
            for row in rows
        }

    def revisions(self, text_id: int) -> tuple[Revision, ...]:
        """A text's published versions, oldest first; checkpoints stay where they were made."""
        rows = self._session.execute(
            select(RevisionRow, VERSION_NAME.name)
            .outerjoin(VersionNameRow, VERSION_NAME.revision_id == REVISION.id)
            .where(REVISION.text_id == text_id, REVISION.kind == "published")
            .order_by(REVISION.number)
        )
        return tuple(records.revision_record(row, name or "") for row, name in rows)

    def work(self, text_id: int) -> TextWork:
        """What is kept with a text for its translators."""
        return work.of_text(self._session, text_id, self._library.source_locale)

    def terms(self) -> tuple[KeptTerm, ...]:
        """The whole glossary."""
        return work.terms(self._session)

    def people(self) -> tuple[Person, ...]:
        """Who works here, in alphabetical order."""
        return people.people(self._session)

    def readers(self) -> Readers:
        """What readers of the published site said, and the addresses they were given."""
        return readers.kept(self._session)

    def attachments(self) -> Iterator[Attachment]:
        """All attachments, ordered by id."""
        return site_rows.attachments(self._session.connection())

    def attachment_bytes(self, attachment_id: str) -> bytes:
        """The stored bytes. Raises NotFound."""
        return attachment_bytes(self._session, attachment_id)

    def old_slugs(self) -> Iterator[OldSlug]:
        """Every retired address, oldest first."""
        rows = self._session.execute(select(OldSlugRow).order_by(OLD_SLUG.id)).scalars()
        return map(records.old_slug_record, rows)

    def released_addresses(self, profile: str) -> Iterator[ReleasedAddress]:
        """Every address that a page had in a release of a profile, oldest release first."""
        return releases.addresses(self._session, profile)

    def _whole(self, table: type[SQLModel], statement: str) -> Iterator[Any]:
        return self._session.scalars(select(table).from_statement(text(statement)))


def attachment_bytes(session: Session, attachment_id: str) -> bytes:
    """An attachment's bytes. Raises NotFound."""
    data = session.execute(_BYTES, {"id": attachment_id}).scalar_one_or_none()
    if data is None:
        raise NotFound("attachment", attachment_id)
    return bytes(data)
