"""Restoring: the backup takes the library's place, what stood there is never lost."""

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbeditor.domain.errors import KbError
from kbeditor.storage.backup import back_up
from kbeditor.storage.restoring import aside_name, put_back
from tests.helpers.library import article, check_rules, connected, dump, opened, outline

ROOT = Path(__file__).parents[3]
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def backup(path: Path, tmp_path: Path) -> Path:
    """A library with one article, of which there is a backup; it has two now."""
    with opened(path) as ws:
        article(ws, "Where?", "In the post.")
    back_up(path, tmp_path / "backup.kb")
    with opened(path) as ws:
        article(ws, "When?", "Soon.")
    return tmp_path / "backup.kb"


def titles(path: Path) -> list[str]:
    with opened(path, read_only=True) as ws:
        return list(outline(ws))


def test_the_backup_takes_the_place_and_the_old_file_steps_aside(path: Path, backup: Path) -> None:
    path.chmod(0o640)
    before = dump(path, frozenset())
    aside = put_back(backup, path, NOON)
    assert aside is not None
    assert aside.parent == path.parent
    assert aside.name.startswith("shop before restore 2026-11-23")
    assert titles(path) == ["Where?"]
    assert dump(aside, frozenset()) == before
    assert stat.S_IMODE(path.stat().st_mode) == 0o640 or os.name != "posix"
    assert titles(backup) == ["Where?"]
    check_rules(path)
    assert not [each for each in path.parent.iterdir() if each.name.startswith(".shop")]


def test_where_there_is_no_library_any_more(path: Path, backup: Path) -> None:
    path.unlink()
    path.with_name("shop.kb-wal").write_bytes(b"of the file that is gone")
    assert put_back(backup, path, NOON) is None
    assert not path.with_name("shop.kb-wal").exists()
    [log] = path.parent.glob("shop before restore *-wal")
    assert log.read_bytes() == b"of the file that is gone"
    assert titles(path) == ["Where?"]


def test_twice_within_a_second_nothing_is_overwritten(path: Path, backup: Path) -> None:
    first = put_back(backup, path, NOON)
    second = put_back(backup, path, NOON)
    assert first is not None
    assert second is not None
    assert first != second
    assert titles(first) == ["Where?", "When?"] or titles(first) == ["When?", "Where?"]
    assert titles(second) == ["Where?"]


def test_without_second_names_it_steps_aside_by_renaming(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError(1, "no second names here")

    monkeypatch.setattr(os, "link", refuse)
    aside = put_back(backup, path, NOON)
    assert aside is not None
    assert titles(path) == ["Where?"]
    assert len(titles(aside)) == 2


@pytest.mark.parametrize("idle", [True, False])
def test_another_program_that_has_it_open_is_noticed(path: Path, backup: Path, idle: bool) -> None:
    """Also one that only looks, and does nothing at all just now."""
    script = (
        "import sys; from kbeditor.storage.store import Store; from pathlib import Path\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "print('open', flush=True); sys.stdin.read(); store.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with connected(path) as ours:
            if not idle:
                ours.execute("BEGIN IMMEDIATE")
            with pytest.raises(KbError) as caught:
                put_back(backup, path, NOON, patience=0)
        assert caught.value.code == "in_use"
        assert other.stdin is not None
        other.stdin.close()
    assert len(titles(path)) == 2
    assert put_back(backup, path, NOON) is not None
    assert titles(path) == ["Where?"]


def test_a_log_that_a_killed_program_left_is_not_lost(path: Path, backup: Path) -> None:
    """Nor does the new file ever meet it: its pages would be laid over those of the backup."""
    script = (
        "import os, sys; from pathlib import Path\n"
        "from kbeditor.app.opening import open_workspace\n"
        "ws = open_workspace(Path(sys.argv[1]))\n"
        "ws.articles.create(None, 'In the log only', 'en'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], cwd=ROOT, check=True)
    assert path.with_name("shop.kb-wal").stat().st_size > 0
    aside = put_back(backup, path, NOON)
    assert titles(path) == ["Where?"]
    assert aside is not None
    assert "In the log only" in titles(aside)
    check_rules(path)


@pytest.mark.parametrize("content", [b"\0", b"x"])
def test_a_library_that_is_no_database_any_more_steps_aside_with_its_log(
    path: Path, backup: Path, content: bytes
) -> None:
    path.write_bytes(content * 40_000)
    log = path.with_name("shop.kb-wal")
    log.write_bytes(b"what was written last")
    aside = put_back(backup, path, NOON)
    assert aside is not None
    assert aside.read_bytes() == content * 40_000
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"what was written last"
    assert titles(path) == ["Where?"]
    check_rules(path)
    assert not path.with_name("shop.kb-wal").exists()


def test_a_damaged_backup_changes_nothing(path: Path, backup: Path) -> None:
    data = bytearray(backup.read_bytes())
    for start in range(4096 * 8, len(data), 4096):
        data[start : start + 100] = os.urandom(100)
    backup.write_bytes(data)
    before = sorted(each.name for each in path.parent.iterdir())
    with pytest.raises(KbError) as caught:
        put_back(backup, path, NOON)
    assert caught.value.code in ("bad_backup", "restore_failed")
    assert sorted(each.name for each in path.parent.iterdir()) == before
    assert len(titles(path)) == 2


@pytest.mark.parametrize("failing", ["replace", "link"])
def test_a_disk_that_refuses_leaves_the_library_as_it_was(
    path: Path, backup: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as disk:
        disk.setattr(os, failing, refuse)
        if failing == "link":
            disk.setattr(os, "rename", refuse)
        with pytest.raises(KbError) as caught:
            put_back(backup, path, NOON)
    assert caught.value.code == "restore_failed"
    assert "Input/output error" in str(caught.value)
    assert sorted(each.name for each in path.parent.iterdir()) == ["backup.kb", "shop.kb"]
    assert len(titles(path)) == 2


def test_a_link_to_the_library_stays_a_link(path: Path, backup: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.kb"
    link.symlink_to(path)
    aside = put_back(backup, link, NOON)
    assert link.is_symlink()
    assert titles(link) == ["Where?"]
    assert aside is not None
    assert aside.parent == path.parent


def test_the_name_of_what_steps_aside_is_free(tmp_path: Path) -> None:
    first = aside_name(tmp_path / "shop.kb", NOON)
    first.with_name(first.name + "-wal").touch()
    assert aside_name(tmp_path / "shop.kb", NOON).name == f"{first.stem} 2.kb"
