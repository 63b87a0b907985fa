"""Every block of real help centres goes out and comes back as it was, in every format."""

import shutil
import subprocess
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pytest
from lxml import etree

from kbeditor.domain.blocks import BlockState, Freshness, Segment
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.units import Unit, UnitFile, UnitFormat
from kbeditor.exchange.po import PoFormat
from kbeditor.exchange.xliff12 import Xliff12Format
from kbeditor.exchange.xliff20 import Xliff20Format
from kbeditor.translation.splitting import split
from tests.helpers.unit_jobs import SCHEMAS, job, read, write

pytestmark = [pytest.mark.corpus, pytest.mark.slow]
FORMATS = (
    (PoFormat(), ""),
    (Xliff12Format(), "xliff-1.2/xliff-core-1.2-strict.xsd"),
    (Xliff20Format(), "xliff-2.0/all.xsd"),
)


def pages(corpus: Path) -> Iterator[tuple[Path, Path]]:
    """English and French files."""
    campaign = corpus / "campaign" / "content"
    for english in sorted((campaign / "en").rglob("*.md")):
        french = campaign / "fr" / english.relative_to(campaign / "en")
        if french.is_file():
            yield english, french
    for page in sorted((corpus / "drift").iterdir()):
        if page.is_dir():
            yield page / "en-now.md", page / "fr.md"


def segments(file: Path) -> tuple[Segment, ...]:
    return split(file.read_text(encoding="utf-8")).segments


def page_units(number: int, english: Path, french: Path) -> Iterator[Unit]:
    """Blocks side by side, right or not; every fifth is outdated."""
    before = ""
    for place, (source, target) in enumerate(zip_longest(segments(english), segments(french))):
        if source is None:
            return
        stale = place % 5 == 4
        yield Unit(
            f"{number}-{place}",
            source.kind,
            source.text,
            source.hash,
            target.text if target else "",
            BlockState.REVIEWED if target else BlockState.EMPTY,
            Freshness.OUTDATED if stale else Freshness.CURRENT,
            before if stale else "",
        )
        before = source.text


@pytest.fixture(scope="module")
def files(corpus: Path) -> list[UnitFile]:
    return [
        UnitFile(
            Ref(Kind.ARTICLE, f"a{number}"),
            english.stem,
            english.parent.parts[-2:],
            tuple(page_units(number, english, french)),
        )
        for number, (english, french) in enumerate(pages(corpus))
    ]


@pytest.mark.parametrize(("unit_format", "schema"), FORMATS, ids=["po", "1.2", "2.0"])
def test_every_block_comes_back(
    unit_format: UnitFormat, schema: str, files: list[UnitFile], tmp_path: Path
) -> None:
    written = write(unit_format, tmp_path / "a", job(*files))
    incoming = read(unit_format, written)
    sent = [unit for file in files for unit in file.units if unit.kind.translatable]
    assert len(sent) > 15_000
    assert incoming.lines == ()
    # An outdated translation that is its source cannot be told from a prefilled one in PO.
    expected = [
        (unit.id, unit.source, unit.source_hash, unit.target)
        for unit in sent
        if schema or unit.freshness is Freshness.CURRENT or unit.target != unit.source
    ]
    there = {unit[0] for unit in expected}
    assert [
        (unit.id, unit.source, unit.source_hash, unit.target)
        for unit in incoming.units
        if unit.id in there
    ] == expected
    if schema and SCHEMAS.is_dir():
        etree.XMLSchema(etree.parse(SCHEMAS / schema)).assertValid(etree.parse(written))
    elif not schema and shutil.which("msgfmt"):
        subprocess.run(["msgfmt", "--check", "-o", "/dev/null", str(written)], check=True)
