"""The text being edited, as the preview follows it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kbeditor.domain.records import TextRef


@dataclass(frozen=True, slots=True)
class LivePage:
    """A page to preview: its working words as they are now."""

    ref: TextRef
    title: str
    summary: str
    body: str


class LiveText(QObject):
    """What is open in the editor and where it is scrolled to; both sides may scroll the other.

    A place is (line, part): see `MarkdownEdit.place`.
    """

    opened = Signal()  # another text, or none
    typed = Signal()  # its words changed
    scrolled = Signal(float, float)  # the editor's place, when its reader moved it
    source_changed = Signal()
    scroll_wanted = Signal(float, float)  # the preview's place, when its reader moved it
    line_wanted = Signal(int)  # go to a line, from 1
    source_scrolled = Signal(float, float)  # the same place in the source
    source_line_wanted = Signal(int)  # go to what stands at a line of the source

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.read: Callable[[], LivePage | None] = lambda: None
        self.place: Callable[[], tuple[float, float]] = lambda: (1.0, 0.0)
        self.source: LivePage | None = None  # of the open translation
        self.source_place: Callable[[], tuple[float, float]] = lambda: (1.0, 0.0)
