"""The status mark of a text: a coloured dot whose shape tells the state too."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap

from kbeditor.domain.states import State, mark_live, mark_outdated, mark_state
from kbeditor.ui.themes import Themes

SIZE: Final = 12.0
"""A mark's diameter in device-independent pixels."""


def mark_role(mark: int) -> str:
    """The colour role of a mark: the theme's `mark_…`."""
    return "mark_outdated" if mark_outdated(mark) else f"mark_{mark_state(mark).code}"


def paint_mark(
    painter: QPainter, cell: QRectF, mark: int, themes: Themes, *, selected: bool = False
) -> None:
    """Draw a mark in the middle of `cell`.

    Missing is a hollow ring, draft half full, in review a ring with a dot, published full;
    outdated carries an exclamation mark: full when published, a ring while it is being worked on.
    A small published dot at the foot says that an earlier version is live.
    On the ground of a selected row the pale ring of a missing text is drawn stronger.
    """
    state, outdated = mark_state(mark), mark_outdated(mark)
    missing = state is State.MISSING
    colour = themes.colour("muted" if selected and missing else mark_role(mark))
    circle = QRectF(0, 0, SIZE - 1.6, SIZE - 1.6)
    circle.moveCenter(cell.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if outdated:
        full = state is State.PUBLISHED
        if full:
            painter.setBrush(colour)
        painter.drawEllipse(circle)
        _paint_exclamation(painter, circle, themes.colour("base") if full else colour)
    elif state is State.PUBLISHED:
        painter.setBrush(colour)
        painter.drawEllipse(circle)
    else:
        painter.drawEllipse(circle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if state is State.DRAFT:
            painter.drawPie(circle, 90 * 16, 180 * 16)
        elif state is State.IN_REVIEW:
            painter.drawEllipse(circle.center(), 2.4, 2.4)
    if mark_live(mark) and state is not State.PUBLISHED:
        _paint_live(painter, circle, themes)
    painter.restore()


def mark_pixmap(mark: int, themes: Themes, ratio: float = 1.0) -> QPixmap:
    """A mark as a picture of 16 × 16, for menus and labels."""
    picture = QPixmap(round(16 * ratio), round(16 * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_mark(painter, QRectF(0, 0, 16, 16), mark, themes)
    painter.end()
    return picture


def mark_icon(mark: int, themes: Themes) -> QIcon:
    """A mark for menus and tabs, sharp on common screens. Make it anew when the theme changes."""
    result = QIcon()
    for ratio in (1.0, 2.0):
        result.addPixmap(mark_pixmap(mark, themes, ratio))
    return result


def _paint_exclamation(painter: QPainter, circle: QRectF, colour: QColor) -> None:
    middle = circle.center()
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(middle + QPointF(0, -2.8), middle + QPointF(0, 0.6))
    painter.drawPoint(middle + QPointF(0, 3.0))


def _paint_live(painter: QPainter, circle: QRectF, themes: Themes) -> None:
    painter.setPen(QPen(themes.colour("base"), 1.2))
    painter.setBrush(QBrush(themes.colour("mark_published")))
    painter.drawEllipse(circle.bottomRight() + QPointF(-1.2, -1.2), 2.8, 2.8)
