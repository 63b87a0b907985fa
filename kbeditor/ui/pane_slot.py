"""The place of a pane in the window, which is filled when the pane is first looked at."""

from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbeditor.ui.desk import Desk
from kbeditor.ui.pane import Pane
from kbeditor.ui.pane_specs import PaneSpec


class PaneSlot(QWidget):
    """Stands where the pane belongs. All panes together cost more than a bare window: each is
    imported and made when its slot is shown, or an action asks for it.
    """

    filled = Signal(object)  # Pane

    def __init__(self, spec: PaneSpec, desk: Desk) -> None:
        super().__init__()
        self.id, self.title, self.area = spec.id, spec.title, spec.area
        self.visible_at_first = spec.visible_at_first
        self.pane: Pane | None = None
        self._spec = spec
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def fill(self) -> Pane:
        """The pane, made now if it is not there yet."""
        if self.pane is None:
            module, _, name = self._spec.kind.partition(":")
            kind: type[Pane] = getattr(import_module(module), name)
            self.pane = kind(self._desk)
            self._desk.add_pane(self.id, self.pane)
            self._column.addWidget(self.pane)
            self.pane.take_up()
            self.filled.emit(self.pane)
        return self.pane

    def focus(self) -> None:
        """Give the pane the keyboard."""
        self.fill().focus()

    def showEvent(self, event: QShowEvent) -> None:
        self.fill()
        super().showEvent(event)
