"""The list of minor changes, and revoking them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbeditor.app.workspace import Workspace
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import Significance, State
from kbeditor.ui.actions.library import ACTIONS
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.minor_changes import MinorChangesDialog

from .pane_desk import Shop, ask, change_source, open_shop, pane_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [], ACTIONS) as desk:
        yield desk


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    return open_shop(desk, tmp_path)


def dialog_of(desk: Desk) -> MinorChangesDialog:
    desk.actions.trigger("library.minor_changes")
    dialog = desk.window.findChild(MinorChangesDialog)
    assert dialog is not None
    return dialog


def call_minor(desk: Desk, shop: Shop) -> None:
    """A typo is mended in a block that a French text is based on."""
    french = TextRef(shop.cancel, "fr")
    desk.bridge.run(lambda ws: ws.blocks.begin(french))
    change_source(desk, shop.cancel, "One two three four five!")

    def publish(ws: Workspace) -> object:
        return ws.texts.set_state(
            [TextRef(shop.cancel, "en")],
            State.PUBLISHED,
            significance=Significance.MINOR,
            note="A mark only",
        )

    desk.bridge.run(publish)


def outdated(desk: Desk, shop: Shop) -> bool:
    text = ask(desk, lambda ws: ws.texts.get(TextRef(shop.cancel, "fr")))
    assert text is not None
    return text.outdated


def test_nothing_was_called_minor(desk: Desk, shop: Shop) -> None:
    dialog = dialog_of(desk)
    assert dialog._empty.isVisible()
    assert not dialog.revoke.isEnabled()
    dialog.accept()


def test_a_minor_change_is_shown_and_revoked_and_that_undone(desk: Desk, shop: Shop) -> None:
    call_minor(desk, shop)
    assert not outdated(desk, shop)
    dialog = dialog_of(desk)
    [item] = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    assert item is not None
    assert [item.text(column) for column in range(3)] == ["Cancelling", "A mark only", "Ann"]
    assert dialog.changes.toPlainText() == "One two three four five.!"
    dialog.revoke.click()
    assert outdated(desk, shop)
    assert dialog._empty.isVisible()
    desk.bridge.run(lambda ws: ws.history.undo())
    assert not outdated(desk, shop)
    assert dialog.list.topLevelItemCount() == 1
    dialog.accept()
