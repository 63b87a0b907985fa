"""An edit as data: what formatting commands give, and its application to the text in a widget."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from kbeditor.ui.editor.offsets import index_at, is_plain, units_before


class Edit(NamedTuple):
    """Replaces `start`..`end` with `text` and then selects `anchor`..`position`.

    All four are indices of characters; `anchor` and `position` count in the text afterwards.
    """

    start: int
    end: int
    text: str
    anchor: int
    position: int


Command = Callable[[str, int, int], Edit | None]
"""Takes the whole text, anchor and position; None: nothing to do."""


def read_text(document: QTextDocument) -> str:
    """The whole text, exactly: Qt's own `toPlainText` makes no-break spaces plain ones."""
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def perform(widget: QPlainTextEdit, command: Command) -> bool:
    """Run a command on the widget's text and selection, as one undo step."""
    text = read_text(widget.document())
    cursor = widget.textCursor()
    plain = is_plain(text) if text else True
    anchor, position = cursor.anchor(), cursor.position()
    if not plain:
        anchor, position = index_at(text, anchor), index_at(text, position)
    edit = command(text, anchor, position)
    if edit is None:
        return False
    apply(widget, text, edit, plain)
    return True


def apply(widget: QPlainTextEdit, text: str, edit: Edit, plain: bool) -> None:
    """Write an edit of `text` (the widget's present text) into the widget."""
    start, end, new = trim(text, edit.start, edit.end, edit.text)
    after = text[:start] + new + text[end:] if not plain or not new.isascii() else ""

    def unit(whole: str, index: int) -> int:
        return index if not whole or is_plain(whole) else units_before(whole, index)

    cursor = widget.textCursor()
    cursor.beginEditBlock()
    cursor.setPosition(unit("" if plain else text, start))
    cursor.setPosition(unit("" if plain else text, end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(new)
    cursor.endEditBlock()
    cursor.setPosition(unit(after, edit.anchor))
    cursor.setPosition(unit(after, edit.position), QTextCursor.MoveMode.KeepAnchor)
    widget.setTextCursor(cursor)
    widget.ensureCursorVisible()


def trim(text: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """The same replacement without what stays equal at both ends."""
    old = text[start:end]
    ahead = _shared(old, new)
    behind = _shared(
        old[: ahead - 1 if ahead else None : -1], new[: ahead - 1 if ahead else None : -1]
    )
    return start + ahead, end - behind, new[ahead : len(new) - behind]


def _shared(one: str, other: str) -> int:
    """How many characters both begin with: halves are compared whole, not letter by letter."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
