"""What one does with libraries as a whole: make, open, bring in, hand out, close.

Dialogs are imported when they are first opened: all of them would cost as much as a bare window.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kbeditor.app.recent import recent_libraries
from kbeditor.ui.action import MANAGERS, WRITERS, ActionSpec, Choice, ChoiceSpec, Spec, library_open
from kbeditor.ui.backup_notices import show_backups
from kbeditor.ui.desk import Desk
from kbeditor.ui.libraries import SUFFIX, open_library, open_sample
from kbeditor.ui.widgets.choose_file import choose_open
from kbeditor.ui.words import QT_TRANSLATE_NOOP


def _new(desk: Desk) -> None:
    from kbeditor.ui.dialogs.new_library import NewLibraryDialog

    NewLibraryDialog(desk).open()


def _open(desk: Desk) -> None:
    translate = QCoreApplication.translate
    choose_open(
        desk.window,
        translate("Library", "Open a library"),
        translate("Library", "kbeditor libraries")
        + f" (*{SUFFIX});;"
        + translate("Library", "All files")
        + " (*)",
        lambda path: open_library(desk, path),
        _last_folder(desk),
    )


def _last_folder(desk: Desk) -> Path:
    """Where the library is that one had last; at first, where documents are."""
    folders = (each.path.parent for each in recent_libraries(desk.preferences) if each.there)
    return next(folders, desk.paths.documents)


def _recent(desk: Desk) -> Sequence[Choice]:
    choices = [
        Choice(f"{each.name} — {each.path}", each.path, enabled=each.there)
        for each in recent_libraries(desk.preferences)
        if each.path != desk.bridge.path
    ]
    none = QCoreApplication.translate("Library", "No other library was opened yet")
    return choices or [Choice(none, None, enabled=False)]


def _open_recent(desk: Desk, path: Path) -> None:
    open_library(desk, path)


def _close(desk: Desk) -> None:
    desk.bridge.close()


def _quit(desk: Desk) -> None:
    desk.window.close()


def _export(desk: Desk) -> None:
    from kbeditor.ui.dialogs.export import ExportDialog

    ExportDialog(desk).open()


def _export_html(desk: Desk) -> None:
    from kbeditor.ui.dialogs.export import ExportDialog

    ExportDialog(desk, "html").open()


def _export_json(desk: Desk) -> None:
    from kbeditor.ui.dialogs.export import ExportDialog

    ExportDialog(desk, "json").open()


def _hand_out(desk: Desk) -> None:
    from kbeditor.ui.dialogs.hand_out import HandOutDialog

    HandOutDialog(desk).open()


def _import(desk: Desk) -> None:
    from kbeditor.ui.dialogs.importing import ask_import

    ask_import(desk)


def _backup(desk: Desk) -> None:
    from kbeditor.ui.dialogs.backup import ask_backup

    ask_backup(desk)


def _backups(desk: Desk) -> None:
    show_backups(desk)


def _locales(desk: Desk) -> None:
    from kbeditor.ui.dialogs.locales import LocalesDialog

    LocalesDialog(desk).open()


def _pictures(desk: Desk) -> None:
    from kbeditor.ui.dialogs.pictures import PicturesDialog

    PicturesDialog(desk).open()


def _people(desk: Desk) -> None:
    from kbeditor.ui.dialogs.people import PeopleDialog

    PeopleDialog(desk).open()


def _minor_changes(desk: Desk) -> None:
    from kbeditor.ui.dialogs.minor_changes import MinorChangesDialog

    MinorChangesDialog(desk).open()


def _settings(desk: Desk) -> None:
    from kbeditor.ui.dialogs.settings import SettingsDialog

    SettingsDialog(desk).open()


def _library_settings(desk: Desk) -> None:
    from kbeditor.ui.dialogs.settings import SettingsDialog

    SettingsDialog(desk, "library").open()


ACTIONS: tuple[Spec, ...] = (
    ActionSpec(
        id="file.new",
        title=QT_TRANSLATE_NOOP("Action", "&New Library…"),
        menu="file",
        shortcut="Ctrl+Alt+Shift+N",
        run=_new,
        icon="library",
    ),
    ActionSpec(
        id="file.open",
        title=QT_TRANSLATE_NOOP("Action", "&Open Library…"),
        menu="file",
        shortcut="Ctrl+O",
        run=_open,
        icon="folder-open",
    ),
    ChoiceSpec(
        id="file.recent",
        title=QT_TRANSLATE_NOOP("Action", "Open &Recent"),
        menu="file",
        choices=_recent,
        pick=_open_recent,
    ),
    ActionSpec(
        id="file.sample",
        title=QT_TRANSLATE_NOOP("Action", "Open a Copy of the &Sample"),
        menu="file",
        run=open_sample,
        icon="sample",
    ),
    ActionSpec(
        id="library.import",
        title=QT_TRANSLATE_NOOP("Action", "&Import…"),
        menu="file",
        group="exchange",
        shortcut="Ctrl+Shift+I",
        run=_import,
        icon="import",
    ),
    ActionSpec(
        id="library.export",
        title=QT_TRANSLATE_NOOP("Action", "&Export…"),
        menu="file",
        group="exchange",
        shortcut="Ctrl+E",
        run=_export,
        enabled=library_open,
        icon="export",
    ),
    ActionSpec(
        id="library.export_html",
        title=QT_TRANSLATE_NOOP("Action", "Export as &HTML Help Centre…"),
        menu="file",
        group="exchange",
        run=_export_html,
        enabled=library_open,
        icon="export",
        roles=MANAGERS,
    ),
    ActionSpec(
        id="library.export_json",
        title=QT_TRANSLATE_NOOP("Action", "Export as &JSON Bundle…"),
        menu="file",
        group="exchange",
        run=_export_json,
        enabled=library_open,
        icon="export",
        roles=MANAGERS,
    ),
    ActionSpec(
        id="library.hand_out",
        title=QT_TRANSLATE_NOOP("Action", "Hand Out for &Translation…"),
        menu="file",
        group="exchange",
        shortcut="Ctrl+Alt+E",
        run=_hand_out,
        enabled=library_open,
        icon="translate",
    ),
    ActionSpec(
        id="library.backup",
        title=QT_TRANSLATE_NOOP("Action", "&Back Up Library…"),
        menu="file",
        group="copies",
        run=_backup,
        enabled=library_open,
        icon="copy",
    ),
    ActionSpec(
        id="library.backups",
        title=QT_TRANSLATE_NOOP("Action", "Back&ups…"),
        menu="file",
        group="copies",
        run=_backups,
        icon="history",
    ),
    ActionSpec(
        id="app.settings",
        title=QT_TRANSLATE_NOOP("Action", "Settin&gs…"),
        menu="file",
        group="settings",
        shortcut="Ctrl+,",
        run=_settings,
        icon="settings",
    ),
    ActionSpec(
        id="file.close",
        title=QT_TRANSLATE_NOOP("Action", "&Close Library"),
        menu="file",
        group="end",
        shortcut="Ctrl+Shift+W",
        run=_close,
        enabled=library_open,
    ),
    ActionSpec(
        id="app.quit",
        title=QT_TRANSLATE_NOOP("Action", "&Quit"),
        menu="file",
        group="end",
        shortcut="Ctrl+Q",
        run=_quit,
    ),
    ActionSpec(
        id="library.locales",
        title=QT_TRANSLATE_NOOP("Action", "&Languages…"),
        menu="library",
        run=_locales,
        enabled=library_open,
        icon="globe",
        roles=MANAGERS,
    ),
    ActionSpec(
        id="library.pictures",
        title=QT_TRANSLATE_NOOP("Action", "&Pictures and Files…"),
        menu="library",
        shortcut="Ctrl+Shift+G",
        run=_pictures,
        enabled=library_open,
        icon="picture",
    ),
    ActionSpec(
        id="library.people",
        title=QT_TRANSLATE_NOOP("Action", "&Who Works Here…"),
        menu="library",
        run=_people,
        enabled=library_open,
        icon="people",
    ),
    ActionSpec(
        id="library.minor_changes",
        title=QT_TRANSLATE_NOOP("Action", "&Minor Changes…"),
        menu="library",
        group="changes",
        run=_minor_changes,
        enabled=library_open,
        icon="history",
        roles=WRITERS,
    ),
    ActionSpec(
        id="library.settings",
        title=QT_TRANSLATE_NOOP("Action", "Library &Settings…"),
        menu="library",
        group="settings",
        run=_library_settings,
        enabled=library_open,
        icon="settings",
        roles=MANAGERS,
    ),
)
