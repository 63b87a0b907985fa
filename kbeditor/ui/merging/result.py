"""The text as it will be: its fields, to be written in, and its page as readers see it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextDocumentLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.errors import KbError
from kbeditor.domain.merging import Meeting, Words
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import make_form
from kbeditor.ui.editor.direction import set_text_direction
from kbeditor.ui.editor.highlighter import MarkdownHighlighter
from kbeditor.ui.editor.live import LivePage
from kbeditor.ui.editor.markdown_edit import MarkdownEdit
from kbeditor.ui.editor.page import editor_font
from kbeditor.ui.editor.plain_field import PlainField
from kbeditor.ui.merging.spots import Spot, body_spots
from kbeditor.ui.preview.fetching import Answer
from kbeditor.ui.preview.following import Following
from kbeditor.ui.preview.views import make_view

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

Place = tuple[str, int]
"""The name of a field, and which of its stretches."""


class Result(QTabWidget):
    """Holds what will be saved. `written` tells that somebody wrote in a place to be decided."""

    written = Signal(object)  # Place

    def __init__(self, desk: Desk) -> None:
        super().__init__(documentMode=True)
        self._desk = desk
        self._meeting: Meeting | None = None
        self._spots: dict[int, Spot] = {}
        self._lines: dict[Place, str] = {}  # what was put into a field of one block
        self._filling = False
        self.title, self.summary = PlainField((1, 3)), PlainField((1, 4))
        self.keywords = QLineEdit()
        self.body = MarkdownEdit()
        self._document = QTextDocument(self)
        self._document.setDocumentLayout(QPlainTextDocumentLayout(self._document))
        font = editor_font(desk, self)
        colours = desk.themes.current.colours
        self._highlighter = MarkdownHighlighter(self._document, colours, font.pointSizeF())
        self._document.setDefaultFont(font)
        self.body.setFont(font)
        self.body.setDocument(self._document)
        self.body.setAccessibleName(self.tr("Text"))
        self.body.set_colours(desk.themes.colour("faint"), desk.themes.colour("current_line"))
        for field in (self.title, self.summary):
            field.setProperty("framed", True)
        form = make_form()
        form.setContentsMargins(12, 8, 12, 8)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Summary"), self.summary)
        form.addRow(self.tr("Keywords"), self.keywords)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.body, 1)
        self.addTab(page, self.tr("Result"))
        self._page = QWidget()
        self._page_column = QVBoxLayout(self._page)
        self._page_column.setContentsMargins(0, 0, 0, 0)
        self.addTab(self._page, self.tr("Preview"))
        self._following: Following | None = None
        self.currentChanged.connect(lambda _index: self._render())
        self.body.textChanged.connect(self._typed)
        self.title.edited.connect(lambda _words: self._typed_line("title", self.title))
        self.summary.edited.connect(lambda _words: self._typed_line("summary", self.summary))

    def show_meeting(self, meeting: Meeting, right_to_left: bool) -> None:
        """Show what the merge made, with mine where something is to be decided."""
        self._meeting = meeting
        merged = meeting.merged
        self._filling = True
        self.title.fill(merged.title.text())
        self.summary.fill(merged.summary.text())
        self.keywords.setText(", ".join(merged.keywords))
        self._spots = body_spots(self._document, merged.body)
        self._document.clearUndoRedoStacks()
        self._filling = False
        self._lines = {("title", at): merged.title.text() for at in merged.title.clashes} | {
            ("summary", at): merged.summary.text() for at in merged.summary.clashes
        }
        self.body.set_direction(right_to_left)
        for field in (self.title, self.summary):
            set_text_direction(field, right_to_left)
        way = Qt.LayoutDirection
        self.keywords.setLayoutDirection(way.RightToLeft if right_to_left else way.LeftToRight)

    def words(self) -> Words:
        """What will be saved."""
        assert self._meeting is not None
        end = self._meeting.merged.body.end
        parts = self.keywords.text().replace("،", ",").replace(";", ",").split(",")
        body = self._document.toPlainText()
        return Words(
            self.title.text(),
            self.summary.text(),
            tuple(part.strip() for part in parts if part.strip()),
            body if body.endswith(end) and end else body.rstrip("\n") + end,
        )

    def put(self, place: Place, words: str) -> None:
        """Let these words stand in a place."""
        name, at = place
        self._filling = True
        if name == "body":
            self._spots[at].put(words)
        else:
            getattr(self, name).fill(words)
            self._lines[place] = words
        self._filling = False
        self._render()

    def go(self, place: Place, *, write: bool = False) -> None:
        """Show a place; `write`: put the keyboard there."""
        name, at = place
        if write:
            self.setCurrentIndex(0)
        field = self.body if name == "body" else getattr(self, name)
        if name == "body":
            cursor = self._spots[at].cursor()
            cursor.setPosition(cursor.selectionStart())
            self.body.setTextCursor(cursor)
            self.body.ensureCursorVisible()
        if write:
            field.setFocus()

    def mark(self, decided: Mapping[Place, bool]) -> None:
        """Colour the places of the body by whether they are decided."""
        colours = self._desk.themes
        self.body.show_marks(
            [
                spot.mark(
                    colours.colour("success_soft" if decided.get(("body", at)) else "warning_soft")
                )
                for at, spot in self._spots.items()
            ]
        )

    def _typed(self) -> None:
        if self._filling:
            return
        for at, spot in self._spots.items():
            if spot.by_hand:
                spot.known = spot.text
                self.written.emit(("body", at))
        self._render()

    def _typed_line(self, name: str, field: PlainField) -> None:
        for place in self._lines:
            if place[0] == name and self._lines[place] != field.text():
                self._lines[place] = field.text()
                self.written.emit(place)

    # ------------------------------------------------------------------ the page

    def _render(self) -> None:
        if self.currentWidget() is not self._page or self._meeting is None:
            return
        if self._following is None:
            self.view = make_view(self._fetch, self._page, None)
            self.view.set_look(self._desk.themes.dark)
            self._page_column.addWidget(self.view)
            self._following = Following(self._desk, self.view, self, key="merging")
            self._following.failed.connect(self._desk.errors.present)
        words = self.words()
        page = LivePage(self._meeting.theirs.ref, words.title, words.summary, words.body)
        self._following.show(page)

    def close_down(self) -> None:
        """Let go of the page, in the order that the engine needs."""
        if self._following is not None:
            self._following.show(None)
            self.view.close_down()
            self._following = None

    def _fetch(self, id_: str, answer: Answer) -> None:
        def work(workspace: "Workspace") -> tuple[str, bytes]:
            return workspace.attachments.get(id_).media_type, workspace.attachments.data(id_)

        def otherwise(error: Exception) -> bool:
            answer("", b"")
            return isinstance(error, KbError)  # a picture that is gone is marked in the page

        self._desk.bridge.run(work, lambda found: answer(*found), otherwise)
