"""The locale switcher of the tool bar: the languages of the library with the article's state."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from kbeditor.domain.changes import Changes
from kbeditor.domain.records import Ref, TextHead
from kbeditor.ui.desk import Desk
from kbeditor.ui.texts import mark_words
from kbeditor.ui.widgets.marks import mark_icon


class LocaleSwitcher(QToolButton):
    """Shows the current locale and the state of its text; its menu lists all of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._marks: dict[str, int] = {}
        self._of: Ref | None = None
        self.setObjectName("locale_switcher")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(self.tr("Language of the article (Ctrl+Alt+Left, Ctrl+Alt+Right)"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        desk.selection.changed.connect(self._ask)
        desk.bridge.changed.connect(self._changed)
        desk.bridge.standing_changed.connect(self._show)
        desk.themes.changed.connect(self._show)
        self._show()

    def _changed(self, changes: Changes) -> None:
        current = self._desk.selection.current
        if changes.everything or changes.locales or current in set(changes.owners()):
            self._ask()

    def _ask(self) -> None:
        current = self._desk.selection.current
        if current is None:
            self._of, self._marks = None, {}
            self._show()
            return
        if current != self._of:
            self._marks = {}
        self._desk.bridge.ask_latest(
            "switcher", lambda ws: ws.texts.heads(current), lambda heads: self._know(current, heads)
        )
        self._show()

    def _know(self, ref: Ref, heads: Sequence[TextHead]) -> None:
        self._of = ref
        self._marks = {head.locale: head.mark for head in heads}
        self._show()

    def _show(self) -> None:
        locale = self._desk.locale(self._desk.selection.locale)
        self.setEnabled(locale is not None)
        self.setText((locale.name if locale else self.tr("Language")) + " ")
        if self._desk.selection.current is not None and locale is not None:
            self.setIcon(mark_icon(self._marks.get(locale.tag, 0), self._desk.themes))

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for locale in self._desk.locales:
            mark = self._marks.get(locale.tag, 0)
            words = f"{locale.name}  ({locale.tag})"
            if self._desk.selection.current is not None:
                words += f"\t{mark_words(mark)}"
            action = QAction(mark_icon(mark, self._desk.themes), words, self._menu)
            action.setCheckable(True)
            action.setChecked(locale.tag == self._desk.selection.locale)
            action.triggered.connect(
                lambda _checked=False, tag=locale.tag: self._desk.selection.set_locale(tag)
            )
            group.addAction(action)
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(self._desk.actions.action("library.locales"))
