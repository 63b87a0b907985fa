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

    def show_change(self, old: str, new: str) -> None:
        """Show how the old text became the new one, word by word; equal ones as they are."""
        looks = self._looks()
        self.clear()
        cursor = self.textCursor()
        for piece in diff_words(old, new):
            cursor.insertText(piece.text, looks[piece.kind])
        self.verticalScrollBar().setValue(0)

    def _looks(self) -> Mapping[str, QTextCharFormat]:
        # Not by colour alone.
        gone, new = QTextCharFormat(), QTextCharFormat()
        gone.setFontStrikeOut(True)
        gone.setForeground(self._themes.colour("error"))
        gone.setBackground(self._themes.colour("error_soft"))
        new.setFontUnderline(True)
        new.setForeground(self._themes.colour("success"))
        new.setBackground(self._themes.colour("success_soft"))
        return {"same": QTextCharFormat(), "gone": gone, "new": new}
