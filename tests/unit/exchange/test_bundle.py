"""The JSON bundle on real libraries: the same bytes after a round trip, and parts of it."""

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kbeditor.app.opening import create_library
from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.progress import Stoppable
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.states import State
from kbeditor.shipped import resources
from tests.helpers.golden import GOLDEN

BUNDLE = GOLDEN / "exchange" / "bundle"
WHOLE = ExportOptions(least_state=State.MISSING)
Files = dict[str, bytes]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Callable[[str], Workspace]]:
    """Makes libraries that are closed at the end."""
    made: list[Workspace] = []

    def make(name: str) -> Workspace:
        made.append(create_library(tmp_path / f"{name}.kb", name, "de", ["it"]))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def filled(library: Callable[[str], Workspace]) -> Workspace:
    """A library that came from the golden bundle."""
    made = library("filled")
    made.importing.apply(made.importing.plan(BUNDLE))
    return made


def files(folder: Path) -> Files:
    """All files of a folder."""
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


def articles(folder: Path) -> dict[str, dict[str, Any]]:
    """Articles of a bundle by the title of their first translation."""
    values = [json.loads(each.read_text("utf-8")) for each in folder.glob("articles/*.json")]
    return {each["translations"][0]["title"]: each for each in values}


def test_a_bundle_comes_back_to_the_byte(filled: Workspace, tmp_path: Path) -> None:
    report = filled.exporting.export("json", tmp_path / "out", WHOLE)
    assert files(tmp_path / "out") == files(BUNDLE)
    assert dict(report.counts) == {
        "locales": 3,
        "categories": 6,
        "articles": 10,
        "texts": 23,
        "attachments": 1,
    }
    assert report.lines == ()


def test_a_zip_comes_back_to_the_byte(
    filled: Workspace, library: Callable[[str], Workspace], tmp_path: Path
) -> None:
    zipped = ExportOptions(least_state=State.MISSING, zip=True)
    first, second = tmp_path / "one.zip", tmp_path / "two.zip"
    filled.exporting.export("json", first, zipped)
    other = library("other")
    other.importing.apply(other.importing.plan(first))
    other.exporting.export("json", second, zipped)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        assert {each.filename: archive.read(each) for each in archive.infolist()} == files(BUNDLE)
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_library_is_as_it_was(filled: Workspace) -> None:
    assert filled.library.name == "The “Boat” Handbook"
    assert [(each.tag, each.fallback) for each in filled.locales.list()] == [
        ("en", None),
        ("fr", None),
        ("ar", "fr"),
    ]
    rows = filled.tree.skeleton("en").articles
    assert len(rows) == 10
    welcome = next(each for each in rows if each.title == "Welcome on board")
    heads = filled.texts.heads(Ref(Kind.ARTICLE, welcome.id))
    assert [(head.locale, head.state, head.outdated, head.important) for head in heads] == [
        ("en", State.DRAFT, False, False),
        ("fr", State.PUBLISHED, True, True),
    ]


def test_every_file_is_as_the_schema_says() -> None:
    for name, value in _documents(files(BUNDLE)):
        assert [error.message for error in _validator(name).iter_errors(value)] == [], name


def test_published_only(filled: Workspace, tmp_path: Path) -> None:
    filled.exporting.export("json", tmp_path / "out")
    found = articles(tmp_path / "out")
    assert "Entering a harbour" not in found  # a draft; its French version is published
    english, french = found["Welcome aboard"]["translations"]
    assert english["state"] == "published"
    assert "A new paragraph" in english["body"]
    assert "Not yet published" not in english["body"]
    assert [each["number"] for each in english["revisions"]] == [1, 2]
    assert french["based_on"] == english["revisions"][0]["id"]
    (harbour,) = found["Entrer au port"]["translations"]
    assert harbour["based_on"] is None
    assert json.loads((tmp_path / "out" / "bundle.json").read_text("utf-8"))["scope"] == {
        "whole": False,
        "locales": ["en", "fr", "ar"],
        "least_state": "published",
    }


def test_one_locale_without_the_source(
    filled: Workspace, library: Callable[[str], Workspace], tmp_path: Path
) -> None:
    report = filled.exporting.export("json", tmp_path / "out", ExportOptions(locales=("fr",)))
    found = articles(tmp_path / "out")
    assert sorted(found) == ["Bienvenue à bord", "Entrer au port", "Seulement en français"]
    (welcome,) = found["Bienvenue à bord"]["translations"]
    assert welcome["based_on"] is None
    assert [each["based_on"] for each in welcome["revisions"]] == [None]
    categories = json.loads((tmp_path / "out" / "categories.json").read_text("utf-8"))
    named = [[each["title"] for each in c["translations"]] for c in categories["categories"]]
    assert named == [[], ["Premiers pas"], ["Les ports"], ["Règles"]]
    assert [(line.code, line.text[:2]) for line in report.lines] == [("links_out_of_bundle", "2 ")]
    for name, value in _documents(files(tmp_path / "out")):
        assert list(_validator(name).iter_errors(value)) == []
    other = library("other")
    other.importing.apply(other.importing.plan(tmp_path / "out"))
    assert len(other.tree.skeleton("fr").articles) == 3


def test_an_export_replaces_an_older_one_and_nothing_else(
    filled: Workspace, tmp_path: Path
) -> None:
    filled.exporting.export("json", tmp_path / "out", ExportOptions(locales=("fr",)))
    filled.exporting.export("json", tmp_path / "out", WHOLE)
    assert files(tmp_path / "out") == files(BUNDLE)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(KbError, match="is something else"):
        filled.exporting.export("json", tmp_path / "mine", WHOLE)
    assert files(tmp_path / "mine") == {"letter.txt": b"dear"}


