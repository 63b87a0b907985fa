"""Note threads: comments on texts and their blocks."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kbeditor.domain.blocks import Note, NoteThread
from kbeditor.domain.errors import NotFound
from kbeditor.domain.records import Ref, TextRef
from kbeditor.storage.block_tables import NOTE, NOTE_THREAD, NoteRow, NoteThreadRow
from kbeditor.storage.records import owner_of
from kbeditor.storage.tables import TEXT, TextRow
from kbeditor.storage.unit_of_work import Unit


def threads(session: Session, owner: Ref, locales: Iterable[str] | None) -> list[NoteThread]:
    """The threads on an owner's texts (of some locales, or of all), oldest first."""
    statement = (
        select(NoteThreadRow, TEXT.locale)
        .join(TextRow, TEXT.id == NOTE_THREAD.text_id)
        .where(TEXT.owner_id == owner.id)
        .order_by(NOTE_THREAD.created_at, NOTE_THREAD.id)
    )
    if locales is not None:
        statement = statement.where(TEXT.locale.in_(list(locales)))
    return [
        _record(row, TextRef(owner, locale), _notes(session, row.id))
        for row, locale in session.execute(statement)
    ]


def thread(session: Session, thread_id: str) -> NoteThread:
    """One thread. Raises NotFound."""
    row = _row(session, thread_id)
    owner = session.execute(
        select(TEXT.article_id, TEXT.category_id, TEXT.locale).where(TEXT.id == row.text_id)
    ).one()
    ref = TextRef(owner_of(owner.article_id, owner.category_id), owner.locale)
    return _record(row, ref, _notes(session, row.id))


def add_thread(unit: Unit, thread_id: str, text_id: int, block_id: str | None) -> None:
    """Insert a thread that has no note yet."""
    unit.session.add(
        NoteThreadRow(id=thread_id, text_id=text_id, block_id=block_id, created_at=unit.now)
    )
    unit.session.flush()


def add_note(unit: Unit, note_id: str, thread_id: str, role: str, body: str) -> None:
    """Insert a note of the person at work. Raises NotFound."""
    _row(unit.session, thread_id)
    unit.session.add(
        NoteRow(
            id=note_id,
            thread_id=thread_id,
            author=unit.who,
            role=role,
            body=body,
            created_at=unit.now,
        )
    )
    unit.session.flush()


def set_resolved(unit: Unit, thread_id: str, resolved: bool) -> None:
    """Resolve or reopen a thread; nothing happens when it is so already. Raises NotFound."""
    row = _row(unit.session, thread_id)
    if (row.resolved_at is not None) != resolved:
        row.resolved_at = unit.now if resolved else None
        row.resolved_by = unit.who if resolved else ""


def set_body(unit: Unit, note_id: str, body: str) -> str:
    """Write a note anew; its thread. Raises NotFound."""
    row = unit.session.get(NoteRow, note_id)
    if row is None:
        raise NotFound("note", note_id)
    row.body = body
    return row.thread_id


def remove(unit: Unit, thread_id: str) -> None:
    """Delete a thread with its notes. Raises NotFound."""
    row = _row(unit.session, thread_id)
    for note in unit.session.execute(select(NoteRow).where(NOTE.thread_id == thread_id)).scalars():
        unit.session.delete(note)
    unit.session.flush()
    unit.session.delete(row)
    unit.session.flush()


def open_counts(session: Session, locale: str) -> dict[Ref, int]:
    """How many threads are open on each owner's text of a locale; those without are left out."""
    rows = session.execute(
        select(TEXT.article_id, TEXT.category_id, func.count(NOTE_THREAD.id))
        .select_from(NoteThreadRow)
        .join(TextRow, TEXT.id == NOTE_THREAD.text_id)
        .where(TEXT.locale == locale, NOTE_THREAD.resolved_at.is_(None))
        .group_by(TEXT.id)
    )
    return {owner_of(row[0], row[1]): row[2] for row in rows}


def open_by_block(session: Session, text_ids: Sequence[int]) -> Mapping[str | None, int]:
    """How many threads on some texts are open, by block (None: on the whole text)."""
    rows = session.execute(
        select(NOTE_THREAD.block_id).where(
            NOTE_THREAD.text_id.in_(text_ids), NOTE_THREAD.resolved_at.is_(None)
        )
    )
    return Counter(rows.scalars())


def _row(session: Session, thread_id: str) -> NoteThreadRow:
    row = session.get(NoteThreadRow, thread_id)
    if row is None:
        raise NotFound("note", thread_id)
    return row


def _notes(session: Session, thread_id: str) -> tuple[Note, ...]:
    rows = session.execute(
        select(NoteRow).where(NOTE.thread_id == thread_id).order_by(NOTE.created_at, NOTE.id)
    ).scalars()
    return tuple(Note(row.id, row.author, row.role, row.body, row.created_at) for row in rows)


def _record(row: NoteThreadRow, owner: TextRef, notes: tuple[Note, ...]) -> NoteThread:
    return NoteThread(row.id, owner, row.block_id, notes, row.resolved_at, row.resolved_by)
