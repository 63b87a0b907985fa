"""The links in a theme's header and footer, in all languages or in one."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.site import SiteLink, SiteTheme
from kbeditor.ui.desk import Desk
from kbeditor.ui.widgets.delegates import TextDelegate

TITLE, ADDRESS, LOCALE = range(3)


class LinksPage(QWidget):
    """Two lists; `edited` tells that something is other than it was."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.header = LinksTable(desk, self.tr("Links in the header"))
        self.footer = LinksTable(desk, self.tr("Links in the footer"))
        words = self.tr(
            "A language that has links of its own shows only these; all others show those of "
            "“All languages”."
        )
        explained = QLabel(words, wordWrap=True)
        explained.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(12)
        for table in (self.header, self.footer):
            column.addWidget(table, 1)
            table.edited.connect(self.edited)
        column.addWidget(explained)

    def show_theme(self, theme: SiteTheme) -> None:
        """Show what a theme says."""
        self.header.show_links(theme.header_links)
        self.footer.show_links(theme.footer_links)

    def apply(self, theme: SiteTheme) -> SiteTheme:
        """The theme with what stands here."""
        return replace(theme, header_links=self.header.links(), footer_links=self.footer.links())


class LinksTable(QWidget):
    """Title, address, language; new rows at the end, in their order on the page."""

    edited = Signal()

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self._desk = desk
        heading = QLabel(title)
        heading.setProperty("role", "field")
        self.table = QTableWidget(0, 3)
        self.table.setProperty("framed", "true")
        self.table.setAccessibleName(title)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Title"), self.tr("Address"), self.tr("Language")]
        )
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(ADDRESS, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(TITLE, 120)
        header.resizeSection(LOCALE, 130)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.table.setItemDelegate(TextDelegate(desk.themes, self.table))
        self.table.itemChanged.connect(lambda _item: self.edited.emit())
        self.add = QPushButton(self.tr("Add"), autoDefault=False)
        self.add.clicked.connect(lambda _checked=False: self._add_new())
        self.remove = QPushButton(self.tr("Remove"), autoDefault=False)
        self.remove.clicked.connect(lambda _checked=False: self._remove())
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        row.addWidget(self.add)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.table, 1)

    def show_links(self, links: Sequence[SiteLink]) -> None:
        """Show these in place of those before."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for link in links:
            self._append(link)
        self.table.blockSignals(False)

    def links(self) -> tuple[SiteLink, ...]:
        """What stands here; rows without a title or an address are not links yet."""
        found = (self._link(row) for row in range(self.table.rowCount()))
        return tuple(link for link in found if link.title and link.href)

    def _link(self, row: int) -> SiteLink:
        words = [self.table.item(row, column) for column in (TITLE, ADDRESS)]
        title, href = (item.text().strip() if item is not None else "" for item in words)
        box = self.table.cellWidget(row, LOCALE)
        return SiteLink(title, href, str(box.currentData()) if isinstance(box, QComboBox) else "")

    def _append(self, link: SiteLink) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setItem(row, TITLE, QTableWidgetItem(link.title))
        self.table.setItem(row, ADDRESS, QTableWidgetItem(link.href))
        box = QComboBox()
        box.addItem(self.tr("All languages"), "")
        for locale in self._desk.locales:
            box.addItem(locale.name, locale.tag)
        box.setCurrentIndex(max(0, box.findData(link.locale)))
        box.activated.connect(lambda _index: self.edited.emit())
        self.table.setCellWidget(row, LOCALE, box)
        self.table.setRowHeight(row, 34)

    def _add_new(self) -> None:
        self.table.blockSignals(True)
        self._append(SiteLink("", "https://"))
        self.table.blockSignals(False)
        self.table.setCurrentCell(self.table.rowCount() - 1, TITLE)
        item = self.table.item(self.table.rowCount() - 1, TITLE)
        if item is not None:
            self.table.editItem(item)

    def _remove(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            self.table.removeRow(row)
            self.edited.emit()
