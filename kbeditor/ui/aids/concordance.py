"""Where words were translated before: pairs whose source or translation holds them."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.blocks import Match
from kbeditor.ui.aids.cards import Card, marked, plain
from kbeditor.ui.aids.section import Section
from kbeditor.ui.desk import Desk
from kbeditor.ui.widgets.column_scroll import ColumnScroll
from kbeditor.ui.widgets.empty import EmptyState

MOST = 50
PAUSE_MS = 150
SHORTEST = 2


class Concordance(QWidget):
    """Asks as one types; the latest question wins."""

    insert_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._matches: Sequence[Match] = ()
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.line.setPlaceholderText(self.tr("Words, or a “phrase in quotation marks”"))
        self.line.setAccessibleName(self.tr("Search translated blocks"))
        self.side = QComboBox(self)
        self.side.setAccessibleName(self.tr("Where to search"))
        self.side.addItem(self.tr("Source"), False)
        self.side.addItem(self.tr("Translation"), True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self._empty = EmptyState(desk.themes, "search", self)
        page = QWidget(self)
        self.hits = Section(desk, self.tr("Found"), page)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(8, 2, 8, 10)
        inside.addWidget(self.hits)
        inside.addStretch(1)
        self._pages = QStackedWidget(self)
        self._scroll = ColumnScroll(page, self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._scroll)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 6)
        head.setSpacing(6)
        head.addWidget(self.line, 1)
        head.addWidget(self.side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        self.line.textChanged.connect(lambda _text: self._pause.start())
        self.line.returnPressed.connect(self.search)
        self.side.currentIndexChanged.connect(lambda _index: self.search())
        desk.themes.changed.connect(self._show)
        self._show()

    def look_up(self, words: str, *, in_target: bool = False) -> None:
        """Search for words, as if they had been typed."""
        self.side.setCurrentIndex(int(in_target))
        self.line.setText(words)
        self.search()
        self.line.setFocus()
        self.line.selectAll()

    def forget(self) -> None:
        """Another library."""
        self._pause.stop()
        self.line.clear()
        self._pause.stop()
        self._land(())

    def search(self) -> None:
        """Ask now."""
        self._pause.stop()
        words, locale = self.line.text().strip(), self._desk.selection.locale
        if len(words) < SHORTEST or self._desk.library is None:
            self._land(())
            return
        in_target = bool(self.side.currentData())
        self._desk.bridge.ask_latest(
            "aids.concordance",
            lambda ws: ws.memory.concordance(words, locale, MOST, in_target=in_target),
            self._land,
        )

    def _land(self, matches: Sequence[Match]) -> None:
        self._matches = matches
        self._show()

    def _show(self) -> None:
        words = self.line.text().strip()
        if not self._matches:
            if len(words) < SHORTEST:
                self._empty.say(
                    self.tr("How was it said before?"),
                    self.tr("Finds words in all that was translated, with their translation."),
                )
            else:
                self._empty.say(
                    self.tr("Nothing found for “{query}”").format(query=words),
                    self.tr("All words must occur in one block. Try fewer."),
                )
            self._pages.setCurrentWidget(self._empty)
            return
        self.hits.show_items([self._card(each) for each in self._matches], "")
        self._pages.setCurrentWidget(self._scroll)

    def _card(self, match: Match) -> Card:
        selection, themes = self._desk.selection, self._desk.themes
        in_target = bool(self.side.currentData())
        source_rtl = self._desk.right_to_left(selection.source_locale)
        rtl = self._desk.right_to_left(selection.locale)
        card = Card(self)
        spans = match.spans
        source = plain(match.source, source_rtl)
        target = plain(match.target, rtl)
        if in_target:
            target = marked(match.target, spans, themes, rtl)
        else:
            source = marked(match.source, spans, themes, source_rtl)
        card.add_text(source, role="muted")
        card.add_text(target)
        origin = card.add_text(plain(match.origin), role="muted")
        font = origin.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        origin.setFont(font)
        card.setAccessibleName(f"{match.source}: {match.target}")
        card.setToolTip(self.tr("Enter or a double click inserts this translation"))
        card.used.connect(lambda: self.insert_wanted.emit(match.target))
        return card
