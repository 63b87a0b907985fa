"""Our own icons (resources/icons, SVG with currentColor), in the colour of the theme."""

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QIcon, QImageReader, QPixmap, QPixmapCache

from kbeditor.shipped import resources
from kbeditor.ui.themes import Themes

SIZES = (20, 40)


@cache
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon in one colour; `size` in device-independent pixels."""
    key = f"kbeditor {name} {colour.name()} {size} {ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    source = _source(name).replace("currentColor", colour.name())
    buffer = QBuffer()
    buffer.setData(QByteArray(source.encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))  # Qt's plugin: QtSvg need not be imported
    reader.setScaledSize(QSize(round(size * ratio), round(size * ratio)))
    picture = QPixmap.fromImage(reader.read())
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture


def icon(name: str, themes: Themes, role: str = "icon") -> QIcon:
    """The icon in a role's colour, paler when disabled. Make it anew when the theme changes."""
    result = QIcon()
    for size in SIZES:
        result.addPixmap(pixmap(name, themes.colour(role), size))
        result.addPixmap(pixmap(name, themes.colour("disabled"), size), QIcon.Mode.Disabled)
    return result
