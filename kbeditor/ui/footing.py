"""Says when a library opens that its file cannot be written, or not as well as elsewhere."""

from PySide6.QtCore import QCoreApplication, QObject

from kbeditor.domain.footing import Footing
from kbeditor.ui.desk import Desk

translate = QCoreApplication.translate


class FootingNotice(QObject):
    """One banner for each library that is opened on shaky ground."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        desk.bridge.opened.connect(self._opened)

    def _opened(self) -> None:
        standing = self._desk.bridge.standing
        if standing is None or self._desk.bridge.visits.now is not None:
            return
        notice = self._desk.errors.notice
        if standing.read_only:
            notice(
                "warning",
                self.tr(
                    "This library can only be read: its file or folder is write-protected. Nothing "
                    "that you change here can be saved."
                ),
            )
        elif standing.footing.drive:
            notice(
                "info",
                self.tr(
                    "This library lies on a network drive ({drive}). It is written there in the "
                    "way that such drives bear: who reads waits for who writes, and saving may "
                    "take a moment longer."
                ).format(drive=standing.footing.drive),
            )
        elif not standing.footing.logged:
            notice(
                "info",
                self.tr(
                    "The drive of this library gives programs no shared memory. It is written "
                    "there in an older way: who reads waits for who writes."
                ),
            )


def drive_words(footing: Footing) -> str:
    """What About says of the drive and the journal."""
    if footing.drive and footing.logged:
        return translate("Footing", "network drive ({drive})").format(drive=footing.drive)
    if footing.drive:
        return translate("Footing", "network drive ({drive}), without a log").format(
            drive=footing.drive
        )
    if not footing.logged:
        return translate("Footing", "without shared memory, without a log")
    return translate("Footing", "of this computer")
