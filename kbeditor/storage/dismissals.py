"""Issues that somebody called no fault."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from kbeditor.domain.blocks import CheckIssue, Dismissal
from kbeditor.domain.records import TextRef
from kbeditor.storage.block_tables import DISMISSAL, DismissalRow
from kbeditor.storage.records import owner_of
from kbeditor.storage.tables import TEXT, TextRow
from kbeditor.storage.unit_of_work import Unit


def known(session: Session, ref: TextRef) -> set[tuple[str, str]]:
    """(block, fingerprint) of what was dismissed in a text."""
    rows = session.execute(
        select(DISMISSAL.block_id, DISMISSAL.fingerprint)
        .join(TextRow, TEXT.id == DISMISSAL.text_id)
        .where(TEXT.owner_id == ref.owner.id, TEXT.locale == ref.locale)
    )
    return {(row.block_id, row.fingerprint) for row in rows}


def listed(session: Session, locale: str | None) -> list[Dismissal]:
    """The dismissals in one locale or in all, the newest first."""
    statement = (
        select(DismissalRow, TEXT.article_id, TEXT.category_id, TEXT.locale)
        .join(TextRow, TEXT.id == DISMISSAL.text_id)
        .order_by(DISMISSAL.id.desc())
    )
    if locale is not None:
        statement = statement.where(TEXT.locale == locale)
    return [
        Dismissal(
            row.id or 0,
            TextRef(owner_of(article_id, category_id), tag),
            row.block_id,
            row.check_id,
            row.fingerprint,
            row.detail,
            row.reason,
            row.who,
            row.created_at,
        )
        for row, article_id, category_id, tag in session.execute(statement)
    ]


def add(unit: Unit, text_id: int, block_id: str, issue: CheckIssue, reason: str) -> None:
    """Dismiss an issue of a block."""
    unit.session.add(
        DismissalRow(
            text_id=text_id,
            block_id=block_id,
            check_id=issue.check,
            fingerprint=issue.fingerprint,
            detail=issue.detail,
            reason=reason,
            who=unit.who,
            created_at=unit.now,
        )
    )
    unit.session.flush()


def remove(unit: Unit, ids: Iterable[int]) -> int:
    """Take dismissals back; how many were there."""
    rows = [row for each in ids if (row := unit.session.get(DismissalRow, each)) is not None]
    for row in rows:
        unit.session.delete(row)
    return len(rows)
