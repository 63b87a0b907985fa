"""The one list of panes and the one list of actions."""

from kbeditor.ui.action import Spec
from kbeditor.ui.pane import Pane

PANES: tuple[type[Pane], ...] = ()

ACTIONS: tuple[Spec, ...] = ()
