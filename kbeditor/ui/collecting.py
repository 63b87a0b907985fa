"""Python's garbage collector kept out of the way: it stopped the window for up to 90 ms."""

import gc

from PySide6.QtCore import QObject, QTimer

from kbeditor.ui.bridge import Bridge

EVERY_MS = 2000
MANY = 700
"""So many new objects make a collection worth its time: Python's own usual limit."""
OLDER = 10
"""After so many collections of one generation the next older one is looked at, as in Python."""


class Collector(QObject):
    """Collects on the GUI thread and between events, never while a key is answered.

    A full collection looks at all objects there are: a million with a hundred thousand articles.
    What a library's opening left behind lives as long as the library, so it is taken out of all
    later ones. That widgets die on their own thread only is a second gain: Python would collect on
    whichever thread happens to be running.
    """

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        gc.disable()
        self._bridge = bridge
        self._settled = False
        bridge.idle_changed.connect(self._settle)
        bridge.closed.connect(self._release)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _look(self) -> None:
        young, middle, old = gc.get_count()
        if old > OLDER:
            gc.collect()
        elif middle > OLDER:
            gc.collect(1)
        elif young > MANY:
            gc.collect(0)

    def _settle(self, idle: bool) -> None:
        if idle and not self._settled and self._bridge.library is not None:
            self._settled = True
            gc.freeze()

    def _release(self) -> None:
        self._settled = False
        gc.unfreeze()
