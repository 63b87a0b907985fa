"""Work queues: what waits for whom, how far categories are, what a release lacks."""

from collections.abc import Iterable, Mapping

from kbeditor.domain.blocks import QueueRow
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import (
    State,
    make_mark,
    mark_live,
    mark_outdated,
    mark_state,
)
from kbeditor.domain.status import CategoryProgress, Lack, MatrixRow
from kbeditor.domain.tree import CategoryRow
from kbeditor.services.base import Service
from kbeditor.storage import queue, skeleton
from kbeditor.storage.queue import Waiting

STEPS: Mapping[str, frozenset[str]] = {
    "translator": frozenset({"update", "translate", "finish", "answer"}),
    "reviewer": frozenset({"review", "publish", "answer"}),
}
"""Which steps wait for which role; an editor and a manager see all of them."""

# Readers of an outdated page are told wrong things, those of a missing one none.
_ORDER = ("update", "translate", "finish", "review", "publish", "answer")


class Queue(Service):
    """Reads what is to be done."""

    def rows(self, locale: str, role: str = "") -> tuple[QueueRow, ...]:
        """Articles that wait for a role in a locale, what calls loudest first.

        In the source locale: those not published, and those with open notes in any locale. Blocks
        left are 0 where blocks are not made yet.
        """
        wanted = STEPS.get(role, frozenset(_ORDER))
        with self._store.reading_rows() as connection:
            waiting = queue.read_waiting(connection, self._source, locale)
            categories = skeleton.read_categories(
                connection, self._pair(locale), self._source, locale
            )
        paths = _paths(categories)
        rows = [
            _row(each, step, paths.get(each.category_id, ()))
            for each in waiting
            if (step := _step(each)) in wanted
        ]
        return tuple(sorted(rows, key=_urgency))

    def next(self, locale: str, role: str = "", after: Ref | None = None) -> Ref | None:
        """The article behind `after` in the queue, the first behind the last; None: no other."""
        ids = [row.id for row in self.rows(locale, role)]
        if not ids:
            return None
        at = ids.index(after.id) + 1 if after is not None and after.id in ids else 0
        found = ids[at % len(ids)]
        return None if after is not None and found == after.id else Ref(Kind.ARTICLE, found)

    def progress(self, locale: str) -> tuple[CategoryProgress, ...]:
        """How far each category is with all below it, in the tree's order; the library first."""
        rows, categories = self._read(locale)
        parents = {each.id: each.parent_id for each in categories}
        sums: dict[str | None, list[int]] = {each: [0] * 6 for each in (None, *parents)}
        for row in rows:
            counts = _counts(row, is_source=locale == self._source)
            place: str | None = row.category_id
            while True:
                sums[place] = [a + b for a, b in zip(sums[place], counts, strict=True)]
                if place is None:
                    break
                place = parents[place]
        paths = _paths(categories)
        order: list[str | None] = [None, *(each.id for each in _in_tree_order(categories))]
        return tuple(CategoryProgress(each, paths.get(each, ()), *sums[each]) for each in order)

    def release(self, locale: str) -> tuple[Lack, ...]:
        """What is missing, outdated, unfinished or not live in a locale, or has open notes, in the
        tree's order.

        Articles whose source is not live do not belong to a release.
        """
        rows, categories = self._read(locale)
        with self._store.reading_rows() as connection:
            important = queue.read_important(connection, self._source, locale)
            noted = queue.read_noted(connection, self._source, locale)
        paths = _paths(categories)
        found: dict[str | None, list[Lack]] = {}
        for row in rows:
            if code := _lack(row, noted):
                ref, place = Ref(Kind.ARTICLE, row.id), paths.get(row.category_id, ())
                lack = Lack(
                    ref,
                    row.title,
                    place,
                    code,
                    row.behind[-1],
                    important=row.id in important,
                    open_notes=noted.get(row.id, 0),
                )
                found.setdefault(row.category_id, []).append(lack)
        # From the leaves up: what is in a category's branches stands before its own articles.
        for category in reversed(_in_tree_order(categories)):
            branch = [*_unnamed(category, paths), *found.pop(category.id, [])]
            found[category.parent_id] = [*branch, *found.get(category.parent_id, [])]
        return tuple(found.get(None, []))

    def _read(self, locale: str) -> tuple[tuple[MatrixRow, ...], tuple[CategoryRow, ...]]:
        tags = self._pair(locale)
        with self._store.reading_rows() as connection:
            return (
                skeleton.read_matrix(connection, tags, self._source, None),
                skeleton.read_categories(connection, tags, self._source, locale),
            )

    def _pair(self, locale: str) -> tuple[str, ...]:
        """The source and, last, the locale."""
        return tuple(dict.fromkeys((self._source, locale)))


