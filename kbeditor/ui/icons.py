"""Our own icons in the colours of the theme."""

from PySide6.QtGui import QIcon

from kbeditor.ui.pixmaps import pixmap
from kbeditor.ui.themes import Themes

__all__ = ["icon", "pixmap"]

SIZES = (20, 40)


def icon(name: str, themes: Themes, role: str = "icon") -> QIcon:
    """The icon in a role's colour, paler when disabled. Make it anew when the theme changes."""
    result = QIcon()
    for size in SIZES:
        result.addPixmap(pixmap(name, themes.colour(role), size))
        result.addPixmap(pixmap(name, themes.colour("disabled"), size), QIcon.Mode.Disabled)
    return result
