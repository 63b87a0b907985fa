"""Publishing the help centre, looking at it, and how it looks.

Windows are imported when they are first opened.
"""

from PySide6.QtCore import QCoreApplication

from kbeditor.ui.action import MANAGERS, ActionSpec, library_open
from kbeditor.ui.desk import Desk
from kbeditor.ui.words import QT_TRANSLATE_NOOP


def _publish(desk: Desk) -> None:
    from kbeditor.ui.publish.window import show_publish

    show_publish(desk)


def _open_site(desk: Desk) -> None:
    from kbeditor.ui.site_look import CHOSEN, site_of

    desk.flush()
    desk.say(QCoreApplication.translate("Publish", "Building the site…"))
    selection = desk.selection
    profile = str(desk.preferences.get(CHOSEN, ""))
    words = QCoreApplication.translate("Publish", "The site is in the browser: {address}")
    site_of(desk).open(
        selection.current,
        selection.locale,
        profile,
        lambda address: desk.say(words.format(address=address)),
    )


def _themes(desk: Desk) -> None:
    from kbeditor.ui.publish.themes_dialog import ThemesDialog

    ThemesDialog(desk).open()


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="library.publish",
        title=QT_TRANSLATE_NOOP("Action", "P&ublish…"),
        menu="library",
        group="publish",
        shortcut="Ctrl+F5",
        run=_publish,
        enabled=library_open,
        icon="publish",
        roles=MANAGERS,
    ),
    ActionSpec(
        id="library.open_site",
        title=QT_TRANSLATE_NOOP("Action", "&Open Site"),
        tip=QT_TRANSLATE_NOOP("Action", "This page of the site in the browser, drafts included"),
        menu="library",
        group="publish",
        shortcut="F5",
        run=_open_site,
        enabled=library_open,
        icon="external",
    ),
    ActionSpec(
        id="library.themes",
        title=QT_TRANSLATE_NOOP("Action", "Th&emes of the Site…"),
        menu="library",
        group="publish",
        run=_themes,
        enabled=library_open,
        icon="palette",
        roles=MANAGERS,
    ),
)
