"""What helps with translating: concordance, glossary, notes, mending.

The pane is imported when it is first asked for: start-up does not pay for it.
"""

from typing import TYPE_CHECKING

from kbeditor.ui.action import ActionSpec, library_open
from kbeditor.ui.desk import Desk
from kbeditor.ui.pane_specs import AIDS, FINDINGS
from kbeditor.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from kbeditor.ui.panes.aids import AidsPane


def _pane(desk: Desk) -> "AidsPane":
    from kbeditor.ui.panes.aids import AidsPane

    pane = desk.pane(AIDS.id)
    assert isinstance(pane, AidsPane)
    return pane


def _translating(desk: Desk) -> bool:
    return desk.library is not None and desk.selection.translating


def _text_open(desk: Desk) -> bool:
    return _translating(desk) and desk.selection.current is not None


def _french(desk: Desk) -> bool:
    return _text_open(desk) and desk.selection.locale.split("-")[0].lower() == "fr"


def _note_possible(desk: Desk) -> bool:
    return desk.library is not None and desk.selection.current is not None


def _glossary(desk: Desk) -> None:
    from kbeditor.ui.dialogs.glossary import GlossaryDialog

    GlossaryDialog(desk).open()


def _check(desk: Desk) -> None:
    from kbeditor.ui.panes.findings import FindingsPane

    desk.frame.show_pane(FINDINGS.id)
    pane = desk.pane(FINDINGS.id)
    assert isinstance(pane, FindingsPane)
    pane.check_translations()


def _has_translations(desk: Desk) -> bool:
    return desk.library is not None and len(desk.locales) > 1


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "translate.concordance",
        QT_TRANSLATE_NOOP("Action", "Concordance of &the Selection"),
        "translate",
        lambda desk: _pane(desk).show_concordance(),
        shortcut="F12",
        enabled=_translating,
        group="aids",
    ),
    ActionSpec(
        "translate.add_term",
        QT_TRANSLATE_NOOP("Action", "Add Selection to the &Glossary…"),
        "translate",
        lambda desk: _pane(desk).add_term(),
        shortcut="Shift+F12",
        enabled=_translating,
        group="aids",
    ),
    ActionSpec(
        "translate.note",
        QT_TRANSLATE_NOOP("Action", "&Write a Note"),
        "translate",
        lambda desk: _pane(desk).write_note(),
        shortcut="Ctrl+Shift+O",
        enabled=_note_possible,
        group="aids",
    ),
    ActionSpec(
        "translate.insert_missing",
        QT_TRANSLATE_NOOP("Action", "Insert What Is &Missing"),
        "translate",
        lambda desk: _pane(desk).mend.insert_missing(),
        shortcut="Ctrl+Shift+A",
        enabled=_text_open,
        group="mend",
    ),
    ActionSpec(
        "translate.mend_spacing",
        QT_TRANSLATE_NOOP("Action", "Mend &French Spacing"),
        "translate",
        lambda desk: _pane(desk).mend.spacing(),
        shortcut="Ctrl+Shift+S",
        enabled=_french,
        group="mend",
    ),
    ActionSpec(
        "library.check_translations",
        QT_TRANSLATE_NOOP("Action", "Check &Translations"),
        "library",
        _check,
        shortcut="Shift+F7",
        enabled=_has_translations,
        icon="check",
        group="check",
    ),
    ActionSpec(
        "library.glossary",
        QT_TRANSLATE_NOOP("Action", "&Glossary…"),
        "library",
        _glossary,
        enabled=library_open,
        icon="book",
        group="library",
    ),
)
