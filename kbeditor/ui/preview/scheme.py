"""The way to the web engine, which some machines lack: then the preview is a simpler one."""

import logging
import os

from PySide6.QtWidgets import QWidget

__all__ = [
    "MISSING",
    "early",
    "is_sandboxed",
    "make_early_view",
    "register_scheme",
    "site_view",
    "web_view",
]

log = logging.getLogger(__name__)

try:
    from PySide6 import QtWebEngineCore  # noqa: F401 - first, so that nothing is loaded in vain

    from kbeditor.ui.preview import early, site_view, web_scheme, web_view
except ImportError as error:  # left out, or a library is missing
    log.warning("the web engine cannot be loaded: %s", error)
    early = site_view = web_scheme = web_view = None  # type: ignore[assignment]
    MISSING = str(error)
else:
    MISSING = ""


def is_sandboxed() -> bool:
    """Whether Chromium's own sandbox holds the preview. Without it the rest still does: no scripts
    of content, no network, no files, no other page.
    """
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    return os.environ.get("QTWEBENGINE_DISABLE_SANDBOX") != "1" and "--no-sandbox" not in flags


def register_scheme() -> None:
    """Make `kb:` known to the web engine; call once, before the QApplication is made."""
    if not MISSING:
        web_scheme.register_scheme()


def make_early_view(window: QWidget) -> "early.EarlyView | None":
    """The web view for a window that is not shown yet; None when there is no engine."""
    return None if MISSING else early.EarlyView(window)
