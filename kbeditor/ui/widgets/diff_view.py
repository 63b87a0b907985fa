"""Two texts as one, with what went struck out and what came underlined."""

from collections.abc import Mapping

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from kbeditor.domain.word_diff import diff_words
from kbeditor.ui.themes import Themes


class DiffView(QTextEdit):
    """A few lines for reading; the words can be selected and copied."""

    def __init__(self, themes: Themes) -> None:
        super().__init__(readOnly=True)
        self._themes = themes
        self.setTabChangesFocus(True)
        self.setProperty("framed", "true")

    def show_change(self, old: str, new: str, *, flowing: bool = False) -> None:
        """Show how the old text became the new one; equal ones as they are. See `diff_words`."""
        looks = diff_looks(self._themes)
        self.clear()
        cursor = self.textCursor()
        for piece in diff_words(old, new, flowing=flowing):
            cursor.insertText(piece.text, looks[piece.kind])
        self.verticalScrollBar().setValue(0)


def diff_looks(themes: Themes) -> Mapping[str, QTextCharFormat]:
    """The formats of `word_diff.Piece`s by kind: not told apart by colour alone."""
    gone, new = QTextCharFormat(), QTextCharFormat()
    gone.setFontStrikeOut(True)
    gone.setForeground(themes.colour("error"))
    gone.setBackground(themes.colour("error_soft"))
    new.setFontUnderline(True)
    new.setForeground(themes.colour("success"))
    new.setBackground(themes.colour("success_soft"))
    return {"same": QTextCharFormat(), "gone": gone, "new": new}
