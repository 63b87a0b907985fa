"""Follows who the person at work is: their name and role stand on what they write."""

from PySide6.QtCore import QObject

from kbeditor.app.account import who
from kbeditor.ui.desk import Desk
from kbeditor.ui.work import ROLE, me, role_of


class Myself(QObject):
    """Tells the library who works, and the window when their role there is another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._known = me(desk) is not None, role_of(desk)
        desk.bridge.opened.connect(self._introduce)
        desk.bridge.standing_changed.connect(self._look)
        desk.preference_changed.connect(self._preference_changed)

    def _introduce(self) -> None:
        name = who(self._desk.preferences)
        role = str(self._desk.preferences.get(ROLE))
        self._desk.bridge.run(lambda ws: ws.people.work_as(name, role))

    def _preference_changed(self, key: str) -> None:
        if key in ("who", ROLE):
            self._introduce()

    def _look(self) -> None:
        known = me(self._desk) is not None, role_of(self._desk)
        if known != self._known:
            self._known = known
            # Panes follow the role under its key among the settings, wherever it comes from.
            self._desk.preference_changed.emit(ROLE)
