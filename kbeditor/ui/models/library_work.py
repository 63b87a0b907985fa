"""What the tree asks of the library in one go; runs on the library's thread, knows no widget."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kbeditor.domain.changes import Outcome
from kbeditor.domain.records import Ref
from kbeditor.domain.tree import ArticleRow, CategoryRow, Skeleton
from kbeditor.ui.models.placement import Target

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

Rows = tuple[tuple[CategoryRow, ...], tuple[ArticleRow, ...]]


def move(workspace: "Workspace", refs: Sequence[Ref], target: Target) -> Outcome[None]:
    """Move things to a place in the tree as one act.

    Categories and articles are two orders and the library takes one neighbour: of a mixed lot
    the articles go to their order's end when the categories have a neighbour.
    """
    kinds = {ref.kind for ref in refs}
    if len(kinds) == 1:
        before = target.before(kinds.pop())
    else:
        before = target.before_category or target.before_article
    return workspace.tree.move(refs, target.parent_id, before)


def fresh_rows(
    workspace: "Workspace", refs: Sequence[Ref], locale: str, unknown: frozenset[str]
) -> Rows:
    """The rows of `refs`; for categories whose id is `unknown` also everything within.

    A category that comes back from the trash is told alone, yet brings along what lies in it.
    """
    categories, articles = workspace.tree.rows(refs, locale)
    fresh = {row.id for row in categories if row.id in unknown}
    if not fresh:
        return categories, articles
    inner_categories, inner_articles = within(workspace.tree.skeleton(locale), fresh)
    known = {ref.id for ref in refs}
    return (
        categories + tuple(row for row in inner_categories if row.id not in known),
        articles + tuple(row for row in inner_articles if row.id not in known),
    )


def within(skeleton: Skeleton, category_ids: set[str]) -> Rows:
    """The rows below some categories, themselves not included."""
    children: dict[str | None, list[CategoryRow]] = {}
    for row in skeleton.categories:
        children.setdefault(row.parent_id, []).append(row)
    inside = set(category_ids)
    waiting = list(category_ids)
    categories: list[CategoryRow] = []
    while waiting:
        below = children.get(waiting.pop(), [])
        categories += below
        inside.update(row.id for row in below)
        waiting += [row.id for row in below]
    articles = tuple(row for row in skeleton.articles if row.category_id in inside)
    return tuple(categories), articles
