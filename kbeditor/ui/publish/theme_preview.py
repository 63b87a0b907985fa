"""A page of the site in a theme that is being made, built anew as it changes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.app import caches
from kbeditor.app.site_server import SiteServer
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.progress import Progress
from kbeditor.domain.site import SiteTheme
from kbeditor.ui.desk import Desk
from kbeditor.ui.jobs import Job
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.preview.scheme import MISSING, site_view
from kbeditor.ui.preview.stage import Stage
from kbeditor.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

SETTLE_MS = 450
"""So long after a key the page is built: a colour or a rule is written by then."""
HOME, CATEGORY, ARTICLE = range(3)


class ThemePreview(QWidget):
    """Builds beside all other work; a theme that cannot be built leaves the last page in sight."""

    refused = Signal(object)  # KbError
    taken = Signal()  # the theme can be built

    def __init__(self, desk: Desk, folder: Path) -> None:
        super().__init__()
        self._desk, self._folder = desk, folder
        self._theme = SiteTheme()
        self._server: SiteServer | None = None
        self._pages: Sequence[str] = ()
        self._job: Job | None = None
        self._again = self._closed = self._landed = False
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self._build)
        self.page = QComboBox()
        self.page.setAccessibleName(self.tr("Page"))
        for words in (self.tr("First page"), self.tr("Category"), self.tr("Article")):
            self.page.addItem(words)
        self.page.activated.connect(lambda _index: self._show())
        self.light = self._switch(self.tr("Light"))
        self.dark = self._switch(self.tr("Dark"))
        self.phone = self._switch(self.tr("Phone"))
        self.desktop = self._switch(self.tr("Desktop"))
        looks, widths = QButtonGroup(self), QButtonGroup(self)
        for group, first, second in (
            (looks, self.light, self.dark),
            (widths, self.desktop, self.phone),
        ):
            group.addButton(first)
            group.addButton(second)
            first.setChecked(True)
        looks.buttonClicked.connect(lambda _button: self._look())
        widths.buttonClicked.connect(lambda _button: self._widen())
        self._busy = PlainLabel(self.tr("Building…"))
        self._busy.setProperty("role", "muted")
        self._busy.hide()
        tools = QHBoxLayout()
        tools.setSpacing(6)
        tools.addWidget(self.page)
        tools.addWidget(self._busy)
        tools.addStretch(1)
        for button in (self.desktop, self.phone, self.light, self.dark):
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(tools)
        self.stage = Stage(self)
        self.view = None if MISSING else site_view.SiteView(self)
        if self.view is not None:
            self.stage.hold(self.view)
            self.view.set_look(False)
            column.addWidget(self.stage, 1)
            self._widen()
        else:
            nothing = EmptyState(desk.themes, "eye", self)
            nothing.say(
                self.tr("No live preview here"),
                self.tr("The web engine is missing. “Open Site” shows a theme in the browser."),
            )
            self.stage.hide()
            column.addWidget(nothing, 1)

    def show_theme(self, theme: SiteTheme) -> None:
        """Show this theme soon."""
        self._theme = theme
        self._soon.start()

    def _build(self) -> None:
        if self._job is not None:
            self._again = True
            return
        self._again = self._landed = False
        theme, folder = self._theme, self._folder
        ref, locale = self._desk.selection.current, self._desk.selection.locale

        def build(workspace: "Workspace", progress: Progress) -> tuple[str, ...]:
            caches.use(folder)
            return tuple(workspace.looks.build(theme, ref, locale, folder, progress))

        job = self._desk.bridge.start(build, self._built, self._failed)
        if not self._landed:
            self._job = job
            job.finished.connect(self._ended)
            self._busy.show()

    def _built(self, pages: tuple[str, ...]) -> None:
        self._landed = True
        if not self._closed:
            self._pages = pages
            self.taken.emit()
            self._show()

    def _failed(self, error: Exception) -> bool:
        self._landed = True
        if isinstance(error, KbError) and not isinstance(error, Cancelled) and not self._closed:
            self.refused.emit(error)
        return isinstance(error, KbError)

    def _ended(self) -> None:
        self._job = None
        if not self._closed:
            self._busy.hide()
            if self._again:
                self._build()

    def _show(self) -> None:
        if not self._pages or self.view is None:
            return
        if self._server is None:
            self._server = SiteServer(self._folder)
        address = self._pages[self.page.currentIndex()] or self._pages[HOME]
        self.view.show_page(self._server.root, self._server.url(address))

    def _look(self) -> None:
        if self.view is not None:
            self.view.set_look(self.dark.isChecked())

    def _widen(self) -> None:
        self.stage.set_width_preset("phone" if self.phone.isChecked() else "desktop")

    def _switch(self, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        return button

    def close_down(self) -> None:
        """Stop building and serving, and let go of the page."""
        self._closed = True
        self._soon.stop()
        self._again = False
        if self._job is not None:
            self._job.stop()
        if self.view is not None:
            self.view.close_down()
        if self._server is not None:
            self._server.close()
