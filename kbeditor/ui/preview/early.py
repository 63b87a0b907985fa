"""The web view before its pane: it must be in the window when that is first shown."""

from PySide6.QtWidgets import QWidget

from kbeditor.ui.preview.fetching import Answer, Fetch
from kbeditor.ui.preview.web_view import WebView


class EarlyView:
    """Makes the view at once, and keeps it out of sight until the preview takes it."""

    def __init__(self, window: QWidget) -> None:
        self._fetch: Fetch | None = None
        self._view = WebView(self._forward, window)
        self._view.hide()

    def take(self, fetch: Fetch) -> WebView:
        """The view, which asks `fetch` for pictures from now on."""
        self._fetch = fetch
        return self._view

    def _forward(self, id_: str, answer: Answer) -> None:
        assert self._fetch is not None  # without the preview there is no page that shows a picture
        self._fetch(id_, answer)
