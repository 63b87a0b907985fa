"""Saving the open library at another place and going on there: also when its own file is gone."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kbeditor.app.account import who
from kbeditor.app.opening import open_workspace
from kbeditor.domain.records import Library
from kbeditor.ui.desk import Desk
from kbeditor.ui.kept_words import put_all_back
from kbeditor.ui.libraries import SUFFIX, keeper_of, unused_name
from kbeditor.ui.widgets.choose_file import choose_save

AWAY = ("file_gone", "file_replaced", "disk_full", "read_only", "disk_error")
"""Faults that another place is a way out of."""


def ask_elsewhere(desk: Desk) -> None:
    """Ask where to, write all that is saved there, open it, and put in what was not saved."""
    path = desk.bridge.path
    if path is None:
        return
    translate = QCoreApplication.translate
    folder = path.parent if path.parent.is_dir() else desk.paths.documents
    choose_save(
        desk.window,
        translate("Library", "Save the library elsewhere"),
        translate("Library", "kbeditor libraries") + f" (*{SUFFIX})",
        unused_name(folder / path.name),
        lambda target: go_on_in(desk, target),
    )


def go_on_in(desk: Desk, target: Path) -> None:
    """Write the library to `target` and go on there."""
    desk.flush()  # what cannot be saved is kept on disk, and put in there
    name = who(desk.preferences)
    ref, locale = desk.selection.current, desk.selection.locale

    def opened(_library: Library) -> None:
        put_all_back(desk)
        if ref is not None:
            desk.selection.go(ref, locale)

    def written(new: Path) -> None:
        desk.bridge.open(lambda: open_workspace(new, name, keeper=keeper_of(desk)), opened)

    desk.bridge.run(lambda ws: ws.backups.save_elsewhere(target), written)
