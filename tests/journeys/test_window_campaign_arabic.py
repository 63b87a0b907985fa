"""A third language, pictures and the way back, in the library of a real help centre."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from kbeditor.domain.records import TextRef
from kbeditor.ui.dialogs.locales import LocalesDialog
from kbeditor.ui.dialogs.pick_locale import PickLocale
from kbeditor.ui.dialogs.pictures import PicturesDialog
from kbeditor.ui.dialogs.settings import SettingsDialog
from kbeditor.ui.pane_specs import EDITOR, MATRIX
from kbeditor.ui.start import Start
from tests.helpers.window import Person

pytestmark = [pytest.mark.corpus, pytest.mark.slow]
TITLE = "Email Deliverability"


def test_a_third_language_pictures_and_the_way_back(person: Person, campaign: Path) -> None:
    person.start(Start(campaign))
    article = person.open(TITLE)
    source = person.text(article)

    # Arabic is added by keyboard, once, and is there to be chosen.
    person.pick("library", "library.locales")
    languages = person.dialog(LocalesDialog)
    person.click(languages.add)
    person.dialog(PickLocale)
    person.write("arabic")
    person.keys("Return")
    person.until(lambda: [each.tag for each in person.program.desk.locales] == ["en", "fr", "ar"])
    person.keys("Escape")
    person.until(lambda: not person.window.findChildren(LocalesDialog))
    person.settle()

    # An Arabic text is begun by keyboard from its source, which stands beside it.
    person.keys(EDITOR.shortcut, "Ctrl+Alt+Right", "Ctrl+Alt+Right")
    person.sees_open(article, "ar")
    page = person.editor.page
    person.until(page.begin_copy.isVisible)
    page.begin_copy.setFocus()
    person.keys("Return")
    person.until(person.editor.can_edit)
    person.until(page.details.title.hasFocus)
    assert page.source.edit.toPlainText() == source.body
    person.keys("Ctrl+A")
    person.write("تسليم الرسائل\n")
    person.until(page.edit.hasFocus)
    person.keys("Ctrl+A")
    person.write("رسالة أولى.\n\n")
    person.sees("رسالة أولى.")
    assert person.in_page("getComputedStyle(document.querySelector('p')).direction") == "rtl"
    assert page.edit.cursorRect().center().x() > page.edit.viewport().width() / 2

    # One of thousands of pictures, found by name, described in Arabic, put into the text.
    person.keys("Ctrl+Shift+G")
    pictures = person.dialog(PicturesDialog)
    person.until(lambda: pictures._model.rowCount() > 3000)
    person.write("add-a-delivery")
    person.until(lambda: pictures.name.text().startswith("add-a-delivery"))
    assert pictures._found.rowCount() < 10
    person.fill(pictures.alt, "مخطط")
    person.press(pictures, "Insert into the Article")
    person.until(lambda: "![مخطط](kb:" in page.edit.toPlainText())
    person.settle()
    assert person.sees_pictures() == 1
    assert "![مخطط](kb:" in person.text(article, "ar").body

    # Settings act at once, in the dark, too.
    person.keys("Ctrl+,")
    settings = person.dialog(SettingsDialog)
    person.choose(settings.theme, "Dark")
    person.until(lambda: person.program.themes.dark)
    person.keys("Escape")
    person.until(lambda: not person.window.findChildren(SettingsDialog))

    # Closed and opened again: the same text of the same language, in the same panes.
    person.keys(MATRIX.shortcut)
    person.until(lambda: person.matrix.isVisible())
    place = page.edit.textCursor().position()
    person.settle()
    person.leave()
    person.start()
    person.until(lambda: person.program.bridge.library is not None)
    person.sees_open(article, "ar")
    person.until(lambda: person.editor.edit.textCursor().position() == place)
    assert person.matrix.isVisible()
    person.settle()

    # Arabic is removed with its text, and comes back with it.
    person.pick("library", "library.locales")
    languages = person.dialog(LocalesDialog)
    person.click_row(languages.table, languages.table.model().index(2, 0))
    person.press(languages, "Remove…")
    question = person.dialog(QMessageBox)
    assert "1 translated article" in question.informativeText()
    person.press(question, "Remove")
    person.until(lambda: [each.tag for each in person.program.desk.locales] == ["en", "fr"])
    person.keys("Escape")
    person.until(lambda: not person.window.findChildren(LocalesDialog))
    person.sees_open(article)
    person.settle()
    person.pick("edit", "edit.undo")
    person.until(lambda: [each.tag for each in person.program.desk.locales] == ["en", "fr", "ar"])
    arabic = person.ask(lambda ws: ws.texts.get(TextRef(article, "ar")))
    assert arabic is not None
    assert arabic.title == "تسليم الرسائل"
