"""CSV and XLSX alike: what they hold, what is told of it, and a real spreadsheet."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from kbeditor.domain.blocks import BlockKind, BlockState
from kbeditor.domain.progress import Silent
from kbeditor.domain.units import UnitFormat, UnitOptions
from tests.helpers.tables import ACTIVE, CSV, XLSX, edit_csv, edit_xlsx, sheet_of, targets
from tests.helpers.unit_jobs import file_of, job, read, small_file, unit, write

EMPTY, DRAFT, TRANSLATED, REVIEWED = BlockState
BOTH = pytest.mark.parametrize("unit_format", [CSV, XLSX], ids=["csv", "xlsx"])


@BOTH
def test_nothing_is_a_formula_and_all_of_it_comes_back(
    unit_format: UnitFormat, tmp_path: Path
) -> None:
    units = [unit(f"b{n}", text, text + " ") for n, text in enumerate(ACTIVE)]
    units.append(unit("-b", "#N/A", "TRUE"))
    written = write(unit_format, tmp_path / f"a{unit_format.info.suffix}", job(file_of(units)))
    assert [(each.id, each.source, each.target) for each in read(unit_format, written).units] == [
        (each.id, each.source, each.target) for each in units
    ]
    if unit_format is XLSX:
        cells = [cell for row in sheet_of(written) for cell in row]
        assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
        assert {cell.number_format for row in sheet_of(written)[1:] for cell in row} == {"@"}
    else:
        with written.open(encoding="utf-8-sig", newline="") as stream:
            shown = [cell for row in csv.reader(stream) for cell in row]
        assert not [cell for cell in shown if cell[:1] in ("=", "+", "-", "@", "\t", "＝")]


@BOTH
def test_a_state_left_as_it_was_does_not_hide_a_translation(
    unit_format: UnitFormat, tmp_path: Path
) -> None:
    edit = edit_csv if unit_format is CSV else edit_xlsx
    work = job(file_of([unit("b1", "One"), unit("b2", "Two"), unit("b3", "3", "trois", DRAFT)]))
    written = write(unit_format, tmp_path / f"a{unit_format.info.suffix}", work)
    edit(written, {("b1", "target"): "Un", ("b3", "state"): "Translated "})
    assert targets(read(unit_format, written)) == [
        ("b1", "Un", None),
        ("b2", "", EMPTY),
        ("b3", "trois", TRANSLATED),
    ]


@BOTH
def test_a_state_nobody_knows_is_told_with_its_row(unit_format: UnitFormat, tmp_path: Path) -> None:
    edit = edit_csv if unit_format is CSV else edit_xlsx
    work = job(file_of([unit("b1", "One\ntwo", "Un"), unit("b2", "Two", "Deux")]))
    written = write(unit_format, tmp_path / f"a{unit_format.info.suffix}", work)
    edit(written, {("b2", "state"): "done"})
    incoming = read(unit_format, written)
    assert targets(incoming) == [("b1", "Un", TRANSLATED)]
    (line,) = incoming.lines
    assert (line.code, line.line) == ("unknown_state", 3)
    assert "“done” is none of empty, draft, translated, reviewed" in line.text


@BOTH
def test_what_no_cell_holds_is_left_out_and_told(unit_format: UnitFormat, tmp_path: Path) -> None:
    long = [unit("b1", "x" * 32_767, "y"), unit("b2", "x" * 32_768), unit("b3", "😀" * 16_384)]
    report = unit_format.write(
        job(file_of(long)), tmp_path / f"a{unit_format.info.suffix}", UnitOptions(), Silent()
    )
    assert dict(report.counts)["units"] == 1
    assert [line.code for line in report.lines] == ["cell_too_long"] * 2
    assert [
        each.id for each in read(unit_format, tmp_path / f"a{unit_format.info.suffix}").units
    ] == ["b1"]


@BOTH
def test_code_stays_at_home(unit_format: UnitFormat, tmp_path: Path) -> None:
    work = job(file_of([unit("b1", "One"), unit("b2", "x = 1", kind=BlockKind.CODE)]))
    assert [
        each.id for each in read(unit_format, write(unit_format, tmp_path / "a", work)).units
    ] == ["b1"]


CONVERSIONS: dict[str, tuple[UnitFormat, str, str]] = {
    "xlsx to xlsx": (XLSX, "", "xlsx"),
    "xlsx to csv": (XLSX, "", "csv:Text - txt - csv (StarCalc):59,34,76"),
    "csv to xlsx": (CSV, "--infilter=Text - txt - csv (StarCalc):44,34,76,1", "xlsx"),
    "csv to csv": (
        CSV,
        "--infilter=Text - txt - csv (StarCalc):44,34,76,1",
        "csv:Text - txt - csv (StarCalc):59,34,76",
    ),
}


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("conversion", CONVERSIONS)
def test_a_real_spreadsheet_opens_and_saves_it_without_loss(
    conversion: str, tmp_path: Path
) -> None:
    unit_format, filter_, to = CONVERSIONS[conversion]
    texts = [*ACTIVE, " lead ", "a\u00a0;\u202f!", "😀 _x0041_", 'say "x", or;y']
    work = job(small_file(), file_of([unit(f"q{n}", each, each) for n, each in enumerate(texts)]))
    written = write(unit_format, tmp_path / f"a{unit_format.info.suffix}", work)
    made = tmp_path / "made"
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            *([filter_] if filter_ else []),
            *("--convert-to", to, "--outdir", str(made), str(written)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    (saved,) = made.iterdir()
    reader: UnitFormat = XLSX if saved.suffix == ".xlsx" else CSV
    sent, incoming = read(unit_format, written), read(reader, saved)
    assert incoming.lines == ()
    assert incoming.units == sent.units
