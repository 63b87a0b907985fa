"""The rows of the matrix, prepared for sorting and filtering in a blink; no Qt here."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kbeditor.domain.states import State, mark_outdated, mark_state
from kbeditor.domain.status import MatrixRow
from kbeditor.domain.tree import CategoryRow
from kbeditor.ui.models.folding import fold, sort_key
from kbeditor.ui.models.matrix_filter import NOTED, MatrixFilter, marks_of_state

TITLE, CATEGORY, WORDS = 0, 1, 2
FIRST_LOCALE = 3
PATH_SEPARATOR = " › "

_ANY = frozenset(range(16))


def _urgency(mark: int) -> int:
    """What needs most work sorts first: missing, outdated, draft, in review, published."""
    state = mark_state(mark)
    if state is State.MISSING:
        return 0
    return 1 if mark_outdated(mark) else 1 + int(state)


_URGENCY = tuple(_urgency(mark) for mark in range(16))


@dataclass(frozen=True, slots=True)
class Place:
    """A category as the matrix sees it: its path in words, and what lies around it."""

    path: str
    folded: str
    around: frozenset[str]  # its own id and those of the categories above


TOP = Place("", "", frozenset())


class MatrixRows:
    """All rows; `by_title` is the order that every other order is refined from.

    Made on the library's thread: folding and the first sort of a hundred thousand titles take
    longer than a window may stand still.
    """

    def __init__(
        self,
        tags: Sequence[str],
        rows: Sequence[MatrixRow],
        categories: Sequence[CategoryRow],
        noted: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        """`noted`: ids of the articles with open notes, by locale."""
        self.tags = tuple(tags)
        self.noted = dict(noted or {})
        self.rows = list(rows)
        self.places = _places(categories)
        folded = [fold(row.title) for row in self.rows]
        self._words = [
            f"{title} {self.place(row).folded}"
            for title, row in zip(folded, self.rows, strict=True)
        ]
        self.number_of = {row.id: number for number, row in enumerate(self.rows)}
        keys = [sort_key(title) for title in folded]
        self.by_title = sorted(range(len(keys)), key=keys.__getitem__)
        paths = sorted(self.places.values(), key=lambda place: sort_key(place.folded))
        self._path_rank = {id(place): rank for rank, place in enumerate(paths, start=1)}
        sorted_by = [self._keys_of(row) for row in self.rows]
        self._keys: dict[int, list[Any]] = {
            column: [each[column - CATEGORY] for each in sorted_by]
            for column in range(CATEGORY, FIRST_LOCALE + len(self.tags) + 1)
        }

    def place(self, row: MatrixRow) -> Place:
        """The category that a row lies in."""
        return self.places.get(row.category_id, TOP) if row.category_id else TOP

    def arranged(self, wanted: MatrixFilter, column: int, descending: bool) -> list[int]:
        """Numbers of the rows that pass, in the order of a column; equal ones by title."""
        fitting = self._fitting(wanted, self.by_title)
        if column == TITLE:
            return fitting[::-1] if descending else fitting
        if column not in self._keys:  # of a locale that is not read yet, or no more
            return fitting
        return sorted(fitting, key=self._keys[column].__getitem__, reverse=descending)

    def _keys_of(self, row: MatrixRow) -> tuple[Any, ...]:
        """What a row is sorted by, from the column after the title on."""
        path = self._path_rank.get(id(self.place(row)), 0)
        behind = row.behind or (0,) * len(row.marks)
        # What is most words behind calls first, then what its state says.
        texts = ((-words, _URGENCY[mark]) for words, mark in zip(behind, row.marks, strict=True))
        return (path, row.words, *texts, row.edited_at)

    def _fitting(self, wanted: MatrixFilter, order: Iterable[int]) -> list[int]:
        rows = self.rows
        if wanted.category_id:
            inside = {
                id_ for id_, place in self.places.items() if wanted.category_id in place.around
            }
            order = (number for number in order if rows[number].category_id in inside)
        if wanted.state:
            order = self._in_state(wanted, order)
        found = list(order)
        for word in fold(wanted.words).split():
            found = [number for number in found if word in self._words[number]]
        return found

    def _in_state(self, wanted: MatrixFilter, order: Iterable[int]) -> Iterable[int]:
        rows = self.rows
        if wanted.state == NOTED:
            tags = [wanted.locale] if wanted.locale in self.tags else self.tags
            noted = {id_ for tag in tags for id_ in self.noted.get(tag, ())}
            return (number for number in order if rows[number].id in noted)
        marks = marks_of_state(wanted.state)
        if wanted.locale in self.tags:
            place = self.tags.index(wanted.locale)
            return (number for number in order if rows[number].marks[place] in marks)
        return (number for number in order if not marks.isdisjoint(rows[number].marks))

    def update(self, fresh: Iterable[MatrixRow]) -> list[int] | None:
        """Take in newer rows; gives their numbers, or None when one is new, moved or renamed."""
        numbers = []
        for row in fresh:
            number = self.number_of.get(row.id)
            if number is None:
                return None
            old = self.rows[number]
            if (old.category_id, old.title) != (row.category_id, row.title):
                return None
            self.rows[number] = row
            for column, key in enumerate(self._keys_of(row), start=CATEGORY):
                self._keys[column][number] = key
            numbers.append(number)
        return numbers


def _places(categories: Sequence[CategoryRow]) -> dict[str, Place]:
    rows = {row.id: row for row in categories}
    places: dict[str, Place] = {}
    for row in categories:
        titles: list[str] = []
        around: list[str] = []
        at: str | None = row.id
        while at is not None:
            titles.append(rows[at].title)
            around.append(at)
            at = rows[at].parent_id
        path = PATH_SEPARATOR.join(reversed(titles))
        places[row.id] = Place(path, fold(path), frozenset(around))
    return places
