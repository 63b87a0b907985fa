"""Translation status: where every locale stands, and the matrix of articles and locales."""

from collections import Counter
from collections.abc import Collection

from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import State, mark_live, mark_outdated, mark_state
from kbeditor.domain.status import LocaleStatus, MatrixRow
from kbeditor.services.base import Service
from kbeditor.storage import pieces, skeleton


class Statuses(Service):
    """Reads the status of texts."""

    def matrix(self, ids: Collection[str] | None = None) -> tuple[MatrixRow, ...]:
        """All live articles (or some) with their marks in every locale."""
        tags = self._tags()
        with self._store.reading_rows() as connection:
            return skeleton.read_matrix(connection, tags, self._source, ids)

    def overview(self) -> tuple[LocaleStatus, ...]:
        """One row per locale, in order."""
        tags = self._tags()
        with self._store.reading_rows() as connection:
            rows = skeleton.read_matrix(connection, tags, self._source, None)
            categories = skeleton.read_category_marks(connection, tags, self._source)
        at_source = tags.index(self._source)
        unnamed = [sum(not marks[i] for marks in categories) for i in range(len(tags))]
        return tuple(
            _locale_status(
                tag,
                index == at_source,
                index,
                at_source,
                rows,
                len(categories),
                unnamed[index],
            )
            for index, tag in enumerate(tags)
        )

    def _tags(self) -> tuple[str, ...]:
        with self._store.reading() as session:
            return tuple(locale.tag for locale in pieces.locales(session))


def _locale_status(
    tag: str,
    is_source: bool,
    index: int,
    at_source: int,
    rows: tuple[MatrixRow, ...],
    categories: int,
    unnamed: int,
) -> LocaleStatus:
    states: Counter[State] = Counter()
    outdated = live = words = done = 0
    first: dict[str, str] = {}
    for row in rows:
        mark = row.marks[index]
        state, stale = mark_state(mark), mark_outdated(mark)
        states[state] += 1
        outdated += stale
        live += mark_live(mark)
        step = _step(state, stale, is_source)
        first.setdefault(step, row.id)
        # A source that was never published is not ready to be translated: it counts for nothing.
        if mark_live(row.marks[at_source]) or is_source:
            words += row.words
            if state >= State.IN_REVIEW and not stale:
                done += row.words
    order = ("update_outdated", "translate_missing", "finish_drafts", "review")
    step = next((each for each in order if each in first), "done")
    return LocaleStatus(
        locale=tag,
        is_source=is_source,
        articles=len(rows),
        missing=states[State.MISSING],
        draft=states[State.DRAFT],
        in_review=states[State.IN_REVIEW],
        published=states[State.PUBLISHED],
        outdated=outdated,
        live=live,
        words=words,
        words_left=words - done,
        percent=100 * done // words if words else (100 if not rows else 0),
        categories=categories,
        categories_missing=unnamed,
        next_step=step if rows else "write_first",
        next_owner=None if step == "done" or step not in first else Ref(Kind.ARTICLE, first[step]),
    )


def _step(state: State, stale: bool, is_source: bool) -> str:
    if stale:
        return "update_outdated"
    if state is State.MISSING:
        return "write_missing" if is_source else "translate_missing"
    if state is State.DRAFT:
        return "finish_drafts"
    return "review" if state is State.IN_REVIEW else "done"
