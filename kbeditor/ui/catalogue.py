"""The one list of panes and the one list of actions."""

from kbeditor.ui.action import Spec
from kbeditor.ui.actions import (
    checking,
    edit,
    format,
    go,
    help,
    library,
    states,
    text,
    tree,
    view,
)
from kbeditor.ui.pane import Pane
from kbeditor.ui.panes.editor import EditorPane
from kbeditor.ui.panes.findings import FindingsPane
from kbeditor.ui.panes.matrix import MatrixPane
from kbeditor.ui.panes.navigator import NavigatorPane
from kbeditor.ui.panes.preview import PreviewPane
from kbeditor.ui.panes.search import SearchPane
from kbeditor.ui.panes.status import StatusPane
from kbeditor.ui.panes.trash import TrashPane

PANES: tuple[type[Pane], ...] = (
    NavigatorPane,
    EditorPane,
    PreviewPane,
    StatusPane,
    SearchPane,
    TrashPane,
    MatrixPane,
    FindingsPane,
)

ACTIONS: tuple[Spec, ...] = (
    *library.ACTIONS,
    *checking.ACTIONS,
    *edit.ACTIONS,
    *text.ACTIONS,
    *tree.ACTIONS,
    *format.ACTIONS,
    *states.ACTIONS,
    *view.ACTIONS,
    *go.ACTIONS,
    *help.ACTIONS,
)
