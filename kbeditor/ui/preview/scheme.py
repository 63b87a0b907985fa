"""The way to the web engine, which some machines lack: then the preview is a simpler one."""

import logging

from PySide6.QtWidgets import QWidget

from kbeditor.ui.preview.fetching import Fetch
from kbeditor.ui.preview.text_view import TextView

log = logging.getLogger(__name__)

try:
    from kbeditor.ui.preview import web_scheme, web_view
except ImportError as error:  # left out, or a library is missing
    log.warning("the web engine cannot be loaded: %s", error)
    web_scheme = web_view = None  # type: ignore[assignment]
    MISSING = str(error)
else:
    MISSING = ""


def register_scheme() -> None:
    """Make `kb:` known to the web engine; call once, before the QApplication is made."""
    if not MISSING:
        web_scheme.register_scheme()


def make_view(fetch: Fetch, parent: QWidget) -> "web_view.WebView | TextView":
    """The best view there is on this machine."""
    return TextView(fetch, parent) if MISSING else web_view.WebView(fetch, parent)
