"""The translator's package: what is in it, what comes back, and what is refused."""

import csv
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from lxml import etree, html

from kbeditor.domain.blocks import BlockKind, BlockState, GlossaryTerm
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.progress import Silent, Stoppable
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.units import (
    Incoming,
    MemoryUnit,
    PreviewPage,
    Unit,
    UnitFile,
    UnitJob,
    UnitOptions,
)
from kbeditor.exchange.catalogue import UNIT_FORMATS
from kbeditor.exchange.glossary_files import read_glossary
from kbeditor.exchange.package import PackageFormat
from kbeditor.exchange.tmx_reading import read_tmx
from kbeditor.exchange.xliff12 import Xliff12Format
from kbeditor.exchange.xliff20 import Xliff20Format
from tests.helpers.golden import Golden
from tests.helpers.unit_jobs import file_of, job, read, small_file, unit

PACKAGE = PackageFormat()
PICTURE = b"\x89PNG not really"


class Along:
    """Pages, a memory and a glossary for the small job."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, list[str]]] = []
        self.pictures_read = 0

    def page(self, owner: Ref, locale: str) -> PreviewPage | None:
        if owner.kind is Kind.CATEGORY or (locale == "fr-CA" and owner.id == "a1"):
            return None
        return PreviewPage(
            f"Pay <{locale}>",
            '<p>A <b>card</b> <img src="pictures/card.png" alt=""></p>',
            {"card.png": self._read},
        )

    def _read(self) -> bytes:
        self.pictures_read += 1
        return PICTURE

    def memory(self, units: Iterable[Unit]) -> Iterable[MemoryUnit]:
        self.asked.append(("memory", [each.id for each in units]))
        return [MemoryUnit("Pay *now*", "Payer *maintenant*", "Bills", "")]

    def glossary(self, units: Iterable[Unit]) -> Iterable[GlossaryTerm]:
        self.asked.append(("glossary", [each.id for each in units]))
        return [GlossaryTerm("1", "card", "fr-CA", "carte", ("ticket",))]


def work(*files: UnitFile, along: Along | None = None) -> UnitJob:
    plain = job(*files)
    return UnitJob(
        plain.library_id,
        plain.library_name,
        plain.source_locale,
        plain.target_locale,
        plain.created_at,
        plain.program,
        plain.files,
        along,
    )


@pytest.fixture
def package(tmp_path: Path) -> Path:
    other = file_of([unit("c1", "More to read"), unit("c2", "x = 1", kind=BlockKind.CODE)])
    written = tmp_path / "package.zip"
    along = Along()
    report = PACKAGE.write(work(small_file(), other, along=along), written, UnitOptions(), Silent())
    assert dict(report.counts) == {
        "files": 2,
        "units": 6,
        "words": 23,
        "memory": 1,
        "terms": 1,
        "pages": 2,
    }
    blocks = ["b1", "b2", "b3", "b4", "b6", "c1"]
    assert along.asked == [("memory", blocks), ("glossary", blocks)]
    assert along.pictures_read == 1
    return written


def content(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def repack(target: Path, files: Mapping[str, bytes | str]) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target


def test_what_is_in_it(package: Path, tmp_path: Path) -> None:
    files = content(package)
    assert sorted(files) == [
        "LISEZMOI.txt",
        "README.txt",
        "glossary/glossary.csv",
        "glossary/glossary.tbx",
        "memory/memory.tmx",
        "preview/0199-article.html",
        "preview/a1.html",
        "preview/index.html",
        "preview/pictures/card.png",
        "preview/preview.css",
        "translate/en-to-fr-CA.xlf",
    ]
    assert files["preview/pictures/card.png"] == PICTURE
    for name in ("memory/memory.tmx", "glossary/glossary.csv", "glossary/glossary.tbx"):
        (tmp_path / Path(name).name).write_bytes(files[name])
    pairs = [each.target for each in read_tmx(tmp_path / "memory.tmx", "en", "fr-CA", Silent())]
    assert pairs == ["Payer *maintenant*"]
    for suffix in ("csv", "tbx"):
        found = read_glossary(tmp_path / f"glossary.{suffix}", "en", "fr-CA", Silent())
        assert [(term.term, term.forbidden) for term in found.terms] == [("card", ("ticket",))]
    rows = list(csv.reader(files["glossary/glossary.csv"].decode("utf-8-sig").splitlines()))
    assert rows[0][:2] == ["term (en)", "translation (fr-CA)"]


@pytest.mark.parametrize("name", ["README.txt", "LISEZMOI.txt"])
def test_what_translators_read_first(name: str, package: Path, golden: Golden) -> None:
    text = content(package)[name].decode("utf-8-sig")
    assert "\r\n" in text
    assert max(map(len, text.splitlines())) <= 100
    golden.check(f"exchange/package-{name}", text.replace("\r\n", "\n"))


def test_the_pages_show_both_sides_and_the_blocks(package: Path) -> None:
    files = content(package)
    text = files["preview/0199-article.html"].decode()
    page = html.fromstring(text)
    assert page.get("lang") == "fr"  # the words around are for the translator
    sides = page.xpath("//main/section")
    assert [(side.get("lang"), side.get("dir")) for side in sides] == [
        ("en", "ltr"),
        ("fr-CA", "ltr"),
    ]
    assert [side.xpath("string(.//h1)") for side in sides] == ["Pay <en>", "Pay <fr-CA>"]
    assert page.xpath("//main//img/@src") == ["pictures/card.png"] * 2
    rows = [
        [" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//tbody/tr")
    ]
    assert [row[2] for row in rows] == ["relu", "brouillon", "périmé", "nouveau", "traduit"]
    assert rows[3][0] == "Press {key} & wait…\\ Done then"
    assert page.xpath("//del")[0].text == "See [the **old** page](kb:1234) first."
    assert [each.text for each in page.xpath("//aside")] == ["Say vous, not tu.", "Two\nlines"]
    untranslated = html.fromstring(files["preview/a1.html"].decode())
    assert untranslated.xpath("string(//main/section[2]/p[2])") == "Pas encore traduit."
    index = html.fromstring(files["preview/index.html"].decode())
    links = index.xpath("//li/a")
    assert [(link.get("href"), link.text) for link in links] == [
        ("0199-article.html", "Pay <now>"),
        ("a1.html", "Title"),
    ]
    assert "Accounts › Bills & more" in index.text_content()


def test_no_page_asks_the_network_for_anything(package: Path) -> None:
    for name, data in content(package).items():
        if name.endswith(".html"):
            page = html.fromstring(data.decode())
            addresses = page.xpath("//@href | //@src")
            assert addresses
            assert not [each for each in addresses if re.match(r"\w+:|//", each)]
            (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
            assert "script-src" not in policy
            assert policy.startswith("default-src 'none'")
    assert b"url(" not in content(package)["preview/preview.css"].replace(b"url(data:", b"")


def expected() -> list[tuple[str, str, str]]:
    units = [each for each in small_file().units if each.kind.translatable and each.source]
    return [(each.id, each.source, each.target) for each in units]


def told(incoming: Incoming) -> list[tuple[str, str, str]]:
    assert incoming.lines == ()
    return [(each.id, each.source, each.target) for each in incoming.units]


@pytest.mark.parametrize("version", ["2.0", "1.2"])
def test_it_comes_back_as_a_zip_or_as_its_file(version: str, tmp_path: Path) -> None:
    written = tmp_path / "package.zip"
    PACKAGE.write(work(small_file()), written, UnitOptions(xliff=version), Silent())
    files = content(written)
    assert sorted(files) == ["LISEZMOI.txt", "README.txt", "translate/en-to-fr-CA.xlf"]
    assert "preview" not in files["README.txt"].decode()
    assert f"as XLIFF {version}." in files["README.txt"].decode()
    assert PACKAGE.recognises(written)
    incoming = read(PACKAGE, written)
    assert incoming.format == "package"
    assert (incoming.source_locale, incoming.target_locale) == ("en", "fr-CA")
    assert told(incoming) == expected()
    alone = tmp_path / "done.xlf"
    alone.write_bytes(files["translate/en-to-fr-CA.xlf"])
    xliff = Xliff20Format() if version == "2.0" else Xliff12Format()
    assert xliff.recognises(alone)
    assert not PACKAGE.recognises(alone)
    assert told(read(xliff, alone)) == expected()


def test_it_comes_back_however_it_was_packed_again(package: Path, tmp_path: Path) -> None:
    xliff = content(package)["translate/en-to-fr-CA.xlf"]
    again = repack(
        tmp_path / "again.zip",
        {
            "my folder/": "",
            "my folder/Übersetzung fertig.XLIFF": xliff,
            "__MACOSX/my folder/._x.xlf": b"\0",
            "my folder/.DS_Store": b"\0",
        },
    )
    assert [each.id for each in read(PACKAGE, again).units][:3] == ["b1", "b2", "b3"]


def test_the_same_job_gives_the_same_bytes(tmp_path: Path) -> None:
    packages = []
    for name in ("one.zip", "two.zip"):
        PACKAGE.write(work(small_file(), along=Along()), tmp_path / name, UnitOptions(), Silent())
        packages.append((tmp_path / name).read_bytes())
    assert packages[0] == packages[1]


@pytest.mark.parametrize(
    ("files", "code", "words"),
    [
        ({"a.txt": "x"}, "no_xliff", "there is no XLIFF file in it"),
        ({"a.xlf": "x", "b/c.xlf": "y"}, "many_xliff", r"\(a\.xlf, b/c\.xlf\)"),
        ({"../a.xlf": "x"}, "unsafe_name", "leads out"),
        ({"a.xlf": "x" * 30_000_000}, "zip_bomb", "unpack to far too much"),
        ({"a.xlf": "<nothing"}, "xml", r"a\.xlf, line 1"),
        (
            {"b/a.xlf": '<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2"/>'},
            "doctype",
            r"a\.xlf, line 1",
        ),
    ],
)
def test_a_wrong_package_is_refused(
    files: dict[str, bytes | str], code: str, words: str, tmp_path: Path
) -> None:
    with pytest.raises(KbError, match=words) as caught:
        read(PACKAGE, repack(tmp_path / "a.zip", files))
    assert caught.value.code == code


def test_what_is_no_zip_is_not_recognised(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    assert not PACKAGE.recognises(file)
    file.write_bytes(b"PK\x03\x04 cut")
    assert not PACKAGE.recognises(file)
    with pytest.raises(KbError, match="not a zip"):
        read(PACKAGE, file)
    assert not PACKAGE.recognises(repack(file, {"a.txt": "x"}))


def test_a_stopped_work_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    target.write_bytes(b"old")
    progress = Stoppable()
    progress.stop()
    with pytest.raises(Cancelled):
        PACKAGE.write(work(small_file(), along=Along()), target, UnitOptions(), progress)
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_nothing_to_hand_out_is_said(tmp_path: Path) -> None:
    done = file_of([unit("b1", "One", "Un")])
    with pytest.raises(KbError, match="no block of fr-CA is missing"):
        PACKAGE.write(work(done), tmp_path / "a.zip", UnitOptions(only="missing"), Silent())
    assert list(tmp_path.iterdir()) == []


def test_it_is_found_by_its_file(package: Path) -> None:
    assert [each.info.id for each in UNIT_FORMATS if each.recognises(package)] == ["package"]
    assert len({each.info.id for each in UNIT_FORMATS}) == len(UNIT_FORMATS)
    assert etree.fromstring(content(package)["translate/en-to-fr-CA.xlf"]) is not None
    assert read(PACKAGE, package).units[0].state is BlockState.REVIEWED
