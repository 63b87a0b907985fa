"""A block as a row of a table: the columns that CSV and XLSX share, written and read."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kbeditor.domain.blocks import BlockState, Freshness
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.units import Unit, UnitFile, UnitJob, UnitOptions
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.csv_cells import guarded, unguarded
from kbeditor.exchange.incoming_units import Gathering
from kbeditor.exchange.xliff import from_original, original
from kbeditor.exchange.xml_safe import legal

LONGEST_CELL = 32_767
"""UTF-16 units; Excel holds no more, and spills longer cells of a CSV into the next row."""

ID, ARTICLE, PLACE, KIND, STATE, FRESHNESS = "id", "article", "path", "kind", "state", "freshness"
SOURCE, TARGET, NOTE, PREVIOUS = "source", "target", "note", "source before"
HASH, FROM = "source hash", "from"
COLUMNS = (
    *(ID, ARTICLE, PLACE, KIND, STATE, FRESHNESS),
    *(SOURCE, TARGET, NOTE, PREVIOUS, HASH, FROM),
)
_NEEDED = (ID, TARGET)
_NAMED = re.compile(r"(source|target)\s*\(([^()]*)\)")
_HASH_MARK = "kb:hash="  # and so no program takes a hash for a number
_QUOTED_MARK = "kb:quoted="
"""Before the hash of a row whose cells are guarded, whatever kind of table it comes back in."""
MOST_COLUMNS = 64
MOST_HEADERS = 20
"""Rows that may stand above the one that names the columns."""


class Head(NamedTuple):
    """The row that names the columns: what stands where, from 0, and the locales it names."""

    columns: Mapping[str, int]
    source_locale: str
    target_locale: str


def header(job: UnitJob) -> tuple[str, ...]:
    """The first row: source and target say their locales."""
    locales = {SOURCE: f" ({job.source_locale})", TARGET: f" ({job.target_locale})"}
    return tuple(name + locales.get(name, "") for name in COLUMNS)


def row(
    job: UnitJob, file: UnitFile, unit: Unit, options: UnitOptions, guard: bool = False
) -> tuple[str, ...]:
    """A block's cells; `guard` those that a spreadsheet would take for more than text.

    An outdated block is a draft: there is work to do before it counts again.
    """
    outdated = unit.freshness is Freshness.OUTDATED
    target, state = unit.target, unit.state
    if outdated and target:
        state = min(state, BlockState.DRAFT)
    if not target:
        state = BlockState.EMPTY
        target = unit.source if options.prefill else ""
    cells = (
        unit.id,
        legal(file.title),
        legal(" › ".join(file.path)),
        unit.kind.value,
        state.code,
        unit.freshness.value,
        unit.source,
        target,
        legal("\n".join(unit.notes)),
        unit.previous if outdated else "",
        (_QUOTED_MARK if guard else _HASH_MARK) + unit.source_hash,
        original(job, file),
    )
    return tuple(map(guarded, cells)) if guard else cells


def fits(cells: Sequence[str]) -> bool:
    """Whether every cell is short enough for a spreadsheet."""
    return all(
        len(cell) <= LONGEST_CELL // 2
        or len(cell.encode("utf-16-le", "replace")) // 2 <= LONGEST_CELL
        for cell in cells
    )


def too_long(file: UnitFile, unit: Unit) -> ReportLine:
    """What the report says of a block that is not handed out."""
    text = (
        f"A {unit.kind.value} is longer than the {LONGEST_CELL:,} characters of a spreadsheet's "
        "cell and was left out; hand it out as PO or XLIFF."
    )
    return ReportLine("warning", "cell_too_long", file.title, 0, text)


def read_header(cells: Sequence[str]) -> Head | None:
    """Where the columns are, whatever their order and case; None: these are no headers."""
    columns: dict[str, int] = {}
    locales = {SOURCE: "", TARGET: ""}
    for place, cell in enumerate(cells):
        name = " ".join(cell.split()).casefold()
        if found := _NAMED.fullmatch(name):
            name = found[1]
            locales[name] = cell.partition("(")[2].rpartition(")")[0].strip()
        if name in COLUMNS:
            columns.setdefault(name, place)
    if any(name not in columns for name in _NEEDED):
        return None
    return Head(columns, locales[SOURCE], locales[TARGET])


def no_header(shown: str) -> BadFile:
    """The error of a table whose columns nobody knows."""
    return BadFile(
        "no_header",
        shown,
        "no row names the columns “id” and “target”, so it does not say which block is which; "
        "keep the first row as it was handed out",
    )


def take(head: Head, cells: Sequence[str], number: int, gathering: Gathering) -> None:
    """Take a row's block, or report why not. `number` counts rows from 1. Raises BadFile."""
    there = head.columns.get(HASH, len(cells))
    mark = cells[there].strip() if there < len(cells) else ""
    if mark.startswith(_QUOTED_MARK):
        cells = _unquoted(head, cells)

    def cell(name: str) -> str:
        place = head.columns.get(name, len(cells))
        return cells[place] if place < len(cells) else ""

    if not any(text.strip() for text in cells):
        return
    library, owner = from_original(cell(FROM).strip())
    if library:
        locales = (head.source_locale, head.target_locale)
        gathering.belongs_to(library, locales, number)
    source, target = cell(SOURCE), cell(TARGET)
    code = cell(STATE).strip().casefold()
    state = None
    if code:
        try:
            state = BlockState.from_code(code)
        except ValueError:
            states = ", ".join(each.code for each in BlockState)
            why = f"its state “{code[:40]}” is none of {states}"
            gathering.refuse("unknown_state", cell(ID).strip(), number, why)
            return
    if not target.strip():
        target, state = "", BlockState.EMPTY
    elif state is BlockState.EMPTY:
        # Filled in beforehand, or translated without a word on the state.
        target, state = ("", state) if target == source else (target, None)
    marked = mark.startswith((_HASH_MARK, _QUOTED_MARK))
    source_hash = mark.partition("=")[2] if marked else ""
    gathering.take(cell(ID).strip(), owner, (source, target), source_hash, state, number)


def _unquoted(head: Head, cells: Sequence[str]) -> list[str]:
    """The cells of a guarded row without the quotation marks that guard them."""
    plain = [unguarded(each) for each in cells]
    source, target = head.columns.get(SOURCE, len(cells)), head.columns[TARGET]
    if max(source, target) < len(cells) and plain[source] != cells[source]:
        # Written on, "'5 mai" is no date any more, but its mark was not the translator's.
        plain[target] = cells[target].removeprefix("'")
    return plain
