"""Picks a table's size on a grid, by mouse or arrow keys."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kbeditor.ui.plain import PlainLabel

ROWS, COLUMNS, CELL, GAP = 8, 8, 20, 3


class _Grid(QWidget):
    """The cells; `size_now` is (rows, columns), the header row not counted."""

    moved = Signal(int, int)
    picked = Signal(int, int)

    def __init__(self, line: QColor, fill: QColor) -> None:
        super().__init__()
        self._line, self._fill = line, fill
        self.size_now = (2, 3)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        step = CELL + GAP
        return QSize(COLUMNS * step + 1, ROWS * step + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rows, columns = self.size_now
        painter.setPen(QPen(self._line, 1))
        for row in range(ROWS):
            for column in range(COLUMNS):
                inside = row < rows and column < columns
                painter.setBrush(self._fill if inside else Qt.BrushStyle.NoBrush)
                step = CELL + GAP
                painter.drawRoundedRect(column * step, row * step, CELL, CELL, 3, 3)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set(*self._at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._set(*self._at(event.position().toPoint()))
        self.picked.emit(*self.size_now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows, columns = self.size_now
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(rows, columns)
            return
        steps = {
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
        }
        step = steps.get(Qt.Key(key))
        if step is None:
            super().keyPressEvent(event)
            return
        self._set(rows + step[0], columns + step[1])

    def _at(self, point: QPoint) -> tuple[int, int]:
        step = CELL + GAP
        return point.y() // step + 1, point.x() // step + 1

    def _set(self, rows: int, columns: int) -> None:
        self.size_now = (min(max(rows, 1), ROWS), min(max(columns, 1), COLUMNS))
        self.moved.emit(*self.size_now)
        self.update()


class TablePicker(QFrame):
    """A small window at the caret; gone after a choice or Esc."""

    picked = Signal(int, int)  # rows without the header, columns

    def __init__(self, line: QColor, fill: QColor, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.grid = _Grid(line, fill)
        self.note = PlainLabel()
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.addWidget(self.grid)
        column.addWidget(self.note)
        self.grid.moved.connect(self._tell)
        self.grid.picked.connect(self._take)
        self._tell(*self.grid.size_now)
        self.grid.setFocus()

    def _tell(self, rows: int, columns: int) -> None:
        self.note.setText(
            self.tr("{columns} columns × {rows} rows").format(columns=columns, rows=rows)
        )

    def _take(self, rows: int, columns: int) -> None:
        self.picked.emit(rows, columns)
        self.close()
