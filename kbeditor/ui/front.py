"""What is on the screen first: the window with the titles of its menus and the welcome page.

All else (actions, panes, the library's thread) is imported and made when this has been painted; see
`application.run`. What is imported here is paid before anything can be seen.
"""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences, Sessions
from kbeditor.shipped import resources
from kbeditor.ui.i18n import Translations, choose, languages
from kbeditor.ui.main_window import MainWindow
from kbeditor.ui.preview.scheme import make_early_view
from kbeditor.ui.themes import Themes
from kbeditor.ui.welcome import Welcome


class Front(QObject):
    """Settings, language, theme and the window: what the first picture needs."""

    window: MainWindow
    welcome: Welcome

    def __init__(
        self,
        application: QApplication,
        paths: Paths,
        *,
        language: str | None = None,
        theme: str | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self.paths = paths
        self.preferences = Preferences(paths.preferences)
        self.sessions = Sessions(paths.sessions)
        self.translations = Translations(_texts(), paths.cache / "i18n")
        self.use_language(self.preferences.get("language") if language is None else language)
        self.themes = Themes(application, resources(), theme or str(self.preferences.get("theme")))
        self.make_window()

    def use_language(self, wanted: str) -> None:
        """Speak this language, "" the system's, in all that is made from now on."""
        self.translations.use(choose(wanted, languages(_texts())))
        self._application.setLayoutDirection(self.translations.direction)

    def make_window(self) -> None:
        """Make the window anew, still without its furniture."""
        self.welcome = Welcome(self.preferences, self.themes)
        self.window = MainWindow(self.sessions, self.welcome)
        # A web view that comes into a window on the screen has that window made anew: a flicker.
        self.early_view = make_early_view(self.window)

    def show(self) -> None:
        """Show the window where it was."""
        self.window.restore_geometry()
        self.themes.dress()
        self.window.show()


def _texts() -> Path:
    return resources() / "i18n"
