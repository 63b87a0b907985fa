"""What holds for every file format that blocks go out in and come back from."""

from pathlib import Path

import pytest

from kbeditor.domain.blocks import BlockKind, BlockState, Freshness
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.progress import Silent, Stoppable
from kbeditor.domain.units import UnitFormat, UnitOptions
from kbeditor.exchange.csv_units import CsvFormat
from kbeditor.exchange.po import PoFormat
from kbeditor.exchange.unit_choice import is_wanted
from kbeditor.exchange.xliff12 import Xliff12Format
from kbeditor.exchange.xliff20 import Xliff20Format
from kbeditor.exchange.xlsx import XlsxFormat
from tests.helpers.golden import Golden
from tests.helpers.unit_jobs import LIBRARY, file_of, job, read, small_file, unit, write

FORMATS: tuple[UnitFormat, ...] = (
    PoFormat(),
    Xliff12Format(),
    Xliff20Format(),
    CsvFormat(),
    XlsxFormat(),
)
TEXTS = FORMATS[:3]
each_format = pytest.mark.parametrize("unit_format", FORMATS, ids=lambda each: each.info.id)
each_text = pytest.mark.parametrize("unit_format", TEXTS, ids=lambda each: each.info.id)


@pytest.mark.parametrize("unit_format", FORMATS[:-1], ids=lambda each: each.info.id)
def test_the_file_is_the_one_that_was_read_and_found_good(
    unit_format: UnitFormat, tmp_path: Path, golden: Golden
) -> None:
    name = f"small-{unit_format.info.id}{unit_format.info.suffix}"
    written = write(unit_format, tmp_path / name, job(small_file()))
    golden.check(f"exchange/{name}", written.read_text(encoding="utf-8"))


@each_format
def test_what_goes_out_comes_back(unit_format: UnitFormat, tmp_path: Path) -> None:
    incoming = read(unit_format, write(unit_format, tmp_path / "a", job(small_file())))
    assert incoming.format == unit_format.info.id
    assert (incoming.library_id, incoming.source_locale, incoming.target_locale) == (
        LIBRARY,
        "en",
        "fr-CA",
    )
    assert incoming.lines == ()
    sent = [each for each in small_file().units if each.kind.translatable and each.source]
    assert [(each.id, each.source, each.source_hash, each.target) for each in incoming.units] == [
        (each.id, each.source, each.source_hash, each.target) for each in sent
    ]
    assert {each.owner_id for each in incoming.units} == {"0199-article"}


@each_format
def test_states_come_back_as_far_as_the_format_knows_them(
    unit_format: UnitFormat, tmp_path: Path
) -> None:
    incoming = read(unit_format, write(unit_format, tmp_path / "a", job(small_file())))
    reviewed = BlockState.TRANSLATED if unit_format.info.id == "po" else BlockState.REVIEWED
    assert {each.id: each.state for each in incoming.units} == {
        "b1": reviewed,
        "b2": BlockState.DRAFT,
        "b3": BlockState.DRAFT,  # outdated: there is work to do
        "b4": BlockState.EMPTY,
        "b6": BlockState.TRANSLATED,
    }


@each_text
def test_the_place_is_the_line_in_the_file(unit_format: UnitFormat, tmp_path: Path) -> None:
    written = write(unit_format, tmp_path / "a", job(small_file()))
    lines = written.read_text(encoding="utf-8").splitlines()
    for each in read(unit_format, written).units:
        # Of PO it is the line of the source, one below that of the id.
        assert f'"{each.id}"' in lines[each.place - 1] + lines[each.place - 2]


@each_format
def test_prefilled_sources_are_seen_but_are_no_translations(
    unit_format: UnitFormat, tmp_path: Path
) -> None:
    work = job(file_of([unit("b1", "Say **hello**"), unit("b2", "OK", "OK")]))
    written = write(unit_format, tmp_path / "a", work, UnitOptions(prefill=True))
    if unit_format in TEXTS:
        assert written.read_text(encoding="utf-8").count("hello") == 2
    first, second = read(unit_format, written).units
    assert (first.target, first.state) == ("", BlockState.EMPTY)
    assert (second.target, second.state) == ("OK", BlockState.TRANSLATED)


@each_format
def test_only_its_own_files_are_recognised(unit_format: UnitFormat, tmp_path: Path) -> None:
    for writer in FORMATS:
        written = write(writer, tmp_path / f"a{writer.info.suffix}", job(small_file()))
        assert unit_format.recognises(written) == (writer is unit_format)
    assert not unit_format.recognises(tmp_path)
    assert not unit_format.recognises(tmp_path / "not there.xlf")
    other = tmp_path / "a.md"
    other.write_text("# Text", encoding="utf-8")
    assert not unit_format.recognises(other)