def _step(each: Waiting) -> str:
    if each.outdated:
        return "update"
    if each.state is State.MISSING:
        return "translate"
    if each.state is State.IN_REVIEW:
        return "publish" if each.reviewed else "review"
    return "answer" if each.state is State.PUBLISHED and not each.words_left else "finish"


def _row(each: Waiting, step: str, path: tuple[str, ...]) -> QueueRow:
    return QueueRow(
        id=each.id,
        title=each.title,
        path=path,
        mark=make_mark(each.state, each.outdated, each.live),
        step=step,
        words_left=each.words_left,
        blocks_left=each.blocks_left,
        stale_since=each.stale_since,
        important=each.important,
        promoted=each.promoted,
        edited_at=each.edited_at,
        open_notes=each.open_notes,
    )


def _urgency(row: QueueRow) -> tuple[object, ...]:
    """Important first, then by step, promoted ones, the longest stale, the quickest done."""
    return (
        not row.important,
        _ORDER.index(row.step),
        not row.promoted,
        row.stale_since,
        row.words_left,
        row.title,
        row.id,
    )


def _counts(row: MatrixRow, *, is_source: bool) -> list[int]:
    """Articles, missing, outdated, words, words left, outdated words, as `CategoryProgress`."""
    mark = row.marks[-1]
    counted = is_source or mark_live(row.marks[0])
    words, behind = (row.words, row.behind[-1]) if counted else (0, 0)
    outdated = mark_outdated(mark)
    missing = mark_state(mark) is State.MISSING
    return [1, missing, outdated, words, behind, behind if outdated else 0]


def _lack(row: MatrixRow, noted: Mapping[str, int]) -> str:
    mark = row.marks[-1]
    if not mark_live(row.marks[0]):
        return ""
    if mark_state(mark) is State.MISSING:
        return "missing"
    if mark_outdated(mark):
        return "outdated"
    if row.behind[-1]:
        return "unfinished"
    if mark_state(mark) is not State.PUBLISHED:
        return "unpublished"
    return "notes" if row.id in noted else ""


def _unnamed(category: CategoryRow, paths: Mapping[str | None, tuple[str, ...]]) -> list[Lack]:
    """A category whose name is not live in a locale, or outdated."""
    mark = category.marks[-1]
    if mark_live(mark) and not mark_outdated(mark):
        return []
    code = "outdated" if mark_live(mark) else "missing"
    ref = Ref(Kind.CATEGORY, category.id)
    return [Lack(ref, category.title, paths[category.id][:-1], code, 0)]


def _paths(categories: Iterable[CategoryRow]) -> dict[str | None, tuple[str, ...]]:
    """Titles from the top, each category's own last."""
    rows = {each.id: each for each in categories}
    found: dict[str | None, tuple[str, ...]] = {}
    for each in rows.values():
        titles, place = [], each.id
        step: CategoryRow | None = each
        while step is not None:
            titles.append(step.title)
            step = rows.get(step.parent_id or "")
        found[place] = tuple(reversed(titles))
    return found


def _in_tree_order(categories: Iterable[CategoryRow]) -> list[CategoryRow]:
    """Each category before what is below it."""
    below: dict[str | None, list[CategoryRow]] = {}
    for each in categories:
        below.setdefault(each.parent_id, []).append(each)
    ordered: list[CategoryRow] = []
    waiting = below.get(None, [])[::-1]
    while waiting:
        each = waiting.pop()
        ordered.append(each)
        waiting += reversed(below.get(each.id, []))
    return ordered
