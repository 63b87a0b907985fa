"""A page of the site in Chromium: from this machine's own server, and nowhere else."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import Shiboken

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_OFF = (
    QWebEngineSettings.WebAttribute.JavascriptCanOpenWindows,
    QWebEngineSettings.WebAttribute.JavascriptCanAccessClipboard,
    QWebEngineSettings.WebAttribute.LocalStorageEnabled,
    QWebEngineSettings.WebAttribute.PluginsEnabled,
    QWebEngineSettings.WebAttribute.DnsPrefetchEnabled,
    QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled,
    QWebEngineSettings.WebAttribute.NavigateOnDropEnabled,
    QWebEngineSettings.WebAttribute.ErrorPageEnabled,
)
_GROUNDS = {False: "#ffffff", True: "#15181b"}


class _OneSite(QWebEngineUrlRequestInterceptor):
    """Lets through what belongs to one site; no request leaves the machine."""

    root = ""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        ours = bool(self.root) and url.toString().startswith(self.root)
        info.block(not ours and url.scheme() != "data")


class SiteView(QWidget):
    """Its scripts run, as for readers, and reach nothing but the site.

    Deleted by `close_down`, in the order Qt needs.
    """

    loaded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dark = False
        self._profile = QWebEngineProfile(self)  # without a name: off the record
        self._site = _OneSite(self._profile)
        self._profile.setUrlRequestInterceptor(self._site)
        self._page = QWebEnginePage(self._profile, self)
        for attribute in _OFF:
            self._page.settings().setAttribute(attribute, False)
        self._page.loadFinished.connect(self._loaded)
        self._view = QWebEngineView(self)
        self._view.setPage(self._page)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._view.setAcceptDrops(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)

    def show_page(self, root: str, address: str) -> None:
        """Show a page of the site at `root`, anew if it is shown already."""
        self._site.root = root
        self._page.load(QUrl(address))

    def set_look(self, dark: bool) -> None:
        """Light or dark, as a reader may choose."""
        self._dark = dark
        self._page.setBackgroundColor(QColor(_GROUNDS[dark]))
        self._look()

    def set_zoom(self, factor: float) -> None:
        """Scale of the page, 1.0: as published."""
        self._page.setZoomFactor(factor)

    def close_down(self) -> None:
        """Delete view, page and profile in this order; the widget is of no use afterwards."""
        for thing in (self._view, self._page, self._profile):
            if Shiboken.isValid(thing):
                Shiboken.delete(thing)

    def _loaded(self, well: bool) -> None:
        if well:
            self._look()
            self.loaded.emit()

    def _look(self) -> None:
        name = "dark" if self._dark else "light"
        self._page.runJavaScript(f"document.documentElement.dataset.theme = '{name}'", _WORLD)
