"""Says above a text that somebody else is writing it, and tells them that one is here."""

from PySide6.QtCore import QObject

from kbeditor.domain.records import TextRef
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.page import EditorPage


class Others(QObject):
    """In a window without presence it does nothing."""

    def __init__(self, desk: Desk, page: EditorPage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._ref: TextRef | None = None
        if desk.presence is not None:
            desk.presence.changed.connect(self._show)

    def show_for(self, ref: TextRef | None) -> None:
        """This text is shown now."""
        self._ref = ref
        if self._desk.presence is not None:
            self._desk.presence.be_at(ref)
        self._show()

    def write(self) -> None:
        """Something was typed in it."""
        if self._desk.presence is not None:
            self._desk.presence.write()

    def _show(self) -> None:
        """Who is at this text; at its source only who is writing."""
        presence, ref = self._desk.presence, self._ref
        words = ""
        if presence is not None and ref is not None:
            found = presence.at(ref)
            source = TextRef(ref.owner, self._desk.selection.source_locale)
            if source != ref:
                found += tuple(each for each in presence.at(source) if each.writing)
            words = presence.sentence(found, self._desk.locales)
        if words:
            self._page.presence_bar.say(words)
        else:
            self._page.presence_bar.hide()
