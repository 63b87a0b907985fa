"""The row of locales above the editor: a tab for each, with the mark of its text."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from kbeditor.domain.records import Locale, TextHead
from kbeditor.ui.models.columns import short_tag
from kbeditor.ui.texts import mark_words
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.marks import mark_pixmap


class LocaleTabs(QTabBar):
    """Shows and switches the locale. Filled with `show_locales`, marked with `show_heads`."""

    picked = Signal(str)  # tag, when the person chose another

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._filling, self._source = False, ""
        self._marks: dict[str, int] = {}
        self._names: dict[str, str] = {}
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setIconSize(QSize(16, 16))
        self.setUsesScrollButtons(True)
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Locales"))
        self.currentChanged.connect(self._chosen)
        themes.changed.connect(self._paint)

    def show_locales(self, locales: Sequence[Locale], source: str, current: str) -> None:
        """One tab per locale, in order; the source's says so in its tip."""
        self._filling, self._source = True, source
        wanted = [locale.tag for locale in locales]
        if [self.tabData(index) for index in range(self.count())] != wanted:
            while self.count():
                self.removeTab(0)
            for locale in locales:
                index = self.addTab(locale.name)
                self.setTabData(index, locale.tag)
        self._names = {locale.tag: locale.name for locale in locales}
        if current in wanted:
            self.setCurrentIndex(wanted.index(current))
        self._filling = False
        self._paint()
        self._fit()

    def show_heads(self, heads: Sequence[TextHead]) -> None:
        """Mark each locale with the state of its text."""
        self._marks = {head.locale: head.mark for head in heads}
        self._paint()

    def _paint(self) -> None:
        for index in range(self.count()):
            tag = self.tabData(index)
            mark = self._marks.get(tag, 0)
            self.setTabIcon(index, QIcon(mark_pixmap(mark, self._themes, self.devicePixelRatioF())))
            tip = self.tr("Source, {tag}: {state}") if tag == self._source else "{tag}: {state}"
            name = f"{self._names[tag]} ({tag})"
            self.setTabToolTip(index, tip.format(tag=name, state=mark_words(mark)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def is_crowded(self) -> bool:
        """Whether there is no room even for tags."""
        return not self._fit()

    def _fit(self) -> bool:
        """Whole names where all have room, else tags; the current locale keeps its name longest."""
        for whole in (set(self._names), {self.tabData(self.currentIndex())}, set[str]()):
            for index in range(self.count()):
                tag = self.tabData(index)
                words = self._names[tag].replace("&", "&&") if tag in whole else short_tag(tag)
                if self.tabText(index) != words:
                    self.setTabText(index, words)
            if (
                sum(self.tabSizeHint(index).width() for index in range(self.count()))
                <= self.width()
            ):
                return True
        return False

    def _chosen(self, index: int) -> None:
        if not self._filling and index >= 0:
            self._fit()
            self.picked.emit(self.tabData(index))
