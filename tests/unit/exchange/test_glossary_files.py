"""Glossaries as CSV and TBX: what goes out, what other tools write, and what is wrong."""

from pathlib import Path

import pytest

from kbeditor.domain.blocks import GlossaryTerm
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.progress import Silent, Stoppable
from kbeditor.domain.units import GlossaryFile
from kbeditor.exchange.csv_units import CsvFormat
from kbeditor.exchange.glossary_files import FORMATS, is_glossary, read_glossary, write_glossary
from tests.helpers.golden import Golden
from tests.helpers.unit_jobs import job, small_file
from tests.helpers.unit_jobs import write as write_units

TERMS = (
    GlossaryTerm("1", "order", "fr-CA", "commande", ("ordre", "achat; vente"), "What is bought."),
    GlossaryTerm("2", "=sum <b>", "fr-CA", "-somme & co", (), "Two\nlines"),
    GlossaryTerm("3", "PayPal", "fr-CA", "PayPal"),
)
each_format = pytest.mark.parametrize("info", FORMATS, ids=lambda each: each.id)


def read(
    tmp_path: Path, name: str, text: str, source: str = "en", target: str = "fr"
) -> GlossaryFile:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8", newline="")
    return read_glossary(file, source, target, Silent())


def told(found: GlossaryFile) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(term.term, term.translation, term.forbidden, term.note) for term in found.terms]


