"""The translation memory: suggestions, concordance, and what other tools' files bring into it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kbeditor.domain.blocks import Match
from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.records import TextRef
from kbeditor.domain.units import MemoryUnit
from kbeditor.services.base import Service
from kbeditor.storage import concordance, matching, memory, memory_files, pieces, remembering
from kbeditor.storage.chunks import batched
from kbeditor.storage.store import Store
from kbeditor.translation.memory import CUTOFF

_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class MemoryOrigin:
    """A file whose pairs are in the memory. `newest` is ISO 8601, UTC."""

    name: str
    locale: str
    pairs: int
    newest: str


class Memory(Service):
    """Everything translated before. The library's own pairs come and go with its blocks."""

    def __init__(self, store: Store, source_locale: str) -> None:
        super().__init__(store, source_locale)
        self._counts = matching.TrigramCounts()

    def suggest(
        self, ref: TextRef, block_id: str, limit: int = 5, cutoff: int = CUTOFF
    ) -> tuple[Match, ...]:
        """Translations of what is like a source block, best first; its own is not among them.

        Raises NotFound when the published source has no such block.
        """
        with self._store.reading() as session:
            wanted = remembering.wanted(session, ref, block_id, self._source)
            return tuple(
                matching.suggest(session.connection(), wanted, self._counts, limit, cutoff)
            )

    def suggest_for(
        self, source: str, locale: str, limit: int = 5, cutoff: int = CUTOFF
    ) -> tuple[Match, ...]:
        """Translations of what is like any text, best first."""
        wanted = matching.Wanted(source, locale)
        with self._store.reading_rows() as connection:
            return tuple(matching.suggest(connection, wanted, self._counts, limit, cutoff))

    def concordance(
        self, words: str, locale: str, limit: int = 50, *, in_target: bool = False
    ) -> tuple[Match, ...]:
        """Pairs whose source (or target) holds all words, at `spans`; "…" is a phrase."""
        with self._store.reading_rows() as connection:
            return tuple(concordance.find(connection, words, locale, limit, in_target=in_target))

    def add(
        self,
        pairs: Mapping[str, Iterable[MemoryUnit]],
        origin: str,
        progress: Progress | None = None,
    ) -> Outcome[int]:
        """Add pairs by locale from a file called `origin`, as one act; how many were added.

        Pairs with an empty side, and those that came twice, are left out. What an earlier file of
        that name brought is replaced. Up to `memory_files.MOST` pairs it can be undone. Raises
        NotFound (locale), Cancelled: nothing is changed.
        """
        made = {
            locale: _entries(units, origin, progress or Silent()) for locale, units in pairs.items()
        }
        with self._store.writing(Act("handing.import", {"title": origin})) as unit:
            for locale in pairs:
                pieces.check_locale(unit.session, locale)
            done = memory_files.replace(unit, origin, made)
        return Outcome(done, unit.changes)

    def remove(self, origin: str, locale: str | None = None) -> Outcome[int]:
        """Take out what a file brought, in one locale or in all; how many pairs those were.

        Not on the undo list.
        """
        with self._store.writing() as unit:
            count = memory.remove_origin(unit.session, origin, locale)
        return Outcome(count, unit.changes)

    def origins(self) -> tuple[MemoryOrigin, ...]:
        """The files that brought pairs, by name."""
        with self._store.reading_rows() as connection:
            return tuple(MemoryOrigin(*row) for row in memory.origins(connection))

    def count(self, locale: str) -> int:
        """How many pairs there are, the library's own with them."""
        with self._store.reading_rows() as connection:
            return memory.count(connection, locale)

    def iterate(self, locale: str) -> Iterator[MemoryUnit]:
        """Every pair once, for a TMX file; read in pieces, so that others may write meanwhile."""
        last, source, targets = ("", 0), "", set[str]()
        while True:
            with self._store.reading_rows() as connection:
                found = list(memory.units_after(connection, locale, last, _BATCH))
            if not found:
                return
            last = found[-1][0]
            for _, each in found:
                if each.source != source:
                    source, targets = each.source, set()
                if each.target not in targets:
                    targets.add(each.target)
                    yield each


def _entries(
    units: Iterable[MemoryUnit], origin: str, progress: Progress
) -> Iterator[list[memory.Entry]]:
    done = 0
    for batch in batched(_clean(units), _BATCH):
        progress.step("adding_memory", done, 0)
        yield [memory.Entry(each.source, each.target, each.created_at, origin) for each in batch]
        done += len(batch)


def _clean(units: Iterable[MemoryUnit]) -> Iterator[MemoryUnit]:
    seen: set[int] = set()
    for each in units:
        about = hash((each.source, each.target))
        if about not in seen and each.source.strip() and each.target.strip():
            seen.add(about)
            yield each
