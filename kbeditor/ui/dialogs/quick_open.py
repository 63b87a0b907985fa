"""Quick open: an article or category by a few letters of its title."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from kbeditor.domain.finding import Hit
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.finder import Finder, Found
from kbeditor.ui.widgets.marks import mark_icon

LIMIT = 30


class QuickOpen(Finder):
    """Looks in the titles of all languages, those of the current one first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", "")
        self.setWindowTitle(self.tr("Quick open"))
        self.field.setPlaceholderText(self.tr("Go to an article or category"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.look_for("")

    def look_for(self, words: str) -> None:
        if not words.strip():
            self.show_found((), self.tr("Type a few letters of a title"))
            return
        self.desk.bridge.ask_latest(
            "quick open", lambda ws: ws.search.titles(words, None, LIMIT), self._show
        )

    def chosen(self, value: Any) -> None:
        hit: Hit = value
        self.desk.selection.go(hit.owner, hit.locale)

    def _show(self, hits: tuple[Hit, ...]) -> None:
        here = self.desk.selection.locale
        ordered = sorted(hits, key=lambda hit: hit.locale != here)
        self.show_found(
            [self._found(hit) for hit in ordered],
            self.tr("No title holds these letters"),
        )

    def _found(self, hit: Hit) -> Found:
        several = len(self.desk.locales) > 1
        locale = self.desk.locale(hit.locale)
        return Found(
            title=hit.title,
            value=hit,
            line=" › ".join(hit.path) or self.tr("Top level"),
            end=locale.name if locale is not None and several else "",
            icon=mark_icon(hit.mark, self.desk.themes),
        )


class ChoosePage(QuickOpen):
    """The same to choose one, for the window that asks."""

    def __init__(self, desk: Desk, parent: QWidget, take: Callable[[Hit], None]) -> None:
        """`take` gets what was chosen."""
        super().__init__(desk)
        self._take = take
        # A window that waits for an answer lets only its own children be clicked.
        self.setParent(parent, self.windowFlags())
        self.setWindowTitle(self.tr("Choose an article"))
        self.field.setPlaceholderText(self.tr("Choose an article or category"))
        self.field.setAccessibleName(self.field.placeholderText())

    def chosen(self, value: Any) -> None:
        self._take(value)
