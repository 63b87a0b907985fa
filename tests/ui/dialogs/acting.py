"""Opening dialogs as a person does: by their actions."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog

from kbeditor.ui.desk import Desk

D = TypeVar("D", bound=QDialog)


def opened_by(desk: Desk, action: str, kind: type[D]) -> D:
    """The dialog that an action opens."""
    desk.actions.trigger(action)
    return shown(desk, kind)


def shown(desk: Desk, kind: type[D]) -> D:
    """The dialog of this kind that is in sight."""
    found = [each for each in desk.window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1, f"{len(found)} dialogs of {kind.__name__}"
    return found[0]
