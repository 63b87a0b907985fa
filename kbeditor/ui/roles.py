"""Who works on a text: the roles, in the window's language."""

from collections.abc import Mapping

from kbeditor.ui.texts import words_of
from kbeditor.ui.words import QT_TRANSLATE_NOOP

ROLES: Mapping[str, str] = {
    "translator": QT_TRANSLATE_NOOP("Role", "Translator"),
    "reviewer": QT_TRANSLATE_NOOP("Role", "Reviewer"),
    "editor": QT_TRANSLATE_NOOP("Role", "Editor"),
    "manager": QT_TRANSLATE_NOOP("Role", "Manager"),
}


def role_words(role: str) -> str:
    """A role's name."""
    return words_of("Role", ROLES, role)
