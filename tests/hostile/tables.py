"""What translators and readers send besides XML: PO, tables, workbooks, votes."""

import io
import json
import zipfile
from collections.abc import Mapping

from tests.helpers.golden import GOLDEN
from tests.hostile.case import ACCEPTED, case, file, pipe, sparse
from tests.hostile.markup import LAUGHS

EXCHANGE = GOLDEN / "exchange"
_PO = (EXCHANGE / "small-po.po").read_text("utf-8")
PO = tuple(
    case(f"po-{name}", "units", file("a.po", data), code, *words)
    for name, data, code, words in (
        ("empty", "", "not_po", ("a.po", "no PO header")),
        ("no-header", 'msgid "a"\nmsgstr "b"\n', "not_po", ("a.po",)),
        ("no-msgstr", 'msgid "a"\n\nmsgid "b"\n', "po", ("a.po, line 3",)),
        ("open-string", _PO + '\nmsgid "a\nmsgstr "b"\n', "po", ("a.po, line", "quoted string")),
        ("string-of-nobody", '"a"\n', "po", ("a.po, line 1", "belongs to no entry")),
        ("keyword-twice", 'msgid ""\nmsgid ""\n', "po", ("line 2", "twice")),
        ("binary", b"\x89PNG\r\n\x1a\n" + bytes(100), "not_utf8", ("a.po, line 1",)),
        ("nul", _PO + "\0", "not_text", ("a.po, line",)),
        ("latin", _PO.encode() + b"\n# \xe9\n", "not_utf8", ("a.po, line",)),
        (
            "many-lines",
            _PO + '\nmsgctxt "x"\nmsgid ""\n' + '"xxxxxxxx"\n' * 250_000 + 'msgstr ""\n',
            ACCEPTED,
            (),
        ),
        (
            "backslashes",
            _PO + '\nmsgctxt "x"\nmsgid "' + "\\\\" * 400_000 + '"\nmsgstr "a"\n',
            ACCEPTED,
            (),
        ),
        ("quotes", _PO + '\nmsgctxt "x"\nmsgid "' + '\\"' * 400_000 + "\n", "po", ("line",)),
        (
            "long-text",
            _PO + '\nmsgctxt "x"\nmsgid "' + "x" * 2_000_001 + '"\nmsgstr "a"\n',
            ACCEPTED,
            ("longer than 2,000,000",),
        ),
        ("twice", _PO + '\nmsgctxt "b1"\nmsgid "a"\nmsgstr "b"\n', ACCEPTED, ("twice",)),
        (
            "plurals",
            _PO + '\nmsgctxt "x"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
            ACCEPTED,
            ("plural forms",),
        ),
        (
            "other-library",
            _PO + '\nmsgid ""\nmsgstr "X-Kb-Library: other\\n"\n',
            "mixed_file",
            ("a.po, line",),
        ),
    )
)

