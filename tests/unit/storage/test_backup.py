"""Backups: whole, checked, beside a busy writer, and never over something else."""

import os
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError
from kbeditor.storage.opening import recognise
from tests.helpers.library import (
    article,
    check_rules,
    connected,
    dump,
    opened,
    ordinary_user,
    outline,
    text_of,
)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_backup_is_the_whole_library_in_one_file(
    ws: Workspace, path: Path, tmp_path: Path
) -> None:
    article(ws, "Where is my order?", "In the post.")
    (tmp_path / "safe").mkdir()
    report = ws.backups.write(tmp_path / "safe" / "copy.kb")
    copy = tmp_path / "safe" / "copy.kb"
    assert names(tmp_path / "safe") == ["copy.kb"]
    assert report.counts == (("bytes", copy.stat().st_size),)
    assert dump(copy, frozenset()) == dump(path, frozenset())
    check_rules(copy)


def test_a_second_backup_replaces_the_first(ws: Workspace, tmp_path: Path) -> None:
    ws.backups.write(tmp_path / "copy.kb")
    article(ws, "Where is my order?")
    ws.backups.write(tmp_path / "copy.kb")
    with opened(tmp_path / "copy.kb") as copy:
        assert outline(copy) == ["Where is my order?"]


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "empty_file"), (b"Dear all,\n" * 400, "not_sqlite")]
)
def test_nothing_else_is_overwritten(
    ws: Workspace, tmp_path: Path, content: bytes, code: str
) -> None:
    (tmp_path / "letter.txt").write_bytes(content)
    with pytest.raises(KbError) as caught:
        ws.backups.write(tmp_path / "letter.txt")
    assert caught.value.code == code
    assert (tmp_path / "letter.txt").read_bytes() == content


def test_not_over_the_library_itself(ws: Workspace, path: Path) -> None:
    with pytest.raises(KbError) as caught:
        ws.backups.write(path.parent / "." / path.name)
    assert caught.value.code == "same_file"


def test_into_a_folder_that_is_not_there(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(KbError) as caught:
        ws.backups.write(tmp_path / "none" / "copy.kb")
    assert caught.value.code == "backup_failed"
    assert "copy.kb" in str(caught.value)


@pytest.mark.skipif(os.name != "posix", reason="folders are made read-only in another way")
def test_out_of_and_into_a_folder_that_may_only_be_read(path: Path) -> None:
    data = path.read_bytes()
    with ordinary_user() as folder:
        (folder / "archive").mkdir()
        (folder / "archive" / "shop.kb").write_bytes(data)
        (folder / "archive").chmod(0o555)
        with opened(folder / "archive" / "shop.kb") as ws:
            ws.backups.write(folder / "copy.kb")
            with pytest.raises(KbError) as caught:
                ws.backups.write(folder / "archive" / "copy.kb")
        assert caught.value.code == "backup_failed"
        assert recognise(folder / "copy.kb")
        assert names(folder) == ["archive", "copy.kb"]
        (folder / "archive").chmod(0o755)


def test_while_another_program_is_in_the_middle_of_writing(
    ws: Workspace, path: Path, tmp_path: Path
) -> None:
    ref = article(ws, "Where is my order?", "In the post.")
    with connected(path) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE text SET body = 'Half-way'")
        ws.backups.write(tmp_path / "copy.kb")
        other.execute("ROLLBACK")
    with opened(tmp_path / "copy.kb") as copy:
        assert text_of(copy, ref).body == "In the post."


def test_a_damaged_library_gives_no_backup(path: Path, tmp_path: Path) -> None:
    with opened(path) as ws:
        article(ws, "Where is my order?", "In the post. " * 2000)
    with connected(path) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name='text'").fetchone()
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with opened(path) as ws:
        data = bytearray(path.read_bytes())
        start = (page[0] - 1) * size
        data[start + 8 : start + size] = os.urandom(size - 8)
        path.write_bytes(data)
        with pytest.raises(KbError) as caught:
            ws.backups.write(tmp_path / "copy.kb")
    assert caught.value.code in ("bad_backup", "backup_failed")
    assert names(tmp_path) == ["shop.kb"]
