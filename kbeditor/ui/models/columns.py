"""What a locale's column answers, alike in the tree, its filter and the matrix."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from kbeditor.ui.models.roles import Role
from kbeditor.ui.texts import mark_words


def locale_data(role: int, tag: str, name: str, mark: int, behind: int = 0) -> Any:
    """A status mark's cell: painted from its mark, told in words to tips and screen readers.

    `behind`: so many words of the source are not done.
    """
    match role:
        case Role.MARK:
            return mark
        case Role.LOCALE:
            return tag
        case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
            words = f"{name}: {mark_words(mark)}"
            return f"{words} · {behind_words(behind)}" if behind else words
        case Role.BEHIND:
            return behind
    return None


def behind_words(words: int) -> str:
    """How far behind its source something is."""
    return QCoreApplication.translate("State", "%Ln word(s) behind", "", words)


def header_text(role: int, tag: str, name: str) -> Any:
    """The head of a locale's column: its tag, in full when pointed at."""
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return short_tag(tag)
        case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
            return f"{name} ({tag})" if name != tag else tag
        case Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        case Role.LOCALE:
            return tag
    return None


def short_tag(tag: str) -> str:
    """A tag as a narrow head shows it: "FR", "PT-BR"."""
    return tag.upper()
