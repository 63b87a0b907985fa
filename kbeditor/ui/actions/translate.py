"""Translating block by block, with keys in the tradition of OmegaT and Lokalize.

The translation view is imported with the editor: start-up does not pay for it.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kbeditor.ui.action import ActionSpec, Choice, ChoiceSpec, Spec, library_open
from kbeditor.ui.actions.format import text_pane
from kbeditor.ui.desk import Desk
from kbeditor.ui.pane_specs import EDITOR
from kbeditor.ui.roles import ROLES, role_words
from kbeditor.ui.words import QT_TRANSLATE_NOOP
from kbeditor.ui.work import role_of, take_role

if TYPE_CHECKING:
    from kbeditor.ui.translate.acts import TranslateActs

BLOCKS = "translate.blocks"


def _acts(desk: Desk) -> "TranslateActs | None":
    """What can be done, while a translation is shown block by block."""
    pane = desk.pane(EDITOR.id)
    acts: TranslateActs | None = getattr(pane, "acts", None)
    return acts


def _translating(desk: Desk) -> bool:
    return desk.library is not None and desk.selection.translating


def _in_blocks(desk: Desk) -> bool:
    return _translating(desk) and bool(desk.preferences.get(BLOCKS)) and _acts(desk) is not None


def _in_block(desk: Desk) -> bool:
    return _in_blocks(desk) and desk.selection.block is not None


def _writing(desk: Desk) -> bool:
    """Whether the keyboard is in a block: keys with figures belong to it then."""
    pane = text_pane(desk) if _in_block(desk) else None
    return pane is not None and pane.edit.hasFocus()


def _do(name: str) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        acts = _acts(desk)
        if acts is not None:
            getattr(acts, name)()

    return run


def _step(by: int) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        acts = _acts(desk)
        if acts is not None:
            acts.view.step(by)

    return run


def _suggest(number: int) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        acts = _acts(desk)
        if acts is not None:
            acts.suggest(number)

    return run


def _toggle_blocks(desk: Desk) -> None:
    desk.set_preference(BLOCKS, not desk.preferences.get(BLOCKS))


def _roles(desk: Desk) -> Sequence[Choice]:
    return [Choice(role_words(each), each, each == role_of(desk)) for each in ROLES]


_SUGGESTION = QT_TRANSLATE_NOOP("Action", "Insert S&uggestion")
_SUGGESTIONS = (
    QT_TRANSLATE_NOOP("Action", "Insert Suggestion 1"),
    QT_TRANSLATE_NOOP("Action", "Insert Suggestion 2"),
    QT_TRANSLATE_NOOP("Action", "Insert Suggestion 3"),
    QT_TRANSLATE_NOOP("Action", "Insert Suggestion 4"),
    QT_TRANSLATE_NOOP("Action", "Insert Suggestion 5"),
    QT_TRANSLATE_NOOP("Action", "Insert Suggestion 6"),
    QT_TRANSLATE_NOOP("Action", "Insert Suggestion 7"),
    QT_TRANSLATE_NOOP("Action", "Insert Suggestion 8"),
    QT_TRANSLATE_NOOP("Action", "Insert Suggestion 9"),
)


def _block(
    name: str,
    title: str,
    shortcut: str,
    group: str,
    enabled: Callable[[Desk], bool] = _in_block,
) -> ActionSpec:
    return ActionSpec(
        f"translate.{name}",
        title,
        "translate",
        _do(name),
        shortcut=shortcut,
        enabled=enabled,
        group=group,
    )


ACTIONS: tuple[Spec, ...] = (
    ActionSpec(
        "translate.blocks",
        QT_TRANSLATE_NOOP("Action", "&Block by Block"),
        "translate",
        _toggle_blocks,
        shortcut="Ctrl+Shift+B",
        enabled=_translating,
        checkable=True,
        checked=lambda desk: bool(desk.preferences.get(BLOCKS)),
        group="view",
    ),
    ChoiceSpec(
        id="translate.role",
        title=QT_TRANSLATE_NOOP("Action", "Wo&rk as"),
        menu="translate",
        group="view",
        choices=_roles,
        pick=take_role,
        enabled=library_open,
    ),
    _block(
        "next_work", QT_TRANSLATE_NOOP("Action", "&Next Block to Do"), "Ctrl+U", "way", _in_blocks
    ),
    _block(
        "previous_work",
        QT_TRANSLATE_NOOP("Action", "&Previous Block to Do"),
        "Ctrl+Shift+U",
        "way",
        _in_blocks,
    ),
    ActionSpec(
        "translate.next",
        QT_TRANSLATE_NOOP("Action", "Next Bl&ock"),
        "translate",
        _step(1),
        shortcut="Ctrl+Down",
        enabled=_in_blocks,
        group="way",
    ),
    ActionSpec(
        "translate.previous",
        QT_TRANSLATE_NOOP("Action", "Previous Bloc&k"),
        "translate",
        _step(-1),
        shortcut="Ctrl+Up",
        enabled=_in_blocks,
        group="way",
    ),
    _block(
        "next_article",
        QT_TRANSLATE_NOOP("Action", "Next Article in the &Queue"),
        "F9",
        "way",
        library_open,
    ),
    _block(
        "approve",
        QT_TRANSLATE_NOOP("Action", "Appro&ve and Next"),
        "Ctrl+Return; Ctrl+Enter",
        "state",
    ),
    _block("unapprove", QT_TRANSLATE_NOOP("Action", "Block Back to &Draft"), "Ctrl+Alt+D", "state"),
    _block("still_valid", QT_TRANSLATE_NOOP("Action", "Block &Still Valid"), "F8", "state"),
    _block(
        "still_valid_all",
        QT_TRANSLATE_NOOP("Action", "All Blocks Still Valid…"),
        "Shift+F8",
        "state",
        _in_blocks,
    ),
    _block(
        "discard",
        QT_TRANSLATE_NOOP("Action", "Discard Block without Source"),
        "Ctrl+Shift+Delete",
        "state",
    ),
    _block("insert_source", QT_TRANSLATE_NOOP("Action", "&Insert Source"), "F4", "text"),
    _block(
        "next_inline",
        QT_TRANSLATE_NOOP("Action", "Copy Next &Code or Link of the Source"),
        "Ctrl+T",
        "text",
    ),
    _block(
        "choose_inline",
        QT_TRANSLATE_NOOP("Action", "Copy Code or &Link of the Source…"),
        "Ctrl+Shift+T",
        "text",
    ),
    _block(
        "patch_links",
        QT_TRANSLATE_NOOP("Action", "Tak&e New Addresses of Links"),
        "Ctrl+Alt+L",
        "text",
        _in_blocks,
    ),
    *(
        ActionSpec(
            f"translate.suggestion_{number}",
            title,
            "translate",
            _suggest(number),
            shortcut=f"Ctrl+{number}",
            enabled=_writing,
            group="suggestions",
            submenu=_SUGGESTION,
        )
        for number, title in enumerate(_SUGGESTIONS, start=1)
    ),
    _block(
        "hand_in",
        QT_TRANSLATE_NOOP("Action", "&Hand in for Review…"),
        "Ctrl+Alt+Return; Ctrl+Alt+Enter",
        "hand",
        _in_blocks,
    ),
    _block(
        "send_back",
        QT_TRANSLATE_NOOP("Action", "Send B&ack with a Note…"),
        "Ctrl+Shift+Backspace",
        "hand",
        _in_blocks,
    ),
)
