"""The words that are marked where the keyboard is."""

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from kbeditor.ui.aids.cards import BREAK

PARAGRAPH = "\u2029"


def selected_words() -> str:
    """In one line; "" when nothing is marked."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        words = widget.textCursor().selectedText().replace(PARAGRAPH, " ")
    elif isinstance(widget, QLineEdit | QLabel):
        words = widget.selectedText()
    else:
        words = ""
    return " ".join(words.replace(BREAK, "").split())
