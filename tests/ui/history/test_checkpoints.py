"""When what was written is kept."""

from collections.abc import Iterator

import pytest

from kbeditor.app.opening import open_workspace
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.versions import CLOSED, LEFT, WHILE
from kbeditor.ui.desk import Desk
from kbeditor.ui.history.checkpoints import Checkpoints
from tests.ui.history.test_history_window import write
from tests.ui.pane_desk import Shop, ask


@pytest.fixture
def checkpoints(desk: Desk) -> Iterator[Checkpoints]:
    made = Checkpoints(desk)
    yield made
    made.deleteLater()


def reasons(desk: Desk, ref: Ref, tag: str = "en") -> list[str]:
    found = ask(desk, lambda ws: ws.texts.revisions(TextRef(ref, tag)))
    return [each.note for each in found if each.kind == "checkpoint"]


def test_what_was_written_is_kept_when_the_text_is_left(
    desk: Desk, checkpoints: Checkpoints, shop: Shop
) -> None:
    desk.selection.go(shop.status)
    desk.selection.go(shop.cancel)  # read, not written
    assert reasons(desk, shop.status) == []
    write(desk, shop.cancel, "Other words.")
    desk.selection.go(shop.status)
    assert reasons(desk, shop.cancel) == [LEFT]
    desk.selection.go(shop.cancel)
    desk.selection.go(None)
    assert reasons(desk, shop.cancel) == [LEFT]


def test_what_is_handed_in_at_the_last_moment_is_kept(
    desk: Desk, checkpoints: Checkpoints, shop: Shop
) -> None:
    desk.selection.go(shop.cancel)
    pending = ["Typed just now."]

    def hand_in() -> None:
        if pending:
            write(desk, shop.cancel, pending.pop())

    desk.flush_wanted.connect(hand_in)
    desk.selection.go(shop.status)
    assert reasons(desk, shop.cancel) == [LEFT]


def test_another_language_is_another_text(desk: Desk, checkpoints: Checkpoints, shop: Shop) -> None:
    desk.selection.go(shop.status, "fr")
    write(desk, shop.status, "Par ici.", "fr")
    desk.selection.set_locale("en")
    assert reasons(desk, shop.status, "fr") == [LEFT]
    assert reasons(desk, shop.status) == []


def test_writing_on_for_long_keeps_a_version_now_and_then(
    desk: Desk, checkpoints: Checkpoints, shop: Shop
) -> None:
    desk.selection.go(shop.cancel)
    assert not checkpoints._while.isActive()
    write(desk, shop.cancel, "First words.")
    assert checkpoints._while.isActive()
    checkpoints._while.timeout.emit()
    assert not checkpoints._while.isActive()
    write(desk, shop.cancel, "Second words.")
    checkpoints._while.timeout.emit()
    assert reasons(desk, shop.cancel) == [WHILE, WHILE]


def test_the_end_keeps_it_too(desk: Desk, checkpoints: Checkpoints, shop: Shop) -> None:
    path = desk.bridge.path
    assert path is not None
    desk.selection.go(shop.cancel)
    write(desk, shop.cancel, "Last words.")
    desk.bridge.close()
    desk.bridge.open(lambda: open_workspace(path, "Ann"))
    assert reasons(desk, shop.cancel) == [CLOSED]


def test_a_library_that_is_only_read_gets_none(
    desk: Desk, checkpoints: Checkpoints, shop: Shop
) -> None:
    path = desk.bridge.path
    assert path is not None
    write(desk, shop.cancel, "Unkept words.")
    desk.bridge.open(lambda: open_workspace(path, "Ann", read_only=True))
    desk.selection.go(shop.cancel)
    desk.selection.go(shop.status)
    assert reasons(desk, shop.cancel) == []
