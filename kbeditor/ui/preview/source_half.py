"""The published source as its readers see it, beside the translation's preview."""

import logging

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.live import LivePage, LiveText
from kbeditor.ui.preview.fetching import Fetch
from kbeditor.ui.preview.following import Following
from kbeditor.ui.preview.links import Links
from kbeditor.ui.preview.stage import Stage
from kbeditor.ui.preview.text_view import TextView
from kbeditor.ui.preview.views import make_view

log = logging.getLogger(__name__)
TOGETHER = "preview.scroll_together"


class SourceHalf(QWidget):
    """Made when it is first shown: another page of the engine costs some 60 MB."""

    def __init__(self, desk: Desk, live: LiveText, fetch: Fetch) -> None:
        super().__init__()
        self._desk, self._live, self._fetch = desk, live, fetch
        self.stage = Stage(self)
        # The window holds a web view already, so that another one does not have it made anew.
        self.view = make_view(fetch, self, None)
        self.following = Following(desk, self.view, self, key="preview.source")
        self._links = Links(desk, self, lambda fragment: self.view.to_fragment(fragment))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self._hold_view()
        self.following.page_changed.connect(self._page_changed)
        self.following.failed.connect(desk.errors.present)
        live.source_scrolled.connect(self._follow)

    def _hold_view(self) -> None:
        view = self.view
        view.link_clicked.connect(self._links.follow)
        view.hovered.connect(self.stage.show_address)
        view.line_clicked.connect(self._live.source_line_wanted)
        view.lost.connect(self.following.show_again)
        view.gave_up.connect(self._simplify)
        view.set_look(self._desk.themes.dark)
        self.stage.hold(view)

    def _simplify(self) -> None:
        log.warning("the web engine ended several times; the simple preview is shown")
        self.view.hide()
        self.view.close_down()
        self.view = TextView(self._fetch, self)
        self._hold_view()
        self.following.use(self.view)

    def show_page(self, page: LivePage | None) -> None:
        """Show a source; None: nothing."""
        self.following.show(page)

    def _page_changed(self) -> None:
        self.view.to_top()
        self._follow(*self._live.source_place())

    def _follow(self, line: float, part: float) -> None:
        if line and self._desk.preferences.get(TOGETHER) and self.isVisible():
            self.view.show_line(line, part)

    def close_down(self) -> None:
        """Let go of the page, in the order that the engine needs."""
        self.following.show(None)
        self.view.close_down()
