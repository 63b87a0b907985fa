"""The field in which one block is written: as high as its text, left by Tab, Enter and arrows."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from kbeditor.domain.blocks import FIELDS, BlockKind
from kbeditor.ui.editor.edit import Edit as Change
from kbeditor.ui.editor.edit import apply, read_text
from kbeditor.ui.editor.markdown_edit import MarkdownEdit
from kbeditor.ui.editor.offsets import is_plain
from kbeditor.ui.translate.geometry import EDGE

ONE_LINE = frozenset(
    (*FIELDS, BlockKind.HEADING, BlockKind.CELL, BlockKind.TERM, BlockKind.CAPTION)
)
"""Kinds that hold no line breaks; Enter leads on to the next block."""


class BlockEdit(MarkdownEdit):
    """Markdown of one block. A blank line would begin another block: none can be typed."""

    step_wanted = Signal(int)  # 1: the next block, -1: the one before
    escaped = Signal()
    focus_changed = Signal()
    edges = (EDGE - 1, EDGE - 1)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = BlockKind.PARAGRAPH
        self.setObjectName("block.target")
        self.setAccessibleName(self.tr("Translation of the block"))
        self.set_measure(0)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.set_wrapped(True)

    def text_height(self) -> int:
        """Pixels that the text takes at the present width."""
        height = 0.0
        block = self.document().begin()
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return round(height)

    def replace(self, words: str) -> None:
        """Put other words in place of all, as one step of undo."""
        self.replace_span(0, len(read_text(self.document())), words)

    def replace_span(self, start: int, end: int, words: str) -> None:
        """Put other words in place of some characters, as one step of undo."""
        text = read_text(self.document())
        here = start + len(words)
        apply(self, text, Change(start, end, words, here, here), not text or is_plain(text))

    def select_all_from_end(self) -> None:
        """Everything selected, so that what is typed takes its place."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bare = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Escape and bare == none:
            self.escaped.emit()
        elif key == Qt.Key.Key_Tab and bare == none:
            self.step_wanted.emit(1)
        elif key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Tab and bare == shift):
            self.step_wanted.emit(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bare in (none, shift):
            self._enter()
        elif key == Qt.Key.Key_Down and bare == none and self._at_edge(last=True):
            self.step_wanted.emit(1)
        elif key == Qt.Key.Key_Up and bare == none and self._at_edge(last=False):
            self.step_wanted.emit(-1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _enter(self) -> None:
        if self.isReadOnly() or self.kind in ONE_LINE:
            self.step_wanted.emit(1)
            return
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        after = cursor.block().text()[cursor.positionInBlock() :]
        if before.strip() and (after.strip() or not cursor.block().next().isValid()):
            cursor.insertText("\n")
            self.ensureCursorVisible()

    def _at_edge(self, *, last: bool) -> bool:
        """Whether the caret is in the last line as it is wrapped, or in the first."""
        cursor = self.textCursor()
        line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock()).lineNumber()
        if last:
            return (
                not cursor.block().next().isValid()
                and line >= cursor.block().layout().lineCount() - 1
            )
        return not cursor.block().previous().isValid() and line <= 0

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted lines stay in this block."""
        words = source.text()
        if "\n" not in words:
            super().insertFromMimeData(source)
            return
        lines = [line.rstrip() for line in words.replace("\r", "").split("\n") if line.strip()]
        data = QMimeData()
        data.setText((" " if self.kind in ONE_LINE else "\n").join(lines))
        super().insertFromMimeData(data)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()
