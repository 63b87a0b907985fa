"""Each command on the sample library: what it prints, as text and as JSON, and its errors."""

from pathlib import Path

import pytest

from kbeditor import __version__
from tests.helpers.command_line import kbeditor, kbeditor_json


def test_version_and_help() -> None:
    assert kbeditor("--version").stdout == f"kbeditor {__version__}\n"
    told = kbeditor("--help").stdout
    commands = "new", "sample", "import", "export", "status", "search", "replace", "check", "backup"
    for command in commands:
        assert f"\n  {command} " in told
        assert "Usage: kbeditor " in kbeditor(command, "--help").stdout


@pytest.mark.parametrize("words", [["fly"], ["new", "x.kb"], ["status"], ["status", "a", "--no"]])
def test_usage_errors_end_with_2(words: list[str]) -> None:
    assert "Usage: kbeditor" in kbeditor(*words, code=2).stderr


def test_new_makes_a_library_once(tmp_path: Path) -> None:
    words = "new", "shop.kb", "--source-locale", "en", "--locale", "fr", "--locale", "pt-br"
    told = kbeditor(*words, "--name", "Our Shop").stdout
    assert "“Our Shop”, written in English (en), translated into Français (fr), Português" in told
    status = kbeditor_json("status", "shop.kb")
    assert status["library"]["name"] == "Our Shop"
    assert [each["locale"] for each in status["locales"]] == ["en", "fr", "pt-BR"]
    before = (tmp_path / "shop.kb").read_bytes()
    for again in (words, ("sample", "shop.kb")):
        assert "There is already a file shop.kb." in kbeditor(*again, code=1).stderr
    assert (tmp_path / "shop.kb").read_bytes() == before


def test_new_is_named_after_its_file_and_refuses_what_is_no_language(tmp_path: Path) -> None:
    kbeditor("new", "faq.kb", "--source-locale", "de")
    assert kbeditor_json("status", "faq.kb")["library"]["name"] == "faq"
    refused = kbeditor("new", "other.kb", "--source-locale", "klingonish-x", code=1)
    assert refused.stderr.startswith("kbeditor: “klingonish-x” is not a language tag")
    assert not (tmp_path / "other.kb").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["status", "none.kb"],
        ["search", "none.kb", "x"],
        ["check", "none.kb"],
        ["backup", "none.kb", "copy.kb"],
        ["import", "none.kb", "."],
        ["export", "none.kb", "out", "--format", "json"],
    ],
)
def test_a_library_that_is_not_there_is_named_with_the_way_to_make_it(words: list[str]) -> None:
    result = kbeditor(*words, code=1)
    assert result.stderr == (
        "kbeditor: There is no library none.kb. "
        "“kbeditor new none.kb --source-locale en” makes one.\n"
    )


def test_a_file_that_is_no_library_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("These are my notes. " * 100)
    assert "is not a kbeditor library" in kbeditor("status", "notes.txt", code=1).stderr
    assert (tmp_path / "notes.txt").read_text().startswith("These are my notes.")
    assert [each.name for each in tmp_path.iterdir() if "notes" in each.name] == ["notes.txt"]


def test_status_shows_every_locale_and_what_to_do_next(sample: Path) -> None:
    data = kbeditor_json("status", sample)
    assert data["library"]["source"] == "en"
    rows = {each["locale"]: each for each in data["locales"]}
    assert list(rows) == ["en", "fr", "ar"]
    french = rows["fr"]
    assert french["next_step"] == "update_outdated"
    assert french["next_owner"]["title"]
    shown = kbeditor("status", sample).stdout
    assert shown.startswith("Lumenne Help Centre — ")
    line = next(each for each in shown.splitlines() if each.startswith("fr ")).split()
    keys = "missing", "draft", "in_review", "published", "outdated"
    assert line[1:] == [
        f"{french['percent']}%",
        f"{french['words_left']:,}",
        *(str(french[key]) for key in keys),
    ]
    assert f"update what is outdated, from “{french['next_owner']['title']}” on" in shown


def test_search_finds_in_one_locale_or_all(sample: Path) -> None:
    hits = kbeditor_json("search", sample, "remboursement", "--locale", "FR", "--limit", "3")
    assert len(hits) == 3
    assert {hit["locale"] for hit in hits} == {"fr"}
    emphasised = {
        hit["snippet"][start:end].casefold() for hit in hits for start, end in hit["matches"]
    }
    assert any(word.startswith("remboursement") for word in emphasised)
    head, first, *_ = kbeditor("search", sample, "cancel", "order").stdout.splitlines()
    assert head.split() == ["Locale", "Title", "Category", "Text"]
    assert first.startswith("en ")
    assert "\x02" not in first


