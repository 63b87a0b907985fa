"""The one list of panes (`pane_specs.PANES`) and the one list of actions."""

from kbeditor.ui.action import Spec
from kbeditor.ui.actions import (
    aids,
    checking,
    edit,
    format,
    go,
    help,
    history,
    library,
    publish,
    rescue,
    states,
    text,
    translate,
    tree,
    view,
)
from kbeditor.ui.pane_specs import PANES

__all__ = ["ACTIONS", "PANES"]

ACTIONS: tuple[Spec, ...] = (
    *library.ACTIONS,
    *rescue.ACTIONS,
    *publish.ACTIONS,
    *checking.ACTIONS,
    *edit.ACTIONS,
    *text.ACTIONS,
    *tree.ACTIONS,
    *format.ACTIONS,
    *states.ACTIONS,
    *history.ACTIONS,
    *translate.ACTIONS,
    *aids.ACTIONS,
    *view.ACTIONS,
    *go.ACTIONS,
    *help.ACTIONS,
)
