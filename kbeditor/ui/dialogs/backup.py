"""Back up the library: a checked copy beside others, with the day in its name."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kbeditor.domain.finding import Report
from kbeditor.ui.desk import Desk
from kbeditor.ui.libraries import SUFFIX
from kbeditor.ui.widgets.choose_file import choose_save


def ask_backup(desk: Desk) -> None:
    """Ask where to, then write the copy beside the library's own work."""
    path = desk.bridge.path
    if path is None:
        return
    day = datetime.now().astimezone().strftime("%Y-%m-%d")
    translate = QCoreApplication.translate
    choose_save(
        desk.window,
        translate("Library", "Back up the library"),
        translate("Library", "kbeditor libraries") + f" (*{SUFFIX})",
        path.with_name(f"{path.stem} {day}{SUFFIX}"),
        lambda target: _write(desk, target),
    )


def _write(desk: Desk, target: Path) -> None:
    desk.flush()

    def done(_report: Report) -> None:
        words = QCoreApplication.translate("Library", "A checked copy was written to {path}.")
        desk.errors.notice("success", words.format(path=target))

    desk.bridge.start(lambda ws, _progress: ws.backups.write(target), done)
