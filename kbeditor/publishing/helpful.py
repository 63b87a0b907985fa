"""The articles that readers found most helpful: few votes count for less than many."""

from collections.abc import Mapping
from math import sqrt

from kbeditor.domain.votes import Votes

MOST = 6

_FEWEST = 5  # votes
_LEAST = 0.6  # share of helpful votes that is likely at least
_Z = 1.96


def most_helpful(votes: Mapping[str, Votes]) -> dict[str, tuple[str, ...]]:
    """By locale the ids of its most helpful articles, best first; of live and of gone ones."""
    return {locale: ranked for locale, each in votes.items() if (ranked := _ranked(each))}


def _ranked(votes: Votes) -> tuple[str, ...]:
    scores = {
        article_id: _likely(summary.helpful, summary.total)
        for article_id, summary in votes.items()
        if summary.total >= _FEWEST
    }
    good = [article_id for article_id, score in scores.items() if score >= _LEAST]
    return tuple(sorted(good, key=lambda article_id: (-scores[article_id], article_id)))


def _likely(helpful: int, total: int) -> float:
    """The lower end of Wilson's interval for the share of helpful votes."""
    share, square = helpful / total, _Z * _Z
    middle = share + square / (2 * total)
    spread = _Z * sqrt((share * (1 - share) + square / (4 * total)) / total)
    return (middle - spread) / (1 + square / total)
