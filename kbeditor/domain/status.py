"""Translation status: rows and sums that the status pane, the matrix and the command line show."""

from dataclasses import dataclass
from typing import NamedTuple

from kbeditor.domain.records import Ref


@dataclass(frozen=True, slots=True)
class LocaleStatus:
    """Where one locale stands. Counts are of live articles; words are the published source's.

    `percent` = source words in blocks that are current and at least translated here ÷ source
    words, rounded down (an unpublished source counts for nothing yet). Where a text's blocks are
    not made yet, all its words count as done when it is current and at least in review, else none.
    `words_left` = source words that are not done; `words_outdated` are those of them that stand in
    articles that are outdated here.
    """

    locale: str
    is_source: bool
    articles: int
    missing: int
    draft: int
    in_review: int
    published: int
    outdated: int
    live: int  # articles with a published version
    words: int
    words_left: int
    percent: int
    categories: int
    categories_missing: int
    next_step: (
        str  # code: translate_missing, update_outdated, finish_drafts, review, publish, done …
    )
    next_owner: Ref | None  # where that step begins
    words_outdated: int = 0
    words_reviewed: int = 0  # done, in texts that are published


class MatrixRow(NamedTuple):
    """One article across all locales: one mark byte per locale, in the library's order, and how
    many words it is behind there (`words_left` of `LocaleStatus`, of this article).
    """

    id: str
    category_id: str | None
    title: str
    words: int  # of the published source, or of its draft when never published
    marks: bytes
    edited_at: str  # ISO 8601, UTC, latest of its texts
    behind: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CategoryProgress:
    """How far a category, with all below it, is in one locale; `id` None: the whole library.

    `path` are the titles from the top, its own last. Words as in `LocaleStatus`.
    """

    id: str | None
    path: tuple[str, ...]
    articles: int
    missing: int
    outdated: int
    words: int
    words_left: int
    words_outdated: int

    @property
    def percent(self) -> int:
        """Of the words, rounded down; 100 where there are none."""
        return 100 * (self.words - self.words_left) // self.words if self.words else 100


@dataclass(frozen=True, slots=True)
class Lack:
    """What a release in one locale still lacks.

    `code`: "missing" (no translation, or no name of a category), "outdated", "unfinished" (blocks
    that are not translated), "unpublished" (translated, but not live), "notes" (nothing but notes
    that are open). `important`: the source was changed so since.
    """

    owner: Ref
    title: str
    path: tuple[str, ...]
    code: str
    words: int
    important: bool = False
    open_notes: int = 0
