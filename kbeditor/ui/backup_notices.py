"""Banners about backups: one that could not be made, and one that may help."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kbeditor.domain.backups import Failure
from kbeditor.domain.errors import KbError
from kbeditor.ui.desk import Desk
from kbeditor.ui.errors import WayOut
from kbeditor.ui.restoring import choose_backup_folder
from kbeditor.ui.texts import error_words


def show_backups(desk: Desk, library: Path | None = None) -> None:
    """Open the window with the backups of a library; None: of the open one."""
    # Imported when first opened: all dialogs would cost as much as a bare window.
    from kbeditor.ui.dialogs.backups import BackupsDialog

    BackupsDialog(desk, library).open()


def tell_failure(desk: Desk, failure: Failure) -> None:
    """Say that a backup could not be made, and what can be done; the work goes on."""
    translate = QCoreApplication.translate
    desk.errors.notice(
        "warning",
        error_words(failure.error),
        WayOut(translate("Backups", "Choose Another Folder…"), lambda: choose_backup_folder(desk)),
        WayOut(translate("Backups", "Backups…"), lambda: show_backups(desk)),
    )


def offer_backups(desk: Desk, library: Path, error: KbError) -> None:
    """Say why a library cannot be opened; where there are backups of it, lead to them."""
    keeping = desk.keeping
    assert keeping is not None
    words = QCoreApplication.translate("Backups", "Restore a Backup…")

    def found(any_: bool) -> None:
        if any_:
            ways_out = [WayOut(words, lambda: show_backups(desk, library))]
            if error.code != "no_file":
                repair = QCoreApplication.translate("Health", "Repair…")
                ways_out.append(WayOut(repair, lambda: desk.actions.trigger("library.repair")))
            desk.errors.notice("error", error_words(error), *ways_out)
        else:
            desk.errors.present(error)

    keeping.run(lambda keeper: bool(keeper.list(library)), found)
