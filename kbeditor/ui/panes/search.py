"""Search over the whole library in all languages, as one types."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
)

from kbeditor.domain.changes import Changes
from kbeditor.domain.finding import Hit
from kbeditor.domain.records import Library
from kbeditor.ui import pane_specs
from kbeditor.ui.desk import Desk
from kbeditor.ui.models.hits import HitModel
from kbeditor.ui.pane import Pane
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.widgets.empty import EmptyState
from kbeditor.ui.widgets.hit_delegate import HitDelegate

MOST = 100
AGAIN_MS = 800
"""After a change elsewhere the answer is brought up to date so much later."""

_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchPane(Pane):
    """The arrow keys walk the answers while one types; Enter opens one."""

    spec = pane_specs.SEARCH

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.line.setPlaceholderText(self.tr("Search all texts"))
        self.line.setAccessibleName(self.tr("Search all texts"))
        self.locales = QComboBox(self)
        self.locales.setAccessibleName(self.tr("Language"))
        self.model = HitModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Texts found"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(desk.themes, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = PlainLabel(self)
        self._count.setProperty("role", "muted")
        self._count.setContentsMargins(12, 0, 12, 6)
        self._idle = EmptyState(desk.themes, "search", self)
        self._idle.say(
            self.tr("Search the whole library"),
            self.tr("Titles and texts in every language. Accents and case do not matter."),
        )
        self._nothing = EmptyState(desk.themes, "search", self)
        self._everywhere = self._nothing.offer(self.tr("Search all languages"), self._search_all)
        self._pages = QStackedWidget(self)
        for page in (self._idle, self._nothing, self.list):
            self._pages.addWidget(page)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        fields = QVBoxLayout()
        fields.setContentsMargins(8, 8, 8, 6)
        fields.setSpacing(6)
        fields.addWidget(self.line)
        fields.addWidget(self.locales)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(fields)
        layout.addWidget(self._count)
        layout.addWidget(self._pages, 1)
        self._fill_locales("")
        self._show(())

    def _connect(self) -> None:
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.locales.currentIndexChanged.connect(self._search)
        self.list.activated.connect(lambda _index: self.open_current())
        self.list.clicked.connect(lambda _index: self.open_current(stay=True))
        self._again.timeout.connect(self._search)

    # ----------------------------------------------------------------------------- what changed

    def refresh(self, changes: Changes) -> None:
        if changes.everything or changes.locales:
            self._fill_locales(self.locales.currentData() or "")
            self._search()
        elif (changes.tree or changes.texts) and self.line.text().strip():
            self._again.start()

    def library_opened(self, library: Library) -> None:
        self.line.clear()

    def library_closed(self) -> None:
        self._again.stop()
        self.line.clear()
        self._show(())

    def save_state(self) -> dict[str, Any]:
        return {"locale": self.locales.currentData()}

    def restore_state(self, state: dict[str, Any]) -> None:
        self._fill_locales(str(state.get("locale") or ""))

    def focus(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def _fill_locales(self, chosen: str) -> None:
        self.locales.blockSignals(True)
        self.locales.clear()
        self.locales.addItem(self.tr("All languages"), "")
        for locale in self.desk.locales:
            self.locales.addItem(locale.name, locale.tag)
        self.locales.setCurrentIndex(max(0, self.locales.findData(chosen)))
        self.locales.setVisible(len(self.desk.locales) > 1)
        self.locales.blockSignals(False)

    # -------------------------------------------------------------------------------- searching

    def _search(self) -> None:
        query = self.line.text().strip()
        locale = self.locales.currentData() or None
        if not query or self.desk.library is None:
            self._show(())
            return
        self.desk.bridge.ask_latest(
            "search", lambda ws: ws.search.find(query, locale, MOST), self._land
        )

    def _land(self, hits: Sequence[Hit]) -> None:
        if self.line.text().strip():  # emptied meanwhile: nothing is asked any more
            self._show(hits)

    def _show(self, hits: Sequence[Hit]) -> None:
        query = self.line.text().strip()
        place = self.model.hit(self.list.currentIndex())
        self.model.show_hits(hits)
        same = [
            row
            for row, hit in enumerate(hits)
            if place is not None and (hit.owner, hit.locale) == (place.owner, place.locale)
        ]
        self.list.setCurrentIndex(self.model.index(same[0] if same else 0))
        if hits:
            self._pages.setCurrentWidget(self.list)
        else:
            self._say_nothing(query)
            self._pages.setCurrentWidget(self._nothing if query else self._idle)
        words = self.tr("%Ln text(s)", "", len(hits))
        if len(hits) >= MOST:
            words = self.tr("The %Ln best texts; more words narrow it", "", len(hits))
        self._count.setText(words if hits else "")
        self._count.setVisible(bool(hits))

    def _say_nothing(self, query: str) -> None:
        one = bool(self.locales.currentData())
        self._nothing.say(
            self.tr("Nothing found for “{query}”").format(query=query),
            self.tr(
                "All words must occur in one text; the last may be unfinished. "
                "Try fewer words, or the beginning of one."
            ),
        )
        self._everywhere.setVisible(one)

    def _search_all(self) -> None:
        self.locales.setCurrentIndex(0)
        self.line.setFocus()

    # ------------------------------------------------------------------------------------ opening

    def open_current(self, *, stay: bool = False) -> None:
        """Open the chosen answer; the keyboard goes to the editor unless it is to `stay` here."""
        hit = self.model.hit(self.list.currentIndex())
        if hit is None:
            return
        self.desk.selection.go(hit.owner, hit.locale)
        if not stay:
            self.desk.frame.show_pane("editor")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the line: arrows for the list, Enter opens, Escape empties."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in _MOVING:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open_current()
                return True
            if event.key() == Qt.Key.Key_Escape and self.line.text():
                self.line.clear()
                return True
        return super().eventFilter(watched, event)
