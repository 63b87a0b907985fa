"""What the item models answer besides Qt's own roles; delegates and panes ask by these names."""

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """Data roles shared by the models of this folder."""

    REF = Qt.ItemDataRole.UserRole + 1  # Ref
    LOCALE = Qt.ItemDataRole.UserRole + 2  # tag of a locale's column, else None
    MARK = Qt.ItemDataRole.UserRole + 3  # int mark of a locale's column, else None
    COUNT = Qt.ItemDataRole.UserRole + 4  # articles within a category, nested ones too; else None
    PROMOTED = Qt.ItemDataRole.UserRole + 5  # bool
    BORROWED = Qt.ItemDataRole.UserRole + 6  # bool: the title is the source's, none of its own
    PATH = Qt.ItemDataRole.UserRole + 7  # tuple of category titles from the top
    BEHIND = Qt.ItemDataRole.UserRole + 9  # int: words of the source that are not done here
    VOTES = Qt.ItemDataRole.UserRole + 10  # VoteSummary of an article, None without votes
    PRESENT = Qt.ItemDataRole.UserRole + 11  # str: who else writes it, "" for nobody
    SNIPPET = Qt.ItemDataRole.UserRole + 8  # str with marked words between \x02 and \x03
