"""The aids beside the real translation view: what they suggest goes into the open block."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.units import MemoryUnit
from kbeditor.ui.actions.aids import ACTIONS as AIDS
from kbeditor.ui.actions.edit import ACTIONS as EDIT
from kbeditor.ui.actions.translate import ACTIONS as TRANSLATE
from kbeditor.ui.aids.cards import Card
from kbeditor.ui.desk import Desk
from kbeditor.ui.panes.aids import AidsPane
from kbeditor.ui.panes.editor import EditorPane
from tests.ui.pane_desk import ask, pane_desk, publish_both

ENGLISH = "Show 40 orders.\n\nSelect `Cancel` in the list: there.\n"
FRENCH = "Affichez 40 commandes.\n\nChoisissez Annuler dans la liste : là.\n"
NBSP = "\u00a0"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [EditorPane, AidsPane], (*TRANSLATE, *AIDS, *EDIT)) as desk:
        yield desk


@pytest.fixture
def order(desk: Desk, tmp_path: Path) -> Ref:
    path = tmp_path / "shop.kb"
    ws = create_library(path, "Shop", "en", ["fr"], "Ann")
    ref = publish_both(ws, "Orders", ENGLISH, FRENCH)
    ws.memory.add({"fr": [MemoryUnit("Show 40 orders.", "Montrez 40 commandes.", "", "")]}, "old")
    ws.glossary.add("list", "fr", "liste")
    ws.close()
    desk.bridge.open(lambda: open_workspace(path, "Ann"))
    desk.frame.show_pane("aids")
    desk.selection.go(ref, "fr")
    return ref


@pytest.fixture
def aids(desk: Desk, order: Ref) -> AidsPane:
    pane = desk.pane("aids")
    assert isinstance(pane, AidsPane)
    return pane


@pytest.fixture
def editor(desk: Desk, order: Ref) -> EditorPane:
    pane = desk.pane("editor")
    assert isinstance(pane, EditorPane)
    return pane


def go(desk: Desk, order: Ref, begins: str) -> None:
    pairs = ask(desk, lambda ws: ws.blocks.pairs(TextRef(order, "fr")))
    desk.selection.set_block(
        next(each.id for each in pairs if (each.source or "").startswith(begins))
    )
    QApplication.processEvents()


def body(desk: Desk, order: Ref) -> str:
    text = ask(desk, lambda ws: ws.texts.get(TextRef(order, "fr")))
    assert text is not None
    return text.body


def press(aids: AidsPane, words: str) -> None:
    QApplication.processEvents()
    buttons = [each for each in aids.findChildren(QPushButton) if each.isVisible()]
    next(each for each in buttons if each.text() == words).click()


def underlined(editor: EditorPane) -> list[str]:
    wave = QTextEdit.ExtraSelection().format.UnderlineStyle.WaveUnderline
    return [
        each.cursor.selectedText()
        for each in editor.edit.extraSelections()
        if each.format.underlineStyle() == wave
    ]


def test_a_suggestion_takes_the_place_of_the_translation(
    desk: Desk, order: Ref, aids: AidsPane, editor: EditorPane, qtbot: QtBot
) -> None:
    go(desk, order, "Show")
    card = aids.block.suggestions.findChildren(Card)[0]
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert editor.target_text() == "Montrez 40 commandes."
    desk.flush()
    assert body(desk, order).startswith("Montrez 40 commandes.")
    editor.edit.undo()
    assert editor.target_text() == "Affichez 40 commandes."


def test_the_suggestion_s_key_brings_the_aids_into_sight_first(
    desk: Desk, order: Ref, aids: AidsPane, editor: EditorPane
) -> None:
    desk.frame.hide_pane("aids")
    go(desk, order, "Show")
    editor.acts.suggest(1)
    assert desk.frame.pane_shown("aids")
    assert editor.target_text() == "Montrez 40 commandes."


def test_a_term_goes_to_the_cursor(
    desk: Desk, order: Ref, aids: AidsPane, editor: EditorPane
) -> None:
    go(desk, order, "Select")
    press(aids, "liste")
    assert editor.target_text().count("liste") == 2


def test_a_fix_in_the_open_block_is_a_step_of_its_typing(
    desk: Desk, order: Ref, aids: AidsPane, editor: EditorPane
) -> None:
    go(desk, order, "Select")
    assert sorted(underlined(editor)) == [" ", "là."]
    press(aids, "No-break space")
    assert f"liste{NBSP}:" in editor.target_text()
    assert f"liste{NBSP}:" in body(desk, order)
    assert underlined(editor) == ["là."]
    assert set(editor.marks.levels.values()) == {"error"}
    press(aids, "Insert the code")
    assert underlined(editor) == []
    assert editor.marks.levels == {}
    assert editor.translate.list.painter_of.issues == {}
    editor.edit.undo()
    assert "`Cancel`" not in editor.target_text()


def test_what_is_mended_elsewhere_is_said_in_the_open_block(
    desk: Desk, order: Ref, aids: AidsPane, editor: EditorPane
) -> None:
    go(desk, order, "Select")
    desk.actions.trigger("translate.mend_spacing")
    assert f"liste{NBSP}:" in editor.target_text()
    desk.actions.trigger("edit.undo")
    assert f"liste{NBSP}:" not in editor.target_text()


def test_a_card_of_the_text_opens_its_block(
    desk: Desk, order: Ref, aids: AidsPane, editor: EditorPane
) -> None:
    go(desk, order, "Show")
    aids.checks.block_wanted.emit(aids.text.issues[-1].block_id if aids.text else "")
    assert editor.target_text().startswith("Choisissez")


def test_the_free_text_is_marked_where_its_blocks_have_issues(
    desk: Desk, order: Ref, aids: AidsPane, editor: EditorPane
) -> None:
    desk.set_preference("translate.blocks", False)
    assert sorted(underlined(editor)) == [" ", "là."]
    assert editor.marks.body.levels() == {2: "error"}

    def mend(ws: Workspace) -> object:
        return ws.issues.complete(TextRef(order, "fr"), ws.issues.text(TextRef(order, "fr")))

    desk.bridge.run(mend)
    assert underlined(editor) == [" "]
    assert editor.marks.body.levels() == {2: "warning"}
