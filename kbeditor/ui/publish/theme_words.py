"""The site's own words, said otherwise: language by language."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.site import SiteTheme
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import note
from kbeditor.ui.models.folding import fold, matches
from kbeditor.ui.plain import plain_tip
from kbeditor.ui.widgets.delegates import TextDelegate

SHIPPED, OWN = range(2)
_KEY = Qt.ItemDataRole.UserRole


class WordsPage(QWidget):
    """What the site says, and beside it what this theme says in its place."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._words: dict[str, dict[str, str]] = {}
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language"))
        for each in desk.locales:
            self.language.addItem(each.name, each.tag)
        self.language.activated.connect(lambda _index: self._read())
        self.filter = QLineEdit(placeholderText=self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.table = QTableWidget(0, 2)
        self.table.setProperty("framed", "true")
        self.table.setAccessibleName(self.tr("Words of the site"))
        self.table.setHorizontalHeaderLabels([self.tr("The site says"), self.tr("Instead")])
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(28)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.table.setItemDelegate(TextDelegate(desk.themes, self.table))
        self.table.itemChanged.connect(self._changed)
        row = QHBoxLayout()
        row.addWidget(self.language)
        row.addWidget(self.filter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(note(self.tr("What stands in braces is filled in: keep it.")))
        self._read()

    def show_theme(self, theme: SiteTheme) -> None:
        """Show what a theme says."""
        self._words = {tag: dict(words) for tag, words in theme.words.items()}
        self._read()

    def apply(self, theme: SiteTheme) -> SiteTheme:
        """The theme with what stands here."""
        return replace(theme, words={tag: words for tag, words in self._words.items() if words})

    def _tag(self) -> str:
        return str(self.language.currentData() or "")

    def _read(self) -> None:
        tag = self._tag()
        self._desk.bridge.ask_latest(
            "themes.words", lambda ws: ws.looks.words(tag), lambda words: self._show(tag, words)
        )

    def _show(self, tag: str, shipped: Mapping[str, str]) -> None:
        own = self._words.get(tag, {})
        self.table.blockSignals(True)
        self.table.setRowCount(len(shipped))
        for row, (key, words) in enumerate(shipped.items()):
            theirs, ours = QTableWidgetItem(words), QTableWidgetItem(own.get(key, ""))
            theirs.setFlags(theirs.flags() & ~Qt.ItemFlag.ItemIsEditable)
            theirs.setToolTip(plain_tip(f"{words}\n{key}"))
            ours.setData(_KEY, key)
            self.table.setItem(row, SHIPPED, theirs)
            self.table.setItem(row, OWN, ours)
        self.table.blockSignals(False)
        self._filter(self.filter.text())

    def _filter(self, words: str) -> None:
        wanted = fold(words).split()
        for row in range(self.table.rowCount()):
            texts = (self.table.item(row, column) for column in (SHIPPED, OWN))
            said = fold(" ".join(item.text() for item in texts if item is not None))
            self.table.setRowHidden(row, bool(wanted) and not matches(wanted, said))

    def _changed(self, item: QTableWidgetItem) -> None:
        key, words = item.data(_KEY), item.text().strip()
        if not key:
            return
        own = self._words.setdefault(self._tag(), {})
        if words:
            own[key] = words
        else:
            own.pop(key, None)
        self.edited.emit()
