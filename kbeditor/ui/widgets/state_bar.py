"""A thin bar that shows how much of a locale is in which state."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kbeditor.domain.status import LocaleStatus
from kbeditor.ui.themes import Themes

HEIGHT = 8
SLIVER = 3.0
"""The least width of a part in pixels: one article in a thousand is still seen."""


class StateBar(QWidget):
    """Published, in review, draft, outdated, missing, side by side in their marks' colours."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._parts: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def show_parts(self, parts: list[tuple[str, int]]) -> None:
        """Counts by colour role, in the order drawn."""
        self._parts = [(role, count) for role, count in parts if count > 0]
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), HEIGHT / 2, HEIGHT / 2)
        painter.setClipPath(ground)
        painter.fillRect(self.rect(), self._themes.colour("pressed"))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        left = 0.0
        for role, width in self._widths():
            painter.fillRect(QRectF(left, 0, width, HEIGHT), self._themes.colour(role))
            left += width

    def _widths(self) -> list[tuple[str, float]]:
        total = sum(count for _role, count in self._parts)
        wide = max(1.0, self.width() - SLIVER * len(self._parts))
        return [(role, SLIVER + wide * count / total) for role, count in self._parts]


def parts_of(status: LocaleStatus) -> list[tuple[str, int]]:
    """The bar's parts: of the words, or, where there are none yet, of the articles, each once.

    An outdated text has a work state too. Its count is taken off the published, who are most of
    them, then off those in review and in draft.
    """
    if status.words:
        done = status.words - status.words_left
        return [
            ("mark_published", status.words_reviewed),
            ("mark_in_review", done - status.words_reviewed),
            ("mark_outdated", status.words_outdated),
            ("pressed", status.words_left - status.words_outdated),
        ]
    rest = status.outdated
    current = []
    for count in (status.published, status.in_review, status.draft):
        taken = min(rest, count)
        rest -= taken
        current.append(count - taken)
    return [
        ("mark_published", current[0]),
        ("mark_in_review", current[1]),
        ("mark_draft", current[2]),
        ("mark_outdated", status.outdated),
        ("pressed", status.missing),
    ]
