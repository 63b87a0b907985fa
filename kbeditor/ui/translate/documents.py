"""The texts of blocks that were opened lately, with their undo steps."""

from collections import OrderedDict

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from kbeditor.ui.editor.edit import read_text, trim
from kbeditor.ui.editor.highlighter import MarkdownHighlighter
from kbeditor.ui.editor.offsets import units_before
from kbeditor.ui.themes import Themes

KEPT = 50
"""So many blocks of one text keep their undo steps."""


class BlockDocuments(QObject):
    """Documents by block, of one text."""

    def __init__(self, themes: Themes, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        self._size = 11.0
        self._documents: OrderedDict[str, QTextDocument] = OrderedDict()
        self._highlighters: dict[str, MarkdownHighlighter] = {}

    def get(self, block_id: str, words: str, *, plain: bool) -> QTextDocument:
        """The document of a block, which says `words` now; `plain` without highlighting."""
        document = self._documents.get(block_id)
        if document is None:
            document = QTextDocument(self)
            document.setDocumentLayout(QPlainTextDocumentLayout(document))
            document.setDocumentMargin(0)
            document.setPlainText(words)
            self._documents[block_id] = document
            if not plain:
                colours = self._themes.current.colours
                self._highlighters[block_id] = MarkdownHighlighter(document, colours, self._size)
                self._highlighters[block_id].rehighlight()
        else:
            say(document, words)
        self._documents.move_to_end(block_id)
        while len(self._documents) > KEPT:
            self._drop(next(iter(self._documents)))
        return document

    def set_look(self, size: float) -> None:
        """Take the theme's colours and another size of font."""
        self._size = size
        for highlighter in self._highlighters.values():
            highlighter.set_look(self._themes.current.colours, size)

    def clear(self) -> None:
        """Forget all of them; none may be shown any more."""
        for block_id in list(self._documents):
            self._drop(block_id)

    def _drop(self, block_id: str) -> None:
        self._highlighters.pop(block_id, None)
        self._documents.pop(block_id).deleteLater()


def say(document: QTextDocument, words: str) -> None:
    """Make a document say something else, as one step of undo; nothing where it does already."""
    old = read_text(document)
    if old == words:
        return
    start, end, between = trim(old, 0, len(old), words)
    cursor = QTextCursor(document)
    cursor.setPosition(units_before(old, start))
    cursor.setPosition(units_before(old, end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(between)
