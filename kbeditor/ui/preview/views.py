"""Which view the preview gets."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kbeditor.ui.preview.fetching import Fetch
from kbeditor.ui.preview.scheme import MISSING, web_view
from kbeditor.ui.preview.text_view import TextView

if TYPE_CHECKING:  # it needs the engine
    from kbeditor.ui.preview.early import EarlyView


def make_view(
    fetch: Fetch, parent: QWidget, early: "EarlyView | None"
) -> "web_view.WebView | TextView":
    """The view made early, else the best one there is on this machine."""
    if early is not None:
        return early.take(fetch)
    return TextView(fetch, parent) if MISSING else web_view.WebView(fetch, parent)
