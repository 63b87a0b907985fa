"""Keeps blocks in step with their texts, whatever changed these: typing, going back, undo."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kbeditor.domain.blocks import Segment
from kbeditor.domain.progress import Progress
from kbeditor.domain.states import State
from kbeditor.storage import blocks, splits
from kbeditor.storage.chunks import chunked
from kbeditor.storage.row_images import rows_of
from kbeditor.storage.tables import REVISION, TEXT, LibraryRow, RevisionRow, TextRow
from kbeditor.translation.alignment import Change, Step, align_versions
from kbeditor.translation.carrying import (
    after_editing,
    after_publishing,
    describes,
    made_current,
)
from kbeditor.translation.kept import Block, reviewed

_TOLD = 50
"""Texts between two steps of progress."""


def new_id() -> str:
    """A block's id."""
    return str(uuid7())


def source_locale(session: Session) -> str:
    """The library's source locale, "" where the library has no record yet."""
    row = session.execute(select(LibraryRow)).scalar_one_or_none()
    return "" if row is None else row.source_locale


def text_of(session: Session, owner_id: str | None, locale: str) -> TextRow | None:
    """An owner's text in a locale, None where it is missing."""
    return session.execute(
        select(TextRow).where(TEXT.owner_id == owner_id, TEXT.locale == locale)
    ).scalar_one_or_none()


def follow(
    session: Session, before: Mapping[int, Mapping[str, Any]], source: str, progress: Progress
) -> None:
    """Bring the blocks of changed texts in step. `before`: what their columns held, by text id.

    Raises Cancelled.
    """
    done = 0
    for some in chunked(list(before), _TOLD):
        progress.step("following_blocks", done, len(before))
        for row in rows_of(session, TextRow, some):
            if row.id is None or row.done_words is None:
                continue
            if row.locale == source:
                if row.published_id is not None and row.blocks_hash != row.published_hash:
                    _follow_published(session, row)
            elif row.blocks_hash != row.content_hash:
                _follow_text(session, row, before[row.id], source)
        done += len(some)


def _follow_text(session: Session, row: TextRow, old: Mapping[str, Any], source: str) -> None:
    assert row.id is not None
    known = blocks.of_text(session, row.id)
    new = segments_of(session, row)
    if not describes(known, new):
        origin = text_of(session, row.owner_id, source)
        made = after_editing(
            known,
            splits.segments(
                session,
                old.get("title", row.title),
                old.get("summary", row.summary),
                old.get("keywords", row.keywords),
                old.get("body", row.body),
            ),
            new,
            blocks.of_text(session, origin.id or 0) if origin else (),
            lambda: source_segments(session, origin) if origin else (),
            new_id,
        )
        if origin is not None and old.get("based_on_number", 0) > row.based_on_number:
            made = tuple(_based_as_before(session, made, known, row, origin))
    else:
        made = known
    if row.state == State.PUBLISHED:
        # Back at the live text: who published it answered for what was translated in it.
        made = tuple(reviewed(each) for each in made)
    blocks.put(session, row.id, made, row.content_hash)


def _based_as_before(
    session: Session, made: Iterable[Block], known: Iterable[Block], row: TextRow, origin: TextRow
) -> Iterator[Block]:
    """The blocks of a text that went back to what it said of an older source: so did those that
    changed by it, or old words would pass for a translation of the new ones.
    """
    revision = session.get(RevisionRow, row.based_on) if row.based_on is not None else None
    then = _segments_of_revision(session, revision) if revision is not None else ()
    ids = [each.id for each in blocks.of_text(session, origin.id or 0)]
    said = dict.fromkeys(ids, "")
    for step in align_versions(then, source_segments(session, origin)):
        if step.old is not None and step.new is not None:
            said[ids[step.new]] = then[step.old].hash
    unchanged = {(each.id, each.hash) for each in known}
    for each in made:
        if (each.id, each.hash) in unchanged:
            yield each
        else:
            links = tuple((id_, said.get(id_, hash_)) for id_, hash_ in each.based_on)
            yield replace(each, based_on=links)


def segments_of(session: Session, row: TextRow) -> tuple[Segment, ...]:
    """The segments of a working text."""
    return splits.segments(session, row.title, row.summary, row.keywords, row.body)


def source_segments(session: Session, row: TextRow) -> tuple[Segment, ...]:
    """The segments that a source's blocks describe, as many as there are blocks."""
    assert row.id is not None
    if row.content_hash == row.blocks_hash:
        return segments_of(session, row)
    said = _revision_described(session, row.id, row.blocks_hash)
    if said is not None:
        return _segments_of_revision(session, said)
    # Gone with an undone publication: what they said is known by the hashes alone.
    return tuple(
        Segment(each.kind, "", each.hash, each.words) for each in blocks.of_text(session, row.id)
    )


