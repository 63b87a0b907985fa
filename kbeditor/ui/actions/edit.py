"""Undo and redo: of typing where one types, else of what was done to the tree. The clipboard, and
find and replace in the whole library.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from kbeditor.domain.changes import Act
from kbeditor.ui.action import ActionSpec, library_open
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


TextField = QLineEdit | QPlainTextEdit | QTextEdit


def _field() -> TextField | None:
    """The field that has the keyboard."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, TextField) else None


def _has_selection(field: TextField) -> bool:
    if isinstance(field, QLineEdit):
        return field.hasSelectedText()
    return field.textCursor().hasSelection()


def _can_copy(_desk: Desk) -> bool:
    field = _field()
    hidden = isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal
    return field is not None and _has_selection(field) and not hidden


def _can_cut(desk: Desk) -> bool:
    field = _field()
    return field is not None and not field.isReadOnly() and _can_copy(desk)


def _can_paste(_desk: Desk) -> bool:
    field = _field()
    return field is not None and not field.isReadOnly()


def _can_select_all(_desk: Desk) -> bool:
    return isinstance(QApplication.focusWidget(), TextField | QAbstractItemView)


def _on_field(work: Callable[[TextField], None]) -> Callable[[Desk], None]:
    def run(_desk: Desk) -> None:
        field = _field()
        if field is not None:
            work(field)

    return run


def _select_all(_desk: Desk) -> None:
    widget: QWidget | None = QApplication.focusWidget()
    if isinstance(widget, TextField | QAbstractItemView):
        widget.selectAll()


def _replace_in_library(desk: Desk) -> None:
    from kbeditor.ui.replacing.window import show_replacing

    show_replacing(desk)


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
    ActionSpec(
        id="edit.cut",
        title=QT_TRANSLATE_NOOP("Action", "Cu&t"),
        menu="edit",
        group="clipboard",
        shortcut="Ctrl+X",
        widget_shortcut=True,
        run=_on_field(lambda field: field.cut()),
        enabled=_can_cut,
    ),
    ActionSpec(
        id="edit.copy",
        title=QT_TRANSLATE_NOOP("Action", "C&opy"),
        menu="edit",
        group="clipboard",
        shortcut="Ctrl+C",
        widget_shortcut=True,
        run=_on_field(lambda field: field.copy()),
        enabled=_can_copy,
    ),
    ActionSpec(
        id="edit.paste",
        title=QT_TRANSLATE_NOOP("Action", "Pa&ste"),
        menu="edit",
        group="clipboard",
        shortcut="Ctrl+V",
        widget_shortcut=True,
        run=_on_field(lambda field: field.paste()),
        enabled=_can_paste,
    ),
    ActionSpec(
        id="edit.select_all",
        title=QT_TRANSLATE_NOOP("Action", "Select &All"),
        menu="edit",
        group="clipboard",
        shortcut="Ctrl+A",
        widget_shortcut=True,
        run=_select_all,
        enabled=_can_select_all,
    ),
    ActionSpec(
        id="edit.replace_in_library",
        title=QT_TRANSLATE_NOOP("Action", "Find and Replace in Li&brary…"),
        menu="edit",
        group="find_library",
        shortcut="Ctrl+Shift+H",
        run=_replace_in_library,
        enabled=library_open,
        icon="search",
    ),
)
