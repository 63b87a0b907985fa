"""Pairs of the memory that came from files: replaced as a whole, and taken back by undo."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from kbeditor.domain.errors import Conflict
from kbeditor.storage import memory
from kbeditor.storage.memory import Entry
from kbeditor.storage.unit_of_work import Unit

MOST = 200_000
"""Pairs that undo and redo may hold in memory: 100 MB."""


@dataclass(frozen=True, slots=True)
class FileImage:
    """What the memory held from a file in one locale before an act, and how many pairs after it."""

    origin: str
    locale: str
    before: tuple[Entry, ...]
    count: int

    def put_back(self, session: Session) -> "FileImage":
        """Make it hold what it held; the image that takes this back.

        Raises Conflict when another file of that name came since.
        """
        now = memory.of_origin(session, self.origin, self.locale)
        if len(now) != self.count:
            raise Conflict(f"“{self.origin}”")
        memory.remove_origin(session, self.origin, self.locale)
        memory.add(session, self.locale, self.before)
        return FileImage(self.origin, self.locale, now, len(self.before))


def replace(unit: Unit, origin: str, pairs: Mapping[str, Iterable[Sequence[Entry]]]) -> int:
    """Put a file's pairs (by locale, in batches) in the place of what an earlier file of that name
    brought; how many. The act can be undone, unless it is too large for that.
    """
    images = []
    for locale, batches in pairs.items():
        before = memory.of_origin(unit.session, origin, locale, MOST + 1)
        memory.remove_origin(unit.session, origin, locale)
        count = 0
        for batch in batches:
            memory.add(unit.session, locale, batch)
            count += len(batch)
        images.append(FileImage(origin, locale, before, count))
    if sum(len(each.before) + each.count for each in images) <= MOST:
        unit.images += [each for each in images if each.before or each.count]
    return sum(each.count for each in images)
