"""XLIFF 1.2 and 2.0: valid files, what other tools make of them, and hostile ones."""

from pathlib import Path

import pytest
from lxml import etree

from kbeditor.domain.blocks import BlockState, Freshness
from kbeditor.domain.errors import KbError
from kbeditor.domain.units import Incoming, UnitFormat, UnitOptions
from kbeditor.exchange.catalogue import UNIT_FORMATS
from kbeditor.exchange.xliff12 import Xliff12Format
from kbeditor.exchange.xliff20 import Xliff20Format
from tests.helpers.unit_jobs import SCHEMAS, file_of, job, read, small_file, unit, write

V12, V20 = Xliff12Format(), Xliff20Format()
EMPTY, DRAFT, TRANSLATED, REVIEWED = BlockState
SCHEMA_FILES = (
    (V12, "xliff-1.2/xliff-core-1.2-strict.xsd"),
    (V20, "xliff-2.0/all.xsd"),
)


def file12(units: str, head: str = "") -> str:
    return (
        f'{head}<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
        '<file original="lib/article/a1" source-language="en" target-language="fr" datatype="x">'
        f"<body>{units}</body></file></xliff>"
    )


def unit12(content: str, attributes: str = 'id="b1"') -> str:
    return f"<trans-unit {attributes}>{content}</trans-unit>"


def file20(units: str, version: str = "2.0", namespace: str = "2.0") -> str:
    return (
        f'<xliff xmlns="urn:oasis:names:tc:xliff:document:{namespace}" version="{version}" '
        'srcLang="en" trgLang="fr"><file id="f" original="lib/article/a1">'
        f"{units}</file></xliff>"
    )


def unit20(content: str, data: str = "") -> str:
    return f'<unit id="b1">{data}{content}</unit>'


def read_text(unit_format: UnitFormat, text: str | bytes, folder: Path) -> Incoming:
    file = folder / "a.xlf"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    assert unit_format.recognises(file)
    return read(unit_format, file)


def only_unit(incoming: Incoming) -> tuple[str, str, BlockState | None]:
    assert incoming.lines == ()
    (found,) = incoming.units
    return found.source, found.target, found.state


# ------------------------------------------------------------------------------------------ valid


@pytest.mark.schemas
@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas are not beside the checkout")
@pytest.mark.parametrize("prefill", [False, True])
@pytest.mark.parametrize(("unit_format", "schema"), SCHEMA_FILES, ids=["1.2", "2.0"])
def test_it_is_valid(unit_format: UnitFormat, schema: str, prefill: bool, tmp_path: Path) -> None:
    work = job(
        small_file(),
        file_of(
            [
                unit("b8", "x\x0cy <b>z</b>", "<b>z</b> x\x0cy"),
                unit("b9", "**new**", "**a `b`**", BlockState.DRAFT, Freshness.OUTDATED),
            ]
        ),
    )
    written = write(unit_format, tmp_path / "a.xlf", work, UnitOptions(prefill=prefill))
    validator = etree.XMLSchema(etree.parse(SCHEMAS / schema))
    validator.assertValid(etree.parse(written))


@pytest.mark.parametrize("unit_format", [V12, V20], ids=["1.2", "2.0"])
def test_words_keep_their_white_space(unit_format: UnitFormat, tmp_path: Path) -> None:
    """Indentation may only stand where no words are."""
    text = "a\n  b **c** *d* `e`\t"
    written = write(unit_format, tmp_path / "a.xlf", job(file_of([unit("b1", text, text)])))
    root = etree.parse(written).getroot()
    assert root.xpath("//*[local-name()='source']")[0].xpath("string()").startswith("a\n  b c d ")
    kept = root.xpath("//*[local-name()='source']/ancestor::*[@xml:space='preserve']")
    assert kept


def test_poedit_finds_the_version_that_it_can_read(tmp_path: Path) -> None:
    root = etree.parse(write(V20, tmp_path / "a.xlf", job(small_file()))).getroot()
    assert root.get("version") == "2.0"
    assert root.prefix is None


# -------------------------------------------------------------------------- what other tools leave


