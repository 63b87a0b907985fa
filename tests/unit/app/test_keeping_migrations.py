"""Before a library's format is changed it is backed up; a migration that fails harms nothing."""

import shutil
from pathlib import Path

import pytest

from kbeditor.app.keeping import FOLDER, Keeper
from kbeditor.app.opening import open_workspace
from kbeditor.app.preferences import Preferences
from kbeditor.domain.errors import KbError
from kbeditor.storage import backup_folder, migrating
from kbeditor.storage.opening import FORMAT, recognise
from tests.helpers.keeping import reasons
from tests.helpers.library import check_rules, dump

OLD = Path(__file__).parents[2] / "old_libraries"


@pytest.mark.parametrize("number", range(1, FORMAT))
def test_an_old_library_is_kept_as_it_was_before_its_format_is_changed(
    number: int, keeper: Keeper, tmp_path: Path
) -> None:
    path = Path(shutil.copy(OLD / f"format-{number}.kb", tmp_path / "old.kb"))
    before = dump(path, frozenset())
    open_workspace(path, keeper=keeper).close()
    assert recognise(path) == FORMAT
    [backup] = keeper.list(path)
    assert (backup.reason, recognise(backup.path)) == ("migration", number)
    assert dump(backup.path, frozenset()) == before
    keeper.restore(path, backup.path)
    assert dump(path, frozenset()) == before
    assert reasons(keeper, path) == ["restore", "migration"]
    open_workspace(path, keeper=keeper).close()
    check_rules(path)


def test_where_backups_cannot_be_written_one_is_put_beside_the_library(
    keeper: Keeper, preferences: Preferences, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    preferences.set(FOLDER, str(tmp_path / "file"))
    path = Path(shutil.copy(OLD / "format-1.kb", tmp_path / "old.kb"))
    open_workspace(path, keeper=keeper).close()
    [backup] = (tmp_path / "backups").glob("*.kb")
    assert recognise(backup) == 1


def test_without_any_room_for_a_backup_an_old_library_is_left_alone(
    keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_folder, "SPARE", 10**18)
    path = Path(shutil.copy(OLD / "format-1.kb", tmp_path / "old.kb"))
    data = path.read_bytes()
    with pytest.raises(KbError) as caught:
        open_workspace(path, keeper=keeper)
    assert caught.value.code == "backup_space"
    assert path.read_bytes() == data


@pytest.mark.parametrize("harm", [True, False])
def test_a_migration_that_fails_leaves_the_library_as_it_was(
    harm: bool, keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(OLD / "format-2.kb", tmp_path / "old.kb"))
    before = dump(path, frozenset())

    def fail(_engine: object) -> None:
        if harm:
            path.write_bytes(b"\0" * 8192)
        raise ZeroDivisionError

    monkeypatch.setattr(migrating, "migrate", fail)
    with pytest.raises(ZeroDivisionError):
        open_workspace(path, keeper=keeper)
    assert dump(path, frozenset()) == before
    asides = list(tmp_path.glob("old before restore *.kb"))
    assert len(asides) == (1 if harm else 0)
