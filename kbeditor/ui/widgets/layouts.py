"""Emptying a layout, to fill it anew."""

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Take all widgets out and let them go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()  # it goes at the end of the event: nothing of it is painted till then
            widget.deleteLater()
