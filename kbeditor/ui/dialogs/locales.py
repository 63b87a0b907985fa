"""The library's languages: which there are, in which order, what stands in, who sees them."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.app.locales_list import KnownLocale
from kbeditor.domain.records import Locale
from kbeditor.domain.status import LocaleStatus
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog
from kbeditor.ui.dialogs.pick_locale import PickLocale
from kbeditor.ui.icons import icon
from kbeditor.ui.widgets.question import ask

LANGUAGE, FALLBACK, PUBLISHED = range(3)


class LocalesDialog(Dialog):
    """Each change is made at once, and can be undone like any other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", 640)
        self.setWindowTitle(self.tr("Languages of the library"))
        self.add_sentence(
            self.tr(
                "Articles are written in the first language and translated to the others. Where "
                "a page is not translated, readers see it in the language that stands in."
            )
        )
        self.table = QTableWidget(0, 3)
        self.table.setProperty("framed", "true")
        self.table.setHorizontalHeaderLabels(
            [self.tr("Language"), self.tr("Stands in"), self.tr("Readers see it")]
        )
        self.table.setShowGrid(False)
        self.table.setIconSize(QSize(16, 16))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(40)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(LANGUAGE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(FALLBACK, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(FALLBACK, 190)
        header.setSectionResizeMode(PUBLISHED, QHeaderView.ResizeMode.ResizeToContents)
        self.table.itemSelectionChanged.connect(self._check)
        self.table.setMinimumHeight(260)
        row = QHBoxLayout()
        row.addWidget(self.table, 1)
        row.addLayout(self._make_tools())
        self.column.addLayout(row, 1)
        self.add_buttons(None)
        desk.bridge.standing_changed.connect(self._fill)
        self._fill()

    def _make_tools(self) -> QVBoxLayout:
        self.add = QPushButton(self.tr("&Add…"), autoDefault=False)
        self.add.clicked.connect(self._add)
        self._remove = QPushButton(self.tr("&Remove…"), autoDefault=False)
        self._remove.clicked.connect(self._ask_remove)
        self._up = self._arrow("up", self.tr("Move up"), -1)
        self._down = self._arrow("down", self.tr("Move down"), 1)
        arrows = QHBoxLayout()
        arrows.addWidget(self._up)
        arrows.addWidget(self._down)
        arrows.addStretch(1)
        tools = QVBoxLayout()
        tools.addWidget(self.add)
        tools.addWidget(self._remove)
        tools.addLayout(arrows)
        tools.addStretch(1)
        return tools

    def _arrow(self, name: str, words: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setIcon(icon(name, self.desk.themes))
        button.clicked.connect(lambda: self._move(step))
        return button

    def _fill(self) -> None:
        kept = self._current()
        locales = self.desk.locales
        self.table.setRowCount(len(locales))
        for row, locale in enumerate(locales):
            words = f"{locale.name} ({locale.tag})"
            if self._is_source(locale):
                words += " — " + self.tr("written in")
            item = QTableWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, locale.tag)
            self.table.setItem(row, LANGUAGE, item)
            self.table.setCellWidget(row, FALLBACK, self._fallback(locale))
            self.table.setCellWidget(row, PUBLISHED, self._published(locale))
            if kept is not None and kept.tag == locale.tag:
                self.table.selectRow(row)
        self._check()

    def _is_source(self, locale: Locale) -> bool:
        library = self.desk.library
        return library is not None and locale.tag == library.source_locale

    def _fallback(self, locale: Locale) -> QWidget:
        box = QComboBox()
        box.setAccessibleName(self.tr("Stands in for {language}").format(language=locale.name))
        library = self.desk.library
        if library is None or self._is_source(locale):
            box.addItem("—")
            box.setEnabled(False)
            return _inset(box)
        for other in self.desk.locales:
            if other.tag != locale.tag:
                value = None if other.tag == library.source_locale else other.tag
                box.addItem(other.name, value)
        box.setCurrentIndex(max(0, box.findData(locale.fallback)))
        box.activated.connect(lambda: self._set_fallback(locale.tag, box.currentData()))
        return _inset(box)

    def _published(self, locale: Locale) -> QWidget:
        box = QCheckBox()
        box.setAccessibleName(self.tr("Readers see {language}").format(language=locale.name))
        box.setChecked(locale.published)
        box.clicked.connect(lambda on: self._set_published(locale.tag, on))
        return _inset(box)

    def _set_fallback(self, tag: str, fallback: str | None) -> None:
        def refused(_error: Exception) -> bool:
            self._fill()
            return False

        self.desk.bridge.run(
            lambda ws: ws.locales.update(tag, fallback=fallback), otherwise=refused
        )

    def _set_published(self, tag: str, published: bool) -> None:
        self.desk.bridge.run(lambda ws: ws.locales.update(tag, published=published))

    def _current(self) -> Locale | None:
        item = self.table.item(self.table.currentRow(), LANGUAGE)
        return self.desk.locale(str(item.data(Qt.ItemDataRole.UserRole))) if item else None

    def _check(self) -> None:
        current, row = self._current(), self.table.currentRow()
        self._remove.setEnabled(current is not None and not self._is_source(current))
        self._up.setEnabled(current is not None and row > 0)
        self._down.setEnabled(current is not None and row < self.table.rowCount() - 1)

    def _add(self) -> None:
        PickLocale(self.desk, self, {each.tag for each in self.desk.locales}, self._added).open()

    def _added(self, chosen: KnownLocale) -> None:
        self.desk.bridge.run(
            lambda ws: ws.locales.add(chosen.tag),
            self._show_added,
        )

    def _show_added(self, _locale: Locale) -> None:
        self.table.selectRow(self.table.rowCount() - 1)

    def _move(self, step: int) -> None:
        current = self._current()
        if current is None:
            return
        tags = [each.tag for each in self.desk.locales]
        place = tags.index(current.tag) + (2 if step > 0 else -1)
        before = tags[place] if place < len(tags) else None
        self.desk.bridge.run(lambda ws: ws.locales.move(current.tag, before))

    def _ask_remove(self) -> None:
        current = self._current()
        if current is not None:
            self.desk.bridge.run(lambda ws: ws.status.overview(), partial(self._know, current))

    def _know(self, locale: Locale, overview: tuple[LocaleStatus, ...]) -> None:
        status = next((each for each in overview if each.locale == locale.tag), None)
        count = status.articles - status.missing if status else 0
        ask(
            self,
            self.tr("Remove {language}?").format(language=locale.name),
            self.tr("%Ln translated article(s) go with it. Undo brings them back.", "", count),
            (self.tr("Remove"), lambda: self._do_remove(locale.tag)),
            dangerous=count > 0,
        )

    def _do_remove(self, tag: str) -> None:
        self.desk.bridge.run(lambda ws: ws.locales.remove(tag))


def _inset(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(6, 2, 6, 2)
    row.addWidget(widget)
    return holder
