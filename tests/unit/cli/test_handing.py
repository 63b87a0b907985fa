"""`kbeditor export` for translators, and `kbeditor import` of what they give back."""

from pathlib import Path

import pytest

from kbeditor.app.opening import create_library
from tests.helpers.command_line import kbeditor, kbeditor_json
from tests.helpers.library import article, opened, publish, write
from tests.helpers.returning import translate


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one article, live in English and French."""
    path = tmp_path / "shop.kb"
    create_library(path, "Shop", "en", ["fr", "de"]).close()
    with opened(path, "Ada") as ws:
        ref = article(ws, "Where is it?", "Open the page.\n\nCall us.")
        write(ws, ref, "Ouvrez la page.\n\nAppelez-nous.", "fr", title="Où est-ce ?")
        publish(ws, ref, "fr")
    return path


@pytest.mark.parametrize(
    ("format_id", "name"),
    [
        ("po", "out.po"),
        ("xliff", "out.xlf"),
        ("xliff2", "out.xlf"),
        ("csv", "out.csv"),
        ("xlsx", "out.xlsx"),
        ("package", "out.zip"),
    ],
)
def test_blocks_go_out_and_come_back(
    library: Path, tmp_path: Path, format_id: str, name: str
) -> None:
    out = tmp_path / name
    told = kbeditor("export", library, out, "--format", format_id, "--locale", "FR").stdout
    assert "1 file, 3 blocks" in told
    translate(out, {"Call us.": "Téléphonez."})
    told = kbeditor("import", library, out, "--dry-run").stdout
    assert "1 block to take, 2 unchanged (fr)" in told
    assert "“Appelez-nous.” → “Téléphonez.”" in told
    assert "1 block taken" in kbeditor("import", library, out).stdout
    again = kbeditor_json("import", library, out, "--dry-run")
    assert again["counts"] == {
        "take": 0,
        "outdated": 0,
        "conflict": 0,
        "refused": 0,
        "unchanged": 3,
    }


def test_only_what_needs_work_goes_out(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.po"
    words: list[str | Path] = ["export", library, out, "--format", "po", "--only", "todo"]
    assert "nothing to hand out" in kbeditor(*words, "--locale", "fr", code=1).stderr
    assert not out.exists()
    assert kbeditor_json(*words, "--locale", "de")["counts"] == {"files": 1, "units": 3}


def test_a_memory_and_a_glossary_go_out(library: Path, tmp_path: Path) -> None:
    with opened(library) as ws:
        ws.glossary.add("page", "fr", "page")
    for format_id, name, count in [
        ("tmx", "out.tmx", "3 blocks"),
        ("glossary", "out.csv", "1 term"),
        ("glossary", "out.tbx", "1 term"),
    ]:
        words: list[str | Path] = ["export", library, tmp_path / name, "--format", format_id]
        assert count in kbeditor(*words, "--locale", "fr").stdout
    assert "<martif" in (tmp_path / "out.tbx").read_text("utf-8")
    assert "3 pairs" in kbeditor("import", library, tmp_path / "out.tmx").stdout
    assert "fr" in kbeditor("import", library, tmp_path / "out.tbx", "--dry-run").stdout


def test_where_something_would_be_left_out_one_has_to_agree(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    kbeditor("export", library, out, "--format", "csv", "--locale", "fr")
    translate(out, {"Call us.": "Téléphonez.", "Open the page.": "<script>Voyez</script>"})
    refused = kbeditor("import", library, out, code=1)
    assert "Nothing was imported: 1 left out." in refused.stderr
    assert kbeditor_json("import", library, out, "--dry-run")["counts"]["take"] == 1
    told = kbeditor("import", library, out, "--take-good").stdout
    assert "1 block taken" in told
    assert "it has <script>, which its source does not have" in told


def test_what_was_changed_here_is_overwritten_when_asked(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.po"
    kbeditor("export", library, out, "--format", "po", "--locale", "fr")
    translate(out, {"Call us.": "Téléphonez."})
    with opened(library) as ws:
        [ref] = [each.owner for each in ws.search.find("Où", "fr", 5)]
        write(ws, ref, "Ouvrez la page.\n\nÉcrivez-nous.", "fr")
    assert "changed here" in kbeditor("import", library, out, "--dry-run").stdout
    kbeditor("import", library, out, code=1)
    assert "1 block overwritten" in kbeditor("import", library, out, "--overwrite").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "po"], "one language"),
        (["--format", "po", "--locale", "fr", "--locale", "de"], "one language"),
        (["--format", "html", "--only", "todo"], "translators"),
        (["--format", "docx", "--locale", "fr"], "There is no format “docx”"),
    ],
)
def test_wrong_usage_is_told(library: Path, tmp_path: Path, words: list[str], said: str) -> None:
    assert said in kbeditor("export", library, tmp_path / "out", *words, code=2).stderr


def test_a_file_of_another_library_is_told_and_nothing_comes(
    library: Path, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.xlf"
    kbeditor("export", library, out, "--format", "xliff", "--locale", "fr")
    assert "another library" in kbeditor("import", sample, out, code=1).stderr
