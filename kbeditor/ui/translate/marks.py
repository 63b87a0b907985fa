"""The mark of a block: its shape tells what its colour does, as with texts."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kbeditor.domain.blocks import BlockPair, BlockState, Freshness
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.marks import SIZE


def paint_block_mark(painter: QPainter, cell: QRectF, pair: BlockPair, themes: Themes) -> None:
    """Draw a mark in the middle of `cell`.

    Nothing yet is a hollow ring, new in the source one with a plus, draft half full, translated
    full, reviewed full with a tick; outdated carries an exclamation mark, an orphan a cross. Code
    that is as in the source has none.
    """
    state, freshness = pair.state, pair.freshness
    if not pair.kind.translatable and freshness is Freshness.CURRENT:
        return
    colour = themes.colour(_role(pair))
    circle = QRectF(0, 0, SIZE - 1.6, SIZE - 1.6)
    circle.moveCenter(cell.center())
    middle = circle.center()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    full = freshness is Freshness.CURRENT and state >= BlockState.TRANSLATED
    painter.setBrush(colour if full else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if freshness is Freshness.OUTDATED:
        painter.drawLine(middle + QPointF(0, -2.8), middle + QPointF(0, 0.6))
        painter.drawPoint(middle + QPointF(0, 3.0))
    elif freshness is Freshness.ORPHAN:
        painter.drawLine(middle + QPointF(-2, -2), middle + QPointF(2, 2))
        painter.drawLine(middle + QPointF(-2, 2), middle + QPointF(2, -2))
    elif freshness is Freshness.NEW:
        painter.drawLine(middle + QPointF(-2.4, 0), middle + QPointF(2.4, 0))
        painter.drawLine(middle + QPointF(0, -2.4), middle + QPointF(0, 2.4))
    elif state is BlockState.DRAFT:
        painter.setBrush(colour)
        painter.drawPie(circle, 90 * 16, 180 * 16)
    elif state is BlockState.REVIEWED:
        pen.setColor(themes.colour("base"))
        painter.setPen(pen)
        painter.drawPolyline(
            [middle + QPointF(-2.6, 0.2), middle + QPointF(-0.6, 2.2), middle + QPointF(2.8, -2.0)]
        )
    painter.restore()


def _role(pair: BlockPair) -> str:
    match pair.freshness:
        case Freshness.OUTDATED:
            return "mark_outdated"
        case Freshness.ORPHAN:
            return "error"
        case Freshness.NEW:
            return "mark_in_review"
    if not pair.kind.translatable:
        return "mark_missing"
    return (
        "mark_missing",
        "mark_draft",
        "mark_in_review",
        "mark_published",
    )[pair.state]
