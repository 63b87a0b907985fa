"""An editor's day at the real window, on the sample library."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kbeditor.domain.states import State
from kbeditor.ui.editor.link_dialog import LinkDialog
from kbeditor.ui.welcome import Welcome
from tests.helpers.window import Person


def test_from_the_welcome_page_to_a_published_article(person: Person) -> None:
    person.start()
    welcome = person.window.findChild(Welcome)
    assert welcome.isVisible()
    person.click(welcome.cards["file.sample"])
    person.until(lambda: person.program.bridge.library is not None)
    person.until(lambda: person.navigator.model.rowCount())
    assert person.titles(None)[:3] == ["My Orders", "My Account", "Payment"]

    # A category and an article in it, by keyboard.
    person.settle()
    person.keys("Alt+1", "Ctrl+Shift+N")
    person.until(lambda: person.focused().metaObject().className() == "QExpandingLineEdit")
    person.write("Gifts\n")
    person.until(lambda: "Gifts" in person.titles(None))
    person.settle()  # until it is on disk, too
    gifts = person.find("Gifts")
    person.keys("Ctrl+N")
    person.until(lambda: person.focused().metaObject().className() == "QExpandingLineEdit")
    person.write("Can I send a gift?\n")
    person.until(lambda: person.titles("Gifts") == ["Can I send a gift?"])
    person.settle()
    article = person.find("Can I send a gift?")
    person.sees_open(article)

    # Rename in place, with the keyboard.
    person.keys("F2")
    person.until(lambda: person.focused().metaObject().className() == "QExpandingLineEdit")
    person.keys("Ctrl+A")
    person.write("How do I send a gift?\n")
    person.until(lambda: person.titles("Gifts") == ["How do I send a gift?"])

    # Write.
    person.settle()
    person.keys("Alt+2")
    person.until(lambda: person.editor.edit.hasFocus())
    person.write("You can ")
    person.keys("Ctrl+B")
    person.write("always")
    person.keys("Ctrl+B")
    person.write(" send one.\n\n")
    person.keys("Ctrl+Shift+8")
    person.write("Choose it\nWrap it\n")
    person.write("\nSee ")
    person.keys("Ctrl+K")
    dialog = person.dialog(LinkDialog)
    person.write("wire tran")
    person.until(lambda: dialog.found.count() > 0)
    person.keys("Return")
    person.until(lambda: "kb:" in person.editor.edit.toPlainText())
    assert person.focused() is person.editor.edit
    person.write(".\n\n")
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    data = QMimeData()
    data.setImageData(picture)
    QGuiApplication.clipboard().setMimeData(data)
    person.keys("Ctrl+V")
    person.until(lambda: "![" in person.editor.edit.toPlainText())
    person.settle()
    body = person.text(article).body
    wire = person.find("How do I pay by wire transfer?")
    assert body.startswith("You can **always** send one.\n\n- Choose it\n- Wrap it\n\nSee [")
    assert f"](kb:{wire.id})." in body
    assert body == person.editor.edit.toPlainText()

    # The preview shows it.
    person.sees("You can always send one.")
    assert person.in_page("document.querySelector('strong').textContent") == "always"
    assert person.in_page(
        "[...document.querySelectorAll('li')].map(e => e.textContent.trim())"
    ) == [
        "Choose it",
        "Wrap it",
    ]
    assert person.in_page("document.querySelector('a').textContent") == (
        "How do I pay by wire transfer?"
    )
    assert person.sees_pictures() == 1

    # Publish it with its category.
    person.keys("Ctrl+Shift+Return")
    person.until(lambda: person.note() == "1 text published.")
    assert person.text(article).state is State.PUBLISHED
    assert person.text(gifts).state is not State.MISSING
