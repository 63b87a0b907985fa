"""What readers of the published help centre said: votes on pages, searches without an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kbeditor.domain.finding import ReportLine


@dataclass(frozen=True, slots=True)
class Vote:
    """One reader's answer to "This page was: Helpful | Not Helpful".

    `id` names it for good: the same vote that comes twice counts once. `revision` is the published
    revision that the page showed, "" where it was not known.
    """

    id: str
    article_id: str
    locale: str
    revision: str
    helpful: bool
    comment: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FailedSearch:
    """A search on the site that found nothing."""

    id: str
    locale: str
    query: str
    at: datetime


@dataclass(frozen=True, slots=True)
class VoteSummary:
    """The votes on one article in one locale.

    `live_*` are those on the revision that is published now; `recent_*` those of the last
    `RECENT_DAYS` days, `before_*` those of as many days before.
    """

    helpful: int = 0
    total: int = 0
    live_helpful: int = 0
    live_total: int = 0
    recent_helpful: int = 0
    recent_total: int = 0
    before_helpful: int = 0
    before_total: int = 0

    @property
    def share(self) -> float:
        """Helpful votes of all, 0 to 1; 0 without any."""
        return self.helpful / self.total if self.total else 0.0

    @property
    def trend(self) -> float | None:
        """By how much the share of the recent votes differs from those before; None: too few."""
        if self.recent_total < FEWEST or self.before_total < FEWEST:
            return None
        return self.recent_helpful / self.recent_total - self.before_helpful / self.before_total


RECENT_DAYS = 30
FEWEST = 5
"""Votes on either side that a trend needs."""


@dataclass(frozen=True, slots=True)
class VotePlan:
    """What a file of votes would bring; nothing is changed yet.

    `known` were taken in before; `lines` tell what was refused, with file and line.
    """

    title: str
    votes: tuple[Vote, ...]
    searches: tuple[FailedSearch, ...]
    known: int
    lines: tuple[ReportLine, ...]

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """What the report counts."""
        return (
            ("votes", len(self.votes)),
            ("failed_searches", len(self.searches)),
            ("known_votes", self.known),
        )


@dataclass(frozen=True, slots=True)
class SearchedFor:
    """A query that found nothing: how often, and when last."""

    locale: str
    query: str
    count: int
    last: datetime


Votes = Mapping[str, VoteSummary]
"""Summaries by article id; articles without votes are not in it."""
