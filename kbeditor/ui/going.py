"""Leads to a line of a text in the editor, from a window beside the main one."""

from PySide6.QtCore import Qt

from kbeditor.domain.records import Ref
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.text_pane import EDITOR, TextPane


def go_to_line(desk: Desk, ref: Ref, locale: str, line: int = 0) -> None:
    """Show a text in the editor, the main window in front. `line` 0: where it was left."""
    selection = desk.selection
    there = (selection.current, selection.locale) == (ref, locale)
    selection.go(ref, locale)
    desk.frame.show_pane(EDITOR)
    pane = desk.pane(EDITOR)
    if line and isinstance(pane, TextPane):
        live = pane.live
        if there:
            live.line_wanted.emit(line)
        else:
            once = Qt.ConnectionType.SingleShotConnection
            live.opened.connect(lambda: live.line_wanted.emit(line), once)
    desk.window.raise_()
    desk.window.activateWindow()