@pytest.mark.parametrize(
    ("attributes", "target", "state"),
    [
        ("", "", EMPTY),
        ("", "<target/>", EMPTY),
        ("", '<target state="needs-translation"/>', EMPTY),
        ("", "<target>un</target>", None),
        ("", "<target>one</target>", EMPTY),
        ("", '<target state="new">one</target>', EMPTY),
        ("", '<target state="new">un</target>', DRAFT),
        ("", '<target state="needs-translation">un</target>', DRAFT),
        ("", '<target state="needs-l10n">un</target>', DRAFT),
        ("", '<target state="x-mine">un</target>', DRAFT),
        ("", '<target state="translated">un</target>', TRANSLATED),
        ("", '<target state="translated">one</target>', TRANSLATED),
        ("", '<target state="needs-review-translation">un</target>', TRANSLATED),
        ("", '<target state="signed-off">un</target>', REVIEWED),
        ("", '<target state="final">un</target>', REVIEWED),
        ('approved="yes"', "<target>un</target>", REVIEWED),
        # Poedit changes the state and leaves `approved`.
        ('approved="yes"', '<target state="translated">un</target>', TRANSLATED),
        ('approved="no"', '<target state="final">un</target>', REVIEWED),
    ],
)
def test_states_of_1_2(
    attributes: str, target: str, state: BlockState | None, tmp_path: Path
) -> None:
    text = file12(unit12(f"<source>one</source>{target}", f'id="b1" {attributes}'))
    source, translation, found = only_unit(read_text(V12, text, tmp_path))
    assert (source, found) == ("one", state)
    assert bool(translation) == (state is not EMPTY)


@pytest.mark.parametrize(
    ("attributes", "target", "state"),
    [
        ("", "", EMPTY),
        ('state="translated"', "", EMPTY),
        ("", "<target/>", EMPTY),
        ("", "<target>un</target>", None),
        ('state="initial"', "<target>un</target>", None),
        ('state="initial"', "<target>one</target>", EMPTY),
        ('state="initial" subState="kb:draft"', "<target>un</target>", DRAFT),
        ('state="initial" subState="kb:draft"', "<target>one</target>", DRAFT),
        ('state="initial" subState="kb:outdated"', "<target>un</target>", DRAFT),
        # A tool that changes the state and forgets the sub-state.
        ('state="translated" subState="kb:outdated"', "<target>un</target>", TRANSLATED),
        ('state="translated" subState="poedit:fuzzy"', "<target>un</target>", DRAFT),
        ('state="reviewed"', "<target>un</target>", REVIEWED),
        ('state="final"', "<target>un</target>", REVIEWED),
    ],
)
def test_states_of_2_0(
    attributes: str, target: str, state: BlockState | None, tmp_path: Path
) -> None:
    text = file20(unit20(f"<segment {attributes}><source>one</source>{target}</segment>"))
    source, translation, found = only_unit(read_text(V20, text, tmp_path))
    assert (source, found) == ("one", state)
    assert bool(translation) == (state is not EMPTY)


SOURCE12 = (
    '<source>See <g id="1" equiv-text="[…](kb:1)">the <ph id="2">`x`</ph></g> '
    '<g id="3" equiv-text="**…**">now</g></source>'
)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ('<g id="3">A</g> <g id="1">b <ph id="2"/></g>', "**A** [b `x`](kb:1)"),
        ('<g equiv-text="lost" id="3">A</g>', "**A**"),
        ('<x id="2"/><x id="2"/>', "`x``x`"),
        ('<bx id="7" rid="3"/>A<ex id="8" rid="3"/>', "**A**"),
        ('<bpt id="3">**</bpt>A<ept id="3">**</ept>', "**A**"),
        ('<mrk mtype="seg" mid="1">A. </mrk><mrk mtype="seg" mid="2">B</mrk>', "A. B"),
        ("**by hand** <!-- a comment -->&lt;b>", "**by hand** <b>"),
        ("<![CDATA[A <b>]]>", "A <b>"),
        ("one&#13;\r\ntwo&#13;three", "one\ntwo\nthree"),
    ],
)
def test_codes_of_1_2_however_they_are_written(target: str, expected: str, tmp_path: Path) -> None:
    text = file12(unit12(f'{SOURCE12}<target state="translated">{target}</target>'))
    assert only_unit(read_text(V12, text, tmp_path)) == (
        "See [the `x`](kb:1) **now**",
        expected,
        TRANSLATED,
    )


