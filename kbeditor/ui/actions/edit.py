"""Undo and redo: of typing where one types, else of what was done to the tree."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from kbeditor.domain.changes import Act
from kbeditor.ui.action import ActionSpec
from kbeditor.ui.desk import Desk
from kbeditor.ui.pane import Pane
from kbeditor.ui.texts import act_words
from kbeditor.ui.words import QT_TRANSLATE_NOOP


def _typing_pane() -> Pane | None:
    """The pane that has the keyboard."""
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, Pane):
        widget = widget.parentWidget()
    return widget


def _next_undo(desk: Desk) -> Act | None:
    return desk.bridge.standing.undo if desk.bridge.standing else None


def _next_redo(desk: Desk) -> Act | None:
    return desk.bridge.standing.redo if desk.bridge.standing else None


def _can_undo(desk: Desk) -> bool:
    pane = _typing_pane()
    return bool(pane and pane.can_undo_text()) or _next_undo(desk) is not None


def _can_redo(desk: Desk) -> bool:
    pane = _typing_pane()
    return bool(pane and pane.can_redo_text()) or _next_redo(desk) is not None


def _undo_words(desk: Desk) -> str:
    pane, act = _typing_pane(), _next_undo(desk)
    if pane is not None and pane.can_undo_text():
        return QCoreApplication.translate("Action", "&Undo Typing")
    if act is None:
        return QCoreApplication.translate("Action", "&Undo")
    return QCoreApplication.translate("Action", "&Undo {act}").format(act=_plain(act))


def _redo_words(desk: Desk) -> str:
    pane, act = _typing_pane(), _next_redo(desk)
    if pane is not None and pane.can_redo_text():
        return QCoreApplication.translate("Action", "&Redo Typing")
    if act is None:
        return QCoreApplication.translate("Action", "&Redo")
    return QCoreApplication.translate("Action", "&Redo {act}").format(act=_plain(act))


def _plain(act: Act) -> str:
    """An ampersand in a title is not the mark of a menu's key."""
    return act_words(act).replace("&", "&&")


def _undo(desk: Desk) -> None:
    pane = _typing_pane()
    if pane is not None and pane.can_undo_text():
        pane.undo_text()
        return
    desk.flush()
    words = QCoreApplication.translate("Action", "Undone: {act}")
    desk.bridge.run(
        lambda ws: ws.history.undo(), lambda act: desk.say(words.format(act=act_words(act)))
    )


def _redo(desk: Desk) -> None:
    pane = _typing_pane()
    if pane is not None and pane.can_redo_text():
        pane.redo_text()
        return
    desk.flush()
    words = QCoreApplication.translate("Action", "Done again: {act}")
    desk.bridge.run(
        lambda ws: ws.history.redo(), lambda act: desk.say(words.format(act=act_words(act)))
    )


ACTIONS = (
    ActionSpec(
        id="edit.undo",
        title=QT_TRANSLATE_NOOP("Action", "&Undo"),
        menu="edit",
        group="undo",
        shortcut="Ctrl+Z",
        run=_undo,
        enabled=_can_undo,
        text=_undo_words,
        icon="undo",
        tool_bar=True,
    ),
    ActionSpec(
        id="edit.redo",
        title=QT_TRANSLATE_NOOP("Action", "&Redo"),
        menu="edit",
        group="undo",
        shortcut="Ctrl+Shift+Z; Ctrl+Y",
        run=_redo,
        enabled=_can_redo,
        text=_redo_words,
        icon="redo",
        tool_bar=True,
    ),
)
