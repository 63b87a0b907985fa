"""Formatting of the Markdown text: each a toggle where that makes sense.

The editor is imported when it is first shown: start-up does not pay for it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kbeditor.ui.action import ActionSpec
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor import inline_commands, line_commands
from kbeditor.ui.editor.edit import Command
from kbeditor.ui.pane_specs import EDITOR
from kbeditor.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from kbeditor.ui.editor.text_pane import TextPane


def text_pane(desk: Desk) -> "TextPane | None":
    """The pane with a text open for writing."""
    pane = desk.pane(EDITOR.id)
    if pane is None:
        return None
    from kbeditor.ui.editor.text_pane import TextPane

    return pane if isinstance(pane, TextPane) and pane.can_edit() else None


def writing(desk: Desk) -> bool:
    """Whether a text is open for writing."""
    return text_pane(desk) is not None


def perform(command: Command) -> Callable[[Desk], None]:
    """What runs a formatting command on the open text."""

    def run(desk: Desk) -> None:
        pane = text_pane(desk)
        if pane is not None:
            pane.edit.perform(command)
            pane.edit.setFocus()

    return run


def asking(ask: Callable[["TextPane"], None]) -> Callable[[Desk], None]:
    """What asks for something first."""

    def run(desk: Desk) -> None:
        pane = text_pane(desk)
        if pane is not None:
            ask(pane)

    return run


def _format(
    name: str,
    title: str,
    command: Command,
    shortcut: str = "",
    group: str = "inline",
    icon: str = "",
    *,
    tool_bar: bool = False,
) -> ActionSpec:
    return ActionSpec(
        id=f"format.{name}",
        title=title,
        menu="format",
        run=perform(command),
        shortcut=shortcut,
        enabled=writing,
        icon=icon,
        group=group,
        tool_bar=tool_bar,
    )


_HEADINGS = (
    QT_TRANSLATE_NOOP("Action", "Heading 1"),
    QT_TRANSLATE_NOOP("Action", "Heading 2"),
    QT_TRANSLATE_NOOP("Action", "Heading 3"),
    QT_TRANSLATE_NOOP("Action", "Heading 4"),
)
_CALLOUTS = (
    QT_TRANSLATE_NOOP("Action", "Call-out: Note"),
    QT_TRANSLATE_NOOP("Action", "Call-out: Tip"),
    QT_TRANSLATE_NOOP("Action", "Call-out: Important"),
    QT_TRANSLATE_NOOP("Action", "Call-out: Warning"),
    QT_TRANSLATE_NOOP("Action", "Call-out: Caution"),
)

ACTIONS: tuple[ActionSpec, ...] = (
    _format(
        "bold",
        QT_TRANSLATE_NOOP("Action", "&Bold"),
        inline_commands.toggle("**"),
        "Ctrl+B",
        icon="bold",
        tool_bar=True,
    ),
    _format(
        "italic",
        QT_TRANSLATE_NOOP("Action", "&Italic"),
        inline_commands.toggle("*"),
        "Ctrl+I",
        icon="italic",
        tool_bar=True,
    ),
    _format(
        "strikethrough",
        QT_TRANSLATE_NOOP("Action", "&Strikethrough"),
        inline_commands.toggle("~~"),
        "Ctrl+Shift+X",
        icon="strike",
    ),
    _format(
        "code",
        QT_TRANSLATE_NOOP("Action", "&Code"),
        inline_commands.toggle("`"),
        "Ctrl+Alt+C",
        icon="code",
        tool_bar=True,
    ),
    *(
        _format(
            f"heading_{level}",
            title,
            line_commands.heading(level),
            f"Ctrl+Alt+{level}",
            "headings",
            "heading" if level == 2 else "",
        )
        for level, title in enumerate(_HEADINGS, start=1)
    ),
    _format(
        "paragraph",
        QT_TRANSLATE_NOOP("Action", "Plain Para&graph"),
        line_commands.heading(0),
        "Ctrl+Alt+0",
        "headings",
    ),
    _format(
        "bullets",
        QT_TRANSLATE_NOOP("Action", "B&ulleted List"),
        line_commands.listing("bullet"),
        "Ctrl+Shift+8",
        "lists",
        "list",
        tool_bar=True,
    ),
    _format(
        "numbers",
        QT_TRANSLATE_NOOP("Action", "&Numbered List"),
        line_commands.listing("number"),
        "Ctrl+Shift+7",
        "lists",
        "list-numbered",
        tool_bar=True,
    ),
    _format(
        "tasks",
        QT_TRANSLATE_NOOP("Action", "&Task List"),
        line_commands.listing("task"),
        "Ctrl+Shift+9",
        "lists",
    ),
    _format(
        "quote",
        QT_TRANSLATE_NOOP("Action", "&Quote"),
        line_commands.toggle_quote,
        "Ctrl+Shift+.",
        "blocks",
        "quote",
    ),
    _format(
        "code_block",
        QT_TRANSLATE_NOOP("Action", "Code Bloc&k"),
        line_commands.code_block,
        "Ctrl+Shift+E",
        "blocks",
    ),
    _format(
        "rule",
        QT_TRANSLATE_NOOP("Action", "Horizontal &Rule"),
        line_commands.block("---\n"),
        "",
        "blocks",
        "minus",
    ),
    *(
        _format(
            f"callout_{kind}",
            title,
            line_commands.callout(kind),
            "Ctrl+Alt+N" if kind == "note" else "",
            "callouts",
            "callout" if kind == "note" else "",
            tool_bar=kind == "note",
        )
        for kind, title in zip(line_commands.CALLOUTS, _CALLOUTS, strict=True)
    ),
    ActionSpec(
        id="format.link",
        title=QT_TRANSLATE_NOOP("Action", "&Link…"),
        menu="format",
        run=asking(lambda pane: pane.ask.link()),
        shortcut="Ctrl+K",
        enabled=writing,
        icon="link",
        group="insert",
        tool_bar=True,
    ),
    ActionSpec(
        id="format.picture",
        title=QT_TRANSLATE_NOOP("Action", "&Picture…"),
        menu="format",
        run=asking(lambda pane: pane.ask.picture()),
        shortcut="Ctrl+Alt+P",
        enabled=writing,
        icon="picture",
        group="insert",
        tool_bar=True,
    ),
    ActionSpec(
        id="format.table",
        title=QT_TRANSLATE_NOOP("Action", "T&able…"),
        menu="format",
        run=asking(lambda pane: pane.ask.table()),
        shortcut="Ctrl+Alt+T",
        enabled=writing,
        icon="table",
        group="insert",
        tool_bar=True,
    ),
    _format(
        "footnote",
        QT_TRANSLATE_NOOP("Action", "&Footnote"),
        inline_commands.footnote,
        "Ctrl+Alt+F",
        "insert",
    ),
)
