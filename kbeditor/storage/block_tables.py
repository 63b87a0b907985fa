"""The tables of translating: blocks, minor changes, memory, glossary, notes, dismissals."""

from datetime import datetime

from sqlalchemy import JSON, Column, Index, String, UniqueConstraint
from sqlalchemy import Text as LongText
from sqlmodel import Field, SQLModel

from kbeditor.storage.tables import columns_of, parent_key
from kbeditor.storage.types import UtcTime


class BlockRow(SQLModel, table=True):
    """One block of a text, in order. A source's describe its published version, a translation's its
    working text; `based_on` lists [source block, hash of the source it was translated from].
    """

    __tablename__ = "block"
    __table_args__ = (Index("ix_block_text", "text_id", "position"),)
    id: str = Field(primary_key=True)
    text_id: int = Field(sa_column=Column(parent_key("text.id"), nullable=False))
    position: int
    kind: str
    hash: str
    words: int
    state: int = 0
    based_on: list[list[str]] = Field(sa_column=Column(JSON, nullable=False))


class SourceSegmentRow(SQLModel, table=True):
    """What a source block said before it was changed: the old side of a diff, by its hash."""

    __tablename__ = "source_segment"
    hash: str = Field(primary_key=True)
    kind: str
    text: str = Field(sa_type=LongText)


class EquivalenceRow(SQLModel, table=True):
    """A minor change of a source block: both hashes say the same to its translators."""

    __tablename__ = "equivalence"
    __table_args__ = (Index("ix_equivalence_text", "text_id"), {"sqlite_autoincrement": True})
    id: int | None = Field(default=None, primary_key=True)
    text_id: int = Field(sa_column=Column(parent_key("text.id"), nullable=False))
    block_id: str
    old_hash: str
    new_hash: str
    who: str
    why: str
    created_at: datetime = Field(sa_type=UtcTime)


class GlossaryRow(SQLModel, table=True):
    """A term and what it is called in one locale; it outlives the locale's removal."""

    __tablename__ = "glossary_term"
    __table_args__ = (UniqueConstraint("term", "locale", name="uq_glossary_term"),)
    id: str = Field(primary_key=True)
    term: str
    locale: str
    translation: str
    forbidden: list[str] = Field(sa_column=Column(JSON, nullable=False))
    note: str = ""
    created_at: datetime = Field(sa_type=UtcTime)


class NoteThreadRow(SQLModel, table=True):
    """A comment with its answers, on a text or on one of its blocks."""

    __tablename__ = "note_thread"
    __table_args__ = (Index("ix_note_thread_text", "text_id"),)
    id: str = Field(primary_key=True)
    text_id: int = Field(sa_column=Column(parent_key("text.id"), nullable=False))
    block_id: str | None = None
    created_at: datetime = Field(sa_type=UtcTime)
    resolved_at: datetime | None = Field(default=None, sa_type=UtcTime)
    resolved_by: str = ""


class NoteRow(SQLModel, table=True):
    """One comment of a thread."""

    __tablename__ = "note"
    __table_args__ = (Index("ix_note_thread", "thread_id"),)
    id: str = Field(primary_key=True)
    thread_id: str = Field(sa_column=Column(String, parent_key("note_thread.id"), nullable=False))
    author: str
    role: str
    body: str = Field(sa_type=LongText)
    created_at: datetime = Field(sa_type=UtcTime)


class DismissalRow(SQLModel, table=True):
    """An issue of a check that somebody called no fault."""

    __tablename__ = "dismissal"
    __table_args__ = (Index("ix_dismissal_text", "text_id"), {"sqlite_autoincrement": True})
    id: int | None = Field(default=None, primary_key=True)
    text_id: int = Field(sa_column=Column(parent_key("text.id"), nullable=False))
    block_id: str
    check_id: str
    fingerprint: str
    detail: str
    reason: str
    who: str
    created_at: datetime = Field(sa_type=UtcTime)


class MemoryRow(SQLModel, table=True):
    """A pair of segments of the translation memory.

    With `text_id` and `block_id` it is derived from a translation's block (and goes with it, see
    `storage.memory`), else it came from a file, named in `origin`. `id` says the locale and the
    source's length. The trigrams of its source are in `memory_trigram`, under `rowid` = `id`.
    """

    __tablename__ = "memory"
    __table_args__ = (
        Index("ix_memory_source", "locale", "source_hash"),
        Index("ix_memory_text", "text_id", "origin"),
    )
    id: int | None = Field(default=None, primary_key=True)
    locale: str
    source_hash: str
    prev_hash: str = ""
    next_hash: str = ""
    origin: str = ""
    text_id: int | None = None
    block_id: str | None = None
    created_at: str
    source: str = Field(sa_type=LongText)
    target: str = Field(sa_type=LongText)


# The columns as SQLAlchemy knows them; on the classes they have the types of their values.
BLOCK = columns_of(BlockRow)
SOURCE_SEGMENT = columns_of(SourceSegmentRow)
EQUIVALENCE = columns_of(EquivalenceRow)
GLOSSARY = columns_of(GlossaryRow)
NOTE_THREAD = columns_of(NoteThreadRow)
NOTE = columns_of(NoteRow)
DISMISSAL = columns_of(DismissalRow)
MEMORY = columns_of(MemoryRow)
