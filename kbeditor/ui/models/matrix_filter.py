"""What the matrix shows: words, a category, a state in one locale or in any."""

from dataclasses import dataclass

from kbeditor.domain.states import mark_outdated, mark_state

OUTDATED = "outdated"
UNFINISHED = "unfinished"
"""Whatever is not published and up to date."""

NOTED = "notes"
"""With notes that are open: no mark tells it."""

STATE_CODES = ("missing", "draft", "in_review", "published", OUTDATED, UNFINISHED, NOTED)


@dataclass(frozen=True, slots=True)
class MatrixFilter:
    """Which rows are shown. Empty parts let everything pass.

    `locale` "" means any locale; `state` is one of `STATE_CODES`.
    """

    words: str = ""
    category_id: str = ""
    locale: str = ""
    state: str = ""


def marks_of_state(state: str) -> frozenset[int]:
    """All marks that a state's code stands for."""
    return frozenset(mark for mark in range(16) if _fits(mark, state))


def _fits(mark: int, state: str) -> bool:
    code = mark_state(mark).code
    if state == OUTDATED:
        return mark_outdated(mark)
    if state == UNFINISHED:
        return mark_outdated(mark) or code != "published"
    return code == state
