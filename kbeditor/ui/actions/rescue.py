"""What helps when something breaks: another place, a look at the file, a repair, kept words.

Dialogs are imported when they are first opened: start-up pays for none.
"""

from kbeditor.ui.action import ActionSpec, library_open
from kbeditor.ui.desk import Desk
from kbeditor.ui.elsewhere import ask_elsewhere
from kbeditor.ui.words import QT_TRANSLATE_NOOP


def _check(desk: Desk) -> None:
    from kbeditor.ui.dialogs.file_check import FileCheckDialog

    FileCheckDialog(desk).open()


def _repair(desk: Desk) -> None:
    from kbeditor.ui.dialogs.repair import RepairDialog

    RepairDialog(desk).open()


def _kept(desk: Desk) -> None:
    from kbeditor.ui.dialogs.kept_words import KeptWordsDialog

    KeptWordsDialog(desk).open()


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="library.save_elsewhere",
        title=QT_TRANSLATE_NOOP("Action", "Save Library &As…"),
        menu="file",
        group="copies",
        run=ask_elsewhere,
        enabled=library_open,
        icon="copy",
    ),
    ActionSpec(
        id="library.repair",
        title=QT_TRANSLATE_NOOP("Action", "Re&pair a Library…"),
        menu="file",
        group="copies",
        run=_repair,
    ),
    ActionSpec(
        id="library.check_file",
        title=QT_TRANSLATE_NOOP("Action", "Check the &File…"),
        menu="library",
        group="check",
        run=_check,
        enabled=library_open,
        icon="check",
    ),
    ActionSpec(
        id="library.kept_words",
        title=QT_TRANSLATE_NOOP("Action", "Words That Were &Not Saved…"),
        menu="library",
        group="check",
        run=_kept,
        enabled=library_open,
    ),
)
