"""What is written appears as a whole or not at all, and nothing strange is replaced."""

from pathlib import Path

import pytest

from kbeditor.domain.errors import KbError
from kbeditor.exchange.moving_in import new_file, new_folder


def ours(folder: Path) -> bool:
    return (folder / "ours").exists()


def fill(target: Path, word: str) -> None:
    with new_folder(target, ours) as folder:
        (folder / "ours").write_text(word)


def test_a_folder_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()
    fill(target, "one")
    (target / "stale").write_text("x")
    fill(target, "two")
    assert [each.name for each in target.iterdir()] == ["ours"]
    assert (target / "ours").read_text() == "two"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "out"
    fill(target, "one")
    file = tmp_path / "file"
    file.write_text("one")
    with pytest.raises(ZeroDivisionError), new_folder(target, ours) as folder:
        (folder / "ours").write_text(str(1 / 0))
    with pytest.raises(ZeroDivisionError), new_file(file) as temporary:
        temporary.write_text(str(1 / 0))
    assert (target / "ours").read_text() == file.read_text() == "one"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "out"]


def test_something_else_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_text("x")
    with pytest.raises(KbError, match="is something else"):
        fill(tmp_path, "one")
    with pytest.raises(KbError, match="is something else"):
        fill(tmp_path / "holiday.jpg", "one")


def test_a_place_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KbError, match="cannot be written"):
        fill(tmp_path / "no" / "out", "one")
    with pytest.raises(KbError, match="cannot be written"), new_folder(tmp_path, ours) as folder:
        (folder / ("x" * 300)).mkdir()
    with pytest.raises(KbError, match="cannot be written"), new_file(tmp_path / "no" / "a.zip"):
        pass
