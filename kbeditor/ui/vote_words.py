"""What readers of the site said, in words: a share, how many, and whether it gets better."""

from PySide6.QtCore import QCoreApplication

from kbeditor.domain.votes import FEWEST, RECENT_DAYS, VoteSummary
from kbeditor.ui.texts import number_words

NOTED = 0.03
"""A share that moved by less than this says nothing."""
POOR = 0.5
"""A share below this, with enough votes, calls for work."""


def share_words(votes: VoteSummary) -> str:
    """`92%`."""
    percent = number_words(round(votes.share * 100))
    return QCoreApplication.translate("Votes", "{percent}%").format(percent=percent)


def short_words(votes: VoteSummary) -> str:
    """`92% of 50 ↗`: share, number, trend."""
    words = QCoreApplication.translate("Votes", "{share} of {number}").format(
        share=share_words(votes), number=number_words(votes.total)
    )
    return f"{words} {arrow(votes)}".rstrip()


def arrow(votes: VoteSummary) -> str:
    """Up, down or level; "" where too few voted."""
    trend = votes.trend
    if trend is None:
        return ""
    return "↗" if trend >= NOTED else "↘" if trend <= -NOTED else "→"


def told_words(votes: VoteSummary) -> str:
    """`46 of 50 readers found it helpful (92%).`, and how that changed."""
    translate = QCoreApplication.translate
    words = translate(
        "Votes", "{helpful} of %Ln reader(s) found it helpful ({share}).", "", votes.total
    ).format(helpful=number_words(votes.helpful), share=share_words(votes))
    trend = votes.trend
    if trend is None:
        return words
    points = round(abs(trend) * 100)
    if trend >= NOTED:
        changed = translate("Votes", "In the last {days} days %Ln point(s) more.", "", points)
    elif trend <= -NOTED:
        changed = translate("Votes", "In the last {days} days %Ln point(s) less.", "", points)
    else:
        changed = translate("Votes", "In the last {days} days about the same.")
    return f"{words} {changed.format(days=number_words(RECENT_DAYS))}"


def live_words(votes: VoteSummary) -> str:
    """What was said about the version that is online now; "" where that is all, or nothing."""
    if not votes.live_total or votes.live_total == votes.total:
        return ""
    live = VoteSummary(votes.live_helpful, votes.live_total)
    words = QCoreApplication.translate("Votes", "Of the version online now: {votes}.")
    return words.format(votes=short_words(live))


def poor(votes: VoteSummary) -> bool:
    """Whether enough readers say that it does not help."""
    return votes.total >= FEWEST and votes.share < POOR
