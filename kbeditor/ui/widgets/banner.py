"""The bar at the top of the window that tells what went wrong, with the way out."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from kbeditor.ui.errors import Notice
from kbeditor.ui.icons import icon, pixmap
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.themes import Themes

SUCCESS_MS = 6000


class Banner(QWidget):
    """Shows one notice at a time, the newest. Good news goes away by itself."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self._notice: Notice | None = None
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = PlainLabel()
        self._words = PlainLabel(wordWrap=True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton(autoRaise=True)
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 8, 8)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=SUCCESS_MS)
        self._timer.timeout.connect(self.hide)
        themes.changed.connect(self._dress)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is shown, None when the banner is hidden."""
        return self._notice if not self.isHidden() else None

    def show_notice(self, notice: Notice) -> None:
        """Show it in place of the one before."""
        self._notice = notice
        self._words.setText(notice.words)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for way_out in notice.ways_out:
            button = QPushButton(way_out.words, autoDefault=True)
            button.clicked.connect(self.hide)
            button.clicked.connect(lambda _checked=False, run=way_out.run: run())
            self._row.insertWidget(self._row.count() - 1, button)
            self._buttons.append(button)
        self._dress()
        self.show()
        self._timer.stop()
        if notice.level == "success":
            self._timer.start()

    def _dress(self) -> None:
        self._close.setIcon(icon("close", self._themes))
        if self._notice is None:
            return
        level = self._notice.level
        colour, ground = self._themes.colour(level), self._themes.hex(f"{level}_soft")
        self._icon.setPixmap(pixmap(level, colour, 20, self.devicePixelRatioF()))
        self.setStyleSheet(
            f"#banner {{ background: {ground}; border-bottom: 1px solid {colour.name()}; }}"
        )
