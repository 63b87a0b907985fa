"""Words of a library as words: Qt takes what looks like HTML for HTML, and loads its pictures."""

from collections.abc import Callable
from functools import wraps
from html import escape
from typing import Any, ParamSpec, TypeVar

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel

P = ParamSpec("P")
R = TypeVar("R")


class PlainLabel(QLabel):
    """A label that shows its words as they are."""

    def __init__(self, *arguments: Any, **properties: Any) -> None:
        """As QLabel."""
        super().__init__(*arguments, **properties)
        self.setTextFormat(Qt.TextFormat.PlainText)


def plain_tip(words: str) -> str:
    """Words for a tip, which has no setting for that."""
    if not Qt.mightBeRichText(words):
        return words
    # Qt's own way to do this leaves no place where a line may end.
    return f"<p>{escape(words)}</p>".replace("\n", "<br>")


def plain_tips(data: Callable[P, R]) -> Callable[P, R]:
    """For a model's `data(index, role)`: what it tells for tips are plain words."""

    @wraps(data)
    def told(*arguments: P.args, **named: P.kwargs) -> R:
        value = data(*arguments, **named)
        if isinstance(value, str) and arguments[-1] == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(value)  # type: ignore[return-value]
        return value

    return told
