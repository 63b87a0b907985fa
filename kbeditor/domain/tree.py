"""The skeleton of the tree as panes show it: slim rows for a hundred thousand articles."""

from dataclasses import dataclass
from typing import NamedTuple


class CategoryRow(NamedTuple):
    """A category in the tree. `title` in the asked locale or, failing that, the source's.

    `marks` holds one mark byte (see `states`) per locale, in the library's order.
    """

    id: str
    parent_id: str | None
    position: int
    title: str
    marks: bytes


class ArticleRow(NamedTuple):
    """An article in the tree; `category_id` None is the top level."""

    id: str
    category_id: str | None
    position: int
    title: str
    marks: bytes
    promoted: bool


@dataclass(frozen=True, slots=True)
class Skeleton:
    """All live categories and articles, each list ordered by position within its parent."""

    locales: tuple[str, ...]
    categories: tuple[CategoryRow, ...]
    articles: tuple[ArticleRow, ...]


class TrashRow(NamedTuple):
    """Something in the trash; `kind` is "article" or "category"; `articles` how many are within."""

    kind: str
    id: str
    title: str
    trashed_at: str  # ISO 8601, UTC
    articles: int
