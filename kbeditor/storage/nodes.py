"""Categories and articles: reading, adding, changing places. Rows of both kinds look alike."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from kbeditor.domain.errors import NotFound
from kbeditor.domain.records import Article, Category, Kind, Ref
from kbeditor.storage import records
from kbeditor.storage.chunks import chunked
from kbeditor.storage.tables import ARTICLE, CATEGORY, ArticleRow, CategoryRow
from kbeditor.storage.unit_of_work import Unit

Row = ArticleRow | CategoryRow


def category(session: Session, category_id: str) -> Category:
    """A category. Raises NotFound."""
    return records.category_record(_category(session, category_id))


def article(session: Session, article_id: str) -> Article:
    """An article. Raises NotFound."""
    row = session.get(ArticleRow, article_id)
    if row is None:
        raise NotFound("article", article_id)
    return records.article_record(row)


def parent_of(session: Session, ref: Ref) -> str | None:
    """The id of the category it stands in. Raises NotFound."""
    return _parent(_row(session, ref))


def is_trashed(session: Session, ref: Ref) -> bool:
    """Whether it itself lies in the trash."""
    return _row(session, ref).trashed_at is not None


def add_category(unit: Unit, category_id: str, parent_id: str | None, position: int) -> None:
    """Insert a category."""
    unit.session.add(
        CategoryRow(
            id=category_id,
            parent_id=parent_id,
            position=position,
            labels=[],
            extra={},
            created_at=unit.now,
            updated_at=unit.now,
        )
    )
    unit.session.flush()


def add_article(
    unit: Unit, article_id: str, category_id: str | None, position: int, **values: Any
) -> None:
    """Insert an article; `values` for columns other than the place."""
    unit.session.add(
        ArticleRow(
            id=article_id,
            category_id=category_id,
            position=position,
            **{
                "labels": [],
                "extra": {},
                "created_at": unit.now,
                "updated_at": unit.now,
                **values,
            },
        )
    )
    unit.session.flush()


def rows(session: Session, refs: Sequence[Ref]) -> list[Row]:
    """The rows of some things, for who works on many; see `texts.rows`. Raises NotFound."""
    return list(_rows(session, refs))


def update(unit: Unit, refs: Iterable[Ref], **values: Any) -> None:
    """Set columns of some rows. Raises NotFound."""
    for row in _rows(unit.session, list(refs)):
        for name, value in values.items():
            if getattr(row, name) != value:
                setattr(row, name, value)


def place(unit: Unit, ref: Ref, parent_id: str | None, position: int) -> None:
    """Put a row under a parent at a position."""
    row = _row(unit.session, ref)
    row.position = position
    if isinstance(row, ArticleRow):
        row.category_id = parent_id
    else:
        row.parent_id = parent_id


def remove(unit: Unit, refs: Iterable[Ref]) -> None:
    """Delete rows with all that hangs on them (for ever)."""
    for row in _rows(unit.session, list(refs)):
        unit.session.delete(row)
    unit.session.flush()


def siblings(session: Session, kind: Kind, parent_id: str | None) -> list[tuple[str, int]]:
    """(id, position) of the live children of one kind, in order."""
    table, column = (
        (ARTICLE, ARTICLE.category_id) if kind is Kind.ARTICLE else (CATEGORY, CATEGORY.parent_id)
    )
    rows = session.execute(
        select(table.id, table.position)
        .where(column == parent_id, table.trashed_at.is_(None))
        .order_by(table.position, table.id)
    )
    return [(row[0], row[1]) for row in rows]


def ancestors(session: Session, category_id: str | None) -> list[str]:
    """Ids from a category up to the top, itself first."""
    found: list[str] = []
    while category_id is not None:
        found.append(category_id)
        category_id = _category(session, category_id).parent_id
    return found


def paths(session: Session, refs: Iterable[Ref]) -> dict[Ref, list[str]]:
    """Ids of the categories above each of some things, from the nearest to the top."""
    owners = list(dict.fromkeys(refs))
    parents: dict[str, str | None] = {}
    for table, column, kind in (
        (ARTICLE, ARTICLE.category_id, Kind.ARTICLE),
        (CATEGORY, CATEGORY.parent_id, Kind.CATEGORY),
    ):
        level = [ref.id for ref in owners if ref.kind is kind]
        while level:
            found: dict[str, str | None] = {}
            for some in chunked(level):
                found |= {
                    row[0]: row[1]
                    for row in session.execute(select(table.id, column).where(table.id.in_(some)))
                }
            parents |= found
            level = list({each for each in found.values() if each and each not in parents})
            table, column = CATEGORY, CATEGORY.parent_id
    above: dict[Ref, list[str]] = {}
    for ref in owners:
        path, step = [], parents.get(ref.id)
        while step is not None:
            path.append(step)
            step = parents.get(step)
        above[ref] = path
    return above


def descendants(session: Session, category_id: str) -> list[Ref]:
    """All categories and articles below a category, whatever their state."""
    rows = session.execute(
        text(
            "WITH RECURSIVE under(id) AS (SELECT :id UNION ALL "
            "SELECT c.id FROM category c JOIN under ON c.parent_id = under.id) "
            "SELECT 'category', id FROM under WHERE id <> :id UNION ALL "
            "SELECT 'article', id FROM article WHERE category_id IN (SELECT id FROM under)"
        ),
        {"id": category_id},
    )
    return [Ref(Kind(row[0]), row[1]) for row in rows]


def _parent(row: Row) -> str | None:
    return row.category_id if isinstance(row, ArticleRow) else row.parent_id


def _category(session: Session, category_id: str) -> CategoryRow:
    row = session.get(CategoryRow, category_id)
    if row is None:
        raise NotFound("category", category_id)
    return row


def _row(session: Session, ref: Ref) -> Row:
    row: Row | None
    if ref.kind is Kind.ARTICLE:
        row = session.get(ArticleRow, ref.id)
    else:
        row = session.get(CategoryRow, ref.id)
    if row is None:
        raise NotFound(ref.kind.value, ref.id)
    return row


def _rows(session: Session, refs: Sequence[Ref]) -> Iterable[Row]:
    for kind in Kind:
        ids = [ref.id for ref in refs if ref.kind is kind]
        for some in chunked(ids):
            found: dict[str, Row] = {}
            if kind is Kind.ARTICLE:
                articles = select(ArticleRow).where(ARTICLE.id.in_(some))
                found |= {row.id: row for row in session.execute(articles).scalars()}
            else:
                categories = select(CategoryRow).where(CATEGORY.id.in_(some))
                found |= {row.id: row for row in session.execute(categories).scalars()}
            for each in some:
                if each not in found:
                    raise NotFound(kind.value, each)
                yield found[each]
