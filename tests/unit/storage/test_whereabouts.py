"""A library whose file goes while it is open: nothing is called saved that nobody will ever see."""

import shutil
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import TextRef
from tests.helpers.library import article, opened


def save(ws: Workspace, ref: TextRef, body: str) -> None:
    text = ws.texts.get(ref)
    assert text is not None
    ws.texts.save(ref, text.version, body=body)


@pytest.fixture
def ref(ws: Workspace) -> TextRef:
    return TextRef(article(ws, "Where?", "In the post."), "en")


def test_a_deleted_file_confirms_nothing(ws: Workspace, ref: TextRef, path: Path) -> None:
    path.unlink()
    with pytest.raises(KbError, match="no longer there") as caught:
        save(ws, ref, "Into the void.")
    assert caught.value.code == "file_gone"
    with pytest.raises(KbError, match="no longer there"):
        ws.poll()


def test_a_removed_drive_that_comes_back_goes_on(
    ws: Workspace, ref: TextRef, path: Path, tmp_path: Path
) -> None:
    save(ws, ref, "Before.")
    away = tmp_path.with_name(tmp_path.name + "-away")
    tmp_path.rename(away)
    with pytest.raises(KbError, match="no longer there"):
        save(ws, ref, "Meanwhile.")
    away.rename(tmp_path)
    save(ws, ref, "Back again.")
    ws.close()
    with opened(path) as again:
        text = again.texts.get(ref)
        assert text is not None
        assert text.body == "Back again."


def test_another_file_in_its_place_is_not_taken_for_it(
    ws: Workspace, ref: TextRef, path: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(path, tmp_path / "other.kb"))
    other.replace(path)
    before = path.read_bytes()
    with pytest.raises(KbError, match="is another file now") as caught:
        save(ws, ref, "For the wrong one.")
    assert caught.value.code == "file_replaced"
    assert path.read_bytes() == before


def test_closing_leaves_the_other_files_log_alone(
    ws: Workspace, ref: TextRef, path: Path, tmp_path: Path
) -> None:
    """SQLite removes a log by its name; it is the other library's by now."""
    save(ws, ref, "Ours.")
    other = tmp_path / "other.kb"
    ws.backups.write(other)
    path.unlink()
    for left in tmp_path.glob("shop.kb-*"):
        left.unlink()
    other.replace(path)
    with opened(path) as another:
        save(another, ref, "Theirs, still in the log.")
        ws.close()
        assert path.with_name("shop.kb-wal").exists()
    with opened(path) as again:
        text = again.texts.get(ref)
        assert text is not None
        assert text.body == "Theirs, still in the log."


def test_what_was_saved_can_be_taken_elsewhere_when_the_file_is_gone(
    ws: Workspace, ref: TextRef, path: Path, tmp_path: Path
) -> None:
    save(ws, ref, "Saved in time.")
    path.unlink()
    target = tmp_path / "elsewhere.kb"
    ws.backups.save_elsewhere(target)
    with opened(target) as again:
        text = again.texts.get(ref)
        assert text is not None
        assert text.body == "Saved in time."
    assert {each.name for each in tmp_path.iterdir()} <= {
        *("elsewhere.kb", "shop.kb-wal", "shop.kb-shm")
    }


def test_nothing_that_is_no_library_is_written_over(ws: Workspace, tmp_path: Path) -> None:
    foreign = tmp_path / "letters.txt"
    foreign.write_text("Dear all, " * 200)
    with pytest.raises(KbError, match="is not a kbeditor library"):
        ws.backups.save_elsewhere(foreign)
    assert foreign.read_text() == "Dear all, " * 200
    with pytest.raises(KbError, match="is there already"):
        ws.backups.save_elsewhere(ws.path)
