"""The status bar: short notes at the left, lasting facts at the right."""

from PySide6.QtWidgets import QStatusBar

from kbeditor.domain.records import Library
from kbeditor.ui.background import background_of
from kbeditor.ui.desk import Desk
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.widgets.linking_fact import LinkingFact
from kbeditor.ui.widgets.site_fact import SiteFact

SLOTS = ("render", "words", "locale", "save")
NOTE_MS = 5000


class StatusFacts(QStatusBar):
    """Facts have slots, so that nothing jumps when one of them changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setSizeGripEnabled(False)
        self._facts = {slot: PlainLabel() for slot in SLOTS}
        for label in self._facts.values():
            label.hide()
            self.addPermanentWidget(label)
        if desk.linking is not None:
            self.insertPermanentWidget(0, LinkingFact(desk.linking))
        self.insertPermanentWidget(0, SiteFact(background_of(desk.bridge)))
        desk.status_message.connect(self._note)
        desk.fact_changed.connect(self.set_fact)
        desk.selection.changed.connect(self._show_locale)
        desk.bridge.opened.connect(self._opened)
        desk.bridge.closed.connect(self._closed)

    def set_fact(self, slot: str, words: str) -> None:
        """Show a fact; empty words take it away."""
        label = self._facts[slot]
        label.setText(words)
        label.setVisible(bool(words))

    def fact(self, slot: str) -> str:
        """What a slot says."""
        return self._facts[slot].text()

    def _note(self, words: str) -> None:
        self.showMessage(words, NOTE_MS)

    def _opened(self, library: Library) -> None:
        self._note(self.tr("Opened “{name}”").format(name=library.name))

    def _show_locale(self) -> None:
        locale = self._desk.locale(self._desk.selection.locale)
        self.set_fact("locale", locale.name if locale else "")

    def _closed(self) -> None:
        for slot in SLOTS:
            self.set_fact(slot, "")
        self.clearMessage()
