"""Jobs for translators: a small one that has everything, and ways to write and read it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from kbeditor.domain.blocks import BlockKind, BlockState, Freshness
from kbeditor.domain.progress import Silent
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.units import Incoming, Unit, UnitFile, UnitFormat, UnitJob, UnitOptions

LIBRARY = "0199-library"
SCHEMAS = Path(__file__).resolve().parents[3] / "shared" / "schemas"
"""The standards' own schemas, beside the checkout."""


def unit(
    unit_id: str,
    source: str,
    target: str = "",
    state: BlockState | None = None,
    freshness: Freshness = Freshness.CURRENT,
    kind: BlockKind = BlockKind.PARAGRAPH,
    previous: str = "",
    notes: tuple[str, ...] = (),
) -> Unit:
    """One block; with a target it is translated, without one empty and new."""
    if not target and freshness is Freshness.CURRENT:
        freshness = Freshness.NEW
    if state is None:
        state = BlockState.TRANSLATED if target else BlockState.EMPTY
    source_hash = f"hash-of-{unit_id}"
    return Unit(unit_id, kind, source, source_hash, target, state, freshness, previous, notes)


def small_file() -> UnitFile:
    """An article with a block in every state, codes of all sorts, notes, and code."""
    old = "See [the **old** page](kb:1234) first."
    units = (
        unit("b1", "Pay *now*", "Payer *maintenant*", BlockState.REVIEWED, kind=BlockKind.TITLE),
        unit("b2", "How to pay", "Comment payer", BlockState.DRAFT, kind=BlockKind.HEADING),
        unit(
            "b3",
            'See [the **new** page](kb:5678 "Pages") and `pay <now>`,\nthen ![a “card”](kb:9).',
            "Voir [l’**ancienne** page](kb:1234), [ici](https://exemple.fr/?a=1&b=2).",
            freshness=Freshness.OUTDATED,
            previous=old,
            notes=("Say vous, not tu.", "Two\nlines"),
        ),
        unit("b4", "Press {key} & wait…\\\nDone\tthen", kind=BlockKind.ITEM),
        unit("b5", "pay --now\n", kind=BlockKind.CODE),
        unit("b6", "Total: 40 €", "Total : 40 €", kind=BlockKind.CELL),
        unit("b7", "", "Reste", freshness=Freshness.ORPHAN),
    )
    skeleton = "# {{kb:b2}}\n\n{{kb:b3}}\n\n* {{kb:b4}}\n\n    {{kb:b5}}\n"
    owner = Ref(Kind.ARTICLE, "0199-article")
    return UnitFile(owner, "Pay <now>", ("Accounts", "Bills & more"), units, skeleton)


def job(*files: UnitFile) -> UnitJob:
    """Those files from English to French."""
    return UnitJob(
        LIBRARY,
        "Help “centre”",
        "en",
        "fr-CA",
        datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        "kbeditor 0.2.0",
        lambda: iter(files),
    )


def file_of(units: Sequence[Unit]) -> UnitFile:
    """An article with those blocks."""
    return UnitFile(Ref(Kind.ARTICLE, "a1"), "Title", (), tuple(units))


def write(
    unit_format: UnitFormat, target: Path, work: UnitJob, options: UnitOptions | None = None
) -> Path:
    """Write a job; the file's path."""
    unit_format.write(work, target, options or UnitOptions(), Silent())
    return target


def read(unit_format: UnitFormat, source: Path) -> Incoming:
    """Read a file."""
    return unit_format.read(source, Silent())
