"""Before- and after-images of rows: what undo replays."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, Protocol, TypeVar

from sqlalchemy import exists, inspect, select
from sqlalchemy.orm import Session
from sqlmodel import SQLModel

from kbeditor.domain.errors import Conflict
from kbeditor.domain.states import State
from kbeditor.domain.versions import CHECKPOINT
from kbeditor.storage.block_tables import BLOCK, BlockRow
from kbeditor.storage.chunks import chunked
from kbeditor.storage.people_tables import VERSION_NAME
from kbeditor.storage.tables import (
    REVISION,
    TEXT,
    ArticleRow,
    CategoryRow,
    LinkRow,
    RenderingRow,
    RevisionRow,
    TextRow,
    table_of,
)

T = TypeVar("T", bound=SQLModel)

VOLATILE = frozenset(
    {
        *("version", "updated_at", "edited_at", "edited_by", "owner_id"),
        *("blocks_hash", "done_words", "todo_words", "todo_blocks", "stale_words", "stale_blocks"),
    }
)
"""Columns that every write touches, or that follow from other rows: neither compared nor put back.
"""


_FOLLOWING = frozenset(table_of(each).name for each in (BlockRow, LinkRow, RenderingRow))
"""Tables whose rows are derived: they may go with what they hang on."""


@dataclass(frozen=True, slots=True)
class RowImage:
    """One changed row. `before` None: it was added; `after` None: it was deleted.

    For an updated row both hold only the columns that changed.
    """

    table: type[SQLModel]
    key: tuple[Any, ...]
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class WholeImage(Protocol):
    """An image of many rows that are not watched one by one: it knows how it is replayed."""

    def put_back(self, session: Session) -> "WholeImage":
        """Make things as they were; the image that takes this back. Raises Conflict."""


Image = RowImage | WholeImage

Many = Callable[[Sequence[RowImage]], bool]


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


def replay_inverse(session: Session, images: Sequence[RowImage], replay_many: Many) -> None:
    """Put every row back as it was before.

    Raises Conflict, before anything is written, when a row was changed since. `replay_many` is
    given each run of images of one table and kind; it replays it and says so, or does not.
    """
    text_ids = {each.key[0] for each in images if each.table is TextRow}
    for run in _runs(images):
        if replay_many(run):
            continue
        known = rows_of(session, run[0].table, {each.key[0] for each in run if len(each.key) == 1})
        for image in run:
            _replay(session, image)
        session.flush()
        known.clear()
    for some in chunked(sorted(text_ids)):
        # Typing is not on the list: "published" must not come back above words that are not live.
        unlike = select(TEXT.title).where(
            TEXT.id.in_(some),
            TEXT.state == int(State.PUBLISHED),
            TEXT.content_hash != TEXT.published_hash,
        )
        title = session.execute(unlike.limit(1)).scalar()
        if title is not None:
            raise Conflict(f"“{title}”")


def _runs(images: Sequence[RowImage]) -> Iterator[list[RowImage]]:
    """The images from the last to the first, in runs of one table and kind."""
    for _, run in groupby(
        reversed(images), lambda each: (each.table, each.before is None, each.after is None)
    ):
        yield list(run)


def _replay(session: Session, image: RowImage) -> None:
    row = session.get(image.table, image.key)
    if image.after is None:
        if row is not None or image.before is None:
            raise Conflict(name_of(image))
        session.add(image.table(**image.before))
        return
    if row is None or any(
        getattr(row, name) != value for name, value in image.after.items() if name not in VOLATILE
    ):
        raise Conflict(name_of(image))
    if image.before is None:
        if isinstance(row, TextRow):
            _delete_following(session, row)
        if _is_held(session, image):
            raise Conflict(name_of(image))
        session.delete(row)
    else:
        for name, value in image.before.items():
            if name not in VOLATILE:
                setattr(row, name, value)
        if isinstance(row, TextRow) and "content_hash" in image.before:
            row.version += 1  # who still has the other words open must learn of it


def rows_of(session: Session, table: type[T], keys: Collection[Any]) -> list[T]:
    """The rows of some (single) primary keys, as far as they are there. While somebody holds them,
    `session.get` needs no question of its own for each.
    """
    (column,) = table_of(table).primary_key.columns
    rows: list[T] = []
    for some in chunked(sorted(keys)):
        rows += session.execute(select(table).where(column.in_(some))).scalars()
    return rows


def _delete_following(session: Session, text: TextRow) -> None:
    """A text's blocks and unnamed checkpoints, one by one, so that they come back with it."""
    blocks = session.execute(select(BlockRow).where(BLOCK.text_id == text.id)).scalars()
    names = select(VERSION_NAME.revision_id)
    of_text = REVISION.text_id == text.id, REVISION.kind == CHECKPOINT, REVISION.id.not_in(names)
    checkpoints = session.execute(select(RevisionRow).where(*of_text)).scalars()
    for row in (*blocks, *checkpoints):
        session.delete(row)
    session.flush()


def _is_held(session: Session, image: RowImage) -> bool:
    """Whether something else hangs on a row by now, and would be deleted with it."""
    return any(
        session.execute(select(exists().where(column == image.key[0]))).scalar_one()
        for column in holders(image.table)
    )


@cache
def holders(table: type[SQLModel]) -> tuple[Any, ...]:
    """The columns of other tables by which rows hang on those of a table."""
    return tuple(
        key.parent
        for other in SQLModel.metadata.sorted_tables
        if other.name not in _FOLLOWING
        for key in other.foreign_keys
        if key.column.table is table_of(table)
    )


def name_of(image: RowImage) -> str:
    """What a conflict calls the thing that a row is of."""
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