@pytest.mark.parametrize("as_zip", [False, True])
def test_a_stopped_export_leaves_nothing(filled: Workspace, tmp_path: Path, as_zip: bool) -> None:
    out = tmp_path / "place"
    out.mkdir()
    progress = Stoppable()
    filled.rendering.fill(progress)
    progress.stop()
    with pytest.raises(Cancelled):
        filled.exporting.export("json", out / "x", ExportOptions(zip=as_zip), progress)
    assert list(out.iterdir()) == []


def test_it_goes_into_an_empty_library_only(filled: Workspace) -> None:
    with pytest.raises(KbError, match="goes into an empty one only"):
        filled.importing.plan(BUNDLE)


def test_a_file_changed_after_planning_changes_nothing(
    library: Callable[[str], Workspace], tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(BUNDLE, copy)
    made = library("x")
    plan = made.importing.plan(copy)
    changed = next(iter(sorted(copy.glob("articles/*.json"))))
    changed.write_bytes(changed.read_bytes().replace(b'"promoted": ', b'"promoted":  '))
    with pytest.raises(KbError, match="changed during the import"):
        made.importing.apply(plan)
    assert made.library.name == "x"
    assert made.tree.skeleton("de").articles == ()


def _documents(found: Files) -> Iterator[tuple[str, Any]]:
    for name, data in found.items():
        if name.endswith(".json"):
            yield name, json.loads(data)


def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((resources() / "schema" / "kbeditor-bundle-2.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    kind = "article" if name.startswith("articles/") else name.removesuffix(".json")
    return Draft202012Validator({**schema, "oneOf": [{"$ref": f"#/$defs/{kind}"}]})


# --------------------------------------------------------------------------- what translators left


def test_what_translators_left_comes_back(
    filled: Workspace, library: Callable[[str], Workspace], tmp_path: Path
) -> None:
    rig = next(each for each in filled.tree.skeleton("en").articles if each.title.startswith("Rig"))
    french = TextRef(Ref(Kind.ARTICLE, rig.id), "fr")
    found = filled.blocks.pairs(french)
    assert [(each.state.code, each.freshness.value) for each in found] == [
        ("translated", "current"),
        ("reviewed", "current"),
        ("empty", "new"),
    ]
    assert found[0].open_notes == 1
    [minor] = filled.blocks.equivalences()
    assert (minor.old_text, minor.new_text, minor.why) == (
        "Rig the boat",
        "Rigging the boat",
        "Style",
    )
    assert [each.translation for each in filled.glossary.list("fr")] == ["bateau"]
    assert [each.reason for each in filled.issues.dismissals()] == ["As it is."]
    assert filled.linking.pending() == ()
    filled.blocks.revoke([minor.id])
    assert filled.blocks.pairs(french)[0].previous == "Rig the boat"
    filled.exporting.export("json", tmp_path / "out", WHOLE)
    other = library("other")
    other.importing.apply(other.importing.plan(tmp_path / "out"))
    assert other.blocks.pairs(french) == filled.blocks.pairs(french)
    assert other.status.overview() == filled.status.overview()


def test_a_part_leaves_the_translators_work_behind(filled: Workspace, tmp_path: Path) -> None:
    filled.exporting.export("json", tmp_path / "out", ExportOptions(locales=("fr",)))
    for value in articles(tmp_path / "out").values():
        for text in value["translations"]:
            assert (text["blocks"], text["threads"], text["minor_changes"]) == (None, [], [])
    [term] = json.loads((tmp_path / "out" / "glossary.json").read_text("utf-8"))["terms"]
    assert term["locale"] == "fr"


def test_a_bundle_of_the_first_version_is_read(library: Callable[[str], Workspace]) -> None:
    old = library("old")
    old.importing.apply(old.importing.plan(BUNDLE.with_name("bundle-1")))
    assert len(old.tree.skeleton("en").articles) == 10
    assert old.linking.fill() == 6


def test_people_roles_and_names_of_versions_come_back(
    filled: Workspace, library: Callable[[str], Workspace], tmp_path: Path
) -> None:
    filled.people.add("Ada", "editor")
    filled.people.add("Marie", "translator", ["fr"])
    filled.people.work_as("Marie", "")
    welcome = next(
        Ref(Kind.ARTICLE, each.id)
        for each in filled.tree.skeleton("en").articles
        if each.title == "Welcome on board"
    )
    french = TextRef(welcome, "fr")
    text = filled.texts.get(french)
    assert text is not None
    filled.texts.save(french, text.version, body="Bienvenue.")
    filled.texts.set_state([french], State.PUBLISHED)
    last = filled.texts.revisions(french)[-1]
    filled.texts.name_version(french, last.id, "Season 2027")
    filled.exporting.export("json", tmp_path / "one", WHOLE)
    for name, value in _documents(files(tmp_path / "one")):
        assert list(_validator(name).iter_errors(value)) == []
    other = library("other")
    other.importing.apply(other.importing.plan(tmp_path / "one"))
    assert other.people.list() == filled.people.list()
    assert other.texts.revisions(french)[-1].role == "translator"
    other.exporting.export("json", tmp_path / "two", WHOLE)
    assert files(tmp_path / "two") == files(tmp_path / "one")
