"""Replays the images of many rows of one kind at once: undo of what was done to thousands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy import bindparam, delete, exists, insert, select, update
from sqlalchemy.orm import Session
from sqlmodel import SQLModel

from kbeditor.domain.errors import Conflict
from kbeditor.storage.block_tables import BlockRow
from kbeditor.storage.chunks import chunked
from kbeditor.storage.row_images import VOLATILE, RowImage, holders, name_of
from kbeditor.storage.tables import ArticleRow, CategoryRow, OldSlugRow, TextRow, table_of

MANY = 200
"""From so many images in a row on: below, the session of SQLAlchemy is quick enough."""

_ADDED = (OldSlugRow, BlockRow)
"""Rows that are added and deleted many at a time, and on which nothing hangs."""

_TOLD = ("id", "article_id", "category_id", "locale", "text_id", "state", "revision_id")
"""Columns by which a unit of work tells what a changed row is of."""

Keep = Callable[[Any, RowImage], None]
"""Called with what is known of each changed row, and the image that takes it back."""


def replays(run: Sequence[RowImage]) -> bool:
    """Whether images of one table and kind are many, and of a kind that is replayed here."""
    first = run[0]
    if len(run) < MANY or len(first.key) != 1:
        return False
    if first.before is not None and first.after is not None:
        return True
    return first.table in _ADDED and not holders(first.table)


def replay_many(session: Session, run: Sequence[RowImage], now: datetime, keep: Keep) -> None:
    """Put the rows back, in the order of `run`. Raises Conflict when one was changed since."""
    session.flush()
    first = run[0]
    for some in _each_once(run):
        if first.after is None:
            _add(session, some, keep)
        elif first.before is None:
            _delete(session, some, keep)
        else:
            _update(session, some, now, keep)
    for row in list(session.identity_map.values()):
        if isinstance(row, first.table):
            session.expire(row)


def _each_once(run: Sequence[RowImage]) -> Iterator[Sequence[RowImage]]:
    """The images in pieces that hold no row twice."""
    some: dict[Any, RowImage] = {}
    for image in run:
        if image.key in some or len(some) == 500:
            yield list(some.values())
            some = {}
        some[image.key] = image
    yield list(some.values())


def _update(session: Session, run: Sequence[RowImage], now: datetime, keep: Keep) -> None:
    model = run[0].table
    table = table_of(model)
    (key,) = table.primary_key.columns
    names = {name for image in run for name in image.after or () if name not in VOLATILE}
    wanted = names | {name for name in _TOLD if name in table.c} | {key.name}
    found = _found(session, model, run, wanted)
    shapes: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for image in run:
        assert image.before is not None
        assert image.after is not None
        row = found.get(image.key[0])
        if row is None:
            raise Conflict(name_of(image))
        _check(image, row)
        before = {name: value for name, value in image.before.items() if name not in VOLATILE}
        if not before:
            continue
        values = {f"new_{name}": value for name, value in before.items()}
        shapes.setdefault(tuple(before), []).append({"the_key": image.key[0], **values})
        told = SimpleNamespace(**{**row, **before})
        keep(told, RowImage(model, image.key, {name: row[name] for name in before}, before))
    for shape, values_of in shapes.items():
        changed: dict[str, Any] = {name: bindparam(f"new_{name}") for name in shape}
        if model in (ArticleRow, CategoryRow):
            changed |= {"version": table.c.version + 1, "updated_at": now}
        elif model is TextRow and "content_hash" in shape:
            changed["version"] = table.c.version + 1  # see `replay_inverse`
        session.connection().execute(
            update(table).where(key == bindparam("the_key")).values(changed), values_of
        )


def _delete(session: Session, run: Sequence[RowImage], keep: Keep) -> None:
    model = run[0].table
    table = table_of(model)
    (key,) = table.primary_key.columns
    found = _found(session, model, run, {column.name for column in table.c})
    for image in run:
        row = found.get(image.key[0])
        if row is None:
            raise Conflict(name_of(image))
        _check(image, row)
        keep(SimpleNamespace(**row), RowImage(model, image.key, dict(row), None))
    session.connection().execute(delete(table).where(key.in_([each.key[0] for each in run])))


def _add(session: Session, run: Sequence[RowImage], keep: Keep) -> None:
    model = run[0].table
    table = table_of(model)
    (key,) = table.primary_key.columns
    there = select(exists().where(key.in_([each.key[0] for each in run])))
    if any(each.before is None for each in run) or session.execute(there).scalar_one():
        raise Conflict(name_of(run[0]))
    values = [each.before for each in run if each.before is not None]
    session.connection().execute(insert(table), values)
    for image, row in zip(run, values, strict=True):
        keep(SimpleNamespace(**row), RowImage(model, image.key, None, row))


def _found(
    session: Session, model: type[SQLModel], run: Sequence[RowImage], names: set[str]
) -> dict[Any, Mapping[str, Any]]:
    """What the rows hold now, by key."""
    table = table_of(model)
    (key,) = table.primary_key.columns
    found: dict[Any, Mapping[str, Any]] = {}
    columns = [table.c[name] for name in sorted(names)]
    for some in chunked([image.key[0] for image in run]):
        for row in session.execute(select(*columns).where(key.in_(some))).mappings():
            found[row[key.name]] = dict(row)
    return found


def _check(image: RowImage, row: Mapping[str, Any]) -> None:
    assert image.after is not None
    if any(row[name] != value for name, value in image.after.items() if name not in VOLATILE):
        raise Conflict(name_of(image))
