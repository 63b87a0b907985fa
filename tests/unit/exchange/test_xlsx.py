"""XLSX: what translators see, what other programs make of it, and hostile workbooks."""

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from kbeditor.domain.blocks import BlockState
from kbeditor.domain.errors import KbError
from kbeditor.domain.progress import Stoppable
from kbeditor.domain.units import UnitJob, UnitOptions
from kbeditor.exchange.unit_rows import COLUMNS
from tests.helpers.tables import XLSX, edit_xlsx, sheet_of, targets
from tests.helpers.unit_jobs import LIBRARY, file_of, job, read, small_file, unit, write


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
        ("b8", "", BlockState.EMPTY),
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
    assert targets(read(XLSX, written)) == [("b1", "Un", BlockState.TRANSLATED)]


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
