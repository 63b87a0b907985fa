"""Backups as they are kept: when one is due, where they go, what a failure leaves, the way back."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kbeditor.app.damage import DamageMarks
from kbeditor.app.keeping import FOLDER, Keeper
from kbeditor.app.opening import create_library
from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences
from kbeditor.app.presence import SideFolder
from kbeditor.app.workspace import Workspace
from kbeditor.domain.backups import Failure
from kbeditor.domain.errors import KbError
from kbeditor.domain.presence import Session
from kbeditor.domain.records import TextRef
from tests.helpers.keeping import Clock, reasons
from tests.helpers.library import article, connected, opened, outline, write

OLD = Path(__file__).parents[2] / "old_libraries"


# ------------------------------------------------------------------------------- when, and where


def test_the_first_of_a_day_is_due_once(kept: Workspace, keeper: Keeper, clock: Clock) -> None:
    assert keeper.is_due(kept.path)
    assert keeper.keep(kept.path, "day") is not None
    assert not keeper.is_due(kept.path)
    clock.now += timedelta(days=1)
    assert keeper.is_due(kept.path)
    keeper.keep(kept.path, "day")  # nothing was changed: the old one is still of this state
    assert not keeper.is_due(kept.path)
    assert reasons(keeper, kept.path) == ["day"]


def test_what_was_written_since_shows(kept: Workspace, keeper: Keeper) -> None:
    assert not keeper.looks_unchanged(kept.path)
    keeper.keep(kept.path, "day")
    assert keeper.looks_unchanged(kept.path)
    before = kept.backups.state()
    assert kept.backups.state() == before
    kept.settings.set("site.name", "Other")
    ours = kept.backups.state()
    assert ours != before
    with opened(kept.path) as other:
        article(other, "When?")
    assert kept.backups.state() != ours
    assert not keeper.looks_unchanged(kept.path)


def test_another_folder_takes_the_next_and_the_old_ones_stay_known(
    kept: Workspace, keeper: Keeper, preferences: Preferences, tmp_path: Path
) -> None:
    first = keeper.make(kept.path, "asked")
    assert first.path.is_relative_to(keeper.usual_root)
    preferences.set(FOLDER, str(tmp_path / "disk"))
    article(kept, "When?")
    second = keeper.make(kept.path, "asked")
    assert second.path.is_relative_to(tmp_path / "disk")
    assert keeper.list(kept.path) == (second, first)
    assert keeper.folder(kept.path) == second.path.parent
    shutil.rmtree(tmp_path / "disk")  # the drive is away
    assert keeper.list(kept.path) == (first,)


def test_a_library_that_holds_nothing_yet_needs_none(ws: Workspace, keeper: Keeper) -> None:
    assert keeper.keep(ws.path, "day") is None
    assert keeper.failure(ws.path) is None
    assert keeper.list(ws.path) == ()


def test_libraries_that_have_backups_are_known_when_they_are_gone(
    kept: Workspace, keeper: Keeper, tmp_path: Path
) -> None:
    backup = keeper.make(kept.path, "asked")
    other = create_library(tmp_path / "other.kb", "Other", "en")
    article(other, "Soap")
    newer = keeper.make(other.path, "day")
    other.close()
    (tmp_path / "other.kb").unlink()
    assert keeper.libraries() == (newer, backup)
    assert keeper.list(tmp_path / "other.kb") == (newer,)


@pytest.mark.parametrize("number", [0, 1])
def test_a_library_is_one_file_again_when_all_are_done(
    kept: Workspace, keeper: Keeper, number: int
) -> None:
    """Whoever closes it last takes the log along."""
    if number:
        kept.close()
    keeper.keep(kept.path, "closing")
    keeper.list(kept.path)
    kept.close()
    beside = [each.name for each in kept.path.parent.iterdir() if each.is_file()]
    assert beside == [kept.path.name]


# ------------------------------------------------------------------------- before much is changed


def test_before_an_import_the_state_is_kept(
    kept: Workspace, keeper: Keeper, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "new.md").write_text("# New\n\nwords")
    kept.importing.apply(kept.importing.plan(tmp_path / "docs"))
    [backup] = keeper.list(kept.path)
    assert backup.reason == "import"
    with opened(backup.path, read_only=True) as copy:
        assert outline(copy) == ["Where?"]


def test_before_a_file_from_translators_comes_in(
    kept: Workspace, keeper: Keeper, tmp_path: Path
) -> None:
    glossary = tmp_path / "terms.csv"
    kept.glossary.add("parcel", "fr", "colis", [])
    kept.handing.export("glossary-csv", "fr", glossary)
    assert keeper.list(kept.path) == ()  # nothing comes in by handing out
    kept.handing.apply(kept.handing.plan(glossary, "fr"))
    assert reasons(keeper, kept.path) == ["import"]


def test_before_asks_for_one_only_when_there_is_none_of_this_state(
    kept: Workspace, keeper: Keeper
) -> None:
    first = kept.backups.before("replace")
    again = kept.backups.before("repair")
    assert first is not None
    assert again is not None
    assert again.path == first.path
    article(kept, "When?")
    kept.backups.before("repair")
    assert reasons(keeper, kept.path) == ["repair", "replace"]


def test_without_a_keeper_nothing_is_kept(ws: Workspace, paths: Paths) -> None:
    article(ws, "Where?")
    assert ws.backups.before("import") is None
    assert not paths.data.exists()


# ------------------------------------------------------------------------------------- failures


def test_a_failure_is_told_and_kept_until_the_next_success(
    kept: Workspace, keeper: Keeper, preferences: Preferences, paths: Paths, tmp_path: Path
) -> None:
    heard: list[tuple[Path, Failure]] = []
    keeper.heard = lambda library, failure: heard.append((library, failure))
    (tmp_path / "file").write_text("")
    preferences.set(FOLDER, str(tmp_path / "file"))
    assert keeper.keep(kept.path, "regular") is None
    failure = keeper.failure(kept.path)
    assert heard == [(kept.path, failure)]
    assert failure is not None
    assert (failure.reason, failure.code) == ("regular", "backup_failed")
    assert failure.folder == str(keeper.folder(kept.path))
    assert "Not a directory" in str(failure.error)
    assert Keeper(paths, preferences).failure(kept.path) == failure  # also after a new start
    preferences.set(FOLDER, "")
    assert keeper.keep(kept.path, "regular") is not None
    assert keeper.failure(kept.path) is None


def test_a_failing_backup_stops_no_import(
    kept: Workspace, preferences: Preferences, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    preferences.set(FOLDER, str(tmp_path / "file"))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "new.md").write_text("# New\n\nwords")
    kept.importing.apply(kept.importing.plan(tmp_path / "docs"))
    assert len(outline(kept)) == 2


def test_no_backup_is_made_of_a_damaged_library(
    kept: Workspace, keeper: Keeper, paths: Paths
) -> None:
    good = keeper.make(kept.path, "day")
    article(kept, "When?")
    DamageMarks(paths).add(kept.path, "row 3 missing")
    fresh = Keeper(paths, Preferences(paths.preferences))
    assert fresh.keep(kept.path, "regular") is None
    with pytest.raises(KbError) as caught:
        fresh.make(kept.path, "asked")
    assert caught.value.code == "damaged_source"
    assert fresh.list(kept.path) == (good,)


# ------------------------------------------------------------------------------------- the way back


def test_restoring_keeps_the_present_state_as_one_more_backup(
    kept: Workspace, keeper: Keeper
) -> None:
    wanted = keeper.make(kept.path, "day")
    ref = article(kept, "When?", "Soon.")
    write(kept, ref, "Never.")
    kept.close()
    restored = keeper.restore(kept.path, wanted.path)
    with opened(kept.path) as ws:
        assert outline(ws) == ["Where?"]
    assert reasons(keeper, kept.path) == ["restore", "day"]
    assert restored.before is not None
    assert restored.aside is not None
    for path in (restored.before, restored.aside):
        with opened(path, read_only=True) as ws:
            assert ws.texts.get(TextRef(ref, "en")).body == "Never."  # type: ignore[union-attr]
    keeper.restore(kept.path, restored.before)
    with opened(kept.path) as ws:
        assert sorted(outline(ws)) == ["When?", "Where?"]


def test_an_open_library_is_not_replaced(kept: Workspace, keeper: Keeper) -> None:
    wanted = keeper.make(kept.path, "day")
    article(kept, "When?")
    with pytest.raises(KbError) as caught:
        keeper.restore(kept.path, wanted.path, patience=0)
    assert caught.value.code == "in_use"
    assert len(outline(kept)) == 2


def test_where_locks_tell_nothing_those_who_said_so_are_believed(
    kept: Workspace, keeper: Keeper
) -> None:
    wanted = keeper.make(kept.path, "day")
    kept.close()
    with connected(kept.path) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    side, other = SideFolder(kept.path), Session("0" * 32, "Bea", "elsewhere")
    side.write(other)
    with pytest.raises(KbError) as caught:
        keeper.restore(kept.path, wanted.path)
    assert caught.value.code == "in_use"
    side.leave(other)
    assert not side.path.exists()
    assert keeper.restore(kept.path, wanted.path).aside is not None


def test_a_library_that_no_longer_opens_is_brought_back(kept: Workspace, keeper: Keeper) -> None:
    wanted = keeper.make(kept.path, "day")
    kept.close()
    kept.path.write_bytes(os.urandom(100_000))
    assert keeper.list(kept.path) == (wanted,)  # known by its place
    restored = keeper.restore(kept.path, wanted.path)
    assert restored.before is None
    assert restored.aside is not None
    assert restored.aside.stat().st_size == 100_000
    with opened(kept.path) as ws:
        assert outline(ws) == ["Where?"]


def test_another_library_takes_the_place_only_when_that_is_meant(
    kept: Workspace, keeper: Keeper, tmp_path: Path
) -> None:
    other = create_library(tmp_path / "other.kb", "Other", "en")
    article(other, "Soap")
    other.close()
    kept.close()
    with pytest.raises(KbError) as caught:
        keeper.restore(kept.path, tmp_path / "other.kb")
    assert caught.value.code == "other_library"
    assert "Other" in str(caught.value)
    keeper.restore(kept.path, tmp_path / "other.kb", another=True)
    with opened(kept.path) as ws:
        assert outline(ws) == ["Soap"]


@pytest.mark.parametrize("content", [b"", b"Dear all,\n" * 400])
def test_a_file_that_is_no_library_changes_nothing(
    kept: Workspace, keeper: Keeper, tmp_path: Path, content: bytes
) -> None:
    kept.close()
    (tmp_path / "letter.kb").write_bytes(content)
    with pytest.raises(KbError) as caught:
        keeper.restore(kept.path, tmp_path / "letter.kb")
    assert caught.value.code in ("empty_file", "not_sqlite")
    with pytest.raises(KbError) as caught:
        keeper.restore(kept.path, kept.path)
    assert caught.value.code == "same_file"
    with opened(kept.path) as ws:
        assert outline(ws) == ["Where?"]


def test_a_mark_of_damage_goes_with_the_damaged_file(
    kept: Workspace, keeper: Keeper, paths: Paths
) -> None:
    wanted = keeper.make(kept.path, "day")
    kept.close()
    DamageMarks(paths).add(kept.path, "row 3 missing")
    fresh = Keeper(paths, Preferences(paths.preferences))
    fresh.restore(kept.path, wanted.path)
    assert not fresh.known_damaged(kept.path)
