"""How far the translation into each locale is: counts, words left, percent and the next step."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import State, mark_live, mark_outdated, mark_state
from kbeditor.domain.status import LocaleStatus, MatrixRow

# What calls first: readers of an outdated page are told wrong things, those of a missing one none.
_ORDER = ("update_outdated", "translate_missing", "write_missing", "finish_drafts", "review")


@dataclass(slots=True)
class _Group:
    """Articles with the same marks in all locales."""

    first: str
    behind: list[int]
    articles: int = 0
    words: int = 0


def locale_statuses(
    tags: Sequence[str],
    source: str,
    rows: Iterable[MatrixRow],
    category_marks: Sequence[bytes],
) -> tuple[LocaleStatus, ...]:
    """One status per locale. The marks of rows and categories stand in the order of `tags`."""
    groups: dict[bytes, _Group] = {}
    for row in rows:
        group = groups.get(row.marks)
        if group is None:
            group = groups[row.marks] = _Group(row.id, [0] * len(tags))
        group.articles += 1
        group.words += row.words
        for index, words in enumerate(row.behind):
            if words:
                group.behind[index] += words
    at_source = tags.index(source)
    return tuple(
        _locale_status(
            tag,
            tag == source,
            [
                (marks[index], marks[at_source], group.behind[index], group)
                for marks, group in groups.items()
            ],
            [bool(marks[index]) for marks in category_marks],
        )
        for index, tag in enumerate(tags)
    )


def _locale_status(
    tag: str,
    is_source: bool,
    groups: Sequence[tuple[int, int, int, _Group]],
    named: Sequence[bool],
) -> LocaleStatus:
    states: Counter[State] = Counter()
    outdated = live = words = left = words_outdated = reviewed = 0
    first: dict[str, str] = {}
    for mark, source_mark, behind, group in groups:
        state, stale = mark_state(mark), mark_outdated(mark)
        states[state] += group.articles
        outdated += group.articles if stale else 0
        live += group.articles if mark_live(mark) else 0
        first.setdefault(_step(state, stale, is_source), group.first)
        # A source that was never published is not ready to be translated: it counts for nothing.
        if is_source or mark_live(source_mark):
            words += group.words
            left += behind
            words_outdated += behind if stale else 0
            reviewed += group.words - behind if state is State.PUBLISHED else 0
    articles = states.total()
    step = next((each for each in _ORDER if each in first), "done" if articles else "write_first")
    return LocaleStatus(
        locale=tag,
        is_source=is_source,
        articles=articles,
        missing=states[State.MISSING],
        draft=states[State.DRAFT],
        in_review=states[State.IN_REVIEW],
        published=states[State.PUBLISHED],
        outdated=outdated,
        live=live,
        words=words,
        words_left=left,
        percent=100 * (words - left) // words if words else 0,
        categories=len(named),
        categories_missing=named.count(False),
        next_step=step,
        next_owner=Ref(Kind.ARTICLE, first[step]) if step in _ORDER else None,
        words_outdated=words_outdated,
        words_reviewed=reviewed,
    )


def _step(state: State, stale: bool, is_source: bool) -> str:
    if stale:
        return "update_outdated"
    if state is State.MISSING:
        return "write_missing" if is_source else "translate_missing"
    if state is State.DRAFT:
        return "finish_drafts"
    return "review" if state is State.IN_REVIEW else "done"
