"""The ways from a backup: look at it, put it back, and what is said of those that failed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from kbeditor.app.account import who
from kbeditor.app.opening import open_workspace
from kbeditor.domain.backups import Backup, Restored
from kbeditor.domain.records import Library
from kbeditor.ui.ages import moment_words
from kbeditor.ui.desk import Desk
from kbeditor.ui.errors import WayOut
from kbeditor.ui.libraries import Otherwise, open_library
from kbeditor.ui.widgets.choose_file import choose_folder

if TYPE_CHECKING:  # the real import costs SQLModel
    from kbeditor.app.workspace import Workspace

FOLDER = "backups.folder"


def show_file(path: Path) -> None:
    """Show the folder of a file in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def put_back(
    desk: Desk,
    library: Path,
    backup: Path,
    then: Callable[[], None],
    otherwise: Otherwise,
    *,
    another: bool = False,
) -> None:
    """Leave the library, put a backup in its place, open it again: in any case it is open after."""
    keeping = desk.keeping
    assert keeping is not None
    was_open = desk.bridge.path is not None
    if was_open:
        desk.flush()
        keeping.hold()
        desk.bridge.close()
    name = who(desk.preferences)
    results: list[Restored] = []

    def work() -> "Workspace":
        keeper = keeping.keeper()
        results.append(keeper.restore(library, backup, another=another))
        return open_workspace(library, name, keeper=keeper)

    def done(_library: Library) -> None:
        then()
        _tell_restored(desk, results[0])

    def failed(error: Exception) -> bool | None:
        if was_open:
            open_library(desk, library)
        return otherwise(error)

    desk.bridge.open(work, done, failed)


def _tell_restored(desk: Desk, restored: Restored) -> None:
    translate = QCoreApplication.translate
    ways_out = []
    if restored.aside is not None:
        words = translate("Backups", "Show the Former File")
        ways_out.append(WayOut(words, partial(show_file, restored.aside)))
    if restored.before is not None:
        words = translate(
            "Backups",
            "The library is as it was then. What was there before is kept as one more backup.",
        )
    else:
        words = translate("Backups", "The library is as it was then. The former file was kept.")
    desk.errors.notice("info", words, *ways_out)


def look_at(desk: Desk, library: Path, backup: Backup) -> None:
    """Open a backup to read it only; the banner leads back."""
    keeping = desk.keeping
    assert keeping is not None
    name = who(desk.preferences)

    def work() -> "Workspace":
        return open_workspace(keeping.keeper().readable(backup), name, read_only=True)

    def shown(_library: Library) -> None:
        translate = QCoreApplication.translate
        words = translate("Backups", "This is the backup of {when}. It can only be read.")
        desk.errors.notice(
            "info",
            words.format(when=moment_words(backup.taken_at)),
            WayOut(
                translate("Backups", "Back to the Library"), lambda: open_library(desk, library)
            ),
        )

    desk.bridge.open(work, shown)


def choose_backup_folder(desk: Desk, then: Callable[[], None] = lambda: None) -> None:
    """Ask where backups go from now on; those there are stay where they are."""

    def chosen(folder: Path) -> None:
        desk.set_preference(FOLDER, str(folder))
        then()

    title = QCoreApplication.translate("Backups", "Folder for backups")
    start = str(desk.preferences.get(FOLDER) or "")
    choose_folder(desk.window, title, chosen, Path(start) if start else desk.paths.documents)
