"""The verdict on a block that comes back, for each way in which both sides may have changed."""

from dataclasses import replace

import pytest

from kbeditor.domain.blocks import BlockKind, BlockPair, BlockState, Freshness
from kbeditor.domain.handing import Verdict
from kbeditor.domain.units import IncomingUnit
from kbeditor.translation.freshness import Equal
from kbeditor.translation.returning import judge, stamp
from kbeditor.translation.splitting import segment_hash

EMPTY, DRAFT, TRANSLATED, REVIEWED = BlockState
SOURCE, OLDER, HERE, THERE = "Open it.", "Open.", "Ouvrez-le.", "Ouvrez ceci."
NOW, BEFORE = (segment_hash(BlockKind.PARAGRAPH, each) for each in (SOURCE, OLDER))
NOTHING_MINOR = Equal(())

PAIR = BlockPair(
    id="b",
    kind=BlockKind.PARAGRAPH,
    source=SOURCE,
    target=HERE,
    previous=None,
    state=TRANSLATED,
    freshness=Freshness.CURRENT,
    words=2,
    source_hash=NOW,
    source_line=1,
    target_line=1,
)


def unit(
    target: str, state: BlockState | None = TRANSLATED, handed_out: str = HERE, source: str = SOURCE
) -> IncomingUnit:
    """A block that was handed out with a translation, and comes back with another."""
    hash_ = segment_hash(BlockKind.PARAGRAPH, source)
    return IncomingUnit("b", "a", source, stamp(hash_, handed_out), target, state, 1)


OUTDATED = replace(PAIR, freshness=Freshness.OUTDATED, previous=OLDER)
SHARED = replace(PAIR, shared=True)
REVIEWED_PAIR = replace(PAIR, state=REVIEWED)
DRAFTED = replace(PAIR, state=DRAFT)
UNTOUCHED = replace(PAIR, state=EMPTY, target=SOURCE)
CODE = replace(PAIR, kind=BlockKind.CODE)
GONE = replace(PAIR, source=None, freshness=Freshness.ORPHAN)
TITLE = replace(
    PAIR, kind=BlockKind.TITLE, source_hash=segment_hash(BlockKind.TITLE, SOURCE), state=EMPTY
)


