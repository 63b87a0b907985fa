"""What the status bar says while the site is built to be looked at, and the way to stop it."""

from PySide6.QtCore import QCoreApplication

from kbeditor.ui.background import Background
from kbeditor.ui.texts import step_words
from kbeditor.ui.widgets.work_fact import WorkFact


class SiteFact(WorkFact):
    """Words, a bar, a button; nothing while nothing lasts."""

    def __init__(self, background: Background) -> None:
        super().__init__(
            QCoreApplication.translate("SiteFact", "Building the site"),
            "",
            QCoreApplication.translate("SiteFact", "Stop"),
            QCoreApplication.translate(
                "SiteFact", "Do not build the site. What the browser shows stays as it is."
            ),
        )
        self.stop.clicked.connect(lambda _checked=False: background.stop())
        background.progressed.connect(self._step)
        background.shown.connect(self.setVisible)
        self.setVisible(background.running)

    def _step(self, code: str, done: int, total: int) -> None:
        self._words.setToolTip(step_words(code))
        self.show_progress(done, total)
