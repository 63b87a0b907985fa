"""What texts say of their blocks in sum, and that article and blocks agree on what is outdated."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from kbeditor.domain.blocks import BlockState, Freshness
from kbeditor.storage import blocks
from kbeditor.storage.chunks import chunked
from kbeditor.storage.following import follow_source, number_of
from kbeditor.storage.tables import REVISION, TEXT, RevisionRow, TextRow
from kbeditor.translation.freshness import Standing, TargetBlock, compare
from kbeditor.translation.kept import Block


def refresh(session: Session, text_ids: Collection[int], source: str) -> None:
    """Sum up anew the texts whose blocks changed; all translations of a source that did."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for text_id in text_ids:
        row = session.get(TextRow, text_id)
        if row is not None and row.owner_id is not None:
            wanted[row.owner_id].add(text_id)
    for owners in chunked(list(wanted)):
        rows: dict[str, list[TextRow]] = defaultdict(list)
        for row in session.execute(select(TextRow).where(TEXT.owner_id.in_(owners))).scalars():
            if row.done_words is not None and row.owner_id is not None:
                rows[row.owner_id].append(row)
        for owner, texts in rows.items():
            origin = next((each for each in texts if each.locale == source), None)
            if origin is not None:
                _refresh_owner(session, origin, texts, wanted[owner])


def _refresh_owner(
    session: Session, source: TextRow, texts: list[TextRow], changed: Collection[int]
) -> None:
    assert source.id is not None
    translations = [
        each
        for each in texts
        if each is not source and (source.id in changed or each.id in changed)
    ]
    known = blocks.of_texts(session, [each.id or 0 for each in (source, *translations)])
    origin = known[source.id]
    _set(source, done_words=sum(each.words for each in origin))
    equal = blocks.equal_for(session, source.id)
    standings = [
        (each, compare([b.as_source() for b in origin], _targets(known[each.id or 0]), equal))
        for each in translations
    ]
    for each, standing in standings:
        _sum_up(each, origin, standing)
        _call_outdated(session, each, source, standing)
    for each, standing in standings:
        _follow(session, each, source, standing)
    session.flush()


def _targets(found: Collection[Block]) -> list[TargetBlock]:
    return [each.as_target() for each in found]


def _sum_up(text: TextRow, source: Collection[Block], standing: Standing) -> None:
    origin = tuple(source)
    todo = {
        row.source
        for row in standing.rows
        if row.source is not None
        and (
            row.freshness is not Freshness.CURRENT
            or (row.state < BlockState.TRANSLATED and origin[row.source].kind.translatable)
        )
    }
    _set(
        text,
        done_words=standing.done_words,
        todo_words=sum(each.words for each in origin) - standing.done_words,
        todo_blocks=len(todo) + standing.orphans,
        stale_words=standing.stale_words,
        stale_blocks=standing.stale_blocks + standing.orphans,
    )


def _set(text: TextRow, **values: int) -> None:
    for name, value in values.items():
        if getattr(text, name) != value:
            setattr(text, name, value)


def _call_outdated(session: Session, text: TextRow, source: TextRow, standing: Standing) -> None:
    """A block that is outdated makes its text so: a minor change was revoked, an update undone."""
    current = text.based_on_number >= source.changed_number
    outdated = any(row.freshness is Freshness.OUTDATED for row in standing.rows)
    if not current or not outdated or source.published_id is None:
        return
    source.changed_number = max(source.changed_number, number_of(session, source.published_id))
    if text.based_on_number < source.changed_number:
        return
    base = session.execute(
        select(REVISION.id, REVISION.number)
        .where(
            REVISION.text_id == source.id,
            REVISION.kind == "published",
            REVISION.number < source.changed_number,
        )
        .order_by(REVISION.number.desc())
        .limit(1)
        .select_from(RevisionRow)
    ).one_or_none()
    text.based_on, text.based_on_number = (base.id, base.number) if base else (None, 0)
    text.based_on_hash = ""
    if text.content_hash == text.published_hash:
        text.live_number = text.based_on_number


def _follow(session: Session, text: TextRow, source: TextRow, standing: Standing) -> None:
    """A text whose blocks are all current has caught up with its source."""
    outdated = text.based_on_number < source.changed_number
    if outdated and not standing.stale_blocks and not standing.orphans:
        follow_source(session, text, source)
