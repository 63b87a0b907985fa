"""The links in a theme's header and footer, in all languages or in one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.finding import Hit
from kbeditor.domain.rendered import Target
from kbeditor.domain.site import SiteLink, SiteTheme
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.quick_open import ChoosePage
from kbeditor.ui.icons import icon
from kbeditor.ui.plain import PlainLabel, plain_tip
from kbeditor.ui.widgets.delegates import TextDelegate

TITLE, ADDRESS, LOCALE = range(3)
PAGE = "kb:"
"""Before the id of an article, in an address."""
_PAGE = Qt.ItemDataRole.UserRole


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
        explained = PlainLabel(words, wordWrap=True)
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
        heading = PlainLabel(title)
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
        self.page = QPushButton(self.tr("Add article…"), autoDefault=False)
        self.page.setToolTip(self.tr("A page of the site, in the reader’s language"))
        self.page.clicked.connect(lambda _checked=False: self._choose())
        self.remove = QPushButton(self.tr("Remove"), autoDefault=False)
        self.remove.clicked.connect(lambda _checked=False: self._remove())
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        row.addWidget(self.add)
        row.addWidget(self.page)
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
        self._ask_titles()

    def links(self) -> tuple[SiteLink, ...]:
        """What stands here; rows without a title or an address are not links yet.

        A page of the site needs no title: it has its own in each language.
        """
        found = (self._link(row) for row in range(self.table.rowCount()))
        return tuple(
            link for link in found if link.href and (link.title or link.href.startswith(PAGE))
        )

    def _link(self, row: int) -> SiteLink:
        words = [self.table.item(row, column) for column in (TITLE, ADDRESS)]
        title, href = (
            str(item.data(_PAGE) or item.text()).strip() if item is not None else ""
            for item in words
        )
        box = self.table.cellWidget(row, LOCALE)
        return SiteLink(title, href, str(box.currentData()) if isinstance(box, QComboBox) else "")

    def _append(self, link: SiteLink) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setItem(row, TITLE, QTableWidgetItem(link.title))
        address = QTableWidgetItem(link.href)
        if link.href.startswith(PAGE):
            address.setData(_PAGE, link.href)
        self.table.setItem(row, ADDRESS, address)
        box = QComboBox()
        box.addItem(self.tr("All languages"), "")
        for locale in self._desk.locales:
            box.addItem(locale.name, locale.tag)
        box.setCurrentIndex(max(0, box.findData(link.locale)))
        box.activated.connect(lambda _index: self.edited.emit())
        self.table.setCellWidget(row, LOCALE, box)
        self.table.setRowHeight(row, 34)

    def _ask_titles(self) -> None:
        """Show what the pages are called, rather than their ids."""
        rows = (self.table.item(row, ADDRESS) for row in range(self.table.rowCount()))
        items = [item for item in rows if item is not None and item.data(_PAGE)]
        if not items:
            return
        ids = [str(item.data(_PAGE)).removeprefix(PAGE) for item in items]
        locale = self._desk.selection.locale
        self._desk.bridge.run(lambda ws: ws.texts.link_targets(ids, locale), self._name_pages)

    def _name_pages(self, targets: Mapping[str, Target]) -> None:
        """A page that is gone keeps its id, which can be written anew."""
        self.table.blockSignals(True)
        for row in range(self.table.rowCount()):
            title, address = self.table.item(row, TITLE), self.table.item(row, ADDRESS)
            page = address.data(_PAGE) if address is not None else None
            if address is None or not page:
                continue
            target = targets.get(str(page).removeprefix(PAGE))
            if target is None:
                address.setData(_PAGE, None)
                continue
            address.setText(target.title)
            address.setIcon(icon("article", self._desk.themes))
            address.setFlags(address.flags() & ~Qt.ItemFlag.ItemIsEditable)
            address.setToolTip(plain_tip(str(page)))
            if title is not None:
                title.setToolTip(self.tr("Empty: the title of the page, in each language"))
        self.table.blockSignals(False)

    def _choose(self) -> None:
        ChoosePage(self._desk, self, self._add_page).show()

    def _add_page(self, hit: Hit) -> None:
        self.table.blockSignals(True)
        self._append(SiteLink("", f"{PAGE}{hit.owner.id}"))
        self.table.blockSignals(False)
        self.table.setCurrentCell(self.table.rowCount() - 1, TITLE)
        self._ask_titles()
        self.edited.emit()

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
