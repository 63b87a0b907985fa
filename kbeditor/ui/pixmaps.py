"""Pictures of our own icons (resources/icons, SVG with currentColor), in any colour."""

from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

from kbeditor.shipped import resources

DRAWN = b'width="20" height="20"'
"""The size that each icon names; Qt draws it in the size it finds there."""


def _shape(name: str, pixels: int) -> QPixmap:
    """The icon in black: reading the SVG is dear, and an icon is shown in several colours."""
    key = f"kbeditor {name} {pixels}"
    shape = QPixmap()
    if not QPixmapCache.find(key, shape):
        drawing = (resources() / "icons" / f"{name}.svg").read_bytes()
        drawing = drawing.replace(DRAWN, f'width="{pixels}" height="{pixels}"'.encode(), 1)
        drawing = drawing.replace(b"currentColor", b"#000000")
        shape.loadFromData(drawing, "svg")  # Qt's plugin: QtSvg need not be imported
        QPixmapCache.insert(key, shape)
    return shape


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon in one colour; `size` in device-independent pixels."""
    picture = QPixmap(_shape(name, round(size * ratio)))
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.setPen(colour)
    painter.setBrush(colour)
    painter.drawRect(picture.rect())
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
