"""A dialog that is a window of its own: large, and Enter in a field ends the field alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog

WIDTH, HEIGHT = 1240, 800
AROUND = 60
"""Pixels of the screen that are left for the window's frame and the system's bars."""


class Workbench(Dialog):
    """No larger than the screen."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title, WIDTH)
        self.setWindowFlag(Qt.WindowType.Window)
        room = desk.window.screen().availableSize()
        self.resize(min(WIDTH, room.width() - AROUND), min(HEIGHT, room.height() - AROUND))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(self.focusWidget(), QLineEdit):
            event.accept()  # its words are kept; nothing is published by the way
        else:
            super().keyPressEvent(event)
