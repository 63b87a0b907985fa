"""Bundles that are wrong: each is refused with its file and place, and nothing is planned."""

import copy
import hashlib
import io
import json
import shutil
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kbeditor.domain.errors import KbError
from kbeditor.domain.exchange import ImportOptions, ImportPlan, ImportTarget
from kbeditor.domain.progress import Silent
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.json_bundle.reading import BundleImporter
from kbeditor.shipped import resources
from tests.helpers.golden import GOLDEN

BUNDLE = GOLDEN / "exchange" / "bundle"
SCHEMA = json.loads((resources() / "schema" / "kbeditor-bundle-2.schema.json").read_text("utf-8"))
OTHER_ID = "0190a000-0000-7000-8000-00000000ffff"
Change = Callable[[Any], object]


def plan(source: Path) -> ImportPlan:
    return BundleImporter().plan(
        source, ImportTarget("de", ("de",), True), ImportOptions(), Silent()
    )


def refusal(source: Path) -> str:
    with pytest.raises(BadFile) as caught:
        plan(source)
    return str(caught.value)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A copy of the golden bundle."""
    return Path(shutil.copytree(BUNDLE, tmp_path / "bundle"))


def an_article(bundle: Path) -> Path:
    """The one with several revisions and a translation."""
    return next(each for each in bundle.glob("articles/*.json") if "on board" in each.read_text())


def change(file: Path, how: Change) -> Any:
    value = json.loads(file.read_text("utf-8"))
    how(value)
    file.write_text(json.dumps(value), "utf-8")
    return value


def first(value: Any) -> Any:
    return value["translations"][0]


# What the schema forbids is refused by the reader, and the other way round.
SHAPES: list[tuple[str, Change, str]] = [
    ("article", lambda v: v.pop("title", v.pop("position")), "$.position: this is missing"),
    ("article", lambda v: v.update(position=-1), "$.position: this is less than 0"),
    ("article", lambda v: v.update(position="1"), "$.position: this is not an integer"),
    ("article", lambda v: v.update(promoted=1), "$.promoted: this is not true or false"),
    ("article", lambda v: v.update(id="intro"), "$.id: this is not a UUID"),
    ("article", lambda v: v.update(more=1), "$.more: nothing of this name is known here"),
    ("article", lambda v: v.update(label_names=[1]), "$.label_names[0]: this is not a string"),
    ("article", lambda v: v.update(created_at="yesterday"), "$.created_at: this is not a time"),
    ("article", lambda v: v.update(review_by="31.1.2027"), "$.review_by: this is not a day"),
    ("article", lambda v: v.update(extra=[]), "$.extra: this is not an object"),
    ("article", lambda v: v.update(owner="a\0"), "$.owner: there is a NUL"),
    ("article", lambda v: first(v).update(state="done"), "$.translations[0].state: this is none o"),
    ("article", lambda v: first(v).update(body=None), "$.translations[0].body: this is not a stri"),
    ("article", lambda v: first(v).update(title="x" * 501), ".title: this is longer than 500"),
    ("article", lambda v: first(v).update(revisions={}), "$.translations[0].revisions: this is no"),
    ("article", lambda v: first(v)["revisions"][0].update(kind="x"), "revisions[0].kind: this is"),
    ("article", lambda v: first(v)["revisions"][0].update(number=0), "revisions[0].number: this i"),
    ("article", lambda v: first(v)["revisions"][0]["content"].pop("body"), ".content.body: this i"),
    ("article", lambda v: first(v).pop("blocks"), "$.translations[0].blocks: this is missing"),
    ("article", lambda v: first(v).update(blocks=[{}]), "blocks[0].based_on: this is miss"),
    ("article", lambda v: first(v).update(threads=None), "$.translations[0].threads: this is no"),
    ("glossary", lambda v: v["terms"][0].update(forbidden=[1]), "forbidden[0]: this is not a st"),
    ("glossary", lambda v: v["terms"][0].pop("locale"), "terms[0].locale: this is missing"),
    ("categories", lambda v: v.update(categories={}), "$.categories: this is not a list"),
    ("categories", lambda v: v["categories"][0].pop("parent_id"), "[0].parent_id: this is missing"),
    ("bundle", lambda v: v.update(version=3), "written by a newer kbeditor"),
    ("bundle", lambda v: v.update(format="zip"), "this is not a kbeditor bundle"),
    ("bundle", lambda v: v["locales"][0].update(direction="up"), "direction: this is none of"),
    ("bundle", lambda v: v["locales"][0].update(locale="e n"), "this is not a BCP 47"),
    ("bundle", lambda v: v.update(scope={"whole": False}), "$.scope.locales: this is missing"),
    ("attachments", lambda v: v["attachments"][0].update(size=-1), "size: this is less than 0"),
    ("attachments", lambda v: v["attachments"][0].update(width=0), "width: this is less than 1"),
    ("attachments", lambda v: v["attachments"][0].update(alt={"en": 1}), "alt.en: this is not a s"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "how", "words"), SHAPES)
def test_wrong_shapes(bundle: Path, kind: str, how: Change, words: str) -> None:
    file = an_article(bundle) if kind == "article" else bundle / f"{kind}.json"
    validator = Draft202012Validator({**SCHEMA, "oneOf": [{"$ref": f"#/$defs/{kind}"}]})
    assert validator.is_valid(json.loads(file.read_text("utf-8")))
    value = change(file, how)
    assert not validator.is_valid(value)
    message = refusal(bundle)
    assert message.startswith(file.relative_to(bundle).as_posix())
    assert words in message


# Right in shape, wrong in what it means.
MEANINGS: list[tuple[str, Change, str]] = [
    ("article", lambda v: v.update(id=OTHER_ID), "$.id: the file should be called"),
    ("article", lambda v: v.update(category_id=OTHER_ID), "no category of this id"),
    ("article", lambda v: v.update(source_locale="fr"), "not the bundle's source locale"),
    ("article", lambda v: first(v).update(locale="it"), "none of the bundle's locales"),
    ("article", lambda v: first(v).update(locale="fr"), "two texts in this locale"),
    ("article", lambda v: first(v).update(published_revision=OTHER_ID), "published revisions"),
    ("article", lambda v: first(v).update(draft=True), "does not fit published_revision"),
    ("article", lambda v: first(v).update(based_on=OTHER_ID), "no revision of the source text"),
    ("article", lambda v: v["translations"][1].update(based_on=OTHER_ID), "no revision of the"),
    ("article", lambda v: first(v)["revisions"].reverse(), "their numbers do not rise"),
    ("article", lambda v: v["translations"].append(copy.deepcopy(first(v))), "two texts in this"),
    ("article", lambda v: first(v)["revisions"][1].update(id=v["id"]), "published revisions"),
    ("categories", lambda v: v["categories"].reverse(), "no category before this one"),
    ("categories", lambda v: v["categories"].append(v["categories"][0]), "stands in the bundle tw"),
    ("categories", lambda v: v["categories"][0].update(parent_id=v["categories"][0]["id"]), "no c"),
    ("bundle", lambda v: v["locales"].append(v["locales"][0]), "a locale stands there twice"),
    ("bundle", lambda v: v["locales"][2].update(fallback="it"), "none of the bundle's locales"),
    ("bundle", lambda v: v["library"].update(source_locale="it"), "none of the bundle's locales"),
    ("attachments", lambda v: v["attachments"][0].update(size=1), "the file has 137 bytes"),
    ("attachments", lambda v: v["attachments"][0].update(sha256="0" * 64), "do not have the SHA-2"),
    ("attachments", lambda v: v["attachments"][0].update(content_type="image/png"), "not a pict"),
    ("attachments", lambda v: v["attachments"][0].update(file="attachments/x"), "not where the by"),
    ("attachments", lambda v: v["attachments"][0].update(file="../../../etc/passwd"), "not where"),
    ("attachments", lambda v: v["attachments"][0].update(variants={"fr": OTHER_ID}), "no attachme"),
    ("attachments", lambda v: v["attachments"][0].update(alt={"it": "x"}), "none of the bundle's"),
    ("attachments", lambda v: v["attachments"].append(v["attachments"][0]), "twice"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "how", "words"), MEANINGS)
def test_wrong_meanings(bundle: Path, kind: str, how: Change, words: str) -> None:
    file = an_article(bundle) if kind == "article" else bundle / f"{kind}.json"
    change(file, how)
    assert words in refusal(bundle)


def test_an_attachment_that_could_act(bundle: Path) -> None:
    record = json.loads((bundle / "attachments.json").read_text("utf-8"))["attachments"][0]
    data = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    (bundle / record["file"]).write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    change(
        bundle / "attachments.json",
        lambda v: v["attachments"][0].update(sha256=digest, size=len(data)),
    )
    assert "its bytes are not what its record says" in refusal(bundle)


@pytest.mark.parametrize("name", ["bundle.json", "categories.json", "attachments.json"])
def test_missing_files(bundle: Path, name: str) -> None:
    (bundle / name).unlink()
    assert f"{name}: this file is not in the bundle" in refusal(bundle)


def test_who_is_recognised(bundle: Path, tmp_path: Path) -> None:
    assert BundleImporter().recognises(bundle)
    assert not BundleImporter().recognises(tmp_path)
    assert not BundleImporter().recognises(tmp_path / "nothing")


# ------------------------------------------------------------------------------------------- zips


def zipped(target: Path, entries: dict[str, bytes], prefix: str = "") -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(f"{prefix}{name}", data)
    return target


@pytest.fixture
def entries() -> dict[str, bytes]:
    """The golden bundle's files by name."""
    return {
        each.relative_to(BUNDLE).as_posix(): each.read_bytes()
        for each in sorted(BUNDLE.rglob("*"))
        if each.is_file()
    }


