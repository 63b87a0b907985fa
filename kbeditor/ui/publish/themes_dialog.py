"""Themes of the help centre: made and changed beside a page of the site that shows them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.changes import Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.site import SiteTheme
from kbeditor.ui.desk import Desk
from kbeditor.ui.icons import icon
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.publish.theme_code import BlocksPage, StylePage
from kbeditor.ui.publish.theme_links import LinksPage
from kbeditor.ui.publish.theme_look import LookPage
from kbeditor.ui.publish.theme_preview import ThemePreview
from kbeditor.ui.publish.theme_words import WordsPage
from kbeditor.ui.publish.workbench import WIDTH, Workbench
from kbeditor.ui.texts import error_words
from kbeditor.ui.widgets.empty import EmptyState
from kbeditor.ui.widgets.layouts import set_side_margins
from kbeditor.ui.widgets.question import ask

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

SIDE = 470
FOLDER = "themes"
_NEW = "new-"  # ids of themes that are not in the library yet


class ThemesDialog(Workbench):
    """What is changed is shown at once, and kept by the last button: each theme as one act."""

    def __init__(self, desk: Desk, theme_id: str = "") -> None:
        super().__init__(desk, "")
        self.setWindowTitle(self.tr("Themes"))
        self._wanted = theme_id
        self._saved: dict[str, SiteTheme] = {}
        self._drafts: dict[str, SiteTheme] = {}
        self._shown = ""
        self._count = 0
        self._sure = self._closed = False
        self.themes = QComboBox()
        self.themes.setAccessibleName(self.tr("Theme"))
        self._tools = {
            "plus": self._tool(self.tr("New theme"), self.new),
            "copy": self._tool(self.tr("Copy this theme"), self.copy),
            "trash": self._tool(self.tr("Delete this theme"), self.remove),
        }
        self.look = LookPage(desk)
        self.links = LinksPage(desk)
        self.style_ = StylePage()
        self.blocks = BlocksPage(desk)
        self.words = WordsPage(desk)
        self._pages = (self.look, self.links, self.style_, self.blocks, self.words)
        self.tabs = QTabWidget(documentMode=True)
        assert desk.library is not None
        self.preview = ThemePreview(desk, desk.paths.cache / FOLDER / desk.library.id)
        self._empty = EmptyState(desk.themes, "palette", self)
        self._stack = QStackedWidget()
        self.wrong = PlainLabel(wordWrap=True)
        self.wrong.setProperty("role", "error")
        self.save_button = QPushButton(self.tr("Save"))
        self._build()
        self._connect()
        desk.bridge.run(lambda ws: ws.profiles.themes(), self._know)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.themes, 1)
        for button in self._tools.values():
            head.addWidget(button)
        for page, words in zip(
            self._pages,
            (
                self.tr("Look"),
                self.tr("Links"),
                self.tr("Style"),
                self.tr("Blocks"),
                self.tr("Words"),
            ),
            strict=True,
        ):
            self.tabs.addTab(page, words)
        self._empty.say(
            self.tr("No theme yet"),
            self.tr("A theme holds the company’s colour, logo, links and words."),
        )
        self._empty.offer(self.tr("New theme"), self.new)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.tabs)
        side = QWidget()
        left = QVBoxLayout(side)
        set_side_margins(left, 0, 16)
        left.addLayout(head)
        left.addWidget(self._stack, 1)
        halves = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        right = QWidget()
        beside = QVBoxLayout(right)
        set_side_margins(beside, 16, 0)
        beside.addWidget(self.preview)
        halves.addWidget(side)
        halves.addWidget(right)
        halves.setSizes([SIDE, WIDTH - SIDE])
        halves.setStretchFactor(1, 1)
        leave = QPushButton(self.tr("Cancel"), autoDefault=False)
        leave.clicked.connect(self.reject)
        self.save_button.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.wrong, 1)
        foot.addWidget(leave)
        foot.addWidget(self.save_button)
        self.column.addWidget(halves, 1)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        self.themes.activated.connect(lambda _index: self._choose(self.themes.currentData()))
        for page in self._pages:
            page.edited.connect(self._edited)
        self.preview.refused.connect(self._refused)
        self.preview.taken.connect(lambda: self._say_fault(None))
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        self.desk.themes.changed.connect(self._colour)
        self.desk.bridge.closed.connect(self._leave)
        self._colour()

    def _colour(self) -> None:
        for name, button in self._tools.items():
            button.setIcon(icon(name, self.desk.themes))

    def _tool(self, words: str, run: Callable[[], None]) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: run())
        return button

    # ------------------------------------------------------------------ themes

    def _know(self, themes: dict[str, SiteTheme]) -> None:
        if self._closed:
            return
        self._saved, self._drafts = dict(themes), dict(themes)
        wanted = self._wanted if self._wanted in themes else next(iter(themes), "")
        self._fill()
        self._choose(wanted)

    def _fill(self) -> None:
        """The list; what is not saved yet has a mark behind its name."""
        with QSignalBlocker(self.themes):
            self.themes.clear()
            for theme_id, theme in self._drafts.items():
                mark = "" if self._saved.get(theme_id) == theme else " •"
                self.themes.addItem(f"{theme.name or self.tr('Untitled')}{mark}", theme_id)
            self.themes.setCurrentIndex(self.themes.findData(self._shown))
        self.save_button.setEnabled(self.changed)

    @property
    def changed(self) -> bool:
        """Whether something is not saved."""
        return self._drafts != self._saved

    def _choose(self, theme_id: str) -> None:
        self._shown = ""  # what fills the fields is no change
        there = theme_id in self._drafts
        theme = self._drafts.get(theme_id, SiteTheme())
        for page in self._pages:
            page.show_theme(theme)
        self._shown = theme_id
        self.themes.setCurrentIndex(self.themes.findData(theme_id))
        self.themes.setEnabled(there)
        self._tools["copy"].setEnabled(there)
        self._tools["trash"].setEnabled(there)
        self._stack.setCurrentWidget(self.tabs if there else self._empty)
        self._say_fault(None)
        self.preview.show_theme(theme)

    def new(self) -> None:
        """Begin a theme."""
        self._begin(SiteTheme(self._free(self.tr("Our theme"))))

    def copy(self) -> None:
        """Begin a theme that is as this one."""
        theme = self._drafts[self._shown]
        self._begin(replace(theme, name=self._free(theme.name)))

    def _begin(self, theme: SiteTheme) -> None:
        self._count += 1
        theme_id = f"{_NEW}{self._count}"
        self._drafts[theme_id] = theme
        self._fill()
        self._choose(theme_id)
        self._fill()
        self.tabs.setCurrentIndex(0)
        self.look.name.setFocus()
        self.look.name.selectAll()

    def _free(self, name: str) -> str:
        """A name that no theme has yet."""
        taken = {each.name.casefold() for each in self._drafts.values()}
        number = 2
        wanted = name
        while wanted.casefold() in taken:
            wanted, number = f"{name} {number}", number + 1
        return wanted

    def remove(self) -> None:
        """Take this theme out of the list; the last button takes it out of the library."""
        self._drafts.pop(self._shown, None)
        self._choose(next(iter(self._drafts), ""))
        self._fill()

    def _edited(self) -> None:
        if not self._shown:
            return
        theme = self._drafts[self._shown]
        for page in self._pages:
            theme = page.apply(theme)
        if theme != self._drafts[self._shown]:
            self._drafts[self._shown] = theme
            self._fill()
            self.preview.show_theme(theme)

    # ------------------------------------------------------------------ what is wrong

    def _refused(self, error: KbError) -> None:
        self._say_fault(error)

    def _say_fault(self, error: KbError | None) -> None:
        """In place where it has one, and always at the foot."""
        block = error if error is not None and "block" in error.details else None
        self.blocks.show_fault(block)
        words = error_words(error) if error is not None else ""
        if block is not None:
            words = self.tr("A template block fails: see “Blocks”.")
        self.wrong.setText(words)
        self.save_button.setEnabled(error is None and self.changed)

    # ------------------------------------------------------------------ keeping

    def save(self) -> None:
        """Write what changed: each theme is one act, which can be undone."""
        saved, drafts = self._saved, self._drafts
        works = [partial(_removed, key) for key in saved if key not in drafts]
        for key, theme in drafts.items():
            if saved.get(key) != theme:
                works.append(partial(_written, key, theme))
        self._run(works)

    def _run(self, works: "Sequence[Callable[[Workspace], Outcome[Any]]]") -> None:
        """One after the other: the first that is refused keeps the dialog open."""
        if not works:
            self._leave()
            return
        self.desk.bridge.run(works[0], lambda _value: self._run(works[1:]), self._kept)

    def _kept(self, error: Exception) -> bool:
        """It was not kept: no name, or one that is taken."""
        if isinstance(error, KbError):
            self.wrong.setText(error_words(error))
        return isinstance(error, KbError)

    def reject(self) -> None:
        """What is not saved is asked about."""
        if not self.changed or self._sure:
            self._leave()
            return
        ask(
            self,
            self.tr("Leave without saving the themes?"),
            self.tr("What was changed here would be lost."),
            (self.tr("Save"), self.save),
            (self.tr("Leave"), self._leave),
        )

    def _leave(self) -> None:
        self._sure = True
        self.done(0)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def done(self, result: int) -> None:
        """Whatever closes it: no page is built or served any more."""
        if not self._closed:
            self._closed = True
            self.preview.close_down()
        super().done(result)


def _removed(theme_id: str, workspace: "Workspace") -> Outcome[Any]:
    return workspace.profiles.remove_theme(theme_id)


def _written(theme_id: str, theme: SiteTheme, workspace: "Workspace") -> Outcome[Any]:
    return workspace.profiles.save_theme("" if theme_id.startswith(_NEW) else theme_id, theme)
