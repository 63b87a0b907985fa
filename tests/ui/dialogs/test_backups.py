"""The window with the backups, and what keeps them beside all other work."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QTreeWidgetItem, QWidget

from kbeditor.app.keeping import Keeper
from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.recent import recent_libraries
from kbeditor.domain.backups import REASONS
from kbeditor.domain.errors import KbError
from kbeditor.ui.backup_notices import offer_backups, tell_failure
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.backups import BackupsDialog
from kbeditor.ui.dialogs.settings import SettingsDialog
from kbeditor.ui.executors import InlineExecutor
from kbeditor.ui.keeping import Keeping
from kbeditor.ui.libraries import open_library
from kbeditor.ui.session import Session
from kbeditor.ui.texts import size_words
from kbeditor.ui.widgets.backup_list import HOLDS, SIZE, WHY
from kbeditor.ui.widgets.backup_list import REASONS as WORDS
from kbeditor.ui.widgets.banner import Banner
from tests.helpers.library import article
from tests.ui.dialogs.acting import opened_by, shown
from tests.ui.pane_desk import Shop, ask, fill_shop


@pytest.fixture
def desk(desk: Desk) -> Iterator[Desk]:
    """The desk, with somebody who keeps backups."""
    keeping = Keeping(desk.bridge, InlineExecutor(), desk.paths, desk.preferences)
    keeping.failed.connect(lambda _library, failure: tell_failure(desk, failure))
    keeping.not_opened.connect(lambda library, error: offer_backups(desk, library, error))
    desk.keeping = keeping
    yield desk
    desk.bridge.close()
    keeping.deleteLater()


@pytest.fixture
def dialog(desk: Desk, shop: Shop) -> BackupsDialog:
    """The window of a library with two backups: one before an article was made, one after."""
    keeper = kept(desk)
    keeper._clock = lambda: datetime.now(UTC) - timedelta(days=2)
    keeper.make(path_of(desk), "day")
    keeper._clock = lambda: datetime.now(UTC)
    desk.bridge.run(lambda ws: article(ws, "New", "Some words."))
    keeper.make(path_of(desk), "import")
    return opened_by(desk, "library.backups", BackupsDialog)


def kept(desk: Desk) -> Keeper:
    assert desk.keeping is not None
    return desk.keeping.keeper()


def path_of(desk: Desk) -> Path:
    assert desk.bridge.path is not None
    return desk.bridge.path


def articles(desk: Desk) -> int:
    return len(ask(desk, lambda ws: ws.tree.skeleton("en")).articles)


def reasons(desk: Desk) -> list[str]:
    return [each.reason for each in kept(desk).list(path_of(desk))]


def answer(parent: QWidget, words: str) -> None:
    """Press a button of the question that is asked."""
    [box] = [each for each in parent.findChildren(QMessageBox) if each.isVisible()]
    [button] = [each for each in box.buttons() if each.text().replace("&", "") == words]
    button.click()


def choose(parent: QWidget, file: Path) -> None:
    [box] = [each for each in parent.findChildren(QFileDialog) if each.isVisible()]
    box.fileSelected.emit(str(file))
    box.close()


def banner(desk: Desk) -> Banner:
    [found] = desk.window.findChildren(Banner)
    return found


# ------------------------------------------------------------------------- made by themselves


def test_the_first_opening_of_a_day_makes_one(desk: Desk, shop: Shop) -> None:
    assert desk.keeping is not None
    desk.keeping.look()
    assert reasons(desk) == ["day"]
    desk.keeping.look()
    desk.keeping.keep_if_changed()
    assert reasons(desk) == ["day"]


def test_every_half_hour_when_something_was_written(desk: Desk, shop: Shop) -> None:
    assert desk.keeping is not None
    desk.keeping.look()
    desk.bridge.run(lambda ws: ws.settings.set("site.name", "Lumenne"))
    assert desk.keeping._regular.isActive()
    desk.keeping._regular.timeout.emit()
    assert reasons(desk) == ["regular"]  # of one hour the newest is enough
    made = kept(desk).list(path_of(desk))
    desk.keeping._regular.timeout.emit()
    assert kept(desk).list(path_of(desk)) == made


def test_on_leaving_when_something_was_written(desk: Desk, shop: Shop) -> None:
    assert desk.keeping is not None
    path = path_of(desk)
    desk.keeping.look()
    before = kept(desk).list(path)
    desk.bridge.close()
    assert kept(desk).list(path) == before
    open_library(desk, path)
    desk.bridge.run(lambda ws: article(ws, "New", "Some words."))
    desk.bridge.close()
    newest = kept(desk).list(path)[0]
    assert newest.reason == "closing"
    assert newest.holds is not None
    assert newest.holds.articles == 4
    assert not desk.keeping._regular.isActive()


def test_a_failure_is_told_once_with_the_way_out(desk: Desk, shop: Shop, tmp_path: Path) -> None:
    assert desk.keeping is not None
    (tmp_path / "file").write_text("")
    desk.set_preference("backups.folder", str(tmp_path / "file"))
    desk.keeping.look()
    notice = banner(desk).notice
    assert notice is not None
    assert notice.level == "warning"
    assert str(tmp_path / "file") in notice.words
    assert [each.words for each in notice.ways_out] == ["Choose Another Folder…", "Backups…"]
    banner(desk).hide()
    desk.keeping.keep_if_changed()
    assert banner(desk).notice is None  # quietly
    notice.ways_out[1].run()
    dialog = shown(desk, BackupsDialog)
    assert "could not be made" in dialog._failure.text()
    assert dialog._failure.isVisible()
    desk.set_preference("backups.folder", "")
    dialog.now.click()
    assert not dialog._failure.isVisible()
    assert reasons(desk) == ["asked"]
    dialog.close()


# ----------------------------------------------------------------------------------- the window


def test_the_window_lists_what_each_holds(dialog: BackupsDialog, desk: Desk) -> None:
    assert [each.text(WHY) for each in rows(dialog)] == ["Before an import", "First of the day"]
    assert rows(dialog)[0].text(HOLDS).startswith("4 article")
    assert rows(dialog)[1].text(HOLDS).startswith("3 article")
    assert "2 language" in rows(dialog)[0].text(HOLDS)
    assert rows(dialog)[0].text(SIZE) == size_words(dialog.list.backups[0].size)
    assert str(kept(desk).usual_root) in dialog._place.text()
    dialog.close()


def rows(dialog: BackupsDialog) -> list[QTreeWidgetItem]:
    found = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    return [each for each in found if each is not None]


def test_without_a_backup_it_says_so(desk: Desk, shop: Shop) -> None:
    dialog = opened_by(desk, "library.backups", BackupsDialog)
    assert dialog._pages.currentWidget() is dialog._empty
    assert not dialog.restore.isEnabled()
    dialog.now.click()
    assert [each.text(WHY) for each in rows(dialog)] == ["By hand"]
    dialog.now.click()
    assert len(rows(dialog)) == 1
    dialog.close()


def test_restoring_goes_back_and_keeps_what_was_there(dialog: BackupsDialog, desk: Desk) -> None:
    path = path_of(desk)
    dialog.list.setCurrentItem(rows(dialog)[1])
    dialog.restore.click()
    answer(dialog, "Restore")
    assert not dialog.isVisible()
    assert desk.bridge.path == path
    assert articles(desk) == 3
    assert reasons(desk) == ["import", "day"]  # what was there was of the import's very state
    notice = banner(desk).notice
    assert notice is not None
    assert "one more backup" in notice.words
    [aside] = path.parent.glob("shop before restore *.kb")
    assert aside.stat().st_size > 0
    again = opened_by(desk, "library.backups", BackupsDialog)
    again.restore.click()
    answer(again, "Restore")
    assert articles(desk) == 4


def test_restoring_can_be_thought_better_of(dialog: BackupsDialog, desk: Desk) -> None:
    dialog.restore.click()
    answer(dialog, "Cancel")
    assert dialog.isVisible()
    assert articles(desk) == 4
    dialog.close()


def test_a_library_that_is_open_elsewhere_is_not_replaced(
    dialog: BackupsDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_workspace(path_of(desk))
    monkeypatch.setattr(Keeper.restore, "__kwdefaults__", {"another": False, "patience": 0})
    try:
        dialog.restore.click()
        answer(dialog, "Restore")
        assert "Close it there" in dialog._message.text()
        assert dialog.isVisible()
        assert articles(desk) == 4  # it is open again
    finally:
        other.close()
    dialog.close()


def test_looking_before_one_restores(dialog: BackupsDialog, desk: Desk) -> None:
    path = path_of(desk)
    Session(desk)
    bytes_before = kept(desk).list(path)[1].path.read_bytes()
    dialog.list.setCurrentItem(rows(dialog)[1])
    dialog.look.click()
    backup = kept(desk).list(path)[1].path
    assert desk.bridge.path == backup
    assert desk.bridge.standing is not None
    assert desk.bridge.standing.read_only
    assert articles(desk) == 3
    notice = banner(desk).notice
    assert notice is not None
    assert "only be read" in notice.words
    [back] = notice.ways_out
    back.run()
    assert desk.bridge.path == path
    assert backup.read_bytes() == bytes_before
    assert backup not in [each.path for each in recent_libraries(desk.preferences)]


def test_a_copy_is_saved(dialog: BackupsDialog, desk: Desk, tmp_path: Path) -> None:
    dialog.copy.click()
    choose(dialog, tmp_path / "copy.kb")
    assert str(tmp_path / "copy.kb") in dialog._message.text()
    assert kept(desk).described(tmp_path / "copy.kb").holds == dialog.list.backups[0].holds
    dialog.close()


def test_checking_again_finds_what_was_changed(dialog: BackupsDialog, desk: Desk) -> None:
    dialog.check.click()
    assert "sound" in dialog._message.text()
    file = dialog.list.backups[0].path
    file.write_bytes(file.read_bytes().replace(b"Shop", b"Stop"))
    dialog.check.click()
    assert "damaged" in dialog._message.text()
    assert rows(dialog)[0].text(HOLDS).startswith("Damaged")
    assert not dialog.restore.isEnabled()
    assert not dialog.look.isEnabled()
    assert dialog.delete.isEnabled()
    dialog.close()


def test_deleting_asks_first(dialog: BackupsDialog, desk: Desk) -> None:
    dialog.delete.click()
    answer(dialog, "Cancel")
    assert len(rows(dialog)) == 2
    dialog.delete.click()
    answer(dialog, "Delete")
    assert [each.text(WHY) for each in rows(dialog)] == ["First of the day"]
    assert reasons(desk) == ["day"]
    dialog.close()


def test_another_library_takes_the_place_after_a_question(
    dialog: BackupsDialog, desk: Desk, tmp_path: Path
) -> None:
    other = create_library(tmp_path / "other.kb", "Other", "en")
    article(other, "Soap")
    other.close()
    path = path_of(desk)
    dialog.from_file.click()
    choose(dialog, tmp_path / "other.kb")
    answer(dialog, "Restore")
    answer(dialog, "Replace the Library")
    assert desk.bridge.path == path
    assert desk.library is not None
    assert desk.library.name == "Other"


def test_a_file_that_is_no_library_is_refused(
    dialog: BackupsDialog, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "letter.kb").write_text("Dear all, " * 200)
    dialog.from_file.click()
    choose(dialog, tmp_path / "letter.kb")
    assert "not a kbeditor library" in dialog._message.text()
    dialog.close()


# -------------------------------------------------------------------- where nothing can be opened


@pytest.mark.parametrize("content", [b"", b"\0" * 20_000, None])
def test_a_library_that_cannot_be_opened_is_brought_back(
    desk: Desk, tmp_path: Path, content: bytes | None
) -> None:
    workspace = create_library(tmp_path / "lost.kb", "Lost", "en", ["fr"])
    fill_shop(workspace)
    kept(desk).make(workspace.path, "day")
    workspace.close()
    if content is None:
        (tmp_path / "lost.kb").unlink()
    else:
        (tmp_path / "lost.kb").write_bytes(content)
    open_library(desk, tmp_path / "lost.kb")
    notice = banner(desk).notice
    assert notice is not None
    assert notice.level == "error"
    assert "lost.kb" in notice.words
    [way_out] = [each for each in notice.ways_out if each.words == "Restore a Backup…"]
    way_out.run()
    dialog = shown(desk, BackupsDialog)
    assert len(rows(dialog)) == 1
    dialog.restore.click()
    answer(dialog, "Restore")
    assert desk.library is not None
    assert desk.library.name == "Lost"
    assert articles(desk) == 3


def test_without_backups_the_error_is_shown_as_ever(desk: Desk, tmp_path: Path) -> None:
    open_library(desk, tmp_path / "none.kb")
    notice = banner(desk).notice
    assert notice is not None
    assert notice.ways_out == ()


def test_without_an_open_library_one_chooses_whose_backups_are_shown(
    desk: Desk, tmp_path: Path
) -> None:
    for name in ("One", "Two"):
        workspace = create_library(tmp_path / f"{name}.kb", name, "en")
        article(workspace, name)
        kept(desk).make(workspace.path, "day")
        workspace.close()
    dialog = opened_by(desk, "library.backups", BackupsDialog)
    assert dialog.library.isVisible()
    assert sorted(dialog.library.itemText(n).split(" — ")[0] for n in range(2)) == ["One", "Two"]
    dialog.library.setCurrentIndex(dialog.library.findData(str(tmp_path / "One.kb")))
    dialog.library.activated.emit(dialog.library.currentIndex())
    assert len(rows(dialog)) == 1
    dialog.close()


def test_every_reason_has_words() -> None:
    assert set(WORDS) == set(REASONS)


def test_ages_are_those_of_now(desk: Desk, shop: Shop) -> None:
    keeper = kept(desk)
    keeper._clock = lambda: datetime.now(UTC) - timedelta(days=3)
    keeper.make(path_of(desk), "day")
    dialog = opened_by(desk, "library.backups", BackupsDialog)
    assert "3 day" in rows(dialog)[0].text(1)
    assert rows(dialog)[0].data(0, Qt.ItemDataRole.ToolTipRole).endswith("-day.kb")
    dialog.close()


def test_it_says_what_is_wrong_with_a_failure_of_another_kind(desk: Desk, shop: Shop) -> None:
    error = KbError("no_library", "No library is open.")
    offer_backups(desk, Path("none.kb"), error)
    notice = banner(desk).notice
    assert notice is not None
    assert notice.words == "No library is open."


def test_the_settings_say_where_backups_go(desk: Desk, tmp_path: Path) -> None:
    settings = opened_by(desk, "app.settings", SettingsDialog)
    buttons = {each.text(): each for each in settings.findChildren(QPushButton)}
    assert buttons["Usual Folder"].isHidden()
    buttons["Change Folder…"].click()
    choose(desk.window, tmp_path)
    assert desk.preferences.get("backups.folder") == str(tmp_path)
    buttons["Usual Folder"].click()
    assert desk.preferences.get("backups.folder") == ""
    settings.close()