DATA = (
    '<originalData><data id="d1">**</data><data id="d2">`x<cp hex="0002"/>`</data></originalData>'
)
SOURCE20 = (
    '<source><pc id="1" dataRefStart="d1" dataRefEnd="d1">now</pc> <ph id="2" dataRef="d2"/>'
    "</source>"
)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ('<ph id="2"/> <pc id="1">A</pc>', "`x\x02` **A**"),
        ('<sc id="1"/>A<ec startRef="1"/>', "**A**"),
        ('<sc id="1" isolated="yes"/>A<ec id="1" isolated="yes"/>', "**A**"),
        ('<ph id="2"/><ph id="5" copyOf="2"/>', "`x\x02``x\x02`"),
        ('<mrk id="m1" type="term">A</mrk><sm id="m2"/>B<em startRef="m2"/>', "AB"),
        ('A<cp hex="000C"/><cp hex="0000"/><cp hex="D800"/><cp hex="zz"/>', "A\x0c"),
    ],
)
def test_codes_of_2_0_however_they_are_written(target: str, expected: str, tmp_path: Path) -> None:
    segment = f'<segment state="final">{SOURCE20}<target>{target}</target></segment>'
    text = file20(unit20(segment, DATA))
    assert only_unit(read_text(V20, text, tmp_path)) == ("**now** `x\x02`", expected, REVIEWED)


def test_a_unit_that_was_cut_into_sentences_is_one_again(tmp_path: Path) -> None:
    text = file20(
        unit20(
            '<segment state="reviewed"><source>One.</source><target>Un.</target></segment>'
            "<ignorable><source> </source></ignorable>"
            '<segment state="translated"><source>Two.</source><target>Deux.</target></segment>'
        )
    )
    assert only_unit(read_text(V20, text, tmp_path)) == ("One. Two.", "Un. Deux.", TRANSLATED)
    half = text.replace("<target>Deux.</target>", "")
    incoming = read_text(V20, half, tmp_path)
    assert incoming.units == ()
    assert [line.code for line in incoming.lines] == ["partly"]


@pytest.mark.parametrize(("version", "namespace"), [("2.0", "2.0"), ("2.1", "2.0"), ("2.2", "2.2")])
def test_the_versions_2_0_to_2_2_are_read(version: str, namespace: str, tmp_path: Path) -> None:
    text = file20(unit20("<segment><source>one</source></segment>"), version, namespace)
    assert only_unit(read_text(V20, text, tmp_path))[0] == "one"


def test_other_encodings_and_prefixes_are_read(tmp_path: Path) -> None:
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    text = file12(unit12("<source>é</source>"), head).encode("utf-16")
    assert only_unit(read_text(V12, text, tmp_path))[0] == "é"
    text20 = file20(unit20("<segment><source>one</source></segment>"))
    for name in ("xliff", "file", "unit", "segment", "source"):
        text20 = text20.replace(f"<{name}", f"<x:{name}").replace(f"</{name}", f"</x:{name}")
    text20 = text20.replace("xmlns=", "xmlns:x=")
    assert only_unit(read_text(V20, text20, tmp_path))[0] == "one"


# --------------------------------------------------------------------------- refused unit by unit

GOOD12 = unit12("<source>two</source><target>deux</target>", 'id="b2"')


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (f'{SOURCE12}<target>A <ph id="9">x</ph></target>', "foreign_code"),
        (f'{SOURCE12}<target><g id="2">A</g></target>', "foreign_code"),
        (f'{SOURCE12}<target>A <ph id="1"/></target>', "foreign_code"),
        (f"{SOURCE12}<target>A <u>b</u></target>", "foreign_code"),
        (f'{SOURCE12}<target><ph id="U+0041"/></target>', "foreign_code"),
        (f'{SOURCE12}<target><ph id="U+0000"/></target>', "foreign_code"),
        ('<source><g id="1">x</g></source><target>y</target>', "lost_code"),
        ('<source><ph id="1"/></source><target>y</target>', "lost_code"),
        ("<target>y</target>", "no_source"),
        (f"<source>x</source><target>{'y' * 2_000_001}</target>", "too_long"),
        (
            f'<source><ph id="1">`{"x" * 9_000}`</ph></source>'
            "<target>" + "<x id='1'/>" * 9_000 + "</target>",
            "too_long",
        ),
    ],
)
def test_a_bad_unit_is_refused_and_the_rest_taken(content: str, code: str, tmp_path: Path) -> None:
    incoming = read_text(V12, file12(f"\n{unit12(content)}\n{GOOD12}"), tmp_path)
    assert [(line.code, line.line, line.place) for line in incoming.lines] == [(code, 2, "a.xlf")]
    assert [(each.id, each.target) for each in incoming.units] == [("b2", "deux")]


