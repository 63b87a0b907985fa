"""What is to be done in one locale, read as bare rows from the index of texts."""

from typing import NamedTuple

from sqlalchemy import Connection

from kbeditor.domain.states import State
from kbeditor.storage.skeleton import LIVE_ARTICLE, LIVE_CATEGORIES

_TOTAL = "coalesce(s.done_words, s.published_words)"
_OUTDATED = "(t.id IS NOT NULL AND t.based_on_number < s.changed_number)"
_OPEN = "SELECT count(*) FROM note_thread n WHERE n.resolved_at IS NULL AND n.text_id"
_OF_ALL = "IN (SELECT o.id FROM text o WHERE o.owner_id = a.id)"
# The indexes are named for the same reason as in `skeleton`.
_TRANSLATIONS = (
    f"{LIVE_CATEGORIES}SELECT a.id, a.category_id, a.promoted, "
    "iif(coalesce(t.title, '') = '', s.title, t.title), coalesce(t.state, 0), "
    f"t.published_id IS NOT NULL, {_OUTDATED}, "
    "t.id IS NOT NULL AND t.based_on_number < s.important_number, "
    f"CASE WHEN t.done_words IS NOT NULL THEN t.todo_words WHEN t.state >= {int(State.IN_REVIEW)} "
    f"AND NOT {_OUTDATED} THEN 0 ELSE {_TOTAL} END, "
    "coalesce(t.todo_blocks, 0), coalesce(t.edited_at, ''), "
    f"CASE WHEN {_OUTDATED} THEN (SELECT min(r.created_at) FROM revision r WHERE r.text_id = s.id "
    "AND r.kind = 'published' AND r.significance > 0 AND r.number > t.based_on_number) END, "
    f"t.state = {int(State.IN_REVIEW)} AND t.done_words IS NOT NULL AND NOT EXISTS ("
    "SELECT 1 FROM block b WHERE b.text_id = t.id AND b.state < 3 "
    f"AND b.kind NOT IN ('code', 'html')), ({_OPEN} IN (s.id, t.id)) "
    "FROM article a JOIN text s INDEXED BY ix_text_head ON s.locale = :source "
    "AND s.owner_id = a.id AND s.published_id IS NOT NULL "
    "LEFT JOIN text t INDEXED BY ix_text_head ON t.locale = :locale AND t.owner_id = a.id "
    f"WHERE {LIVE_ARTICLE} AND (t.id IS NULL OR t.state <> {int(State.PUBLISHED)} "
    f"OR {_OUTDATED} OR t.todo_words > 0 OR ({_OPEN} = t.id) > 0)"
)
_SOURCES = (
    f"{LIVE_CATEGORIES}SELECT a.id, a.category_id, a.promoted, s.title, s.state, "
    "s.published_id IS NOT NULL, 0, 0, "
    f"iif(s.state = {int(State.PUBLISHED)}, 0, s.words), 0, s.edited_at, NULL, 0, "
    f"({_OPEN} {_OF_ALL}) "
    "FROM article a JOIN text s INDEXED BY ix_text_head ON s.locale = :source "
    f"AND s.owner_id = a.id WHERE {LIVE_ARTICLE} AND :locale = :source "
    f"AND (s.state <> {int(State.PUBLISHED)} OR a.id IN (SELECT o.owner_id "
    "FROM note_thread n JOIN text o ON o.id = n.text_id WHERE n.resolved_at IS NULL))"
)
_IMPORTANT = (
    "SELECT t.owner_id FROM text s INDEXED BY ix_text_head JOIN text t INDEXED BY ix_text_head "
    "ON t.locale = :locale AND t.owner_id = s.owner_id "
    "WHERE s.locale = :source AND t.based_on_number < s.important_number"
)
_NOTED = (
    "SELECT o.owner_id, count(*) FROM note_thread n JOIN text o ON o.id = n.text_id "
    "WHERE n.resolved_at IS NULL AND o.locale IN (:source, :locale) GROUP BY o.owner_id"
)


class Waiting(NamedTuple):
    """An article that waits for somebody in a locale. Words are the source's."""

    id: str
    category_id: str | None
    promoted: bool
    title: str
    state: State
    live: bool
    outdated: bool
    important: bool
    words_left: int
    blocks_left: int
    edited_at: str
    stale_since: str
    reviewed: bool
    open_notes: int


def read_waiting(connection: Connection, source: str, locale: str) -> tuple[Waiting, ...]:
    """Articles with something to do in a locale: notes on its texts, too.

    For the source's own: those not published, and those with open notes in any locale.
    """
    statement = _SOURCES if locale == source else _TRANSLATIONS
    rows = connection.exec_driver_sql(statement, {"source": source, "locale": locale})
    return tuple(
        Waiting(
            id=row[0],
            category_id=row[1],
            promoted=bool(row[2]),
            title=row[3],
            state=State(row[4]),
            live=bool(row[5]),
            outdated=bool(row[6]),
            important=bool(row[7]),
            words_left=row[8],
            blocks_left=row[9],
            edited_at=row[10],
            stale_since=row[11] or "",
            reviewed=bool(row[12]),
            open_notes=row[13],
        )
        for row in rows
    )


def read_important(connection: Connection, source: str, locale: str) -> frozenset[str]:
    """Owners whose text in a locale is older than an important change of the source."""
    rows = connection.exec_driver_sql(_IMPORTANT, {"source": source, "locale": locale})
    return frozenset(row[0] for row in rows)


def read_noted(connection: Connection, source: str, locale: str) -> dict[str, int]:
    """Owners with open notes on their text in a locale, or on the source's: how many."""
    rows = connection.exec_driver_sql(_NOTED, {"source": source, "locale": locale})
    return {row[0]: row[1] for row in rows}
