"""The looks one can choose from: themes and the window's languages."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kbeditor.shipped import resources
from kbeditor.ui.action import Choice
from kbeditor.ui.desk import Desk
from kbeditor.ui.i18n import languages
from kbeditor.ui.themes import SYSTEM
from kbeditor.ui.words import QT_TRANSLATE_NOOP

OURS = (QT_TRANSLATE_NOOP("Theme", "Light"), QT_TRANSLATE_NOOP("Theme", "Dark"))
"""Titles of the themes that ship, in their files; another theme's is shown as it stands there."""


def theme_choices(desk: Desk) -> Sequence[Choice]:
    """The system's own, then each theme."""
    chosen = desk.preferences.get("theme")
    system = QCoreApplication.translate("Theme", "As the system")
    return [
        Choice(system, SYSTEM, chosen == SYSTEM),
        *(
            Choice(QCoreApplication.translate("Theme", theme.title), theme.id, chosen == theme.id)
            for theme in desk.themes.all
        ),
    ]


def language_choices(desk: Desk) -> Sequence[Choice]:
    """The system's own, then each language that the window speaks."""
    chosen = desk.preferences.get("language")
    system = QCoreApplication.translate("Theme", "As the system")
    return [
        Choice(system, "", chosen == ""),
        *(
            Choice(each.name, each.tag, chosen == each.tag)
            for each in languages(resources() / "i18n")
        ),
    ]