_ROWS = (EXCHANGE / "small-csv.csv").read_text("utf-8-sig")
TABLES = (
    *(
        case(f"csv-{name}", "units", file("a.csv", data), code, *words)
        for name, data, code, words in (
            ("empty", "", "no_header", ("a.csv",)),
            ("no-header", "a,b\n1,2\n", "no_header", ("a.csv", "“id” and “target”")),
            ("nul", _ROWS + "a\0,b\n", "not_text", ("a.csv, line",)),
            (
                "cell-too-large",
                _ROWS + '"' + "x" * 200_000 + '"\n',
                "csv",
                ("a.csv: row 7", "larger than"),
            ),
            ("open-quote", _ROWS + '"never closed\n', "csv", ("a.csv: row",)),
            ("after-quote", _ROWS + '"a"b,c\n', "csv", ("a.csv: row",)),
            ("wide", "id,target," + "x," * 1_000_000 + "\n", ACCEPTED, ()),
            ("rows-of-commas", _ROWS + (",," * 5_000 + "\n") * 100, ACCEPTED, ()),
            ("quotes", _ROWS + '"' + '""' * 60_000 + '"\n', ACCEPTED, ()),
            ("unknown-state", "id,target,state\na,b,evil\n", ACCEPTED, ("none of",)),
            ("no-id", "id,target\n,b\n", ACCEPTED, ("which block",)),
            ("latin", b"id,target\na,\xe9\n", "not_utf8", ("a.csv, line 2", "CSV UTF-8")),
            ("utf16-cut", "id,target\n".encode("utf-16")[:-1], "not_utf16", ("a.csv",)),
            ("formula", "id,target\na,=HYPERLINK(1)\n", ACCEPTED, ()),
            ("odd-separator", "sep=\n", "no_header", ("a.csv",)),
            ("line-ends", "id,target\r\ra,b\r" * 1_000, ACCEPTED, ()),
        )
    ),
    case("csv-huge", "units", sparse("a.csv", 1 << 40), "file_too_large", "a.csv"),
    case("csv-terms-huge", "glossary", sparse("a.csv", 1 << 40), "file_too_large", "a.csv"),
    case(
        "csv-terms-long",
        "glossary",
        file("a.csv", "term,translation\n" + "x" * 600 + ",y\n"),
        ACCEPTED,
        "longer than 500",
    ),
    case(
        "csv-terms-many",
        "glossary",
        file("a.csv", "term,translation\n" + "".join(f"a{n},b\n" for n in range(200_001))),
        "too_many_terms",
        "200,000",
    ),
    case(
        "csv-terms-other",
        "glossary",
        file("a.csv", "term (de),translation (fr)\na,b\n"),
        "other_language",
        "a.csv",
    ),
    case("csv-terms-none", "glossary", file("a.csv", "x\n"), "no_header", "a.csv"),
)

