"""A dock with a quiet title bar: words and a close button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QToolButton, QWidget

from kbeditor.ui.icons import icon
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.themes import Themes


class DockTitle(QWidget):
    """The title bar; it is dragged like Qt's own."""

    def __init__(self, dock: QDockWidget, themes: Themes) -> None:
        super().__init__(dock)
        self._themes = themes
        self.setObjectName("dock_title")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = PlainLabel(dock.windowTitle())
        self._words.setProperty("role", "field")
        self._close = QToolButton(autoRaise=True)
        self._close.setToolTip(self.tr("Hide this pane"))
        self._close.setAccessibleName(self.tr("Hide {pane}").format(pane=dock.windowTitle()))
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(dock.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(self._close)
        self._row = row
        themes.changed.connect(self._dress)
        self._dress()

    def show_words(self, shown: bool) -> None:
        """Without words it is only as high as its button."""
        self._words.setVisible(shown)
        space = 4 if shown else 0
        self._row.setContentsMargins(12, space, 6, space)

    def _dress(self) -> None:
        self._close.setIcon(icon("close", self._themes))


class Dock(QDockWidget):
    """Holds one pane."""

    def __init__(self, pane_id: str, title: str, pane: QWidget, themes: Themes) -> None:
        super().__init__(title)
        self.setObjectName(f"dock.{pane_id}")
        self.setWidget(pane)
        self._title = DockTitle(self, themes)
        self.setTitleBarWidget(self._title)

    def show_title(self, shown: bool) -> None:
        """Whether its title stands above it: a tab may say it already."""
        self._title.show_words(shown)
