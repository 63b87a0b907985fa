"""Small things that Qt's layouts lack: margins that are mirrored, and being filled anew."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout


def set_side_margins(layout: QLayout, before: int, after: int) -> None:
    """Margins at the side where lines begin and where they end, in the window's direction."""
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    left, right = (after, before) if mirrored else (before, after)
    layout.setContentsMargins(left, 0, right, 0)


def clear(layout: QLayout) -> None:
    """Take all widgets out and let them go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()  # it goes at the end of the event: nothing of it is painted till then
            widget.deleteLater()
