"""Two versions beside each other: the words that changed, and both pages as readers see them."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.line_map import LineMap
from kbeditor.domain.records import TextRef
from kbeditor.domain.versions import Comparison, Content, Part
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.live import LivePage
from kbeditor.ui.history.source_diff import SourceDiff
from kbeditor.ui.icons import icon
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.preview.page_half import PageHalf
from kbeditor.ui.preview.patching import Marks
from kbeditor.ui.texts import number_words
from kbeditor.ui.widgets.empty import EmptyState


class Comparing(QWidget):
    """Shows one comparison at a time; call `close_down` at the end."""

    shown = Signal()  # another comparison, or none

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ref: TextRef | None = None
        self._names = ("", "")
        self.comparison: Comparison | None = None
        self._lines = LineMap((), 1, 1)
        self.diff = SourceDiff(desk.themes)
        self._empty = EmptyState(desk.themes, "history", self)
        self._words = QStackedWidget()
        self._words.addWidget(self.diff)
        self._words.addWidget(self._empty)
        self.halves = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.old: PageHalf | None = None
        self.new: PageHalf | None = None
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.addTab(self._words, self.tr("Words"))
        self.tabs.addTab(self.halves, self.tr("Side by side"))
        self.whole = QCheckBox(self.tr("&Unchanged parts, too"))
        self.count = PlainLabel()
        self.count.setProperty("role", "muted")
        self.before = self._step_button("up", self.tr("Previous change (Alt+Up)"), "Alt+Up", -1)
        self.after = self._step_button("down", self.tr("Next change (Alt+Down)"), "Alt+Down", 1)
        self._at = -1
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 0, 0)
        tools.addWidget(self.whole)
        tools.addStretch(1)
        for widget in (self.count, self.before, self.after):
            tools.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tabs, 1)
        column.addLayout(tools)
        self.whole.toggled.connect(lambda _on: self._show_words())
        self.diff.went.connect(self._tell_place)
        self.tabs.currentChanged.connect(lambda _index: self._show_pages())
        desk.themes.changed.connect(self._dress)
        self._dress()
        self.show_none("", "")

    # ------------------------------------------------------------------ what is shown

    def show_none(self, headline: str, sentence: str) -> None:
        """Show why there is nothing to compare."""
        self._ref, self.comparison = None, None
        self._say(headline, sentence)
        self._show_pages()
        self.shown.emit()

    def show_comparison(self, ref: TextRef, found: Comparison, older: str, newer: str) -> None:
        """Show how one version of a text became another, and what both are called."""
        self._ref, self.comparison, self._names = ref, found, (older, newer)
        ends = (body.count("\n") + 2 for body in (found.old.body, found.new.body))
        self._lines = LineMap(found.parts, *ends)
        self._show_words()
        self._show_pages()
        self.shown.emit()

    def close_down(self) -> None:
        """Let go of the pages, in the order that the engine needs."""
        self._ref, self.comparison = None, None
        self._desk.themes.changed.disconnect(self._dress)
        for half in (self.old, self.new):
            if half is not None:
                half.close_down()

    def step(self, by: int) -> None:
        """Go to the next change (1), or the one before (-1), in the view that is in sight."""
        self.diff.step(by)

    def _say(self, headline: str, sentence: str) -> None:
        self._empty.say(headline, sentence)
        self._words.setCurrentWidget(self._empty)
        self._tell_place(0, 0)

    def _show_words(self) -> None:
        found, ref = self.comparison, self._ref
        if found is None or ref is None:
            return
        if not found.changes and not self.whole.isChecked():
            self._say(self.tr("They say the same"), self.tr("Not a word differs between the two."))
            return
        self._words.setCurrentWidget(self.diff)
        rtl = self._desk.right_to_left(ref.locale)
        self.diff.show_parts(found.parts, whole=self.whole.isChecked(), right_to_left=rtl)

    def _show_pages(self) -> None:
        """Both pages as readers see them; their views are made when they are first wanted."""
        if self.tabs.currentWidget() is not self.halves:
            return
        if self.old is None or self.new is None:
            self._make_halves()
        assert self.old is not None
        assert self.new is not None
        found, ref = self.comparison, self._ref
        if found is None or ref is None:
            self.old.show_page(None)
            self.new.show_page(None)
            return
        for half, name in zip((self.old, self.new), self._names, strict=True):
            half.heading.setText(name)
        first = next((part for part in found.parts if _is_changed_body(part)), None)
        old_line = max(first.old_lines[0], 1) if first else 1
        new_line = max(first.new_lines[0], 1) if first else 1
        self.old.show_page(_page(ref, found.old), old_line, marks_of(found.parts, old=True))
        self.new.show_page(_page(ref, found.new), new_line, marks_of(found.parts, old=False))

    def _make_halves(self) -> None:
        self.old = old = PageHalf(self._desk, "history.old")
        self.new = new = PageHalf(self._desk, "history.new")
        self.halves.addWidget(old)
        self.halves.addWidget(new)
        self.halves.setSizes([1000, 1000])
        old.view.scrolled.connect(
            lambda line, part: new.view.show_line(self._lines.to_new(line), part)
        )
        new.view.scrolled.connect(
            lambda line, part: old.view.show_line(self._lines.to_old(line), part)
        )

    # ------------------------------------------------------------------ from change to change

    def _tell_place(self, at: int, count: int) -> None:
        self._at = at - 1
        if not count:
            self.count.setText("")
        else:
            self.count.setText(
                self.tr("Change {at} of {count}").format(
                    at=number_words(at), count=number_words(count)
                )
            )
        self.before.setEnabled(at > 1)
        self.after.setEnabled(at < count)
        if at and self.tabs.currentWidget() is self.halves:
            self._pages_to_change()

    def _pages_to_change(self) -> None:
        """Bring the change that the words are at into sight on both pages."""
        if self.comparison is None or self.old is None or self.new is None:
            return
        runs = _runs_of_changes(self.comparison.parts)
        if not 0 <= self._at < len(runs):
            return
        part = runs[self._at]
        if part.field != "body":
            self.old.view.to_top()
            self.new.view.to_top()
            return
        new_line = part.new_lines[0] or round(self._lines.to_new(part.old_lines[0]))
        old_line = part.old_lines[0] or round(self._lines.to_old(part.new_lines[0]))
        self.old.view.show_line(float(old_line), 0.3)
        self.new.view.show_line(float(new_line), 0.3)

    def _step_button(self, icon_name: str, words: str, keys: str, by: int) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setProperty("icon_name", icon_name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setShortcut(keys)
        button.clicked.connect(lambda _checked=False: self.step(by))
        return button

    def _dress(self) -> None:
        for button in (self.before, self.after):
            button.setIcon(icon(str(button.property("icon_name")), self._desk.themes))


def marks_of(parts: Iterable[Part], *, old: bool) -> Marks:
    """What is marked on the page of the older version, or of the newer one."""
    changed = [part for part in parts if part.change != "same"]
    lines = [part.old_lines if old else part.new_lines for part in changed]
    fields = {part.field for part in changed}
    return Marks(
        "gone" if old else "new",
        tuple(each for each in lines if each[0]),
        "title" in fields,
        "summary" in fields,
    )


def _is_changed_body(part: Part) -> bool:
    return part.field == "body" and part.change != "same"


def _runs_of_changes(parts: Iterable[Part]) -> list[Part]:
    """The first part of each change, as `SourceDiff` counts them."""
    runs: list[Part] = []
    before = False
    for part in parts:
        changed = part.change != "same"
        if changed and not before:
            runs.append(part)
        before = changed
    return runs


def _page(ref: TextRef, content: Content) -> LivePage:
    return LivePage(ref, content.title, content.summary, content.body)