def test_a_folder_packed_by_hand(tmp_path: Path, entries: dict[str, bytes]) -> None:
    packed = zipped(tmp_path / "a.zip", {**entries, "__MACOSX/x": b""}, "my bundle/")
    assert plan(packed).counts == plan(BUNDLE).counts


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../evil", "this name leads out of the bundle"),
        ("a/../../evil", "this name leads out of the bundle"),
        ("/etc/passwd", "this name leads out of the bundle"),
        ("C:/evil", "this name leads out of the bundle"),
        ("a\\evil", "this name leads out of the bundle"),
        ("a//evil", "this name leads out of the bundle"),
        ("BUNDLE.json", "its name is too much like bundle.json"),
        ("bundle.json", "its name is too much like bundle.json"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_in_zips(tmp_path: Path, entries: dict[str, bytes], name: str, words: str) -> None:
    packed = zipped(tmp_path / "a.zip", entries)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(name, b"x")
    assert words in refusal(packed)


def test_two_spellings_of_one_letter(tmp_path: Path, entries: dict[str, bytes]) -> None:
    packed = zipped(tmp_path / "a.zip", {**entries, "\u00e9": b"", "e\u0301": b""})
    assert "its name is too much like" in refusal(packed)


def test_links_in_zips(tmp_path: Path, entries: dict[str, bytes]) -> None:
    packed = zipped(tmp_path / "a.zip", entries)
    with zipfile.ZipFile(packed, "a") as archive:
        link = zipfile.ZipInfo("attachments/link")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert "it is a link or a device" in refusal(packed)


def test_zip_bombs(tmp_path: Path, entries: dict[str, bytes]) -> None:
    packed = zipped(tmp_path / "a.zip", {**entries, "attachments/x": bytes(5_000_000)})
    assert "it would unpack to far too much" in refusal(packed)


def test_a_size_that_lies(tmp_path: Path, entries: dict[str, bytes]) -> None:
    packed = zipped(tmp_path / "a.zip", {**entries, "bundle.json": b" " * 50_000})
    data = bytearray(packed.read_bytes())
    place = data.rfind(b"PK\1\2", 0, data.find(b"bundle.json", data.find(b"PK\1\2")))
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    packed.write_bytes(bytes(data))
    assert "bundle.json" in refusal(packed)


def test_entries_upon_one_another(tmp_path: Path, entries: dict[str, bytes]) -> None:
    packed = zipped(tmp_path / "a.zip", {**entries, "x1": b"a" * 100, "x2": b"b" * 100})
    data = bytearray(packed.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        one, two = archive.getinfo("x1"), archive.getinfo("x2")
    central = data.rfind(b"PK\1\2", 0, data.rfind(b"x2"))
    assert struct.unpack("<I", data[central + 42 : central + 46])[0] == two.header_offset
    data[central + 42 : central + 46] = struct.pack("<I", one.header_offset + 5)
    packed.write_bytes(bytes(data))
    assert "it lies upon another file" in refusal(packed)


@pytest.mark.parametrize("cut", [0, 10, 500, -30])
def test_damaged_zips(tmp_path: Path, entries: dict[str, bytes], cut: int) -> None:
    packed = zipped(tmp_path / "a.zip", entries)
    packed.write_bytes(packed.read_bytes()[:cut])
    assert "not a zip that can be read" in refusal(packed)


def test_flipped_bits(tmp_path: Path, entries: dict[str, bytes]) -> None:
    packed = zipped(tmp_path / "a.zip", entries)
    whole = packed.read_bytes()
    for place in range(40, len(whole), 97):
        packed.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            made = plan(packed)
            list(made.texts())
        except KbError:
            continue
        assert made.counts == plan(BUNDLE).counts
