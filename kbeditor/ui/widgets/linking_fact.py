"""What the status bar says while blocks are made in the background, and the way to stop it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from kbeditor.ui.linking import Linking
from kbeditor.ui.texts import number_words

WIDTH = 90


class LinkingFact(QWidget):
    """Words, a bar, a button; nothing while nothing runs."""

    def __init__(self, linking: Linking) -> None:
        super().__init__()
        words = QLabel(self.tr("Linking translations"), self)
        words.setToolTip(
            self.tr(
                "Each translation is linked to its source block by block, so that what changes "
                "in the source can be told. You can go on working."
            )
        )
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setFixedWidth(WIDTH)
        self.stop = QToolButton(self)
        self.stop.setText(self.tr("Stop"))
        self.stop.setToolTip(
            self.tr("Stop linking. It goes on where it stopped when the library is opened again.")
        )
        self.stop.clicked.connect(lambda _checked=False: linking.stop())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (words, self._bar, self.stop):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        # The status bar is as high as its highest part, also while that is hidden.
        self.stop.setStyleSheet("padding: 0 4px; border-width: 0;")
        self.setMaximumHeight(max(words.sizeHint().height(), self.stop.sizeHint().height()))
        linking.progressed.connect(self._show)
        linking.running_changed.connect(self.setVisible)
        self._bar.setRange(0, 0)
        self.setVisible(linking.running)

    def _show(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(f"{number_words(done)} / {number_words(total)}")
