"""The preview in Chromium: one page, locked down, patched block by block."""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import Shiboken

from kbeditor.ui.preview.fetching import Fetch
from kbeditor.ui.preview.page import PageHead, page_html, script
from kbeditor.ui.preview.patching import Marks, Patch
from kbeditor.ui.preview.web_scheme import PAGE, SCHEME, Blocker, LibraryScheme

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_OFF = (
    QWebEngineSettings.WebAttribute.JavascriptEnabled,
    QWebEngineSettings.WebAttribute.JavascriptCanOpenWindows,
    QWebEngineSettings.WebAttribute.JavascriptCanAccessClipboard,
    QWebEngineSettings.WebAttribute.LocalStorageEnabled,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls,
    QWebEngineSettings.WebAttribute.PluginsEnabled,
    QWebEngineSettings.WebAttribute.PdfViewerEnabled,
    QWebEngineSettings.WebAttribute.DnsPrefetchEnabled,
    QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled,
    QWebEngineSettings.WebAttribute.NavigateOnDropEnabled,
    QWebEngineSettings.WebAttribute.FullScreenSupportEnabled,
    QWebEngineSettings.WebAttribute.ScreenCaptureEnabled,
    QWebEngineSettings.WebAttribute.WebGLEnabled,
    QWebEngineSettings.WebAttribute.AllowWindowActivationFromJavaScript,
    QWebEngineSettings.WebAttribute.ErrorPageEnabled,
    QWebEngineSettings.WebAttribute.FocusOnNavigationEnabled,
)
_INPUT = (
    QEvent.Type.Wheel,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.TouchBegin,
)


GROUND_LIGHT, GROUND_DARK = "#ffffff", "#15181b"
"""The published site's grounds: what shows before the page is there must not flash."""
PATIENCE = 3
"""So many ends of Chromium's process are borne."""


