"""What a release changes on one page: its Markdown word by word, and both pages side by side."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget

from kbeditor.domain.records import TextRef
from kbeditor.domain.releases import ChangeKind, PageChange
from kbeditor.domain.source import Page
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.live import LivePage
from kbeditor.ui.preview.page_half import PageHalf
from kbeditor.ui.widgets.changes_view import ChangesView, ShownChange
from kbeditor.ui.widgets.empty import EmptyState

Sides = tuple[Page | None, Page | None]
_HEADING = re.compile(r"#{1,6}\s")
_NAME = re.compile(r"\s*\{#[^}]*\}\s*$")  # the id that a heading is given
_NEXT = "…"  # stands between what does not follow at once


class PageDiff(QTabWidget):
    """Reads both sides of the page it is given; the newest one asked for is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(documentMode=True)
        self._desk = desk
        self._change: PageChange | None = None
        self._sides: Sides = (None, None)
        self.words = ChangesView(desk.themes)
        self._empty = EmptyState(desk.themes, "eye", self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.words)
        self.halves = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.old: PageHalf | None = None
        self.new: PageHalf | None = None
        self.addTab(self._pages, self.tr("Words"))
        self.addTab(self.halves, self.tr("Old and new page"))
        self.currentChanged.connect(lambda _index: self._render())
        self.show_change(None)

    def show_change(self, change: PageChange | None) -> None:
        """Show what happens to a page; None: to none."""
        self._change, self._sides = change, (None, None)
        if change is None:
            self._say(
                self.tr("Choose a page"), self.tr("What changes on it is shown here, word by word.")
            )
            self._render()
            return
        self._desk.bridge.ask_latest(
            "publish.sides",
            lambda ws: tuple(ws.releasing.sides(change)),
            lambda sides: self._know(change, sides),
        )

    def _know(self, change: PageChange, sides: tuple[Page | None, ...]) -> None:
        if change is not self._change:
            return
        old, new = sides
        self._sides = (old, new)
        shown = page_changes(old, new)
        if shown:
            self.words.show_changes(shown)
            self._pages.setCurrentWidget(self.words)
        elif change.kind is ChangeKind.MOVED:
            self._say(
                self.tr("Only its address changes"),
                self.tr("From {old} to {new}. The old one leads on.").format(
                    old=change.before, new=change.address
                ),
            )
        else:
            self._say(
                self.tr("Its text stays the same"),
                self.tr("What changes is around it: its language, its links or its place."),
            )
        self._render()

    def _say(self, headline: str, sentence: str) -> None:
        self._empty.say(headline, sentence)
        self._pages.setCurrentWidget(self._empty)

    def _render(self) -> None:
        """Both pages as readers see them; their views are made when they are first wanted."""
        if self.currentWidget() is self.halves and self.old is None:
            self.old = PageHalf(self._desk, "publish.old", self.tr("Published now"))
            self.new = PageHalf(self._desk, "publish.new", self.tr("With this release"))
            self.halves.addWidget(self.old)
            self.halves.addWidget(self.new)
            self.halves.setSizes([1000, 1000])
            self.old.view.scrolled.connect(self.new.view.show_line)
            self.new.view.scrolled.connect(self.old.view.show_line)
        if self.old is None or self.new is None or self.currentWidget() is not self.halves:
            return
        change, line = self._change, first_change(*self._sides)
        for half, page in zip((self.old, self.new), self._sides, strict=True):
            shown = None
            if change is not None and page is not None:
                ref = TextRef(change.owner, change.locale)
                shown = LivePage(ref, page.title, page.summary, page.body)
            half.show_page(shown, line)

    def close_down(self) -> None:
        """Let go of the pages, in the order that the engine needs; what was asked lands no more."""
        self._change = None
        for half in (self.old, self.new):
            if half is not None:
                half.close_down()


def first_change(old: Page | None, new: Page | None) -> int:
    """The first line, from 1, at which two versions differ; 1 where one is missing."""
    if old is None or new is None:
        return 1
    lines = zip_longest(old.body.split("\n"), new.body.split("\n"))
    return next((number for number, (a, b) in enumerate(lines, start=1) if a != b), 1)


def page_changes(old: Page | None, new: Page | None) -> list[ShownChange]:
    """What differs between two versions of a page: title, summary, then its paragraphs, each
    below the heading that it stands under.
    """
    was, now = ((page.title, page.summary, page.body) if page else ("",) * 3 for page in (old, new))
    shown = [
        ShownChange("", _NEXT, before, after)
        for before, after in zip(was[:2], now[:2], strict=True)
        if before != after
    ]
    return shown + _compared(_paragraphs(was[2]), _paragraphs(now[2]))


def _paragraphs(body: str) -> list[str]:
    """Stretches between blank lines; a fence keeps its blank lines."""
    found: list[list[str]] = [[]]
    fenced = False
    for line in body.splitlines():
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        if line.strip() or fenced:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]


def _compared(old: Sequence[str], new: Sequence[str]) -> list[ShownChange]:
    shown: list[ShownChange] = []
    said = ""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for before, after in zip_longest(old[a:b], new[c:d], fillvalue=""):
            heading = _heading(new[:c]) or _heading(old[:a])
            shown.append(ShownChange("" if heading == said else heading, _NEXT, before, after))
            said = heading
    return shown


def _heading(above: Sequence[str]) -> str:
    """The heading that what follows stands under, "" where there is none."""
    found = (each.split("\n")[0] for each in reversed(above) if _HEADING.match(each))
    return _NAME.sub("", next(found, "").lstrip("# "))
