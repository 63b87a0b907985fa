"""The folder of backups: written, listed, checked again, thinned out; nothing else is touched."""

import errno
import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.backups import Backup
from kbeditor.domain.errors import KbError
from kbeditor.storage import backup_folder
from kbeditor.storage.backup import look_into
from kbeditor.storage.backup_folder import (
    Folder,
    check_backup,
    delete_backup,
    folder_of,
    list_backups,
    newest_of_each,
    write_backup,
)
from tests.helpers.library import article, dump, opened, outline, write

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "backups" / "shop")


def files(folder: Folder) -> list[str]:
    return sorted(each.name for each in folder.first.iterdir())


def spoil(backup: Backup) -> None:
    """Turn over one letter of the library's name: nothing that SQLite checks shows it."""
    data = backup.path.read_bytes()
    backup.path.write_bytes(data.replace(b"Shop", b"Stop"))


def test_a_backup_is_the_library_and_says_what_it_holds(
    ws: Workspace, path: Path, folder: Folder
) -> None:
    ref = article(ws, "Where is my order?", "In the post.")
    write(ws, ref, "Dans la poste.", "fr")
    backup = write_backup(path, folder, "day", NOON)
    assert backup.path == folder.first / "20261123T120000.000Z-day.kb"
    assert dump(backup.path, frozenset()) == dump(path, frozenset())
    assert backup.size == backup.path.stat().st_size
    holds = backup.holds
    assert holds is not None
    assert (holds.name, holds.library_id) == ("Shop", ws.library.id)
    assert (holds.articles, holds.categories, holds.texts, holds.attachments) == (1, 0, 2, 0)
    assert holds.words == sum(each["words"] for each in dump(path)["text"]) > 0
    assert holds.locales == ("en", "fr", "de")
    assert holds.last_edit is not None
    assert list_backups(folder) == (backup,)


def test_without_its_notes_a_backup_is_as_good(ws: Workspace, path: Path, folder: Folder) -> None:
    article(ws, "Where?", "In the post.")
    backup = write_backup(path, folder, "day", NOON)
    notes = folder.first / (backup.path.name + ".json")
    for content in (None, "", "[]", "{}", notes.read_text().replace('"articles"', '"art"')):
        notes.unlink() if content is None else notes.write_text(content)
        [found] = list_backups(folder)
        assert (found.path, found.holds, found.taken_at, found.problem) == (
            *(backup.path, backup.holds, NOON),
            "",
        )


def test_the_same_state_is_kept_once(ws: Workspace, path: Path, folder: Folder) -> None:
    ref = article(ws, "Where?", "In the post.")
    first = write_backup(path, folder, "day", NOON)
    again = write_backup(path, folder, "closing", NOON + timedelta(hours=1))
    assert again.path == first.path
    assert again.seen_at == NOON + timedelta(hours=1)
    assert list_backups(folder) == (again,)
    ws.settings.set("site.name", "Another")
    other = write_backup(path, folder, "closing", NOON + timedelta(hours=2))
    assert other.path != first.path
    write(ws, ref, "By train.")
    assert write_backup(path, folder, "day", NOON + timedelta(hours=3)).sha256 != other.sha256
    assert len(list_backups(folder)) == 3


def test_older_ones_are_thinned_out_and_other_files_left_alone(
    ws: Workspace, path: Path, folder: Folder
) -> None:
    article(ws, "Where?", "In the post.")
    folder.first.mkdir(parents=True)
    mine = ["letter.txt", "20261123T999999.000Z-day.kb", "old.kb"]
    for name in mine:
        (folder.first / name).write_text("Dear all")
    for minutes in (0, 10, 20, 70):
        ws.settings.set("site.name", f"After {minutes}")
        write_backup(path, folder, "regular", NOON + timedelta(minutes=minutes))
    kept = list_backups(folder)
    assert [each.taken_at - NOON for each in kept] == [timedelta(minutes=70), timedelta(minutes=20)]
    names = [name for each in kept for name in (each.path.name, each.path.name + ".json")]
    assert files(folder) == sorted([*names, *mine])


