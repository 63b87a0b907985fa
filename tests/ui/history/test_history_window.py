"""The history window: the list, comparing, restoring, naming."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kbeditor.app.workspace import Workspace
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import Significance, State
from kbeditor.domain.versions import LEFT, Part
from kbeditor.domain.word_diff import Piece
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.ask_words import AskWords
from kbeditor.ui.history.comparing import marks_of
from kbeditor.ui.history.version_list import WORKING
from kbeditor.ui.history.window import HistoryWindow
from tests.ui.dialogs.acting import opened_by, shown
from tests.ui.pane_desk import Shop, ask


def write(desk: Desk, ref: Ref, body: str, tag: str = "en", *, keep: bool = False) -> None:
    def work(ws: Workspace) -> object:
        text = ws.texts.get(TextRef(ref, tag))
        assert text is not None
        saved = ws.texts.save(text.ref, text.version, body=body)
        if keep:
            ws.texts.checkpoint([text.ref], LEFT)
        return saved

    desk.bridge.run(work)


def publish(desk: Desk, ref: Ref, note: str = "") -> None:
    how = Significance.IMPORTANT
    desk.bridge.run(
        lambda ws: ws.texts.set_state(
            [TextRef(ref, "en")], State.PUBLISHED, significance=how, note=note
        )
    )


@pytest.fixture
def status(desk: Desk, shop: Shop) -> Ref:
    """An article with two published versions, a checkpoint between and a draft above them."""
    write(desk, shop.status, "One two three four.\n\nMore.", keep=True)
    write(desk, shop.status, "One two three.\n\nMore.")
    publish(desk, shop.status, "Shorter")
    write(desk, shop.status, "One two three.\n\nMuch more.")
    desk.selection.go(shop.status)
    return shop.status


def opened(desk: Desk) -> HistoryWindow:
    return opened_by(desk, "text.history", HistoryWindow)


def rows(window: HistoryWindow) -> list[tuple[str, ...]]:
    """What stands in the list, without the moments."""
    return [tuple(item.text(at) for at in (0, 2, 3)) for item in window.list._items()]


def body_of(desk: Desk, ref: Ref, tag: str = "en") -> str:
    text = ask(desk, lambda ws: ws.texts.get(TextRef(ref, tag)))
    assert text is not None
    return text.body


def go_to(window: HistoryWindow, what: str) -> None:
    found = [item for item in window.list._items() if item.text(0).startswith(what)]
    window.list.setCurrentItem(found[0])


def test_the_versions_are_listed_with_who_and_how_many_words(desk: Desk, status: Ref) -> None:
    window = opened(desk)
    assert rows(window) == [
        ("Working text", "Ann", "+2 −1"),
        ("Version 2 · live", "Ann", "−1"),
        ("Checkpoint", "Ann", "+1 −1"),
        ("Version 1", "Ann", "+5"),
    ]
    assert window.windowTitle() == "History of “How do I see my order's status?”"
    assert window.list.current == window.list.ids[1]
    about = window.about.text()
    assert "Ann" in about
    assert "Important change: “Shorter”" in about
    assert "Readers see this version." in about
    go_to(window, "Checkpoint")
    assert "Kept when the text was left" in window.about.text()
    window.only_kept.setChecked(True)
    assert [row[0] for row in rows(window)] == ["Working text", "Version 2 · live", "Version 1"]
    assert rows(window)[2][2] == "+5"


def test_the_version_chosen_is_compared_with_the_working_text_or_any_other(
    desk: Desk, status: Ref
) -> None:
    window = opened(desk)
    assert window.headline.text() == "Version 2 → Working text"
    assert window.comparing.diff.toPlainText().endswith("MoreMuch more.")
    assert window.comparing.count.text() == "Change 1 of 1"
    go_to(window, "Version 1")
    assert window.headline.text() == "Version 1 → Working text"
    window.other.setCurrentIndex(window.other.findText("Version 2", Qt.MatchFlag.MatchStartsWith))
    assert window.headline.text() == "Version 1 → Version 2"
    go_to(window, "Checkpoint")
    assert window.headline.text() == "Checkpoint → Version 2"
    window.other.setCurrentIndex(1)  # the version before it
    assert window.headline.text() == "Version 1 → Checkpoint"
    go_to(window, "Version 1")  # nothing is before the first one
    assert window.headline.text() == "Version 1 → Working text"


def test_one_goes_from_change_to_change(desk: Desk, shop: Shop) -> None:
    paragraphs = [f"Paragraph {number} says this." for number in range(40)]
    write(desk, shop.visa, "\n\n".join(paragraphs), keep=True)
    paragraphs[5] += " And that."
    del paragraphs[30]
    write(desk, shop.visa, "\n\n".join(paragraphs))
    desk.selection.go(shop.visa)
    window = opened(desk)
    diff = window.comparing.diff
    assert "… 22 unchanged paragraph(s)" in diff.toPlainText()
    assert window.comparing.count.text() == "Change 1 of 2"
    window.comparing.after.click()
    assert window.comparing.count.text() == "Change 2 of 2"
    assert not window.comparing.after.isEnabled()
    window.comparing.before.click()
    assert window.comparing.count.text() == "Change 1 of 2"
    window.comparing.whole.setChecked(True)
    assert "unchanged" not in diff.toPlainText()
    assert "Paragraph 20 says this." in diff.toPlainText()


def test_a_version_is_restored_and_that_is_undone(desk: Desk, status: Ref) -> None:
    window = opened(desk)
    go_to(window, "Version 1")
    window.restore.click()
    assert body_of(desk, status) == "One two three four five."
    assert rows(window)[1][0] == "Checkpoint"  # what was there is kept
    assert "Version 1 · now" in [row[0] for row in rows(window)]
    assert not window.restore.isEnabled()
    desk.actions.trigger("edit.undo")
    assert body_of(desk, status) == "One two three.\n\nMuch more."
    assert "Checkpoint · now" in [row[0] for row in rows(window)]


def test_a_version_gets_a_name_another_one_and_none(desk: Desk, status: Ref) -> None:
    window = opened(desk)
    go_to(window, "Checkpoint")
    window.name.click()
    asked = shown(desk, AskWords)
    asked.line.setText("Before the move")
    asked.accept()
    assert rows(window)[2][0] == "“Before the move”"
    assert "Checkpoint" in window.about.text()
    window.only_kept.setChecked(True)
    assert rows(window)[2][0] == "“Before the move”"
    window.name.click()
    asked = shown(desk, AskWords)
    assert asked.line.text() == "Before the move"
    asked.line.setText("")
    asked.accept()
    assert "“Before the move”" not in [row[0] for row in rows(window)]
    desk.actions.trigger("edit.undo")
    assert rows(window)[2][0] == "“Before the move”"


def test_the_working_text_is_named(desk: Desk, status: Ref) -> None:
    window = opened(desk)
    window.list.choose(WORKING)
    assert "Last written" in window.about.text()
    window.name.click()
    asked = shown(desk, AskWords)
    asked.line.setText("Today")
    asked.accept()
    assert rows(window)[1][0] == "“Today” · now"
    assert window.list.current == window.list.ids[1]


def test_a_version_is_copied(desk: Desk, status: Ref) -> None:
    window = opened(desk)
    go_to(window, "Version 1")
    window.copy.click()
    assert QGuiApplication.clipboard().text() == "One two three four five."


def test_a_translation_shows_its_source_too_and_what_it_was_made_from(
    desk: Desk, status: Ref
) -> None:
    desk.selection.set_locale("fr")
    window = opened(desk)
    assert [window.texts.tabText(at) for at in range(2)] == ["Français", "English (source)"]
    assert "Translated from version 1 of the source." in window.about.text()
    window.texts.setCurrentIndex(1)
    assert rows(window)[1][0] == "Version 2 · live"
    desk.selection.set_locale("en")
    assert not window.texts.isVisibleTo(window)
    assert rows(window)[1][0] == "Version 2 · live"


def test_it_follows_what_is_open_and_says_where_there_is_nothing(desk: Desk, shop: Shop) -> None:
    desk.selection.go(shop.visa)
    window = opened(desk)
    assert window._empty.isVisibleTo(window)
    assert window._empty._headline.text() == "No versions yet"
    write(desk, shop.visa, "Words.", keep=True)
    assert not window._empty.isVisibleTo(window)
    assert [row[0] for row in rows(window)] == ["Working text", "Checkpoint · now"]
    assert window.comparing._empty._headline.text() == "They say the same"
    desk.selection.go(None)
    assert window._empty._headline.text() == "Nothing is open"
    desk.selection.go(shop.visa, "fr")
    assert window.comparing._empty._headline.text() == "Not written yet"
    again = opened(desk)
    assert again is window
    desk.bridge.close()
    assert window.is_closed


def test_both_pages_are_marked_where_they_changed() -> None:
    same = (Piece("same", "x"),)
    parts: Sequence[Part] = (
        Part("title", "edited", same),
        Part("body", "same", same, (1, 1), (1, 1)),
        Part("body", "edited", same, (3, 4), (3, 3)),
        Part("body", "new", same, (0, 0), (5, 5)),
        Part("body", "removed", same, (6, 7), (0, 0)),
    )
    assert marks_of(parts, old=True) == ("gone", ((3, 4), (6, 7)), True, False)
    assert marks_of(parts, old=False) == ("new", ((3, 3), (5, 5)), True, False)
