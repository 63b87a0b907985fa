"""How one version became another, in Markdown: what went struck out, what came underlined."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFontDatabase,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser

from kbeditor.domain.versions import Part
from kbeditor.ui.history.words import part_words
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.diff_view import diff_looks

AROUND = 1
"""So many unchanged paragraphs are shown before and after a change."""
GAP = 8


class SourceDiff(QTextBrowser):
    """For reading; the words can be selected and copied. Goes from change to change."""

    went = Signal(int, int)  # the change one is at (from 1), how many there are

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self._parts: Sequence[Part] = ()
        self._whole = False
        self._places: list[int] = []  # where each change begins
        self._at = -1
        self.setAccessibleName(self.tr("What changed"))
        self.setTabChangesFocus(True)
        self.setProperty("framed", "true")
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.document().setDocumentMargin(12)
        themes.changed.connect(self._fill)

    def show_parts(self, parts: Sequence[Part], *, whole: bool, right_to_left: bool) -> None:
        """Show these; `whole`: with all that did not change. At the first change."""
        option = QTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self._parts, self._whole = parts, whole
        self._fill()

    def step(self, by: int) -> None:
        """Go to the next change (1), or the one before (-1)."""
        if self._places:
            self._go(min(max(self._at + by, 0), len(self._places) - 1))

    def _go(self, at: int) -> None:
        self._at = at
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places[at])
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(max(0, top - self.viewport().height() // 4))
        self.went.emit(at + 1, len(self._places))

    def _fill(self) -> None:
        self.clear()
        self._places, self._at = [], -1
        looks = diff_looks(self._themes)
        quiet, label = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(self._themes.colour("muted"))
        label.setForeground(self._themes.colour("muted"))
        label.setFontItalic(True)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        shown, begun, changed_before = _near_changes(self._parts, self._whole), False, False
        for start, end, is_shown in shown:
            if not is_shown:
                words = self.tr("… %Ln unchanged paragraph(s)", "", end - start)
                _line(cursor, begun)
                cursor.insertText(_apart(words), label)
                begun, changed_before = True, False
                continue
            for part in self._parts[start:end]:
                _line(cursor, begun)
                begun = True
                changed = part.change != "same"
                if changed and not changed_before:
                    self._places.append(cursor.position())
                changed_before = changed
                if words := part_words(part):
                    cursor.insertText(words, label)
                for piece in part.pieces:
                    look = looks[piece.kind] if changed else quiet
                    cursor.insertText(piece.text.replace("\n", "\u2028"), look)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.went.emit(0, len(self._places))
        if self._places:
            self._go(0)


def _near_changes(parts: Sequence[Part], whole: bool) -> list[tuple[int, int, bool]]:
    """Runs of parts, from and to, and whether they are shown."""
    near = bytearray(len(parts))
    for at, part in enumerate(parts):
        if whole or part.change != "same":
            start, end = max(0, at - AROUND), min(len(parts), at + AROUND + 1)
            near[start:end] = b"\x01" * (end - start)
    runs: list[tuple[int, int, bool]] = []
    for at, shown in enumerate(near):
        if runs and runs[-1][2] == bool(shown):
            runs[-1] = runs[-1][0], at + 1, bool(shown)
        else:
            runs.append((at, at + 1, bool(shown)))
    return runs


def _apart(words: str) -> str:
    """Words of the window among those of another script: in an order of their own."""
    return f"\u2068{words}\u2069"


def _line(cursor: QTextCursor, below: bool) -> None:
    form = QTextBlockFormat()
    form.setTopMargin(GAP)
    if below:
        cursor.insertBlock(form, QTextCharFormat())
