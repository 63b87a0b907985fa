"""What blocks a release: rules for all languages, and of its own for one that needs them."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout

from kbeditor.domain.releases import BLOCKS_AT_FIRST, Gate, GateRules
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog
from kbeditor.ui.publish.words import gate_words, way_out_words


class GateDialog(Dialog):
    """Nothing is written before the last button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", 520)
        self.setWindowTitle(self.tr("What Blocks a Release"))
        self._rules = GateRules()
        self.add_sentence(
            self.tr("What is ticked stops a release; all else is told, and may be published.")
        )
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("Languages"))
        self.scope.addItem(self.tr("All languages"), "")
        for locale in desk.locales:
            self.scope.addItem(f"{locale.name} ({locale.tag})", locale.tag)
        self.scope.activated.connect(lambda _index: self._show())
        self.own = QCheckBox(self.tr("Rules of its own"))
        self.own.clicked.connect(self._own_changed)
        self.column.addWidget(self.scope)
        self.column.addWidget(self.own)
        self.boxes: dict[Gate, QCheckBox] = {}
        column = QVBoxLayout()
        column.setSpacing(8)
        for gate in Gate:
            box = self.boxes[gate] = QCheckBox(gate_words(gate))
            box.setToolTip(way_out_words(gate))
            box.clicked.connect(lambda _on: self._change())
            column.addWidget(box)
        self.column.addSpacing(4)
        self.column.addLayout(column)
        self.add_buttons(self.tr("Save"))
        again = self.add_extra_button(self.tr("As at First"))
        again.clicked.connect(lambda _checked=False: self._at_first())
        self._show()
        desk.bridge.run(lambda ws: ws.profiles.gate(), self._know)

    def _know(self, rules: GateRules) -> None:
        self._rules = rules
        self._show()

    def _tag(self) -> str:
        return str(self.scope.currentData() or "")

    def _show(self) -> None:
        tag, rules = self._tag(), self._rules
        own = tag in rules.own
        chosen = rules.own.get(tag, rules.general)
        self.own.setVisible(bool(tag))
        with QSignalBlocker(self.own):
            self.own.setChecked(own)
        for gate, box in self.boxes.items():
            box.setChecked(gate in chosen)
            box.setEnabled(own or not tag)

    def _own_changed(self, on: bool) -> None:
        own = dict(self._rules.own)
        if on:
            own[self._tag()] = self._rules.general
        else:
            own.pop(self._tag(), None)
        self._rules = replace(self._rules, own=own)
        self._show()

    def _change(self) -> None:
        chosen = frozenset(gate for gate, box in self.boxes.items() if box.isChecked())
        tag = self._tag()
        if tag:
            own: Mapping[str, frozenset[Gate]] = {**self._rules.own, tag: chosen}
            self._rules = replace(self._rules, own=own)
        else:
            self._rules = replace(self._rules, general=chosen)

    def _at_first(self) -> None:
        self._rules = GateRules(BLOCKS_AT_FIRST)
        self._show()

    def accept(self) -> None:
        rules = self._rules
        self.desk.bridge.run(lambda ws: ws.profiles.set_gate(rules))
        super().accept()
