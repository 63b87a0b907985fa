"""Reading a selection by its ranges: it may cover a hundred thousand rows."""

from PySide6.QtCore import QItemSelection, QItemSelectionRange


def ranges(selection: QItemSelection) -> list[QItemSelectionRange]:
    """The rectangles that make up a selection."""
    return [selection.at(number) for number in range(selection.count())]
