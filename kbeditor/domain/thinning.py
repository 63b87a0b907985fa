"""Which of many copies made over time are kept: all of a day, then fewer the older they are."""

from collections.abc import Sequence
from datetime import datetime, timedelta

_ALL = timedelta(days=1)
_STEPS = (
    (timedelta(days=7), 3600),
    (timedelta(days=91), 86_400),
    (timedelta.max, 7 * 86_400),
)
"""Up to which age there is one copy in how many seconds."""


def superfluous(moments: Sequence[datetime], now: datetime) -> list[int]:
    """Indexes of the copies that can go: all of the last 24 hours stay, then one an hour for a
    week, one a day for three months, one a week from then on – each the newest of its stretch.

    The stretches begin at fixed moments (UTC): thinning again and again keeps no fewer.
    """
    newest: dict[tuple[int, int], int] = {}
    going: list[int] = []
    for index in sorted(range(len(moments)), key=lambda each: moments[each], reverse=True):
        age = now - moments[index]
        if age < _ALL:
            continue
        seconds = next(step for limit, step in _STEPS if age < limit)
        stretch = seconds, int(moments[index].timestamp()) // seconds
        if stretch in newest:
            going.append(index)
        else:
            newest[stretch] = index
    return sorted(going)
