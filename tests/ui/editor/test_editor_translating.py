"""Places and undo of each text; the source beside its translation."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.changes import Outcome
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import State
from kbeditor.ui.desk import Desk
from kbeditor.ui.panes.editor import EditorPane
from tests.ui.editor.acting import put_caret, stored
from tests.ui.pane_desk import Shop


def test_undo_and_place_stay_with_each_text(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.status)
    put_caret(pane, "One two")
    qtbot.keyClicks(pane.edit, " and")
    desk.selection.go(shop.cancel)
    assert not pane.edit.document().isUndoAvailable()
    desk.selection.go(shop.status)
    assert pane.edit.textCursor().position() == len("One two and")
    pane.undo_text()
    assert pane.edit.toPlainText() == "One two three four five."
    desk.flush()
    assert stored(desk, shop.status).body == "One two three four five."


def test_the_session_takes_one_back_to_the_same_place(
    desk: Desk, shop: Shop, pane: EditorPane, tmp_path: Path
) -> None:
    desk.selection.go(shop.status)
    put_caret(pane, "three")
    pane.details_button.setChecked(True)
    state = pane.save_state()
    path = desk.bridge.path
    assert path is not None
    desk.bridge.close()
    desk.bridge.open(lambda: open_workspace(path))
    pane.details_button.setChecked(False)
    pane.restore_state(state)
    desk.selection.go(shop.status)
    assert pane.edit.textCursor().position() == len("One two three")
    assert pane.details_button.isChecked()
    pane.restore_state({"places": [["article", 1, "en"], "x"], "sizes": ["a"], "source": None})


def test_a_missing_translation_is_begun_from_the_source(
    desk: Desk, shop: Shop, pane: EditorPane
) -> None:
    desk.selection.go(shop.cancel, "fr")
    assert pane.page.missing.isVisible()
    assert pane.page.source.isVisible()
    assert pane.page.source.edit.toPlainText() == "One two three four five."
    assert not pane.can_edit()
    pane.page.begin_copy.click()
    assert pane.can_edit()
    assert pane.edit.toPlainText() == "One two three four five."
    assert stored(desk, shop.cancel, "fr").state is State.DRAFT


def test_the_source_can_be_put_away_and_is_read_only(
    desk: Desk, shop: Shop, pane: EditorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.status, "fr")
    source = pane.page.source
    qtbot.keyClicks(source.edit, "x")
    assert source.edit.toPlainText() == "One two three four five."
    pane.source_button.click()
    assert not source.isVisible()
    desk.selection.set_locale("en")
    assert not pane.source_button.isVisible()


def test_an_outdated_translation_shows_what_changed_and_can_be_marked(
    desk: Desk, shop: Shop, pane: EditorPane
) -> None:
    def publish(ws: Workspace) -> Outcome[object]:
        source = TextRef(shop.status, "en")
        text = ws.texts.get(source)
        assert text is not None
        ws.texts.save(source, text.version, body="One two three four six.")
        done = ws.texts.set_state([source], State.PUBLISHED)
        return Outcome(None, done.changes)

    desk.selection.go(shop.status, "fr")
    assert not pane.page.outdated_bar.isVisible()
    desk.bridge.run(publish)
    bar = pane.page.outdated_bar
    assert bar.isVisible()
    bar.buttons[0].click()
    assert pane.page.source.changes.isVisible()
    assert "four fivesix." in pane.page.source.changes.toPlainText()
    bar.buttons[1].click()
    assert not bar.isVisible()
    assert not stored(desk, shop.status, "fr").outdated


def test_locale_tabs_switch_and_show_marks(desk: Desk, shop: Shop, pane: EditorPane) -> None:
    desk.selection.go(shop.status)
    assert [pane.tabs.tabData(index) for index in range(pane.tabs.count())] == ["en", "fr"]
    assert "Published" in pane.tabs.tabToolTip(1)
    pane.tabs.setCurrentIndex(1)
    assert desk.selection.locale == "fr"
    assert pane.page.details.title.text() == "Où est ma commande ?"


def test_arabic_is_written_from_right_to_left(desk: Desk, pane: EditorPane, tmp_path: Path) -> None:
    workspace = create_library(tmp_path / "ar.kb", "متجر", "ar", ["en"])
    ref = workspace.categories.create(None, "الطلبات", "ar").value
    workspace.close()
    desk.bridge.open(lambda: open_workspace(tmp_path / "ar.kb"))
    desk.selection.go(ref)
    option = pane.edit.document().defaultTextOption()
    assert option.textDirection() is Qt.LayoutDirection.RightToLeft
    assert pane.edit.layoutDirection() is Qt.LayoutDirection.RightToLeft
    pane.edit.insertPlainText("نص")
    line = pane.edit.textCursor().block().layout().lineAt(0)
    assert line.naturalTextRect().right() > pane.edit.viewport().width() - 40
