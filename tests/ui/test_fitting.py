"""What gives way where there is little room: bars, tabs, columns, a source beside its text."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kbeditor import ui
from kbeditor.domain.records import Kind, Locale, Ref, TextRef
from kbeditor.shipped import resources
from kbeditor.ui.dialogs.base import Dialog, note
from kbeditor.ui.editor.bars import Bar
from kbeditor.ui.editor.find_bar import FindBar
from kbeditor.ui.editor.live import LivePage
from kbeditor.ui.editor.locale_tabs import LocaleTabs
from kbeditor.ui.editor.markdown_edit import MarkdownEdit
from kbeditor.ui.editor.source_panel import SourcePanel
from kbeditor.ui.i18n import Translations
from kbeditor.ui.linking import Linking
from kbeditor.ui.panes.trash import TrashPane
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.column_scroll import ColumnScroll
from kbeditor.ui.widgets.drag_label import BESIDE, WIDEST, drag_label
from kbeditor.ui.widgets.empty import EmptyState
from kbeditor.ui.widgets.linking_fact import LinkingFact
from kbeditor.ui.widgets.locale_card import count_of_state
from kbeditor.ui.widgets.report_view import ReportView
from tests.ui.pane_desk import pane_desk

LOCALES = tuple(
    Locale(tag, name, "ltr", position)
    for position, (tag, name) in enumerate(
        (("en", "English"), ("fr", "Français"), ("pt-BR", "Português (Brasil)"))
    )
)


@pytest.fixture
def themes(qtbot: QtBot) -> Iterator[Themes]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    themes = Themes(application, resources(), "light")
    yield themes
    themes.deleteLater()


@pytest.fixture
def dressed(themes: Themes) -> Iterator[Themes]:
    """With the program's own style sheet."""
    themes.dress()
    yield themes
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet("")


def test_a_bar_puts_its_buttons_below_its_words_when_narrow(qtbot: QtBot, themes: Themes) -> None:
    bar = Bar(themes, "warning")
    qtbot.addWidget(bar)
    bar.resize(900, 60)
    bar.show()
    bar.say("The source was changed since this was translated.", (("Show", bar.hide),))
    QApplication.processEvents()
    assert bar.buttons[0].y() < bar.label.geometry().bottom()
    bar.resize(bar.label.fontMetrics().horizontalAdvance(bar.label.text()) + 40, 90)
    QApplication.processEvents()
    assert bar.buttons[0].y() > bar.label.geometry().bottom()
    assert bar.buttons[0].x() == bar.label.x()


def test_tabs_shorten_names_but_the_current_one_s_last(qtbot: QtBot, themes: Themes) -> None:
    tabs = LocaleTabs(themes)
    qtbot.addWidget(tabs)
    tabs.resize(900, 36)
    tabs.show()
    tabs.show_locales(LOCALES, "en", "fr")
    whole = sum(tabs.tabRect(index).width() for index in range(3))
    assert [tabs.tabText(index) for index in range(3)] == [each.name for each in LOCALES]
    tabs.resize(whole - 10, 36)
    assert [tabs.tabText(index) for index in range(3)] == ["EN", "Français", "PT-BR"]
    tabs.resize(120, 36)
    assert [tabs.tabText(index) for index in range(3)] == ["EN", "FR", "PT-BR"]
    assert tabs.tabToolTip(2).startswith("Português (Brasil) (pt-BR)")
    tabs.resize(whole + 10, 36)
    assert tabs.tabText(0) == "English"


def test_a_column_is_never_narrower_than_its_words(qtbot: QtBot) -> None:
    words = QLabel("short")
    holder = QWidget()
    qtbot.addWidget(holder)
    column = ColumnScroll(words, holder)
    before = column.minimumSizeHint().width()
    words.setText("words of another language that need more room")
    assert column.minimumSizeHint().width() >= words.minimumSizeHint().width() > before


def test_the_source_begins_where_the_translation_begins(qtbot: QtBot, themes: Themes) -> None:
    panel = SourcePanel(themes)
    qtbot.addWidget(panel)
    told: list[float] = []
    panel.scrolled.connect(lambda _line, part: told.append(part))
    body = "\n\n".join("Words that are wrapped when there is little room. " * 3 for _ in range(40))
    ref = TextRef(Ref(Kind.ARTICLE, "a"), "en")
    panel.resize(400, 0)
    panel.show()
    panel.show_page(LivePage(ref, "Title", "", body), "English", right_to_left=False)
    for width, height in ((500, 60), (260, 300), (420, 240)):
        panel.resize(width, height)
        QApplication.processEvents()
    assert panel.edit.verticalScrollBar().value() == 0
    panel.show_place(0.0, 0.5)
    panel.resize(300, 240)
    QApplication.processEvents()
    bar = panel.edit.verticalScrollBar()
    assert bar.value() == pytest.approx(bar.maximum() / 2, abs=1)
    assert told == []  # nobody scrolled