@pytest.mark.parametrize(
    ("pair", "incoming", "verdict", "why", "state"),
    [
        # Nobody changed anything, or the file has nothing.
        (PAIR, unit(HERE), Verdict.UNCHANGED, "same", TRANSLATED),
        (PAIR, unit(HERE + "\n", None), Verdict.UNCHANGED, "same", TRANSLATED),
        (PAIR, unit("", EMPTY), Verdict.UNCHANGED, "empty", TRANSLATED),
        # The translator changed it.
        (PAIR, unit(THERE), Verdict.TAKE, "", TRANSLATED),
        (PAIR, unit(THERE, None), Verdict.TAKE, "", TRANSLATED),
        (PAIR, unit(THERE, DRAFT), Verdict.TAKE, "", DRAFT),
        (PAIR, unit(THERE, REVIEWED), Verdict.TAKE, "", REVIEWED),
        (REVIEWED_PAIR, unit(THERE, REVIEWED), Verdict.TAKE, "", TRANSLATED),
        (UNTOUCHED, unit(THERE, handed_out=""), Verdict.TAKE, "", TRANSLATED),
        # The same words, said to be right: never lowered.
        (DRAFTED, unit(HERE), Verdict.TAKE, "state", TRANSLATED),
        (PAIR, unit(HERE, REVIEWED), Verdict.TAKE, "state", REVIEWED),
        (REVIEWED_PAIR, unit(HERE), Verdict.UNCHANGED, "same", REVIEWED),
        (REVIEWED_PAIR, unit(HERE, DRAFT), Verdict.UNCHANGED, "same", REVIEWED),
        (OUTDATED, unit(HERE), Verdict.TAKE, "state", TRANSLATED),
        (OUTDATED, unit(HERE, DRAFT), Verdict.UNCHANGED, "same", TRANSLATED),
        (OUTDATED, unit(HERE, None), Verdict.UNCHANGED, "same", TRANSLATED),
        # The source moved meanwhile.
        (PAIR, unit(THERE, source=OLDER), Verdict.OUTDATED, "source_changed", TRANSLATED),
        (PAIR, unit(HERE, REVIEWED, source=OLDER), Verdict.UNCHANGED, "same", TRANSLATED),
        (
            replace(OUTDATED, state=DRAFT),
            unit(HERE, source=OLDER),
            Verdict.OUTDATED,
            "source_changed",
            TRANSLATED,
        ),
        # It was changed here meanwhile: by both, by us alone, to the same words.
        (PAIR, unit(THERE, handed_out="Ouvrir."), Verdict.CONFLICT, "changed_here", TRANSLATED),
        (PAIR, unit("Ouvrir.", handed_out="Ouvrir."), Verdict.UNCHANGED, "changed_here_only", None),
        (PAIR, unit(HERE, handed_out="Ouvrir."), Verdict.UNCHANGED, "same", TRANSLATED),
        (SHARED, unit(THERE), Verdict.CONFLICT, "shared", TRANSLATED),
        # What cannot be taken.
        (CODE, unit(THERE), Verdict.REFUSED, "not_translatable", None),
        (GONE, unit(THERE), Verdict.REFUSED, "source_gone", None),
        (TITLE, unit("e" * 501, handed_out=""), Verdict.REFUSED, "too_long", None),
        (PAIR, unit("Ouvrez <b>ceci</b>."), Verdict.REFUSED, "foreign_code", None),
        (PAIR, unit("Ouvrez {{name}}."), Verdict.REFUSED, "foreign_code", None),
    ],
)
def test_verdicts(
    pair: BlockPair, incoming: IncomingUnit, verdict: Verdict, why: str, state: BlockState | None
) -> None:
    found = judge(pair, incoming, NOTHING_MINOR)
    assert (found.verdict, found.why) == (verdict, why)
    if state is not None:
        assert found.state is state


def test_what_was_called_minor_is_no_change_of_the_source() -> None:
    minor = Equal([("b", BEFORE, NOW)])
    assert judge(PAIR, unit(THERE, source=OLDER), minor).verdict is Verdict.TAKE


def test_codes_that_the_translation_had_already_may_stay() -> None:
    pair = replace(PAIR, target="Ouvrez <b>le</b>.")
    incoming = unit("Ouvrez <b>ceci</b>.", handed_out="Ouvrez <b>le</b>.")
    assert judge(pair, incoming, NOTHING_MINOR).verdict is Verdict.TAKE


@pytest.mark.parametrize(
    ("pair", "source", "verdict", "why"),
    [
        (PAIR, SOURCE, Verdict.CONFLICT, "perhaps_changed_here"),
        (DRAFTED, SOURCE, Verdict.TAKE, ""),
        (DRAFTED, OLDER, Verdict.OUTDATED, "source_changed"),
        (DRAFTED, "", Verdict.OUTDATED, "source_unknown"),
    ],
)
def test_without_a_stamp_the_source_tells(
    pair: BlockPair, source: str, verdict: Verdict, why: str
) -> None:
    incoming = IncomingUnit("b", "a", source, "", THERE, TRANSLATED, 1)
    found = judge(pair, incoming, NOTHING_MINOR)
    assert (found.verdict, found.why) == (verdict, why)


def test_a_source_that_is_not_the_stamped_one_was_mixed_up() -> None:
    mixed = replace(unit(THERE), source="Close it.")
    assert judge(PAIR, mixed, NOTHING_MINOR).why == "mixed_up"
    spaced = replace(unit(THERE), source=" Open\nit. ")
    assert judge(PAIR, spaced, NOTHING_MINOR).verdict is Verdict.TAKE
