"""Our own icons (resources/icons, SVG with currentColor), in the colour of the theme."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QIcon, QImageReader, QPainter, QPixmap, QPixmapCache

from kbeditor.shipped import resources
from kbeditor.ui.themes import Themes

SIZES = (20, 40)


def _shape(name: str, pixels: int) -> QPixmap:
    """The icon in black: reading the SVG is dear, and an icon is shown in several colours."""
    key = f"kbeditor {name} {pixels}"
    shape = QPixmap()
    if not QPixmapCache.find(key, shape):
        path = resources() / "icons" / f"{name}.svg"
        buffer = QBuffer()
        buffer.setData(QByteArray(path.read_bytes().replace(b"currentColor", b"#000000")))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(b"svg"))  # Qt's plugin: QtSvg need not be imported
        reader.setScaledSize(QSize(pixels, pixels))
        shape = QPixmap.fromImage(reader.read())
        QPixmapCache.insert(key, shape)
    return shape


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon in one colour; `size` in device-independent pixels."""
    picture = QPixmap(_shape(name, round(size * ratio)))
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), colour)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, themes: Themes, role: str = "icon") -> QIcon:
    """The icon in a role's colour, paler when disabled. Make it anew when the theme changes."""
    result = QIcon()
    for size in SIZES:
        result.addPixmap(pixmap(name, themes.colour(role), size))
        result.addPixmap(pixmap(name, themes.colour("disabled"), size), QIcon.Mode.Disabled)
    return result
