"""The tables of a library. Rows never leave this floor: `records` turns them into records."""

from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Computed,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy import Text as LongText
from sqlalchemy import text as literal_sql
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlmodel import Field, SQLModel

from kbeditor.storage.types import UtcTime


def parent_key(column: str) -> Any:
    """A key to a row that takes this one with it."""
    # Checked at commit, so that undo may replay rows in any order.
    return ForeignKey(column, ondelete="CASCADE", deferrable=True, initially="DEFERRED")


# Named, so that a later migration can find every constraint.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class LibraryRow(SQLModel, table=True):
    """The library itself: exactly one row."""

    __tablename__ = "library"
    id: str = Field(primary_key=True)
    name: str
    source_locale: str
    created_at: datetime = Field(sa_type=UtcTime)


class SettingRow(SQLModel, table=True):
    """One setting: a key and a JSON value."""

    __tablename__ = "setting"
    key: str = Field(primary_key=True)
    value: Any = Field(sa_column=Column(JSON, nullable=False))


class LocaleRow(SQLModel, table=True):
    """One language version."""

    __tablename__ = "locale"
    tag: str = Field(primary_key=True)
    name: str
    direction: str
    position: int
    fallback: str | None = None
    published: bool = True


class CategoryRow(SQLModel, table=True):
    """A branch of the tree."""

    __tablename__ = "category"
    __table_args__ = (Index("ix_category_parent", "parent_id", "position"),)
    # Of a branch deleted as a whole, the database may have taken the lower ones already.
    __mapper_args__ = {"confirm_deleted_rows": False}
    id: str = Field(primary_key=True)
    parent_id: str | None = Field(sa_column=Column(String, parent_key("category.id")))
    position: int
    labels: list[str] = Field(sa_column=Column(JSON, nullable=False))
    extra: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(sa_type=UtcTime)
    updated_at: datetime = Field(sa_type=UtcTime)
    trashed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    version: int = 1


class ArticleRow(SQLModel, table=True):
    """An article without its texts."""

    __tablename__ = "article"
    __table_args__ = (Index("ix_article_category", "category_id", "position"),)
    id: str = Field(primary_key=True)
    category_id: str | None = Field(sa_column=Column(String, parent_key("category.id")))
    position: int
    labels: list[str] = Field(sa_column=Column(JSON, nullable=False))
    promoted: bool = False
    owner: str = ""
    review_by: date | None = None
    extra: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(sa_type=UtcTime)
    updated_at: datetime = Field(sa_type=UtcTime)
    trashed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    version: int = 1


