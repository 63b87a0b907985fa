"""The direction in which a locale is written, for a field of plain text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


def set_text_direction(edit: QPlainTextEdit | QTextEdit, right_to_left: bool) -> None:
    """Lay out widget and text; plain text has one direction and one side for all its lines."""
    direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    # The layout of plain text knows no leading side: it must be told left or right. That of rich
    # text takes left for leading.
    plain = isinstance(edit, QPlainTextEdit)
    right = plain and right_to_left
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    if edit.layoutDirection() != direction:
        edit.setLayoutDirection(direction)
    option = edit.document().defaultTextOption()
    if option.textDirection() != direction or option.alignment() != side:
        option.setTextDirection(direction)
        option.setAlignment(side)
        edit.document().setDefaultTextOption(option)
