"""The actions every pane has without a line of its own: show it, go to it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from kbeditor.ui.action import ActionSpec, library_open
from kbeditor.ui.desk import Desk
from kbeditor.ui.words import QT_TRANSLATE_NOOP


class NamedPane(Protocol):
    """What a menu must know of a pane."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def shortcut(self) -> str: ...


SHOW = QT_TRANSLATE_NOOP("Action", "Show {pane}")
GO = QT_TRANSLATE_NOOP("Action", "Go to {pane}")


def pane_actions(panes: Sequence[NamedPane]) -> tuple[ActionSpec, ...]:
    """For each pane one entry in View (shown or not) and one in Go, with the pane's key."""
    return tuple(spec for pane in panes for spec in (_show(pane), _go(pane)))


def _show(pane: NamedPane) -> ActionSpec:
    return ActionSpec(
        id=f"view.pane.{pane.id}",
        title=SHOW,
        menu="view",
        group="panes",
        run=partial(_toggle, pane.id),
        enabled=library_open,
        icon=pane.icon,
        checkable=True,
        checked=partial(_shown, pane.id),
        text=_words(pane, "{pane}"),
    )


def _go(pane: NamedPane) -> ActionSpec:
    return ActionSpec(
        id=f"go.pane.{pane.id}",
        title=GO,
        menu="go",
        group="panes",
        run=partial(_focus, pane.id),
        shortcut=pane.shortcut,
        enabled=library_open,
        text=_words(pane, "{pane}"),
    )


def _words(pane: NamedPane, pattern: str) -> Callable[[Desk], str]:
    def words(_desk: Desk) -> str:
        return pattern.format(pane=QCoreApplication.translate("Pane", pane.title))

    return words


def _toggle(pane_id: str, desk: Desk) -> None:
    if desk.frame.pane_shown(pane_id):
        desk.frame.hide_pane(pane_id)
    else:
        desk.frame.show_pane(pane_id)


def _shown(pane_id: str, desk: Desk) -> bool:
    return desk.library is not None and desk.frame.pane_shown(pane_id)


def _focus(pane_id: str, desk: Desk) -> None:
    desk.frame.show_pane(pane_id)
