"""Issues as they stand in a text that is being written: underlined, and dots in the margin."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from kbeditor.domain.blocks import CheckIssue
from kbeditor.ui.aids.words import issue_words
from kbeditor.ui.editor.edit import read_text
from kbeditor.ui.editor.markdown_edit import MarkdownEdit
from kbeditor.ui.editor.offsets import units_before
from kbeditor.ui.plain import plain_tip
from kbeditor.ui.themes import Themes

DOT = 2.6
"""Pixels from a dot's middle to its edge."""
STRIP = 14
"""Pixels of the margin in which dots stand."""


@dataclass(frozen=True, slots=True)
class Underline:
    """What is underlined from `start` to `end` (characters), and what is said of it."""

    start: int
    end: int
    level: str
    words: str


def underline(issue: CheckIssue, target: str, start: int = -1, end: int = -1) -> Underline:
    """An issue of a block that says `target`, at the place given or where it is in the block."""
    if start < 0:
        start, end = issue.place(target)
    return Underline(start, end, issue.level, issue_words(issue, target))


class Underlines(QObject):
    """Marks places in one editor; they move along with what is typed."""

    def __init__(self, edit: MarkdownEdit, themes: Themes, *, margin: bool) -> None:
        super().__init__(edit)
        self._edit, self._themes = edit, themes
        self._shown: list[tuple[QTextCursor, Underline]] = []
        self._margin = Margin(edit, self) if margin else None
        edit.viewport().installEventFilter(self)
        themes.changed.connect(self._show)

    def mark(self, underlines: Sequence[Underline]) -> None:
        """Show these, and no others."""
        document = self._edit.document()
        text = read_text(document) if underlines else ""
        last = document.characterCount() - 1
        self._shown = []
        for each in underlines:
            cursor = QTextCursor(document)
            cursor.setPosition(min(units_before(text, each.start), last))
            end = min(units_before(text, each.end), last)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self._shown.append((cursor, each))
        self._show()

    def words(self) -> list[str]:
        """What is said of the places, in their order."""
        return [each.words for _, each in self._shown]

    def words_at(self, line: int) -> list[str]:
        """What is said of the places that begin in a line (from 0)."""
        document = self._edit.document()
        return [
            each.words
            for cursor, each in self._shown
            if document.findBlock(cursor.selectionStart()).blockNumber() == line
        ]

    def levels(self) -> dict[int, str]:
        """The graver level of each line that has a place, by the line's number from 0."""
        found: dict[int, str] = {}
        for cursor, each in self._shown:
            line = self._edit.document().findBlock(cursor.selectionStart()).blockNumber()
            if found.get(line) != "error":
                found[line] = each.level
        return found

    def colour(self, level: str) -> str:
        """The role of a level's colour."""
        return "error" if level == "error" else "warning"

    @property
    def themes(self) -> Themes:
        """Where colours come from."""
        return self._themes

    def _show(self) -> None:
        selections = []
        for cursor, each in self._shown:
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(self._themes.colour(self.colour(each.level)))
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, look
            selections.append(selection)
        self._edit.show_marks(selections)
        if self._margin is not None:
            self._margin.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what is wrong where the mouse rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._edit.cursorForPosition(event.pos()).position()
            said = [
                each.words
                for cursor, each in self._shown
                if cursor.selectionStart() <= at <= cursor.selectionEnd()
            ]
            if said:
                QToolTip.showText(event.globalPos(), plain_tip("\n".join(said)), self._edit)
                return True
        return super().eventFilter(watched, event)


class Margin(QWidget):
    """A dot beside each line that has an issue; it lies between the text and the window's edge."""

    def __init__(self, edit: MarkdownEdit, marks: Underlines) -> None:
        super().__init__(edit)
        self._edit, self._marks = edit, marks
        edit.updateRequest.connect(lambda _rect, _scrolled: self.update())
        edit.column_moved.connect(lambda _left, _right: self._place())
        edit.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        area = self._edit.viewport().geometry()
        left = area.right() + 1 if self._edit.isRightToLeft() else area.left() - STRIP
        self.setGeometry(QRect(left, area.top(), STRIP, area.height()))
        self.raise_()

    def event(self, event: QEvent) -> bool:
        """Say what is wrong in the line at which the mouse rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for block, top in self._edit.visible_blocks():
                if top <= event.pos().y() < top + self._edit.blockBoundingRect(block).height():
                    words = self._marks.words_at(block.blockNumber())
                    QToolTip.showText(event.globalPos(), plain_tip("\n".join(words)), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        levels = self._marks.levels()
        if not levels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = QFontMetricsF(self._edit.font()).height() / 2
        for block, top in self._edit.visible_blocks():
            level = levels.get(block.blockNumber())
            if level:
                painter.setBrush(self._marks.themes.colour(self._marks.colour(level)))
                painter.drawEllipse(QPointF(STRIP / 2, top + middle), DOT, DOT)