def test_search_that_finds_nothing_says_so_aside(sample: Path) -> None:
    result = kbeditor("search", sample, "xylophone")
    assert (result.stdout, result.stderr) == ("", "kbeditor: Nothing found for “xylophone”.\n")
    assert kbeditor_json("search", sample, "xylophone") == []


def test_an_unknown_locale_is_told_with_those_there_are(sample: Path) -> None:
    for words in (("search", sample, "x"), ("export", sample, "out", "--format", "json")):
        result = kbeditor(*words, "--locale", "de", code=1)
        assert result.stderr.endswith("no locale “de”; it has: en, fr, ar.\n")


def test_check_is_silent_on_the_sample_and_fails_on_a_broken_link(sample: Path) -> None:
    assert kbeditor_json("check", sample) == []
    Path("new.md").write_text("# New\n\nSee [this](gone.md) and ![that](gone.png).\n")
    kbeditor("import", sample, "new.md")
    found = kbeditor_json("check", sample, code=1)
    assert [(each["code"], each["detail"]) for each in found] == [
        ("broken_link", "gone.md"),
        ("missing_picture", "gone.png"),
    ]
    shown = kbeditor("check", sample, code=1).stdout
    assert "sample.kb: 2 things to look at." in shown
    assert "Links that lead nowhere (1)\n  New (en), line " in shown


def test_check_names_what_a_link_by_id_leads_to(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.md").write_text("# First\n\nSee [there](b.md#nowhere).\n")
    (folder / "b.md").write_text("# Second\n\n## Somewhere\n\nText.\n")
    kbeditor("new", "l.kb", "--source-locale", "en")
    kbeditor("import", "l.kb", folder)
    (found,) = kbeditor_json("check", "l.kb", code=1)
    assert (found["code"], found["target"]) == ("missing_heading", "“Second” #nowhere")
    assert ": “Second” #nowhere\n" in kbeditor("check", "l.kb", code=1).stdout


def test_a_dry_run_shows_the_plan_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# Page\n\n[Lost](lost.md)\n")
    kbeditor("new", "l.kb", "--source-locale", "en")
    plan = kbeditor_json("import", "l.kb", "page.md", "--dry-run")
    assert plan["importer"] == "markdown"
    assert plan["counts"]["articles"] == 1
    assert [(each["place"], each["line"]) for each in plan["lines"]] == [("page.md", 3)]
    shown = kbeditor("import", "l.kb", "page.md", "--dry-run").stdout
    assert "would bring 1 locale, 1 article," in shown
    assert "Nothing was changed." in shown
    assert "page.md, line 3: " in shown
    assert kbeditor_json("search", "l.kb", "page") == []


def test_import_gives_the_state_and_the_language_that_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# Une page\n\nDu texte.\n")
    kbeditor("new", "l.kb", "--source-locale", "en")
    kbeditor("import", "l.kb", "page.md", "--locale", "fr", "--state", "draft")
    (hit,) = kbeditor_json("search", "l.kb", "page")
    assert (hit["locale"], hit["state"], hit["live"]) == ("fr", "draft", False)


def test_a_bad_file_is_named_with_its_line_and_nothing_comes(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.md").write_text("# Good\n\nText.\n")
    (folder / "b.md").write_text("---\ntitle: &x bad\nother: *x\n---\nText.\n")
    kbeditor("new", "l.kb", "--source-locale", "en")
    result = kbeditor("import", "l.kb", folder, code=1)
    assert result.stderr.startswith("kbeditor: b.md, line ")
    assert kbeditor_json("search", "l.kb", "good") == []
    assert "no file or folder" in kbeditor("import", "l.kb", "nothing-here", code=1).stderr


def test_export_tells_its_formats_and_refuses_a_folder_that_is_not_its_own(
    sample: Path, tmp_path: Path
) -> None:
    wrong = kbeditor("export", sample, "out", "--format", "pdf", code=2).stderr
    assert "html (HTML help centre), json (JSON bundle)" in wrong
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Dear")
    kbeditor("export", sample, "mine", "--format", "html", code=1)
    assert (tmp_path / "mine" / "letter.txt").read_text() == "Dear"


def test_a_backup_is_a_library(sample: Path) -> None:
    assert "checked" in kbeditor("backup", sample, "copy.kb").stdout
    assert kbeditor_json("status", "copy.kb") == kbeditor_json("status", sample)
    kbeditor("backup", sample, sample, code=1)
