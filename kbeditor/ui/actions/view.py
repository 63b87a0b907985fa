"""How the window looks: theme, language."""

from kbeditor.ui.action import ActionSpec, ChoiceSpec, Spec
from kbeditor.ui.desk import Desk
from kbeditor.ui.looks import language_choices, theme_choices
from kbeditor.ui.words import QT_TRANSLATE_NOOP


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
)
