"""`kbeditor release`, `verify`, `export --profile`, and `import` of votes."""

import json
from pathlib import Path

import pytest

from kbeditor.app.opening import create_library
from kbeditor.app.workspace import Workspace
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.releases import Profile
from tests.helpers.command_line import kbeditor, kbeditor_json
from tests.helpers.library import article, opened, publish, text_of, write


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one article and a profile, "Public"."""
    path = tmp_path / "shop.kb"
    create_library(path, "Shop", "en", ["fr"]).close()
    with opened(path, "Ada") as ws:
        publish(ws, article(ws, "Where is it?", "Open the page."), "en")
        ws.profiles.save(Profile("", "Public", str(tmp_path / "site")))
    return path


def only(ws: Workspace) -> Ref:
    [row] = ws.tree.skeleton("en").articles
    return Ref(Kind.ARTICLE, row.id)


def change(library: Path, body: str) -> None:
    with opened(library) as ws:
        write(ws, only(ws), body)
        publish(ws, only(ws), "en")


def test_a_release_from_diff_to_verify(library: Path, tmp_path: Path) -> None:
    assert "was not released yet" in kbeditor("release", library).stdout
    told = kbeditor("release", library, "--diff").stdout
    assert "Release 1 by “Public”, the first one: 2 new pages." in told
    assert "fr: 1 page, 1 in another language" in told
    told = kbeditor("export", library, "--profile", "public", "--note", "First").stdout
    assert told.startswith("Release 1 by “Public”.\n")
    assert "1 file" not in kbeditor("verify", tmp_path / "site").stdout
    assert kbeditor_json("release", library)[0]["note"] == "First"
    assert "Ada" not in kbeditor("release", library).stdout, "who released had no name there"
    change(library, "Look at the page.")
    data = kbeditor_json("release", library, "--diff")
    assert [(e["kind"], e["locale"]) for e in data["changes"]] == [
        ("changed", "en"),
        ("changed", "fr"),
    ]
    (tmp_path / "site" / "en" / "index.html").write_text("x", encoding="utf-8")
    bad = kbeditor("verify", tmp_path / "site", code=1).stdout
    assert "changed en/index.html" in bad
    assert kbeditor_json("verify", tmp_path / "site", code=1)["problems"][0]["code"] == "changed"


def test_what_blocks_a_release_ends_it_with_1(library: Path, tmp_path: Path) -> None:
    change(library, "[there](kb:nothing)")
    told = kbeditor("release", library, "--diff", code=1).stdout
    assert "Links that lead nowhere" in told
    assert "1 finding blocks this release." in told
    assert kbeditor_json("release", library, "--diff", code=1)["blocked"] is True
    refused = kbeditor("export", library, "--profile", "Public", code=1)
    assert "block" in refused.stderr
    assert not (tmp_path / "site").exists()


def test_an_old_release_is_built_again(library: Path, tmp_path: Path) -> None:
    kbeditor("export", library, "--profile", "Public")
    first = (tmp_path / "site" / "en" / "where-is-it.html").read_bytes()
    change(library, "Look at the page.")
    kbeditor("export", library, tmp_path / "elsewhere", "--profile", "Public")
    told = kbeditor("release", library, "--rebuild", "1", tmp_path / "again").stdout
    assert "Built release 1 again" in told
    assert (tmp_path / "again" / "en" / "where-is-it.html").read_bytes() == first


def test_the_library_as_it_was_is_written_to_a_file(library: Path, tmp_path: Path) -> None:
    kbeditor("export", library, "--profile", "Public")
    change(library, "Look at the page.")
    told = kbeditor("release", library, "--as-of", "1", tmp_path / "then.kb").stdout
    assert "as of release 1" in told
    assert "1 article" in told
    with opened(tmp_path / "then.kb") as ws:
        assert text_of(ws, only(ws)).body == "Open the page."
    refused = kbeditor("release", library, "--as-of", "1", tmp_path / "then.kb", code=1)
    assert "There is already a file" in refused.stderr
    assert "5" in kbeditor("release", library, "--as-of", "5", tmp_path / "x.kb", code=1).stderr


@pytest.mark.parametrize(
    "words",
    [
        ["--rebuild", "1"],
        ["--as-of", "1"],
        ["--as-of", "1", "--rebuild", "1", "out"],
        ["out"],
        ["--diff", "--rebuild", "1", "out"],
    ],
)
def test_options_that_do_not_fit(library: Path, words: list[str]) -> None:
    assert "--rebuild" in kbeditor("release", library, *words, code=2).stderr


def test_export_needs_a_place_or_a_profile(library: Path) -> None:
    for words in ([], ["out"], ["--format", "html"]):
        assert "--profile" in kbeditor("export", library, *words, code=2).stderr
    assert "“Public”" in kbeditor("export", library, "--profile", "x", code=1).stderr


def test_votes_are_taken_in(library: Path, tmp_path: Path) -> None:
    with opened(library) as ws:
        where = only(ws)
    vote = {"article": where.id, "locale": "en", "helpful": True, "time": "2026-05-17T09:30:00Z"}
    path = tmp_path / "votes.jsonl"
    lines = (vote, {**vote, "article": "x"})
    path.write_text("".join(f"{json.dumps(each)}\n" for each in lines), encoding="utf-8")
    told = kbeditor("import", library, path, "--dry-run").stdout
    assert "would bring 1 vote. Nothing was changed." in told
    assert "There is no article x in this library." in told
    assert kbeditor_json("import", library, path, "--dry-run")["counts"]["votes"] == 1
    assert "1 vote" in kbeditor("import", library, path).stdout
    assert "1 known already" in kbeditor("import", library, path).stdout
    assert kbeditor_json("import", library, path)["counts"]["known_votes"] == 1
    with opened(library) as ws:
        assert ws.votes.of(where, "en").helpful == 1
