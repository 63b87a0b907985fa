"""What menus, palette and the main window know of each pane before it is imported and made."""

from dataclasses import dataclass
from typing import Literal

from kbeditor.ui.words import QT_TRANSLATE_NOOP

Area = Literal["left", "centre", "right", "bottom"]


@dataclass(frozen=True, slots=True)
class PaneSpec:
    """`id` names a pane in the session, `title` is a source string of the context "Pane".

    `kind` is where its class is, as "module:Class": it is imported when the pane is first shown.
    `web_view`: it takes the web view that was made before the window (`preview.early`), and is made
    as soon as the window works.
    """

    id: str
    title: str
    kind: str
    icon: str = ""
    area: Area = "right"
    shortcut: str = ""  # goes to this pane
    visible_at_first: bool = True
    web_view: bool = False


NAVIGATOR = PaneSpec(
    "navigator",
    QT_TRANSLATE_NOOP("Pane", "Navigator"),
    "kbeditor.ui.panes.navigator:NavigatorPane",
    icon="sidebar",
    area="left",
    shortcut="Alt+1",
)
EDITOR = PaneSpec(
    "editor",
    QT_TRANSLATE_NOOP("Pane", "Editor"),
    "kbeditor.ui.panes.editor:EditorPane",
    icon="pencil",
    area="centre",
    shortcut="Alt+2",
)
PREVIEW = PaneSpec(
    "preview",
    QT_TRANSLATE_NOOP("Pane", "Preview"),
    "kbeditor.ui.panes.preview:PreviewPane",
    icon="eye",
    area="centre",
    shortcut="Alt+3",
    web_view=True,
)
STATUS = PaneSpec(
    "status",
    QT_TRANSLATE_NOOP("Pane", "Status"),
    "kbeditor.ui.panes.status:StatusPane",
    icon="status",
    shortcut="Alt+4",
)
AIDS = PaneSpec(
    "aids",
    QT_TRANSLATE_NOOP("Pane", "Aids"),
    "kbeditor.ui.panes.aids:AidsPane",
    icon="translate",
    shortcut="Alt+7",
    visible_at_first=False,
)
SEARCH = PaneSpec(
    "search",
    QT_TRANSLATE_NOOP("Pane", "Search"),
    "kbeditor.ui.panes.search:SearchPane",
    icon="search",
    area="left",
    shortcut="Ctrl+Shift+F",
    visible_at_first=False,
)
TRASH = PaneSpec(
    "trash",
    QT_TRANSLATE_NOOP("Pane", "Trash"),
    "kbeditor.ui.panes.trash:TrashPane",
    icon="trash",
    area="left",
    visible_at_first=False,
)
MATRIX = PaneSpec(
    "matrix",
    QT_TRANSLATE_NOOP("Pane", "Matrix"),
    "kbeditor.ui.panes.matrix:MatrixPane",
    icon="matrix",
    area="bottom",
    shortcut="Alt+5",
    visible_at_first=False,
)
QUEUE = PaneSpec(
    "queue",
    QT_TRANSLATE_NOOP("Pane", "Queue"),
    "kbeditor.ui.panes.queue:QueuePane",
    icon="list",
    area="bottom",
    shortcut="Alt+6",
    visible_at_first=False,
)
FINDINGS = PaneSpec(
    "findings",
    QT_TRANSLATE_NOOP("Pane", "Findings"),
    "kbeditor.ui.panes.findings:FindingsPane",
    icon="check",
    area="bottom",
    visible_at_first=False,
)

PANES = (NAVIGATOR, EDITOR, PREVIEW, STATUS, AIDS, SEARCH, TRASH, MATRIX, QUEUE, FINDINGS)
"""All panes, in the order of the menus."""
