"""Light and dark after the system or by choice: colours by role, palette, live change."""

import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kbeditor.ui.style_sheet import style_sheet

SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Theme:
    """One file of resources/themes: colours by role, `#rrggbb`."""

    id: str
    title: str  # a source string of the context "Theme"
    dark: bool
    colours: dict[str, str]


def load_themes(folder: Path) -> tuple[Theme, ...]:
    """All themes of the folder, by name of their file."""
    themes = []
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        themes.append(
            Theme(path.stem, data["title"], data["scheme"] == "dark", dict(data["colours"]))
        )
    return tuple(themes)


class Themes(QObject):
    """The theme in use. Roles are those of resources/themes/light.json."""

    changed = Signal()

    def __init__(self, application: QApplication, resources: Path, choice: str = SYSTEM) -> None:
        super().__init__()
        self._application = application
        self._icons = resources / "icons"
        self.all = load_themes(resources / "themes")
        self.choice = choice
        self.current = self._resolve()
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        application.setPalette(self._palette())

    @property
    def dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self.current.dark

    def hex(self, role: str) -> str:
        """A role's colour as `#rrggbb`; KeyError for an unknown role."""
        return self.current.colours[role]

    def colour(self, role: str) -> QColor:
        """A role's colour; KeyError for an unknown role."""
        return QColor(self.current.colours[role])

    def dress(self) -> None:
        """Put the style sheet on. Once the window is built: on widgets that still move from
        parent to parent it is worked out anew with each move, a third of the start.
        """
        self._application.setStyleSheet(
            style_sheet(self.current.colours, self._icons, self.current.dark)
        )

    def choose(self, choice: str) -> None:
        """Use "system" or a theme's id."""
        self.choice = choice
        self._use(self._resolve())

    def _resolve(self) -> Theme:
        for theme in self.all:
            if theme.id == self.choice:
                return theme
        hints = QGuiApplication.styleHints()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        return next(theme for theme in self.all if theme.dark == dark)

    def _system_changed(self) -> None:
        if self.choice == SYSTEM:
            self._use(self._resolve())

    def _use(self, theme: Theme) -> None:
        if theme != self.current:
            self.current = theme
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        self._application.setPalette(self._palette())
        self.dress()

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for qt_role, name in (
            (role.Window, "window"),
            (role.WindowText, "text"),
            (role.Base, "base"),
            (role.AlternateBase, "alternate"),
            (role.Text, "text"),
            (role.PlaceholderText, "faint"),
            (role.Button, "button"),
            (role.ButtonText, "text"),
            (role.BrightText, "accent_text"),
            (role.Highlight, "selection"),
            (role.HighlightedText, "selection_text"),
            (role.Link, "link"),
            (role.LinkVisited, "link"),
            (role.ToolTipBase, "tip"),
            (role.ToolTipText, "tip_text"),
            (role.Light, "base"),
            (role.Midlight, "border"),
            (role.Mid, "border"),
            (role.Dark, "border_strong"),
            (role.Shadow, "shadow"),
            (role.Accent, "accent"),
        ):
            palette.setColor(qt_role, self.colour(name))
        for qt_role in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Disabled, qt_role, self.colour("disabled"))
        palette.setColor(
            QPalette.ColorGroup.Inactive, role.Highlight, self.colour("selection_inactive")
        )
        return palette
