"""What gives way where there is little room: bars, tabs, columns, a source beside its text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kbeditor.domain.records import Kind, Locale, Ref, TextRef
from kbeditor.shipped import resources
from kbeditor.ui.editor.bars import Bar
from kbeditor.ui.editor.live import LivePage
from kbeditor.ui.editor.locale_tabs import LocaleTabs
from kbeditor.ui.editor.source_panel import SourcePanel
from kbeditor.ui.i18n import Translations
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.column_scroll import ColumnScroll
from kbeditor.ui.widgets.locale_card import count_of_state

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
    panel.show_place(1.0, 0.5)
    panel.resize(300, 240)
    QApplication.processEvents()
    bar = panel.edit.verticalScrollBar()
    assert bar.value() == pytest.approx(bar.maximum() / 2, abs=1)
    assert told == []  # nobody scrolled


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
