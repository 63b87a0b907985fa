"""Translation status: the current article in every locale, then every locale as a whole."""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbeditor.domain.changes import Changes
from kbeditor.domain.records import Library, Ref, TextHead
from kbeditor.domain.status import LocaleStatus
from kbeditor.ui import pane_specs
from kbeditor.ui.desk import Desk
from kbeditor.ui.models.matrix_filter import MatrixFilter
from kbeditor.ui.pane import Pane
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.showing import show_in_matrix
from kbeditor.ui.state_changes import change_state, mark_still_valid
from kbeditor.ui.widgets.column_scroll import ColumnScroll
from kbeditor.ui.widgets.layouts import clear
from kbeditor.ui.widgets.leading import keep_leading
from kbeditor.ui.widgets.locale_card import LocaleCard
from kbeditor.ui.widgets.readers_said import ReadersSaid
from kbeditor.ui.widgets.text_states import TextStates

SOONEST_MS = 300
"""The overview is counted again so long after a change; later when counting takes long."""

REST = 10
"""Counting takes up at most one part in so many of the library thread's time."""


class StatusPane(Pane):
    """Says where each locale stands and leads to what is next."""

    spec = pane_specs.STATUS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cards: dict[str, LocaleCard] = {}
        self._owner: Ref | None = None
        self._heading = PlainLabel(self, wordWrap=True)
        self._heading.setProperty("role", "heading")
        keep_leading(self._heading)
        self.texts = TextStates(desk, self)
        self.readers = ReadersSaid(desk, self)
        self._all = PlainLabel(self.tr("All articles"), self)
        self._all.setProperty("role", "heading")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(0)
        self._soon = QTimer(self, singleShot=True, interval=SOONEST_MS)
        self._build()
        self._soon.timeout.connect(self._count)
        self.texts.open_wanted.connect(self._open)
        self.texts.state_wanted.connect(lambda text, state: change_state(desk, [text], state))
        self.texts.still_valid_wanted.connect(lambda text: mark_still_valid(desk, [text]))
        desk.selection.changed.connect(self._read_texts)
        desk.themes.changed.connect(self._read_texts)

    def _build(self) -> None:
        page = QWidget(self)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(8)
        inside.addWidget(self._heading)
        inside.addWidget(self.texts)
        inside.addWidget(self.readers)
        inside.addSpacing(12)
        inside.addWidget(self._all)
        inside.addLayout(self._cards)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ColumnScroll(page, self))
        self._show_texts(None, ())

    # ----------------------------------------------------------------------------- what changed

    def refresh(self, changes: Changes) -> None:
        if changes.everything or changes.locales:
            self._count()
            self._read_texts()
        elif changes.tree or changes.texts:
            if not self._soon.isActive():
                self._soon.start()
            if self._owner in set(changes.owners()):
                self._read_texts()
        if changes.votes and not changes.everything:
            self._read_readers()

    def library_opened(self, library: Library) -> None:
        self._soon.setInterval(SOONEST_MS)

    def library_closed(self) -> None:
        self._soon.stop()
        self._show_status(())
        self._show_texts(None, ())

    def _count(self) -> None:
        """Count again; remember how long that took, so as not to hold up the library's thread."""
        if self.desk.library is None:
            return

        def timed(seconds_and_rows: tuple[float, tuple[LocaleStatus, ...]]) -> None:
            seconds, rows = seconds_and_rows
            self._soon.setInterval(max(SOONEST_MS, round(REST * 1000 * seconds)))
            self._show_status(rows)

        def count(
            overview: Callable[[], tuple[LocaleStatus, ...]],
        ) -> tuple[float, tuple[LocaleStatus, ...]]:
            start = time.perf_counter()
            rows = overview()
            return time.perf_counter() - start, rows

        self.desk.bridge.ask_latest("status", lambda ws: count(ws.status.overview), timed)

    def _show_status(self, rows: tuple[LocaleStatus, ...]) -> None:
        if [row.locale for row in rows] != list(self.cards):
            clear(self._cards)
            self.cards = {row.locale: self._card() for row in rows}
        for row in rows:
            locale = self.desk.locale(row.locale)
            self.cards[row.locale].show_status(row, locale.name if locale else row.locale)
        self._all.setVisible(bool(rows))

    def _card(self) -> LocaleCard:
        card = LocaleCard(self.desk.themes, self)
        card.step_wanted.connect(self._do_next)
        card.counts_wanted.connect(self._show_filtered)
        self._cards.addWidget(card)
        return card

    # -------------------------------------------------------------------- the current article

    def _read_texts(self) -> None:
        owner = self.desk.selection.current
        self._read_readers()
        if owner is None or self.desk.library is None:
            self._show_texts(None, ())
            return
        self.desk.bridge.ask_latest(
            "status.texts",
            lambda ws: ws.texts.heads(owner),
            lambda heads: self._show_texts(owner, heads),
        )

    def _read_readers(self) -> None:
        self.readers.read(self.desk.selection.current, self.desk.selection.locale)

    def _show_texts(self, owner: Ref | None, heads: tuple[TextHead, ...]) -> None:
        self._owner = owner
        self._heading.setVisible(owner is not None)
        self.texts.setVisible(owner is not None)
        if owner is None:
            return
        titles = {head.locale: head.title for head in heads}
        selection = self.desk.selection
        fallback = titles.get(selection.source_locale, "")
        self._heading.setText(titles.get(selection.locale) or fallback or self.tr("Untitled"))
        self.texts.show_heads(owner, self.desk.locales, heads)

    # ------------------------------------------------------------------------------------ doing

    def _open(self, locale: str) -> None:
        self.desk.selection.go(self._owner, locale)
        self.desk.frame.show_pane("editor")

    def _do_next(self, status: LocaleStatus) -> None:
        if status.next_owner is None:
            self.desk.actions.trigger("tree.new_article")
            return
        self.desk.selection.go(status.next_owner, status.locale)
        self.desk.frame.show_pane("editor")

    def _show_filtered(self, locale: str, state: str) -> None:
        show_in_matrix(self.desk, MatrixFilter(locale=locale, state=state))
