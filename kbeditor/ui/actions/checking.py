"""Looking for what is broken in the library.

Panes are imported when they are first shown: start-up pays for none.
"""

from kbeditor.ui.action import ActionSpec, library_open
from kbeditor.ui.desk import Desk
from kbeditor.ui.words import QT_TRANSLATE_NOOP


def _check(desk: Desk) -> None:
    from kbeditor.ui.panes.findings import FindingsPane

    desk.frame.show_pane(FindingsPane.id)
    pane = desk.pane(FindingsPane.id)
    assert isinstance(pane, FindingsPane)
    pane.check()


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "library.check",
        QT_TRANSLATE_NOOP("Action", "&Check Library"),
        "library",
        _check,
        shortcut="F7",
        enabled=library_open,
        icon="check",
        group="check",
    ),
)
