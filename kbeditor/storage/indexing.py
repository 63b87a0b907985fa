"""What is derived from a text's working body: the full-text index and the table of links."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, text
from sqlalchemy.orm import Session

from kbeditor.domain.words import plain_text
from kbeditor.storage.chunks import chunked
from kbeditor.storage.ideographs import spaced
from kbeditor.storage.tables import TEXT, LinkRow, table_of

_LINK = re.compile(r"kb:([0-9A-Za-z-]{8,64})(#[^\s)\"'>\]]*)?")
_FORGET = text("DELETE FROM search WHERE rowid = :id")
_FILL = text(
    "INSERT INTO search(rowid, title, keywords, summary, body) "
    "VALUES (:id, :title, :keywords, :summary, :body)"
)


def links_in(body: str) -> set[tuple[str, str]]:
    """Ids and fragments (without `#`, "" if none) that a Markdown body points to."""
    return {(found[1], (found[2] or "#")[1:]) for found in _LINK.finditer(body)}


def index_values(
    text_id: int, title: str, keywords: Sequence[str], summary: str, body: str
) -> dict[str, Any]:
    """One row of the full-text index."""
    return {
        "id": text_id,
        "title": spaced(title),
        "keywords": spaced(" ".join(keywords)),
        "summary": spaced(summary),
        "body": spaced(plain_text(body)),
    }


def fill(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Add rows (see `index_values`) to the full-text index."""
    if rows:
        session.execute(_FILL, rows)


def forget(session: Session, text_ids: Iterable[int]) -> None:
    """Take texts out of the index; their links go with the row."""
    ids = [{"id": each} for each in text_ids]
    if ids:
        session.execute(_FORGET, ids)


def refresh(session: Session, text_ids: Iterable[int]) -> None:
    """Index texts anew, and write their links where they changed."""
    for ids in chunked(sorted(text_ids), 500):
        rows = session.execute(
            select(TEXT.id, TEXT.title, TEXT.keywords, TEXT.summary, TEXT.body).where(
                TEXT.id.in_(ids)
            )
        ).all()
        forget(session, ids)
        fill(session, [index_values(*row) for row in rows])
        _refresh_links(session, {row.id: links_in(row.body) for row in rows})


def _refresh_links(session: Session, wanted: dict[int, set[tuple[str, str]]]) -> None:
    link = table_of(LinkRow)
    old: dict[int, set[tuple[str, str]]] = {}
    for row in session.execute(select(link).where(link.c.text_id.in_(wanted))):
        old.setdefault(row.text_id, set()).add((row.target, row.fragment))
    gone = [
        {"t": text_id, "g": target, "f": fragment}
        for text_id, links in wanted.items()
        for target, fragment in old.get(text_id, set()) - links
    ]
    if gone:
        session.execute(
            delete(link).where(
                link.c.text_id == bindparam("t"),
                link.c.target == bindparam("g"),
                link.c.fragment == bindparam("f"),
            ),
            gone,
        )
    new = [
        {"text_id": text_id, "target": target, "fragment": fragment}
        for text_id, links in wanted.items()
        for target, fragment in links - old.get(text_id, set())
    ]
    if new:
        session.execute(insert(link), new)
