"""How the blocks of a translation stand to its source's."""

from hypothesis import given
from hypothesis import strategies as st

from kbeditor.domain.blocks import BlockKind, BlockState, Freshness
from kbeditor.translation.freshness import Equal, SourceBlock, TargetBlock, compare

DONE = BlockState.REVIEWED


def source(*blocks: str) -> list[SourceBlock]:
    """Blocks written `id:hash`, ten words each."""
    parts = (block.split(":") for block in blocks)
    return [SourceBlock(id_, BlockKind.PARAGRAPH, hash_, 10) for id_, hash_ in parts]


def target(*blocks: tuple[str, BlockState]) -> list[TargetBlock]:
    """Blocks based on what is written `id:hash id:hash`."""
    return [
        TargetBlock(
            f"t{at}",
            BlockKind.PARAGRAPH,
            f"h{at}",
            state,
            tuple((each.split(":")[0], each.split(":")[1]) for each in based.split()),
        )
        for at, (based, state) in enumerate(blocks)
    ]


NONE_EQUAL = Equal(())


def test_the_four_ways_to_stand() -> None:
    found = compare(
        source("a:1", "b:2", "c:1"),
        target(("a:1", DONE), ("b:1", DONE), ("gone:1", BlockState.DRAFT)),
        NONE_EQUAL,
    )
    assert [(row.source, row.target, row.freshness) for row in found.rows] == [
        (0, 0, Freshness.CURRENT),
        (1, 1, Freshness.OUTDATED),
        (None, 2, Freshness.ORPHAN),
        (2, None, Freshness.NEW),
    ]
    assert found.rows[2].state is BlockState.DRAFT
    assert found.rows[3].state is BlockState.EMPTY
    assert (found.stale_blocks, found.stale_words, found.done_words) == (2, 20, 10)
    assert (found.orphans, found.empty_words) == (1, 0)


def test_words_are_counted_by_state() -> None:
    states = (BlockState.EMPTY, BlockState.DRAFT, BlockState.TRANSLATED, BlockState.REVIEWED)
    blocks = [(f"{name}:1", state) for name, state in zip("abcd", states, strict=True)]
    found = compare(source("a:1", "b:1", "c:1", "d:1"), target(*blocks), NONE_EQUAL)
    assert (found.empty_words, found.done_words, found.stale_words) == (10, 20, 0)


def test_moved_blocks_are_current_and_orphans_stand_where_they_stood() -> None:
    found = compare(
        source("b:1", "a:1"),
        target(("x:1", DONE), ("a:1", DONE), ("y:1", DONE), ("", DONE), ("z:1", DONE)),
        NONE_EQUAL,
    )
    assert [(row.source, row.target) for row in found.rows] == [
        (None, 0),
        (0, None),
        (1, 1),
        (None, 2),
        (None, 4),
    ]


def test_a_block_of_the_translations_own_is_no_orphan() -> None:
    assert compare([], target(("", DONE)), NONE_EQUAL).rows == ()


def test_a_target_for_two_source_blocks() -> None:
    blocks = target(("a:1 b:1", DONE))
    both = compare(source("a:1", "b:2"), blocks, NONE_EQUAL)
    assert [row.freshness for row in both.rows] == [Freshness.CURRENT, Freshness.OUTDATED]
    one_gone = compare(source("a:1"), blocks, NONE_EQUAL)
    assert [row.freshness for row in one_gone.rows] == [Freshness.OUTDATED]
    assert compare([], blocks, NONE_EQUAL).orphans == 1


def test_two_targets_for_one_source_block_count_once() -> None:
    found = compare(source("a:1"), target(("a:1", DONE), ("a:1", BlockState.DRAFT)), NONE_EQUAL)
    assert [(row.source, row.target) for row in found.rows] == [(0, 0), (0, 1)]
    assert (found.stale_blocks, found.done_words, found.empty_words) == (0, 0, 0)


def test_minor_changes_keep_a_block_current() -> None:
    equal = Equal([("a", "1", "2"), ("a", "2", "3")])
    assert equal("a", "1", "3")
    assert equal("a", "3", "1")
    assert not equal("b", "1", "3")
    found = compare(source("a:3", "b:3"), target(("a:1", DONE), ("b:1", DONE)), equal)
    assert [row.freshness for row in found.rows] == [Freshness.CURRENT, Freshness.OUTDATED]


HASHES = st.integers(0, 6).map(str)


@given(st.lists(st.tuples(HASHES, HASHES), max_size=8), HASHES, HASHES)
def test_equal_is_what_can_be_reached(pairs: list[tuple[str, str]], one: str, other: str) -> None:
    reached, before = {one}, set[str]()
    while reached != before:
        before = set(reached)
        reached |= {b for a, b in pairs if a in before} | {a for a, b in pairs if b in before}
    assert Equal([("block", a, b) for a, b in pairs])("block", one, other) == (other in reached)


LINKS = st.lists(st.tuples(st.sampled_from("abcdxy"), HASHES), max_size=2, unique_by=lambda e: e[0])


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), HASHES), max_size=4, unique_by=lambda e: e[0]),
    st.lists(st.tuples(LINKS, st.sampled_from(list(BlockState))), max_size=6),
)
def test_every_block_has_its_rows(
    blocks: list[tuple[str, str]], links: list[tuple[list[tuple[str, str]], BlockState]]
) -> None:
    here = source(*(f"{id_}:{hash_}" for id_, hash_ in blocks))
    there = target(*((" ".join(f"{a}:{b}" for a, b in based), state) for based, state in links))
    found = compare(here, there, NONE_EQUAL)
    of_source = [row.source for row in found.rows if row.source is not None]
    assert of_source == sorted(of_source)
    assert set(of_source) == set(range(len(here)))
    assert {row.target for row in found.rows if row.target is not None} == {
        at for at, each in enumerate(there) if each.based_on
    }
    assert found.stale_words == 10 * found.stale_blocks
    assert found.stale_words + found.done_words + found.empty_words <= 10 * len(here)
