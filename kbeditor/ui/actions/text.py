"""Working on the text: finding, replacing, going to a line, moving lines about, how it is shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from kbeditor.ui.action import ActionSpec
from kbeditor.ui.actions.format import asking, perform, writing
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor import line_commands
from kbeditor.ui.editor.edit import Command
from kbeditor.ui.words import QT_TRANSLATE_NOOP


def _finding(desk: Desk) -> bool:
    """Ctrl+F in the navigator means its filter, not the text."""
    focused, navigator = QApplication.focusWidget(), desk.pane("navigator")
    elsewhere = focused is not None and navigator is not None and navigator.isAncestorOf(focused)
    return writing(desk) and not elsewhere


def _find(
    name: str,
    title: str,
    shortcut: str,
    run: Callable[[Desk], None],
    enabled: Callable[[Desk], bool] = writing,
    icon: str = "",
) -> ActionSpec:
    return ActionSpec(
        id=f"text.{name}",
        title=title,
        menu="edit",
        run=run,
        shortcut=shortcut,
        enabled=enabled,
        icon=icon,
        group="find",
    )


def _line(name: str, title: str, shortcut: str, command: Command) -> ActionSpec:
    return ActionSpec(
        id=f"text.{name}",
        title=title,
        menu="edit",
        run=perform(command),
        shortcut=shortcut,
        enabled=writing,
        group="lines",
    )


def _shown(name: str, title: str, key: str, shortcut: str = "") -> ActionSpec:
    return ActionSpec(
        id=f"text.{name}",
        title=title,
        menu="view",
        run=lambda desk: desk.set_preference(key, not desk.preferences.get(key)),
        shortcut=shortcut,
        checkable=True,
        checked=lambda desk: bool(desk.preferences.get(key)),
        group="editor",
    )


ACTIONS: tuple[ActionSpec, ...] = (
    _find(
        "find",
        QT_TRANSLATE_NOOP("Action", "&Find…"),
        "Ctrl+F",
        asking(lambda pane: pane.show_find(replace=False)),
        _finding,
        "search",
    ),
    _find(
        "find_next",
        QT_TRANSLATE_NOOP("Action", "Find Ne&xt"),
        "F3",
        asking(lambda pane: pane.find_next(backwards=False)),
    ),
    _find(
        "find_previous",
        QT_TRANSLATE_NOOP("Action", "Find Pre&vious"),
        "Shift+F3",
        asking(lambda pane: pane.find_next(backwards=True)),
    ),
    _find(
        "replace",
        QT_TRANSLATE_NOOP("Action", "R&eplace…"),
        "Ctrl+H",
        asking(lambda pane: pane.show_find(replace=True)),
    ),
    _find(
        "go_to_line",
        QT_TRANSLATE_NOOP("Action", "&Go to Line…"),
        "Ctrl+G",
        asking(lambda pane: pane.ask.line()),
    ),
    _line(
        "line_up",
        QT_TRANSLATE_NOOP("Action", "Move Line U&p"),
        "Ctrl+Shift+Up",
        line_commands.move_lines(down=False),
    ),
    _line(
        "line_down",
        QT_TRANSLATE_NOOP("Action", "Move Line &Down"),
        "Ctrl+Shift+Down",
        line_commands.move_lines(down=True),
    ),
    _line(
        "duplicate_line",
        QT_TRANSLATE_NOOP("Action", "Dupli&cate Line"),
        "Ctrl+D",
        line_commands.duplicate_lines,
    ),
    _line(
        "delete_line",
        QT_TRANSLATE_NOOP("Action", "Delete &Line"),
        "Ctrl+Shift+K",
        line_commands.delete_lines,
    ),
    _shown("wrap", QT_TRANSLATE_NOOP("Action", "&Wrap Lines"), "editor.wrap", "Alt+Z"),
    _shown("line_numbers", QT_TRANSLATE_NOOP("Action", "Line &Numbers"), "editor.line_numbers"),
)
