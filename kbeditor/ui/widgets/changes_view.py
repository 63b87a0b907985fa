"""Changed blocks one below the other, each with what went struck out and what came underlined."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from kbeditor.domain.word_diff import Piece, diff_words
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.diff_view import diff_looks

MOST = 200
"""So many changes are shown; nobody reads more before deciding."""
GAP = 10


@dataclass(frozen=True, slots=True)
class ShownChange:
    """`heading` "" continues the one before; `label` says what the block is and what happened.

    `flowing`: it is words, not code (see `diff_words`).
    """

    heading: str
    label: str
    old: str
    new: str
    flowing: bool = False


class ChangesView(QTextBrowser):
    """For reading; the words can be selected and copied."""

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._changes: Sequence[ShownChange] = ()
        self.setAccessibleName(self.tr("What changed"))
        self.setTabChangesFocus(True)
        self.setProperty("framed", "true")
        self.document().setDocumentMargin(8)
        themes.changed.connect(self._fill)

    def show_changes(self, changes: Sequence[ShownChange]) -> None:
        """Replace all."""
        self._changes = changes
        self._fill()

    def _fill(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        looks = diff_looks(self._themes)
        label, heading = QTextCharFormat(), QTextCharFormat()
        label.setForeground(self._themes.colour("muted"))
        label.setFontPointSize(self.font().pointSizeF() * 0.88)
        heading.setFontWeight(600)
        for number, change in enumerate(self._changes[:MOST]):
            if change.heading:
                self._line(cursor, number > 0, GAP)
                cursor.insertText(change.heading, heading)
            if change.label:
                self._line(cursor, number > 0 or bool(change.heading), GAP // 2)
                cursor.insertText(change.label, label)
            self._line(cursor, number > 0 or bool(change.heading or change.label), 0)
            for piece in _pieces(change):
                cursor.insertText(piece.text.replace("\n", "\u2028"), looks[piece.kind])
        left = len(self._changes) - MOST
        if left > 0:
            self._line(cursor, True, GAP)
            cursor.insertText(self.tr("… and %Ln more block(s)", "", left), label)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _line(self, cursor: QTextCursor, below: bool, gap: int) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(gap)
        if below:
            cursor.insertBlock(form, QTextCharFormat())
        else:
            cursor.setBlockFormat(QTextBlockFormat())


def _pieces(change: ShownChange) -> list[Piece]:
    if not change.old:
        return [Piece("new", change.new)]
    if not change.new:
        return [Piece("gone", change.old)]
    return diff_words(change.old, change.new, flowing=change.flowing)