@pytest.mark.parametrize("format_id", ["glossary-csv", "tbx"])
def test_the_file_is_the_one_that_was_read_and_found_good(
    format_id: str, tmp_path: Path, golden: Golden
) -> None:
    suffix = {each.id: each.suffix for each in FORMATS}[format_id]
    written = tmp_path / f"a{suffix}"
    report = write_glossary(format_id, written, "en", "fr-CA", TERMS, "kbeditor 0.2.0")
    assert dict(report.counts) == {"terms": 3}
    golden.check(f"exchange/glossary{suffix}", written.read_text(encoding="utf-8"))
    assert is_glossary(written)
    found = read_glossary(written, "en", "fr-CA", Silent())
    assert found.lines == ()
    assert found.source_locale == "en"
    assert {term.locale for term in found.terms} == {"fr-CA"}
    split = format_id == "glossary-csv"
    assert told(found) == [
        (
            "order",
            "commande",
            ("ordre", "achat", "vente") if split else ("ordre", "achat; vente"),
            "What is bought.",
        ),
        ("=sum <b>", "-somme & co", (), "Two\nlines" if split else "Two lines"),
        ("PayPal", "PayPal", (), ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "term,translation,forbidden,note\norder,commande,ordre; achat,Buy\n",
        "Note;Interdits;Terme (en-US);Traduction (fr_FR)\r\nBuy;ordre;order;commande\r\n",
        "source\ttarget\tcomment\norder\tcommande\tBuy\n",
        "sep=;\nTERM; Translation \norder;commande\n",
    ],
)
def test_tables_of_other_tools(text: str, tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", text)
    assert is_glossary(tmp_path / "a.csv")
    ((term, translation, *_),) = told(found)
    assert (term, translation) == ("order", "commande")


def test_rows_that_are_not_taken_are_told(tmp_path: Path) -> None:
    text = f"term,translation\n,Un\none,\none,un\none,une\n\n{'x' * 501},y\ntwo,deux\n"
    found = read(tmp_path, "a.csv", text)
    assert [term.term for term in found.terms] == ["one", "two"]
    assert [(line.code, line.line) for line in found.lines] == [
        ("no_term", 2),
        ("no_translation", 3),
        ("twice", 5),
        ("too_long", 7),
    ]
    assert found.lines[1].text == "“one” was not taken: it has no translation."


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("order,commande\n", "no_header", "must name the columns"),
        ("", "no_header", "must name the columns"),
        (
            "term (en),translation (de)\na,b\n",
            "other_language",
            "“translation” is in de, not in fr",
        ),
    ],
)
def test_a_wrong_table_is_refused(text: str, code: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(KbError, match=words) as caught:
        read(tmp_path, "a.csv", text)
    assert caught.value.code == code


def test_a_table_of_blocks_is_no_glossary(tmp_path: Path) -> None:
    blocks = write_units(CsvFormat(), tmp_path / "a.csv", job(small_file()))
    assert not is_glossary(blocks)
    with pytest.raises(KbError, match="must name the columns"):
        read_glossary(blocks, "en", "fr", Silent())
    assert not is_glossary(tmp_path / "none.csv")


V2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader/><text><body>
<termEntry id="a"><descripGrp><descrip type="definition">Buy</descrip></descripGrp>
 <langSet xml:lang="en-US"><ntig><termGrp><term>order</term></termGrp></ntig>
  <tig><term>purchase <hi>order</hi></term></tig></langSet>
 <langSet xml:lang="FR"><tig><term>achat</term><termNote type="administrativeStatus"
   >admittedTerm-admn-sts</termNote></tig>
  <tig><term>commande</term><termNote type="administrativeStatus"
   >preferredTerm-admn-sts</termNote></tig>
  <tig><term>ordre</term><termNote type="administrativeStatus"
   >supersededTerm-admn-sts</termNote></tig></langSet></termEntry>
<termEntry><langSet xml:lang="en"><tig><term>x</term></tig></langSet></termEntry>
<termEntry><langSet lang="en"><tig><term>only wrong</term></tig></langSet>
 <langSet lang="fr"><tig><term>y</term><termNote type="administrativeStatus"
   >deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry>
</body></text></martif>"""

V3 = """<tbx style="{style}" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:basic="http://www.tbxinfo.net/ns/basic" xmlns:min="http://www.tbxinfo.net/ns/min">
<tbxHeader/><text><body><conceptEntry id="c1"><note>Buy</note>
 <langSec xml:lang="en"><termSec><term>order</term></termSec></langSec>
 <langSec xml:lang="fr"><termSec><term>ordre</term>{status}</termSec>
  <termSec><term>commande</term></termSec></langSec></conceptEntry></body></text></tbx>"""
DCA = '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>'
DCT = "<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>"


def test_termbases_of_the_older_standard(tmp_path: Path) -> None:
    found = read(tmp_path, "a.tbx", V2)
    assert told(found) == [
        ("order", "commande", ("ordre",), "Buy\nAlso: achat"),
        ("purchase order", "commande", ("ordre",), "Buy\nAlso: achat"),
    ]
    assert [(line.code, line.line) for line in found.lines] == [
        ("no_translation", 14),
        ("other_languages", 0),
    ]
    assert found.lines[1].text == (
        "Entries without a term in both en and fr: 1. The file has FR, en, en-US, fr."
    )


@pytest.mark.parametrize(("style", "status"), [("dca", DCA), ("dct", DCT)])
def test_termbases_of_the_newer_standard(style: str, status: str, tmp_path: Path) -> None:
    found = read(tmp_path, "a.xml", V3.format(style=style, status=status))
    assert is_glossary(tmp_path / "a.xml")
    assert told(found) == [("order", "commande", ("ordre",), "Buy")]
    assert found.lines == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (V2.replace('.dtd">', '.dtd" [<!ENTITY a "b">]>'), "doctype"),
        (V2[:-30], "xml"),
        ("<tmx/>", "wrong_root"),
        ("nothing", "xml"),
    ],
)
def test_a_broken_or_hostile_termbase_is_refused(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(KbError, match=r"a\.tbx") as caught:
        read(tmp_path, "a.tbx", text)
    assert caught.value.code == code


@each_format
def test_reading_can_be_stopped(info: FormatInfo, tmp_path: Path) -> None:
    format_id, suffix = info.id, info.suffix
    written = tmp_path / f"a{suffix}"
    write_glossary(format_id, written, "en", "fr", TERMS, "kbeditor 1")
    progress = Stoppable()
    progress.stop()
    with pytest.raises(Cancelled):
        read_glossary(written, "en", "fr", progress)
