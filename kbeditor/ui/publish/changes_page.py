"""What a release changes: figures, a list that can be filtered, and what happens to one page."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.releases import ChangeKind, PageChange, ReleasePreview
from kbeditor.ui.desk import Desk
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.publish.changes_model import ADDRESS, KIND, LOCALE, ORDER, ChangesModel
from kbeditor.ui.publish.page_diff import PageDiff
from kbeditor.ui.publish.words import kind_words
from kbeditor.ui.texts import number_words
from kbeditor.ui.widgets.empty import EmptyState
from kbeditor.ui.widgets.flat_list import FlatList

FILTER_MS = 80
_WIDTHS = {KIND: 110, LOCALE: 80, ADDRESS: 280}


class ChangesPage(QWidget):
    """Enter opens the article of a page; the page chosen is shown below."""

    opened = Signal(object)  # PageChange

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.model = ChangesModel(self)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("What happens"))
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language"))
        self.words = QLineEdit(placeholderText=self.tr("Filter titles and addresses"))
        self.words.setAccessibleName(self.tr("Filter titles and addresses"))
        self.words.setClearButtonEnabled(True)
        self.list = FlatList(self.model, desk.themes, self, _WIDTHS, sorted_by=-1)
        self.list.setAccessibleName(self.tr("Pages that change"))
        self.list.setProperty("framed", "true")
        self.go = QPushButton(self.tr("Open article"), autoDefault=False)
        self.redirects = PlainLabel()
        self.redirects.setProperty("role", "muted")
        self.diff = PageDiff(desk)
        for box in (self.kind, self.language):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._empty = EmptyState(desk.themes, "success", self)
        self._filtered = EmptyState(desk.themes, "filter", self)
        self._filtered.say(self.tr("No page passes this filter"))
        self._filtered.offer(self.tr("Clear the filter"), self.clear)
        self._stack = QStackedWidget()
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=FILTER_MS)
        self._soon.timeout.connect(self._filter)
        for box in (self.kind, self.language):
            box.activated.connect(lambda _index: self._filter())
        self.words.textChanged.connect(lambda _text: self._soon.start())
        self.list.opened.connect(self._open)
        self.go.clicked.connect(lambda _checked=False: self._open())
        self.list.selectionModel().currentChanged.connect(lambda *_indexes: self._show_page())
        self.model.modelReset.connect(self._show_page)
        self._fill_choices()

    def _build(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.kind)
        tools.addWidget(self.language)
        tools.addWidget(self.words, 1)
        tools.addWidget(self.go)
        for page in (self.list, self._empty, self._filtered):
            self._stack.addWidget(page)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 10, 0, 6)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)
        column.addWidget(self.redirects)
        self._halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._halves.addWidget(upper)
        self._halves.addWidget(self.diff)
        self._halves.setSizes([300, 320])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._halves)

    def show_preview(self, preview: ReleasePreview) -> None:
        """Show what this release changes; filter and chosen page stay where they can."""
        kept = self.model.change(self.list.currentIndex())
        self.model.load(preview.changes)
        self._fill_choices()
        self._filter()
        if kept is not None:
            self._go_to(kept)
        moved = preview.redirects
        words = self.tr("%Ln old address(es) will lead on to where their page is now.", "", moved)
        self.redirects.setText(words)
        self.redirects.setVisible(moved > 0)
        self._empty.say(
            self.tr("Nothing changes"),
            self.tr("What is published is as the library is now: no release is needed."),
        )

    def clear(self) -> None:
        """Show all."""
        self.words.clear()
        self.kind.setCurrentIndex(0)
        self.language.setCurrentIndex(0)
        self._filter()

    def _fill_choices(self) -> None:
        kind, locale = self.kind.currentData(), self.language.currentData()
        counts = self.model.counts()
        self.kind.clear()
        total = number_words(self.model.total)
        self.kind.addItem(self.tr("All changes ({count})").format(count=total), None)
        for each in ORDER:
            if counts[each]:
                self.kind.addItem(f"{kind_words(each)} ({number_words(counts[each])})", each)
        self.language.clear()
        self.language.addItem(self.tr("All languages"), "")
        for tag in self.model.locales():
            self.language.addItem(tag, tag)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.language.setCurrentIndex(max(0, self.language.findData(locale)))

    def _filter(self) -> None:
        self._soon.stop()
        kind = self.kind.currentData()
        wanted = ChangeKind(kind) if kind else None
        self.model.show(wanted, self.language.currentData() or "", self.words.text())
        page: QWidget = self.list
        if not self.model.rowCount():
            page = self._filtered if self.model.total else self._empty
        self._stack.setCurrentWidget(page)
        self.diff.setVisible(self.model.total > 0)
        self.list.go_to(0)

    def _go_to(self, change: PageChange) -> None:
        for line in range(self.model.rowCount()):
            each = self.model.change(self.model.index(line, 0))
            if each is not None and (each.owner, each.locale) == (change.owner, change.locale):
                self.list.go_to(line)
                return

    def _show_page(self) -> None:
        change = self.model.change(self.list.currentIndex())
        self.go.setEnabled(change is not None and change.kind is not ChangeKind.REMOVED)
        self.diff.show_change(change)

    def _open(self) -> None:
        change = self.model.change(self.list.currentIndex())
        if change is not None and change.kind is not ChangeKind.REMOVED:
            self.opened.emit(change)