def test_the_find_bar_puts_its_buttons_below_its_fields_when_narrow(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    edit = MarkdownEdit()
    bar = FindBar(edit, holder)
    column = QVBoxLayout(holder)
    column.addWidget(edit)
    column.addWidget(bar)
    holder.show()
    bar.open_bar(replace=True)
    least = 150
    for width in (900, 380, 900):
        holder.resize(width, 400)
        QApplication.processEvents()
        assert holder.width() == width
        assert bar.words.width() == bar.new.width() >= least
        assert (bar.replace_one.mapTo(bar, QPoint()).y() > bar.new.geometry().bottom()) is (
            width < 500
        )


def test_enter_presses_the_button_of_the_find_bar_that_has_the_focus(qtbot: QtBot) -> None:
    edit = MarkdownEdit()
    bar = FindBar(edit, edit)
    qtbot.addWidget(edit)
    edit.setPlainText("one two one")
    edit.show()
    bar.open_bar(replace=True)
    bar.words.setText("one")
    bar.new.setText("six")
    bar.step(backwards=False)
    bar.replace_every.setFocus()
    QTest.keyClick(bar.replace_every, Qt.Key.Key_Return)
    assert edit.toPlainText() == "six two six"


def test_a_dialog_is_as_high_as_its_wrapped_words(qtbot: QtBot, tmp_path: Path) -> None:
    with pane_desk(tmp_path, [], ()) as desk:
        dialog = Dialog(desk, "", 420)
        dialog.column.addWidget(QLineEdit())
        label = note("Words that need several lines in a language of long words. " * 6)
        dialog.column.addWidget(label)
        dialog.add_buttons(None)
        dialog.open()
        QApplication.processEvents()
        assert label.height() >= label.heightForWidth(label.width())
        dialog.reject()


def test_every_figure_of_a_report_is_told_in_full(qtbot: QtBot, dressed: Themes) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    report = ReportView(dressed)
    report.setParent(holder)
    codes = ("locales", "categories", "articles", "texts", "attachments", "links", "unresolved")
    report.resize(420, 400)  # as a dialog's page: no wider than the dialog
    report.show_report([(code, 3111) for code in codes], ())
    holder.show()
    figures = [each for each in report.findChildren(QLabel) if "font-size" in each.text()]
    assert len(figures) == len(codes)
    for figure in figures:
        assert figure.width() >= figure.sizeHint().width()
        assert report.rect().contains(figure.geometry())


def test_the_button_that_stops_linking_is_as_high_as_its_word(
    qtbot: QtBot, dressed: Themes, tmp_path: Path
) -> None:
    with pane_desk(tmp_path, [], ()) as desk:
        fact = LinkingFact(Linking(desk.bridge, desk))
        assert isinstance(desk.window, QMainWindow)
        desk.window.statusBar().addPermanentWidget(fact)
        fact.show()
        QApplication.processEvents()
        assert fact.stop.height() >= fact.stop.sizeHint().height()


def test_a_menu_with_more_lines_than_the_screen_stays_one_column(
    qtbot: QtBot, dressed: Themes
) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    lines = [menu.addAction(f"Line {number}") for number in range(80)]
    menu.popup(QPoint())
    assert len({menu.actionGeometry(line).x() for line in lines}) == 1
    menu.close()


def test_the_trash_keeps_no_window_wide(qtbot: QtBot, dressed: Themes, tmp_path: Path) -> None:
    translations = Translations(resources() / "i18n", tmp_path)
    translations.use("fr")
    with pane_desk(tmp_path, [TrashPane], ()) as desk:
        trash = desk.pane("trash")
        assert isinstance(trash, TrashPane)
        assert trash.minimumSizeHint().width() < 260
    translations.remove()


def test_what_is_dragged_hangs_beside_the_pointer(qtbot: QtBot, themes: Themes) -> None:
    font = QApplication.font()
    one = drag_label("Cancelling", 0, themes, font, 1.0)
    several = drag_label("Cancelling", 2, themes, font, 1.0)
    long = drag_label("How do I cancel " * 40, 0, themes, font, 1.0)
    assert one.width() < several.width() < long.width() <= WIDEST + 20
    assert BESIDE.x() < 0
    assert BESIDE.y() < 0


def test_counts_are_written_as_the_language_does(qtbot: QtBot, tmp_path: Path) -> None:
    translations = Translations(resources() / "i18n", tmp_path)
    for language, one, many in (
        ("fr", "1 publié", "10\u202f601 publiés"),
        ("en", "1 published", "10,601 published"),
    ):
        translations.use(language)
        assert count_of_state("published", 1) == one
        assert count_of_state("published", 10_601) == many
    translations.remove()


def test_enter_presses_the_buttons_of_the_window(qtbot: QtBot, themes: Themes) -> None:
    """Outside of dialogs Qt wants to be told; without, only the space bar presses them."""
    holder = QWidget()
    qtbot.addWidget(holder)
    empty = EmptyState(themes, "folder", holder)
    pressed: list[str] = []
    button = empty.offer("Begin", lambda: pressed.append("Begin"))
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["Begin"]
    silent = [
        f"{file.name}:{call.lineno}"
        for folder in ("editor", "panes", "widgets")
        for file in (Path(ui.__file__).parent / folder).glob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") == "QPushButton"
        and "autoDefault" not in {each.arg for each in call.keywords}
    ]
    assert silent == []
