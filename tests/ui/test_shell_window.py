"""The whole program: window, library's thread, session; as a person starts and leaves it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.paths import Paths
from kbeditor.domain.errors import Conflict, KbError
from kbeditor.domain.records import Kind, Ref
from kbeditor.ui.dialogs.bug import BugDialog
from kbeditor.ui.errors import WayOut
from kbeditor.ui.front import Front
from kbeditor.ui.panes.editor import EditorPane
from kbeditor.ui.program import Program
from kbeditor.ui.start import Start
from kbeditor.ui.welcome import Welcome

Make = Callable[..., Program]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    home = tmp_path / "home"
    return Paths(home, home, home / "cache", home / "logs", home / "documents")


@pytest.fixture
def program(qtbot: QtBot, paths: Paths) -> Iterator[Make]:
    """Makes programs; each is closed before the next is made, and at the end."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made: list[Program] = []

    def make(language: str = "en") -> Program:
        if made:
            made.pop().close()
        program = Program(Front(application, paths, language=language))
        made.append(program)
        program.show()
        return program

    yield make
    for each in made:
        each.close()
    application.setStyleSheet("")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "shop.kb"
    workspace = create_library(path, "Shop", "en", ["fr"], "Ann")
    orders = workspace.categories.create(None, "Orders", "en").value
    workspace.articles.create(orders.id, "Cancelling", "en")
    workspace.close()
    return path


def article(path: Path) -> Ref:
    workspace = open_workspace(path)
    found = Ref(Kind.ARTICLE, workspace.tree.skeleton("en").articles[0].id)
    workspace.close()
    return found


def open_in(program: Program, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.bridge.opened):
        program.begin(Start(path))


def test_suggestions_stand_in_a_menu_of_their_own(program: Make) -> None:
    menu = program().window.menus["translate"]
    menu.popup(QPoint())
    below = [each.menu() for each in menu.actions() if each.text() == "Insert S&uggestion"]
    assert len(below) == 1
    assert isinstance(below[0], QMenu)
    assert [each.text() for each in below[0].actions()][::8] == [
        "Insert Suggestion 1",
        "Insert Suggestion 9",
    ]
    assert not below[0].menuAction().isEnabled()  # no block is open
    menu.close()


def test_without_a_library_the_welcome_page_is_shown(program: Make) -> None:
    made = program()
    window = made.window
    assert window.windowTitle() == "kbeditor"
    welcome = window.findChild(Welcome)
    assert welcome is not None
    assert welcome.isVisible()
    assert not made.frame.pane_shown("navigator")


def test_the_first_window_fits_on_the_screen(program: Make) -> None:
    window = program().window
    screen = window.screen().availableSize()
    assert window.width() <= screen.width()
    assert window.height() <= screen.height()


def test_opening_names_the_library_and_shows_the_panes(
    program: Make, library: Path, qtbot: QtBot
) -> None:
    made = program()
    open_in(made, library, qtbot)
    assert made.window.windowTitle() == "Shop[*] — kbeditor"
    assert made.frame.pane_shown("navigator")
    made.bridge.close()
    assert not made.frame.pane_shown("navigator")
    assert made.window.windowTitle() == "kbeditor"


def test_menus_opened_by_keyboard_are_for_the_pane_that_had_it(
    program: Make, library: Path, qtbot: QtBot
) -> None:
    made = program()
    open_in(made, library, qtbot)
    made.selection.go(article(library))
    editor = made.desk.pane("editor")
    assert isinstance(editor, EditorPane)
    qtbot.waitUntil(editor.can_edit)
    editor.edit.setFocus()
    qtbot.keyClicks(editor.edit, "Typed")
    undo = made.desk.actions.action("edit.undo")
    made.desk.actions.refresh_now()
    assert undo.text() == "&Undo Typing"
    made.window.menuBar().setFocus()  # as Qt does when a menu opens by its letter
    made.desk.actions.refresh_now()
    assert (undo.text(), undo.isEnabled()) == ("&Undo Typing", True)


