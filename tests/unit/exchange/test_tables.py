"""CSV and XLSX: what spreadsheets show, what they make of a file, and hostile ones."""

import csv
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import Cell

from kbeditor.domain.blocks import BlockKind, BlockState
from kbeditor.domain.errors import KbError
from kbeditor.domain.progress import Silent, Stoppable
from kbeditor.domain.units import Incoming, UnitFormat, UnitJob, UnitOptions
from kbeditor.exchange.csv_cells import guarded, unguarded
from kbeditor.exchange.csv_units import CsvFormat
from kbeditor.exchange.unit_rows import COLUMNS
from kbeditor.exchange.xlsx import XlsxFormat
from tests.helpers.unit_jobs import LIBRARY, file_of, job, read, small_file, unit, write

CSV, XLSX = CsvFormat(), XlsxFormat()
EMPTY, DRAFT, TRANSLATED, REVIEWED = BlockState
BOTH = pytest.mark.parametrize("unit_format", [CSV, XLSX], ids=["csv", "xlsx"])
ACTIVE = [
    *("=1+1", "+33 1 23", "-5 °C", "@you", "\ttab", "'=quoted", "''=twice", "＝1", "-", "="),
    *("1/2", "00123", "1e5", "40 €", "3 mai", "TRUE", "12:30", "5 %", "'1", "Mai 3, 2026", "$5"),
]


def read_csv(tmp_path: Path, text: str | bytes) -> Incoming:
    file = tmp_path / "a.csv"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    assert CSV.recognises(file)
    return read(CSV, file)


def targets(incoming: Incoming) -> list[tuple[str, str, BlockState | None]]:
    return [(each.id, each.target, each.state) for each in incoming.units]


def sheet_of(file: Path) -> list[tuple[Cell, ...]]:
    """The rows as openpyxl has them."""
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    return [tuple(cell for cell in row if isinstance(cell, Cell)) for row in sheet.iter_rows()]


# ------------------------------------------------------------------------------------------- both


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


