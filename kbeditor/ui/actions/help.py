"""Help: the list of keys, the log, what this program is.

Dialogs are imported when they are first opened: start-up pays for none.
"""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kbeditor.ui.action import ActionSpec
from kbeditor.ui.desk import Desk
from kbeditor.ui.words import QT_TRANSLATE_NOOP


def _shortcuts(desk: Desk) -> None:
    from kbeditor.ui.dialogs.shortcuts import ShortcutsDialog

    ShortcutsDialog(desk).open()


def _log(desk: Desk) -> None:
    desk.paths.logs.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(desk.paths.logs)))


def _about(desk: Desk) -> None:
    from kbeditor.ui.dialogs.about import AboutDialog

    AboutDialog(desk).open()


ACTIONS = (
    ActionSpec(
        id="help.shortcuts",
        title=QT_TRANSLATE_NOOP("Action", "&Keyboard Shortcuts"),
        menu="help",
        shortcut="F1",
        run=_shortcuts,
        icon="keyboard",
    ),
    ActionSpec(
        id="help.log",
        title=QT_TRANSLATE_NOOP("Action", "Open &Log Folder"),
        menu="help",
        run=_log,
    ),
    ActionSpec(
        id="help.about",
        title=QT_TRANSLATE_NOOP("Action", "&About kbeditor"),
        menu="help",
        group="about",
        run=_about,
        icon="info",
    ),
)
