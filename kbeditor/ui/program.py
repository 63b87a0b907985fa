"""The working program: the one place where its parts are made and given to each other."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog

from kbeditor.app.account import who
from kbeditor.app.opening import open_workspace
from kbeditor.app.previewing import Previewer
from kbeditor.app.recent import recent_libraries
from kbeditor.app.running import Running
from kbeditor.domain.backups import Failure
from kbeditor.domain.errors import KbError
from kbeditor.domain.versions import LEFT
from kbeditor.ui.action import ActionRegistry
from kbeditor.ui.backup_notices import offer_backups, tell_failure
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.catalogue import ACTIONS, PANES
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.bug import show_bug
from kbeditor.ui.errors import Errors
from kbeditor.ui.executors import Executor, ThreadExecutor
from kbeditor.ui.footing import FootingNotice
from kbeditor.ui.front import Front
from kbeditor.ui.furniture import Furniture
from kbeditor.ui.health import Health
from kbeditor.ui.history.checkpoints import Checkpoints
from kbeditor.ui.keeping import Keeping
from kbeditor.ui.kept_words import KeptWords
from kbeditor.ui.libraries import open_library, open_sample
from kbeditor.ui.linking import Linking
from kbeditor.ui.looking_back import LookingBack
from kbeditor.ui.main_window import MainWindow
from kbeditor.ui.myself import Myself
from kbeditor.ui.pane_actions import pane_actions
from kbeditor.ui.pane_slot import PaneSlot
from kbeditor.ui.presence import Presences
from kbeditor.ui.selection import Selection
from kbeditor.ui.session import Session
from kbeditor.ui.start import Start

if TYPE_CHECKING:  # the real import costs SQLModel
    from kbeditor.app.workspace import Workspace


class Program(QObject):
    """All lasting parts, and the window, which is made anew when its language changes."""

    desk: Desk
    frame: Furniture

    def __init__(self, front: Front, executor: Executor | None = None) -> None:
        """Make the window in front, which may be on the screen already, work."""
        super().__init__()
        self._front = front
        self.preferences = front.preferences
        self.sessions = front.sessions
        self.themes = front.themes
        self.errors = Errors()
        executor = executor or ThreadExecutor()
        self.bridge = Bridge(
            executor,
            self._open_again,
        )
        self.bridge.failed.connect(self.errors.present)
        self.keeping = Keeping(self.bridge, executor, front.paths, self.preferences, self)
        self.keeping.failed.connect(self._backup_failed)
        self.keeping.not_opened.connect(self._not_opened)
        self.linking = Linking(self.bridge, self)
        self.presence = Presences(self.bridge, self.preferences, self)
        self.previewer = Previewer(self.bridge.post)
        self.selection = Selection()
        self._running = Running(front.paths.data / "running")
        self.errors.broke.connect(self._show_bug)
        self._build()

    @property
    def window(self) -> MainWindow:
        """The window, also after it was made anew."""
        return self._front.window

    def show(self) -> None:
        """Show the window where it was."""
        self._front.show()

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
        self.presence.close()
        self.bridge.shutdown()
        self._looking_back.clear()
        self.previewer.close()
        self._drop_window()
        self._front.translations.remove()

    def _build(self) -> None:
        front = self._front
        desk = Desk(
            bridge=self.bridge,
            selection=self.selection,
            preferences=self.preferences,
            sessions=self.sessions,
            errors=self.errors,
            previewer=self.previewer,
            themes=self.themes,
            paths=front.paths,
            early_view=front.early_view,
            linking=self.linking,
            presence=self.presence,
            keeping=self.keeping,
        )
        self.desk = desk
        self._session = Session(desk)
        self._health, self._kept = Health(desk, self._running), KeptWords(desk)
        self._myself = Myself(desk)
        self._checkpoints = Checkpoints(desk)
        self._footing = FootingNotice(desk)
        self._panes = [PaneSlot(spec, desk) for spec in PANES]
        for slot, spec in zip(self._panes, PANES, strict=True):
            desk.add_place(slot.id, slot.fill)
            if spec.web_view and front.early_view is not None:
                slot.fill()
        self._actions = ActionRegistry(desk, (*ACTIONS, *pane_actions(PANES)))
        desk.actions = self._actions
        desk.window = front.window
        desk.frame = self.frame = Furniture(front.window, desk, self._panes, self._actions)
        self._looking_back = LookingBack(desk, lambda bar: front.window.column.insertWidget(0, bar))
        self._actions.refresh_now()
        self._session.follow(self._panes)
        front.window.closing.connect(self._session.save)
        front.welcome.picked.connect(self._actions.trigger)
        front.welcome.library_picked.connect(self._open)
        self.bridge.idle_changed.connect(front.welcome.show_idle)
        self.bridge.closed.connect(front.welcome.fill)
        desk.preference_changed.connect(front.welcome.fill)
        desk.preference_changed.connect(self._preference_changed)

    def _open(self, path: Path) -> None:
        open_library(self.desk, path)

    def _preference_changed(self, key: str) -> None:
        if key == "theme":
            self.themes.choose(str(self.preferences.get("theme")))
        elif key == "language":
            # Not from within the menu or dialog that asked: they belong to the window that goes.
            QTimer.singleShot(0, self.rebuild)

    def rebuild(self) -> None:
        """Make the window anew in the language now chosen; library and place stay."""
        self._checkpoints.keep(LEFT)
        self.desk.flush()
        self._session.save()
        self.frame.save_layout()
        self._drop_window()
        self._front.use_language(str(self.preferences.get("language")))
        self._front.make_window()
        self._build()
        self.show()
        self._session.reload()

    def _drop_window(self) -> None:
        self.bridge.forget_questions()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        for slot in self._panes:
            if slot.pane is not None:
                slot.pane.dispose()
        self.window.hide()
        self.window.deleteLater()
        for part in (
            *(self._session, self._footing, self._myself),
            *(self._checkpoints, self._looking_back, self.desk),
        ):
            part.deleteLater()

    def _open_again(self, path: Path, *, read_only: bool) -> "Workspace":
        """For a job's own connection, on its thread."""
        name, keeper = who(self.preferences), self.keeping.keeper()
        return open_workspace(path, name, read_only=read_only, keeper=keeper)

    def _backup_failed(self, _library: Path, failure: Failure) -> None:
        tell_failure(self.desk, failure)

    def _not_opened(self, library: Path, error: KbError) -> None:
        offer_backups(self.desk, library, error)

    def _show_bug(self, report: str) -> None:
        show_bug(self.window, self._front.paths.log, report)
