"""The tables of who works here and of what they called versions."""

from datetime import datetime

from sqlalchemy import JSON, Column, String
from sqlmodel import Field, SQLModel

from kbeditor.storage.tables import columns_of, parent_key
from kbeditor.storage.types import UtcTime


class PersonRow(SQLModel, table=True):
    """Somebody who works on the library. `name_key` is the name in NFC, case-folded."""

    __tablename__ = "person"
    id: str = Field(primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    role: str
    locales: list[str] = Field(sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(sa_type=UtcTime)


class VersionNameRow(SQLModel, table=True):
    """What a revision was called; apart, so that revisions stay as they were written."""

    __tablename__ = "version_name"
    revision_id: str = Field(sa_column=Column(String, parent_key("revision.id"), primary_key=True))
    name: str
    author: str
    created_at: datetime = Field(sa_type=UtcTime)


PERSON = columns_of(PersonRow)
VERSION_NAME = columns_of(VersionNameRow)