def test_the_next_start_returns_to_where_one_was(
    program: Make, library: Path, paths: Paths, qtbot: QtBot
) -> None:
    wanted = article(library)
    first = program()
    open_in(first, library, qtbot)
    first.selection.go(wanted, "fr")
    first.frame.hide_pane("preview")
    first.frame.show_pane("search")
    second = program()
    with qtbot.waitSignal(second.bridge.opened):
        second.begin(Start())
    qtbot.waitUntil(lambda: second.selection.current == wanted)
    assert second.selection.locale == "fr"
    assert not second.frame.pane_shown("preview")
    assert second.frame.pane_shown("search")
    assert not second.selection.can_go_back
    recent = json.loads(paths.preferences.read_text(encoding="utf-8"))["recent"]
    assert [entry["name"] for entry in recent] == ["Shop"]


def test_an_article_that_is_gone_is_not_returned_to(
    program: Make, library: Path, qtbot: QtBot
) -> None:
    wanted = article(library)
    first = program()
    open_in(first, library, qtbot)
    first.selection.go(wanted)
    first.close()
    workspace = open_workspace(library)
    workspace.tree.trash([wanted])
    workspace.close()
    second = program()
    with qtbot.waitSignal(second.bridge.opened):
        second.begin(Start())
    qtbot.waitUntil(lambda: second.bridge.idle)
    assert second.selection.current is None


def test_a_missing_library_is_said_with_its_name(
    program: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    made = program()
    with qtbot.waitSignal(made.errors.noticed) as noticed:
        made.begin(Start(tmp_path / "gone.kb"))
    assert "gone.kb" in noticed.args[0].words
    assert made.frame.banner.notice is not None


def test_an_expected_error_offers_its_way_out(program: Make) -> None:
    made = program()
    run: list[str] = []
    made.errors.offer("conflict", WayOut("Reload", lambda: run.append("reloaded")))
    made.errors.present(Conflict("“Returns”"))
    banner = made.frame.banner
    assert banner.notice is not None
    assert banner.notice.level == "warning"
    assert "Returns" in banner.notice.words
    button = next(b for b in banner.findChildren(QPushButton) if b.text() == "Reload")
    button.click()
    assert run == ["reloaded"]
    assert banner.notice is None


def test_an_unexpected_error_shows_one_report_with_the_log(program: Make, paths: Paths) -> None:
    made = program()
    for number in range(3):
        made.errors.present(ValueError(f"fault {number}"))
    dialogs = made.window.findChildren(BugDialog)
    assert len(dialogs) == 1
    text = dialogs[0]._report.toPlainText()
    assert "fault 0" in text
    assert "fault 2" in text
    dialogs[0].close()


def test_an_error_without_translated_words_is_still_a_sentence(program: Make) -> None:
    made = program()
    made.errors.present(KbError("never_heard_of", "The {thing} is upside down.", thing="cup"))
    assert made.frame.banner.notice is not None
    assert made.frame.banner.notice.words == "The cup is upside down."


def test_the_language_changes_at_once_and_keeps_the_place(
    program: Make, library: Path, qtbot: QtBot
) -> None:
    wanted = article(library)
    made = program()
    open_in(made, library, qtbot)
    made.selection.go(wanted, "fr")
    before = made.window
    made.desk.set_preference("language", "fr")
    qtbot.waitUntil(lambda: made.window is not before)
    titles = [action.text() for action in made.window.menuBar().actions()]
    assert "&Fichier" in titles
    qtbot.waitUntil(lambda: made.selection.current == wanted)
    assert made.selection.locale == "fr"
    assert made.bridge.library is not None


def test_f6_goes_round_the_panes(program: Make, library: Path, qtbot: QtBot) -> None:
    made = program()
    open_in(made, library, qtbot)
    qtbot.waitUntil(lambda: made.bridge.idle)
    made.window.activateWindow()

    def focused() -> str:
        widget = QApplication.focusWidget()
        names = [pane.id for pane in made._panes if widget and pane.isAncestorOf(widget)]
        return names[0] if names else ""

    seen = []
    for _ in range(4):
        made.frame.next_pane(1)
        seen.append(focused())
    assert len(set(seen)) >= 3, seen
