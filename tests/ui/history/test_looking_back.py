"""The whole library as it was at a release, and back."""

from pathlib import Path

import pytest

from kbeditor.domain.records import TextRef
from kbeditor.domain.releases import Profile, Release
from kbeditor.ui.desk import Desk
from kbeditor.ui.history.checkpoints import Checkpoints
from kbeditor.ui.libraries import open_library
from kbeditor.ui.looking_back import LookBackDialog, LookingBack, show_as_of
from tests.ui.dialogs.acting import shown
from tests.ui.history.test_history_window import body_of, write
from tests.ui.pane_desk import Shop, ask


@pytest.fixture
def looking(desk: Desk) -> LookingBack:
    made = LookingBack(desk, lambda bar: bar.setParent(desk.window))
    made.setParent(desk)
    return made


@pytest.fixture
def release(desk: Desk, shop: Shop, tmp_path: Path) -> Release:
    def make(ws):  # type: ignore[no-untyped-def]
        return ws.releasing.release(Profile("", "Public", str(tmp_path / "site"))).value.release

    made: Release = ask(desk, make)
    write(desk, shop.status, "Written since.")
    ask(desk, lambda ws: ws.texts.rename(TextRef(shop.visa, "en"), "Visa cards"))
    return made


def files(desk: Desk) -> list[Path]:
    return sorted((desk.paths.cache / "as-of").glob("*"))


def written_in(desk: Desk) -> bool:
    return not desk.read_only


def test_one_looks_at_the_library_of_then_and_comes_back_with_all_that_can_be_undone(
    desk: Desk, shop: Shop, release: Release, looking: LookingBack
) -> None:
    home = desk.bridge.path
    desk.selection.go(shop.status)
    show_as_of(desk, release)
    assert not written_in(desk)
    assert desk.bridge.path in files(desk)
    assert looking.bar.isVisibleTo(desk.window)
    assert looking.words.text().startswith("As published on ")
    assert "(release 1). It can only be read." in looking.words.text()
    assert body_of(desk, shop.status) == "One two three four five."
    assert ask(desk, lambda ws: ws.history.next_undo) is None
    looking.back.click()
    assert desk.bridge.path == home
    assert written_in(desk)
    assert not looking.bar.isVisibleTo(desk.window)
    assert body_of(desk, shop.status) == "Written since."
    assert files(desk) == []
    desk.actions.trigger("edit.undo")
    title = ask(desk, lambda ws: ws.texts.get(TextRef(shop.visa, "en")))
    assert title is not None
    assert title.title == "Visa"


def test_choosing_the_library_among_the_recent_ones_leads_back_too(
    desk: Desk, shop: Shop, release: Release, looking: LookingBack
) -> None:
    home = desk.bridge.path
    assert home is not None
    show_as_of(desk, release)
    open_library(desk, home)
    assert desk.bridge.path == home
    assert ask(desk, lambda ws: ws.history.next_undo) is not None
    assert files(desk) == []


def test_another_library_ends_the_visit(
    desk: Desk, shop: Shop, release: Release, looking: LookingBack, tmp_path: Path
) -> None:
    home = desk.bridge.path
    assert home is not None
    other = tmp_path / "other.kb"
    ask(desk, lambda ws: ws.backups.write(other))
    show_as_of(desk, release)
    open_library(desk, other)
    assert desk.bridge.path == other
    assert desk.bridge.visits.now is None
    assert not looking.bar.isVisibleTo(desk.window)
    assert files(desk) == []
    assert not home.with_name(home.name + "-wal").exists(), "it was closed"


def test_the_end_of_the_program_leaves_no_file(
    desk: Desk, shop: Shop, release: Release, looking: LookingBack
) -> None:
    show_as_of(desk, release)
    assert len(files(desk)) >= 1
    desk.bridge.close()
    looking.clear()
    assert files(desk) == []


def test_what_fails_is_said_and_leaves_everything_as_it_was(
    desk: Desk, shop: Shop, release: Release, looking: LookingBack
) -> None:
    def spoil(ws):  # type: ignore[no-untyped-def]
        with ws._store.writing() as unit:
            unit.session.connection().exec_driver_sql("UPDATE release SET snapshot = x'00'")

    ask(desk, spoil)
    show_as_of(desk, release)
    dialog = shown(desk, LookBackDialog)
    assert "What was kept of this release is damaged" in dialog._error.text()
    dialog.reject()
    assert written_in(desk)
    assert files(desk) == []


def test_nothing_is_kept_of_what_is_only_looked_at(
    desk: Desk, shop: Shop, release: Release, looking: LookingBack
) -> None:
    checkpoints = Checkpoints(desk)
    show_as_of(desk, release)
    desk.selection.go(shop.status)
    desk.selection.go(shop.cancel)
    looking.go_home()
    found = ask(desk, lambda ws: ws.texts.revisions(TextRef(shop.status, "en")))
    assert [each.kind for each in found] == ["published"]
    checkpoints.deleteLater()
