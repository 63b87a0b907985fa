"""Who has the same library open hears what the others are writing; files beside it carry that."""

import json
import os
import queue
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kbeditor.app.presence import ABANDONED, MOST, STALE, Presence, SideFolder
from kbeditor.domain.presence import Session
from kbeditor.domain.records import Kind, Ref, TextRef

FRENCH = TextRef(Ref(Kind.ARTICLE, "0190"), "fr")
ANN = Session("a" * 32, "Ann", "desk-1")
MARIE = Session("b" * 32, "Marie", "desk-2", FRENCH, True)


@pytest.fixture
def folder(tmp_path: Path) -> SideFolder:
    return SideFolder(tmp_path / "Shop.kb")


def test_each_hears_of_the_others(folder: SideFolder) -> None:
    folder.write(ANN)
    assert folder.others(ANN) == ()
    folder.write(MARIE)
    assert folder.others(ANN) == (MARIE,)
    assert folder.others(MARIE) == (ANN,)
    folder.write(replace(MARIE, writing=False))
    assert folder.others(ANN) == (replace(MARIE, writing=False),)


def test_the_last_one_out_takes_the_folder_along(folder: SideFolder, tmp_path: Path) -> None:
    folder.write(ANN)
    folder.write(MARIE)
    assert [each.name for each in tmp_path.iterdir()] == ["Shop.kb-presence"]
    folder.leave(ANN)
    assert folder.path.is_dir()
    folder.leave(MARIE)
    folder.leave(MARIE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("age", "heard", "left"), [(STALE - 5, 1, 1), (STALE + 5, 0, 1)])
def test_who_is_silent_is_gone(folder: SideFolder, age: float, heard: int, left: int) -> None:
    folder.write(MARIE)
    folder.write(ANN)
    file = folder.path / f"{MARIE.id}.json"
    now = (folder.path / f"{ANN.id}.json").stat().st_mtime
    os.utime(file, (now - age, now - age))
    assert len(folder.others(ANN)) == heard
    assert file.exists() == bool(left)


def test_what_was_abandoned_is_cleared_away(folder: SideFolder) -> None:
    folder.write(MARIE)
    folder.write(ANN)
    file = folder.path / f"{MARIE.id}.json"
    now = file.stat().st_mtime
    os.utime(file, (now - ABANDONED - 60, now - ABANDONED - 60))
    assert folder.others(ANN) == ()
    assert not file.exists()


@pytest.mark.parametrize(
    "said",
    [
        "",
        "[]",
        "{",
        "[" * 3000,
        '{"who": 1, "machine": "x", "text": null, "writing": true}',
        '{"who": "x", "machine": "x", "text": ["zebra", "1", "fr"], "writing": true}',
        '{"who": "x", "machine": "x", "text": 5, "writing": true}',
        '{"who": "' + "x" * 5000 + '", "machine": "x", "text": null, "writing": true}',
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_other_files_in_the_folder_are_nobody(folder: SideFolder, said: str) -> None:
    folder.write(ANN)
    (folder.path / f"{'c' * 32}.json").write_text(said, encoding="latin-1")
    (folder.path / "notes.txt").write_text("mine")
    (folder.path / f"{'d' * 32}.json").mkdir()
    assert folder.others(ANN) == ()


def test_names_are_shown_on_one_line_and_short(folder: SideFolder) -> None:
    folder.write(ANN)
    folder.write(replace(MARIE, who="Marie\n\u2028<b>" + "x" * 500))
    [other] = folder.others(ANN)
    assert len(other.who) == 80
    assert other.who.startswith("Marie <b>x")


def test_a_crowd_is_not_counted_to_the_end(folder: SideFolder) -> None:
    folder.write(replace(ANN, id="f" * 32))
    for number in range(MOST + 20):
        folder.write(replace(MARIE, id=f"{number:032x}"))
    assert len(folder.others(replace(ANN, id="f" * 32))) == MOST


def test_two_windows_on_threads_of_their_own(tmp_path: Path) -> None:
    told: queue.Queue[tuple[Session, ...]] = queue.Queue()
    ann = Presence(tmp_path / "Shop.kb", "Ann", told.put, beat=0.02)
    marie = Presence(tmp_path / "Shop.kb", "Marie", lambda _others: None, beat=0.02)
    marie.be(who="Marie", text=FRENCH, writing=True)
    heard: list[Session] = []
    while not (heard and heard[-1].text == FRENCH):
        heard = list(told.get(timeout=20))
    assert [(each.who, each.writing) for each in heard] == [("Marie", True)]
    marie.close(wait=True)
    assert told.get(timeout=20) == ()
    ann.close(wait=True)
    assert list(tmp_path.iterdir()) == []


def test_where_the_folder_cannot_be_made_there_is_no_presence(tmp_path: Path) -> None:
    (tmp_path / "Shop.kb-presence").write_text("in the way")
    presence = Presence(tmp_path / "Shop.kb", "Ann", lambda _others: None, beat=0.02)
    presence.be(who="Ann", text=FRENCH, writing=True)
    presence.close(wait=True)
    assert not presence._thread.is_alive()
    assert (tmp_path / "Shop.kb-presence").read_text() == "in the way"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps such a file")
def test_a_drive_that_goes_and_comes_back(tmp_path: Path) -> None:
    told: queue.Queue[tuple[Session, ...]] = queue.Queue()
    library = tmp_path / "drive" / "Shop.kb"
    library.parent.mkdir()
    other = SideFolder(library)
    other.write(MARIE)
    ann = Presence(library, "Ann", told.put, beat=0.02)
    assert told.get(timeout=20) == (MARIE,)
    library.parent.rename(tmp_path / "elsewhere")
    assert told.get(timeout=20) == ()
    (tmp_path / "elsewhere").rename(library.parent)
    assert told.get(timeout=20) == (MARIE,)
    ann.close(wait=True)


def test_what_is_written_is_plain_json(folder: SideFolder) -> None:
    folder.write(MARIE)
    data = json.loads((folder.path / f"{MARIE.id}.json").read_text("utf-8"))
    assert data == {
        "who": "Marie",
        "machine": "desk-2",
        "text": ["article", "0190", "fr"],
        "writing": True,
    }
