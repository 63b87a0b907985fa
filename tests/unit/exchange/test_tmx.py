"""TMX: valid files, what other tools write, and hostile ones."""

from pathlib import Path

import pytest
from lxml import etree

from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.progress import Silent, Stoppable
from kbeditor.domain.units import MemoryUnit
from kbeditor.exchange.locale_fit import best_fit, is_right_to_left
from kbeditor.exchange.tmx import write_tmx
from kbeditor.exchange.tmx_reading import TmxReading, is_tmx, read_tmx
from tests.helpers.golden import Golden
from tests.helpers.unit_jobs import SCHEMAS

UNITS = (
    MemoryUnit("Pay *now*", "Payer *maintenant*", "Bills & more", "2026-11-23T09:30:00+00:00"),
    MemoryUnit(
        "See [the **old** page](kb:1) and `x <y>`.\nThen ![a](kb:9)\\\nDone",
        "`x <y>` : voir [la page **passée**](kb:1), [ici](https://exemple.fr).",
        "",
        "2026-11-23T11:30:00+02:00",
    ),
    MemoryUnit(" OK ", " OK ", "", "not a time"),
    MemoryUnit("control \x07", "contrôle", "", ""),
    MemoryUnit("**both *in* one**", "x 😀", "", ""),
)


def write(file: Path, units: tuple[MemoryUnit, ...] = UNITS) -> Path:
    write_tmx(file, "en", "fr-CA", units, "kbeditor 0.2.0", Silent())
    return file


def reading(
    tmp_path: Path, text: str | bytes, source: str = "en", target: str = "fr"
) -> TmxReading:
    file = tmp_path / "a.tmx"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    assert is_tmx(file)
    return read_tmx(file, source, target, Silent())


def pairs(found: TmxReading) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in found]


def tmx(units: str, header: str = 'srclang="en"', head: str = "") -> str:
    return f'{head}<tmx version="1.4"><header {header}/><body>{units}</body></tmx>'


def tu(*variants: tuple[str, str], name: str = "xml:lang") -> str:
    parts = (f'<tuv {name}="{tag}"><seg>{text}</seg></tuv>' for tag, text in variants)
    return f"<tu>{''.join(parts)}</tu>"


def test_the_file_is_the_one_that_was_read_and_found_good(tmp_path: Path, golden: Golden) -> None:
    written = write(tmp_path / "a.tmx")
    golden.check("exchange/small.tmx", written.read_text(encoding="utf-8"))


def test_what_goes_out_comes_back(tmp_path: Path) -> None:
    report = write_tmx(tmp_path / "a.tmx", "en", "fr-CA", UNITS, "kbeditor 0.2.0", Silent())
    assert dict(report.counts) == {"units": 4, "left_out": 1}
    assert (
        report.lines[0].text
        == "Pairs with control characters, which TMX cannot hold, were left out: 1."
    )
    found = read_tmx(tmp_path / "a.tmx", "en", "fr-CA", Silent())
    expected = [(unit.source, unit.target) for unit in UNITS if "\x07" not in unit.source]
    units = list(found)
    assert [(unit.source, unit.target) for unit in units] == expected
    assert units[0] == UNITS[0]
    assert units[1].created_at == "2026-11-23T09:30:00+00:00"
    assert units[1].origin == "kbeditor"
    assert found.lines == ()


@pytest.mark.schemas
@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas are not beside the checkout")
def test_it_is_valid(tmp_path: Path) -> None:
    with (SCHEMAS / "tmx" / "tmx14.dtd").open("rb") as stream:
        definition = etree.DTD(stream)
    document = etree.parse(write(tmp_path / "a.tmx"), etree.XMLParser(load_dtd=False))
    assert definition.validate(document), definition.error_log


def test_inline_elements_of_other_tools_give_what_is_in_them(tmp_path: Path) -> None:
    seg = (
        'a <bpt i="1" x="1">**</bpt>b<ept i="1">**</ept> <ph>`c`</ph> <it pos="begin">*</it>'
        '<hi type="x">d <sub>e</sub></hi><ut>{f}</ut><ph x="1"/> g'
    )
    found = reading(tmp_path, tmx(tu(("en", seg), ("fr", "x"))))
    assert pairs(found) == [("a **b** `c` *d e{f} g", "x")]


@pytest.mark.parametrize("name", ["xml:lang", "lang", "LANG", "Lang"])
@pytest.mark.parametrize("tag", ["fr", "FR-fr", "fr_FR", "fr-CA"])
def test_languages_are_found_however_they_are_said(name: str, tag: str, tmp_path: Path) -> None:
    units = tu(("EN-us", "One"), ("de", "Eins"), (tag, "Un"), name=name)
    assert pairs(reading(tmp_path, tmx(units), "en-GB", "fr-FR")) == [("One", "Un")]


