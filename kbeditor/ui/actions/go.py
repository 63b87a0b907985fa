"""Going places: back, forward, quick open, the command palette, panes, languages.

Dialogs are imported when they are first opened: start-up pays for none.
"""

from collections.abc import Sequence

from kbeditor.ui.action import ActionSpec, Choice, ChoiceSpec, Spec, library_open
from kbeditor.ui.desk import Desk
from kbeditor.ui.words import QT_TRANSLATE_NOOP


def _back(desk: Desk) -> None:
    desk.selection.back()


def _forward(desk: Desk) -> None:
    desk.selection.forward()


def _can_go_back(desk: Desk) -> bool:
    return desk.library is not None and desk.selection.can_go_back


def _can_go_forward(desk: Desk) -> bool:
    return desk.library is not None and desk.selection.can_go_forward


def _quick_open(desk: Desk) -> None:
    from kbeditor.ui.dialogs.quick_open import QuickOpen

    QuickOpen(desk).open()


def _palette(desk: Desk) -> None:
    from kbeditor.ui.dialogs.palette import CommandPalette

    CommandPalette(desk).open()


def _next_pane(desk: Desk) -> None:
    desk.frame.next_pane(1)


def _previous_pane(desk: Desk) -> None:
    desk.frame.next_pane(-1)


def _next_locale(desk: Desk) -> None:
    _step_locale(desk, 1)


def _previous_locale(desk: Desk) -> None:
    _step_locale(desk, -1)


def _step_locale(desk: Desk, step: int) -> None:
    tags = [locale.tag for locale in desk.locales]
    here = tags.index(desk.selection.locale)
    desk.selection.set_locale(tags[(here + step) % len(tags)])


def _several_locales(desk: Desk) -> bool:
    return len(desk.locales) > 1


def _locales(desk: Desk) -> Sequence[Choice]:
    return [
        Choice(locale.name, locale.tag, locale.tag == desk.selection.locale)
        for locale in desk.locales
    ]


def _pick_locale(desk: Desk, tag: str) -> None:
    desk.selection.set_locale(tag)


ACTIONS: tuple[Spec, ...] = (
    ActionSpec(
        id="go.back",
        title=QT_TRANSLATE_NOOP("Action", "&Back"),
        menu="go",
        group="way",
        shortcut="Alt+Left",
        run=_back,
        enabled=_can_go_back,
        icon="back",
        tool_bar=True,
    ),
    ActionSpec(
        id="go.forward",
        title=QT_TRANSLATE_NOOP("Action", "&Forward"),
        menu="go",
        group="way",
        shortcut="Alt+Right",
        run=_forward,
        enabled=_can_go_forward,
        icon="forward",
        tool_bar=True,
    ),
    ActionSpec(
        id="go.quick_open",
        title=QT_TRANSLATE_NOOP("Action", "&Quick Open…"),
        menu="go",
        group="find",
        shortcut="Ctrl+P",
        run=_quick_open,
        enabled=library_open,
        icon="search",
    ),
    ActionSpec(
        id="go.palette",
        title=QT_TRANSLATE_NOOP("Action", "&Commands…"),
        menu="go",
        group="find",
        shortcut="Ctrl+Shift+P",
        run=_palette,
        icon="palette",
    ),
    ActionSpec(
        id="go.next_locale",
        title=QT_TRANSLATE_NOOP("Action", "&Next Language"),
        menu="go",
        group="locale",
        shortcut="Ctrl+Alt+Right; Ctrl+PgDown",  # some desktops keep the first for themselves
        run=_next_locale,
        enabled=_several_locales,
    ),
    ActionSpec(
        id="go.previous_locale",
        title=QT_TRANSLATE_NOOP("Action", "&Previous Language"),
        menu="go",
        group="locale",
        shortcut="Ctrl+Alt+Left; Ctrl+PgUp",
        run=_previous_locale,
        enabled=_several_locales,
    ),
    ChoiceSpec(
        id="go.locale",
        title=QT_TRANSLATE_NOOP("Action", "&Language"),
        menu="go",
        group="locale",
        choices=_locales,
        pick=_pick_locale,
        enabled=library_open,
    ),
    ActionSpec(
        id="go.next_pane",
        title=QT_TRANSLATE_NOOP("Action", "Next Pan&e"),
        menu="go",
        group="panes",
        shortcut="F6",
        run=_next_pane,
        enabled=library_open,
    ),
    ActionSpec(
        id="go.previous_pane",
        title=QT_TRANSLATE_NOOP("Action", "Previous P&ane"),
        menu="go",
        group="panes",
        shortcut="Shift+F6",
        run=_previous_pane,
        enabled=library_open,
    ),
)
