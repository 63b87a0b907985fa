"""The Markdown text widget: a centred column with list keys, line numbers and smart pasting."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from kbeditor.ui.editor.direction import set_text_direction
from kbeditor.ui.editor.edit import Command, perform, read_text
from kbeditor.ui.editor.inline_commands import is_address, link, toggle, wrap
from kbeditor.ui.editor.list_keys import enter, shift, wants_indent

_WRAPPERS: dict[str, Command] = {
    "*": toggle("*"),
    "_": toggle("_"),
    "`": toggle("`"),
    "~": toggle("~~"),
    "(": wrap("(", ")"),
    "[": wrap("[", "]"),
    '"': wrap('"', '"'),
    "«": wrap("« ", " »"),
    "“": wrap("“", "”"),
}
PADDING = 24  # pixels, at least, on either side of the column
TOP = 16


class LineNumbers(QWidget):
    """The strip with line numbers; the editor paints it."""

    def __init__(self, editor: "MarkdownEdit") -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_numbers(self, event)


class MarkdownEdit(QPlainTextEdit):
    """Markdown with formatting keys; knows nothing of libraries.

    Pasted or dropped pictures and files are handed on by `files_pasted`.
    """

    zoomed = Signal(int)  # steps, from Ctrl + wheel
    files_pasted = Signal(object)  # QMimeData with a picture or files
    column_moved = Signal(int, int)  # pixels beside the text column, left and right
    edges = (PADDING, TOP)  # beside and above the text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setCenterOnScroll(False)
        self.setCursorWidth(2)
        self.setBackgroundRole(self.viewport().backgroundRole())
        self._measure = 80
        self._numbers = LineNumbers(self)
        self._numbers.hide()
        self._number_colour = QColor("gray")
        self._line_colour = QColor(0, 0, 0, 12)
        self._found: list[QTextEdit.ExtraSelection] = []
        self._marks: list[QTextEdit.ExtraSelection] = []
        self.cursorPositionChanged.connect(self._mark_line)
        self.updateRequest.connect(self._follow)
        self.blockCountChanged.connect(self._place_column)

    # ------------------------------------------------------------------ looks

    def set_colours(self, number: QColor, current_line: QColor) -> None:
        """Colours of the line numbers and of the line with the caret."""
        self._number_colour, self._line_colour = number, current_line
        self._mark_line()
        self._numbers.update()

    def set_measure(self, characters: int) -> None:
        """Width of the text column in characters; 0: as wide as the window."""
        self._measure = characters
        self._place_column()

    def set_wrapped(self, on: bool) -> None:
        """Wrap long lines or let them run out to the right."""
        mode = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(mode.WidgetWidth if on else mode.NoWrap)

    def set_numbered(self, on: bool) -> None:
        """Show or hide line numbers."""
        self._numbers.setVisible(on)
        self._place_column()

    def set_direction(self, right_to_left: bool) -> None:
        """Direction of the text as a whole."""
        set_text_direction(self, right_to_left)
        self._place_column()

    def setDocument(self, document: QTextDocument) -> None:
        super().setDocument(document)
        self._found, self._marks = [], []
        self._place_column()
        self._mark_line()

    def numbers_width(self) -> int:
        """Pixels that the line numbers take; 0 when hidden."""
        if self._numbers.isHidden():
            return 0
        digits = max(3, len(str(self.blockCount())))
        return round(QFontMetricsF(self.font()).horizontalAdvance("0") * 0.85 * digits) + 20

    def column_width(self) -> int:
        """Pixels of the text column when there is room for it."""
        if not self._measure:
            return 1 << 20
        return round(QFontMetricsF(self.font()).horizontalAdvance("n") * self._measure)

    def _place_column(self) -> None:
        """Centre the text column by the margins of the viewport."""
        padding, top = self.edges
        numbers = self.numbers_width()
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        side = max(padding, (room - self.column_width()) // 2, 0)
        start = max(side, numbers + 8) if numbers else side
        end = max(padding, room - start - self.column_width())
        wanted = (end, start) if self.isRightToLeft() else (start, end)
        margins = self.viewportMargins()
        if (margins.left(), margins.right(), margins.top()) != (*wanted, top):
            self.setViewportMargins(wanted[0], top, wanted[1], 0)
            self.column_moved.emit(*wanted)
        area = self.viewport().geometry()
        if numbers:
            left = area.right() + 9 if self.isRightToLeft() else area.left() - numbers - 8
            self._numbers.setGeometry(QRect(left, area.top(), numbers, area.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_column()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place_column()

    def _follow(self, rect: QRect, scrolled: int) -> None:
        if self._numbers.isHidden():
            return
        if scrolled:
            self._numbers.scroll(0, scrolled)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())

    def paint_numbers(self, strip: QWidget, event: QPaintEvent) -> None:
        """Paint the visible line numbers into their strip."""
        painter = QPainter(strip)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        painter.setPen(self._number_colour)
        side = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        height = QFontMetricsF(self.font()).height()
        for block, top in self.visible_blocks():
            if top > event.rect().bottom():
                break
            place = QRect(6, round(top), strip.width() - 12, round(height))
            flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
            painter.drawText(place, flags, str(block.blockNumber() + 1))

    def visible_blocks(self) -> list[tuple[QTextBlock, float]]:
        """The visible lines with their top edge in viewport pixels."""
        found = []
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        top = self.blockBoundingGeometry(block).translated(offset).top() if block.isValid() else 0.0
        bottom = self.viewport().height()
        while block.isValid() and top <= bottom:
            found.append((block, top))
            top += self.blockBoundingRect(block).height()
            block = block.next()
        return found

    # ------------------------------------------------------------------ marks in the text

    def show_found(self, found: list[QTextEdit.ExtraSelection]) -> None:
        """Mark these places, besides the current line."""
        self._found = found
        self._mark_line()

    def show_marks(self, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Mark these places lastingly, below those that were found."""
        self._marks = marks
        self._mark_line()

    def _mark_line(self) -> None:
        line = QTextEdit.ExtraSelection()
        line.format.setBackground(self._line_colour)
        line.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        cursor = self.textCursor()
        cursor.clearSelection()
        line.cursor = cursor
        marked = [*self._marks, *self._found]
        # On an empty page the line would lie over the words that invite to write.
        plain = self.isReadOnly() or self.document().isEmpty()
        self.setExtraSelections(marked if plain else [line, *marked])

    # ------------------------------------------------------------------ place

    def place(self) -> tuple[float, float]:
        """(line, part): which line (from 1, with fraction) is at `part` of the window's height.

        `part` is how far the text is scrolled, 0 to 1: two views that show the same line at the
        same part begin and end together.
        """
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if bar.maximum() else 0.0
        wanted = part * self.viewport().height()
        line = 1.0
        for block, top in self.visible_blocks():
            height = self.blockBoundingRect(block).height() or 1.0
            if top > wanted:
                break
            line = block.blockNumber() + 1 + min((wanted - top) / height, 1.0)
        return line, part

    def show_place(self, line: float, part: float) -> None:
        """Scroll so that `place` gives this, as near as whole rows allow."""
        number = min(max(int(line) - 1, 0), self.blockCount() - 1)
        block = self.document().findBlockByNumber(number)
        rows = self.viewport().height() / max(QFontMetricsF(self.font()).lineSpacing(), 1.0)
        within = min(max(line - 1 - number, 0.0), 1.0) * block.lineCount()
        self.verticalScrollBar().setValue(round(block.firstLineNumber() + within - part * rows))

    def top_character(self) -> int:
        """Where in the text the topmost row begins: the same at any width, unlike its number."""
        return self.cursorForPosition(QPoint(0, 0)).position()

    def scroll_to_character(self, place: int) -> None:
        """Scroll so that the row which holds this place is the topmost."""
        block = self.document().findBlock(place)
        if block.isValid():
            row = block.layout().lineForTextPosition(place - block.position())
            within = row.lineNumber() if row.isValid() else 0
            self.verticalScrollBar().setValue(block.firstLineNumber() + within)

    def go_to_line(self, line: int, *, focus: bool = True) -> None:
        """Put the caret at the start of a line (from 1) and show it."""
        block = self.document().findBlockByNumber(min(max(line, 1), self.blockCount()) - 1)
        cursor = QTextCursor(block)
        self.setTextCursor(cursor)
        self.centerCursor()
        if focus:
            self.setFocus()

    # ------------------------------------------------------------------ keys

    def perform(self, command: Command) -> bool:
        """Run a formatting command as one undo step."""
        return not self.isReadOnly() and perform(self, command)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.isReadOnly() and self._own_key(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        none = Qt.KeyboardModifier.NoModifier
        bare = modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return bare == none and self._on_line(enter)
        if key == Qt.Key.Key_Tab and bare == none:
            return self._tab()
        if key == Qt.Key.Key_Backtab:
            perform(self, shift(outwards=True))
            return True
        command = _WRAPPERS.get(event.text())
        if command is not None and self.textCursor().hasSelection():
            return perform(self, command)
        return False

    def _on_line(self, command: Command) -> bool:
        """Run a command that looks at the caret's line, unless that line rules it out."""
        block = self.textCursor().block()
        words = block.text()
        if not words or (words[0] not in " \t>-*+" and not words[0].isdigit()):
            return False
        return perform(self, command)

    def _tab(self) -> bool:
        cursor = self.textCursor()
        position = cursor.position()
        if cursor.hasSelection() or wants_indent(cursor.block().text(), 0, 0):
            text = self.toPlainText()
            if wants_indent(text, cursor.anchor(), position):
                return perform(self, shift(outwards=False))
        column = cursor.positionInBlock()
        cursor.insertText(" " * (4 - column % 4))
        return True

    # ------------------------------------------------------------------ mouse in the margins

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return True
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            # Clicks beside the column count for the line they are next to.
            area = self.viewport().geometry()
            point = event.position().toPoint() - area.topLeft()
            near = QPoint(min(max(point.x(), 0), area.width() - 1), point.y())
            inside = QMouseEvent(
                event.type(),
                QPointF(near),
                event.globalPosition(),
                event.button(),
                event.buttons(),
                event.modifiers(),
            )
            _MOUSE[event.type()](self, inside)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    # ------------------------------------------------------------------ pasting and dropping

    def toPlainText(self) -> str:
        return read_text(self.document())

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected Markdown as it is: Qt's own copy loses no-break spaces."""
        data = QMimeData()
        words = self.textCursor().selectedText()
        data.setText(words.replace("\u2029", "\n").replace("\u2028", "\n"))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain text always; an address over a selection makes a link; pictures are handed on."""
        local = any(url.isLocalFile() for url in source.urls())
        if local or (source.hasImage() and not source.hasText()):
            self.files_pasted.emit(source)
            return
        words = source.text()
        if is_address(words) and self.textCursor().hasSelection():
            selected = self.textCursor().selectedText()
            if "\u2029" not in selected and not is_address(selected):
                perform(self, link(words.strip()))
                return
        self.textCursor().insertText(words.replace("\r\n", "\n").replace("\r", "\n"))
        self.ensureCursorVisible()


_MOUSE: dict[QEvent.Type, Callable[[MarkdownEdit, QMouseEvent], None]] = {
    QEvent.Type.MouseButtonPress: MarkdownEdit.mousePressEvent,
    QEvent.Type.MouseMove: MarkdownEdit.mouseMoveEvent,
    QEvent.Type.MouseButtonRelease: MarkdownEdit.mouseReleaseEvent,
}
