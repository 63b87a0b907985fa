"""Start of the window: the one place where its parts are made and given to each other."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kbeditor import __version__
from kbeditor.app.account import who
from kbeditor.app.logs import start_logging
from kbeditor.app.opening import open_workspace
from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences, Sessions
from kbeditor.app.previewing import Previewer
from kbeditor.app.recent import recent_libraries
from kbeditor.shipped import resources
from kbeditor.ui.action import ActionRegistry
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.catalogue import ACTIONS, PANES
from kbeditor.ui.collecting import Collector
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.bug import show_bug
from kbeditor.ui.errors import Errors
from kbeditor.ui.executors import Executor, ThreadExecutor
from kbeditor.ui.i18n import Translations, choose, languages
from kbeditor.ui.libraries import open_library, open_sample
from kbeditor.ui.main_window import MainWindow
from kbeditor.ui.pane_actions import pane_actions
from kbeditor.ui.pane_slot import PaneSlot
from kbeditor.ui.preview.scheme import MISSING, register_scheme
from kbeditor.ui.selection import Selection
from kbeditor.ui.session import Session
from kbeditor.ui.themes import Themes
from kbeditor.ui.welcome import Welcome

SMALLEST_FONT = 10.0


@dataclass(frozen=True, slots=True)
class Start:
    """What to open first: a library, the sample, else the last one."""

    library: Path | None = None
    sample: bool = False


def prepare_environment() -> None:
    """What Qt must find before its application is made."""
    if sys.platform == "linux" and os.geteuid() == 0:
        # Chromium refuses to sandbox for root; for everybody else the sandbox stays on.
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    register_scheme()


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """The QApplication in our style, with a font of readable size."""
    prepare_environment()
    application = QApplication(["kbeditor", *arguments])
    application.setApplicationName("kbeditor")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("kbeditor")
    application.setStyle("Fusion")
    font = application.font()
    if 0 < font.pointSizeF() < SMALLEST_FONT:
        font.setPointSizeF(SMALLEST_FONT)
        application.setFont(font)
    return application


class Program(QObject):
    """All lasting parts, and the window, which is made anew when its language changes."""

    desk: Desk
    window: MainWindow

    def __init__(
        self,
        application: QApplication,
        paths: Paths,
        *,
        executor: Executor | None = None,
        language: str | None = None,
        theme: str | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._paths = paths
        self.preferences = Preferences(paths.preferences)
        self.sessions = Sessions(paths.sessions)
        self.translations = Translations(resources() / "i18n", paths.cache / "i18n")
        self._use_language(self.preferences.get("language") if language is None else language)
        self.themes = Themes(application, resources(), theme or str(self.preferences.get("theme")))
        self.errors = Errors()
        self.bridge = Bridge(
            executor or ThreadExecutor(),
            lambda path: open_workspace(path, who(self.preferences)),
        )
        self.bridge.failed.connect(self.errors.present)
        self.previewer = Previewer(self.bridge.post)
        self.selection = Selection()
        self.errors.broke.connect(self._show_bug)
        self._build()

    def show(self) -> None:
        """Show the window where it was."""
        self.window.restore_geometry()
        self.themes.dress()
        self.window.show()

    def begin(self, start: Start) -> None:
        """Open what the start asks for; the library's own thread loads what that needs."""
        recent = recent_libraries(self.preferences)
        if start.library is not None:
            open_library(self.desk, start.library)
        elif start.sample:
            open_sample(self.desk)
        elif recent and recent[0].there and self.preferences.get("start.reopen"):
            open_library(self.desk, recent[0].path)

    def close(self) -> None:
        """Write what is pending, end threads and processes, let go of the window."""
        self.window.close()
        self.bridge.shutdown()
        self.previewer.close()
        self._drop_window()
        self.translations.remove()

    def _build(self) -> None:
        desk = Desk(
            bridge=self.bridge,
            selection=self.selection,
            preferences=self.preferences,
            sessions=self.sessions,
            errors=self.errors,
            previewer=self.previewer,
            themes=self.themes,
            paths=self._paths,
        )
        self.desk = desk
        self._session = Session(desk)
        self._panes = [PaneSlot(spec, desk) for spec in PANES]
        for slot, spec in zip(self._panes, PANES, strict=True):
            desk.add_place(slot.id, slot.fill)
            if spec.web_view and not MISSING:
                slot.fill()
        self._actions = ActionRegistry(desk, (*ACTIONS, *pane_actions(PANES)))
        desk.actions = self._actions
        self.window = MainWindow(desk, self._panes, self._actions, Welcome(desk))
        desk.frame = desk.window = self.window
        self._actions.refresh_now()
        self._session.follow(self._panes)
        self.window.closing.connect(self._session.save)
        desk.preference_changed.connect(self._preference_changed)

    def _preference_changed(self, key: str) -> None:
        if key == "theme":
            self.themes.choose(str(self.preferences.get("theme")))
        elif key == "language":
            # Not from within the menu or dialog that asked: they belong to the window that goes.
            QTimer.singleShot(0, self.rebuild)

    def rebuild(self) -> None:
        """Make the window anew in the language now chosen; library and place stay."""
        self.desk.flush()
        self._session.save()
        self.window.save_layout()
        self._drop_window()
        self._use_language(str(self.preferences.get("language")))
        self._build()
        self.show()
        self._session.reload()

    def _use_language(self, wanted: str) -> None:
        self.translations.use(choose(wanted, languages(resources() / "i18n")))
        self._application.setLayoutDirection(self.translations.direction)

    def _drop_window(self) -> None:
        for slot in self._panes:
            if slot.pane is not None:
                slot.pane.dispose()
        self.window.hide()
        self.window.deleteLater()
        for part in (self._session, self.desk):
            part.deleteLater()

    def _show_bug(self, report: str) -> None:
        show_bug(self.window, self._paths.log, report)


def has_screen() -> bool:
    """Whether Qt can show a window here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(start: Start, paths: Paths) -> int:
    """Show the window until it is closed; returns the exit code."""
    if not has_screen():
        sys.stderr.write(
            "kbeditor: there is no screen here; `kbeditor --help` lists what works without one.\n"
        )
        return 1
    start_logging(paths.log)
    application = make_application()
    program = Program(application, paths)
    collector = Collector(program.bridge)
    program.errors.install_hooks()
    program.show()
    QTimer.singleShot(0, lambda: program.begin(start))
    try:
        return application.exec()
    finally:
        program.close()
        program.errors.remove_hooks()
        collector.end()
