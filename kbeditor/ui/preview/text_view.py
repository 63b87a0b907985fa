"""The preview without Chromium: QTextBrowser, for machines where the web engine cannot start."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from kbeditor.ui.preview.fetching import Fetch
from kbeditor.ui.preview.page import PageHead
from kbeditor.ui.preview.patching import NO_MARKS, Marks, Patch

_STYLE = """
h1 { font-size: 22pt; font-weight: 600; } h2 { font-size: 16pt; font-weight: 600; }
h3 { font-size: 13pt; font-weight: 600; } p, li { line-height: 140%; }
code, pre { font-family: monospace; } th, td { padding: 4px 8px; }
.kb-broken, .kb-missing { color: #d1242f; text-decoration: underline; }
"""


_MARKS = {"gone": "rgba(209, 36, 47, 0.16)", "new": "rgba(26, 127, 55, 0.16)"}


class _Browser(QTextBrowser):
    """Shows pictures that the library gave; reads nothing else and opens nothing."""

    def __init__(self, view: "TextView") -> None:
        super().__init__()
        self._view = view
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(24)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        url = QUrl(name)
        if kind == QTextDocument.ResourceType.ImageResource.value and url.scheme() == "kb":
            return self._view.picture(url.path())
        return QByteArray()


class TextView(QWidget):
    """As `WebView`, as far as QTextBrowser can show it."""

    scrolled = Signal(float, float)
    link_clicked = Signal(str)
    line_clicked = Signal(int)
    patched = Signal()
    hovered = Signal(str)
    lost = Signal()
    gave_up = Signal()

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._blocks: list[str] = []
        self._lines: tuple[int, ...] = ()
        self._end = 1
        self._marks = NO_MARKS
        self._head = PageHead()
        self._pictures: dict[str, QImage] = {}
        self._asked: set[str] = set()
        self._driven = False
        self.browser = _Browser(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
        self.setFocusProxy(self.browser)
        self.browser.document().setDefaultStyleSheet(_STYLE)
        self.browser.anchorClicked.connect(lambda url: self.link_clicked.emit(url.toString()))
        self.browser.highlighted.connect(lambda url: self.hovered.emit(url.toString()))
        self.browser.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_head(self, head: PageHead) -> None:
        """Title, summary, language and direction of the page."""
        self._head = head
        self._show()

    def patch(self, patch: Patch) -> None:
        """Replace changed blocks; the whole page is laid out again."""
        self._blocks[patch.first : patch.first + patch.removed] = patch.html
        self._lines = self._lines if patch.lines is None else patch.lines
        self._end = patch.end
        self._show()
        self.patched.emit()

    def show_line(self, line: float, part: float) -> None:
        """Scroll in proportion: QTextBrowser does not know which line a block came from."""
        del line
        bar = self.browser.verticalScrollBar()
        self._driven = True
        bar.setValue(round(part * bar.maximum()))
        self._driven = False

    def to_top(self) -> None:
        """Show the page's beginning."""
        self.browser.verticalScrollBar().setValue(0)

    def to_fragment(self, fragment: str) -> None:
        """Show the heading with this id."""
        self.browser.scrollToAnchor(fragment)

    def flash(self, line: int) -> None:
        """Bring a line near: in proportion to the last block's line."""
        self.show_line(line, min(line / self._end, 1.0))

    def mark(self, marks: Marks) -> None:
        """Mark the blocks of some lines, and no others."""
        self._marks = marks
        self._show()

    def set_look(self, dark: bool) -> None:
        """Colours come from the application's palette."""
        del dark
        self._show()

    def set_zoom(self, factor: float) -> None:
        """Scale of the words."""
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * factor)
        self.browser.setFont(font)

    def close_down(self) -> None:
        """Nothing outlives the widget."""

    def picture(self, id_: str) -> QImage:
        """A picture of the library; an empty one until it came."""
        if id_ not in self._asked:
            self._asked.add(id_)
            self._fetch(id_, lambda _media_type, data: self._keep(id_, data))
        return self._pictures.get(id_, QImage())

    def _keep(self, id_: str, data: bytes) -> None:
        self._pictures[id_] = QImage.fromData(QByteArray(data))
        self._show()

    def _show(self) -> None:
        head, bar = self._head, self.browser.verticalScrollBar()
        place = bar.value()
        option = self.browser.document().defaultTextOption()
        rtl = head.direction == "rtl"
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        self.browser.document().setDefaultTextOption(option)
        self._driven = True
        self.browser.setHtml("".join([head.html(), *self._marked()]))
        bar.setValue(place)
        self._driven = False

    def _marked(self) -> Iterator[str]:
        if not self._marks.lines:
            yield from self._blocks
            return
        ends = (*self._lines[1:], self._end)
        colour = _MARKS[self._marks.look]
        for block, first, after in zip(self._blocks, self._lines, ends, strict=True):
            if any(start < after and end >= first for start, end in self._marks.lines):
                yield f'<div style="background-color: {colour}">{block}</div>'
            else:
                yield block

    def _scrolled(self) -> None:
        bar = self.browser.verticalScrollBar()
        if not self._driven and bar.maximum() and self._blocks:
            part = bar.value() / bar.maximum()
            self.scrolled.emit(1 + part * (self._end - 1), part)
