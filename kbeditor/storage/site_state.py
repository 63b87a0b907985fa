"""What a site could be made of, as one digest: read as bare rows, to cost next to nothing."""

from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection

_TABLES = (
    "SELECT id, name, source_locale FROM library",
    "SELECT key, value FROM setting ORDER BY key",
    "SELECT tag, name, direction, position, fallback, published FROM locale ORDER BY tag",
    "SELECT id, parent_id, position, labels, trashed_at FROM category ORDER BY id",
    "SELECT id, category_id, position, labels, promoted, trashed_at FROM article ORDER BY id",
    # The version grows with every write to a text, whatever it is; a change of the source's
    # numbers is one of them.
    "SELECT id, owner_id, locale, title, state, published_id, version, slug, changed_number, "
    "important_number, based_on_number, live_number FROM text ORDER BY id",
    "SELECT id, sha256, name, media_type, size, width, height, alt, variants FROM attachment "
    "ORDER BY id",
    "SELECT id, article_id, category_id, locale, parent_id, slug FROM old_slug ORDER BY id",
    "SELECT profile, address, locale, kind, owner_id FROM released_address "
    "ORDER BY profile, address",
)
_LINKS = "SELECT DISTINCT text_id, target FROM link ORDER BY text_id, target"
_IDS = "SELECT id FROM article UNION ALL SELECT id FROM category ORDER BY id"


def digest(connection: Connection, renderer: int) -> str:
    """A digest of all rows that a site is made from; bodies are named by revision and version."""
    made = blake2b(str(renderer).encode(), digest_size=16)
    for statement in _TABLES:
        made.update(repr(_rows(connection, statement)).encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def ids(connection: Connection) -> tuple[str, ...]:
    """Ids of all articles and categories, those in the trash, too, in their order."""
    return tuple(row[0] for row in _rows(connection, _IDS))


def links(connection: Connection) -> list[tuple[int, str]]:
    """Pairs of a text's id and an id that its working text points to, in order."""
    return [(text_id, target) for text_id, target in _rows(connection, _LINKS)]


def _rows(connection: Connection, statement: str) -> list[tuple[Any, ...]]:
    cursor = connection.exec_driver_sql(statement).cursor
    assert cursor is not None
    return list(cursor.fetchall())
