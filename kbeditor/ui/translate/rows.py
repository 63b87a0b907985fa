"""The rows of the translation view: pairs of blocks, filtered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kbeditor.domain.blocks import BlockPair, BlockState, Freshness
from kbeditor.ui.block_words import kind_words, standing_words
from kbeditor.ui.plain import plain_tips
from kbeditor.ui.readable import readable

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Filter(StrEnum):
    """Which blocks are listed."""

    ALL = "all"
    WORK = "work"
    OUTDATED = "outdated"
    EMPTY = "empty"


def _outdated(pair: BlockPair) -> bool:
    return pair.freshness in (Freshness.OUTDATED, Freshness.ORPHAN)


def is_empty(pair: BlockPair) -> bool:
    """Whether nothing is translated here yet."""
    return pair.freshness is Freshness.NEW or (
        pair.kind.translatable
        and pair.state is BlockState.EMPTY
        and pair.freshness is not Freshness.ORPHAN
    )


TESTS: Mapping[Filter, Callable[[BlockPair], bool]] = {
    Filter.ALL: lambda _pair: True,
    Filter.WORK: lambda pair: pair.needs_work,
    Filter.OUTDATED: _outdated,
    Filter.EMPTY: is_empty,
}


@dataclass(frozen=True, slots=True)
class Counts:
    """What is left to do: blocks and source words, and blocks by filter."""

    all: int
    left: int
    words_left: int
    by_filter: Mapping[Filter, int]


def count(pairs: Sequence[BlockPair]) -> Counts:
    """Count what a translator has to do. Orphans count as work, but are no block of the source."""
    left = [pair for pair in pairs if pair.needs_work]
    return Counts(
        sum(pair.source is not None for pair in pairs),
        len(left),
        sum(pair.words for pair in left if pair.freshness is not Freshness.ORPHAN),
        {each: sum(map(test, pairs)) for each, test in TESTS.items()},
    )


class BlockRows(QAbstractListModel):
    """Keeps rows that were dealt with until another filter or text is chosen: nothing jumps."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pairs: tuple[BlockPair, ...] = ()
        self.filter = Filter.ALL
        self.words = ""
        self._shown: list[BlockPair] = []
        self._places: dict[str, int] = {}

    # ------------------------------------------------------------------ filling

    def show_pairs(self, pairs: Sequence[BlockPair], *, fresh: bool) -> None:
        """Take other pairs, of another text when `fresh`."""
        known = {} if fresh else {pair.id: pair for pair in self.pairs}
        # What stays the same stays itself: what was measured of it holds.
        self.pairs = tuple(
            old if (old := known.get(pair.id)) is not None and old == pair else pair
            for pair in pairs
        )
        self._list(keep=not fresh)

    def set_filter(self, chosen: Filter, words: str) -> None:
        """List only some of the pairs: of a filter, with `words` in either text."""
        self.filter, self.words = chosen, words.casefold().strip()
        self._list(keep=False)

    def _list(self, *, keep: bool) -> None:
        test, words = TESTS[self.filter], self.words
        kept = self._places if keep else {}
        shown = [
            pair
            for pair in self.pairs
            if pair.id in kept
            or (test(pair) and (not words or words in f"{pair.source}\n{pair.target}".casefold()))
        ]
        if keep and [pair.id for pair in shown] == [pair.id for pair in self._shown]:
            old, self._shown = self._shown, shown
            for at, pair in enumerate(shown):
                if pair is not old[at]:
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._shown = shown
        self._places = {pair.id: at for at, pair in enumerate(shown)}
        self.endResetModel()

    # ------------------------------------------------------------------ asking

    def pair(self, row: int) -> BlockPair:
        """The pair of a row."""
        return self._shown[row]

    def row_of(self, block_id: str | None) -> int:
        """The row of a block, -1 where it is not listed."""
        return self._places.get(block_id, -1) if block_id is not None else -1

    def find(self, block_id: str) -> BlockPair | None:
        """A pair by its id, listed or not."""
        return next((pair for pair in self.pairs if pair.id == block_id), None)

    def next_row(self, row: int, step: int, test: Callable[[BlockPair], bool]) -> int:
        """The next row (or the one before, `step` -1) that passes, round the end; -1: none."""
        many = len(self._shown)
        start = row if row >= 0 else (-1 if step > 0 else many)
        for far in range(1, many + 1):
            at = (start + step * far) % many
            if at != row and test(self._shown[at]):
                return at
        return -1

    def pair_at_line(self, line: float, *, source: bool) -> BlockPair | None:
        """The pair in which a line of the target's body stands, or of the source's."""
        found = None
        for pair in self.pairs:
            if 0 < (pair.source_line if source else pair.target_line) <= line:
                found = pair
        return found

    def row_at_line(self, line: float) -> int:
        """The last row listed up to a line of the target's body; -1: none."""
        upto = [at for at, pair in enumerate(self._shown) if 0 < pair.target_line <= line]
        return upto[-1] if upto else -1

    # ------------------------------------------------------------------ Qt's side

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @plain_tips
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        pair = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return pair.source if pair.source is not None else pair.target
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{kind_words(pair.kind)} · {standing_words(pair)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (kind_words(pair.kind), standing_words(pair), pair.source, pair.target)
            return ". ".join(readable(part) for part in parts if part)
        return None
