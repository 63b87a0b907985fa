"""The tabs of the aids: their names in as few pixels as there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from kbeditor.ui.icons import icon
from kbeditor.ui.texts import number_words
from kbeditor.ui.themes import Themes


@dataclass(frozen=True, slots=True)
class TabName:
    """`icon` stands for the words where there is little room; "": the words stay."""

    words: str
    count: int = 0
    icon: str = ""

    @property
    def whole(self) -> str:
        """Words and number."""
        return f"{self.words} {number_words(self.count)}" if self.count else self.words


class AidTabs(QTabBar):
    """None is ever out of sight: icons come first, then numbers go, then words are cut."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._names: Sequence[TabName] = ()
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(16, 16))
        themes.changed.connect(self._fit)

    def show_names(self, names: Sequence[TabName]) -> None:
        """Name the tabs, in their order."""
        self._names = names
        for tab, name in enumerate(names):
            self.setTabToolTip(tab, name.whole)
            self.setAccessibleTabName(tab, name.whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for icons, numbers in ((False, True), (True, True), (True, False)):
            for tab, name in enumerate(self._names):
                small = icons and bool(name.icon)
                words = "" if small else name.whole if numbers else name.words
                if self.tabText(tab) != words:
                    self.setTabText(tab, words)
                self.setTabIcon(tab, icon(name.icon, self._themes) if small else QIcon())
            if sum(self.tabSizeHint(tab).width() for tab in range(self.count())) <= self.width():
                return