def segments_described(session: Session, text_id: int) -> tuple[Segment, ...]:
    """As `source_segments`, by id."""
    row = session.get(TextRow, text_id)
    assert row is not None
    return source_segments(session, row)


def _follow_published(session: Session, row: TextRow) -> None:
    revision = session.get(RevisionRow, row.published_id)
    assert revision is not None
    new = _segments_of_revision(session, revision)
    assert row.id is not None
    if describes(blocks.of_text(session, row.id), new):
        blocks.put(session, row.id, blocks.of_text(session, row.id), row.published_hash)
    else:
        old = source_segments(session, row)
        carry(session, row.id, old, new, align_versions(old, new))


def carry(
    session: Session,
    text_id: int,
    old: tuple[Segment, ...],
    new: tuple[Segment, ...],
    steps: tuple[Step, ...],
) -> None:
    """Make a source's blocks those of its published version; what they said before is kept."""
    row = session.get(TextRow, text_id)
    assert row is not None
    changed = (Change.EDITED, Change.REMOVED)
    blocks.remember(
        session,
        [old[step.old] for step in steps if step.old is not None and step.change in changed],
    )
    gone: dict[str, str] = {}
    if any(step.change is Change.NEW for step in steps):
        gone = blocks.ids_once_there(session, row.owner_id or "")
    known = blocks.of_text(session, text_id)
    made = after_publishing(known, steps, new, gone, new_id)
    blocks.put(session, text_id, made, row.published_hash)


def _segments_of_revision(session: Session, revision: RevisionRow) -> tuple[Segment, ...]:
    said = revision.title, revision.summary, revision.keywords, revision.body
    return splits.segments(session, *said)


class Content(NamedTuple):
    """What a text says."""

    title: str
    summary: str
    keywords: tuple[str, ...]
    body: str


def content_described(session: Session, text_id: int) -> Content:
    """What a source said when its blocks were made."""
    row = session.get(TextRow, text_id)
    assert row is not None
    said: TextRow | RevisionRow | None = row
    if row.content_hash != row.blocks_hash:
        said = _revision_described(session, text_id, row.blocks_hash)
    if said is None:
        return Content("", "", (), "")
    return Content(said.title, said.summary, tuple(said.keywords), said.body)


def _revision_described(session: Session, text_id: int, blocks_hash: str) -> RevisionRow | None:
    """What a source said when its blocks were made; None when no revision says so any more."""
    return session.execute(
        select(RevisionRow)
        .where(REVISION.text_id == text_id, REVISION.content_hash == blocks_hash)
        .order_by(REVISION.number.desc())
        .limit(1)
    ).scalar_one_or_none()


def follow_by_hand(session: Session, text_id: int, source: str) -> None:
    """A person says that a translation matches its source: so do all its blocks."""
    row = session.get(TextRow, text_id)
    origin = text_of(session, row.owner_id, source) if row is not None else None
    if row is None or origin is None:
        return
    follow_source(session, row, origin)
    if row.done_words is not None and origin.id is not None:
        now = {each.id: each for each in blocks.of_text(session, origin.id)}
        made = [made_current(each, now) for each in blocks.of_text(session, text_id)]
        blocks.put(session, text_id, made)


def follow_source(session: Session, text: TextRow, source: TextRow) -> None:
    """Say that a translation matches its source: the version published last, or the draft before.

    So does its live version, where that says the same as the working text.
    """
    live = source.published_id or _last_published(session, source)
    revision = session.get(RevisionRow, live) if live is not None else None
    number = 0 if revision is None else revision.number
    text.based_on, text.based_on_number = live, number
    text.based_on_hash = source.content_hash if revision is None else revision.content_hash
    if text.published_id is not None and text.content_hash == text.published_hash:
        text.live_number = number


def _last_published(session: Session, source: TextRow) -> str | None:
    """What a source said to readers before it was retracted."""
    return session.execute(
        select(REVISION.id)
        .where(REVISION.text_id == source.id, REVISION.kind == "published")
        .order_by(REVISION.number.desc())
        .limit(1)
    ).scalar_one_or_none()


def number_of(session: Session, revision_id: str | None) -> int:
    """A revision's number, 0 without one."""
    number = session.execute(select(REVISION.number).where(REVISION.id == revision_id)).scalar()
    return number or 0
