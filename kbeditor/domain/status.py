"""Translation status: rows and sums that the status pane, the matrix and the command line show."""

from dataclasses import dataclass
from typing import NamedTuple

from kbeditor.domain.records import Ref


@dataclass(frozen=True, slots=True)
class LocaleStatus:
    """Where one locale stands. Counts are of live articles; words are the published source's.

    `percent` = source words in articles whose text here is current and at least in review
    ÷ source words, rounded down (an unpublished source counts for nothing yet).
    `words_left` = source words of articles missing, in draft or outdated here.
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


class MatrixRow(NamedTuple):
    """One article across all locales: one mark byte and one version per locale, library's order."""

    id: str
    category_id: str | None
    title: str
    words: int  # of the published source, or of its draft when never published
    marks: bytes
    edited_at: str  # ISO 8601, UTC, latest of its texts
