"""What the window says of who else is here, and of what the library stands on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import open_workspace
from kbeditor.app.presence import SideFolder
from kbeditor.domain.footing import Footing
from kbeditor.domain.presence import Session
from kbeditor.domain.records import TextRef
from kbeditor.storage import journal, store
from kbeditor.ui.desk import Desk
from kbeditor.ui.errors import Notice
from kbeditor.ui.footing import FootingNotice, drive_words
from kbeditor.ui.presence import Presences
from tests.ui.pane_desk import Shop, open_shop, pane_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [], ()) as desk:
        desk.set_preference("who", "Ann")
        yield desk


@pytest.fixture
def notices(desk: Desk) -> list[Notice]:
    told: list[Notice] = []
    desk.errors.noticed.connect(told.append)
    return told


@pytest.fixture
def presence(desk: Desk) -> Iterator[Presences]:
    presence = Presences(desk.bridge, desk.preferences, desk)
    yield presence
    presence.close()


def visit(desk: Desk, shop: Shop, folder: SideFolder, who: str, **more: object) -> Session:
    """Somebody else who writes the French status article."""
    text = TextRef(shop.status, "fr")
    session = replace(Session("b" * 32, who, "desk-2", text, True), **more)  # type: ignore[arg-type]
    folder.write(session)
    return session


def test_who_else_writes_is_told_in_words(
    desk: Desk, presence: Presences, tmp_path: Path, qtbot: QtBot
) -> None:
    shop = open_shop(desk, tmp_path)
    assert desk.bridge.path is not None
    folder = SideFolder(desk.bridge.path)
    text = TextRef(shop.status, "fr")
    visit(desk, shop, folder, "Marie")
    presence.be_at(text)  # which wakes it
    qtbot.waitUntil(lambda: len(presence.others) == 1, timeout=20_000)
    say = presence.sentence
    assert say(presence.at(text), desk.locales) == "Marie is editing this text in Français."
    assert presence.words_by_owner(desk.locales) == {
        shop.status: "Marie is editing this text in Français."
    }
    assert presence.at(TextRef(shop.status, "en")) == ()
    reading = replace(presence.others[0], writing=False)
    assert say([reading], desk.locales) == "Marie has this text in Français open."
    me = replace(reading, who="Ann")
    assert say([me], desk.locales) == "You have this text in Français open on desk-2, too."
    nobody = replace(reading, who="", writing=True)
    assert say([nobody], desk.locales) == "desk-2 is editing this text in Français."
    desk.bridge.close()
    assert presence.others == ()


def test_what_is_typed_here_is_told_to_the_others(
    desk: Desk, presence: Presences, tmp_path: Path, qtbot: QtBot
) -> None:
    shop = open_shop(desk, tmp_path)
    assert desk.bridge.path is not None
    folder, marie = SideFolder(desk.bridge.path), Session("b" * 32, "Marie", "desk-2")
    text = TextRef(shop.status, "fr")
    presence.be_at(text)
    presence.write()

    def heard() -> bool:
        folder.write(marie)
        others = folder.others(marie)
        return [(each.who, each.text, each.writing) for each in others] == [("Ann", text, True)]

    qtbot.waitUntil(heard, timeout=20_000)


def test_a_network_drive_is_told_when_the_library_opens(
    desk: Desk, notices: list[Notice], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = FootingNotice(desk)
    open_shop(desk, tmp_path)
    assert notices == []
    for module in (journal, store):
        monkeypatch.setattr(module, "network_drive", lambda _path: "nfs4")
    desk.bridge.close()
    open_shop(desk, tmp_path)
    assert "network drive (nfs4)" in notices[-1].words
    standing = desk.bridge.standing
    assert standing is not None
    assert drive_words(standing.footing) == "network drive (nfs4), without a log"
    assert drive_words(Footing()) == "of this computer"
    told.deleteLater()


def test_a_library_that_can_only_be_read_says_so(
    desk: Desk, notices: list[Notice], tmp_path: Path
) -> None:
    told = FootingNotice(desk)
    open_shop(desk, tmp_path)
    path = desk.bridge.path
    assert path is not None
    desk.bridge.close()
    desk.bridge.open(lambda: open_workspace(path, "Ann", read_only=True))
    assert "can only be read" in notices[-1].words
    told.deleteLater()