@each_format
def test_a_stopped_work_leaves_the_old_file(unit_format: UnitFormat, tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_text("old", encoding="utf-8")
    progress = Stoppable()
    progress.stop()
    with pytest.raises(Cancelled):
        unit_format.write(job(small_file()), target, UnitOptions(), progress)
    assert [each.name for each in tmp_path.iterdir()] == ["a"]
    assert target.read_text(encoding="utf-8") == "old"


@each_format
def test_reading_can_be_stopped(unit_format: UnitFormat, tmp_path: Path) -> None:
    written = write(unit_format, tmp_path / "a", job(small_file()))
    progress = Stoppable()
    progress.stop()
    with pytest.raises(Cancelled):
        unit_format.read(written, progress)


@each_format
def test_nothing_to_hand_out_is_said(unit_format: UnitFormat, tmp_path: Path) -> None:
    work = job(file_of([unit("b1", "One", "Un"), unit("b2", "x = 1", kind=BlockKind.CODE)]))
    with pytest.raises(KbError, match="no block of fr-CA is missing or outdated") as caught:
        unit_format.write(work, tmp_path / "a", UnitOptions(only="todo"), Silent())
    assert caught.value.code == "nothing_to_hand_out"
    assert list(tmp_path.iterdir()) == []


@each_format
def test_a_file_that_cannot_be_read_is_named(unit_format: UnitFormat, tmp_path: Path) -> None:
    with pytest.raises(KbError, match=r"gone\.xlf"):
        read(unit_format, tmp_path / "gone.xlf")


@each_format
def test_the_report_counts_what_is_translated(unit_format: UnitFormat, tmp_path: Path) -> None:
    report = unit_format.write(job(small_file()), tmp_path / "a", UnitOptions(), Silent())
    assert dict(report.counts) == {"files": 1, "units": 5}
    assert report.target == str(tmp_path / "a")


@each_format
def test_any_character_comes_back(unit_format: UnitFormat, tmp_path: Path) -> None:
    odd = "a\x01b\x0bc\x0cd\x85e\u2028f\u2029g\ufffeh\tü 😀 \\ \" ' <b> & ]]> --> …"
    units = [
        unit("b1", odd, odd[::-1]),
        unit("b2", "`a\x02b` *c\x03*", "*c\x03* `a\x02b`"),
        unit("b3", "[x…](kb:1…)[\\…](kb:\\…2)", "[\\…](kb:\\…2)[x…](kb:1…)"),
        unit("b4", " \n x\n\n", " y "),
        unit("b5", '#. kb:hash=no\nmsgid "x"', "#~ msgstr"),
    ]
    incoming = read(unit_format, write(unit_format, tmp_path / "a", job(file_of(units))))
    assert [(each.source, each.target) for each in incoming.units] == [
        (each.source, each.target) for each in units
    ]


@each_format
def test_notes_and_titles_may_hold_anything(unit_format: UnitFormat, tmp_path: Path) -> None:
    noted = unit("b1", "One", "Un", notes=("kb:hash=forged\nkb:hash=twice\x00\x0c", "\n", "]]>"))
    file = file_of([noted])
    file = type(file)(file.owner, "T\x00\nitle", ("\x0c<",), file.units, "\x0b{{kb:b1}}")
    (back,) = read(unit_format, write(unit_format, tmp_path / "a", job(file))).units
    assert back.source_hash == noted.source_hash


@each_format
def test_blocks_of_many_articles_come_back_to_theirs(
    unit_format: UnitFormat, tmp_path: Path
) -> None:
    one, other = file_of([unit("b1", "One")]), small_file()
    written = write(unit_format, tmp_path / "a", job(one, other), UnitOptions(only="missing"))
    assert [(each.id, each.owner_id) for each in read(unit_format, written).units] == [
        ("b1", "a1"),
        ("b2", "0199-article"),
        ("b4", "0199-article"),
    ]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ("all", ["draft", "new", "done", "stale"]),
        ("missing", ["draft", "new"]),
        ("outdated", ["stale"]),
        ("todo", ["draft", "new", "stale"]),
    ],
)
def test_what_is_asked_for_goes_out(only: str, expected: list[str]) -> None:
    units = [
        unit("draft", "a", "b", BlockState.DRAFT),
        unit("new", "a"),
        unit("done", "a", "b"),
        unit("stale", "a", "b", BlockState.DRAFT, Freshness.OUTDATED),
        unit("orphan", "", "b", freshness=Freshness.ORPHAN),
    ]
    assert [each.id for each in units if is_wanted(each, only)] == expected
