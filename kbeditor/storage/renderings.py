"""The stored HTML of revisions: which still lack it, and putting it in."""

from collections.abc import Iterable, Iterator

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from kbeditor.domain.rendered import Rendered
from kbeditor.storage.chunks import chunked
from kbeditor.storage.reading import parts_of
from kbeditor.storage.tables import REVISION, TEXT, RevisionRow, TextRow

_PENDING = text(
    "SELECT t.published_id FROM text t LEFT JOIN rendering r "
    "ON r.revision_id = t.published_id AND r.renderer = :renderer "
    "WHERE t.published_id IS NOT NULL AND r.revision_id IS NULL"
)
_PUT = text(
    "INSERT INTO rendering (revision_id, renderer, parts, html) "
    "SELECT :revision, :renderer, :parts, :html "
    "WHERE EXISTS (SELECT 1 FROM revision WHERE id = :revision) "
    "ON CONFLICT (revision_id) DO UPDATE SET "
    "renderer = excluded.renderer, parts = excluded.parts, html = excluded.html"
)


def pending(session: Session, renderer: int) -> list[str]:
    """Ids of live revisions without HTML of this renderer version."""
    return list(session.execute(_PENDING, {"renderer": renderer}).scalars())


def bodies(session: Session, revision_ids: list[str]) -> Iterator[tuple[str, str, str]]:
    """(revision id, locale, body) of some revisions."""
    for ids in chunked(revision_ids, 200):
        yield from (
            (row[0], row[1], row[2])
            for row in session.execute(
                select(REVISION.id, TEXT.locale, REVISION.body)
                .join_from(RevisionRow, TextRow, TEXT.id == REVISION.text_id)
                .where(REVISION.id.in_(ids))
            )
        )


def put(session: Session, renderer: int, done: Iterable[tuple[str, Rendered]]) -> None:
    """Store renderings; those of revisions gone meanwhile are passed over."""
    rows = [
        {
            "revision": revision_id,
            "renderer": renderer,
            "parts": parts_of(rendered),
            "html": rendered.html,
        }
        for revision_id, rendered in done
    ]
    if rows:
        session.execute(_PUT, rows)
