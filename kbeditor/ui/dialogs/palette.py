"""The command palette: every action by a few letters of its words, with its keys."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QKeySequence

from kbeditor.ui.action import ActionSpec, spec_title
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.finder import Finder, Found
from kbeditor.ui.fuzzy import score
from kbeditor.ui.icons import icon
from kbeditor.ui.menu_titles import menu_title

KEY = "palette.recent"
RECENT = 8


class CommandPalette(Finder):
    """What was used lately stands first while nothing is typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", "")
        self.setWindowTitle(self.tr("Commands"))
        self.field.setPlaceholderText(self.tr("Type a command"))
        self.field.setAccessibleName(self.field.placeholderText())
        desk.actions.refresh_now()
        self._entries = [
            entry for spec in desk.actions.specs.values() if (entry := self._entry(spec))
        ]
        self._recent: list[str] = list(desk.preferences.get(KEY, []))
        self.look_for("")

    def look_for(self, words: str) -> None:
        if words.strip():
            scored = [
                (found, entry)
                for entry in self._entries
                if (found := score(words, f"{entry.title} {entry.line}")) is not None
            ]
            scored.sort(key=lambda pair: (not pair[1].enabled, -pair[0]))
            entries = [entry for _score, entry in scored]
        else:
            entries = sorted(self._entries, key=self._order)
        self.show_found(entries, self.tr("No command is called like that"))

    def chosen(self, value: Any) -> None:
        recent = [value, *(each for each in self._recent if each != value)]
        self.desk.preferences.set(KEY, recent[:RECENT])
        actions = self.desk.actions
        # After this popup gave the keyboard back: many commands ask where it is.
        QTimer.singleShot(0, self.desk, lambda: actions.trigger(value))

    def _order(self, entry: Found) -> tuple[bool, int]:
        recent = self._recent
        return (not entry.enabled, recent.index(entry.value) if entry.value in recent else RECENT)

    def _entry(self, spec: object) -> Found | None:
        if not isinstance(spec, ActionSpec) or spec.id == "go.palette":
            return None
        action = self.desk.actions.action(spec.id)
        title = (action.text() if spec.text else spec_title(spec)).replace("&&", "\0")
        title = title.replace("&", "").replace("\0", "&").rstrip("…")
        return Found(
            title=title,
            value=spec.id,
            line="",
            end=self._end(spec, action.shortcut()),
            icon=icon(spec.icon, self.desk.themes) if spec.icon else QIcon(),
            enabled=action.isEnabled(),
        )

    def _end(self, spec: ActionSpec, keys: QKeySequence) -> str:
        menu = menu_title(spec.menu).replace("&", "") if spec.menu else ""
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        return "    ".join(part for part in (menu, shown) if part)
