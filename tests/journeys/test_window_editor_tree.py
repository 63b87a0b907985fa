"""An editor puts the tree in order and finds things again, at the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from kbeditor.ui.dialogs.palette import CommandPalette
from kbeditor.ui.dialogs.quick_open import QuickOpen
from kbeditor.ui.models.roles import Role
from kbeditor.ui.start import Start
from tests.helpers.window import Person

CANCEL = "How do I cancel my order?"
NUMBER = "Where do I find my order number?"
STATUS = "What does my order status mean?"
CHANGE = "Can I change my order after paying?"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(person: Person) -> Person:
    person.start(Start(sample=True))
    person.until(lambda: person.navigator.model.rowCount())
    return person


def test_moving_by_keyboard_and_mouse_and_undoing_from_the_menu(person: Person) -> None:
    assert person.titles("My Orders") == [STATUS, NUMBER, CANCEL, CHANGE]
    person.open(CANCEL)
    person.keys("Alt+1", "Alt+Up")
    person.until(lambda: person.titles("My Orders") == [STATUS, CANCEL, NUMBER, CHANGE])
    assert person.navigator.tree.hasFocus()
    person.keys("Alt+Up")
    person.until(lambda: person.titles("My Orders") == [CANCEL, STATUS, NUMBER, CHANGE])

    # By mouse: onto a category, then between two rows.
    tree = person.navigator.tree
    person.drag_row(CANCEL, lambda: person.place(tree, person.row("My Account")))
    person.until(lambda: CANCEL in person.titles("My Account"))
    assert person.titles("My Orders") == [STATUS, NUMBER, CHANGE]
    first = lambda: tree.visualRect(person.row(STATUS)).topLeft() + QPoint(60, 1)  # noqa: E731
    person.drag_row(CANCEL, first)
    person.until(lambda: person.titles("My Orders") == [CANCEL, STATUS, NUMBER, CHANGE])

    # A whole category by mouse into another.
    person.drag_row("Gift Cards", lambda: person.place(tree, person.row("Payment")))
    person.until(lambda: "Gift Cards" in person.titles("Payment"))

    # All of it back, by the menu; then forward again.
    person.settle()
    for expected in (
        lambda: "Gift Cards" in person.titles(None),
        lambda: CANCEL in person.titles("My Account"),
        lambda: person.titles("My Orders") == [CANCEL, STATUS, NUMBER, CHANGE],
        lambda: person.titles("My Orders") == [STATUS, CANCEL, NUMBER, CHANGE],
        lambda: person.titles("My Orders") == [STATUS, NUMBER, CANCEL, CHANGE],
    ):
        person.pick("edit", "edit.undo")
        person.until(expected)
        person.settle()
    assert not person.program.desk.actions.action("edit.undo").isEnabled()
    person.pick("edit", "edit.redo")
    person.until(lambda: person.titles("My Orders") == [STATUS, CANCEL, NUMBER, CHANGE])


def test_several_into_the_trash_and_back(person: Person) -> None:
    person.click_title(NUMBER)
    person.click_title(CHANGE, CTRL)
    person.until(lambda: len(person.program.selection.refs) == 2)
    person.keys("Delete")
    person.until(lambda: person.titles("My Orders") == [STATUS, CANCEL])
    person.pick("view", "Trash")
    person.until(lambda: person.trash.model.rowCount() == 2)
    person.settle()

    # Undo brings both back, redo throws them away again.
    person.pick("edit", "edit.undo")
    person.until(lambda: person.titles("My Orders") == [STATUS, NUMBER, CANCEL, CHANGE])
    person.until(lambda: person.trash.model.rowCount() == 0)
    person.settle()
    person.pick("edit", "edit.redo")
    person.until(lambda: person.trash.model.rowCount() == 2)

    # One by its button, one by Enter.
    person.click_row(person.trash.list, person.trash.model.index(0, 0))
    person.click(person.trash.restore_button)
    person.until(lambda: person.trash.model.rowCount() == 1)
    person.settle()
    person.click_row(person.trash.list, person.trash.model.index(0, 0))
    person.keys("Return")
    person.until(lambda: person.trash.model.rowCount() == 0)
    person.until(lambda: person.titles("My Orders") == [STATUS, NUMBER, CANCEL, CHANGE])


def test_going_to_things_without_looking_for_them(person: Person) -> None:
    # The filter over the tree.
    person.keys("Alt+1", "Ctrl+F")
    assert person.navigator.filter.hasFocus()
    person.write("refund")
    results = person.navigator.results
    person.until(lambda: results.isVisible() and results.model().rowCount())
    person.keys("Down")
    assert results.hasFocus()
    person.keys("Return")
    refund = person.find("When will I get my refund?")
    person.sees_open(results.currentIndex().data(Role.REF))
    person.keys("Alt+1")
    person.click(person.navigator.filter)
    person.keys("Escape")
    person.until(person.navigator.tree.isVisible)

    # Quick open.
    person.keys("Ctrl+P")
    quick = person.dialog(QuickOpen)
    person.write("my refund")
    person.until(lambda: quick.model.rowCount() and "refund" in quick.model.item(0).title)
    person.keys("Return")
    person.sees_open(refund)
    person.sees("When will I get my refund?")

    # The palette does what the menu does; the keyboard goes back to the text.
    person.keys("Alt+2", "Ctrl+Shift+P")
    palette = person.dialog(CommandPalette)
    person.write("line numb")
    person.until(lambda: palette.model.item(0).value == "text.line_numbers")
    person.keys("Return")
    person.until(lambda: person.program.preferences.get("editor.line_numbers"))
    person.until(lambda: QApplication.activePopupWidget() is None)
    assert person.focused() is person.editor.edit

    # Search, in all languages: accents and case do not matter.
    person.keys("Ctrl+Shift+F")
    person.until(person.search.line.hasFocus)
    person.write("TELEPHONE")
    model = person.search.model
    person.until(lambda: model.rowCount() > 2)
    hits = [model.hit(model.index(row)) for row in range(model.rowCount())]
    assert {hit.locale for hit in hits if hit} >= {"en", "fr"}
    french = next(row for row, hit in enumerate(hits) if hit and hit.locale == "fr")
    person.keys(*["Down"] * french, "Return")
    hit = hits[french]
    assert hit is not None
    person.sees_open(hit.owner, "fr")
    assert person.editor.edit.hasFocus()

    # Back and forward.
    person.keys("Alt+Left")
    person.sees_open(refund)
    person.keys("Alt+Right")
    person.sees_open(hit.owner, "fr")


def test_finding_and_replacing_in_the_text(person: Person) -> None:
    article = person.open(CANCEL)
    before = person.text(article).body
    assert before.count("order") > 3
    person.keys("Alt+2", "Ctrl+H")
    bar = person.editor.page.find_bar
    person.until(bar.words.hasFocus)
    person.write("order")
    person.until(lambda: bar.count.text())
    person.keys("F3", "Shift+F3")
    assert person.editor.edit.textCursor().selectedText().lower() == "order"
    person.click(bar.case)
    person.fill(bar.new, "parcel")
    person.click(bar.replace_every)
    wanted = before.replace("order", "parcel")
    person.until(lambda: person.editor.edit.toPlainText() == wanted)
    person.keys("Escape")
    person.until(person.editor.edit.hasFocus)
    person.settle()
    assert person.text(article).body == wanted
    person.sees("parcel")
    person.keys("Ctrl+Z")  # where one types, undo is the text's
    person.until(lambda: person.editor.edit.toPlainText() == before)
    person.settle()
    assert person.text(article).body == before