def test_the_nearest_region_counts(tmp_path: Path) -> None:
    units = tu(("fr-CA", "fin de semaine"), ("en", "weekend"), ("fr-FR", "week-end"))
    assert pairs(reading(tmp_path, tmx(units), "en", "fr-FR")) == [("weekend", "week-end")]
    assert pairs(reading(tmp_path, tmx(units), "en", "fr-CA")) == [("weekend", "fin de semaine")]


def test_the_file_s_own_source_counts_where_two_fit(tmp_path: Path) -> None:
    units = tu(("en-US", "color"), ("en-GB", "colour"))
    header = 'srclang="en-GB"'
    assert pairs(reading(tmp_path, tmx(units, header), "en-GB", "en-US")) == [("colour", "color")]
    units += '<tu srclang="fr">' + tu(("en", "One"), ("fr", "Un"))[4:]
    assert pairs(reading(tmp_path, tmx(units), "fr", "en")) == [("Un", "One")]


@pytest.mark.parametrize(
    ("wanted", "tags", "fit"),
    [
        ("zh-Hant", ["zh-CN", "zh-TW"], "zh-TW"),
        ("zh-Hans", ["zh-TW"], None),
        ("pt-BR", ["pt-PT", "PT_br"], "PT_br"),
        ("es-MX", ["es-ES", "es-419"], "es-419"),
        ("fr", ["de", "", "x-none", "not a tag"], None),
        ("sr-Latn", ["sr-Cyrl"], None),
        ("fr", [], None),
    ],
)
def test_what_fits(wanted: str, tags: list[str], fit: str | None) -> None:
    assert best_fit(wanted, tags) == fit


@pytest.mark.parametrize(
    ("tag", "right_to_left"),
    [
        ("ar", True),
        ("fa-IR", True),
        ("fr", False),
        ("x-ours", False),
        ("az", False),
        ("az-Arab", True),
    ],
)
def test_directions(tag: str, right_to_left: bool) -> None:
    assert is_right_to_left(tag) == right_to_left


def test_what_is_passed_over_is_told(tmp_path: Path) -> None:
    units = (
        tu(("en", "One"), ("de", "Eins"))
        + tu(("en", "One"), ("fr", " "))
        + tu(("en", "x" * 2_000_001), ("fr", "y"))
        + "<tu/>"
        + '<tu><tuv xml:lang="en"/><tuv xml:lang="fr"><seg>a</seg></tuv></tu>'
        + tu(("en", "One"), ("fr", "Un"))
    )
    found = reading(tmp_path, tmx(units))
    assert pairs(found) == [("One", "Un")]
    assert [(line.code, line.text) for line in found.lines] == [
        (
            "other_languages",
            "Units without a text in both en and fr: 2. The file has de, en, fr.",
        ),
        ("empty", "Units without words: 2."),
        ("too_long", "Units longer than 2,000,000 characters: 1."),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings_and_the_usual_document_type(encoding: str, tmp_path: Path) -> None:
    head = '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    text = tmx(tu(("en", "One\r\ntwo"), ("fr", "Été")), head=head)
    assert pairs(reading(tmp_path, text.encode(encoding))) == [("One\ntwo", "Été")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (tmx("", head='<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "doctype"),
        (tmx("", head='<!DOCTYPE tmx SYSTEM "x.dtd" [<!ENTITY a "b">]>'), "doctype"),
        (tmx(tu(("en", "One"), ("fr", "Un")))[:-20], "xml"),
        (tmx("<tu>" * 400 + "</tu>" * 400), "xml"),
        ("<html><tmx/></html>", "wrong_root"),
    ],
)
def test_a_broken_or_hostile_file_is_refused(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(KbError, match=r"a\.tmx") as caught:
        pairs(reading(tmp_path, text))
    assert caught.value.code == code


def test_the_named_document_type_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "evil.dtd").write_text('<!ENTITY secret "read">')
    head = '<!DOCTYPE tmx SYSTEM "evil.dtd">'
    found = reading(tmp_path, tmx(tu(("en", "&secret;"), ("fr", "x")), head=head))
    assert "read" not in pairs(found)[0][0]


def test_it_can_be_stopped(tmp_path: Path) -> None:
    target = write(tmp_path / "a.tmx")
    before = target.read_bytes()
    progress = Stoppable()
    progress.stop()
    with pytest.raises(Cancelled):
        list(read_tmx(target, "en", "fr", progress))
    with pytest.raises(Cancelled):
        write_tmx(target, "en", "fr", UNITS, "kbeditor 1", progress)
    assert target.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_other_files_are_not_recognised(tmp_path: Path) -> None:
    other = tmp_path / "a.tmx"
    assert not is_tmx(other)
    other.write_text("<xliff/>")
    assert not is_tmx(other)
