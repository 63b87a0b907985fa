"""Settings survive bad files, and are written whole."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbeditor.app.paths import HOME_VARIABLE, own_paths
from kbeditor.app.preferences import Preferences
from kbeditor.app.recent import KEPT, forget, recent_libraries, remember


def test_values_come_back_and_defaults_are_not_written(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "preferences.json"
    preferences = Preferences(path)
    preferences.set("editor.size", 18)
    preferences.set("theme", "dark")
    preferences.set("theme", "system")
    assert json.loads(path.read_text(encoding="utf-8")) == {"editor.size": 18}
    again = Preferences(path)
    assert again.get("editor.size") == 18
    assert again.get("theme") == "system"
    assert [each.name for each in path.parent.iterdir()] == ["preferences.json"]


def test_a_damaged_file_is_set_aside_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"theme": "dark', encoding="utf-8")
    assert Preferences(path).get("theme") == "system"
    kept = tmp_path / "preferences.damaged.json"
    assert kept.read_text(encoding="utf-8") == '{"theme": "dark'


def test_a_file_of_another_shape_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text("[1, 2]", encoding="utf-8")
    assert Preferences(path).get("theme") == "system"
    assert not path.exists()


def test_a_place_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    preferences = Preferences(blocked / "preferences.json")
    preferences.set("theme", "dark")
    assert preferences.get("theme") == "dark"


def test_recent_libraries_newest_first_each_once(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "preferences.json")
    now = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    for number in range(KEPT + 3):
        path = tmp_path / f"{number}.kb"
        remember(preferences, path, f"Library {number}", now + timedelta(minutes=number))
    (tmp_path / "5.kb").write_bytes(b"there")
    remember(preferences, tmp_path / "5.kb", "Library five", now + timedelta(hours=1))
    recent = recent_libraries(preferences)
    assert len(recent) == KEPT
    assert (recent[0].name, recent[0].there) == ("Library five", True)
    assert not recent[1].there
    assert len({each.path for each in recent}) == KEPT
    forget(preferences, tmp_path / "5.kb")
    assert recent_libraries(preferences)[0].name == f"Library {KEPT + 2}"
    assert (tmp_path / "5.kb").exists()


def test_one_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    paths = own_paths()
    for path in (paths.preferences, paths.sessions, paths.log, paths.cache, paths.documents):
        assert path.is_relative_to(tmp_path)
