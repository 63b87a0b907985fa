"""Opening a file: only a library of ours is touched, and then with the settings that keep it."""

import os
import shutil
import sqlite3
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import ProgrammingError

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError
from kbeditor.storage.opening import APPLICATION_ID, FORMAT, recognise
from kbeditor.storage.store import Store
from tests.helpers.library import article, category, connected, opened, ordinary_user, outline


def refused(path: Path) -> KbError:
    """The error of opening it; the file and its folder must be as before, byte for byte."""
    before = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    with pytest.raises(KbError) as caught:
        open_workspace(path)
    after = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    assert after == before
    return caught.value


def test_no_file(tmp_path: Path) -> None:
    error = refused(tmp_path / "none.kb")
    assert error.code == "no_file"
    assert str(tmp_path / "none.kb") in str(error)


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "folder.kb").mkdir()
    assert refused(tmp_path / "folder.kb").code == "no_file"


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty.kb").touch()
    assert refused(tmp_path / "empty.kb").code == "empty_file"


@pytest.mark.parametrize("content", [b"x", b"Dear all,\n" * 400, b"\0" * 8192, b"SQLite format 3"])
def test_not_sqlite(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "letter.kb").write_bytes(content)
    assert refused(tmp_path / "letter.kb").code == "not_sqlite"


def test_another_programs_database(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "music.kb")
    other.execute("CREATE TABLE song (title)")
    other.close()
    assert refused(tmp_path / "music.kb").code == "not_ours"


def test_a_newer_format(path: Path) -> None:
    with connected(path) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute(f"PRAGMA user_version={FORMAT + 1}")
    error = refused(path)
    assert error.code == "newer_format"
    assert f"format {FORMAT + 1}" in str(error)
    assert "Update the program" in str(error)


def test_a_damaged_file(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(KbError) as caught, opened(path) as ws:
        ws.tree.skeleton("en")
    assert caught.value.code == "damaged"


def test_the_file_says_what_it_is(path: Path) -> None:
    assert recognise(path) == FORMAT
    with connected(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)


def test_settings_of_every_connection(path: Path) -> None:
    store = Store.open(path)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "busy_timeout": 5000,
    }
    if sys.platform == "darwin":
        wanted["fullfsync"] = 1
    with store.reading_rows() as connection:
        assert wanted == {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted
        }
    with store.writing() as unit:
        connection = unit.session.connection()
        assert wanted == {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted
        }
    store.close()


def test_a_closed_library_is_one_file(path: Path) -> None:
    with opened(path) as ws:
        category(ws, "Orders")
        assert path.with_name("shop.kb-wal").exists()
    assert [each.name for each in path.parent.iterdir()] == ["shop.kb"]


def test_only_the_thread_that_opened_it_may_use_it(path: Path) -> None:
    caught: list[BaseException] = []

    def elsewhere(there: Workspace) -> None:
        try:
            there.tree.skeleton("en")
        except ProgrammingError as error:
            caught.append(error)

    with opened(path) as ws:
        with ws._store.reading_rows() as connection:
            driver = connection.connection.driver_connection
        thread = threading.Thread(target=elsewhere, args=(ws,))
        thread.start()
        thread.join()
        assert "thread" in str(caught[0])
        assert outline(ws) == []
    assert driver is not None
    driver.close()  # where the rule is broken, SQLAlchemy drops the connection as it is


def test_names_with_signs_of_addresses(template: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(template, tmp_path / "50% off? #1 & ü.kb"))
    with opened(path) as ws:
        category(ws, "Orders")
        ws.backups.write(tmp_path / "copy?.kb")
    with opened(tmp_path / "copy?.kb") as copy:
        assert outline(copy) == [("Orders", [])]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["50% off? #1 & ü.kb", "copy?.kb"]


def test_opened_to_be_read(path: Path) -> None:
    with opened(path) as ws:
        article(ws, "Where is my order?", "In the post.")
    before = path.read_bytes()
    with opened(path, read_only=True) as ws:
        assert ws.read_only
        assert outline(ws) == ["Where is my order?"]
        with pytest.raises(KbError) as caught:
            category(ws, "Orders")
        assert caught.value.code == "read_only"
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="folders are made read-only in another way")
def test_in_a_folder_that_may_only_be_read(path: Path) -> None:
    with opened(path) as ws:
        article(ws, "Where is my order?", "In the post.")
    data = path.read_bytes()
    with ordinary_user() as folder:
        library = folder / "shop.kb"
        library.write_bytes(data)
        folder.chmod(0o555)
        with opened(library) as ws:
            assert ws.read_only
            assert outline(ws) == ["Where is my order?"]
            assert len(ws.search.find("post")) == 1
            with pytest.raises(KbError) as caught:
                category(ws, "Orders")
            assert caught.value.code == "read_only"
        assert library.read_bytes() == data
        assert [each.name for each in folder.iterdir()] == ["shop.kb"]


@pytest.mark.skipif(os.name != "posix", reason="folders are made read-only in another way")
def test_a_new_library_where_nothing_may_be_written() -> None:
    with ordinary_user() as folder:
        folder.chmod(0o555)
        with pytest.raises(KbError) as caught:
            create_library(folder / "new.kb", "New", "en")
        assert caught.value.code in ("cannot_open", "read_only")
        assert list(folder.iterdir()) == []


def test_a_full_disk(path: Path) -> None:
    with opened(path) as ws:
        ref = article(ws, "Where is my order?", "In the post.")
        with ws._store.reading_rows() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1")  # no more than there are now
        text = ws.texts.heads(ref)[0]
        with pytest.raises(KbError) as caught:
            ws.texts.save(text.ref, text.version, body="word " * 100_000)
        assert caught.value.code == "disk_full"
        found = ws.texts.get(text.ref)
        assert found is not None
        assert (found.body, found.version) == ("In the post.", text.version)
