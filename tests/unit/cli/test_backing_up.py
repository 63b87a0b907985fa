"""Backups by the command line: made, listed, restored."""

from pathlib import Path

from kbeditor.cli.words import REASONS as WORDS
from kbeditor.domain.backups import REASONS
from tests.helpers.command_line import kbeditor, kbeditor_json
from tests.helpers.library import article, opened, outline


def test_a_backup_goes_among_the_others_and_is_listed(sample: Path, home: Path) -> None:
    assert "no backup" in kbeditor("backups", sample).stdout
    assert "checked" in kbeditor("backup", sample).stdout
    [made] = (home / "data" / "backups").rglob("*.kb")
    listed = kbeditor("backups", sample).stdout
    assert str(made) in listed
    assert "by hand" in listed
    [data] = kbeditor_json("backups", sample)
    assert (data["number"], data["file"], data["reason"]) == (1, str(made), "asked")
    assert data["articles"] > 10
    assert data["bytes"] == made.stat().st_size


def test_an_import_leaves_a_backup_and_restoring_goes_back(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "new.md").write_text("# Something new\n\nwords")
    before = kbeditor("status", sample).stdout
    kbeditor("import", sample, tmp_path / "new.md")
    assert kbeditor("status", sample).stdout != before
    said = kbeditor("restore", sample, "1").stdout
    assert kbeditor("status", sample).stdout == before
    assert "before restore" in said
    assert [each["reason"] for each in kbeditor_json("backups", sample)] == ["restore", "import"]
    newest = Path(kbeditor_json("backups", sample)[0]["file"]).name
    kbeditor("restore", sample, newest)
    assert kbeditor("status", sample).stdout != before


def test_what_cannot_be_restored_is_said(sample: Path, tmp_path: Path) -> None:
    assert "kbeditor backups" in kbeditor("restore", sample, "1", code=1).stderr
    kbeditor("new", "other.kb", "--source-locale", "en")
    with opened(tmp_path / "other.kb") as other:
        article(other, "Soap")
    assert "another library" in kbeditor("restore", sample, "other.kb", code=1).stderr
    kbeditor("restore", sample, "other.kb", "--another")
    with opened(sample) as ws:
        assert outline(ws) == ["Soap"]


def test_every_reason_has_words() -> None:
    assert set(WORDS) == set(REASONS)
