"""Asks before something is done: a question, what it means, buttons that say what they do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

Answer = tuple[str, Callable[[], None]]


def ask(
    window: QWidget, question: str, explanation: str, *answers: Answer, dangerous: bool = False
) -> QMessageBox:
    """Show a question over the window; returns at once. Cancel is always offered.

    The first answer is the default, unless it is `dangerous`: then Cancel is.
    """
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning if dangerous else QMessageBox.Icon.Question)
    box.setText(question)
    box.setInformativeText(explanation)
    runs: dict[QPushButton, Callable[[], None]] = {}
    for words, run in answers:
        button = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
        runs[button] = run
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel if dangerous else next(iter(runs)))
    box.setEscapeButton(cancel)
    box.buttonClicked.connect(lambda button: runs.get(button, _nothing)())
    box.open()
    return box


def _nothing() -> None:
    """Cancel."""
