"""Looking back: the versions of the current text. The window is imported when it is opened."""

from kbeditor.ui.action import ActionSpec
from kbeditor.ui.desk import Desk
from kbeditor.ui.words import QT_TRANSLATE_NOOP


def _history(desk: Desk) -> None:
    from kbeditor.ui.history.window import show_history

    show_history(desk)


def _has_current(desk: Desk) -> bool:
    return desk.library is not None and desk.selection.current is not None


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="text.history",
        title=QT_TRANSLATE_NOOP("Action", "Histor&y…"),
        tip=QT_TRANSLATE_NOOP("Action", "Every version of this text: compare, restore, name"),
        menu="article",
        group="history",
        shortcut="Ctrl+Shift+Y",
        run=_history,
        enabled=_has_current,
        icon="history",
    ),
)