_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
_INLINE = '<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>'
_HEADS = (
    "<row r='1'>"
    + _INLINE.format(cell="A1", text="id")
    + _INLINE.format(cell="B1", text="target")
    + "</row>"
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _workbook(parts: Mapping[str, str | bytes | None] | None = None, rows: str = "") -> bytes:
    """A workbook of one sheet; parts replaced, or left out where they are None."""
    listed = "http://schemas.openxmlformats.org/package/2006/relationships"
    sound: dict[str, str | bytes | None] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{listed}"><Relationship Id="1" Type="{_RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{_RELATION}"><sheets><sheet name="a" sheetId="1" r:id="1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{listed}"><Relationship Id="1" Type="{_RELATION}/worksheet" Target="sheet.xml"/><Relationship Id="2" Type="{_RELATION}/sharedStrings" Target="strings.xml"/></Relationships>',
        "xl/sheet.xml": _SHEET.format(rows=_HEADS + rows),
        "xl/strings.xml": "<sst/>",
    }
    content = {**sound, **(parts or {})}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            if data is not None:
                archive.writestr(name, data)
    return out.getvalue()


def _strings(count: int) -> str:
    return "<sst>" + "".join(f"<si><t>{n}</t></si>" for n in range(count)) + "</sst>"


WORKBOOKS = tuple(
    case(f"xlsx-{name}", "units", file("a.xlsx", data), code, *words)
    for name, data, code, words in (
        ("not-a-zip", b"hello", "not_handed_out", ("a.xlsx",)),
        ("no-workbook", _workbook({"_rels/.rels": None}), "not_xlsx", ("a.xlsx",)),
        ("no-sheet", _workbook({"xl/sheet.xml": None}), "no_header", ("a.xlsx",)),
        (
            "laughs",
            _workbook(
                {
                    "xl/strings.xml": LAUGHS.replace("{root}", "sst")
                    + "<sst><si><t>&j;</t></si></sst>"
                }
            ),
            "doctype",
            ("a.xlsx › xl/strings.xml, line 1",),
        ),
        (
            "sheet-not-xml",
            _workbook({"xl/sheet.xml": "<"}),
            "xml",
            ("a.xlsx › xl/sheet.xml, line 1",),
        ),
        (
            "outside",
            _workbook(
                {
                    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>'
                }
            ),
            "no_header",
            (),
        ),
        (
            "elsewhere",
            _workbook(
                {
                    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="1" Type="x/worksheet" TargetMode="External" Target="http://evil.test/"/></Relationships>'
                }
            ),
            "no_header",
            (),
        ),
        ("bomb", _workbook({"xl/sheet.xml": b" " * 60_000_000}), "zip_bomb", ("xl/sheet.xml",)),
        (
            "strings",
            _workbook({"xl/strings.xml": _strings(1_050_000)}),
            "too_many_units",
            ("1,000,000",),
        ),
        (
            "far-cell",
            _workbook(rows="<row r='2'>" + _INLINE.format(cell="ZZZ2", text="x") + "</row>"),
            ACCEPTED,
            (),
        ),
        (
            "far-row",
            _workbook(
                rows="<row r='9999999999999'>" + _INLINE.format(cell="A1", text="x") + "</row>"
            ),
            ACCEPTED,
            (),
        ),
        (
            "string-missing",
            _workbook(
                rows="<row r='2'><c r='A2' t='s'><v>99999</v></c><c r='B2' t='s'><v>-1</v></c></row>"
            ),
            ACCEPTED,
            ("damaged",),
        ),
        (
            "formula",
            _workbook(
                rows="<row r='2'><c r='A2'><v>1</v></c><c r='B2'><f>HYPERLINK(1)</f></c></row>"
            ),
            ACCEPTED,
            ("a formula",),
        ),
        (
            "sheets-in-a-circle",
            _workbook(
                {
                    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="1" Type="x/worksheet" Target="workbook.xml"/></Relationships>'
                }
            ),
            "wrong_root",
            ("xl/workbook.xml",),
        ),
    )
)

_VOTE = {"locale": "en", "helpful": True, "article": "a", "time": "2026-05-17T09:30:00Z"}


def _votes(**changed: object) -> str:
    return json.dumps(_VOTE | changed) + "\n"


VOTES = (
    *(
        case(f"votes-{name}", "votes", file("a.jsonl", data), code, *words)
        for name, data, code, words in (
            ("no-json", "hello\n", ACCEPTED, ("a.jsonl, line 1", "not a JSON object")),
            ("deep", "[" * 100_000 + "\n", ACCEPTED, ("line 1", "not a JSON object")),
            (
                "before-all-time",
                _votes(time="0001-01-01T00:00:00+14:00"),
                ACCEPTED,
                ("line 1", "not a time"),
            ),
            (
                "after-all-time",
                _votes(time="9999-12-31T23:59:59-14:00"),
                ACCEPTED,
                ("line 1", "not a time"),
            ),
            (
                "number-huge",
                '{"locale": "en", "helpful": ' + "9" * 5_000 + "}\n",
                ACCEPTED,
                ("line 1",),
            ),
            ("helpful-list", _votes(helpful=[]), ACCEPTED, ("line 1", "neither true nor false")),
            ("no-article", _votes(article=None), ACCEPTED, ("does not say its article",)),
            ("locale-number", _votes(locale=3), ACCEPTED, ("“locale” is not text",)),
            ("half-characters", _votes(comment="\ud800"), ACCEPTED, ()),
            ("long-comment", _votes(comment="x" * 2_000_000), ACCEPTED, ()),
            ("long-id", _votes(id="x" * 2_000_000), ACCEPTED, ("id",)),
            ("not-utf8", b"\xff\n", "not_utf8", ("a.jsonl, line 1",)),
            ("nul", b"{}\0\n", "not_text", ("a.jsonl, line 1",)),
            ("many-bad-lines", "x\n" * 300_000, ACCEPTED, ("more",)),
            ("many-votes", _votes() * 50_000, ACCEPTED, ()),
        )
    ),
    case("votes-csv-none", "votes", file("a.csv", "a,b\n"), "no_votes", "a.csv, line 1"),
    case(
        "votes-csv-return", "votes", file("a.csv", "locale\rhelpful,query\n"), "no_votes", "a.csv"
    ),
    case("votes-huge", "votes", sparse("a.jsonl", 1 << 40), "file_too_large", "a.jsonl"),
    case("votes-pipe", "votes", pipe("a.jsonl"), "not_a_file", "a.jsonl", needs="pipes"),
)
CASES = (*PO, *TABLES, *WORKBOOKS, *VOTES)
