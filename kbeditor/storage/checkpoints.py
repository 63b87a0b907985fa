"""Checkpoints: copies of working texts that nobody published. Added and thinned out past undo.

They are counted -1, -2 … within their text, so that the numbers of what is published stay free.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, insert, select, union
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kbeditor.domain.states import Significance
from kbeditor.domain.thinning import superfluous
from kbeditor.domain.versions import CHECKPOINT
from kbeditor.storage.chunks import chunked
from kbeditor.storage.people_tables import VERSION_NAME, VersionNameRow
from kbeditor.storage.tables import REVISION, TEXT, RevisionRow, TextRow
from kbeditor.storage.unit_of_work import Unit


class _Known(NamedTuple):
    """What is known of a text's revisions: the newest one, and the lowest number."""

    newest: str
    newest_hash: str
    lowest: int


def lacking(
    session: Session, text_ids: Sequence[int], edited_since: datetime | None = None
) -> list[int]:
    """Those of some texts whose newest revision says something else than they do now.

    `edited_since`: only texts written at or after that moment.
    """
    found: list[int] = []
    for some in chunked(text_ids):
        known = _known(session, some)
        # Without what the texts say: mostly there is nothing to keep.
        rows = session.execute(
            select(
                TEXT.id,
                TEXT.content_hash,
                TEXT.edited_at,
                (TEXT.body + TEXT.summary != "") | (TEXT.words > 0),
            ).where(TEXT.id.in_(some))
        )
        for text_id, content_hash, edited_at, says_something in rows:
            newest = known.get(text_id)
            more = says_something if newest is None else newest.newest_hash != content_hash
            if more and (edited_since is None or edited_at >= edited_since):
                found.append(text_id)
    return found


def put(unit: Unit, text_ids: Sequence[int], why: str) -> list[str]:
    """Keep what these texts say now, where it is not what their newest revision says; the ids of
    the new revisions.

    Not watched by the unit of work: undo of what was done before or after passes them by.
    """
    made: list[str] = []
    for some in chunked(lacking(unit.session, text_ids)):
        known = _known(unit.session, some)
        rows = unit.session.execute(select(TextRow).where(TEXT.id.in_(some))).scalars()
        values = [_values(unit, row, known.get(row.id or 0), why) for row in rows]
        unit.session.execute(insert(RevisionRow), values)
        made += [value["id"] for value in values]
        _thin(unit, some, made)
    return made


def newest(session: Session, text_id: int) -> str | None:
    """The id of a text's newest revision, whatever its kind."""
    found = _known(session, [text_id]).get(text_id)
    return None if found is None else found.newest


def _known(session: Session, text_ids: Sequence[int]) -> dict[int, _Known]:
    rows = session.execute(
        select(REVISION.text_id, REVISION.id, REVISION.content_hash, REVISION.number)
        .where(REVISION.text_id.in_(text_ids))
        .order_by(REVISION.created_at, REVISION.id)
    )
    found: dict[int, _Known] = {}
    for text_id, revision_id, content_hash, number in rows:
        lowest = min(number, found[text_id].lowest) if text_id in found else number
        found[text_id] = _Known(revision_id, content_hash, lowest)
    return found


def _values(unit: Unit, row: TextRow, known: _Known | None, why: str) -> dict[str, Any]:
    return {
        "id": str(uuid7()),
        "text_id": row.id,
        "number": min(known.lowest if known else 0, 0) - 1,
        "kind": CHECKPOINT,
        "title": row.title,
        "summary": row.summary,
        "keywords": list(row.keywords),
        "body": row.body,
        # Who wrote it, which may be somebody else than who leaves the text.
        "author": row.edited_by or unit.who,
        "role": unit.role if row.edited_by in ("", unit.who) else "",
        "created_at": unit.now,
        "based_on": row.based_on,
        "significance": int(Significance.UPDATE),
        "note": why,
        "words": row.words,
        "content_hash": row.content_hash,
    }


def _thin(unit: Unit, text_ids: Collection[int], kept: Collection[str]) -> None:
    """Delete what age makes superfluous; never what has a name, or what something is based on."""
    session = unit.session
    rows = session.execute(
        select(REVISION.text_id, REVISION.id, REVISION.created_at)
        .outerjoin(VersionNameRow, VERSION_NAME.revision_id == REVISION.id)
        .where(
            REVISION.text_id.in_(text_ids),
            REVISION.kind == CHECKPOINT,
            VERSION_NAME.revision_id.is_(None),
        )
    )
    found: dict[int, list[tuple[str, datetime]]] = defaultdict(list)
    for text_id, revision_id, moment in rows:
        found[text_id].append((revision_id, moment))
    going = {
        each[index][0]
        for each in found.values()
        for index in superfluous([moment for _, moment in each], unit.now)
    }
    going -= set(kept)
    if going:
        going -= _needed(session, text_ids)
    for some in chunked(sorted(going)):
        session.execute(delete(RevisionRow).where(REVISION.id.in_(some)))


def _needed(session: Session, text_ids: Collection[int]) -> set[str]:
    """Revisions of these texts' owners that a text or another revision follows, or whose words a
    text's blocks describe.
    """
    owners = select(TEXT.owner_id).where(TEXT.id.in_(text_ids))
    theirs = select(TEXT.id).where(TEXT.owner_id.in_(owners))
    followed = union(
        select(TEXT.based_on).where(TEXT.id.in_(theirs)),
        select(REVISION.based_on).where(REVISION.text_id.in_(theirs)),
        select(REVISION.id)
        .join(TextRow, TEXT.id == REVISION.text_id)
        .where(TEXT.id.in_(theirs), REVISION.content_hash == TEXT.blocks_hash),
    )
    return {each for each in session.execute(followed).scalars() if each is not None}
