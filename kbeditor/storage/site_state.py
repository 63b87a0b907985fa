"""What a site could be made of, as one digest: read as bare rows, to cost next to nothing."""

import json
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection

from kbeditor.domain.site import StaleNotice
from kbeditor.domain.states import State

_encoded = json.JSONEncoder(ensure_ascii=False).encode

_TABLES = (
    "SELECT id, name, source_locale FROM library",
    "SELECT key, value FROM setting ORDER BY key",
    "SELECT tag, name, direction, position, fallback, published FROM locale ORDER BY tag",
    "SELECT id, parent_id, position, labels, trashed_at FROM category ORDER BY id",
    "SELECT id, category_id, position, labels, promoted, trashed_at FROM article ORDER BY id",
    "SELECT id, sha256, name, media_type, size, width, height, alt, variants FROM attachment "
    "ORDER BY id",
    "SELECT id, article_id, category_id, locale, parent_id, slug FROM old_slug ORDER BY id",
    "SELECT profile, address, locale, kind, owner_id FROM released_address "
    "ORDER BY profile, address",
)
# The version grows with every write to a text, whatever it is; a change of the source's numbers is
# one of them.
_TEXTS = (
    "SELECT id, owner_id, locale, title, state, published_id, version, slug, changed_number, "
    "important_number, based_on_number, live_number FROM text ORDER BY id"
)
_LINKS = "SELECT DISTINCT text_id, target FROM link ORDER BY text_id, target"
_IDS = "SELECT id FROM article UNION ALL SELECT id FROM category ORDER BY id"


class SiteState:
    """All rows that a site is made from, read once; bodies are named by revision and version."""

    def __init__(self, connection: Connection, renderer: int, source_locale: str) -> None:
        self._texts = _rows(connection, _TEXTS)
        self._others = _digest(renderer, *(_rows(connection, each) for each in _TABLES))
        self._source = source_locale

    def digest(self) -> str:
        """A digest of them."""
        return _digest(self._others, self._texts)

    def outline(self, links: Iterable[tuple[int, str]], notice: StaleNotice) -> str:
        """A digest of them without what only says which words a text holds.

        The numbers of a source's versions count by what readers are told of them: see
        `publishing.choice`. A text with a draft above it shows the title of its revision.
        """
        newest = {row[1]: (row[8], row[9]) for row in self._texts if row[2] == self._source}
        rows: list[tuple[Any, ...]] = []
        told = notice is not StaleNotice.NEVER
        for row in self._texts:
            id_, owner, locale, title, state, published, _, slug, _, _, based_on, live = row
            changed, important = (0, 0) if locale == self._source else newest.get(owner, (0, 0))
            if notice is StaleNotice.IMPORTANT:
                stale = (min(changed, important) > based_on, important > live)
            else:
                stale = (changed > based_on, changed > live)
            above = state != State.PUBLISHED and published
            rows.append(
                (id_, owner, locale, title, state, bool(published), slug, told and stale, above)
            )
        return _digest(self._others, rows, list(links))

    def wordings(self) -> dict[int, tuple[str | None, int]]:
        """What names the words of each text: the published revision, the working text's version."""
        return {row[0]: (row[5], row[6]) for row in self._texts}


def ids(connection: Connection) -> tuple[str, ...]:
    """Ids of all articles and categories, those in the trash, too, in their order."""
    return tuple(row[0] for row in _rows(connection, _IDS))


def links(connection: Connection) -> list[tuple[int, str]]:
    """Pairs of a text's id and an id that its working text points to, in order."""
    return [(text_id, target) for text_id, target in _rows(connection, _LINKS)]


def _digest(*parts: object) -> str:
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(_encoded(part).encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def _rows(connection: Connection, statement: str) -> list[tuple[Any, ...]]:
    cursor = connection.exec_driver_sql(statement).cursor
    assert cursor is not None
    return list(cursor.fetchall())
