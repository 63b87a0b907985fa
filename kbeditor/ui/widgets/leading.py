"""Labels whose words may be of either direction, but which stay where the window's text begins."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStyle


def keep_leading(label: QLabel) -> None:
    """An Arabic title in an English window stands on the left, and the other way round."""
    side = QStyle.visualAlignment(label.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
    label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
