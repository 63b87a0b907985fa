"""Issues as they are marked in the texts that are written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QTextFormat
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockPair
from kbeditor.domain.records import Ref, TextRef
from kbeditor.ui.aids.issue_marks import IssueMarks
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.markdown_edit import MarkdownEdit
from kbeditor.ui.pane import Pane

from .pane_desk import ask, pane_desk, publish_both

ENGLISH = "Show 40 orders.\n\nSelect `Cancel` in the list 🎉: there.\n"
FRENCH = "Affichez 90 commandes.\n\nChoisissez Annuler 🎉 : là.\n"


class Writing(Pane):
    """A text and one of its blocks, open for writing."""

    id = "writing"
    title = "Writing"
    area = "centre"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.body, self.edit = MarkdownEdit(self), MarkdownEdit(self)
        self.body.resize(600, 200)
        self.pair: BlockPair | None = None
        self.marks = IssueMarks(desk, self.body, self, self)

    @property
    def target_text(self) -> str:
        return self.edit.toPlainText()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [Writing], ()) as desk:
        yield desk


@pytest.fixture
def order(desk: Desk, tmp_path: Path) -> Ref:
    path = tmp_path / "shop.kb"
    ws = create_library(path, "Shop", "en", ["fr"], "Ann")
    ref = publish_both(ws, "Orders", ENGLISH, FRENCH)
    ws.close()
    desk.bridge.open(lambda: open_workspace(path, "Ann"))
    return ref


@pytest.fixture
def writing(desk: Desk, order: Ref) -> Writing:
    pane = desk.pane("writing")
    assert isinstance(pane, Writing)
    pane.body.setPlainText(FRENCH)
    desk.selection.go(order, "fr")
    return pane


def underlined(edit: MarkdownEdit) -> list[str]:
    """The underlined words."""
    whole = QTextFormat.Property.FullWidthSelection
    return [
        each.cursor.selectedText()
        for each in edit.extraSelections()
        if not each.format.boolProperty(whole)
    ]


def open_block(desk: Desk, order: Ref, writing: Writing, begins: str) -> BlockPair:
    pairs = ask(desk, lambda ws: ws.blocks.pairs(TextRef(order, "fr")))
    pair = next(each for each in pairs if (each.source or "").startswith(begins))
    writing.pair = pair
    writing.edit.setPlainText(pair.target or "")
    desk.selection.set_block(pair.id)
    return pair


def test_issues_are_underlined_in_the_text_with_a_dot_in_the_margin(
    desk: Desk, order: Ref, writing: Writing
) -> None:
    assert sorted(underlined(writing.body)) == [" ", "90", "là."]
    assert writing.marks.body.levels() == {0: "error", 2: "error"}
    assert sorted(writing.marks.levels.values()) == ["error", "error"]
    desk.selection.go(order, "en")
    assert underlined(writing.body) == []
    assert writing.marks.levels == {}


def test_marks_follow_what_is_typed_and_what_is_saved(
    desk: Desk, order: Ref, writing: Writing
) -> None:
    cursor = writing.body.textCursor()
    cursor.insertText("🎉 ")
    assert "90" in underlined(writing.body)

    def write(ws: Workspace) -> object:
        text = ws.texts.get(TextRef(order, "fr"))
        assert text is not None
        return ws.texts.save(text.ref, text.version, body=FRENCH.replace("90", "40"))

    desk.bridge.run(write)
    assert "90" not in underlined(writing.body)
    assert writing.marks.body.levels() == {2: "error"}


def test_what_is_typed_into_a_block_is_checked_after_a_pause(
    desk: Desk, order: Ref, writing: Writing, qtbot: QtBot
) -> None:
    open_block(desk, order, writing, "Show")
    assert underlined(writing.edit) == ["90"]
    writing.edit.setPlainText("Affichez 41 commandes.")
    qtbot.waitUntil(lambda: underlined(writing.edit) == ["41"])
    writing.edit.setPlainText("Show 40 orders.")
    qtbot.waitUntil(lambda: underlined(writing.edit) == [])
    open_block(desk, order, writing, "Select")
    assert sorted(underlined(writing.edit)) == [" ", "là."]
    writing.pair = None
    desk.selection.set_block(None)
    assert underlined(writing.edit) == []


def test_the_mouse_is_told_what_is_wrong(desk: Desk, order: Ref, writing: Writing) -> None:
    open_block(desk, order, writing, "Show")
    writing.edit.resize(600, 100)
    at = writing.edit.document().find("90")
    point = writing.edit.cursorRect(at).center() - QPoint(3, 0)
    event = QHelpEvent(QEvent.Type.ToolTip, point, point)
    QApplication.sendEvent(writing.edit.viewport(), event)
    assert QToolTip.text() == "This number is 40 in the source."
    assert writing.marks.typed.words() == ["This number is 40 in the source."]
    QToolTip.hideText()
    assert writing.marks.body.words_at(0) == ["This number is 40 in the source."]
