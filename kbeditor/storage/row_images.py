"""Before- and after-images of rows: what undo replays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session
from sqlmodel import SQLModel

from kbeditor.domain.errors import Conflict
from kbeditor.storage.tables import ArticleRow, CategoryRow, TextRow

VOLATILE = frozenset({"version", "updated_at", "edited_at", "edited_by", "owner_id"})
"""Columns that every write touches: neither compared nor put back."""


@dataclass(frozen=True, slots=True)
class RowImage:
    """One changed row. `before` None: it was added; `after` None: it was deleted.

    For an updated row both hold only the columns that changed.
    """

    table: type[SQLModel]
    key: tuple[Any, ...]
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def image_of_new(row: SQLModel) -> RowImage:
    """The image of an added row."""
    return RowImage(type(row), _key(row), None, _values(row))


def image_of_deleted(row: SQLModel) -> RowImage:
    """The image of a deleted row."""
    return RowImage(type(row), _key(row), _values(row), None)


def image_of_dirty(row: SQLModel) -> RowImage | None:
    """The image of an updated row; None when no column really changed."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    state = inspect(row)
    assert state is not None
    for name in state.mapper.column_attrs.keys():  # noqa: SIM118 - a mapping of SQLAlchemy's own
        history = state.attrs[name].history
        if history.added and history.deleted:
            before[name], after[name] = history.deleted[0], history.added[0]
        elif history.added:
            before[name], after[name] = None, history.added[0]
    return RowImage(type(row), _key(row), before, after) if after else None


def replay_inverse(session: Session, images: Sequence[RowImage]) -> None:
    """Put every row back as it was before.

    Raises Conflict, before anything is written, when a row was changed since.
    """
    last: tuple[type[SQLModel], str] | None = None
    for image in reversed(images):
        kind = "add" if image.after is None else "delete" if image.before is None else "update"
        if last is not None and last != (image.table, kind):
            session.flush()
        last = (image.table, kind)
        row = session.get(image.table, image.key)
        if image.after is None:
            if row is not None or image.before is None:
                raise Conflict(_name(image))
            session.add(image.table(**image.before))
            continue
        if row is None or any(
            getattr(row, name) != value
            for name, value in image.after.items()
            if name not in VOLATILE
        ):
            raise Conflict(_name(image))
        if image.before is None:
            session.delete(row)
        else:
            for name, value in image.before.items():
                if name not in VOLATILE:
                    setattr(row, name, value)
    session.flush()


def _name(image: RowImage) -> str:
    values = {**(image.before or {}), **(image.after or {})}
    title = values.get("title") or values.get("name")
    if title:
        return f"“{title}”"
    return {ArticleRow: "The article", CategoryRow: "The category", TextRow: "The text"}.get(
        image.table, "The same thing"
    )


def _key(row: SQLModel) -> tuple[Any, ...]:
    state = inspect(row)
    assert state is not None
    return tuple(state.mapper.primary_key_from_instance(row))


def _values(row: SQLModel) -> dict[str, Any]:
    state = inspect(row)
    assert state is not None
    return {
        name: getattr(row, name)
        for name in state.mapper.column_attrs.keys()  # noqa: SIM118
        if name != "owner_id"
    }
