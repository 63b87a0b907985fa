"""What hangs on the pointer while rows are dragged: small, and beside where they will land."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap

from kbeditor.ui.themes import Themes

WIDEST = 240
BESIDE = QPoint(-14, -10)
"""Hot spot: below and right of the pointer, so that the row aimed at stays in sight."""


def drag_label(title: str, others: int, themes: Themes, font: QFont, ratio: float) -> QPixmap:
    """The title of the first thing that is dragged, and how many more there are."""
    metrics = QFontMetrics(font)
    words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, WIDEST)
    if others:
        words += f"  +{others}"
    width, height = metrics.horizontalAdvance(words) + 20, metrics.height() + 8
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(themes.colour("accent"))
    painter.setBrush(themes.colour("base"))
    box = QRectF(0.5, 0.5, width - 1, height - 1)
    painter.drawRoundedRect(box, 5, 5)
    painter.setFont(font)
    painter.setPen(themes.colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
