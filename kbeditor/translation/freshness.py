"""How the blocks of a translation stand to its source's: current, outdated, new or orphan."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kbeditor.domain.blocks import BlockKind, BlockState, Freshness


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block of the published source; `words` is 0 for code and HTML."""

    id: str
    kind: BlockKind
    hash: str
    words: int


@dataclass(frozen=True, slots=True)
class TargetBlock:
    """A block of the translation. `based_on`: pairs of source block id and source hash."""

    id: str
    kind: BlockKind
    hash: str
    state: BlockState
    based_on: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A source block (by its index) beside its target block: None where there is none."""

    source: int | None
    target: int | None
    freshness: Freshness
    state: BlockState


@dataclass(frozen=True, slots=True)
class Standing:
    """How a translation stands.

    `rows`: in the source's order; a source block that several targets translate has a row for each,
    next to one another, and a target that several source blocks share comes in the row of each.
    Orphans follow the row of the target before them; blocks of the translation's own have no row.

    The numbers are of source blocks and source words, each counted once: `stale` are outdated or
    new (code and HTML, too, with 0 words); `done_words` current and at least translated;
    `empty_words` current, with the source's text still standing there.
    """

    rows: tuple[Row, ...]
    stale_blocks: int
    stale_words: int
    done_words: int
    orphans: int
    empty_words: int


class Equal:
    """Whether two hashes of a source block say the same, by the changes that were called minor."""

    def __init__(self, pairs: Iterable[tuple[str, str, str]]) -> None:
        """`pairs`: block id, old hash, new hash. Holds both ways and over several steps."""
        self._parent: dict[tuple[str, str], tuple[str, str]] = {}
        for block_id, old, new in pairs:
            one, other = self._root((block_id, old)), self._root((block_id, new))
            if one != other:
                self._parent[one] = other

    def _root(self, node: tuple[str, str]) -> tuple[str, str]:
        while (parent := self._parent.get(node, node)) != node:
            above = self._parent.get(parent, parent)
            self._parent[node] = above
            node = above
        return node

    def __call__(self, block_id: str, old_hash: str, new_hash: str) -> bool:
        """Whether the two say the same for the translations of this block."""
        if old_hash == new_hash:
            return True
        return self._root((block_id, old_hash)) == self._root((block_id, new_hash))


def compare(
    source: Sequence[SourceBlock],
    target: Sequence[TargetBlock],
    equal: Callable[[str, str, str], bool],
) -> Standing:
    """How the target stands to the published source; `equal`: see `Equal`.

    A target of which one source block is gone but not all is outdated: part of what it says is no
    longer in the source. Basing it on the ones that are left makes it current.
    """
    places = {block.id: index for index, block in enumerate(source)}
    links: list[list[Row]] = [[] for _ in source]
    orphans: dict[int | None, list[Row]] = defaultdict(list)
    before: int | None = None
    for at, block in enumerate(target):
        found = [(places[id_], hash_) for id_, hash_ in block.based_on if id_ in places]
        if not found and block.based_on:
            orphans[before].append(Row(None, at, Freshness.ORPHAN, block.state))
        for index, hash_ in found:
            whole = len(found) == len(block.based_on)
            fresh = whole and equal(source[index].id, hash_, source[index].hash)
            freshness = Freshness.CURRENT if fresh else Freshness.OUTDATED
            links[index].append(Row(index, at, freshness, block.state))
        if found:
            before = at
    return _standing(source, links, orphans)


def _standing(
    source: Sequence[SourceBlock], links: list[list[Row]], orphans: dict[int | None, list[Row]]
) -> Standing:
    rows = list(orphans[None])
    last = {row.target: row.source for linked in links for row in linked}
    stale_blocks = stale_words = done_words = empty_words = 0
    for index, (block, linked) in enumerate(zip(source, links, strict=True)):
        if not linked:
            rows.append(Row(index, None, Freshness.NEW, BlockState.EMPTY))
        for row in linked:
            rows.append(row)
            if last[row.target] == index:
                rows += orphans[row.target]
        if not linked or any(row.freshness is not Freshness.CURRENT for row in linked):
            stale_blocks += 1
            stale_words += block.words
        elif all(row.state >= BlockState.TRANSLATED for row in linked):
            done_words += block.words
        elif all(row.state is BlockState.EMPTY for row in linked):
            empty_words += block.words
    return Standing(
        rows=tuple(rows),
        stale_blocks=stale_blocks,
        stale_words=stale_words,
        done_words=done_words,
        orphans=sum(map(len, orphans.values())),
        empty_words=empty_words,
    )
