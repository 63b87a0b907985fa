"""A translator's day at the real window, on the sample library."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import State, mark_outdated, mark_state
from kbeditor.ui.models.matrix_rows import FIRST_LOCALE, TITLE
from kbeditor.ui.models.roles import Role
from kbeditor.ui.start import Start
from tests.helpers.window import Person

CLOSE = "How do I close my account?"
CURRENCY = "In which currency do I pay?"
METHODS = "Which payment methods can I use?"
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def person(person: Person) -> Person:
    person.start(Start(sample=True))
    person.until(lambda: person.navigator.model.rowCount())
    return person


def to_french(person: Person) -> None:
    """By the tool bar's language button."""
    button = person.window.findChild(object, "locale_switcher")
    person.click(button)
    person.popup_pick("Français")
    person.until(lambda: person.program.selection.locale == "fr")


def outdated(person: Person, ref: Ref) -> bool:
    head = next(each for each in person.ask(lambda ws: ws.texts.heads(ref)) if each.locale == "fr")
    return head.outdated


def test_a_missing_article_is_written_reviewed_and_published(person: Person) -> None:
    article = person.open(CLOSE)
    source = person.text(article)
    to_french(person)
    person.sees_open(article, "fr")
    assert person.editor.page.missing.isVisible()
    assert not person.editor.can_edit()
    person.sees(CLOSE)  # the source, as long as there is no translation
    person.click(person.editor.page.begin_copy)
    person.until(person.editor.can_edit)
    assert person.editor.edit.toPlainText() == source.body
    assert person.editor.page.source.isVisible()
    assert person.editor.page.source.edit.toPlainText() == source.body

    # Title, then on to the text, by keyboard.
    person.until(person.editor.page.details.title.hasFocus)
    person.keys("Ctrl+A")
    person.write("Comment fermer mon compte ?")
    person.keys("Return")
    person.until(person.editor.edit.hasFocus)
    person.keys("Ctrl+A")
    person.write("Écrivez-nous : c’est fait en un jour.")
    person.settle()
    written = person.text(article, "fr")
    assert (written.title, written.body) == (
        "Comment fermer mon compte ?",
        "Écrivez-nous : c’est fait en un jour.",
    )
    assert written.state is State.DRAFT
    person.sees("Écrivez-nous : c’est fait en un jour.")
    assert person.in_page("document.querySelector('h1').closest('[lang]').lang") == "fr"
    person.until(lambda: person.navigator.tree.currentIndex().data() == written.title)

    person.keys("Ctrl+Shift+R")
    person.until(lambda: person.note() == "1 text submitted for review.")
    assert person.text(article, "fr").state is State.IN_REVIEW
    person.keys("Ctrl+Shift+Return")
    person.until(lambda: person.note() == "1 text published.")
    assert person.text(article, "fr").state is State.PUBLISHED
    assert not outdated(person, article)


def test_an_outdated_article_is_brought_up_to_date(person: Person) -> None:
    article = person.open(CURRENCY)
    to_french(person)
    person.sees_open(article, "fr")
    page = person.editor.page
    person.until(page.outdated_bar.isVisible)
    assert outdated(person, article)
    person.press(page.outdated_bar, "Show what changed")
    person.until(page.source.changes.isVisible)
    formats = set()
    block = page.source.changes.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            look = pieces.fragment().charFormat()
            formats.add((look.fontStrikeOut(), look.fontUnderline()))
            pieces += 1
        block = block.next()
    assert formats >= {(False, False), (False, True)}
    person.press(page.outdated_bar, "Mark up to date")
    person.until(lambda: not page.outdated_bar.isVisible())
    assert not outdated(person, article)
    assert person.text(article, "fr").state is State.PUBLISHED


def test_the_status_leads_to_what_is_next(person: Person) -> None:
    person.open(METHODS)
    person.until(lambda: "fr" in person.status.cards and person.status.cards["fr"].isVisible())
    card = person.status.cards["fr"]
    assert card.step.text() == "Update 2 outdated articles"
    wanted = next(
        row.next_owner for row in person.ask(lambda ws: ws.status.overview()) if row.locale == "fr"
    )
    assert wanted is not None
    person.click(card.step)
    person.sees_open(wanted, "fr")
    assert outdated(person, wanted)
    person.press(person.editor.page.outdated_bar, "Mark up to date")
    person.until(lambda: card.step.text() == "Update 1 outdated article")
    person.click(card.step)
    person.until(lambda: person.program.selection.current != wanted)
    person.until(person.editor.page.outdated_bar.isVisible)

    # What an article's own row says leads to that language.
    second = person.program.selection.current
    assert second is not None
    person.settle()  # the rows are made anew for the article that was just opened
    person.until(lambda: person.status.texts.buttons["en"].isVisible())
    person.click(person.status.texts.buttons["en"])
    person.sees_open(second, "en")


