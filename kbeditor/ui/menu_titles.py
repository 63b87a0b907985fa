"""The menus by name, in the order of the menu bar: what is seen of them before one is opened."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar

from kbeditor.ui.words import QT_TRANSLATE_NOOP

MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Menu", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menu", "&Edit")),
    ("view", QT_TRANSLATE_NOOP("Menu", "&View")),
    ("go", QT_TRANSLATE_NOOP("Menu", "&Go")),
    ("article", QT_TRANSLATE_NOOP("Menu", "&Article")),
    ("translate", QT_TRANSLATE_NOOP("Menu", "T&ranslate")),
    ("format", QT_TRANSLATE_NOOP("Menu", "F&ormat")),
    ("library", QT_TRANSLATE_NOOP("Menu", "&Library")),
    ("help", QT_TRANSLATE_NOOP("Menu", "&Help")),
)


def menu_title(menu_id: str) -> str:
    """A menu's words in the window's language."""
    return QCoreApplication.translate("Menu", dict(MENUS)[menu_id])


def add_menus(bar: QMenuBar) -> dict[str, QMenu]:
    """Make all menus, still empty; returns them by id."""
    menus = {}
    for menu_id, _title in MENUS:
        menu = menus[menu_id] = bar.addMenu(menu_title(menu_id))
        menu.setObjectName(f"menu.{menu_id}")
        menu.setToolTipsVisible(False)
    return menus
