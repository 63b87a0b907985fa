"""Words of a library as words: Qt takes what looks like HTML for HTML, and loads its pictures."""

from typing import Any

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel


class PlainLabel(QLabel):
    """A label that shows its words as they are."""

    def __init__(self, *arguments: Any, **properties: Any) -> None:
        """As QLabel."""
        super().__init__(*arguments, **properties)
        self.setTextFormat(Qt.TextFormat.PlainText)


def plain_tip(words: str) -> str:
    """Words for a tip, which has no setting for that."""
    return Qt.convertFromPlainText(words) if Qt.mightBeRichText(words) else words