def test_many_at_once_in_the_matrix(person: Person) -> None:
    person.keys("Alt+5")
    matrix = person.matrix
    model, table = matrix.model, matrix.table
    person.until(lambda: model.rowCount() == 48)
    # Sort by title, both ways, by mouse.
    header = table.horizontalHeader()
    at = header.viewport().rect().center()
    at.setX(header.sectionViewportPosition(TITLE) + 40)

    def titles() -> list[str]:
        return [str(model.index(row, TITLE).data()) for row in range(model.rowCount())]

    person.click(header.viewport(), at)
    ascending = titles()
    person.click(header.viewport(), at)
    person.until(lambda: titles() == ascending[::-1])
    assert ascending != sorted(ascending, reverse=True)

    # Only what is outdated in French.
    person.choose(matrix.locales, "Français")
    person.choose(matrix.states, "Outdated")
    person.until(lambda: model.rowCount() == 2)

    # Several drafts to review, by keyboard; undone in one step.
    person.choose(matrix.states, "Draft")
    person.until(lambda: model.rowCount() == 3)
    french = FIRST_LOCALE + 1
    drafts = [model.index(row, french).data(Role.REF) for row in range(3)]
    person.click_row(table, model.index(0, french))
    person.click_row(table, model.index(2, french), SHIFT)
    assert len(matrix.chosen_texts()) == 3
    person.keys("Ctrl+Shift+R")
    person.until(lambda: person.note() == "3 texts submitted for review.")
    person.until(
        lambda: all(
            mark_state(model.index(row, french).data(Role.MARK)) is State.IN_REVIEW
            for row in range(3)  # they stay in sight although the filter asks for drafts
        )
    )
    states = [person.text(ref, "fr").state for ref in drafts]
    assert states == [State.IN_REVIEW] * 3
    person.settle()
    person.pick("edit", "edit.undo")
    person.until(
        lambda: all(
            mark_state(model.index(row, french).data(Role.MARK)) is State.DRAFT for row in range(3)
        )
    )

    # Publishing an outdated one asks; a double click opens.
    person.choose(matrix.states, "Any state")
    person.fill(matrix.words, "currency")
    person.until(lambda: model.rowCount() == 1)
    cell = model.index(0, french)
    assert mark_outdated(cell.data(Role.MARK))
    person.click_row(table, cell)
    person.keys("Ctrl+Shift+Return")
    box = person.dialog(QMessageBox)
    person.press(box, "They are up to date")
    person.until(lambda: not mark_outdated(model.index(0, french).data(Role.MARK)))
    person.settle()
    person.double_click_row(table, model.index(0, french))
    person.sees_open(person.find(CURRENCY), "fr")
    assert mark_state(model.index(0, french).data(Role.MARK)) is State.PUBLISHED


def test_arabic_stands_at_the_right(person: Person) -> None:
    article = person.open(METHODS)
    person.keys("Ctrl+Alt+Right", "Ctrl+Alt+Right")
    person.sees_open(article, "ar")
    arabic = person.text(article, "ar")
    person.sees(arabic.body.split("\n")[0][:20])
    assert person.in_page("getComputedStyle(document.querySelector('p')).direction") == "rtl"
    page = person.editor.page
    assert page.edit.document().defaultTextOption().textDirection() is (
        Qt.LayoutDirection.RightToLeft
    )
    person.keys("Alt+2", "Ctrl+End")
    person.write("\n\nشكرا")
    person.settle()
    assert person.text(article, "ar").body == f"{arabic.body}\n\nشكرا"
    person.sees("شكرا")
    rectangle = page.edit.cursorRect()
    assert rectangle.center().x() > page.edit.viewport().width() / 2
    assert person.ask(lambda ws: ws.texts.get(TextRef(article, "en"))) is not None