def test_what_was_changed_on_the_disk_is_found(ws: Workspace, path: Path, folder: Folder) -> None:
    article(ws, "Where?", "In the post.")
    backup = write_backup(path, folder, "day", NOON)
    assert check_backup(backup) == backup
    spoil(backup)
    checked = check_backup(backup)
    assert "bytes" in checked.problem
    assert list_backups(folder) == (checked,)
    assert list_backups(folder)[0].problem == checked.problem
    # It is no longer taken for a backup of this state.
    fresh = write_backup(path, folder, "day", NOON + timedelta(hours=1))
    assert fresh.path != backup.path


def test_a_backup_that_was_cut_off_says_so(ws: Workspace, path: Path, folder: Folder) -> None:
    article(ws, "Where?", "In the post. " * 5000)
    backup = write_backup(path, folder, "day", NOON)
    data = backup.path.read_bytes()
    backup.path.write_bytes(data[: len(data) // 2])
    assert check_backup(list_backups(folder)[0]).problem
    backup.path.write_bytes(b"")
    [listed] = list_backups(folder)
    assert listed.holds is None
    assert "empty" in listed.problem


def test_a_damaged_library_makes_no_backup_and_costs_none(path: Path, folder: Folder) -> None:
    with opened(path) as ws:
        article(ws, "Where is my order?", "In the post. " * 2000)
    good = write_backup(path, folder, "day", NOON)
    data = bytearray(path.read_bytes())
    for start in range(4096 * 8, len(data), 4096):
        data[start : start + 100] = os.urandom(100)
    path.write_bytes(data)
    with pytest.raises(KbError) as caught:
        write_backup(path, folder, "regular", NOON + timedelta(days=400))
    assert caught.value.code in ("bad_backup", "backup_failed")
    assert list_backups(folder) == (good,)
    assert files(folder) == [good.path.name, good.path.name + ".json"]


def test_a_disk_with_too_little_room_is_left_alone(
    ws: Workspace, path: Path, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    article(ws, "Where?", "In the post.")
    monkeypatch.setattr(backup_folder, "SPARE", shutil.disk_usage(path).free + 10**12)
    with pytest.raises(KbError) as caught:
        write_backup(path, folder, "day", NOON)
    assert caught.value.code == "backup_space"
    assert str(folder.first) in str(caught.value)
    assert files(folder) == []


def test_a_folder_that_cannot_be_made(ws: Workspace, path: Path, tmp_path: Path) -> None:
    article(ws, "Where?", "In the post.")
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(KbError) as caught:
        write_backup(path, Folder(tmp_path / "file" / "shop"), "day", NOON)
    assert caught.value.code == "backup_failed"
    assert os.strerror(errno.ENOTDIR) in str(caught.value)


def test_earlier_folders_are_listed_too(ws: Workspace, path: Path, tmp_path: Path) -> None:
    roots = (tmp_path / "usual", tmp_path / "disk")
    identity = ws.library.id
    article(ws, "Where?", "In the post.")
    old = write_backup(path, folder_of(roots[:1], identity), "day", NOON)
    article(ws, "When?", "Soon.")
    now = folder_of((roots[1], roots[0]), identity)
    new = write_backup(path, now, "day", NOON + timedelta(days=1))
    assert new.path.parent == roots[1] / identity
    assert list_backups(now) == (new, old)
    assert newest_of_each((*roots, tmp_path / "away")) == (new,)
    delete_backup(new)
    assert list_backups(now) == (old,)
    assert files(Folder(new.path.parent)) == []


@pytest.mark.parametrize("identity", ["", "../../etc", "a/b/c/d/e", "con", "x" * 300])
def test_no_id_leads_out_of_the_folder(identity: str, tmp_path: Path) -> None:
    first = folder_of((tmp_path,), identity).first
    assert first.parent == tmp_path
    assert first.name not in (identity, "..", ".")


def test_notes_of_another_size_are_not_believed(ws: Workspace, path: Path, folder: Folder) -> None:
    article(ws, "Where?", "In the post.")
    backup = write_backup(path, folder, "day", NOON)
    notes = folder.first / (backup.path.name + ".json")
    said = json.loads(notes.read_text())
    said["holds"]["articles"] = 99
    notes.write_text(json.dumps({**said, "size": 1}))
    assert list_backups(folder)[0].holds == look_into(path)


def test_a_backup_is_a_library_that_opens(ws: Workspace, path: Path, folder: Folder) -> None:
    article(ws, "Where?", "In the post.")
    backup = write_backup(path, folder, "day", NOON)
    with opened(backup.path, read_only=True) as copy:
        assert outline(copy) == ["Where?"]
    assert check_backup(backup) == backup
