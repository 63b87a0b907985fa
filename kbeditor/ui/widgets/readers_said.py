"""What readers said of the open article, and what they looked for in vain."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kbeditor.domain.records import Ref
from kbeditor.domain.votes import SearchedFor, Vote, VoteSummary
from kbeditor.ui.desk import Desk
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import number_words
from kbeditor.ui.vote_words import live_words, poor, told_words
from kbeditor.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

COMMENTS, SEARCHES = 20, 10
Said = tuple[VoteSummary, tuple[Vote, ...], tuple[SearchedFor, ...]]


class ReadersSaid(QWidget):
    """Out of sight as long as nobody said anything."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._heading = PlainLabel(self.tr("Readers"), self)
        self._heading.setProperty("role", "heading")
        self.votes = PlainLabel(self, wordWrap=True)
        self.live = PlainLabel(self, wordWrap=True)
        self.live.setProperty("role", "muted")
        self.comments = QVBoxLayout()
        self.comments.setSpacing(6)
        self._searched = PlainLabel(self, wordWrap=True)
        self._searched.setProperty("role", "field")
        self.searches = QGridLayout()
        self.searches.setVerticalSpacing(2)
        self.searches.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self.votes)
        column.addWidget(self.live)
        column.addLayout(self.comments)
        column.addSpacing(4)
        column.addWidget(self._searched)
        column.addLayout(self.searches)
        self.hide()

    def read(self, ref: Ref | None, locale: str) -> None:
        """Show what was said of this article in this language."""
        if self._desk.library is None or not locale:
            self.hide()
            return
        self._desk.bridge.ask_latest("votes", lambda ws: _read(ws, ref, locale), self._show)

    def _show(self, said: Said) -> None:
        votes, comments, searches = said
        self.votes.setText(told_words(votes) if votes.total else "")
        self.votes.setVisible(votes.total > 0)
        self.votes.setProperty("role", "error" if poor(votes) else "")
        self.votes.style().polish(self.votes)
        self.live.setText(live_words(votes))
        self.live.setVisible(bool(self.live.text()))
        self._show_comments(comments)
        self._show_searches(searches)
        self.setVisible(bool(votes.total or searches))

    def _show_comments(self, comments: Sequence[Vote]) -> None:
        clear(self.comments)
        for vote in comments:
            date = QDate(vote.at.year, vote.at.month, vote.at.day)
            day = QLocale().toString(date, QLocale.FormatType.ShortFormat)
            thought = self.tr("Helpful") if vote.helpful else self.tr("Not helpful")
            words = PlainLabel(self.tr("“{words}”").format(words=vote.comment), self, wordWrap=True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            when = PlainLabel(f"{thought} · {day}", self)
            when.setProperty("role", "muted")
            self.comments.addWidget(words)
            self.comments.addWidget(when)

    def _show_searches(self, searches: Sequence[SearchedFor]) -> None:
        clear(self.searches)
        self._searched.setVisible(bool(searches))
        if searches:
            locale = self._desk.locale(searches[0].locale)
            words = self.tr("Searched for in vain ({language})")
            name = locale.name if locale is not None else searches[0].locale
            self._searched.setText(words.format(language=name))
        for row, each in enumerate(searches):
            query = PlainLabel(each.query, self, wordWrap=True)
            query.setTextFormat(Qt.TextFormat.PlainText)
            query.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            count = PlainLabel(self.tr("{number} ×").format(number=number_words(each.count)), self)
            count.setProperty("role", "muted")
            self.searches.addWidget(query, row, 0)
            self.searches.addWidget(count, row, 1, Qt.AlignmentFlag.AlignTop)


def _read(workspace: "Workspace", ref: Ref | None, locale: str) -> Said:
    """Runs on the library's thread."""
    searches = workspace.votes.failed_searches(locale, SEARCHES)
    if ref is None:
        return VoteSummary(), (), searches
    votes = workspace.votes.of(ref, locale)
    comments = workspace.votes.comments(ref, locale, COMMENTS) if votes.total else ()
    return votes, comments, searches
