"""Places in the merged text that are to be decided; they stay where they are while one writes."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextEdit

from kbeditor.domain.merging import Merged, Origin
from kbeditor.ui.editor.edit import read_text
from kbeditor.ui.editor.offsets import units_before


class Spot:
    """A stretch of the body, with the line breaks behind it."""

    def __init__(self, document: QTextDocument, start: int, end: int, gap: str) -> None:
        """`start`, `end`: characters as Qt counts them; `gap` stands behind the words."""
        self._start, self._end = QTextCursor(document), QTextCursor(document)
        self._start.setPosition(start)
        self._start.setKeepPositionOnInsert(True)
        self._end.setPosition(end)
        self._gap = gap
        self.known = self.text  # as it was put there

    @property
    def text(self) -> str:
        """What stands there now."""
        return self.cursor().selection().toPlainText().rstrip("\n")

    @property
    def by_hand(self) -> bool:
        """Whether somebody wrote in it."""
        return self.text != self.known

    def cursor(self) -> QTextCursor:
        """All of it, selected."""
        cursor = QTextCursor(self._start)
        cursor.setKeepPositionOnInsert(False)
        cursor.setPosition(self._end.position(), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def put(self, words: str) -> None:
        """Let other words stand there; none take the empty lines behind them along."""
        start, cursor = self._start.position(), self.cursor()
        cursor.insertText(words + self._gap if words else "")
        self._start.setPosition(start)
        self._end.setPosition(cursor.position())
        self.known = self.text

    def mark(self, colour: QColor) -> QTextEdit.ExtraSelection:
        """How it is shown."""
        selection, form = QTextEdit.ExtraSelection(), QTextCharFormat()
        form.setBackground(colour)
        form.setProperty(QTextFormat.Property.FullWidthSelection, not self.text)
        selection.cursor, selection.format = self.cursor(), form
        return selection


def body_spots(document: QTextDocument, merged: Merged) -> dict[int, Spot]:
    """Fill a document with a merged body, mine where nothing is decided; the spots by stretch."""
    document.setPlainText(merged.text())
    body = read_text(document)
    spots = {}
    at = len(merged.start)
    last = max((i for i, each in enumerate(merged.stretches) if _said(merged, i)), default=-1)
    for index, each in enumerate(merged.stretches):
        said = _said(merged, index)
        gap = each.gap if said and index != last else ""
        # `Merged.text` lengthens what stands before something that is left out.
        following = index + 1 < len(merged.stretches) and not _said(merged, index + 1)
        if following and gap and merged.stretches[index + 1].origin is Origin.CLASH:
            gap = max(gap, merged.stretches[index + 1].gap, key=len)
        end = at + len(said) + len(gap)
        if each.origin is Origin.CLASH:
            start, stop = units_before(body, at), units_before(body, min(end, len(body)))
            spots[index] = Spot(document, start, stop, each.gap)
        at = end
    return spots


def _said(merged: Merged, index: int) -> str:
    stretch = merged.stretches[index]
    return stretch.mine if stretch.origin is Origin.CLASH else stretch.text
