"""The main window before its furniture: the titles of the menus, the welcome page, its place."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QStatusBar, QVBoxLayout, QWidget

from kbeditor.app.preferences import Sessions
from kbeditor.ui.menu_titles import add_menus
from kbeditor.ui.window_state import from_text, to_text

PATIENCE_MS = 500
"""So long a window waits for its first paint: one that begins minimised gets none."""
FIRST_SIZE = QSize(1440, 900)
"""Where the screen is large enough for it."""


class MainWindow(QMainWindow):
    """Can be shown at once; panes, bars and actions are put into it by `Furniture`."""

    painted = Signal()  # once, after the first paint has reached the screen
    closing = Signal()  # the window is about to close; the session can still be read

    def __init__(self, sessions: Sessions, welcome: QWidget) -> None:
        super().__init__()
        self._sessions = sessions
        self._first_paint = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._first_paint.timeout.connect(self.painted)
        self._was_painted = False
        self.setObjectName("main_window")
        self.setWindowTitle("kbeditor")
        self.setDockNestingEnabled(True)
        self.setUnifiedTitleAndToolBarOnMac(True)
        self.menus = add_menus(self.menuBar())
        self.welcome = welcome
        self.stack = QStackedWidget()
        self.stack.addWidget(welcome)
        centre = QWidget()
        self.column = QVBoxLayout(centre)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(QStatusBar(sizeGripEnabled=False))
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize()))

    def save_geometry(self, also: dict[str, object]) -> None:
        """Keep where the window is, and the layout of its furniture."""
        kept = dict(self._sessions.get("window", {}))
        self._sessions.set("window", {**kept, "geometry": to_text(self.saveGeometry()), **also})

    def restore_geometry(self) -> None:
        """Put the window where it was; before it is shown."""
        kept = self._sessions.get("window", {})
        self.restoreGeometry(from_text(kept.get("geometry")))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_painted:
            self._first_paint.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self._first_paint.start(0)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        event.accept()
