"""A line of words that ends with dots where there is no room for all of them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from kbeditor.ui.plain import PlainLabel, plain_tip

ROUNDING = 2
"""Pixels: letters are as wide as parts of one, and their sum is told in whole ones."""


class ElidedLabel(PlainLabel):
    """Takes what width is left; without a tip of its own, its tip says what does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self._words = self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self._fit()

    def text(self) -> str:
        return self._words

    def setToolTip(self, tip: str) -> None:
        self._tip = tip
        self._fit()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._words) + ROUNDING, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, width)
        super().setText(shown)
        super().setToolTip(plain_tip(self._tip or (self._words if shown != self._words else "")))