class _Page(QWebEnginePage):
    """Loads its one page and hands every click on."""

    clicked = Signal(str)  # an address

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, main_frame: bool
    ) -> bool:
        address = QUrl(url)
        if main_frame and kind == QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            self.clicked.emit(address.toString())
            return False
        return main_frame and address.toString() == PAGE

    def createWindow(self, _kind: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        # The C++ side takes a null pointer for "no window"; the stubs do not say so.
        return None  # type: ignore[return-value]

    def javaScriptConsoleMessage(self, *_message: Any) -> None:
        """The article's own words about itself are of no interest here."""


class WebView(QWidget):
    """Shows blocks as the published page does. Deleted by `close_down`, in the order Qt needs."""

    scrolled = Signal(float, float)  # (line, part): see `show_line`; only when the reader scrolled
    link_clicked = Signal(str)
    line_clicked = Signal(int)  # double click: the block's line, from 1
    patched = Signal()  # the page took the last patch
    hovered = Signal(str)  # the address under the pointer, "" when none
    gave_up = Signal()  # Chromium ends again and again
    lost = Signal()  # Chromium's process ended: everything must be handed in again

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = QWebEngineProfile(self)  # without a name: off the record
        self._blocker = Blocker(self._profile)
        self._profile.setUrlRequestInterceptor(self._blocker)
        self._scheme = LibraryScheme(page_html, fetch, self._profile)
        self._profile.installUrlSchemeHandler(SCHEME, self._scheme)
        self._profile.downloadRequested.connect(_cancel)
        self._page = _Page(self._profile, self)
        settings = self._page.settings()
        for attribute in _OFF:
            settings.setAttribute(attribute, False)
        settings.setAttribute(QWebEngineSettings.WebAttribute.ShowScrollBars, True)
        settings.setUnknownUrlSchemePolicy(
            QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
        )
        self._page.newWindowRequested.connect(_refuse_window)
        self._page.permissionRequested.connect(lambda permission: permission.deny())
        self._page.clicked.connect(self.link_clicked)
        self._page.linkHovered.connect(self.hovered)
        self._page.loadFinished.connect(self._loaded)
        self._page.renderProcessTerminated.connect(lambda *_how: self.renderer_ended())
        self._page.scrollPositionChanged.connect(self._scrolled)
        self._view = QWebEngineView(self)
        self._view.setPage(self._page)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._view.setAcceptDrops(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)
        self._ready = self._closed = False
        self._waiting: list[tuple[str, Callable[[Any], None] | None]] = []
        self._led_by_reader = False
        self._deaths = 0
        self._wanted: tuple[float, float] | None = None
        self._scroll_timer = QTimer(self, singleShot=True, interval=0)
        self._scroll_timer.timeout.connect(self._send_line)
        self._page.load(QUrl(PAGE))

    # ------------------------------------------------------------------ what is shown

    def set_head(self, head: PageHead) -> None:
        """Title, summary, language and direction of the page."""
        self._run("head", head.data())

    def patch(self, patch: Patch) -> None:
        """Put changed blocks into the page; it keeps its place."""
        self._run("patch", list(patch), lambda _answer: self.patched.emit())

    def show_line(self, line: float, part: float) -> None:
        """Scroll so that a line (from 1) stands at `part` (0 to 1) of the window's height.

        Many calls in a row: only the last counts.
        """
        self._wanted = (line, part)
        self._led_by_reader = False
        if not self._scroll_timer.isActive():
            self._scroll_timer.start()

    def to_top(self) -> None:
        """Show the page's beginning."""
        self._led_by_reader = False
        self._evaluate("kb.toTop()")

    def to_fragment(self, fragment: str) -> None:
        """Show the heading with this id."""
        self._run("toFragment", fragment)

    def flash(self, line: int) -> None:
        """Show the block of a line and mark it for a moment."""
        self._led_by_reader = False
        self._run("flash", line)

    def mark(self, marks: Marks) -> None:
        """Mark the blocks of some lines, and no others."""
        self._run("mark", list(marks))

    def set_look(self, dark: bool) -> None:
        """Light or dark; the page's ground also shows where no page is yet."""
        self._page.setBackgroundColor(QColor(GROUND_DARK if dark else GROUND_LIGHT))
        self._run("look", [dark])

    def set_zoom(self, factor: float) -> None:
        """Scale of the page, 1.0: as published."""
        self._page.setZoomFactor(factor)

    def ask(self, expression: str, answer: Callable[[Any], None]) -> None:
        """A value from the page, for tests and benchmarks; the expression gives JSON data."""
        self._evaluate(f"JSON.stringify({expression})", lambda text: answer(_value(text)))

    def close_down(self) -> None:
        """Delete view, page and profile in this order; the widget is of no use afterwards."""
        self._closed = True
        for thing in (self._view, self._page, self._profile):
            if Shiboken.isValid(thing):
                Shiboken.delete(thing)

    # ------------------------------------------------------------------ the page's side

    def _run(self, name: str, data: Any, then: Callable[[Any], None] | None = None) -> None:
        # U+2028 and U+2029 are legal in JSON and in scripts since ES2019: plain JSON is a literal.
        self._evaluate(f"kb.{name}({json.dumps(data, ensure_ascii=False)})", then)

    def _evaluate(self, code: str, then: Callable[[Any], None] | None = None) -> None:
        if self._closed:
            return
        if not self._ready:
            self._waiting.append((code, then))
        elif then is None:
            self._page.runJavaScript(code, _WORLD)
        else:
            self._page.runJavaScript(code, _WORLD, then)

    def _loaded(self, well: bool) -> None:
        if not well:
            return
        self._page.runJavaScript(script(), _WORLD)
        self._ready = True
        waiting, self._waiting = self._waiting, []
        for code, then in waiting:
            self._evaluate(code, then)
        target = self.input_widget()
        if target is not None:
            target.removeEventFilter(self)
            target.installEventFilter(self)

    def input_widget(self) -> QWidget | None:
        """The widget that gets mouse and keys, once the page is there."""
        return self._view.focusProxy()

    def renderer_ended(self) -> None:
        """Chromium's renderer crashed: load the page again, but not for ever."""
        self._ready = False
        self._waiting.clear()
        self._deaths += 1
        if self._deaths > PATIENCE:
            self.gave_up.emit()
            return
        self._page.load(QUrl(PAGE))
        self.lost.emit()

    # ------------------------------------------------------------------ reading and scrolling

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._led_by_reader = True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick:
            self._ask_line(event.position())
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()  # the window's own keys work while the preview has the focus
        return super().eventFilter(watched, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    def _ask_line(self, place: QPointF) -> None:
        def answer(line: Any) -> None:
            if isinstance(line, int | float):
                self.line_clicked.emit(int(line))

        self._evaluate(f"kb.lineAtPoint({place.y() / self._page.zoomFactor()})", answer)

    def _scrolled(self) -> None:
        if self._led_by_reader:
            self._evaluate("kb.place()", self._tell_place)

    def _tell_place(self, answer: Any) -> None:
        place = _value(answer)
        if self._led_by_reader and place is not None:
            self.scrolled.emit(float(place[0]), float(place[1]))

    def _send_line(self) -> None:
        if self._wanted is not None:
            self._run("show", list(self._wanted))
            self._wanted = None


def _value(text: Any) -> Any:
    return json.loads(text) if isinstance(text, str) and text else None


def _cancel(download: QWebEngineDownloadRequest) -> None:
    download.cancel()


def _refuse_window(_request: QWebEngineNewWindowRequest) -> None:
    """A request that nobody opens comes to nothing."""
