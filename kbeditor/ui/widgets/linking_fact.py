"""What the status bar says while blocks are made in the background, and the way to stop it."""

from PySide6.QtCore import QCoreApplication

from kbeditor.ui.linking import Linking
from kbeditor.ui.widgets.work_fact import WorkFact


class LinkingFact(WorkFact):
    """Words, a bar, a button; nothing while nothing runs."""

    def __init__(self, linking: Linking) -> None:
        super().__init__(
            QCoreApplication.translate("LinkingFact", "Linking translations"),
            QCoreApplication.translate(
                "LinkingFact",
                "Each translation is linked to its source block by block, so that what changes "
                "in the source can be told. You can go on working.",
            ),
            QCoreApplication.translate("LinkingFact", "Stop"),
            QCoreApplication.translate(
                "LinkingFact",
                "Stop linking. It goes on where it stopped when the library is opened again.",
            ),
        )
        self.stop.clicked.connect(lambda _checked=False: linking.stop())
        linking.progressed.connect(self.show_progress)
        linking.running_changed.connect(self.setVisible)
        self.setVisible(linking.running)
