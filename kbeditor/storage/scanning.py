"""Reads the words of many texts, a few owners at a time, for what looks at every one of them."""

import json
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from kbeditor.domain.records import TextRef
from kbeditor.domain.states import make_mark
from kbeditor.storage.chunks import chunked
from kbeditor.storage.records import owner_of

_BATCH = 200
"""Owners read at once: some 400 texts, a few MB."""

_STATEMENT = (
    "SELECT t.owner_id, t.article_id, t.category_id, t.locale, t.title, t.state, "
    "t.published_id IS NOT NULL, "
    "t.locale <> ? AND t.based_on_number < coalesce(s.changed_number, 0), "
    "t.version, t.keywords, t.summary, t.body FROM text t "
    "LEFT JOIN text s ON s.owner_id = t.owner_id AND s.locale = ? WHERE t.owner_id IN ({})"
)


class Scanned(NamedTuple):
    """The words of one text."""

    ref: TextRef
    mark: int
    version: int
    title: str
    summary: str
    keywords: tuple[str, ...]
    body: str


def scan(
    connection: Connection, owners: Sequence[str], locales: Collection[str], source: str
) -> Iterator[Scanned]:
    """The texts of some owners in some locales: in the order of `owners`, then of `locales`."""
    order = {tag: place for place, tag in enumerate(locales)}
    for some in chunked(owners, _BATCH):
        places = {owner: place for place, owner in enumerate(some)}
        statement = _STATEMENT.format(",".join("?" * len(some)))
        rows = connection.exec_driver_sql(statement, (source, source, *some)).all()
        for row in sorted(
            (row for row in rows if row[3] in order),
            key=lambda row: (places[row[0]], order[row[3]]),
        ):
            yield Scanned(
                TextRef(owner_of(row[1], row[2]), row[3]),
                make_mark(row[5], bool(row[7]), bool(row[6])),
                row[8],
                row[4],
                row[10],
                tuple(json.loads(row[9])),
                row[11],
            )
