"""What tests of the editor do again and again."""

from PySide6.QtGui import QTextCursor

from kbeditor.app.opening import open_workspace
from kbeditor.domain.records import Ref, Text, TextRef
from kbeditor.ui.desk import Desk
from kbeditor.ui.panes.editor import EditorPane
from tests.ui.pane_desk import ask


def stored(desk: Desk, ref: Ref, locale: str = "en") -> Text:
    text = ask(desk, lambda ws: ws.texts.get(TextRef(ref, locale)))
    assert text is not None
    return text


def write_elsewhere(desk: Desk, ref: Ref, body: str, locale: str = "en") -> None:
    """Another program writes the same text."""
    path = desk.bridge.path
    assert path is not None
    other = open_workspace(path, "Bob")
    text = other.texts.get(TextRef(ref, locale))
    assert text is not None
    other.texts.save(text.ref, text.version, body=body)
    other.close()


def put_caret(pane: EditorPane, words: str, *, select: bool = False) -> None:
    """The caret after some words, or these words selected."""
    place = pane.edit.toPlainText().index(words)
    cursor = pane.edit.textCursor()
    cursor.setPosition(place if select else place + len(words))
    if select:
        cursor.setPosition(place + len(words), QTextCursor.MoveMode.KeepAnchor)
    pane.edit.setTextCursor(cursor)
