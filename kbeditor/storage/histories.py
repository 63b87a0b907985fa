"""A text's versions as its history lists them, without what they say; and their names.

Names stand apart from the versions: those stay as they were written.
"""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kbeditor.domain.records import Revision
from kbeditor.domain.states import Significance
from kbeditor.domain.versions import PUBLISHED, Version
from kbeditor.storage import records
from kbeditor.storage.people_tables import VERSION_NAME, VersionNameRow
from kbeditor.storage.tables import REVISION, RevisionRow, table_of
from kbeditor.storage.unit_of_work import Unit


def versions(session: Session, text_id: int, live: str | None) -> list[Version]:
    """All versions of a text, the oldest first. `live`: the id of the one that readers see."""
    base = table_of(RevisionRow).alias("base")
    rows = session.execute(
        select(
            REVISION.id,
            REVISION.number,
            REVISION.kind,
            VERSION_NAME.name,
            REVISION.author,
            REVISION.role,
            REVISION.created_at,
            REVISION.words,
            REVISION.significance,
            REVISION.note,
            REVISION.content_hash,
            base.c.number,
        )
        .select_from(RevisionRow)
        .outerjoin(VersionNameRow, VERSION_NAME.revision_id == REVISION.id)
        .outerjoin(base, base.c.id == REVISION.based_on)
        .where(REVISION.text_id == text_id)
        .order_by(REVISION.created_at, REVISION.number, REVISION.id)
    )
    return [
        Version(
            row[0],
            max(row[1], 0),
            row[2],
            row[3] or "",
            row[4],
            row[5],
            row[6],
            row[7],
            Significance(row[8]),
            row[9],
            row[10],
            row[11] or 0,
            row[0] == live,
        )
        for row in rows
    ]


def name(unit: Unit, revision_id: str, words: str) -> None:
    """Call a version so; "" takes its name away."""
    row = unit.session.get(VersionNameRow, revision_id)
    if row is None:
        if words:
            unit.session.add(
                VersionNameRow(
                    revision_id=revision_id, name=words, author=unit.who, created_at=unit.now
                )
            )
    elif not words:
        unit.session.delete(row)
    elif row.name != words:
        row.name, row.author, row.created_at = words, unit.who, unit.now
    unit.session.flush()


def published(session: Session, text_ids: Sequence[int]) -> dict[int, list[Revision]]:
    """The published versions of some texts, oldest first, with what they say."""
    found: dict[int, list[Revision]] = {}
    rows = session.execute(
        select(RevisionRow)
        .where(REVISION.text_id.in_(text_ids), REVISION.kind == PUBLISHED)
        .order_by(REVISION.text_id, REVISION.number)
    ).scalars()
    for row in rows:
        found.setdefault(row.text_id, []).append(records.revision_record(row))
    session.expunge_all()  # a big library is not held in memory
    return found
