"""How the window looks: theme, language."""

from kbeditor.ui.action import ActionSpec, ChoiceSpec, Spec
from kbeditor.ui.desk import Desk
from kbeditor.ui.looks import language_choices, theme_choices
from kbeditor.ui.menus import ALL_ENTRIES
from kbeditor.ui.words import QT_TRANSLATE_NOOP
from kbeditor.ui.work import me


def _choose_theme(desk: Desk, theme: str) -> None:
    desk.set_preference("theme", theme)


def _choose_language(desk: Desk, language: str) -> None:
    desk.set_preference("language", language)


def _full_screen(desk: Desk) -> None:
    window = desk.window
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


def _is_full_screen(desk: Desk) -> bool:
    return desk.window.isFullScreen()


def _toggle_all_entries(desk: Desk) -> None:
    desk.set_preference(ALL_ENTRIES, not desk.preferences.get(ALL_ENTRIES))


def _is_listed(desk: Desk) -> bool:
    return me(desk) is not None


ACTIONS: tuple[Spec, ...] = (
    ChoiceSpec(
        id="view.theme",
        title=QT_TRANSLATE_NOOP("Action", "&Theme"),
        menu="view",
        group="look",
        choices=theme_choices,
        pick=_choose_theme,
    ),
    ChoiceSpec(
        id="view.language",
        title=QT_TRANSLATE_NOOP("Action", "&Language of the Window"),
        menu="view",
        group="look",
        choices=language_choices,
        pick=_choose_language,
    ),
    ActionSpec(
        id="view.full_screen",
        title=QT_TRANSLATE_NOOP("Action", "&Full Screen"),
        menu="view",
        group="look",
        shortcut="F11",
        run=_full_screen,
        checkable=True,
        checked=_is_full_screen,
    ),
    ActionSpec(
        id="view.all_entries",
        title=QT_TRANSLATE_NOOP("Action", "All &Menu Entries"),
        menu="view",
        group="look",
        run=_toggle_all_entries,
        enabled=_is_listed,
        checkable=True,
        checked=lambda desk: not _is_listed(desk) or bool(desk.preferences.get(ALL_ENTRIES)),
        tip=QT_TRANSLATE_NOOP("Action", "Show what your role does not need, too"),
    ),
)