def edit_csv(file: Path, changes: Mapping[tuple[str, str], str]) -> None:
    """Save other texts for (id, column)."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        head, *body = csv.reader(stream)
    columns = [name.partition(" (")[0] for name in head]
    for row in body:
        for place, name in enumerate(columns):
            row[place] = changes.get((row[0], name), row[place])
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([head, *body])


def edit_xlsx(file: Path, changes: Mapping[tuple[str, str], str]) -> None:
    """Save other texts for (id, column), as openpyxl saves a workbook that it loaded."""
    book = openpyxl.load_workbook(file)
    sheet = book.active
    assert sheet is not None
    for row in sheet.iter_rows(min_row=2):
        for cell, name in zip(row, COLUMNS, strict=True):
            if text := changes.get((str(row[0].value), name)):
                assert isinstance(cell, Cell)
                cell.value = text
    book.save(file)


# -------------------------------------------------------------------------------------------- CSV


@pytest.mark.parametrize(
    "text", ["plain", "'tis", "'", "", " =x", "a=b", "2 or 3 days", "b1", *ACTIVE]
)
def test_guards_are_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text) == ("'" + text if text in ACTIVE else text)


HEAD = "target (fr),ID,source (en),from\n"
BODY = 'Un,b1,One,lib/article/a1\n"Deux, ""2""\net demi",b2,Two,lib/article/a1\n\n,,,\n'


@pytest.mark.parametrize(
    "data",
    [
        HEAD + BODY,
        ("\ufeff" + HEAD + BODY).encode("utf-8"),
        (HEAD + BODY).encode("utf-16"),
        ("\ufeff" + HEAD + BODY).encode("utf-16-be"),
        (HEAD + BODY).replace("\n", "\r\n"),
        "sep=,\n" + HEAD + BODY,
        "Our table,,,\n,,,\n" + HEAD + BODY,
    ],
    ids=["plain", "mark", "utf16", "utf16be", "crlf", "sep", "title"],
)
def test_columns_in_any_order_and_encoding(data: str | bytes, tmp_path: Path) -> None:
    incoming = read_csv(tmp_path, data)
    assert targets(incoming) == [("b1", "Un", None), ("b2", 'Deux, "2"\net demi', None)]
    assert (incoming.library_id, incoming.source_locale, incoming.target_locale) == (
        "lib",
        "en",
        "fr",
    )
    assert incoming.units[0].owner_id == "a1"
    assert incoming.lines == ()


@pytest.mark.parametrize("separator", [";", "\t"])
def test_separators_of_other_countries(separator: str, tmp_path: Path) -> None:
    out = io.StringIO()
    rows = csv.reader(io.StringIO(HEAD + BODY, newline=""))
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    assert targets(read_csv(tmp_path, out.getvalue())) == [
        ("b1", "Un", None),
        ("b2", 'Deux, "2"\net demi', None),
    ]


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        ("", "no_header", "id” and “target"),
        ("id,source\nb1,One\n", "no_header", "id” and “target"),
        ("\n" * 100 + HEAD, "no_header", "id” and “target"),
        (HEAD + 'a,"b"c,d\n', "csv", "row 2 is no sound CSV"),
        (HEAD + 'a,b1,One,lib\n"' + "x" * 140_000, "csv", "row 3 is no sound CSV"),
        ((HEAD + "Été").encode("cp1252"), "not_utf8", "save it as “CSV UTF-8”"),
        (HEAD.encode("utf-16")[:-1], "not_utf16", "not sound UTF-16"),
        (HEAD + "a\0b\n", "not_text", "NUL"),
        (HEAD + BODY + "Un,b9,One,other/article/a1\n", "mixed_file", "another library"),
    ],
)
def test_a_wrong_table_is_refused(data: str | bytes, code: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(KbError, match=r"a\.csv") as caught:
        read_csv(tmp_path, data)
    assert caught.value.code == code
    assert words in str(caught.value)


def test_rows_without_or_with_the_same_id_are_told(tmp_path: Path) -> None:
    incoming = read_csv(tmp_path, "id,target\n,Un\nb1,Un\nb1,Une\nb2\n")
    assert targets(incoming) == [("b1", "Un", None), ("b2", "", EMPTY)]
    assert [(line.code, line.line) for line in incoming.lines] == [("no_id", 2), ("twice", 4)]


# ------------------------------------------------------------------------------------------- XLSX


def test_what_translators_see(tmp_path: Path) -> None:
    work = job(small_file())
    written = write(XLSX, tmp_path / "a.xlsx", work)
    book = openpyxl.load_workbook(written)
    sheet = book.active
    assert sheet is not None
    head = [str(cell.value) for cell in sheet[1]]
    assert head[6:8] == ["source (en)", "target (fr-CA)"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:L6"
    assert not sheet.sheet_view.rightToLeft
    widths = {
        name: sheet.column_dimensions[cell.column_letter]
        for name, cell in zip(COLUMNS, sheet_of(written)[0], strict=True)
    }
    assert [name for name in COLUMNS if widths[name].hidden] == ["id", "source hash", "from"]
    assert widths["source"].width == widths["target"].width == 52
    source, target = sheet["G4"], sheet["H4"]
    assert source.fill.fgColor.rgb == "00F0F0F0"
    assert target.fill.fill_type is None
    assert source.alignment.wrap_text
    heights = [sheet.row_dimensions[row].height for row in range(2, 7)]
    assert heights == [30, 30, 45, 30, 30]  # lines of 15 points; the path takes two
    (choice,) = sheet.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)) == ('"empty,draft,translated,reviewed"', "E2:E7")
    assert book.properties.created.replace(tzinfo=UTC) == work.created_at
    assert book.properties.title == "Help “centre”"


def test_right_to_left_targets_have_a_right_to_left_sheet(tmp_path: Path) -> None:
    work = job(small_file())
    work = UnitJob(
        LIBRARY, "Help", "en", "ar", datetime(2026, 11, 23, tzinfo=UTC), "kbeditor 1", work.files
    )
    sheet = openpyxl.load_workbook(write(XLSX, tmp_path / "a.xlsx", work)).active
    assert sheet is not None
    assert sheet.sheet_view.rightToLeft
    assert (sheet["G2"].alignment.readingOrder, sheet["H2"].alignment.readingOrder) == (1, 2)


def test_what_is_saved_by_another_program_comes_back(tmp_path: Path) -> None:
    """openpyxl writes shared strings, and drops what it does not know."""
    odd = "_x0041_ a\x07b\u2028 _x005F_ x005F_"
    work = job(file_of([unit("b1", odd, "Un\ndeux "), unit("b2", "Two")]))
    written = write(XLSX, tmp_path / "a.xlsx", work)
    first = read(XLSX, written)
    assert first.units[0].source == odd
    edit_xlsx(written, {("b2", "target"): "=Deux"})
    second = read(XLSX, written)
    assert second.units[0].target == "Un\ndeux "
    # An own formula is no translation.
    assert [each.id for each in second.units] == ["b1"]
    (line,) = second.lines
    assert (line.code, line.line) == ("not_text", 3)
    assert "is a formula and no text" in line.text


Parts = dict[str, str]
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="x/{kind}" Target="{target}"/>{more}</Relationships>'
)


def parts(rows: str, strings: str = "") -> Parts:
    """The parts of a small workbook by hand."""
    more = '<Relationship Id="r2" Type="x/sharedStrings" Target="/xl/strings.xml"/>'
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": RELATIONS.format(kind="officeDocument", target="xl/book.xml", more=""),
        "xl/book.xml": f'<workbook {MAIN} xmlns:r="urn:r"><sheets><sheet name="S" r:id="r1"/>'
        "</sheets></workbook>",
        "xl/_rels/book.xml.rels": RELATIONS.format(
            kind="worksheet", target="sheets/one.xml", more=more
        ),
        "xl/sheets/one.xml": f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>",
        "xl/strings.xml": f"<sst {MAIN}>{strings}</sst>",
    }


def pack(file: Path, content: Parts) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return file


def text_cell(text: str, at: str = "") -> str:
    place = f' r="{at}"' if at else ""
    return f'<c t="inlineStr"{place}><is><t>{text}</t></is></c>'


HEADER_ROW = f"<row>{text_cell('id')}{text_cell('target')}</row>"


def test_cells_of_all_sorts(tmp_path: Path) -> None:
    rows = (
        HEADER_ROW
        + '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c></row>'
        + f'<row>{text_cell("b2", "A4")}<c r="B4"><v>42</v></c></row>'
        + f"<row>{text_cell('b3')}<c><v>4.5</v></c></row>"
        + f'<row>{text_cell("b4")}<c s="3"><v>45000</v></c></row>'
        + f'<row>{text_cell("b5")}<c t="e"><v>#N/A</v></c></row>'
        + f'<row>{text_cell("b6")}<c t="s"><v>99</v></c></row>'
        + f'<row>{text_cell("b7")}<c t="str"><f>A1</f><v>Un</v></c></row>'
        + f"<row>{text_cell('b8')}{text_cell('x', 'XFD9')}</row>"
        + f'<row r="99999999999">{text_cell("b9")}{text_cell("neuf")}</row>'
    )
    strings = "<si><t>b1</t></si><si><r><t>U</t></r><r><t>n</t></r><rPh><t>hint</t></rPh></si>"
    incoming = read(XLSX, pack(tmp_path / "a.xlsx", parts(rows, strings)))
    assert targets(incoming) == [
        ("b1", "Un", None),
        ("b2", "42", None),
        ("b8", "", EMPTY),
        ("b9", "neuf", None),
    ]
    assert [each.place for each in incoming.units] == [3, 4, 10, 11]
    assert [(line.code, line.line) for line in incoming.lines] == [
        ("not_text", number) for number in range(5, 10)
    ]


def test_the_table_may_be_on_another_sheet(tmp_path: Path) -> None:
    written = write(XLSX, tmp_path / "a.xlsx", job(file_of([unit("b1", "One", "Un")])))
    book = openpyxl.load_workbook(written)
    book.create_sheet("Mine", 0)["A1"] = "notes"
    book.save(written)
    assert targets(read(XLSX, written)) == [("b1", "Un", TRANSLATED)]


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


def change(name: str, edit: Callable[[str], str]) -> Parts:
    content = parts(HEADER_ROW + f"<row>{text_cell('b1')}{text_cell('Un')}</row>")
    content[name] = edit(content[name])
    return content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (change("xl/sheets/one.xml", lambda xml: ENTITIES + xml), "doctype"),
        (change("xl/strings.xml", lambda xml: ENTITIES + xml), "doctype"),
        (
            change("xl/book.xml", lambda xml: '<!DOCTYPE x SYSTEM "file:///etc/passwd">' + xml),
            "doctype",
        ),
        (change("_rels/.rels", lambda xml: ENTITIES + xml), "doctype"),
        (change("xl/sheets/one.xml", lambda xml: xml[:-20]), "xml"),
        (change("xl/sheets/one.xml", lambda xml: xml.replace(">id<", ">ID2<")), "no_header"),
        (change("xl/book.xml", lambda _: "<x/>"), "wrong_root"),
        (change("_rels/.rels", lambda xml: xml.replace("xl/", "http://evil/")), "not_xlsx"),
        (change("xl/strings.xml", lambda xml: xml + " " * 300_000_000), "zip_bomb"),
    ],
    ids=["sheet", "strings", "external", "rels", "cut", "header", "root", "elsewhere", "bomb"],
)
def test_a_hostile_workbook_is_refused(content: Parts, code: str, tmp_path: Path) -> None:
    file = pack(tmp_path / "a.xlsx", content)
    assert XLSX.recognises(file)
    with pytest.raises(KbError) as caught:
        read(XLSX, file)
    assert caught.value.code == code


def test_what_is_no_workbook_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"\xd0\xcf\x11\xe0 an old one")
    assert not XLSX.recognises(file)
    with pytest.raises(KbError, match="not a zip") as caught:
        read(XLSX, file)
    assert caught.value.code == "damaged"
    pack(file, {"a.txt": "x"})
    assert not XLSX.recognises(file)
    with pytest.raises(KbError, match="no XLSX workbook"):
        read(XLSX, file)


def test_a_stopped_work_leaves_nothing_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    progress = Stoppable()
    file = small_file()

    def files() -> object:
        yield file
        progress.stop()
        yield file

    work = job()
    work = UnitJob(
        work.library_id,
        "Help",
        "en",
        "fr",
        work.created_at,
        "kbeditor 1",
        files,  # type: ignore[arg-type]
    )
    with pytest.raises(KbError):
        XLSX.write(work, tmp_path / "a.xlsx", UnitOptions(), progress)
    assert [each.name for each in tmp_path.iterdir()] == ["temporary"]
    assert list(temporary.iterdir()) == []


# -------------------------------------------------------------------------- a real spreadsheet


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
