"""Which parts of the editor are shown, and how wide, as it is kept for a library."""

from typing import Any

from kbeditor.ui.editor.head import EditorHead
from kbeditor.ui.editor.page import EditorPage


def save_layout(head: EditorHead, page: EditorPage) -> dict[str, Any]:
    """What is shown now, as JSON."""
    return {
        "details": head.details.isChecked(),
        "source": head.source.isChecked(),
        "target": head.target.isChecked(),
        "sizes": page.splitter.sizes() if page.source.isVisible() else [],
    }


def restore_layout(head: EditorHead, page: EditorPage, state: dict[str, Any]) -> None:
    """Show what was shown when it was kept."""
    head.details.setChecked(bool(state.get("details", False)))
    head.source.setChecked(bool(state.get("source", True)))
    head.target.setChecked(bool(state.get("target", True)))
    sizes = state.get("sizes")
    if isinstance(sizes, list) and len(sizes) == 2:
        page.splitter.setSizes([int(size) for size in sizes])
