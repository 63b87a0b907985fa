"""Where the preview's page stands: as wide as the pane, or as a phone or a desktop window."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kbeditor.ui.plain import PlainLabel

WIDTHS = {"fit": 0, "phone": 390, "tablet": 768, "desktop": 1280}
"""CSS pixels of the page's window by preset; 0: the pane's own."""
ZOOMS = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class Stage(QWidget):
    """Places the view and tells its scale; a label in the corner shows where a link leads."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.width_preset = "fit"
        self.zoom = 1.0
        self._view: QWidget | None = None
        self._scale: Callable[[float], None] = lambda _factor: None
        self._address = PlainLabel(self)
        self._address.setObjectName("address")
        self._address.setMargin(4)
        self._address.hide()
        self.setMinimumWidth(240)

    def hold(self, view: "Scaled") -> None:
        """Show this view from now on."""
        assert isinstance(view, QWidget)
        self._view, self._scale = view, view.set_zoom
        view.setParent(self)
        view.show()
        self._address.raise_()
        self.arrange()

    def step_zoom(self, step: int) -> None:
        """The next larger or smaller scale; 0: as published."""
        near = min(range(len(ZOOMS)), key=lambda index: abs(ZOOMS[index] - self.zoom))
        self.zoom = ZOOMS[min(max(near + step, 0), len(ZOOMS) - 1)] if step else 1.0
        self.arrange()

    def set_width_preset(self, preset: str) -> None:
        """One of `WIDTHS`; anything else is taken for "fit"."""
        self.width_preset = preset if preset in WIDTHS else "fit"
        self.arrange()

    def show_address(self, words: str) -> None:
        """Where the link under the pointer leads; "" hides it."""
        if not words:
            self._address.hide()
            return
        metrics = self._address.fontMetrics()
        self._address.setText(words)
        width = min(metrics.horizontalAdvance(words) + 16, self.width())
        height = metrics.height() + 8
        self._address.setGeometry(0, self.height() - height, width, height)
        self._address.show()

    def arrange(self) -> None:
        """Put the view in its place."""
        if self._view is None:
            return
        page = WIDTHS[self.width_preset]
        # A page wider than the pane is shown smaller, as a whole: that is what one wants to see.
        scale = self.zoom if not page else min(self.zoom, self.width() / page)
        width = self.width() if not page else min(round(page * scale), self.width())
        self._view.setGeometry((self.width() - width) // 2, 0, width, self.height())
        self._scale(scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class Scaled(Protocol):
    """A view whose scale can be set."""

    def set_zoom(self, factor: float) -> None:
        """Scale of the page, 1.0: as published."""
