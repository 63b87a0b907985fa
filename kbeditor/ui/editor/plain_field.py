"""A field of plain words that wraps and grows with them, but holds no line breaks."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from kbeditor.ui.editor.edit import read_text


class PlainField(QPlainTextEdit):
    """Enter and Tab leave it. `lines` (least, most) is its height."""

    edited = Signal(str)  # typed by the person, not set by `fill`
    left = Signal()  # by Enter or by Down from the last line

    def __init__(self, lines: tuple[int, int]) -> None:
        super().__init__()
        self._lines = lines
        self._filling = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """The words, in one line."""
        return read_text(self.document()).replace("\n", " ")

    def fill(self, words: str) -> None:
        """Show other words; the caret stays when they are the same."""
        if self.text() != words:
            self._filling = True
            self.setPlainText(words)
            self._filling = False

    def fit(self) -> None:
        """Take the height that the words need."""
        margins = self.contentsMargins()
        spare = 2 * self.document().documentMargin() + margins.top() + margins.bottom()
        least, most = self._lines
        # The layout of plain text counts its height in lines.
        rows = min(max(round(self.document().size().height()), least), most)
        height = rows * QFontMetricsF(self.font()).lineSpacing() + spare
        self.setFixedHeight(round(height) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self.textCursor().block().layout().lineCount() - 1
        here = (
            self.textCursor()
            .block()
            .layout()
            .lineForTextPosition(self.textCursor().positionInBlock())
        )
        down = event.key() == Qt.Key.Key_Down and here.lineNumber() >= last
        if down or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(" ".join(source.text().split("\n")).strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _changed(self) -> None:
        self.fit()
        if not self._filling:
            self.edited.emit(self.text())
