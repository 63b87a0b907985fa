"""One of two pages that are read side by side: a heading, and the page as readers see it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kbeditor.domain.errors import KbError
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.live import LivePage
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.preview.fetching import Answer
from kbeditor.ui.preview.following import Following
from kbeditor.ui.preview.patching import NO_MARKS, Marks
from kbeditor.ui.preview.views import make_view
from kbeditor.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

SMALLER = 0.8
"""Two pages stand in the room of one."""
FIRST_LINES = 4
"""A change in these is in sight when the page's beginning is."""
PART = 0.2


class PageHalf(QWidget):
    """Shows the newest page it was given, from a line on; call `close_down` at the end."""

    def __init__(self, desk: Desk, key: str, words: str = "") -> None:
        """`key` tells its requests from those of others."""
        super().__init__()
        self._desk = desk
        self.heading = PlainLabel(words)
        self.heading.setProperty("role", "field")
        self.heading.setMargin(4)
        self._none = EmptyState(desk.themes, "eye", self)
        self._none.say(self.tr("Not there"))
        self.view = make_view(self._fetch, self, None)
        self.view.set_look(desk.themes.dark)
        self.following = Following(desk, self.view, self, key=key)
        self.following.failed.connect(desk.errors.present)
        self.following.shown.connect(lambda _preview: self._shown())
        self.view.set_zoom(SMALLER)
        self._line = 1
        self._marks = NO_MARKS
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._stack, 1)
        desk.themes.changed.connect(self._look_changed)

    def show_page(self, page: LivePage | None, line: int = 1, marks: Marks = NO_MARKS) -> None:
        """Show a page from a line on, with marked blocks; None: that there is none."""
        self._line, self._marks = line, marks
        self._stack.setCurrentWidget(self._none if page is None else self.view)
        self.following.show(page)

    def close_down(self) -> None:
        """Let go of the page, in the order that the engine needs; what was asked lands no more."""
        self._desk.themes.changed.disconnect(self._look_changed)
        self.following.show(None)
        self.view.close_down()

    def _shown(self) -> None:
        self.view.mark(self._marks)
        if self._line > FIRST_LINES:
            self.view.show_line(float(self._line), PART)
        else:
            self.view.to_top()

    def _look_changed(self) -> None:
        self.view.set_look(self._desk.themes.dark)

    def _fetch(self, id_: str, answer: Answer) -> None:
        def work(workspace: "Workspace") -> tuple[str, bytes]:
            return workspace.attachments.get(id_).media_type, workspace.attachments.data(id_)

        def otherwise(error: Exception) -> bool:
            answer("", b"")
            return isinstance(error, KbError)  # a picture that is gone is marked in the page

        self._desk.bridge.run(work, lambda found: answer(*found), otherwise)
