"""What changed in real pages, against what a person wrote down reading both versions.

`drift_truth.json` names for each page the blocks that changed by their first words: how, old, new.
Blocks that only say where reference links lead are left out: they are not a reader's text.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from kbeditor.domain.blocks import BlockState, Freshness, Segment
from kbeditor.translation.alignment import Change, align_versions
from kbeditor.translation.freshness import Equal, SourceBlock, Standing, TargetBlock, compare
from kbeditor.translation.linking import link
from tests.helpers.corpus_pages import page_segments

pytestmark = pytest.mark.corpus

Row = tuple[str, str | None, str | None]
TRUTH: dict[str, list[Row]] = json.loads(
    (Path(__file__).parent / "drift_truth.json").read_text(encoding="utf-8")
)
DEFINITION = re.compile(r"\[[^\]]+\]:")


def begins(block: Segment | None, words: str | None) -> bool:
    if block is None or words is None:
        return block is None and words is None
    return " ".join(block.text.split()).startswith(words)


def judged(
    found: Iterable[tuple[str, Segment | None, Segment | None]], truth: Iterable[Row]
) -> tuple[list[object], list[object], int]:
    """What is wrong, what is missing, and how many are right."""
    left = sorted(truth, key=lambda row: -len(row[1] or "") - len(row[2] or ""))
    wrong: list[object] = []
    right = 0
    for change, old, new in found:
        block = new or old
        if block and DEFINITION.match(block.text):
            continue
        for row in left:
            if row[0] == change and begins(old, row[1]) and begins(new, row[2]):
                left.remove(row)
                right += 1
                break
        else:
            wrong.append((change, old and old.text[:40], new and new.text[:40]))
    return wrong, list(left), right


def test_the_changed_blocks_of_real_pages(corpus: Path) -> None:
    wrong, missed, right = [], [], 0
    for page, truth in TRUTH.items():
        folder = corpus / "drift" / page
        old = page_segments(folder / "en-at-translation.md")
        new = page_segments(folder / "en-now.md")
        found = (
            (
                str(step.change),
                None if step.old is None else old[step.old],
                None if step.new is None else new[step.new],
            )
            for step in align_versions(old, new)
            if step.change is not Change.SAME
        )
        result = judged(found, truth)
        wrong += result[0]
        missed += result[1]
        right += result[2]
    assert right / (right + len(wrong)) >= 0.95, wrong
    assert right / (right + len(missed)) >= 0.95, missed


def published_again(folder: Path) -> tuple[tuple[Segment, ...], Standing]:
    """The English of today, and how the French stands to it that was linked to the English then."""
    then, now = page_segments(folder / "en-at-translation.md"), page_segments(folder / "en-now.md")
    french = page_segments(folder / "fr.md")
    ids = {
        step.new: f"old {step.old}" for step in align_versions(then, now) if step.old is not None
    }
    source = [
        SourceBlock(ids.get(at, f"new {at}"), each.kind, each.hash, each.words)
        for at, each in enumerate(now)
    ]
    based: dict[int, tuple[tuple[str, str], ...]] = {
        to: tuple((f"old {one}", then[one].hash) for one in each.sources)
        for each in link(then, french)
        for to in each.targets
    }
    target = [
        TargetBlock(str(at), each.kind, each.hash, BlockState.REVIEWED, based[at])
        for at, each in enumerate(french)
    ]
    return now, compare(source, target, Equal(()))


def test_what_the_french_of_real_pages_lacks(corpus: Path) -> None:
    """Outdated and new blocks of today's English, through linking, aligning and comparing."""
    wrong, missed, right = [], [], 0
    for page, rows in TRUTH.items():
        now, standing = published_again(corpus / "drift" / page)
        change = {Freshness.OUTDATED: "edited", Freshness.NEW: "new"}
        found = {
            row.source: (change[row.freshness], None, now[row.source])
            for row in standing.rows
            if row.source is not None and row.freshness in change
        }
        truth = [(row[0], None, row[2]) for row in rows if row[2] is not None]
        result = judged(found.values(), truth)
        wrong += result[0]
        missed += result[1]
        right += result[2]
    assert right / (right + len(wrong)) >= 0.95, wrong
    assert right / (right + len(missed)) >= 0.95, missed
