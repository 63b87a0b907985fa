"""The tables of publishing: releases, the addresses they had, votes and failed searches."""

from datetime import datetime

from sqlalchemy import Column, Index, LargeBinary, String
from sqlalchemy import Text as LongText
from sqlmodel import Field, SQLModel

from kbeditor.storage.tables import columns_of, parent_key
from kbeditor.storage.types import UtcTime


class ReleaseRow(SQLModel, table=True):
    """A site that was built to be published. `snapshot` and `manifest` are deflated JSON."""

    __tablename__ = "release"
    number: int = Field(primary_key=True)
    profile: str
    profile_name: str
    note: str = ""
    author: str = ""
    created_at: datetime = Field(sa_type=UtcTime)
    page_version: str
    digest: str  # SHA-256 of the manifest
    pages: int
    files: int
    snapshot: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    manifest: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class ReleasedAddressRow(SQLModel, table=True):
    """An address that a page had in a release. No key to the page: it outlives it."""

    __tablename__ = "released_address"
    profile: str = Field(primary_key=True)
    address: str = Field(primary_key=True)
    locale: str
    kind: str
    owner_id: str
    parent_id: str | None = None  # the category it lay in
    title: str
    first: int
    last: int


class VoteRow(SQLModel, table=True):
    """One reader's vote on an article in one locale."""

    __tablename__ = "vote"
    __table_args__ = (Index("ix_vote_article", "article_id", "locale"),)
    id: str = Field(primary_key=True)
    article_id: str = Field(sa_column=Column(String, parent_key("article.id"), nullable=False))
    locale: str
    revision: str
    helpful: bool
    at: datetime = Field(sa_type=UtcTime)
    comment: str = Field(default="", sa_type=LongText)


class FailedSearchRow(SQLModel, table=True):
    """A search of a reader that found nothing."""

    __tablename__ = "failed_search"
    __table_args__ = (Index("ix_failed_search_query", "locale", "query"),)
    id: str = Field(primary_key=True)
    locale: str
    query: str
    at: datetime = Field(sa_type=UtcTime)


RELEASE = columns_of(ReleaseRow)
RELEASED_ADDRESS = columns_of(ReleasedAddressRow)
VOTE = columns_of(VoteRow)
FAILED_SEARCH = columns_of(FailedSearchRow)