def test_a_code_that_the_source_lacks_is_named(tmp_path: Path) -> None:
    segment = f'<segment>{SOURCE20}<target><ph id="7"/></target></segment>'
    (line,) = read_text(V20, file20(unit20(segment, DATA)), tmp_path).lines
    assert line.text == (
        "Block b1 was not taken: its translation has the inline code 7, which its source does "
        "not have."
    )


def test_code_and_html_do_not_come_back(tmp_path: Path) -> None:
    untouched = unit12("<source>x</source><target>y</target>", 'id="b1" translate="no"')
    incoming = read_text(V12, file12(untouched + GOOD12), tmp_path)
    assert [each.id for each in incoming.units] == ["b2"]


# --------------------------------------------------------------------------------------- refused

BOMB = (
    '<!DOCTYPE x [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
    )
    + "]>\n"
)
USE = unit12("<source>&k;</source>")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("\n" + BOMB + file12(USE), "doctype", 2),
        (BOMB + file12("").replace("lib/", "&k;/"), "doctype", 1),
        ('<!DOCTYPE xliff SYSTEM "http://example.invalid/x.dtd">' + file12(""), "doctype", 1),
        ('<!DOCTYPE xliff [<!ENTITY k SYSTEM "/etc/hosts">]>' + file12(USE), "doctype", 1),
        (file12("\n\n<trans-unit id='1'><source>x</surce>"), "xml", 3),
        (file12(GOOD12)[:-30], "xml", 1),
        (file12("\n" + unit12("<source>&nbsp;</source>")), "xml", 2),
        (file12(unit12("<source>\x01</source>")), "xml", 1),
        (file12(unit12("<source>é</source>")).encode("latin-1"), "xml", 1),
        (file12(unit12("<source>" + "<g id='1'>" * 300 + "</g>" * 300 + "</source>")), "xml", 1),
        (file12(unit12("<source>" + "x" * 10_100_000 + "</source>")), "xml", 1),
        (file12("").replace("1.2", "1.1"), "not_xliff", 1),
        ("<html/>", "wrong_root", 1),
        ("", "xml", 1),
        ("# text", "xml", 1),
        (
            file12("").replace("</xliff>", "\n")
            + file12("").replace("lib/", "other/").partition(">")[2],
            "mixed_file",
            2,
        ),
    ],
)
def test_a_broken_or_hostile_file_is_refused_with_its_line(
    text: str | bytes, code: str, line: int, tmp_path: Path
) -> None:
    with pytest.raises(KbError, match=r"a\.xlf") as caught:
        read_text(V12, text, tmp_path)
    assert (caught.value.code, caught.value.details["line"]) == (code, line)
    assert "HUGE" not in str(caught.value)


def test_a_newer_xliff_is_named(tmp_path: Path) -> None:
    with pytest.raises(KbError, match=r"this is XLIFF 2\.9; 2\.0 to 2\.2 can be read"):
        read_text(V20, file20("", "2.9"), tmp_path)


def test_a_huge_file_is_not_even_begun(tmp_path: Path) -> None:
    file = tmp_path / "a.xlf"
    with file.open("wb") as stream:
        stream.truncate(300 * 1024**2)
    with pytest.raises(KbError, match=r"larger than 209,715,200 bytes"):
        read(V12, file)


def test_each_file_finds_its_format(tmp_path: Path) -> None:
    for unit_format in UNIT_FORMATS:
        written = write(unit_format, tmp_path / f"a{unit_format.info.suffix}", job(small_file()))
        assert [each for each in UNIT_FORMATS if each.recognises(written)] == [unit_format]