class TextRow(SQLModel, table=True):
    """The working text of one article or category in one locale.

    `slug_scope` is the parent's id ("" at the top, "trash:ID" in the trash): slugs differ in it.
    `changed_number` and `important_number` (source texts): the last published revision that was
    more than minor, and that was important. A translation whose `based_on_number` is smaller is
    outdated. `live_number` is the `based_on_number` that the live version was made with.

    `blocks_hash` is the content that the text's blocks were made from ("": not made yet): the
    published one of a source, the working one of a translation. What is summed up of the blocks:
    `done_words` (words of the source that are current and at least translated here; all words of
    the source itself; None: blocks are not made), `todo_words` and `todo_blocks` (what needs work),
    `stale_words` and `stale_blocks` (of these what is outdated, new or an orphan).
    """

    __tablename__ = "text"
    __table_args__ = (
        CheckConstraint("(article_id IS NULL) <> (category_id IS NULL)", name="ck_text_owner"),
        UniqueConstraint("owner_id", "locale", name="uq_text_owner_locale"),
        UniqueConstraint("locale", "slug_scope", "slug", name="uq_text_slug"),
        Index("ix_text_article", "article_id"),
        Index("ix_text_category", "category_id"),
        Index("ix_text_published", "published_id"),
        # All that trees and status need, without reading the pages that hold bodies.
        Index(
            "ix_text_head",
            "locale",
            "owner_id",
            "title",
            "state",
            "published_id",
            "based_on_number",
            "changed_number",
            "important_number",
            "published_words",
            "words",
            "edited_at",
            "done_words",
            "todo_words",
            "todo_blocks",
            "stale_words",
            "stale_blocks",
        ),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    article_id: str | None = Field(sa_column=Column(String, parent_key("article.id")))
    category_id: str | None = Field(sa_column=Column(String, parent_key("category.id")))
    owner_id: str | None = Field(
        default=None,
        sa_column=Column(
            String, Computed("coalesce(article_id, category_id)", persisted=True), nullable=True
        ),
    )
    locale: str = Field(
        sa_column=Column(
            String,
            ForeignKey("locale.tag", deferrable=True, initially="DEFERRED"),
            nullable=False,
        )
    )
    slug_scope: str
    slug: str
    title: str
    state: int
    published_id: str | None = None
    published_hash: str = ""
    published_words: int = 0
    changed_number: int = 0
    important_number: int = 0
    based_on: str | None = None
    based_on_number: int = 0
    based_on_hash: str = ""
    content_hash: str
    words: int = 0
    version: int = 1
    created_at: datetime = Field(sa_type=UtcTime)
    edited_at: datetime = Field(sa_type=UtcTime)
    edited_by: str = ""
    live_number: int = 0
    blocks_hash: str = ""
    done_words: int | None = None
    todo_words: int = 0
    todo_blocks: int = 0
    stale_words: int = 0
    stale_blocks: int = 0
    # The long columns stand last: SQLite then reads the others without their overflow pages.
    keywords: list[str] = Field(sa_column=Column(JSON, nullable=False))
    extra: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    summary: str = Field(default="", sa_type=LongText)
    body: str = Field(default="", sa_type=LongText)


class RevisionRow(SQLModel, table=True):
    """An immutable copy of a text."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("text_id", "number", name="uq_revision_number"),)
    id: str = Field(primary_key=True)
    text_id: int = Field(sa_column=Column(parent_key("text.id"), nullable=False))
    number: int
    kind: str
    title: str
    author: str
    created_at: datetime = Field(sa_type=UtcTime)
    based_on: str | None = None
    significance: int
    note: str = ""
    words: int
    content_hash: str
    keywords: list[str] = Field(sa_column=Column(JSON, nullable=False))
    summary: str = Field(default="", sa_type=LongText)
    body: str = Field(default="", sa_type=LongText)
    # The author's; behind the long columns, for it came with format 4.
    role: str = Field(
        default="", sa_column=Column(String, nullable=False, server_default=literal_sql("''"))
    )


class RenderingRow(SQLModel, table=True):
    """The stored HTML of a revision, and what else rendering found; made anew at will."""

    __tablename__ = "rendering"
    revision_id: str = Field(sa_column=Column(String, parent_key("revision.id"), primary_key=True))
    renderer: int
    parts: str = Field(sa_type=LongText)  # contents, links, warnings, words, plain text: JSON
    html: str = Field(sa_type=LongText)


class AttachmentRow(SQLModel, table=True):
    """A picture or file; its bytes are in `attachment_data`."""

    __tablename__ = "attachment"
    id: str = Field(primary_key=True)
    sha256: str = Field(unique=True)
    name: str
    media_type: str
    size: int
    width: int | None = None
    height: int | None = None
    alt: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    variants: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(sa_type=UtcTime)


class AttachmentDataRow(SQLModel, table=True):
    """Bytes by their SHA-256, apart so that listing attachments reads none."""

    __tablename__ = "attachment_data"
    sha256: str = Field(primary_key=True)
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class LinkRow(SQLModel, table=True):
    """Which ids a text's working body points to (`kb:ID#fragment`); derived from the body."""

    __tablename__ = "link"
    __table_args__ = (Index("ix_link_target", "target"),)
    text_id: int = Field(sa_column=Column(parent_key("text.id"), primary_key=True))
    target: str = Field(primary_key=True)
    fragment: str = Field(primary_key=True)


class OldSlugRow(SQLModel, table=True):
    """An address that a published page once had."""

    __tablename__ = "old_slug"
    __table_args__ = (
        Index("ix_old_slug_article", "article_id"),
        Index("ix_old_slug_category", "category_id"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    article_id: str | None = Field(sa_column=Column(String, parent_key("article.id")))
    category_id: str | None = Field(sa_column=Column(String, parent_key("category.id")))
    locale: str
    parent_id: str | None = None
    slug: str
    retired_at: datetime = Field(sa_type=UtcTime)


def table_of(row: type[SQLModel]) -> Table:
    """The Core table behind a row class."""
    return cast(Table, row.__dict__["__table__"])


def columns_of(row: type[SQLModel]) -> ReadOnlyColumnCollection[str, Column[Any]]:
    """The Core columns behind a row class."""
    return table_of(row).c


# The columns as SQLAlchemy knows them; on the classes they have the types of their values.
TEXT = columns_of(TextRow)
REVISION = columns_of(RevisionRow)
RENDERING = columns_of(RenderingRow)
ARTICLE = columns_of(ArticleRow)
CATEGORY = columns_of(CategoryRow)
LOCALE = columns_of(LocaleRow)
SETTING = columns_of(SettingRow)
ATTACHMENT = columns_of(AttachmentRow)
LINK = columns_of(LinkRow)
OLD_SLUG = columns_of(OldSlugRow)
